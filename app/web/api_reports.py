"""The HTTP interface of reports: anybody files them, moderators read and decide them."""

import asyncio
import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.security import HTTPBearer
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from app.errors import WrongUse
from app.library.moderation.values import (
    MAX_COMMENT,
    Acceptance,
    AuditEntry,
    ReportKind,
    ReportState,
    UserReport,
)
from app.model.reference import Label, Tier
from app.web.moderation_bodies import json_body, read_json
from app.web.moderation_reporting import take_report, tidy
from app.web.problems import problem_responses
from app.web.uploads import MAX_TITLE, MAX_URL
from app.web.wiring import Parts, WebParts

router = APIRouter(prefix="/api/v1/reports", tags=["reports"])

# For the OpenAPI document; the token is looked at in `ModerationParts.bearer`.
MODERATORS = [Depends(HTTPBearer(auto_error=False, scheme_name="moderator"))]
MAX_NOTE = 500


class ReportBody(BaseModel):
    """What is reported of a check that is still kept. leave_picture: moderators may keep its file for 90 days."""

    model_config = ConfigDict(extra="forbid")

    check_id: str = Field(max_length=100)
    kind: ReportKind
    comment: str = Field(default="", max_length=MAX_COMMENT)
    leave_picture: bool = False


class ReportTaken(BaseModel):
    """A report that was taken in."""

    id: str
    check_id: str
    kind: ReportKind
    state: ReportState
    picture_kept: bool
    created_at: str


class ReportItem(ReportTaken):
    """A report as moderators see it. check: the CheckReport at that time."""

    comment: str
    sha256: str
    decided_at: str
    decided_by: str
    check: dict[str, Any]


class ReportList(BaseModel):
    """One page. `next_cursor` is null on the last one; `total` counts all pages."""

    items: list[ReportItem]
    next_cursor: int | None
    total: int


class DecisionBody(BaseModel):
    """What a moderator decides; `reference_id` is for a false match, the words describe what is accepted."""

    model_config = ConfigDict(extra="forbid")

    decision: Literal["accept", "reject", "false_match"]
    label: Label = Label.KNOWN_FAKE
    title: str = Field(default="", max_length=MAX_TITLE)
    note: str = Field(default="", max_length=MAX_NOTE)
    page_url: str = Field(default="", max_length=MAX_URL)
    tier: Tier | None = None
    reference_id: str = Field(default="", max_length=100)


class LogItem(BaseModel):
    """One line of the log. `undoes` and `undone_by` are ids of other lines."""

    id: int
    at: str
    actor: str
    action: str
    report_id: str | None
    reference_id: str | None
    details: dict[str, Any]
    undoes: int | None
    undone_by: int | None


@router.post(
    "",
    status_code=201,
    openapi_extra=json_body(ReportBody),
    responses=problem_responses(400, 403, 404, 413, 415, 422, 429, 503),
    summary="Report a known fake or a wrong verdict",
)
async def create_report(request: Request, response: Response, parts: Parts) -> ReportTaken:
    """JSON: `check_id` of a check that is still kept, `kind` (`known_fake` or `wrong_verdict`), optional `comment`
    and `leave_picture`.

    Goes to the moderators. The same report twice is one. With `leave_picture` the file is kept for them until a week
    after they decided, at most 90 days; without it, only the report is.
    """
    parts.moderators.pay_report(request)
    body = await read_json(request, ReportBody)
    report = await take_report(parts, body.check_id, body.kind, body.comment, leave_picture=body.leave_picture)
    response.headers["Cache-Control"] = "no-store"
    return _taken(report)


@router.get("", dependencies=MODERATORS, responses=problem_responses(401, 403, 422, 429, 503), summary="Reports")
async def list_reports(
    request: Request,
    parts: Parts,
    state: Annotated[ReportState | None, Query()] = None,
    cursor: Annotated[int, Query(ge=0, lt=2**63)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> ReportList:
    """For moderators. Those that wait come oldest first, all others newest first."""
    await asyncio.to_thread(parts.moderators.bearer, request)
    page = await asyncio.to_thread(parts.moderators.store.reports, state, after=cursor, limit=limit)
    return ReportList(items=[_item(report) for report in page.items], next_cursor=page.next_cursor, total=page.total)


@router.get(
    "/{report_id}", dependencies=MODERATORS, responses=problem_responses(401, 403, 404, 429, 503), summary="One report"
)
async def read_report(report_id: str, request: Request, parts: Parts) -> ReportItem:
    """For moderators."""
    await asyncio.to_thread(parts.moderators.bearer, request)
    return _item(await asyncio.to_thread(parts.moderators.store.get, report_id))


@router.post(
    "/{report_id}/decision",
    dependencies=MODERATORS,
    openapi_extra=json_body(DecisionBody),
    responses=problem_responses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503),
    summary="Decide a report",
)
async def decide_report(report_id: str, request: Request, parts: Parts) -> LogItem:
    """For moderators. JSON: `decision`: `accept` (with `label`, `title`, `note`, `page_url`, `tier`), `reject`, or
    `false_match` (with `reference_id`). Answers with the line of the log, whose id undoes it.
    """
    actor = await asyncio.to_thread(parts.moderators.bearer, request)
    body = await read_json(request, DecisionBody)
    return log_item(await asyncio.to_thread(decide, parts, report_id, body, actor))


def decide(parts: WebParts, report_id: str, body: DecisionBody, actor: str) -> AuditEntry:
    """Do what a moderator decided (blocking). Raises: ModerationError, ReferenceNotFound, WrongUse."""
    store = parts.moderators.store
    note = tidy(body.note)
    if body.decision == "reject":
        return store.reject(report_id, note, actor)
    if body.decision == "false_match":
        if not body.reference_id:
            raise WrongUse("Name the reference that it must not be matched with.")
        return store.mark_false_match(report_id, body.reference_id, note, actor)
    how = Acceptance(body.label, body.title.strip(), note, body.page_url.strip(), body.tier)
    return store.accept(report_id, how, actor)


def log_item(entry: AuditEntry) -> LogItem:
    """A line of the log as the HTTP interface shows it."""
    return LogItem(
        id=entry.id,
        at=entry.at,
        actor=entry.actor,
        action=entry.action.value,
        report_id=entry.report_id,
        reference_id=entry.reference_id,
        details=dict(entry.details),
        undoes=entry.undoes,
        undone_by=entry.undone_by,
    )


def _taken(report: UserReport) -> ReportTaken:
    return ReportTaken(
        id=report.id,
        check_id=report.check_id,
        kind=report.kind,
        state=report.state,
        picture_kept=report.picture_bytes > 0,
        created_at=report.created_at,
    )


def _item(report: UserReport) -> ReportItem:
    return ReportItem(
        **_taken(report).model_dump(),
        comment=report.comment,
        sha256=report.sha256,
        decided_at=report.decided_at,
        decided_by=report.decided_by,
        check=json.loads(report.report),
    )
