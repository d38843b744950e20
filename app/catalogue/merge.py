"""Brings listed titles into the tables: the same title of two sources becomes one entry, and the newer fact wins."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from app.catalogue import rows
from app.catalogue.clean import BadFact, clean_title
from app.catalogue.entry import Entry, identity_of, new_entry
from app.catalogue.import_values import CatalogueImportSummary, ListedTitle, RefusedRow
from app.catalogue.schema import title_ids, titles
from app.model.title import KnownTitle, TitleKind

# Titles held in memory before they are written.
_BATCH = 1000
# A hostile list shall not fill the memory with reasons.
_MOST_REFUSED = 10_000


@dataclass(frozen=True, slots=True)
class _Namesake:
    key: int
    year: int | None
    ids: frozenset[str]


class Merger:
    """Takes titles one after another, inside one transaction that the caller holds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names = rows.NameWriter(connection)
        self._ids = {row.id: row.title_key for row in connection.execute(select(title_ids))}
        self._namesakes: dict[tuple[str, str], list[_Namesake]] = {}
        self._last_key = 0
        self._load_namesakes()
        self._entries: dict[int, Entry] = {}
        self._before: dict[int, set[tuple[str, str]]] = {}
        self._new: set[int] = set()
        self._changed: set[int] = set()
        self._new_ids: dict[str, int] = {}
        self._counts = {"new": 0, "updated": 0, "unchanged": 0}
        self._refused: list[RefusedRow] = []

    def take(self, items: Iterable[ListedTitle | RefusedRow]) -> CatalogueImportSummary:
        """Merge every title; rows that cannot be used are only counted."""
        batch: list[ListedTitle] = []
        for item in items:
            if isinstance(item, RefusedRow):
                self._refuse(item)
                continue
            try:
                batch.append(replace(item, title=clean_title(item.title)))
            except BadFact as problem:
                self._refuse(RefusedRow(item.line, item.title.title[:80], str(problem)))
            if len(batch) >= _BATCH:
                self._merge(batch)
                batch.clear()
        self._merge(batch)
        return CatalogueImportSummary(**self._counts, refused=tuple(self._refused))

    @property
    def changed_anything(self) -> bool:
        """Whether the tables are different from before."""
        return bool(self._counts["new"] or self._counts["updated"])

    def _refuse(self, row: RefusedRow) -> None:
        if len(self._refused) < _MOST_REFUSED:
            self._refused.append(row)

    def _load_namesakes(self) -> None:
        ids: dict[int, set[str]] = {}
        for name, key in self._ids.items():
            ids.setdefault(key, set()).add(name)
        chosen = select(titles.c.key, titles.c.id, titles.c.kind, titles.c.identity, titles.c.year)
        for key, title_id, kind, identity, year in self._connection.execute(chosen):
            self._ids.setdefault(title_id, key)
            known = _Namesake(key, year, frozenset(ids.get(key, ())))
            self._namesakes.setdefault((kind, identity), []).append(known)
            self._last_key = max(self._last_key, key)

    def _merge(self, batch: list[ListedTitle]) -> None:
        """1. Which entry each title belongs to. 2. Those entries. 3. What is new. 4. Written."""
        # 1.
        found = [(item.title, self._find(item.title, item.kind_told)) for item in batch]
        # 2.
        self._entries |= rows.read_entries(self._connection, {key for _, (key, is_new) in found if not is_new})
        self._before = {key: set(entry.names) for key, entry in self._entries.items()}
        # 3.
        for title, (key, is_new) in found:
            self._learn(title, key, is_new)
        # 4.
        self._write()

    def _find(self, title: KnownTitle, kind_told: bool) -> tuple[int, bool]:
        """The key of the entry this title belongs to, and whether that is a new one."""
        key = self._ids.get(title.id)
        if key is not None:
            return key, False
        identity = identity_of(title.title)
        kinds = [title.kind, *(kind for kind in TitleKind if kind is not title.kind and not kind_told)]
        places = [(kind.value, identity) for kind in kinds]
        place, chosen = next(
            ((place, same) for place in places if (same := self._same(place, title)) is not None), (places[0], None)
        )
        is_new = chosen is None
        if chosen is None:
            self._last_key += 1
            chosen = _Namesake(self._last_key, title.year, frozenset())
        known = _Namesake(chosen.key, chosen.year or title.year, chosen.ids | ({title.id} if title.id else set()))
        others = [one for one in self._namesakes.get(place, ()) if one.key != known.key]
        self._namesakes[place] = [*others, known]
        if title.id:
            self._ids[title.id] = self._new_ids[title.id] = chosen.key
        return chosen.key, is_new

    def _same(self, place: tuple[str, str], title: KnownTitle) -> _Namesake | None:
        """The one namesake of that year; without a year, the only one there is."""
        same = [known for known in self._namesakes.get(place, ()) if self._may_be_same(known, title)]
        exact = [known for known in same if known.year == title.year]
        return exact[0] if exact else same[0] if len(same) == 1 else None

    @staticmethod
    def _may_be_same(known: _Namesake, title: KnownTitle) -> bool:
        origin = title.id.rpartition("_")[0]
        # A source has one id for one title: another id of the same source is another title.
        if origin and any(name.rpartition("_")[0] == origin for name in known.ids):
            return False
        return known.year is None or title.year is None or known.year == title.year

    def _learn(self, title: KnownTitle, key: int, is_new: bool) -> None:
        if is_new:
            self._entries[key] = new_entry(key, title.id or _make_id(title, key), title)
            self._before[key] = set()
            self._new.add(key)
            self._counts["new"] += 1
        elif self._entries[key].learn(title):
            self._changed.add(key)
            self._counts["updated"] += 1
        else:
            self._counts["unchanged"] += 1

    def _write(self) -> None:
        changed = self._changed - self._new
        rows.insert_entries(self._connection, [self._entries[key] for key in sorted(self._new)])
        rows.update_entries(self._connection, [self._entries[key] for key in sorted(changed)])
        rows.insert_ids(self._connection, self._new_ids)
        for key in sorted(self._new | changed):
            self._names.replace(self._entries[key], self._before[key])
        self._names.write()
        self._entries, self._before, self._new_ids = {}, {}, {}
        self._new, self._changed = set(), set()


def _make_id(title: KnownTitle, key: int) -> str:
    words = f"{title.kind}|{identity_of(title.title)}|{title.year or ''}|{key}"
    return "t_" + hashlib.sha256(words.encode()).hexdigest()[:12]
