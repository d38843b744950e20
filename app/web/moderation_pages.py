"""The pages of moderators: what was reported with its check side by side, conflicts, decisions, and the log."""

import asyncio
from typing import Any

from fastapi import APIRouter
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.errors import WrongUse
from app.imaging.encode import encode_jpeg
from app.imaging.load import load_image
from app.library.moderation.sessions import Session
from app.library.moderation.values import ReportState, Ruling, UserReport
from app.model.reference import Tier
from app.settings import image_limits
from app.web.api_reports import MAX_NOTE, DecisionBody, decide
from app.web.moderation_bodies import read_fields
from app.web.moderation_parts import refuse_foreign_form
from app.web.moderation_view import (
    RULING_WORDS,
    STATE_WORDS,
    ReportView,
    view_conflict,
    view_entry,
    view_report,
)
from app.web.pictures import SHOWN_SIDE
from app.web.problems import Problem, field_problem
from app.web.rendering import render_page
from app.web.uploads import MAX_TITLE, MAX_URL
from app.web.wiring import Parts, WebParts

router = APIRouter(prefix="/moderation", include_in_schema=False)

REPORTS_PAGE = 6
_LOG_PAGE = 40
_MAX_CONFLICTS = 20
_TO_SIGN_IN = "/moderation/sign-in"


@router.get("")
async def queue_page(request: Request, parts: Parts, state: str = "open", cursor: str = "", done: str = "") -> Response:
    """What waits for a decision, or what was decided. done: the line of the log that was just written."""
    session = await _signed_in(request, parts)
    if session is None:
        return RedirectResponse(_TO_SIGN_IN, 303)
    chosen = ReportState(state) if state in tuple(ReportState) else ReportState.OPEN
    after, entry_id = (int(text) if text.isdecimal() and len(text) < 19 else 0 for text in (cursor, done))
    context = await asyncio.to_thread(_queue, parts, chosen, after, entry_id)
    return render_page(request, "moderation.html", {**context, "session": session})


@router.get("/reports/{report_id}")
async def report_page(report_id: str, request: Request, parts: Parts) -> Response:
    """One report."""
    session = await _signed_in(request, parts)
    if session is None:
        return RedirectResponse(_TO_SIGN_IN, 303)
    view = await asyncio.to_thread(_view, parts, await asyncio.to_thread(parts.moderators.store.get, report_id))
    return render_page(request, "moderation_report.html", {**_frame(), "session": session, "item": view})


@router.get("/reports/{report_id}/picture.jpg")
async def report_picture(report_id: str, request: Request, parts: Parts) -> Response:
    """The reported picture, encoded again, without the file's metadata."""
    if await _signed_in(request, parts) is None:
        raise Problem(401, "sign_in_needed", "Sign in as a moderator to see this picture.")
    store = parts.moderators.store
    report = await asyncio.to_thread(store.get, report_id)
    upload = await asyncio.to_thread(store.picture, report_id)
    if upload is None:
        upload = await asyncio.to_thread(parts.kept.upload, report.check_id)
    data = upload

    def encode() -> bytes:
        return encode_jpeg(load_image(data, image_limits(parts.settings)).pixels, quality=88, max_side=SHOWN_SIDE)

    async with parts.room.turn():
        picture = await parts.room.run(encode)
    return Response(picture, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=3600"})


@router.post("/reports/{report_id}/decision")
async def decision_form(report_id: str, request: Request, parts: Parts) -> Response:
    """Decide a report, then lead back to the queue, which offers to take it back."""
    session, fields = await _signed_form(request, parts)
    if session is None:
        return RedirectResponse(_TO_SIGN_IN, 303)
    known = {name: value for name, value in fields.items() if name in DecisionBody.model_fields and value}
    try:
        body = DecisionBody.model_validate(known)
    except ValidationError as error:
        first = error.errors()[0]
        raise field_problem(str(first["loc"][0]), f"{first['loc'][0]}: {first['msg']}.") from error
    entry = await asyncio.to_thread(decide, parts, report_id, body, session.name)
    return RedirectResponse(f"/moderation?done={entry.id}", 303)


@router.post("/conflicts")
async def conflict_form(request: Request, parts: Parts) -> Response:
    """Settle a conflict."""
    session, fields = await _signed_form(request, parts)
    if session is None:
        return RedirectResponse(_TO_SIGN_IN, 303)
    if fields.get("ruling") not in tuple(Ruling):
        raise WrongUse("Choose which of the two labels is right.")
    pair = (fields.get("official_id", ""), fields.get("fake_id", ""))
    settle = parts.moderators.store.settle
    entry = await asyncio.to_thread(settle, *pair, Ruling(fields["ruling"]), session.name)
    return RedirectResponse(f"/moderation?done={entry.id}", 303)


@router.get("/log")
async def log_page(request: Request, parts: Parts, cursor: str = "") -> Response:
    """What moderators did, newest first."""
    session = await _signed_in(request, parts)
    if session is None:
        return RedirectResponse(_TO_SIGN_IN, 303)
    before = int(cursor) if cursor.isdecimal() and len(cursor) < 19 else None
    page = await asyncio.to_thread(parts.moderators.store.log, before=before, limit=_LOG_PAGE)
    context = {
        **_frame(),
        "session": session,
        "entries": [view_entry(entry) for entry in page.items],
        "next_cursor": page.next_cursor,
        "continued": before is not None,
    }
    return render_page(request, "moderation_log.html", context)


@router.post("/log/{entry_id}/undo")
async def undo_form(entry_id: int, request: Request, parts: Parts) -> Response:
    """Take a decision back."""
    session, _fields = await _signed_form(request, parts)
    if session is None:
        return RedirectResponse(_TO_SIGN_IN, 303)
    entry = await asyncio.to_thread(parts.moderators.store.undo, entry_id, session.name)
    return RedirectResponse(f"/moderation?done={entry.id}", 303)


async def _signed_in(request: Request, parts: WebParts) -> Session | None:
    if not parts.moderators.is_on:
        return None
    return await asyncio.to_thread(parts.moderators.session, request)


async def _signed_form(request: Request, parts: WebParts) -> tuple[Session | None, dict[str, str]]:
    """The moderator and the fields of their form. Raises: Problem 403 for a form of another session."""
    session = await _signed_in(request, parts)
    if session is None:
        return None, {}
    fields = await read_fields(request)
    refuse_foreign_form(session, fields.get("form_token", ""))
    return session, fields


def _queue(parts: WebParts, state: ReportState, after: int, entry_id: int) -> dict[str, Any]:
    store, library = parts.moderators.store, parts.room.checker.library
    page = store.reports(state, after=after, limit=REPORTS_PAGE)
    counts = store.counts()
    found = library.conflicts() if state is ReportState.OPEN and not after else ()
    conflicts = [view_conflict(conflict, library) for conflict in found[:_MAX_CONFLICTS]]
    return {
        **_frame(),
        "state": state.value,
        "tabs": [(one.value, STATE_WORDS[one], counts[one]) for one in ReportState],
        "items": [_view(parts, report) for report in page.items],
        "next_cursor": page.next_cursor,
        "continued": after > 0,
        "conflicts": [conflict for conflict in conflicts if conflict is not None],
        "more_conflicts": max(0, len(found) - _MAX_CONFLICTS),
        "done": view_entry(store.entry(entry_id)) if entry_id else None,
        "demo": library.summary().demo,
    }


def _view(parts: WebParts, report: UserReport) -> ReportView:
    decision = parts.moderators.store.decision(report.id) if report.state is not ReportState.OPEN else None
    kept = parts.kept.has_picture(report.check_id, "upload")
    return view_report(report, decision, parts.room.checker.library, check_kept=kept)


def _frame() -> dict[str, Any]:
    return {
        "active": "moderation",
        "rulings": [(ruling.value, RULING_WORDS[ruling]) for ruling in Ruling],
        "tiers": [tier.value for tier in Tier if tier is not Tier.K],
        "max_title": MAX_TITLE,
        "max_note": MAX_NOTE,
        "max_url": MAX_URL,
    }
