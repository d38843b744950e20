"""Asking for a page of references."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.errors import WrongUse
from app.library.rows import REFERENCE_COLUMNS, to_reference
from app.library.schema import references
from app.library.titles import make_search_words
from app.model.reference import Label, Reference, ReferenceState

MAX_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class ReferenceQuery:
    """What to list, oldest first.

    text: words that must all stand in title, title id, path, source or id; case does not matter. limit: 1..1000.
    cursor: `next_cursor` of the page before.
    """

    text: str = ""
    label: Label | None = None
    state: ReferenceState | None = None
    limit: int = 50
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """One page. next_cursor: None on the last one. total: how many there are on all pages."""

    items: tuple[Reference, ...]
    next_cursor: str | None
    total: int


def read_page(connection: Connection, query: ReferenceQuery) -> ReferencePage:
    """Raises: WrongUse (limit out of range, or a cursor that is none)."""
    if not 1 <= query.limit <= MAX_LIMIT:
        raise WrongUse(f"limit is {query.limit}; it must lie between 1 and {MAX_LIMIT}.")
    after = _read_cursor(query.cursor)
    total = connection.scalar(_filtered(select(func.count()), query)) or 0
    rows = connection.execute(
        _filtered(select(*REFERENCE_COLUMNS), query)
        .where(references.c.key > after)
        .order_by(references.c.key)
        .limit(query.limit + 1)
    ).all()
    items = tuple(to_reference(row) for row in rows[: query.limit])
    next_cursor = str(items[-1].key) if len(rows) > query.limit else None
    return ReferencePage(items=items, next_cursor=next_cursor, total=total)


def _filtered(statement: Select[Any], query: ReferenceQuery) -> Select[Any]:
    statement = statement.select_from(references)
    if query.label is not None:
        statement = statement.where(references.c.label == query.label.value)
    if query.state is not None:
        statement = statement.where(references.c.state == query.state.value)
    for word in make_search_words(query.text):
        statement = statement.where(references.c.search_text.contains(word, autoescape=True))
    return statement


def _read_cursor(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 19):
        raise WrongUse("The cursor is not one that this library gave out; start again without it.")
    return int(cursor)
