"""Puts the web face together."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from app.errors import LibraryError, PostercheckError
from app.settings import Settings
from app.web import (
    api_batches,
    api_checks,
    api_references,
    api_reports,
    moderation_api,
    moderation_pages,
    moderation_reporting,
    operation,
    pages,
    sign_in,
)
from app.web.problems import (
    Problem,
    ProblemBody,
    handle_core_error,
    handle_http_error,
    handle_invalid_request,
    handle_problem,
)
from app.web.rendering import STATIC_FOLDER, make_templates
from app.web.security import SecurityMiddleware
from app.web.wiring import WebParts, make_parts

SWEEP_SECONDS = 300.0
_DESCRIPTION = "Checks whether a film poster is official or fan-made, and says why."
_ROUTED = (
    *(api_checks, api_batches, api_references, api_reports, moderation_api, operation),
    *(pages, moderation_reporting, sign_in, moderation_pages),
)
_logger = logging.getLogger(__name__)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application; without settings they are read from the environment."""
    settings = settings or Settings()
    app = FastAPI(
        title="postercheck",
        description=_DESCRIPTION,
        version=version("postercheck"),
        lifespan=_lifespan,
        # The pages that FastAPI brings load scripts from elsewhere; /docs is one of our own.
        docs_url=None,
        redoc_url=None,
        exception_handlers={
            Problem: handle_problem,
            PostercheckError: handle_core_error,
            HTTPException: handle_http_error,
            RequestValidationError: handle_invalid_request,
        },
    )
    app.state.settings = settings
    app.state.templates = make_templates()
    app.add_middleware(SecurityMiddleware)
    for part in _ROUTED:
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=STATIC_FOLDER), name="static")
    _describe_problems(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    parts = make_parts(app.state.settings)
    app.state.parts = parts
    async with parts.room.opened(), parts.runner.running():
        sweeping = asyncio.create_task(_sweep_forever(parts))
        try:
            yield
        finally:
            sweeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await sweeping


async def _sweep_forever(parts: WebParts) -> None:
    """Uploads must leave when their time is over, also when nobody sends a new one."""
    while True:
        try:
            await asyncio.to_thread(parts.kept.sweep)
            await asyncio.to_thread(parts.batches.sweep)
            await asyncio.to_thread(parts.moderators.sweep)
        except (OSError, LibraryError):
            _logger.exception("what is old could not be removed")
        await asyncio.sleep(SWEEP_SECONDS)


def _describe_problems(app: FastAPI) -> None:
    """Routes name ProblemBody by reference only, so the OpenAPI document has to be told what it is."""
    make_document = app.openapi

    def openapi() -> dict[str, Any]:
        fresh = app.openapi_schema is None
        document = make_document()
        if fresh:
            schema = ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            schemas.update(schema.pop("$defs", {}))
            schemas["ProblemBody"] = schema
            _drop_framework_errors(document)
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def _drop_framework_errors(document: dict[str, Any]) -> None:
    """FastAPI promises a 422 in a shape of its own wherever a path holds an id; no answer here has it."""
    for methods in document["paths"].values():
        for described in methods.values():
            if "HTTPValidationError" in str(described["responses"].get("422")):
                del described["responses"]["422"]
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)
