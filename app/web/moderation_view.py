"""What the moderation pages show of reports, conflicts and the log; templates only lay it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import ValidationError

from app.errors import ReferenceNotFound
from app.library.library import Library
from app.library.moderation.values import Action, AuditEntry, ReportState, Ruling, UserReport
from app.model.reference import Conflict, Label, Reference, ReferenceState
from app.model.report import CheckReport, ReportReference
from app.web.moderation_reporting import KIND_WORDS
from app.web.presentation import ResultView, view_result, web_link

STATE_WORDS = {
    ReportState.OPEN: "Waiting",
    ReportState.ACCEPTED: "Accepted",
    ReportState.REJECTED: "Rejected",
    ReportState.FALSE_MATCH: "False match",
}
RULING_WORDS = {
    Ruling.OFFICIAL_IS_RIGHT: "It is official",
    Ruling.FAKE_IS_RIGHT: "It is a fake",
    Ruling.BOTH_STAY: "Both stay",
}
_ACTION_WORDS = {
    Action.ACCEPT: "Accepted into the library",
    Action.REJECT: "Rejected",
    Action.FALSE_MATCH: "Marked as a false match",
    Action.SETTLE: "Settled a conflict",
    Action.ADD: "Added a reference",
    Action.CHANGE: "Changed a reference",
    Action.REMOVE: "Removed a reference",
    Action.UNDO: "Took back",
}
_LABEL_WORDS = {Label.OFFICIAL.value: "official", Label.KNOWN_FAKE.value: "known fake"}


@dataclass(frozen=True, slots=True)
class LogView:
    """One line of the log in words."""

    id: int
    at: str
    actor: str
    words: str
    details: str
    report_id: str | None
    can_be_undone: bool
    undone: bool


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with its check. check, result: None when another version wrote it and this one cannot read it.

    has_picture: it can be shown; can_accept: the reporter left it. present: the reference beside it is still there.
    matches: references that it may be told not to be, id and title. decision: what was done last.
    """

    report: UserReport
    kind: str
    state: str
    when: str
    check: CheckReport | None
    result: ResultView | None
    has_picture: bool
    can_accept: bool
    check_kept: bool
    present: bool
    matches: Sequence[tuple[str, str]]
    suggested_title: str
    decision: LogView | None


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two references of a conflict."""

    id: str
    title: str
    source: str
    link: str | None
    tier: str
    width: int
    height: int
    in_use: bool


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A picture with both labels."""

    official: SideView
    fake: SideView
    alike: str


def view_report(report: UserReport, decision: AuditEntry | None, library: Library, *, check_kept: bool) -> ReportView:
    """Lay a report out."""
    check = _read_check(report)
    result = None if check is None else view_result(check)
    best = check.matches[0].reference if check is not None and check.matches else None
    matches = [] if check is None else [match.reference for match in check.matches]
    there = [reference.id for reference in matches if _find(library, reference.id) is not None]
    return ReportView(
        report=report,
        kind=KIND_WORDS[report.kind],
        state=STATE_WORDS[report.state],
        when=when(report.created_at),
        check=check,
        result=result,
        has_picture=report.picture_bytes > 0 or check_kept,
        can_accept=report.picture_bytes > 0,
        check_kept=check_kept,
        present=best is not None and best.id in there,
        matches=[(item.id, _name(item)) for item in matches if item.id in there],
        suggested_title=best.title if best is not None else "",
        decision=None if decision is None else view_entry(decision),
    )


def view_conflict(conflict: Conflict, library: Library) -> ConflictView | None:
    """None when one of the two has just been removed."""
    official, fake = _find(library, conflict.official_id), _find(library, conflict.fake_id)
    if official is None or fake is None:
        return None
    alike = "the very same file" if conflict.same_file else f"alike; {conflict.distance} of 256 bits differ"
    return ConflictView(_side(official), _side(fake), alike)


def view_entry(entry: AuditEntry) -> LogView:
    """One line of the log in words."""
    details = entry.details
    said = [_LABEL_WORDS.get(str(details.get("label")), ""), str(details.get("title") or "")]
    if entry.action is Action.CHANGE:
        said += [f"{name}: {value}" for name, value in details["after"].items()]
    if entry.action is Action.SETTLE:
        said.append(RULING_WORDS[Ruling(details["ruling"])].lower())
    if entry.action is Action.UNDO:
        said.append(f"entry {entry.undoes}")
    if entry.reference_id:
        said.append(entry.reference_id)
    said.append(str(details.get("note") or ""))
    return LogView(
        id=entry.id,
        at=when(entry.at),
        actor=entry.actor,
        words=_ACTION_WORDS[entry.action],
        details=" · ".join(part for part in said if part),
        report_id=entry.report_id,
        can_be_undone=entry.can_be_undone,
        undone=entry.undone_by is not None,
    )


def when(at: str) -> str:
    """A stored time for people, in UTC."""
    return f"{datetime.fromisoformat(at).astimezone(UTC):%d %b %Y, %H:%M} UTC"


def _name(reference: ReportReference) -> str:
    facts = (_LABEL_WORDS.get(reference.label, reference.label), reference.language)
    return f"{reference.title or reference.path or reference.id} ({', '.join(fact for fact in facts if fact)})"


def _read_check(report: UserReport) -> CheckReport | None:
    try:
        return CheckReport.model_validate_json(report.report)
    except ValidationError:
        return None


def _find(library: Library, reference_id: str) -> Reference | None:
    try:
        return library.get(reference_id)
    except ReferenceNotFound:
        return None


def _side(reference: Reference) -> SideView:
    place = reference.provenance
    return SideView(
        id=reference.id,
        title=reference.title or place.path or reference.id,
        source=place.source,
        link=web_link(place.page_url),
        tier=reference.tier.value if reference.tier is not None else "none",
        width=reference.width,
        height=reference.height,
        in_use=reference.state is ReferenceState.ACTIVE,
    )
