"""Turns a template and its values into a page."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

_HERE = Path(__file__).resolve().parent
STATIC_FOLDER = _HERE / "static"


@lru_cache(maxsize=64)
def _static_version(name: str) -> str:
    return hashlib.sha256((STATIC_FOLDER / name).read_bytes()).hexdigest()[:10]


def static_url(name: str) -> str:
    """Address of a static file; changes with its content, so that browsers may keep it."""
    return f"/static/{name}?v={_static_version(name)}"


def code_spans(text: str) -> Markup:
    """Text with `commands` between back-ticks as code; everything in it is escaped."""
    parts = text.split("`")
    shown = [
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    ]
    return Markup("").join(shown)


def make_templates() -> Environment:
    """The template environment: everything is escaped, and an unknown name is an error."""
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["static_url"] = static_url
    environment.filters["code_spans"] = code_spans
    return environment


def render_page(
    request: Request,
    template: str,
    context: Mapping[str, Any],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Render one page with the application's templates; pages are not for shared caches."""
    environment: Environment = request.app.state.templates
    html = environment.get_template(template).render(context)
    return HTMLResponse(html, status, {"Cache-Control": "private, no-cache", **(headers or {})})
