"""Parses the address where somebody says a picture was found: strictly, and without ever asking anybody for it.

What two readers could take for two different places is refused rather than guessed.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

_MOST_LENGTH: Final = 2048
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_LABEL: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_BARE_HOST: Final = re.compile(r"[\w-]+(\.[\w-]+)+\.?([/?#]|$)")
_NUMBER: Final = re.compile(r"(0x[0-9a-f]*|\d+)")
_POINTS_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:/|^//|^[/\\]{2}|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/|$)", re.I)
_PASSES_ON: Final = frozenset({"redirect", "redir", "away", "goto", "out", "exit"})
_MOST_UNQUOTED: Final = 4


@dataclass(frozen=True, slots=True)
class Address:
    """host: lower case, without a final dot, in Unicode when it was written so. segments: of the path, unquoted.

    passes_on: something in it names another address, or a path that is made for passing on.
    """

    host: str
    segments: tuple[str, ...]
    passes_on: bool

    @property
    def labels(self) -> tuple[str, ...]:
        """The host's parts, left to right."""
        return tuple(self.host.split("."))


@dataclass(frozen=True, slots=True)
class BadAddress:
    """No address that could count. reason: completes "it ...". user: what stands in front of an "@", lower case."""

    reason: str
    host: str = ""
    user: str = ""


def parse_address(text: str) -> Address | BadAddress:
    """`text`: what the user gave; "https://" may be left out. Never raises."""
    text = text.strip(" ")
    if not text or len(text) > _MOST_LENGTH:
        return BadAddress("is empty or far too long")
    if any(sign.isspace() or not sign.isprintable() or sign == "\\" for sign in text):
        return BadAddress("contains spaces, backslashes or hidden characters")
    if "://" not in text and _BARE_HOST.match(text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return BadAddress("is not written as an address is")
    if parts.scheme not in _DEFAULT_PORTS or not parts.netloc:
        return BadAddress("is not the address of a web page")
    if "@" in parts.netloc:
        return BadAddress(
            "has a user's name in front of its host", parts.hostname or "", parts.netloc.rpartition("@")[0].lower()
        )
    host = (parts.hostname or "").removesuffix(".")
    if port not in (None, _DEFAULT_PORTS[parts.scheme]):
        return BadAddress("names an unusual port", host)
    if reason := _problem_of(host):
        return BadAddress(reason, host)
    segments = tuple(unquote(segment) for segment in parts.path.split("/") if segment)
    return Address(host, segments, _passes_on(parts.path, parts.query, parts.fragment))


def _problem_of(host: str) -> str:
    """Why this cannot be a public host's name; empty when it can."""
    labels = host.split(".")
    if host.startswith("[") or ":" in host or _NUMBER.fullmatch(labels[-1]):
        return "names a bare number instead of a host"
    if len(labels) < 2 or len(host) > 253 or "%" in host:
        return "names no public host"
    return "" if all(map(_is_label, labels)) else "names no public host"


def _is_label(label: str) -> bool:
    """Whether a label of a host is made of what labels are: letters of any script with their marks, digits, hyphens.

    RFC 5891 allows no other signs.
    """
    if label.isascii():
        return _LABEL.fullmatch(label) is not None
    return all(sign == "-" or unicodedata.category(sign)[0] in "LMN" for sign in label)


def _passes_on(path: str, query: str, fragment: str) -> bool:
    segments = [_unquote_fully(segment).lower() for segment in path.split("/")]
    if path.startswith("//") or ".." in segments or _PASSES_ON.intersection(segments[:3]):
        return True
    if _POINTS_ELSEWHERE.search(_unquote_fully(path).lstrip("/")) and "://" in _unquote_fully(path):
        return True
    values = [value for _, value in parse_qsl(query, keep_blank_values=True)] + [fragment, query]
    return any(_POINTS_ELSEWHERE.search(_unquote_fully(value)) for value in values)


def _unquote_fully(text: str) -> str:
    for _ in range(_MOST_UNQUOTED):
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    return text
