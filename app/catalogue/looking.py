"""Looking through the catalogue: searching for titles, and counting what it holds."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, union_all

from app.catalogue.fold import compact
from app.catalogue.listed_names import read_listed_name
from app.catalogue.name_keys import Role
from app.catalogue.schema import meta, name_keys, names, titles
from app.catalogue.tokens import tokenise
from app.catalogue.view import View
from app.model.title import KnownTitle


@dataclass(frozen=True, slots=True)
class CatalogueInfo:
    """What the catalogue holds. The counts are of titles, those by language of names ("" where not known).

    newest, oldest: dates of facts. version: counts changes since the first import. imported: whether there is a file.
    """

    titles: int
    names: int
    by_kind: dict[str, int]
    by_status: dict[str, int]
    by_source: dict[str, int]
    by_language: dict[str, int]
    newest: str
    oldest: str
    version: int
    imported: bool


def read_info(connection: Connection, *, imported: bool) -> CatalogueInfo:
    """Count everything."""
    dates = union_all(
        select(titles.c.status_as_of.label("as_of")),
        select(titles.c.seasons_as_of).where(titles.c.seasons_as_of != ""),
        select(titles.c.year_as_of).where(titles.c.year_as_of != ""),
        select(names.c.as_of),
    ).subquery()
    oldest, newest = connection.execute(select(func.min(dates.c.as_of), func.max(dates.c.as_of))).one()
    version = connection.scalar(select(meta.c.value).where(meta.c.name == "version"))
    by_kind = _count(connection, titles.c.kind)
    return CatalogueInfo(
        titles=sum(by_kind.values()),
        names=int(connection.scalar(select(func.count()).select_from(names)) or 0),
        by_kind=by_kind,
        by_status=_count(connection, titles.c.status),
        by_source=_count(connection, titles.c.status_source),
        by_language=_count(connection, names.c.language),
        newest=newest or "",
        oldest=oldest or "",
        version=int(version or 0),
        imported=imported,
    )


def find_titles(connection: Connection, text: str, limit: int) -> list[KnownTitle]:
    """Titles with a name like the text, likest first: the name itself, a misread one, then names that hold the text."""
    view = View(connection)
    listed = read_listed_name(text)
    whole = "".join(token.text for token in tokenise(listed.title))
    raw = compact(listed.title)
    if not whole or limit < 1:
        return []
    exact = sorted((hit for found in view.exact({whole, raw}).values() for hit in found), key=lambda hit: hit.role)
    keys = [hit.title_key for hit in (*exact, *view.near(whole))]
    keys = list(dict.fromkeys(keys))
    if len(keys) < limit:
        held = select(name_keys.c.title_key).where(
            name_keys.c.role.in_([int(Role.WHOLE), int(Role.RAW)]),
            func.instr(name_keys.c.text, whole) > 0,
        )
        ordered = held.order_by(func.length(name_keys.c.text), name_keys.c.title_key).limit(limit * 20)
        keys = list(dict.fromkeys([*keys, *connection.scalars(ordered)]))
    entries = view.entries(keys)
    if listed.year is not None:
        entries.sort(key=lambda entry: entry.year != listed.year)
    return [entry.as_title() for entry in entries[:limit]]


def _count(connection: Connection, column: object) -> dict[str, int]:
    counted = select(column, func.count()).group_by(column).order_by(func.count().desc(), column)  # type: ignore[call-overload]
    return {str(value): count for value, count in connection.execute(counted)}
