"""Tudum and Netflix's title pages: artwork from Netflix itself (tier A)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import httpx

from app.errors import FetchFailed
from app.library.titles import make_title_key
from app.model.reference import Kind, Tier
from app.sources.addresses import read_address
from app.sources.fetcher import Fetcher
from app.sources.found import FoundPicture, Look, Unlisted
from app.sources.netflix_addresses import NETFLIX_HOSTS, picture_address, picture_key
from app.sources.page import Page, read_page
from app.sources.reasons import Reason
from app.sources.renditions import PagePicture
from app.sources.sitemap import read_sitemap

TUDUM_HOSTS = NETFLIX_HOSTS
BASE = "https://www.netflix.com"
# Pixels. Key art is larger; what is smaller is a portrait of an author, a mark, or a preview.
SMALLEST_SIDE = 200
_NO_ARTWORK = re.compile(
    r"(?:^|[/_.\-])(?:icons?|avatars?|favicon|sprites?|logos?|pixel|beacon|tracking|badge|profile)(?:[/_.\-]|$)", re.I
)
_NO_PICTURE = re.compile(r"\.(?:svg|ico|js|css|mp4|webm)$", re.I)


@dataclass(frozen=True, slots=True)
class TudumSource:
    """Pages by address, those whose address names a title, or all (both empty).

    base: where Tudum is; another one for tests and mirrors.
    """

    base: str = BASE
    pages: tuple[str, ...] = ()
    title: str = ""

    name = "tudum"
    unlisted = Unlisted.ASK
    ask_again = False
    smallest_side = SMALLEST_SIDE

    def places(self, fetcher: Fetcher) -> Iterator[str]:
        """Addresses of pages, without fragments."""
        if self.pages:
            yield from self.pages
            return
        words = make_title_key(self.title).split()
        for address in self._sitemap(fetcher):
            if self._is_page(address) and _names(address, words):
                yield address

    def look(self, fetcher: Fetcher, place: str) -> Look:
        """The largest rendition of each picture that could be artwork."""
        document = fetcher.page(place)
        if "html" not in document.content_type.lower() and not document.body.lstrip()[:1] == b"<":
            raise FetchFailed(
                Reason.NOT_UNDERSTOOD, f"This is no page but {document.content_type or 'something else'}."
            )
        page = read_page(document.body.decode(_charset(document.content_type), "replace"))
        found: dict[str, FoundPicture] = {}
        for picture in page.pictures:
            one = self._read_picture(page, picture, document.url, place)
            if one is not None:
                found.setdefault(one.key, one)
        return Look(self.page_of(place), tuple(found.values()))

    def page_of(self, place: str) -> str:
        """The page itself."""
        return place

    def _sitemap(self, fetcher: Fetcher) -> Iterator[str]:
        try:
            yield from read_sitemap(fetcher, f"{self.base}/tudum/sitemap.xml")
        except FetchFailed as failure:
            named = fetcher.robots.sitemaps(read_address(self.base))
            if failure.reason != Reason.NOT_FOUND or not named:
                raise
            for address in named:
                yield from read_sitemap(fetcher, address)

    def _is_page(self, address: str) -> bool:
        try:
            url = read_address(address)
        except FetchFailed:
            return False
        return (
            url.path.startswith(("/tudum", "/title/"))
            or re.match(r"^/[a-z]{2}(-[a-z]{2})?/title/", url.path) is not None
        )

    def _read_picture(self, page: Page, picture: PagePicture, address: str, place: str) -> FoundPicture | None:
        largest = picture.largest
        try:
            url = read_address(str(httpx.URL(address).join(largest.url.strip())))
        except (FetchFailed, httpx.InvalidURL):
            return None
        if 0 < min(largest.width or 9999, largest.height or 9999) < SMALLEST_SIDE:
            return None
        if _NO_PICTURE.search(url.path) or _NO_ARTWORK.search(url.path):
            return None
        if url.scheme == "http" and not self.base.startswith("http:"):
            url = url.copy_with(scheme="https")
        remembered = picture_address(url)
        return FoundPicture(
            key=picture_key(url),
            url=str(url),
            image_url=remembered,
            path=remembered.partition("://")[2],
            title=self.title or page.title,
            kind=None if picture.is_key_art else _kind_of(largest.width, largest.height),
            language=page.language,
            tier=Tier.A,
            page_url=place,
            note=" ".join(picture.words.split())[:200],
        )


def _names(address: str, words: list[str]) -> bool:
    """Whether all words of a title stand in an address, as they do in Tudum's."""
    in_address = set(make_title_key(httpx.URL(address).path.replace("-", " ").replace("/", " ")).split())
    return set(words) <= in_address


def _kind_of(width: int, height: int) -> Kind | None:
    """Pictures inside an article that lie are stills; those of unknown shape wait for their pixels."""
    return Kind.STILL if width > height > 0 else None


def _charset(content_type: str) -> str:
    found = re.search(r"charset=[\"']?([\w\-]+)", content_type, re.I)
    try:
        "".encode(found[1] if found else "utf-8")
    except LookupError:
        return "utf-8"
    return found[1] if found else "utf-8"
