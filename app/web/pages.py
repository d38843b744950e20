"""The pages for people; every one of them works without JavaScript."""

import asyncio
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.errors import PostercheckError
from app.library.query import ReferenceQuery
from app.model.reference import Label, LibrarySummary, ReferenceState
from app.model.report import CheckReport
from app.reports.wording import DEMO_NOTE, doubt
from app.web.batch_store import BatchState, BatchStatus
from app.web.moderation_reporting import ReportingView, view_reporting
from app.web.presentation import view_batch_row, view_result, web_link
from app.web.problems import Problem, problem_of_error
from app.web.rendering import render_page
from app.web.uploads import MAX_BATCH_FILES, MAX_TITLE, MAX_URL, megabytes
from app.web.wiring import Parts, WebParts

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

LIBRARY_PAGE = 24
_FIELDS = ("image", "images", "source_url", "title", "read_words")


@router.get("/")
def form_page(request: Request, parts: Parts) -> HTMLResponse:
    """The form."""
    return _form(request, parts, "index.html")


@router.post("/checks")
async def submit_form(request: Request, parts: Parts) -> Response:
    """Check the form's picture, then lead to its result; when it cannot be kept, show it at once."""
    try:
        parts.pay(request)
        async with parts.picture_form(request) as form:
            done = await parts.check(form)
    except (Problem, PostercheckError) as error:
        return await asyncio.to_thread(_form_again, request, parts, "index.html", error)
    if done.kept:
        return RedirectResponse(f"/checks/{done.report.id}", 303)
    return _result(request, parts, done.report, kept=False)


@router.get("/checks/{check_id}")
async def result_page(check_id: str, request: Request, parts: Parts) -> HTMLResponse:
    """The result of a kept check."""
    report = await asyncio.to_thread(parts.kept.report, check_id)
    reporting = await asyncio.to_thread(view_reporting, parts, check_id)
    return _result(request, parts, report, kept=True, reporting=reporting)


@router.get("/library")
def library_page(
    request: Request, parts: Parts, q: str = "", label: str = "", cursor: str | None = None
) -> HTMLResponse:
    """The references, to browse and search."""
    chosen = Label(label) if label in tuple(Label) else None
    library = parts.room.checker.library
    query = ReferenceQuery(
        text=q[:200], label=chosen, state=ReferenceState.ACTIVE, limit=LIBRARY_PAGE, cursor=cursor or None
    )
    context = {
        "active": "library",
        "page": library.references(query),
        "summary": library.summary(),
        "demo_note": DEMO_NOTE,
        "q": q[:200],
        "label": chosen.value if chosen else "",
        "web_link": web_link,
        "continued": cursor is not None,
    }
    return render_page(request, "library.html", context)


@router.get("/batch")
def batch_form_page(request: Request, parts: Parts) -> HTMLResponse:
    """The form for many pictures."""
    return _form(request, parts, "batch_form.html")


@router.post("/batch")
async def submit_batch(request: Request, parts: Parts) -> Response:
    """Take a batch in, then lead to its progress."""
    try:
        address = parts.pay(request)
        parts.runner.refuse_if_full()
        async with parts.batch_form(request) as form:
            plan = await parts.start_batch(form, address)
    except (Problem, PostercheckError) as error:
        return await asyncio.to_thread(_form_again, request, parts, "batch_form.html", error)
    return RedirectResponse(f"/batch/{plan.id}", 303)


@router.get("/batch/{batch_id}")
def batch_page(batch_id: str, request: Request, parts: Parts) -> HTMLResponse:
    """Progress and results of a batch; reloads itself while it runs."""
    state: BatchState = parts.batches.state(batch_id)
    rows = [view_batch_row(result) for result in state.results]
    reports = [result for result in state.results if isinstance(result, CheckReport)]
    counts = {tone: sum(row.tone == tone for row in rows) for tone in ("official", "fan", "unsure", "failed")}
    context = {
        "active": "batch",
        "batch": state,
        "running": state.status is BatchStatus.RUNNING,
        "interrupted": state.status is BatchStatus.INTERRUPTED,
        "rows": rows,
        "counts": counts,
        "demo_note": DEMO_NOTE if any(report.library.demo for report in reports) else "",
        "linked": parts.settings.keep_reports_hours > 0,
    }
    return render_page(request, "batch.html", context)


@router.get("/about")
def about_page(request: Request, parts: Parts) -> HTMLResponse:
    """How a verdict is reached, its limits, and what is stored."""
    hours = parts.settings.keep_reports_hours
    context = {"active": "about", "keep": _hours_in_words(hours), "kept": hours > 0, "summary": _summary(parts)}
    return render_page(request, "about.html", context)


def _result(
    request: Request, parts: WebParts, report: CheckReport, *, kept: bool, reporting: ReportingView | None = None
) -> HTMLResponse:
    context = {
        "active": "",
        "report": report,
        "view": view_result(report),
        "doubt": doubt(report),
        "demo_note": DEMO_NOTE if report.library.demo else "",
        "kept": kept,
        "keep": _hours_in_words(parts.settings.keep_reports_hours),
        "reporting": reporting,
    }
    return render_page(request, "result.html", context)


def _form(request: Request, parts: WebParts, template: str, error: Problem | None = None) -> HTMLResponse:
    typed: dict[str, str] = getattr(request.state, "typed", {})
    summary = _summary(parts)
    context: dict[str, Any] = {
        "active": "batch" if template == "batch_form.html" else "check",
        "error": error,
        "typed": {name: typed.get(name, "") for name in ("source_url", "title", "read_words")},
        "wrong": {**dict.fromkeys(_FIELDS, ""), **_details(error)},
        "summary": summary,
        "demo_note": DEMO_NOTE if summary and summary.demo else "",
        "not_ready": parts.room.why_not_ready,
        "max_bytes": parts.settings.max_upload_bytes,
        "max_size": megabytes(parts.settings.max_upload_bytes),
        "max_files": MAX_BATCH_FILES,
        "max_url": MAX_URL,
        "max_title": MAX_TITLE,
        "keep": _hours_in_words(parts.settings.keep_reports_hours),
        "kept": parts.settings.keep_reports_hours > 0,
    }
    status = error.status if error else 200
    return render_page(request, template, context, status=status, headers=error.headers if error else None)


def _details(error: Problem | None) -> dict[str, str]:
    return {entry.field: entry.detail for entry in error.errors} if error else {}


def _form_again(request: Request, parts: WebParts, template: str, error: Problem | PostercheckError) -> HTMLResponse:
    problem = error if isinstance(error, Problem) else problem_of_error(error)
    if problem.status == 500:
        raise error
    return _form(request, parts, template, problem)


def _summary(parts: WebParts) -> LibrarySummary | None:
    return None if parts.room.why_not_ready else parts.room.checker.library.summary()


def _hours_in_words(hours: float) -> str:
    if hours < 1:
        return f"{round(hours * 60)} minutes"
    if hours < 48:
        return f"{hours:g} hour{'' if hours == 1 else 's'}"
    return f"{hours / 24:.0f} days"
