"""Where a reference was found, when it was found in several places: records them, and keeps the best one in front.

The columns of `references` that describe a place repeat the best provenance, so that readers need no second table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.library.new_reference import NewReference
from app.library.rows import PLACE_COLUMNS, described_values, lookup_values, provenance_values
from app.library.schema import provenances, references
from app.model.reference import ReferenceState

# Best first. A picture that the operator added without a tier is trusted before one that fans may have made.
_RANKS = {"A": 0, "B": 1, "C": 2, None: 3, "F": 4, "K": 5}
# What a reference without a title, say, may take over from a place that is not its best.
_FILLED_IN = ("title", "title_id", "language")
# Dates alone are no news to whoever reads the library.
_DATES = frozenset({"fetched_at", "expires_at", "gone_at"})


@dataclass(frozen=True, slots=True)
class ReferenceChange:
    """What adding a known picture again changes. place_id: the provenance to change; None: `place` is a new one.

    reference, place: columns and their new values; `place` is None when no provenance changes.
    """

    reference: dict[str, Any] = field(default_factory=dict)
    place: dict[str, Any] | None = None
    place_id: int | None = None

    def __bool__(self) -> bool:
        return bool(self.reference) or self.place is not None

    @property
    def is_news(self) -> bool:
        """Whether more than dates changes."""
        new_place = self.place is not None and (self.place_id is None or bool(self.place.keys() - _DATES))
        return new_place or bool(self.reference.keys() - _DATES)


def plan_change(connection: Connection, key: int, new: NewReference, *, first: bool) -> ReferenceChange:
    """What is to be written when `new` turns out to be the reference `key`; values it leaves empty say nothing.

    first: no item before it in the same run was this reference; a later one may only add a place on the web.
    """
    row = connection.execute(select(references).where(references.c.key == key)).first()
    if row is None:
        return ReferenceChange()
    rows = _read_places(connection, key)
    mine = next((place for place in rows if _same_place(place, new)), None)
    if not first and (mine is not None or not new.provenance.image_url):
        return ReferenceChange()
    values = provenance_values(new)
    if mine is None:
        place: dict[str, Any] = values | {"gone_at": ""}
    else:
        place = _changed(values, dict(mine._mapping))
        if mine.gone_at:
            place["gone_at"] = ""
    merged = (dict(mine._mapping) if mine is not None else {"id": 2**63}) | place
    others = [dict(other._mapping) for other in rows if other is not mine]
    changes = _reference_changes(row, new, merged, others)
    if row.state == ReferenceState.GONE.value:
        changes["state"] = ReferenceState.ACTIVE.value
    return ReferenceChange(changes, place if place or mine is None else None, None if mine is None else mine.id)


def apply_change(connection: Connection, key: int, change: ReferenceChange) -> None:
    """Write what `plan_change` found, in the same transaction."""
    if change.place is not None:
        if change.place_id is None:
            connection.execute(insert(provenances).values(reference_key=key, **change.place))
        else:
            connection.execute(update(provenances).where(provenances.c.id == change.place_id).values(**change.place))
    if change.reference:
        _update_reference(connection, key, change.reference)


def put_best_in_front(connection: Connection, key: int) -> bool:
    """After provenances were lost: repeat the best one in the reference's own columns; whether that changed them."""
    row = connection.execute(select(references).where(references.c.key == key)).first()
    rows = _read_places(connection, key)
    if row is None or not rows:
        return False
    best = _best([dict(place._mapping) for place in rows])
    changes = {name: best[name] for name in PLACE_COLUMNS if best[name] != row._mapping[name]}
    if changes:
        _update_reference(connection, key, changes)
    return bool(changes)


def has_live_place(connection: Connection, key: int) -> bool:
    """Whether a source is known that still lists the picture."""
    found = select(provenances.c.id).where(provenances.c.reference_key == key, provenances.c.gone_at == "")
    return connection.scalar(found.limit(1)) is not None


def _reference_changes(
    row: Row[Any], new: NewReference, mine: dict[str, Any], others: list[dict[str, Any]]
) -> dict[str, Any]:
    described = described_values(new)
    best = _best([*others, mine])
    if best is mine:
        named = {name: value for name, value in described.items() if name not in PLACE_COLUMNS}
        changes = _changed(named, dict(row._mapping))
    else:
        changes = {name: described[name] for name in _FILLED_IN if described[name] and not row._mapping[name]}
    return changes | {name: best[name] for name in PLACE_COLUMNS if best[name] != row._mapping[name]}


def _read_places(connection: Connection, key: int) -> Sequence[Row[Any]]:
    found = select(provenances).where(provenances.c.reference_key == key).order_by(provenances.c.id)
    return connection.execute(found).all()


def _same_place(place: Row[Any], new: NewReference) -> bool:
    """On the web the address tells places apart; at home a named source does, and no name fits any."""
    if place.image_url or new.provenance.image_url:
        return (place.source, place.image_url) == (new.provenance.source, new.provenance.image_url)
    return place.source == new.provenance.source or "" in (place.source, new.provenance.source)


def _best(places: list[dict[str, Any]]) -> dict[str, Any]:
    return min(places, key=lambda place: (bool(place["gone_at"]), _RANKS.get(place["tier"], 9), place["id"]))


def _changed(values: dict[str, Any], stored: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None) and value != stored[name]}


def _update_reference(connection: Connection, key: int, changes: dict[str, Any]) -> None:
    row = connection.execute(select(references).where(references.c.key == key)).first()
    assert row is not None, "read in the same transaction"
    described = dict(row._mapping) | changes
    connection.execute(
        update(references).where(references.c.key == key).values(**changes, **lookup_values(row.id, described))
    )
