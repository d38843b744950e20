"""The table of reports: rows to values and back; each function works inside a transaction of the caller."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from app.errors import AlreadyDecided, ReportNotFound
from app.library.moderation.values import NewReport, ReportKind, ReportPage, ReportState, UserReport
from app.library.schema import reports
from app.model.fingerprint import PerceptualHash


def insert_report(connection: Connection, report_id: str, new: NewReport, created_at: str) -> None:
    """Add an open report."""
    connection.execute(
        insert(reports).values(
            id=report_id,
            kind=new.kind.value,
            check_id=new.check_id,
            sha256=new.sha256,
            phash=new.perceptual_hash.bits.tobytes(),
            detail=new.perceptual_hash.detail,
            report=new.report,
            comment=new.comment,
            picture_bytes=len(new.picture or b""),
            created_at=created_at,
            state=ReportState.OPEN.value,
            decided_at="",
            decided_by="",
        )
    )


def find_same(connection: Connection, check_id: str, kind: ReportKind) -> UserReport | None:
    """The report of that kind about that check, in any state."""
    same = (reports.c.check_id == check_id) & (reports.c.kind == kind.value)
    row = connection.execute(select(reports).where(same)).first()
    return None if row is None else _to_report(row)


def read_report(connection: Connection, report_id: str) -> UserReport:
    """Raises: ReportNotFound."""
    row = connection.execute(select(reports).where(reports.c.id == report_id)).first()
    if row is None:
        raise ReportNotFound(f"There is no report {report_id}.")
    return _to_report(row)


def read_open_report(connection: Connection, report_id: str) -> UserReport:
    """Raises: ReportNotFound, AlreadyDecided."""
    report = read_report(connection, report_id)
    if report.state is not ReportState.OPEN:
        raise AlreadyDecided("Somebody decided this report already; undo that first.")
    return report


def read_reports(connection: Connection, state: ReportState | None, after: int, limit: int) -> ReportPage:
    """Those that wait, oldest first; decided ones newest first. after: key of the last one seen, 0 for none."""
    waiting = state is ReportState.OPEN
    chosen: list[ColumnElement[bool]] = [] if state is None else [reports.c.state == state.value]
    total = connection.scalar(select(func.count()).select_from(reports).where(*chosen)) or 0
    if after:
        chosen.append(reports.c.key > after if waiting else reports.c.key < after)
    order = reports.c.key if waiting else reports.c.key.desc()
    rows = connection.execute(select(reports).where(*chosen).order_by(order).limit(limit + 1)).all()
    items = tuple(_to_report(row) for row in rows[:limit])
    return ReportPage(items, items[-1].key if len(rows) > limit else None, total)


def count_by_state(connection: Connection) -> dict[ReportState, int]:
    """How many reports are in each state."""
    found = connection.execute(select(reports.c.state, func.count()).group_by(reports.c.state)).all()
    return dict.fromkeys(ReportState, 0) | {ReportState(state): int(count) for state, count in found}


def count_waiting(connection: Connection) -> tuple[int, int]:
    """How many reports are open, and how many bytes of pictures are kept for all reports."""
    waiting = select(func.count()).select_from(reports).where(reports.c.state == ReportState.OPEN.value)
    kept = select(func.coalesce(func.sum(reports.c.picture_bytes), 0))
    return int(connection.scalar(waiting) or 0), int(connection.scalar(kept) or 0)


def set_state(connection: Connection, report_id: str, state: ReportState, at: str, actor: str) -> None:
    """at, actor: "" for an open one."""
    values = {"state": state.value, "decided_at": at, "decided_by": actor}
    connection.execute(update(reports).where(reports.c.id == report_id).values(**values))


def set_picture_bytes(connection: Connection, report_ids: Iterable[str], count: int) -> None:
    """Note that pictures came back, or (0) went."""
    connection.execute(update(reports).where(reports.c.id.in_(list(report_ids))).values(picture_bytes=count))


def ids_with_overdue_pictures(connection: Connection, created_before: str, decided_before: str) -> list[str]:
    """Reports whose picture is to be deleted. Times: ISO 8601 in UTC, as they are stored."""
    decided = (reports.c.state != ReportState.OPEN.value) & (reports.c.decided_at < decided_before)
    overdue = (reports.c.created_at < created_before) | decided
    return list(connection.scalars(select(reports.c.id).where(reports.c.picture_bytes > 0, overdue)))


def ids_with_pictures(connection: Connection) -> frozenset[str]:
    """Reports that have a picture."""
    return frozenset(connection.scalars(select(reports.c.id).where(reports.c.picture_bytes > 0)))


def _to_report(row: Row[Any]) -> UserReport:
    return UserReport(
        id=row.id,
        key=row.key,
        kind=ReportKind(row.kind),
        check_id=row.check_id,
        sha256=row.sha256,
        perceptual_hash=PerceptualHash(np.frombuffer(row.phash, np.uint8), row.detail),
        report=row.report,
        comment=row.comment,
        picture_bytes=row.picture_bytes,
        created_at=row.created_at,
        state=ReportState(row.state),
        decided_at=row.decided_at,
        decided_by=row.decided_by,
    )
