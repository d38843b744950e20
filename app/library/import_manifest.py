"""Reads what an import is told: a CSV manifest, or a folder of pictures sorted by label.

A manifest is the operator's own file, read with the operator's own rights, so its paths may be absolute or lead out of
its folder; like every other path they must name a file that is there. Manifests of strangers are not for this module.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from app.errors import ManifestInvalid
from app.library.new_reference import NewReference, find_objection
from app.library.picture_folder import read_picture_folder
from app.model.reference import Kind, Label, Provenance, Tier

MANIFEST_NAME = "manifest.csv"
REQUIRED_COLUMNS = ("path", "label")
OPTIONAL_COLUMNS = (
    *("title", "title_id", "kind", "language", "tier"),
    *("source", "page_url", "image_url", "fetched_at", "note"),
)
KNOWN_COLUMNS = REQUIRED_COLUMNS + OPTIONAL_COLUMNS

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that cannot be used. line: where it begins, the header being line 1. path: "" if it names none."""

    line: int
    path: str
    text: str
    code: str = "invalid_row"


@dataclass(frozen=True, slots=True)
class ManifestRows:
    """What a manifest asks for, in its order, and the rows that were left out."""

    good: tuple[NewReference, ...]
    bad: tuple[RowProblem, ...]


class _BadRow(Exception):
    pass


def read_manifest(source: Path) -> ManifestRows:
    """Read a manifest, or a folder: its manifest.csv, or else the pictures below its official/ and known_fakes/.

    A row that repeats one before it is left out silently; one that says something else of the same file is bad.
    Raises: ManifestInvalid (not there, not UTF-8, no header, a column missing or unknown, no pictures in a folder).
    """
    if not source.is_dir():
        return _read_csv(source)
    manifest = source / MANIFEST_NAME
    return _read_csv(manifest) if manifest.is_file() else ManifestRows(read_picture_folder(source), ())


def _read_csv(manifest: Path) -> ManifestRows:
    """1. Text. 2. Header. 3. Rows, each on its own."""
    # 1.
    rows = _split_rows(_read_text(manifest))
    # 2.
    columns = _read_header(next(rows, (1, []))[1], manifest)
    # 3.
    good: dict[Path, NewReference] = {}
    bad: list[RowProblem] = []
    for line, cells in rows:
        values: dict[str, str] = {}
        try:
            values = _name_cells(cells, columns)
            new = _read_row(values, line, manifest.parent)
            _refuse_contradiction(new, good)
        except _BadRow as problem:
            bad.append(RowProblem(line, values.get("path", ""), str(problem)))
    return ManifestRows(tuple(good.values()), tuple(bad))


def _read_text(manifest: Path) -> str:
    try:
        return manifest.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ManifestInvalid(f"The manifest {manifest} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ManifestInvalid(
            f"The manifest {manifest} is not UTF-8 (see byte {error.start}); save it as UTF-8."
        ) from error


def _split_rows(text: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The line each row begins on, with its cells, or with what is wrong with its commas and quotes; no blank rows."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, error
        else:
            if any(cell.strip() for cell in cells):
                yield line, [" ".join(cell.split()) for cell in cells]


def _read_header(columns: list[str] | csv.Error, manifest: Path) -> list[str]:
    if isinstance(columns, csv.Error):
        raise ManifestInvalid(f"The first line of {manifest} is no CSV header: {columns}.")
    unknown = [name for name in columns if name not in KNOWN_COLUMNS]
    missing = [name for name in REQUIRED_COLUMNS if name not in columns]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    faults: tuple[tuple[str, bool, list[str]], ...] = (
        ("has no header", not columns, []),
        ("has columns that are not known", bool(unknown), unknown),
        ("lacks columns that are required", bool(missing), missing),
        ("has columns twice", bool(twice), twice),
    )
    for fault, present, names in faults:
        if present:
            named = f": {', '.join(repr(name) for name in names)}" if names else ""
            raise ManifestInvalid(
                f"The manifest {manifest} {fault}{named}. Its first line names its columns with commas between them: "
                f"{', '.join(KNOWN_COLUMNS)}."
            )
    return columns


def _name_cells(cells: list[str] | csv.Error, columns: list[str]) -> dict[str, str]:
    if isinstance(cells, csv.Error):
        raise _BadRow(f"This is no CSV: {cells}.")
    if len(cells) > len(columns):
        raise _BadRow(
            f"There are {len(cells)} values for {len(columns)} columns; a value with a comma needs quotes around it."
        )
    # Spreadsheets leave out empty cells at the end.
    return dict.fromkeys(columns, "") | dict(zip(columns, cells, strict=False))


def _read_row(values: dict[str, str], line: int, folder: Path) -> NewReference:
    label = _choose(Label, "label", values["label"])
    if label is None:
        raise _BadRow("The label is missing; it is official or known_fake.")
    new = NewReference(
        picture=_find_picture(values["path"], folder),
        label=label,
        title=values.get("title", ""),
        title_id=values.get("title_id", ""),
        kind=_choose(Kind, "kind", values.get("kind", "")) or Kind.POSTER,
        language=values.get("language", ""),
        tier=_choose(Tier, "tier", values.get("tier", "")),
        provenance=Provenance(
            path=values["path"],
            source=values.get("source", ""),
            page_url=values.get("page_url", ""),
            image_url=values.get("image_url", ""),
            fetched_at=values.get("fetched_at", ""),
            note=values.get("note", ""),
        ),
        line=line,
    )
    objection = find_objection(new)
    if objection is not None:
        raise _BadRow(objection)
    return new


def _choose(choices: type[_Choice], column: str, value: str) -> _Choice | None:
    if not value:
        return None
    try:
        return choices(value)
    except ValueError:
        allowed = ", ".join(choice.value for choice in choices)
        raise _BadRow(f"The {column} is {value!r}; it must be one of: {allowed}.") from None


def _find_picture(path: str, folder: Path) -> Path:
    if not path:
        raise _BadRow("The path is missing.")
    picture = folder / path
    try:
        there = picture.is_file()
    except (OSError, ValueError):
        there = False
    if not there:
        raise _BadRow(f"There is no file {picture}.")
    return picture


def _refuse_contradiction(new: NewReference, good: dict[Path, NewReference]) -> None:
    """Note a row, unless its file has been named before."""
    assert isinstance(new.picture, Path)
    before = good.setdefault(new.picture, new)
    if replace(before, line=new.line) != new:
        raise _BadRow(f"Line {before.line} says something else of the same file; that one is kept.")
