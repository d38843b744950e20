"""Reads sitemaps (sitemaps.org): lists of pages, lists of lists, packed or not; XML of strangers, so by defusedxml."""

import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from app.errors import FetchFailed
from app.sources.fetcher import SITEMAP_BYTES, Fetcher
from app.sources.reasons import Reason

# sitemaps.org knows one level of lists of lists; some sites have two.
_DEPTH = 3


def read_sitemap(fetcher: Fetcher, address: str) -> Iterator[str]:
    """The addresses of all pages, in the order of the lists, each once. Raises: FetchFailed for the first list only."""
    seen: set[str] = set()
    yield from _read(fetcher, address, seen, 0)


def parse_sitemap(data: bytes) -> tuple[list[str], list[str]]:
    """Addresses of pages, and of further lists. Raises: FetchFailed when this is no sitemap."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(_unpacked(data))
    except (ParseError, DefusedXmlException, ValueError, zlib.error) as error:
        raise FetchFailed(Reason.NOT_UNDERSTOOD, f"This is no sitemap: {error}.") from error
    found = {"url": [], "sitemap": []}  # type: dict[str, list[str]]
    for entry in root:
        name = entry.tag.rpartition("}")[2]
        for child in entry:
            if name in found and child.tag.rpartition("}")[2] == "loc" and child.text and child.text.strip():
                found[name].append(child.text.strip())
    return found["url"], found["sitemap"]


def _read(fetcher: Fetcher, address: str, seen: set[str], depth: int) -> Iterator[str]:
    if address in seen or depth > _DEPTH:
        return
    seen.add(address)
    try:
        pages, lists = parse_sitemap(fetcher.page(address, SITEMAP_BYTES).body)
    except FetchFailed:
        if depth == 0:
            raise
        # One broken list of many: the others are still worth reading.
        return
    for page in pages:
        if page not in seen:
            seen.add(page)
            yield page
    for one in lists:
        yield from _read(fetcher, one, seen, depth + 1)


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    unpack = zlib.decompressobj(wbits=31)
    plain = unpack.decompress(data, SITEMAP_BYTES)
    if unpack.unconsumed_tail:
        raise ValueError("unpacked, it is larger than what is accepted")
    return plain
