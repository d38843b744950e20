"""Reads what a page for people says of its pictures: og:image, ld+json, img, srcset and picture elements.

Python's own HTML parser is enough: it never fails on broken pages, and nothing here depends on their tree.
"""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from app.sources.linked_data import plain_title, read_linked_data
from app.sources.renditions import PagePicture, Rendition, read_pixels, read_srcset

_LAZY = ("src", "data-src", "data-original", "data-lazy-src")
_LAZY_SETS = ("srcset", "data-srcset")


@dataclass(frozen=True, slots=True)
class Page:
    """title: of the film or series, "" when it names none. language: ISO 639-1 or ""."""

    title: str
    language: str
    pictures: tuple[PagePicture, ...]


def read_page(html: str) -> Page:
    """Never fails; what is broken in the page is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    named = list(read_linked_data(reader.linked_data))
    title = next((name for name, _ in named if name), "") or plain_title(reader.meta.get("og:title", reader.title))
    key_art = [picture for _, pictures in named for picture in pictures]
    key_art += reader.shared_pictures()
    return Page(
        title=title,
        language=reader.language.partition("-")[0].lower(),
        pictures=(*key_art, *reader.pictures),
    )


@dataclass
class _Open:
    """A picture element whose end has not come yet."""

    renditions: list[Rendition] = field(default_factory=list)
    words: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.language = self.title = ""
        self.linked_data: list[str] = []
        self.pictures: list[PagePicture] = []
        self._shared: list[Rendition] = []
        self._open: _Open | None = None
        self._inside = ""

    def shared_pictures(self) -> list[PagePicture]:
        """og:image and twitter:image."""
        return [PagePicture((one,), "", True) for one in self._shared]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attributes)}
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "meta":
            self._read_meta(values.get("property") or values.get("name", ""), values.get("content", ""))
        elif tag == "script" and values.get("type", "").strip().lower() == "application/ld+json":
            self._inside = "linked data"
            self.linked_data.append("")
        elif tag == "title" and not self.title:
            self._inside = "title"
        elif tag == "picture":
            self._close_picture()
            self._open = _Open()
        elif tag == "source" and self._open is not None:
            self._open.renditions += _candidates(values)
        elif tag == "img":
            self._read_img(values)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "title"):
            self._inside = ""
        elif tag == "picture":
            self._close_picture()

    def handle_data(self, data: str) -> None:
        if self._inside == "linked data":
            self.linked_data[-1] += data
        elif self._inside == "title":
            self.title += data

    def close(self) -> None:
        super().close()
        self._close_picture()

    def _read_meta(self, name: str, content: str) -> None:
        name = name.strip().lower()
        if name in ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"):
            if content and content not in {one.url for one in self._shared}:
                self._shared.append(Rendition(content))
        elif name in ("og:image:width", "og:image:height") and self._shared:
            # They belong to the og:image before them (ogp.me, structured properties).
            last = self._shared[-1]
            width = read_pixels(content) if name.endswith("width") else last.width
            height = read_pixels(content) if name.endswith("height") else last.height
            self._shared[-1] = Rendition(last.url, width, height)
        else:
            self.meta.setdefault(name, content)

    def _read_img(self, values: dict[str, str]) -> None:
        renditions = _candidates(values)
        if self._open is not None:
            self._open.renditions += renditions
            self._open.words = values.get("alt", "")
        elif renditions:
            self.pictures.append(PagePicture(tuple(renditions), values.get("alt", "")))

    def _close_picture(self) -> None:
        if self._open is not None and self._open.renditions:
            self.pictures.append(PagePicture(tuple(self._open.renditions), self._open.words))
        self._open = None


def _candidates(values: dict[str, str]) -> list[Rendition]:
    width, height = read_pixels(values.get("width", "")), read_pixels(values.get("height", ""))
    found = [one for name in _LAZY_SETS for one in read_srcset(values.get(name, ""))]
    # A candidate that tells only its density has that many times the size in which the picture is shown.
    sized = [one if one.width else replace(one, width=round(width * one.density)) for one in found]
    return sized + [Rendition(values[name], width, height) for name in _LAZY if values.get(name)]
