"""Reads an upload form under limits: how many bytes, how many files, which fields, and what a file may be called."""

import re
import unicodedata
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive

from app.web.problems import Problem, busy, field_problem

MAX_URL = 2000
MAX_TITLE = 200
MAX_NAME = 120
MAX_BATCH_FILES = 100
# A form around the picture: boundaries, the text fields.
_FORM_OVERHEAD = 64 * 1024
_MAX_FIELD_BYTES = 16 * 1024
_MAX_FIELDS = 16

_YES, _NO = frozenset({"true", "on", "yes", "1"}), frozenset({"", "false", "off", "no", "0"})
_HAS_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FormLimits:
    """file_bytes: of one file. total_bytes: of all files of a form. files: how many."""

    file_bytes: int
    total_bytes: int
    files: int = 1


@dataclass(frozen=True, slots=True)
class UploadForm:
    """A form that was read: files still on their way (not in memory), and what the user said about them.

    read_words: all words are wanted, also where a reference explains the picture.
    """

    files: Sequence[UploadFile]
    source_url: str | None
    title: str | None
    read_words: bool = False


@asynccontextmanager
async def read_form(request: Request, file_field: str, limits: FormLimits) -> AsyncIterator[UploadForm]:
    """Parse the request's form; temporary files go away when the context ends.

    Starlette's own body limit is not used: it answers in plain text whenever a refusal comes before the body was read.

    Raises: Problem 400 (broken form), 413 (too many bytes), 415 (no form), 422 (fields), 503 (no room to receive it).
    """
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Problem(415, "not_a_form", "Send the picture as multipart/form-data.")
    limited = Request(request.scope, _limited_receive(request, limits.total_bytes + _FORM_OVERHEAD))
    try:
        form = await limited.form(max_files=limits.files, max_fields=_MAX_FIELDS, max_part_size=_MAX_FIELD_BYTES)
    except ClientDisconnect:
        raise Problem(400, "incomplete_upload", "The upload ended before it was complete.") from None
    except UnicodeError as error:
        raise Problem(400, "bad_request", "The form's character set does not fit its content.") from error
    except OSError as error:
        raise busy("There is no room to receive the picture at the moment.") from error
    # Kept for the page that says what was wrong, so that nobody has to type it again.
    request.state.typed = {name: value for name, value in form.items() if isinstance(value, str)}
    try:
        yield _understand(form, file_field, limits)
    finally:
        await form.close()


def clean_name(name: str | None) -> str:
    """A file's name as it may be shown: no folders, no control or direction marks, at most MAX_NAME characters."""
    last = re.split(r"[/\\]", name or "")[-1]
    shown = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip()
    if len(shown) > MAX_NAME:
        shown = f"{shown[: MAX_NAME - 9]}…{shown[-8:]}"
    return shown or "picture"


def clean_url(text: str) -> str | None:
    """An http(s) address, or None for an empty field; one typed without a scheme is taken as https.

    Raises: Problem 422.
    """
    text = text.strip()
    if not text:
        return None
    if not _HAS_SCHEME.match(text) or re.match(r"[^/]+\.[^/]+:\d", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        usable = parts.scheme.lower() in ("http", "https") and "." in (parts.hostname or "")
        _ = parts.port
    except ValueError:
        usable = False
    if not usable or len(text) > MAX_URL or any(sign.isspace() or not sign.isprintable() for sign in text):
        raise field_problem("source_url", "The address must be a web address, such as https://example.org/page.")
    return text


def clean_title(text: str) -> str | None:
    """A title on one line, or None for an empty field. Raises: Problem 422."""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if len(text) > MAX_TITLE:
        raise field_problem("title", f"The title may have at most {MAX_TITLE} characters.")
    return text or None


def clean_flag(name: str, text: str) -> bool:
    """Yes or no, as a box in a form or a program says it; an empty field is no. Raises: Problem 422."""
    said = text.strip().lower()
    if said not in _YES | _NO:
        raise field_problem(name, "This field must be true or false.")
    return said in _YES


def megabytes(count: int) -> str:
    """A number of bytes for people."""
    return f"{count / 2**20:.0f} MB" if count >= 2**20 else f"{count / 1024:.0f} kB"


def _limited_receive(request: Request, limit: int) -> Receive:
    too_large = Problem(413, "upload_too_large", f"The upload is larger than {megabytes(limit)}.")
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise too_large
        return message

    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limit:
        raise too_large
    return receive


def _understand(form: FormData, file_field: str, limits: FormLimits) -> UploadForm:
    values = form.getlist(file_field)
    files = [value for value in values if isinstance(value, UploadFile)]
    if len(files) != len(values):
        raise field_problem(file_field, "This field must be a file.")
    # A browser sends an empty file without a name when nothing was chosen.
    files = [file for file in files if file.filename or file.size]
    if not files:
        raise field_problem(file_field, "Choose a picture.")
    for file in files:
        if (file.size or 0) > limits.file_bytes:
            detail = f"{clean_name(file.filename)} is larger than {megabytes(limits.file_bytes)}."
            raise Problem(413, "image_too_large", detail)
    return UploadForm(
        files,
        clean_url(_text(form, "source_url")),
        clean_title(_text(form, "title")),
        clean_flag("read_words", _text(form, "read_words")),
    )


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    if isinstance(value, UploadFile):
        raise field_problem(name, "This field must be text.")
    return value
