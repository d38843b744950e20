"""References from a folder without a manifest: labelled by the folder they lie in, titled by the file's name."""

from collections.abc import Iterator
from pathlib import Path

from app.errors import ManifestInvalid
from app.library.new_reference import NewReference
from app.library.titles import title_from_file_name
from app.model.reference import Label, Provenance

LABEL_FOLDERS = {"official": Label.OFFICIAL, "known_fakes": Label.KNOWN_FAKE}

# Formats that cannot be read are among them, so that an import reports such a file instead of passing it over.
PICTURE_SUFFIXES = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".avif", ".gif", ".heic", ".heif"),
        *(".bmp", ".tif", ".tiff", ".jxl", ".jp2"),
    }
)


def read_picture_folder(folder: Path) -> tuple[NewReference, ...]:
    """Every picture below official/ and known_fakes/, by path; hidden files and other kinds of files are passed over.

    Raises: ManifestInvalid when there is none.
    """
    found = tuple(new for name, label in LABEL_FOLDERS.items() for new in _read_label(folder, name, label))
    if not found:
        raise ManifestInvalid(
            f"The folder {folder} holds no manifest.csv, and no pictures below official/ or known_fakes/."
        )
    return found


def _read_label(folder: Path, name: str, label: Label) -> Iterator[NewReference]:
    for picture in sorted((folder / name).rglob("*")):
        path = picture.relative_to(folder)
        hidden = any(part.startswith(".") for part in path.parts)
        if picture.suffix.lower() in PICTURE_SUFFIXES and not hidden and picture.is_file():
            yield NewReference(
                picture=picture,
                label=label,
                title=title_from_file_name(picture.name),
                provenance=Provenance(path=path.as_posix()),
            )
