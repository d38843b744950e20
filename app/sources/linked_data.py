"""Reads the application/ld+json of a page (schema.org): what the title is called, and its pictures."""

import json
import re
from collections.abc import Iterator
from typing import Any

from app.sources.renditions import PagePicture, Rendition, read_pixels

# Types of schema.org whose name is a film's or a series' title, and whose image is its key art.
_TITLE_TYPES = frozenset({"Movie", "TVSeries", "TVSeason", "CreativeWorkSeason"})
_TRAILING_SITE = re.compile(
    r"\s*[|\-–—]\s*(?:Netflix\s+Tudum|Tudum(?:\s+by\s+Netflix)?|Netflix(?:\s+Official\s+Site)?)\s*$", re.I
)
_LEADING_WATCH = re.compile(r"^Watch\s+(?=.*\bNetflix\b)", re.I)
# A page nested deeper than any that is meant for people.
_DEPTH = 12


def read_linked_data(texts: list[str]) -> Iterator[tuple[str, list[PagePicture]]]:
    """Of each thing that the page describes: its name if it is a film or a series, and its pictures."""
    for text in texts:
        try:
            yield from _walk(json.loads(text), 0)
        except (ValueError, RecursionError):
            continue


def _walk(node: Any, depth: int) -> Iterator[tuple[str, list[PagePicture]]]:  # noqa: ANN401 - JSON of a stranger
    if depth > _DEPTH:
        return
    if isinstance(node, list):
        for one in node:
            yield from _walk(one, depth + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type", "")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        is_title = any(isinstance(kind, str) and kind in _TITLE_TYPES for kind in kinds)
        name = node.get("name")
        pictures = list(_linked_pictures(node.get("image"), depth)) + list(
            _linked_pictures(node.get("thumbnailUrl"), depth)
        )
        if is_title or pictures:
            yield (plain_title(name) if is_title and isinstance(name, str) else ""), pictures
        for key in ("@graph", "mainEntity", "about", "itemListElement", "item", "partOfSeries"):
            yield from _walk(node.get(key), depth + 1)


def _linked_pictures(value: Any, depth: int) -> Iterator[PagePicture]:  # noqa: ANN401 - JSON of a stranger
    """schema.org: an address, an ImageObject, or a list of them."""
    if isinstance(value, str) and value:
        yield PagePicture((Rendition(value),), "", True)
    elif isinstance(value, list) and depth <= _DEPTH:
        for one in value:
            yield from _linked_pictures(one, depth + 1)
    elif isinstance(value, dict):
        address = value.get("contentUrl") or value.get("url")
        if isinstance(address, str):
            width, height = (read_pixels(value.get(name, "")) for name in ("width", "height"))
            yield PagePicture((Rendition(address, width, height),), "", True)


def plain_title(text: str) -> str:
    """A title without the name of the site that pages put after or before it."""
    words = " ".join(text.split())
    words = _LEADING_WATCH.sub("", words)
    while True:
        shorter = _TRAILING_SITE.sub("", words)
        if shorter == words:
            return words
        words = shorter
