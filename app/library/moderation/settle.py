"""Settles pictures that are listed as official and as known fakes, and takes that back, within a transaction."""

from sqlalchemy import ColumnElement, Connection, select, update

from app.errors import AlreadyDecided, ReferenceNotFound
from app.library.moderation.enter import Details, change_reference, take_back_change
from app.library.moderation.values import Ruling
from app.library.schema import conflicts, references
from app.library.writing import settle_conflict
from app.model.reference import ReferenceState

_WORDS = {
    Ruling.OFFICIAL_IS_RIGHT: "It is official; the known fake was taken out of use.",
    Ruling.FAKE_IS_RIGHT: "It is a known fake; the official reference was taken out of use.",
    Ruling.BOTH_STAY: "Both stay in use.",
}


def settle(connection: Connection, official_id: str, fake_id: str, ruling: Ruling) -> Details:
    """Take the wrong reference out of use, and note the ruling; gives what undoing needs.

    Raises: ReferenceNotFound (no such conflict), AlreadyDecided.
    """
    settled_at = connection.scalar(select(conflicts.c.settled_at).where(_pair(official_id, fake_id)))
    if settled_at is None:
        raise ReferenceNotFound(f"No conflict between {official_id} and {fake_id} is on record.")
    if settled_at:
        raise AlreadyDecided("Somebody settled this conflict already; undo that first.")
    settle_conflict(connection, official_id, fake_id, _WORDS[ruling])
    details: Details = {"official_id": official_id, "fake_id": fake_id, "ruling": ruling.value, "disabled": None}
    wrong = {Ruling.OFFICIAL_IS_RIGHT: fake_id, Ruling.FAKE_IS_RIGHT: official_id}.get(ruling)
    if wrong is not None:
        details["disabled"] = wrong
        details |= change_reference(connection, wrong, {"state": ReferenceState.DISABLED.value})
    return details


def take_back_settling(connection: Connection, details: Details) -> None:
    """Undo `settle`; what was removed meanwhile stays removed."""
    pair = _pair(details["official_id"], details["fake_id"])
    connection.execute(update(conflicts).where(pair).values(settled_at="", ruling=""))
    if details["disabled"] is not None:
        take_back_change(connection, details["disabled"], details)


def _pair(official_id: str, fake_id: str) -> ColumnElement[bool]:
    official = select(references.c.key).where(references.c.id == official_id).scalar_subquery()
    fake = select(references.c.key).where(references.c.id == fake_id).scalar_subquery()
    return (conflicts.c.official_key == official) & (conflicts.c.fake_key == fake)
