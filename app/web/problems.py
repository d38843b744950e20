"""Every error the web face answers with: one exception, one JSON shape (RFC 9457), a status for each core error."""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.errors import (
    AlreadyDecided,
    FormatNotAllowed,
    ImageTooLarge,
    LibraryError,
    PictureNotKept,
    PostercheckError,
    ReferenceNotFound,
    ReportNotFound,
    ReportsFull,
    UnreadableImage,
    WrongUse,
)
from app.web.rendering import render_page

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 10

_logger = logging.getLogger(__name__)

# Addresses that are not pages: their errors are JSON.
_MACHINE_PATHS = ("/api/", "/healthz", "/readyz", "/openapi.json")

# The first class that fits decides; everything else that is unreadable is a 400.
_STATUS_OF_ERROR: tuple[tuple[type[PostercheckError], int], ...] = (
    (FormatNotAllowed, 415),
    (ImageTooLarge, 413),
    (UnreadableImage, 400),
    (ReferenceNotFound, 404),
    (LibraryError, 503),
    (ReportNotFound, 404),
    (AlreadyDecided, 409),
    (PictureNotKept, 409),
    (ReportsFull, 503),
    (WrongUse, 422),
)


class FieldProblem(BaseModel):
    """What is wrong with one field of a request."""

    field: str
    detail: str


class ProblemBody(BaseModel):
    """The body of every error (RFC 9457). `code` is stable for scripts; `errors` names fields."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldProblem] | None = None


@dataclass(eq=False)
class Problem(Exception):
    """An error to be answered with: status (4xx or 5xx), a stable code, and a sentence for people."""

    status: int
    code: str
    detail: str
    errors: list[FieldProblem] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The standard phrase of the status."""
        return HTTPStatus(self.status).phrase

    def body(self) -> dict[str, Any]:
        """The JSON object, without an empty `errors`."""
        return ProblemBody(
            type=f"urn:postercheck:problem:{self.code}",
            title=self.title,
            status=self.status,
            detail=self.detail,
            code=self.code,
            errors=self.errors or None,
        ).model_dump(exclude_none=True)


def field_problem(name: str, detail: str) -> Problem:
    """A 422 about one field."""
    return Problem(422, "invalid_fields", detail, errors=[FieldProblem(field=name, detail=detail)])


def busy(detail: str, retry_seconds: int = RETRY_SECONDS) -> Problem:
    """A 503 that says when to come back."""
    return Problem(503, "unavailable", detail, headers={"Retry-After": str(retry_seconds)})


def problem_of_error(error: PostercheckError) -> Problem:
    """The answer to an error of the core."""
    status = next((status for kind, status in _STATUS_OF_ERROR if isinstance(error, kind)), 500)
    headers = {"Retry-After": str(RETRY_SECONDS)} if status == 503 else {}
    return Problem(status, error.code, str(error), headers=headers)


def wants_json(request: Request) -> bool:
    """Whether the caller used the HTTP interface and not a page."""
    return request.url.path.startswith(_MACHINE_PATHS)


def answer_problem(request: Request, problem: Problem) -> Response:
    """JSON for the HTTP interface, a page for people."""
    headers = dict(problem.headers)
    if wants_json(request):
        return JSONResponse(problem.body(), problem.status, headers, media_type=MEDIA_TYPE)
    context = {"problem": problem, "active": ""}
    return render_page(request, "error.html", context, status=problem.status, headers=headers)


def answer_unexpected(request: Request, error: Exception) -> Response:
    """A 500 that tells only an id; the log has the rest under the same id."""
    error_id = secrets.token_hex(6)
    _logger.error("unexpected error %s at %s %s", error_id, request.method, request.url.path, exc_info=error)
    detail = f"Something went wrong here. It was logged as {error_id}."
    return answer_problem(request, Problem(500, "internal_error", detail))


async def handle_problem(request: Request, error: Exception) -> Response:
    """Exception handler for Problem."""
    assert isinstance(error, Problem)
    return answer_problem(request, error)


async def handle_core_error(request: Request, error: Exception) -> Response:
    """Exception handler for PostercheckError."""
    assert isinstance(error, PostercheckError)
    problem = problem_of_error(error)
    return answer_unexpected(request, error) if problem.status == 500 else answer_problem(request, problem)


async def handle_http_error(request: Request, error: Exception) -> Response:
    """Exception handler for what routing refuses (404, 405) and what the form parser refuses (400)."""
    assert isinstance(error, HTTPException)
    details = {404: "There is nothing at this address.", 405: "This address does not take that method."}
    status = error.status_code
    code = HTTPStatus(status).name.lower()
    detail = details.get(status, str(error.detail))
    return answer_problem(request, Problem(status, code, detail, headers=error.headers or {}))


async def handle_invalid_request(request: Request, error: Exception) -> Response:
    """Exception handler for query values that do not fit their declaration."""
    assert isinstance(error, RequestValidationError)
    errors = [
        FieldProblem(field=".".join(str(part) for part in entry["loc"][1:]), detail=str(entry["msg"]))
        for entry in error.errors()
    ]
    return answer_problem(request, Problem(422, "invalid_fields", "Some values do not fit.", errors=errors))


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route, for the OpenAPI document."""
    schema = {"schema": {"$ref": "#/components/schemas/ProblemBody"}}
    return {status: {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: schema}} for status in statuses}
