"""Reads the catalogue's own list format: a CSV file whose first line names its columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from app.catalogue.clean import BadFact
from app.catalogue.csv_rows import RowFault, read_rows
from app.catalogue.import_values import ListedTitle, Progress, RefusedRow
from app.catalogue.listed_names import read_listed_name
from app.errors import CatalogueFileInvalid
from app.model.title import KnownTitle, TitleKind, TitleName, TitleStatus

REQUIRED_COLUMN = "title"
KNOWN_COLUMNS = (REQUIRED_COLUMN, "kind", "year", "seasons", "status", "names", "source", "as_of")

# In small letters, so that a name such as "Up: The Return" is not taken for one in a language called Up.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class RowDefaults:
    """What holds for rows that do not say: who says so, and when (ISO 8601 date)."""

    source: str
    as_of: str


def read_csv(path: Path, defaults: RowDefaults, progress: Progress | None = None) -> Iterator[ListedTitle | RefusedRow]:
    """One item a row. A title may carry its year and other names in brackets: "Thirst (Bakjwi) (2009)".

    Raises: CatalogueFileInvalid (cannot be read, not UTF-8, no header, a column missing, unknown or twice).
    """
    rows = read_rows(path, ",", progress)
    columns = _read_header(next(rows, (1, []))[1], path)
    for line, cells in rows:
        values: dict[str, str] = {}
        try:
            values = _name_cells(cells, columns)
            told = bool(values.get("kind") or values.get("seasons"))
            yield ListedTitle(line, _read_row(values, defaults), told)
        except BadFact as problem:
            yield RefusedRow(line, values.get("title", "")[:80], str(problem))


def _read_header(cells: list[str] | RowFault, path: Path) -> list[str]:
    if isinstance(cells, RowFault):
        raise CatalogueFileInvalid(f"The first line of {path} is no CSV header. {cells}")
    columns = [cell.strip() for cell in cells]
    unknown = [name for name in columns if name not in KNOWN_COLUMNS]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    faults: tuple[tuple[str, bool, list[str]], ...] = (
        ("has no header", not columns, []),
        ("has columns that are not known", bool(unknown), unknown),
        ("lacks a column that is required", REQUIRED_COLUMN not in columns, [REQUIRED_COLUMN]),
        ("has columns twice", bool(twice), twice),
    )
    for fault, present, names in faults:
        if present:
            named = f": {', '.join(repr(name[:80]) for name in names[:20])}" if names else ""
            raise CatalogueFileInvalid(
                f"{path} {fault}{named}. Its first line names its columns with commas between them: "
                f"{', '.join(KNOWN_COLUMNS)}."
            )
    return columns


def _name_cells(cells: list[str] | RowFault, columns: list[str]) -> dict[str, str]:
    if isinstance(cells, RowFault):
        raise BadFact(str(cells))
    if len(cells) > len(columns):
        raise BadFact(
            f"There are {len(cells)} values for {len(columns)} columns; a value with a comma needs quotes around it."
        )
    # Spreadsheets leave out empty cells at the end.
    return dict.fromkeys(columns, "") | dict(zip(columns, (cell.strip() for cell in cells), strict=False))


def _read_row(values: dict[str, str], defaults: RowDefaults) -> KnownTitle:
    listed = read_listed_name(values["title"])
    year = _read_number("year", values.get("year", ""))
    if year is not None and listed.year is not None and year != listed.year:
        raise BadFact(f"The year is {year}, but the title says {listed.year}.")
    seasons = _read_number("seasons", values.get("seasons", ""))
    kind = _choose(TitleKind, "kind", values.get("kind", ""))
    others = tuple(TitleName(name, "") for name in listed.others)
    return KnownTitle(
        id="",
        title=listed.title,
        kind=kind or (TitleKind.FILM if seasons is None else TitleKind.SERIES),
        year=listed.year if year is None else year,
        seasons=seasons,
        status=_choose(TitleStatus, "status", values.get("status", "")) or TitleStatus.RELEASED,
        names=(*_read_names(values.get("names", "")), *others),
        source=values.get("source", "") or defaults.source,
        as_of=values.get("as_of", "") or defaults.as_of,
    )


def _read_number(column: str, value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) <= 4):
        raise BadFact(f"The {column} is {value[:40]!r}; it must be a number.")
    return int(value)


def _choose(choices: type[_Choice], column: str, value: str) -> _Choice | None:
    if not value:
        return None
    try:
        return choices(value)
    except ValueError:
        allowed = ", ".join(choice.value for choice in choices)
        raise BadFact(f"The {column} is {value[:40]!r}; it must be one of: {allowed}.") from None


def _read_names(cell: str) -> Iterator[TitleName]:
    """ "de:Name|fr:Nom|Name" """
    for part in filter(None, (part.strip() for part in cell.split("|"))):
        language, colon, name = part.partition(":")
        if colon and _LANGUAGE.fullmatch(language) and name.strip():
            yield TitleName(name.strip(), language)
        else:
            yield TitleName(part, "")
