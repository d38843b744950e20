"""What an operator and their tools ask: is the process alive, can it check, and what does the HTTP interface offer."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import HTMLResponse

from app.web.checker_room import REOPEN_SECONDS
from app.web.problems import busy, problem_responses
from app.web.rendering import render_page
from app.web.wiring import Parts

router = APIRouter(tags=["operation"])


class Health(BaseModel):
    """The process answers."""

    status: str


class Readiness(BaseModel):
    """Checks can be made, against this library."""

    status: str
    references: int
    library_version: int
    demo: bool


@router.get("/healthz", summary="Alive")
async def healthz() -> Health:
    """200 as soon as the process answers, whether or not the library is open."""
    return Health(status="alive")


@router.get("/readyz", responses=problem_responses(503), summary="Ready to check")
def readyz(parts: Parts) -> Readiness:
    """200 when checks can be made; 503 with the reason until then."""
    reason = parts.room.why_not_ready
    if reason is not None:
        raise busy(reason, REOPEN_SECONDS)
    summary = parts.room.checker.library.summary()
    return Readiness(status="ready", references=summary.references, library_version=summary.version, demo=summary.demo)


@router.get("/docs", include_in_schema=False, response_class=HTMLResponse)
def docs(request: Request) -> HTMLResponse:
    """The endpoints as a page, from the OpenAPI document."""
    document: dict[str, Any] = request.app.openapi()
    endpoints = [
        {"method": method.upper(), "path": path, **_facts(operation)}
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
    ]
    base = str(request.base_url).rstrip("/")
    return render_page(request, "docs.html", {"endpoints": endpoints, "base": base, "active": "docs"})


def _facts(operation: dict[str, Any]) -> dict[str, Any]:
    query = [entry["name"] for entry in operation.get("parameters", []) if entry["in"] == "query"]
    content = operation.get("requestBody", {}).get("content", {}).get("multipart/form-data", {})
    return {
        "summary": operation.get("summary", ""),
        "text": operation.get("description", ""),
        "query": query,
        "fields": list(content.get("schema", {}).get("properties", {})),
        "statuses": sorted(operation.get("responses", {})),
    }
