"""Reporting a check: from the form on its result page, and the way that this form and the HTTP interface share."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.compare.submitted import SubmittedPicture
from app.imaging.load import load_image
from app.library.moderation.report_store import PICTURE_DAYS
from app.library.moderation.values import MAX_COMMENT, NewReport, ReportKind, ReportState, UserReport
from app.model.fingerprint import PerceptualHash
from app.settings import image_limits
from app.web.moderation_bodies import read_fields
from app.web.problems import field_problem
from app.web.wiring import Parts, WebParts

router = APIRouter(include_in_schema=False)

KIND_WORDS = {
    ReportKind.KNOWN_FAKE: "This is a fake",
    ReportKind.WRONG_VERDICT: "The verdict is wrong",
}
_STATE_WORDS = {
    ReportState.OPEN: "It waits for a moderator. Thank you.",
    ReportState.ACCEPTED: "A moderator put the picture into the library: check it again to see the difference.",
    ReportState.REJECTED: "A moderator looked at it and left everything as it is.",
    ReportState.FALSE_MATCH: "A moderator found the match to be false: check it again to see the difference.",
}


@dataclass(frozen=True, slots=True)
class ToldView:
    """A report of this check, and what became of it."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class ReportingView:
    """What a result page says of reporting. told: what was reported. kinds: what still can be, value and words."""

    told: Sequence[ToldView]
    kinds: Sequence[tuple[str, str]]
    max_comment: int
    days: int


def view_reporting(parts: WebParts, check_id: str) -> ReportingView | None:
    """None where reports are switched off, or no library is open (blocking)."""
    if not parts.moderators.is_on or parts.room.why_not_ready is not None:
        return None
    reports = parts.moderators.store.of_check(check_id)
    told = {report.kind: ToldView(KIND_WORDS[report.kind], _STATE_WORDS[report.state]) for report in reports}
    kinds = [(kind.value, KIND_WORDS[kind]) for kind in ReportKind if kind not in told]
    return ReportingView(list(told.values()), kinds, MAX_COMMENT, PICTURE_DAYS)


async def take_report(
    parts: WebParts, check_id: str, kind: ReportKind, comment: str, *, leave_picture: bool
) -> UserReport:
    """Hand a kept check to the moderators. Raises: Problem 404 (no such check), 503; ReportsFull, WrongUse."""
    report = await asyncio.to_thread(parts.kept.report, check_id)
    upload = await asyncio.to_thread(parts.kept.upload, check_id)

    def measure() -> PerceptualHash:
        # As checks do, so that a false match is known again.
        return SubmittedPicture(load_image(upload, image_limits(parts.settings))).perceptual_hash

    async with parts.room.turn():
        phash = await parts.room.run(measure)
    new = NewReport(
        kind=kind,
        check_id=check_id,
        sha256=report.sha256,
        perceptual_hash=phash,
        report=report.model_dump_json(),
        comment=tidy(comment),
        picture=upload if leave_picture else None,
    )
    return await asyncio.to_thread(parts.moderators.store.report, new)


def tidy(text: str) -> str:
    """Words of a visitor as they are kept: lines stay, other control signs go."""
    lines = (text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    kept = ("".join(sign for sign in line if sign.isprintable()).rstrip() for line in lines)
    return "\n".join(kept).strip()


@router.post("/checks/{check_id}/report")
async def report_form(check_id: str, request: Request, parts: Parts) -> Response:
    """Take the form in, and lead back to the result, which tells what became of the report."""
    parts.moderators.pay_report(request)
    fields = await read_fields(request)
    if fields.get("kind") not in tuple(ReportKind):
        raise field_problem("kind", "Say what you report: that it is a fake, or that the verdict is wrong.")
    kind = ReportKind(fields["kind"])
    picture = fields.get("leave_picture") == "yes"
    await take_report(parts, check_id, kind, fields.get("comment", ""), leave_picture=picture)
    return RedirectResponse(f"/checks/{check_id}#report", 303)
