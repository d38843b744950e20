"""Reads the Netflix Top 10 lists: every title in them exists, and so does every season.

The files are all-weeks-global.tsv, all-weeks-countries.tsv and most-popular.tsv of netflix.com/tudum/top10/data. They
tell which seasons were watched much, so the highest one is a lower bound and no count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.catalogue.clean import BadFact, clean_date
from app.catalogue.csv_rows import RowFault, read_rows
from app.catalogue.import_values import ListedTitle, Progress, RefusedRow
from app.catalogue.number_words import Mark
from app.catalogue.tokens import tokenise
from app.errors import CatalogueFileInvalid
from app.model.title import KnownTitle, TitleKind, TitleName, TitleStatus

SOURCE = "Netflix Top 10"
NEEDED_COLUMNS = ("category", "show_title", "season_title")
# Films have no season; the lists say so with this.
_NONE = frozenset({"", "N/A"})
_LIMITED = re.compile(r"(limited|mini)[\s-]?series|specials?|the complete series|part one", re.IGNORECASE)
_NO_TITLE_CHARACTERS = 500


@dataclass(slots=True)
class _Seen:
    """What the rows read so far say of one title. week: the newest, as an ISO 8601 date."""

    line: int
    week: str
    season: int | None = None
    names: set[str] = field(default_factory=set)


def read_top10(path: Path, as_of: str, progress: Progress | None = None) -> Iterator[ListedTitle | RefusedRow]:
    """Bad rows first, then one item a title, dated by the newest week it was listed in.

    as_of: for lists without weeks. Raises: CatalogueFileInvalid (cannot be read, not UTF-8, not such a list).
    """
    rows = read_rows(path, "\t", progress)
    columns = _read_header(next(rows, (1, []))[1], path)
    seen: dict[tuple[TitleKind, str], _Seen] = {}
    for line, cells in rows:
        problem = _note(seen, line, cells, columns, as_of)
        if problem is not None:
            yield problem
    for (kind, title), facts in seen.items():
        yield ListedTitle(facts.line, _title_of(kind, title, facts))


def _read_header(cells: list[str] | RowFault, path: Path) -> dict[str, int]:
    names = [] if isinstance(cells, RowFault) else [cell.strip() for cell in cells]
    missing = [name for name in NEEDED_COLUMNS if name not in names]
    if missing:
        raise CatalogueFileInvalid(
            f"{path} is no Netflix Top 10 list: its first line lacks the tab-separated columns {', '.join(missing)}."
        )
    return {name: i for i, name in enumerate(names)}


def _note(
    seen: dict[tuple[TitleKind, str], _Seen],
    line: int,
    cells: list[str] | RowFault,
    columns: dict[str, int],
    as_of: str,
) -> RefusedRow | None:
    title = ""
    try:
        if isinstance(cells, RowFault):
            raise BadFact(str(cells))
        if len(cells) <= max(columns[name] for name in NEEDED_COLUMNS):
            raise BadFact(f"There are {len(cells)} values for {len(columns)} columns.")
        title = " ".join(cells[columns["show_title"]].split())
        kind = _kind_of(cells[columns["category"]])
        week = clean_date(cells[columns["week"]].strip()) if "week" in columns else as_of
        if not title or len(title) > _NO_TITLE_CHARACTERS:
            raise BadFact("The title is missing." if not title else "The title is too long.")
    except BadFact as problem:
        return RefusedRow(line, title[:80], str(problem))
    facts = seen.setdefault((kind, title), _Seen(line, week))
    facts.line, facts.week = line, max(facts.week, week)
    if kind is TitleKind.SERIES:
        _note_season(facts, title, " ".join(cells[columns["season_title"]].split()))
    return None


def _kind_of(category: str) -> TitleKind:
    word = category.strip().casefold()
    if word.startswith("film"):
        return TitleKind.FILM
    if word.startswith("tv"):
        return TitleKind.SERIES
    raise BadFact(f"The category {category[:40]!r} is neither of films nor of TV.")


def _note_season(facts: _Seen, title: str, season_title: str) -> None:
    """ "Lupin: Part 2" and "Stranger Things 4" tell of a season; "Anthracite: Secrets of the Sect" is another name."""
    if season_title in _NONE or season_title == title:
        return
    rest = season_title[len(title) :] if season_title.startswith(title) else season_title
    tokens = tokenise(rest)
    last = tokens[-1] if tokens else None
    # "Love Is Blind: Brazil: Season 3" too; but "Part 2" behind further words may be half a season.
    if last is not None and last.number is not None and (len(tokens) == 1 or last.mark is Mark.SEASON):
        facts.season = max(facts.season or 0, last.number)
        return
    if not _LIMITED.fullmatch(rest.strip(" :-–—")) and len(facts.names) < 50:
        facts.names.add(season_title)
        return
    facts.season = max(facts.season or 0, 1)


def _title_of(kind: TitleKind, title: str, facts: _Seen) -> KnownTitle:
    return KnownTitle(
        id="",
        title=title,
        kind=kind,
        year=None,
        seasons=facts.season,
        status=TitleStatus.RELEASED,
        names=tuple(TitleName(name, "") for name in sorted(facts.names)),
        source=SOURCE,
        as_of=facts.week,
        more_seasons=facts.season is not None,
    )
