"""The pages with which moderators sign in and out."""

import asyncio
from collections.abc import Mapping

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.library.moderation.sessions import SESSION_HOURS
from app.web.moderation_bodies import read_fields
from app.web.moderation_parts import COOKIE, refuse_foreign_form
from app.web.problems import Problem
from app.web.rendering import render_page
from app.web.uploads import MAX_NAME
from app.web.wiring import Parts

router = APIRouter(prefix="/moderation", include_in_schema=False)

_PATH = "/moderation"


@router.get("/sign-in")
async def sign_in_page(request: Request, parts: Parts) -> Response:
    """The form; whoever is signed in goes on."""
    if not parts.moderators.is_on:
        return _page(request, status=403, is_on=False)
    if await asyncio.to_thread(parts.moderators.session, request) is not None:
        return RedirectResponse(_PATH, 303)
    return _page(request)


@router.post("/sign-in")
async def sign_in(request: Request, parts: Parts) -> Response:
    """Take the token, and give the browser a session for it."""
    fields = await read_fields(request)
    name = fields.get("name", "")
    try:
        held = await asyncio.to_thread(parts.moderators.sign_in, request, fields.get("token", ""), name)
    except Problem as problem:
        if problem.status != 429:
            raise
        return _page(request, status=429, wrong=problem.detail, name=name, headers=problem.headers)
    if held is None:
        return _page(request, status=403, wrong="That is not the moderators' token.", name=name)
    answer = RedirectResponse(_PATH, 303)
    answer.set_cookie(
        COOKIE,
        held,
        max_age=SESSION_HOURS * 3600,
        path=_PATH,
        secure=parts.moderators.is_https(request),
        httponly=True,
        samesite="strict",
    )
    return answer


@router.post("/sign-out")
async def sign_out(request: Request, parts: Parts) -> Response:
    """End the session, here and in the database."""
    fields = await read_fields(request)
    session = await asyncio.to_thread(parts.moderators.session, request)
    if session is not None:
        refuse_foreign_form(session, fields.get("form_token", ""))
        await asyncio.to_thread(parts.moderators.sign_out, request)
    answer = RedirectResponse(f"{_PATH}/sign-in", 303)
    answer.delete_cookie(COOKIE, path=_PATH, httponly=True, samesite="strict")
    return answer


def _page(
    request: Request,
    *,
    status: int = 200,
    wrong: str = "",
    name: str = "",
    is_on: bool = True,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    context = {
        "active": "moderation",
        "wrong": wrong,
        "name": name[:MAX_NAME],
        "is_on": is_on,
        "hours": SESSION_HOURS,
        "max_name": MAX_NAME,
    }
    return render_page(request, "sign_in.html", context, status=status, headers=headers)
