"""The HTTP interface of the library, for reading."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from app.library.query import ReferencePage, ReferenceQuery
from app.model.reference import Kind, Label, Reference, ReferenceState, Tier
from app.web.pictures import reference_preview
from app.web.problems import problem_responses
from app.web.wiring import Parts

router = APIRouter(prefix="/api/v1/references", tags=["references"])

MAX_PAGE = 200


class ReferenceItem(BaseModel):
    """A reference as the HTTP interface shows it; empty strings where something is not known."""

    id: str
    label: Label
    title: str
    title_id: str
    kind: Kind
    language: str
    tier: Tier | None
    source: str
    page_url: str
    image_url: str
    fetched_at: str
    note: str
    path: str
    sha256: str
    width: int
    height: int
    state: ReferenceState
    added_at: str
    preview: str


class ReferenceList(BaseModel):
    """One page. `next_cursor` is null on the last one; `total` counts all pages."""

    items: list[ReferenceItem]
    next_cursor: str | None
    total: int


@router.get("", responses=problem_responses(422, 503), summary="The library, a page at a time")
def list_references(
    parts: Parts,
    q: Annotated[str, Query(max_length=200, description="words in title or source")] = "",
    label: Annotated[Label | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 50,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> ReferenceList:
    """References that take part in checks, oldest first."""
    query = ReferenceQuery(text=q, label=label, state=ReferenceState.ACTIVE, limit=limit, cursor=cursor)
    page: ReferencePage = parts.room.checker.library.references(query)
    items = [to_item(reference) for reference in page.items]
    return ReferenceList(items=items, next_cursor=page.next_cursor, total=page.total)


@router.get("/{reference_id}", responses=problem_responses(404, 503), summary="One reference")
def read_reference(reference_id: str, parts: Parts) -> ReferenceItem:
    """Everything known about it, and where it came from."""
    return to_item(parts.room.checker.library.get(reference_id))


@router.get(
    "/{reference_id}/preview.jpg",
    response_class=Response,
    responses={
        200: {"content": {"image/jpeg": {}}, "description": "The picture"},
        **problem_responses(404, 503),
    },
    summary="A reference's picture",
)
def preview(reference_id: str, request: Request, parts: Parts) -> Response:
    """JPEG, longest side at most 640 pixels."""
    return reference_preview(parts, request, reference_id)


def to_item(reference: Reference) -> ReferenceItem:
    """A reference as the HTTP interface shows it."""
    provenance = reference.provenance
    return ReferenceItem(
        id=reference.id,
        label=reference.label,
        title=reference.title,
        title_id=reference.title_id,
        kind=reference.kind,
        language=reference.language,
        tier=reference.tier,
        source=provenance.source,
        page_url=provenance.page_url,
        image_url=provenance.image_url,
        fetched_at=provenance.fetched_at,
        note=provenance.note,
        path=provenance.path,
        sha256=reference.sha256,
        width=reference.width,
        height=reference.height,
        state=reference.state,
        added_at=reference.added_at,
        preview=f"/api/v1/references/{reference.id}/preview.jpg",
    )
