"""One picture of a page in its sizes, and which of them is the largest."""

import re
from dataclasses import dataclass
from typing import Any

_CANDIDATE = r"\s*,*\s*([^\s,][^\s]*[^\s,]|[^\s,])(?:\s+([^,]*))?(?:,|$)"
# Signs: more than any page needs, few enough that a hostile one costs no time.
_LONGEST_SET = 8000


@dataclass(frozen=True, slots=True)
class Rendition:
    """One address of a picture. width, height: pixels as the page tells them, 0 where it does not."""

    url: str
    width: int = 0
    height: int = 0
    density: float = 1.0


@dataclass(frozen=True, slots=True)
class PagePicture:
    """All renditions that a page offers of one picture. is_key_art: named as the page's or the title's own."""

    renditions: tuple[Rendition, ...]
    words: str = ""
    is_key_art: bool = False

    @property
    def largest(self) -> Rendition:
        """The one with most pixels, by what the page says; the first of those it says nothing about."""
        return max(self.renditions, key=lambda one: (one.width, one.width * one.height, one.height, one.density))


def read_srcset(value: str) -> list[Rendition]:
    """The candidates of a srcset attribute. Addresses may hold commas, so they are split as HTML says."""
    found = []
    for url, descriptor in re.findall(_CANDIDATE, value[:_LONGEST_SET]):
        width = re.search(r"(\d+)w", descriptor)
        density = re.search(r"([\d.]+)x", descriptor)
        found.append(Rendition(url, int(width[1][:6]) if width else 0, 0, _number(density[1]) if density else 1.0))
    return found


def read_pixels(value: Any) -> int:  # noqa: ANN401 - JSON of a stranger
    """Pixels as HTML or JSON tell them: "320", "320px", 320; 0 where they do not."""
    if isinstance(value, dict):
        value = value.get("value", "")
    found = re.match(r"\s*(\d{1,6})", str(value))
    return int(found[1]) if found and not str(value).strip().endswith("%") else 0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0
