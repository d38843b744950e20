"""The HTTP interface of single checks."""

import asyncio
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.checker import View
from app.model.report import CheckReport
from app.web.pictures import drawn_view, submitted_picture
from app.web.problems import problem_responses
from app.web.wiring import Parts

router = APIRouter(prefix="/api/v1/checks", tags=["checks"])

_TEXT_FIELDS: dict[str, Any] = {
    "source_url": {"type": "string", "description": "where it was found: a web address", "maxLength": 2000},
    "title": {"type": "string", "description": "which title it is said to be for", "maxLength": 200},
}


_READ_WORDS: dict[str, Any] = {
    "type": "boolean",
    "default": False,
    "description": "read all words, also where a reference explains the picture",
}


def form_schema(file_field: str, schema: dict[str, Any], **more: dict[str, Any]) -> dict[str, Any]:
    """The `requestBody` of a route that reads its form itself, to refuse a request before its body is received."""
    properties = {file_field: schema, **_TEXT_FIELDS, **more}
    form = {"type": "object", "required": [file_field], "properties": properties}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": form}}}}


_PICTURE: dict[int | str, dict[str, Any]] = {200: {"content": {"image/png": {}}, "description": "The picture"}}
_GET_PROBLEMS = problem_responses(404, 503)


@router.post(
    "",
    openapi_extra=form_schema("image", {"type": "string", "format": "binary"}, read_words=_READ_WORDS),
    responses=problem_responses(400, 403, 413, 415, 422, 429, 503),
    summary="Check one picture",
)
async def create_check(request: Request, response: Response, parts: Parts) -> CheckReport:
    """Multipart: `image`, optional `source_url`, `title` and `read_words`.

    The header `Postercheck-Kept` says whether the report can be looked up again; `Content-Location` says where.
    """
    parts.pay(request)
    async with parts.picture_form(request) as form:
        done = await parts.check(form)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Postercheck-Kept"] = "yes" if done.kept else "no"
    if done.kept:
        response.headers["Content-Location"] = f"/api/v1/checks/{done.report.id}"
    return done.report


@router.get("/{check_id}", responses=_GET_PROBLEMS, summary="A report again, while it is kept")
async def read_check(check_id: str, response: Response, parts: Parts) -> CheckReport:
    """The same report that POST answered with."""
    response.headers["Cache-Control"] = "private, no-cache"
    return await asyncio.to_thread(parts.kept.report, check_id)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the interface says of a view."""

    view: View
    summary: str
    text: str


_DRAWINGS = (
    _Drawing(
        View.OVERLAY,
        "The submitted picture with its changed regions outlined",
        "PNG, numbered as in the report; of a composite, its parts coloured, with a legend under it; without a match, "
        "the plain picture.",
    ),
    _Drawing(View.ALIGNED, "The submitted picture laid onto its reference", "PNG in the frame of the best match."),
    _Drawing(View.REFERENCE, "The reference with the same regions outlined", "PNG of the best match's reference."),
    _Drawing(View.HEAT, "Where and how strongly the two differ", "PNG on the submitted picture."),
    _Drawing(
        View.CROPS,
        "Every changed region before and after",
        "PNG: the reference on the left, the submitted picture on the right; of a composite, its parts.",
    ),
    _Drawing(View.DIFF, "All of it on one sheet", "PNG, as `postercheck check --diff` writes it."),
)


def _add_drawing(drawing: _Drawing) -> None:
    async def draw(check_id: str, parts: Parts) -> Response:
        return await drawn_view(parts, check_id, drawing.view)

    router.add_api_route(
        f"/{{check_id}}/{drawing.view.value}.png",
        draw,
        name=drawing.view.value,
        response_class=Response,
        responses={**_PICTURE, **_GET_PROBLEMS},
        summary=drawing.summary,
        description=drawing.text,
    )


for _drawing in _DRAWINGS:
    _add_drawing(_drawing)


@router.get(
    "/{check_id}/submitted.jpg",
    response_class=Response,
    responses={200: {"content": {"image/jpeg": {}}, "description": "The picture"}, **_GET_PROBLEMS},
    summary="The submitted picture",
)
async def submitted(check_id: str, parts: Parts) -> Response:
    """JPEG, encoded again, without the file's metadata, longest side at most 1600 pixels."""
    return await submitted_picture(parts, check_id)
