"""Entries from and to the tables."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, text, update

from app.catalogue.entry import Entry, identity_of
from app.catalogue.name_keys import Role, keys_of_name
from app.catalogue.pieces import pieces_of
from app.catalogue.schema import key_pieces, name_keys, names, title_ids, titles
from app.model.title import FactOrigin, TitleKind, TitleStatus

# Roles whose keys are found in spite of misread letters; the others are spellings of the same.
_FORGIVEN = (Role.WHOLE, Role.BARE)


def read_entries(connection: Connection, keys: Iterable[int]) -> dict[int, Entry]:
    """The titles with these keys, as many as there are."""
    wanted = {"keys": json.dumps(sorted(set(keys)))}
    chosen = text("key IN (SELECT value FROM json_each(:keys))")
    found = {row["key"]: _entry_of(row) for row in connection.execute(select(titles).where(chosen), wanted).mappings()}
    named = text("title_key IN (SELECT value FROM json_each(:keys))")
    for row in connection.execute(select(names).where(named).order_by(names.c.key), wanted).mappings():
        origin = FactOrigin("name", row["source"], row["as_of"])
        found[row["title_key"]].names[row["name"], row["language"]] = origin
    return found


def _entry_of(row: RowMapping) -> Entry:
    year, seasons = row["year"], row["seasons"]
    return Entry(
        key=row["key"],
        id=row["id"],
        title=row["title"],
        kind=TitleKind(row["kind"]),
        status=TitleStatus(row["status"]),
        status_origin=FactOrigin("status", row["status_source"], row["status_as_of"]),
        year=year,
        year_origin=None if year is None else FactOrigin("year", row["year_source"], row["year_as_of"]),
        seasons=seasons,
        more_seasons=row["more_seasons"],
        seasons_origin=None if seasons is None else FactOrigin("seasons", row["seasons_source"], row["seasons_as_of"]),
    )


def insert_entries(connection: Connection, entries: Sequence[Entry]) -> None:
    """Titles that are new."""
    if entries:
        connection.execute(insert(titles), [_row_of(entry) for entry in entries])


def update_entries(connection: Connection, entries: Sequence[Entry]) -> None:
    """Facts that changed; names are written by `NameWriter`."""
    for entry in entries:
        connection.execute(update(titles).where(titles.c.key == entry.key), _row_of(entry))


def insert_ids(connection: Connection, ids: dict[str, int]) -> None:
    """Ids of sources, with the key of the title that each stands for."""
    if ids:
        connection.execute(insert(title_ids), [{"id": name, "title_key": key} for name, key in ids.items()])


def _row_of(entry: Entry) -> dict[str, Any]:
    year, seasons = entry.year_origin, entry.seasons_origin
    return {
        "key": entry.key,
        "id": entry.id,
        "title": entry.title,
        "kind": entry.kind.value,
        "identity": identity_of(entry.title),
        "year": entry.year,
        "year_source": year.source if year else "",
        "year_as_of": year.as_of if year else "",
        "seasons": entry.seasons,
        "more_seasons": entry.more_seasons,
        "seasons_source": seasons.source if seasons else "",
        "seasons_as_of": seasons.as_of if seasons else "",
        "status": entry.status.value,
        "status_source": entry.status_origin.source,
        "status_as_of": entry.status_origin.as_of,
    }


class NameWriter:
    """Writes names with the keys they are looked up by; gathers them, so that they go out in few statements."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next_name = _next_key(connection, names.c.key.table.name)
        self._next_name_key = _next_key(connection, name_keys.c.key.table.name)
        self._names: list[dict[str, Any]] = []
        self._keys: list[dict[str, Any]] = []
        self._pieces: list[dict[str, Any]] = []

    def replace(self, entry: Entry, before: set[tuple[str, str]]) -> None:
        """Write the names of an entry that had the names `before`."""
        gone, new = before - set(entry.names), set(entry.names) - before
        if gone:
            # A name whose language became known; rare, and simplest written anew.
            self._delete(entry.key)
            before, new = set(), set(entry.names)
        found = {name for name, _ in before}
        for (name, language), origin in entry.names.items():
            if (name, language) in new:
                key = self._add(entry, name, language, origin)
                # The same words in two languages are found by the same keys.
                if name not in found:
                    self._add_keys(entry, name, key)
                    found.add(name)

    def write(self) -> None:
        """Write what was gathered."""
        for table, rows in ((names, self._names), (name_keys, self._keys), (key_pieces, self._pieces)):
            if rows:
                self._connection.execute(insert(table), rows)
                rows.clear()

    def _delete(self, title_key: int) -> None:
        self.write()
        old = select(name_keys.c.key).where(name_keys.c.title_key == title_key)
        pieces = select(name_keys.c.text).where(name_keys.c.title_key == title_key)
        numbers = {piece for (key_text,) in self._connection.execute(pieces) for piece in pieces_of(key_text)}
        self._connection.execute(
            delete(key_pieces).where(key_pieces.c.piece.in_(numbers), key_pieces.c.key_key.in_(old))
        )
        self._connection.execute(delete(name_keys).where(name_keys.c.title_key == title_key))
        self._connection.execute(delete(names).where(names.c.title_key == title_key))

    def _add(self, entry: Entry, name: str, language: str, origin: FactOrigin) -> int:
        key, self._next_name = self._next_name, self._next_name + 1
        self._names.append(
            {
                "key": key,
                "title_key": entry.key,
                "name": name,
                "language": language,
                "main": name == entry.title,
                "source": origin.source,
                "as_of": origin.as_of,
            }
        )
        return key

    def _add_keys(self, entry: Entry, name: str, key: int) -> None:
        for found in keys_of_name(name):
            key_key, self._next_name_key = self._next_name_key, self._next_name_key + 1
            self._keys.append(
                {
                    "key": key_key,
                    "text": found.text,
                    "role": int(found.role),
                    "number": found.number,
                    "name_key": key,
                    "title_key": entry.key,
                }
            )
            if found.role in _FORGIVEN:
                self._pieces += [{"piece": piece, "key_key": key_key} for piece in set(pieces_of(found.text))]


def _next_key(connection: Connection, table: str) -> int:
    highest = connection.exec_driver_sql(f"SELECT MAX(key) FROM {table}").scalar()  # noqa: S608 (a name of ours)
    return int(highest or 0) + 1
