"""The pictures of a kept check and of a reference, made when they are first asked for."""

import asyncio
from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from app.checker import View
from app.errors import LibraryBroken, LibraryError, ReferenceNotFound, WrongUse
from app.imaging.encode import encode_jpeg
from app.imaging.load import load_image
from app.model.report import CheckReport
from app.settings import image_limits
from app.web.problems import Problem
from app.web.wiring import WebParts

# Longest side in pixels of the submitted picture as pages show it.
SHOWN_SIDE = 1600
_PRIVATE = "private, max-age=3600"
_NO_PICTURE = "The library has no picture of this reference."


async def drawn_view(parts: WebParts, check_id: str, view: View) -> Response:
    """One of the Checker's drawings as a PNG. Raises: Problem 404 (no such check, nothing to draw), 503."""

    def draw(upload: bytes, report: CheckReport) -> bytes:
        try:
            return parts.room.checker.draw(upload, report, view)
        except WrongUse as error:
            raise Problem(404, "nothing_to_draw", str(error)) from error
        except (ReferenceNotFound, LibraryBroken):
            raise
        except LibraryError as error:
            raise Problem(404, "picture_missing", _NO_PICTURE) from error

    data = await _picture(parts, check_id, f"{view.value}.png", draw)
    return Response(data, media_type="image/png", headers={"Cache-Control": _PRIVATE})


async def submitted_picture(parts: WebParts, check_id: str) -> Response:
    """The submitted picture as a fresh JPEG: never the bytes that were sent, and without their metadata."""
    limits = image_limits(parts.settings)

    def encode(upload: bytes, _report: CheckReport) -> bytes:
        return encode_jpeg(load_image(upload, limits).pixels, quality=88, max_side=SHOWN_SIDE)

    data = await _picture(parts, check_id, "submitted.jpg", encode)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": _PRIVATE})


def reference_preview(parts: WebParts, request: Request, reference_id: str) -> Response:
    """A reference as a JPEG, longest side at most 640 pixels (blocking).

    Raises: ReferenceNotFound; Problem 404 when its picture is missing.
    """
    library = parts.room.checker.library
    reference = library.get(reference_id)
    headers = {"Cache-Control": "private, max-age=300", "ETag": f'"{reference.sha256[:32]}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    try:
        pixels = library.rendition(reference_id)
    except (ReferenceNotFound, LibraryBroken):
        raise
    except LibraryError as error:
        # A library loaded from a pack has fingerprints without pictures; that is no outage.
        raise Problem(404, "picture_missing", _NO_PICTURE) from error
    data = encode_jpeg(pixels, quality=88)
    return Response(data, media_type="image/jpeg", headers=headers)


async def _picture(parts: WebParts, check_id: str, name: str, draw: Callable[[bytes, CheckReport], bytes]) -> bytes:
    make = partial(parts.kept.picture, check_id, name, draw)
    if await asyncio.to_thread(parts.kept.has_picture, check_id, name):
        return await asyncio.to_thread(make)
    # An unknown id must not wait for a place among the checks.
    await asyncio.to_thread(parts.kept.report, check_id)
    async with parts.room.turn():
        return await parts.room.run(make)
