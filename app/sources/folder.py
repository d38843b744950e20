"""A folder that somebody else fills: its pictures are added, and those that vanish from it leave a tombstone."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import ManifestInvalid
from app.library.import_manifest import read_manifest
from app.library.new_reference import NewReference
from app.library.picture_folder import PICTURE_SUFFIXES
from app.library.titles import title_from_file_name
from app.model.reference import Label, Provenance, Tier
from app.sources.fetcher import Fetcher
from app.sources.found import FoundPicture, Look, Unlisted


@dataclass(frozen=True, slots=True)
class FolderSource:
    """label: of every picture; None: by its manifest.csv, or by official/ and known_fakes/ in it.

    name: of the source in the library. title: of every picture; "": from the file's name. tier: of official ones that
    say none.
    """

    folder: Path
    name: str
    label: Label | None = None
    title: str = ""
    tier: Tier | None = None

    unlisted = Unlisted.GONE
    ask_again = False
    smallest_side = 0

    def places(self, _fetcher: Fetcher) -> Iterator[str]:
        """The folder itself. Raises: ManifestInvalid."""
        if not self.folder.is_dir():
            raise ManifestInvalid(f"There is no folder {self.folder}.")
        yield str(self.folder)

    def look(self, _fetcher: Fetcher, _place: str) -> Look:
        """Raises: ManifestInvalid."""
        rows = read_manifest(self.folder).good if self.label is None else tuple(self._all(self.label))
        return Look("", tuple(self._found(new) for new in rows))

    def page_of(self, _place: str) -> str:
        """It has no page."""
        return ""

    def _all(self, label: Label) -> Iterator[NewReference]:
        for picture in sorted(self.folder.rglob("*")):
            path = picture.relative_to(self.folder)
            hidden = any(part.startswith(".") for part in path.parts)
            if picture.suffix.lower() in PICTURE_SUFFIXES and not hidden and picture.is_file():
                title = title_from_file_name(picture.name)
                yield NewReference(picture, label, title, provenance=Provenance(path=path.as_posix()))

    def _found(self, new: NewReference) -> FoundPicture:
        return FoundPicture(
            key=new.path,
            url="",
            image_url="",
            path=new.path,
            label=new.label,
            title=self.title or new.title,
            title_id=new.title_id,
            kind=new.kind,
            language=new.language,
            tier=new.tier or (self.tier if new.label is Label.OFFICIAL else None),
            note=new.provenance.note,
            file=str(Path(new.picture) if isinstance(new.picture, Path) else ""),
        )
