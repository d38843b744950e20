"""Puts references into the library, changes them and takes that back, within a moderator's transaction."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.errors import LibraryError, ReferenceNotFound, WrongUse
from app.library.new_reference import NewReference, find_objection
from app.library.pictures import StoredPicture
from app.library.prepare import Prepared
from app.library.provenances import put_best_in_front
from app.library.reading import find_known, not_found
from app.library.rows import PLACE_COLUMNS, described_values, lookup_values
from app.library.schema import provenances, references
from app.library.writing import delete_reference, insert_reference, make_reference_id
from app.model.reference import Kind, Label, Provenance, ReferenceState, Tier

# What a moderator may change of a reference. Its label is part of what it is: add it anew with the other one.
CHANGEABLE = ("title", "title_id", "kind", "language", "tier", "page_url", "note", "state")
_FILLED_BY_ENTERING = ("title", "title_id", "language", "tier", "page_url", "note")

Details = dict[str, Any]


def enter_reference(connection: Connection, new: NewReference, prepared: Prepared) -> tuple[str, Details]:
    """Add a reference, or bring one that is there into use and describe it anew; gives its id, and what undoing needs.

    A demo library keeps its drawn pictures beside it; they leave with the first real import.
    """
    reference_id = make_reference_id(prepared.stored.sha256, new.label)
    if insert_reference(connection, new, prepared, demo=False):
        return reference_id, {"added": True}
    if find_known(connection, prepared.stored.sha256, new.label) is None:
        raise LibraryError(f"Another picture has the id {reference_id}.")
    described = described_values(new)
    changes = {name: described[name] for name in _FILLED_BY_ENTERING if described[name]}
    changes["state"] = ReferenceState.ACTIVE.value
    return reference_id, {"added": False, **change_reference(connection, reference_id, changes)}


def change_reference(connection: Connection, reference_id: str, changes: Mapping[str, Any]) -> Details:
    """Set columns of CHANGEABLE; gives what undoing needs. Raises: ReferenceNotFound, WrongUse."""
    row = _read(connection, reference_id)
    place = _front_place(connection, row)
    changed = {name: value for name, value in changes.items() if row._mapping[name] != value}
    _refuse_senseless(row, changed)
    _write(connection, row, None if place is None else place.id, changed)
    return {
        "before": {name: row._mapping[name] for name in changed},
        "after": changed,
        "place": None if place is None else place.id,
    }


def take_back_entering(connection: Connection, reference_id: str, details: Details) -> StoredPicture | None:
    """Undo `enter_reference`; gives files to release after the commit. A reference that is gone already stays gone."""
    if not details["added"]:
        take_back_change(connection, reference_id, details)
        return None
    try:
        return delete_reference(connection, reference_id)
    except ReferenceNotFound:
        return None


def take_back_change(connection: Connection, reference_id: str, details: Details) -> None:
    """Undo `change_reference`, where nobody changed it again since. A reference that is gone stays gone."""
    row = connection.execute(select(references).where(references.c.id == reference_id)).first()
    if row is None:
        return
    before, after = details["before"], details["after"]
    untouched = {name: value for name, value in before.items() if row._mapping[name] == after[name]}
    _write(connection, row, details["place"], untouched)


def _write(connection: Connection, row: Row[Any], place_id: int | None, changed: Mapping[str, Any]) -> None:
    of_place = {name: value for name, value in changed.items() if name in PLACE_COLUMNS}
    if of_place and place_id is not None:
        connection.execute(update(provenances).where(provenances.c.id == place_id).values(**of_place))
    if not changed:
        return
    described = dict(row._mapping) | dict(changed)
    values = dict(changed) | lookup_values(row.id, described)
    connection.execute(update(references).where(references.c.key == row.key).values(**values))
    if "tier" in of_place:
        put_best_in_front(connection, row.key)


def _read(connection: Connection, reference_id: str) -> Row[Any]:
    row = connection.execute(select(references).where(references.c.id == reference_id)).first()
    if row is None:
        raise not_found(reference_id)
    return row


def _front_place(connection: Connection, row: Row[Any]) -> Row[Any] | None:
    """The provenance that the reference's own columns repeat."""
    found = select(provenances).where(
        provenances.c.reference_key == row.key,
        provenances.c.source == row.source,
        provenances.c.image_url == row.image_url,
    )
    return connection.execute(found).first()


def _refuse_senseless(row: Row[Any], changed: Mapping[str, Any]) -> None:
    merged = dict(row._mapping) | dict(changed)
    tier = merged["tier"]
    described = NewReference(
        picture=b"",
        label=Label(merged["label"]),
        kind=Kind(merged["kind"]),
        tier=None if tier is None else Tier(tier),
        provenance=Provenance(page_url=merged["page_url"]),
    )
    objection = find_objection(described)
    if objection is not None:
        raise WrongUse(objection)
