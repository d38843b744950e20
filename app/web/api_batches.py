"""The HTTP interface of batches: many pictures at once, checked in the background."""

import asyncio

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.web.api_checks import form_schema
from app.web.batch_store import BatchState
from app.web.problems import problem_responses
from app.web.uploads import MAX_BATCH_FILES
from app.web.wiring import Parts

router = APIRouter(prefix="/api/v1/batches", tags=["batches"])

_FILES = {"type": "array", "items": {"type": "string", "format": "binary"}, "maxItems": MAX_BATCH_FILES}


@router.post(
    "",
    status_code=202,
    openapi_extra=form_schema("images", _FILES),
    responses=problem_responses(400, 403, 413, 415, 422, 429, 503),
    summary="Check many pictures in the background",
)
async def create_batch(request: Request, response: Response, parts: Parts) -> BatchState:
    """Multipart: `images` as often as there are pictures, optional `source_url` and `title` for all of them."""
    address = parts.pay(request)
    parts.runner.refuse_if_full()
    async with parts.batch_form(request) as form:
        plan = await parts.start_batch(form, address)
    response.headers["Location"] = f"/api/v1/batches/{plan.id}"
    response.headers["Cache-Control"] = "no-store"
    return await asyncio.to_thread(parts.batches.state, plan.id)


@router.get("/{batch_id}", responses=problem_responses(404), summary="How far a batch is, and its results")
async def read_batch(batch_id: str, response: Response, parts: Parts) -> BatchState:
    """`results` holds a report, or an error in its place, for each picture done so far, in the order sent."""
    response.headers["Cache-Control"] = "no-store"
    return await asyncio.to_thread(parts.batches.state, batch_id)
