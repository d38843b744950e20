"""The HTTP interface with which moderators change the library and read the log of it."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from app.library.new_reference import NewReference
from app.model.reference import Kind, Label, Provenance, ReferenceState, Tier
from app.settings import image_limits
from app.web.api_references import ReferenceItem, to_item
from app.web.api_reports import MAX_NOTE, MODERATORS, LogItem, log_item
from app.web.moderation_bodies import json_body, read_json, whole_schema
from app.web.problems import FieldProblem, Problem, problem_responses
from app.web.uploads import MAX_TITLE, MAX_URL
from app.web.wiring import Parts, WebParts

router = APIRouter(prefix="/api/v1", tags=["moderation"], dependencies=MODERATORS)

_MAX_WORD = 100


class AddedFields(BaseModel):
    """The fields beside `image` of a reference that is added; `tier` may be left out."""

    model_config = ConfigDict(extra="forbid")

    label: Label
    title: str = Field(default="", max_length=MAX_TITLE)
    title_id: str = Field(default="", max_length=_MAX_WORD)
    kind: Kind = Kind.POSTER
    language: str = Field(default="", max_length=_MAX_WORD)
    tier: Tier | None = None
    source: str = Field(default="moderation", max_length=_MAX_WORD)
    page_url: str = Field(default="", max_length=MAX_URL)
    image_url: str = Field(default="", max_length=MAX_URL)
    note: str = Field(default="", max_length=MAX_NOTE)


class ChangedFields(BaseModel):
    """What may be changed; fields that are left out stay as they are."""

    model_config = ConfigDict(extra="forbid")

    title: str | None = Field(default=None, max_length=MAX_TITLE)
    title_id: str | None = Field(default=None, max_length=_MAX_WORD)
    kind: Kind | None = None
    language: str | None = Field(default=None, max_length=_MAX_WORD)
    tier: Tier | None = None
    page_url: str | None = Field(default=None, max_length=MAX_URL)
    note: str | None = Field(default=None, max_length=MAX_NOTE)
    state: ReferenceState | None = None


class LogPage(BaseModel):
    """One page of the log, newest first. `next_cursor` is null on the last one."""

    items: list[LogItem]
    next_cursor: int | None


def _add_schema() -> dict[str, Any]:
    properties = {"image": {"type": "string", "format": "binary"}, **whole_schema(AddedFields)["properties"]}
    schema = {"type": "object", "required": ["image", "label"], "properties": properties}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


@router.post(
    "/references",
    status_code=201,
    openapi_extra=_add_schema(),
    responses=problem_responses(400, 401, 403, 413, 415, 422, 429, 503),
    summary="Add a reference",
)
async def add_reference(request: Request, parts: Parts) -> ReferenceItem:
    """For moderators. Multipart: `image` and `label`, optional `title`, `title_id`, `kind`, `language`, `tier`,
    `source`, `page_url`, `image_url`, `note`. The same file with the same label is described anew.
    """
    actor = await asyncio.to_thread(parts.moderators.bearer, request)
    async with parts.picture_form(request) as form:
        fields = _read_fields(request.state.typed)
        data = await form.files[0].read()
    place = Provenance(source=fields.source, page_url=fields.page_url, image_url=fields.image_url, note=fields.note)
    new = NewReference(
        data,
        fields.label,
        title=fields.title,
        title_id=fields.title_id,
        kind=fields.kind,
        language=fields.language,
        tier=fields.tier,
        provenance=place,
    )
    limits = image_limits(parts.settings)
    async with parts.room.turn():
        entry = await parts.room.run(lambda: parts.moderators.store.add(new, limits, actor))
    return await asyncio.to_thread(_read_item, parts, entry.reference_id or "")


@router.patch(
    "/references/{reference_id}",
    openapi_extra=json_body(ChangedFields),
    responses=problem_responses(400, 401, 403, 404, 413, 415, 422, 429, 503),
    summary="Describe a reference anew, or take it out of use",
)
async def change_reference(reference_id: str, request: Request, parts: Parts) -> ReferenceItem:
    """For moderators. JSON: any of `title`, `title_id`, `kind`, `language`, `tier`, `page_url`, `note`, `state`
    (`active` or `disabled`). Its label is part of what it is: to change that, add the file with the other one.
    """
    actor = await asyncio.to_thread(parts.moderators.bearer, request)
    body = await read_json(request, ChangedFields)
    changes = body.model_dump(exclude_unset=True, mode="json")
    empty = [name for name, value in changes.items() if value is None and name != "tier"]
    if empty or body.state is ReferenceState.GONE:
        wrong = [FieldProblem(field=name, detail="This field cannot be null.") for name in empty]
        raise Problem(422, "invalid_fields", "Only a source can say that a reference is gone.", errors=wrong)
    await asyncio.to_thread(parts.moderators.store.change, reference_id, changes, actor)
    return await asyncio.to_thread(_read_item, parts, reference_id)


@router.delete(
    "/references/{reference_id}",
    status_code=204,
    responses=problem_responses(401, 403, 404, 429, 503),
    summary="Remove a reference",
)
async def remove_reference(reference_id: str, request: Request, parts: Parts) -> None:
    """For moderators. The picture is deleted, which cannot be undone; to be able to, set its `state` to `disabled`."""
    actor = await asyncio.to_thread(parts.moderators.bearer, request)
    await asyncio.to_thread(parts.moderators.store.remove, reference_id, actor)


@router.get("/moderation/log", responses=problem_responses(401, 403, 422, 429, 503), summary="What moderators did")
async def read_log(
    request: Request,
    parts: Parts,
    cursor: Annotated[int | None, Query(ge=1, lt=2**63)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> LogPage:
    """For moderators. Newest first; the log only grows."""
    await asyncio.to_thread(parts.moderators.bearer, request)
    page = await asyncio.to_thread(parts.moderators.store.log, before=cursor, limit=limit)
    return LogPage(items=[log_item(entry) for entry in page.items], next_cursor=page.next_cursor)


@router.post(
    "/moderation/log/{entry_id}/undo",
    responses=problem_responses(401, 403, 404, 409, 422, 429, 503),
    summary="Take a decision back",
)
async def undo(entry_id: int, request: Request, parts: Parts) -> LogItem:
    """For moderators. Adds a line to the log; a report that was decided is open again."""
    actor = await asyncio.to_thread(parts.moderators.bearer, request)
    return log_item(await asyncio.to_thread(parts.moderators.store.undo, entry_id, actor))


def _read_fields(typed: dict[str, str]) -> AddedFields:
    given = {name: value for name, value in typed.items() if value or name == "label"}
    try:
        return AddedFields.model_validate(given)
    except ValidationError as error:
        errors = [
            FieldProblem(field=".".join(str(part) for part in entry["loc"]), detail=entry["msg"])
            for entry in error.errors()
        ]
        raise Problem(422, "invalid_fields", "Some values do not fit.", errors=errors) from error


def _read_item(parts: WebParts, reference_id: str) -> ReferenceItem:
    return to_item(parts.room.checker.library.get(reference_id))
