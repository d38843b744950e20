"""Whether a place shows the same letters in both pictures, whatever their colours, and however they are read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from app.model.geometry import Box, part_of
from app.model.poster_image import Pixels
from app.model.words import TextLine
from app.text.folding import key

Light = NDArray[np.float32]
# With less correlation between the two places, made this high in pixels and at most so wide, they do not show the same
# words: of 42 places of new words 9 have more (test posters, seed 28001, 2026-11-27).
_LIKE_BEFORE, _HIGH, _WIDEST = 0.5, 24, 768
# A letter is about so wide then.
_LETTER = 14
# A line that shows this correlation on an average, and nowhere less than the second, is the one that was there.
# It may lie so much of its height beside where the place's box says; between words, where neither spreads over more
# levels (0..255) than this, there is nothing to see.
_THE_SAME, _ALL_ALONG, _BESIDE, _PLAIN = 0.75, 0.65, 0.2, 6.0
# A line that stands level is so wide for each of its signs and its height; the box of one aslant holds more poster than
# letters.
_SLENDER = 0.33
# So alike (rapidfuzz partial ratio, 0..100) are two readings of one line.
SAME_LINE = 75.0


def unchanged_lines(
    after: Sequence[TextLine], before: Sequence[TextLine], now: Box, then: Box, pictures: tuple[Pixels, Pixels]
) -> list[TextLine]:
    """Lines that look as they did in the reference, all along, and were not read there. pictures: now and then."""
    pixels, rendition = pictures
    read = [key(line.text) for line in before]
    unread = [line for line in after if all(fuzz.partial_ratio(key(line.text), own) < SAME_LINE for own in read)]
    level = [line for line in unread if line.box.width >= _SLENDER * len(line.text) * line.box.height]
    return [line for line in level if _looks_the_same(pixels, line.box, rendition, moved_box(line.box, now, then))]


def _looks_the_same(pixels: Pixels, line: Box, rendition: Pixels, stood: Box) -> bool:
    """Whether a line shows the same letters all along as the reference does there, or a little beside."""
    import cv2

    room = max(1, round(_BESIDE * stood.height))
    around = Box(stood.x - room, stood.y - room, stood.width + 2 * room, stood.height + 2 * room)
    cut, own = part_of(pixels, line), part_of(rendition, around)
    if min(cut.shape[:2]) == 0 or own.shape[:2] != (around.height, around.width):
        return False
    high = _HIGH / stood.height
    strip = _grey(cut, (min(_WIDEST, max(1, round(high * stood.width))), _HIGH))
    wide = _grey(own, (round(around.width * strip.shape[1] / stood.width), round(around.height * high)))
    _, _, _, (left, top) = cv2.minMaxLoc(cv2.matchTemplate(wide, strip, cv2.TM_CCOEFF_NORMED))
    same = wide[top : top + strip.shape[0], left : left + strip.shape[1]]
    firsts = range(0, max(1, strip.shape[1] - _LETTER // 2), _LETTER // 2)
    parts = [(strip[:, first : first + _LETTER], same[:, first : first + _LETTER]) for first in firsts]
    alike = [_correlation(*part) for part in parts if max(float(each.std()) for each in part) > _PLAIN]
    return bool(alike) and min(alike) >= _ALL_ALONG and sum(alike) >= _THE_SAME * len(alike)


def looks_alike(now: Pixels, then: Pixels) -> bool:
    """Whether two cuttings may show the same letters, whatever their colours; empty ones do not."""
    if min(*now.shape[:2], *then.shape[:2]) == 0:
        return False
    size = (min(_WIDEST, max(1, round(_HIGH * now.shape[1] / now.shape[0]))), _HIGH)
    return _correlation(_grey(now, size), _grey(then, size)) > _LIKE_BEFORE


def _grey(cutting: Pixels, size: tuple[int, int]) -> Light:
    """Its light in that size (width, height), (h, w) float32."""
    import cv2

    resized = np.asarray(cv2.resize(cutting, size, interpolation=cv2.INTER_AREA))
    return cv2.cvtColor(resized, cv2.COLOR_RGB2GRAY).astype(np.float32)


def _correlation(one: Light, other: Light) -> float:
    """-1..1; 0 where either is of one tone."""
    one, other = ((part - part.mean()).ravel() for part in (one, other))
    spread = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / spread if spread > 0 else 0.0


def moved_box(box: Box, now: Box, then: Box) -> Box:
    """A box of the submitted picture, where it lies in the reference: as the one place lies to the other."""
    across, down = then.width / now.width, then.height / now.height
    left, top = then.x + (box.x - now.x) * across, then.y + (box.y - now.y) * down
    return Box(round(left), round(top), max(1, round(box.width * across)), max(1, round(box.height * down)))
