"""The log of what moderators did: it only grows, and the database itself refuses anything else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from app.errors import ReportNotFound
from app.library.moderation.values import Action, AuditEntry, AuditPage
from app.library.schema import audit_log


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is to be written down. details: values that JSON can hold."""

    actor: str
    action: Action
    report_id: str | None = None
    reference_id: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    undoes: int | None = None


def now() -> str:
    """The time as the library writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def write_entry(connection: Connection, new: NewEntry) -> AuditEntry:
    """Add an entry, in the transaction that does what it tells."""
    at = now()
    statement = insert(audit_log).values(
        at=at,
        actor=new.actor,
        action=new.action.value,
        report_id=new.report_id,
        reference_id=new.reference_id,
        details=json.dumps(dict(new.details), ensure_ascii=False),
        undoes=new.undoes,
    )
    key = connection.execute(statement).inserted_primary_key
    assert key is not None
    return AuditEntry(key[0], at, new.actor, new.action, new.report_id, new.reference_id, new.details, new.undoes)


def read_entry(connection: Connection, entry_id: int) -> AuditEntry:
    """Raises: ReportNotFound."""
    row = connection.execute(_entries().where(audit_log.c.id == entry_id)).first()
    if row is None:
        raise ReportNotFound(f"The log holds no entry {entry_id}.")
    return _to_entry(row)


def read_entries(connection: Connection, before: int | None, limit: int) -> AuditPage:
    """Newest first, those before an id."""
    found = _entries() if before is None else _entries().where(audit_log.c.id < before)
    rows = connection.execute(found.order_by(audit_log.c.id.desc()).limit(limit + 1)).all()
    items = tuple(_to_entry(row) for row in rows[:limit])
    return AuditPage(items, items[-1].id if len(rows) > limit else None)


def read_decision(connection: Connection, report_id: str) -> AuditEntry | None:
    """The last thing that was done about a report; None when nothing was."""
    found = _entries().where(audit_log.c.report_id == report_id).order_by(audit_log.c.id.desc()).limit(1)
    row = connection.execute(found).first()
    return None if row is None else _to_entry(row)


def _entries() -> Select[Any]:
    later = audit_log.alias("later")
    joined = audit_log.outerjoin(later, later.c.undoes == audit_log.c.id)
    return select(audit_log, later.c.id.label("undone_by")).select_from(joined)


def _to_entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        id=row.id,
        at=row.at,
        actor=row.actor,
        action=Action(row.action),
        report_id=row.report_id,
        reference_id=row.reference_id,
        details=json.loads(row.details),
        undoes=row.undoes,
        undone_by=row.undone_by,
    )
