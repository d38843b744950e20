"""Look-ups in one consistent state of the catalogue: names by their keys, exactly or in spite of misread letters."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, text

from app.catalogue.entry import Entry
from app.catalogue.likeness import likeness_of
from app.catalogue.name_keys import Role
from app.catalogue.pieces import pieces_near
from app.catalogue.rows import read_entries
from app.catalogue.store import read_newest

_EXACT = text(
    "SELECT text, role, number, name_key, title_key FROM name_keys WHERE text IN (SELECT value FROM json_each(:texts))"
)
_NEAR = text(
    "SELECT DISTINCT k.text, k.role, k.number, k.name_key, k.title_key FROM key_pieces p "
    "JOIN name_keys k ON k.key = p.key_key WHERE p.piece IN (SELECT value FROM json_each(:pieces))"
)
_NAMES = text("SELECT key, name FROM names WHERE key IN (SELECT value FROM json_each(:keys))")
# How well a key stands for its name: without the article, or without a subtitle that the poster may not show.
_FIT = {Role.WHOLE: 1.0, Role.RAW: 1.0, Role.BARE: 0.98, Role.NUMBERED: 0.95, Role.FAMILY: 0.8}
# So many titles of one name are looked at; no real name has more.
_MOST_HITS = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A key that was found. number: of FAMILY keys, as in NameKey. likeness: of the words to the name, 0..1."""

    text: str
    role: Role
    number: int | None
    name_key: int
    title_key: int
    likeness: float


class View:
    """Valid as long as its connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._entries: dict[int, Entry] = {}

    def exact(self, texts: Iterable[str]) -> dict[str, list[Hit]]:
        """The keys that are one of these strings."""
        found: dict[str, list[Hit]] = {}
        for row in self._connection.execute(_EXACT, {"texts": json.dumps(sorted(set(texts)))}):
            hits = found.setdefault(row.text, [])
            if len(hits) < _MOST_HITS:
                role = Role(row.role)
                hits.append(Hit(row.text, role, row.number, row.name_key, row.title_key, _FIT[role]))
        return found

    def near(self, wanted: str) -> list[Hit]:
        """The keys that differ from a string in a few letters, likest first."""
        pieces = pieces_near(wanted)
        if not pieces:
            return []
        found = []
        for row in self._connection.execute(_NEAR, {"pieces": json.dumps(list(pieces))}):
            likeness = likeness_of(wanted, row.text)
            if likeness > 0:
                role = Role(row.role)
                found.append(Hit(row.text, role, row.number, row.name_key, row.title_key, likeness * _FIT[role]))
        return sorted(found, key=lambda hit: -hit.likeness)[:_MOST_HITS]

    def entries(self, keys: Iterable[int]) -> list[Entry]:
        """The titles with these keys, in that order, each once."""
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if key not in self._entries]
        if missing:
            self._entries |= read_entries(self._connection, missing)
        return [self._entries[key] for key in wanted]

    def name(self, key: int) -> str:
        """A name by its key."""
        return str(self._connection.execute(_NAMES, {"keys": json.dumps([key])}).one().name)

    def newest(self) -> str:
        """The date of the newest fact."""
        return read_newest(self._connection)
