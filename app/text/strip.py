"""Which part of a picture has to be looked at to read the line that a changed place belongs to, and how large."""

from dataclasses import dataclass

from app.model.geometry import Box
from app.text.engine import CELL

# The detector takes 0.95 ms a thousand pixels (one thread, benchmarks/reading.py), so a strip has so many at most,
# and a tall place, which holds several lines, some more.
_PIXELS, _PIXELS_OF_A_TALL_PLACE = 24_000, 60_000
# A changed place of one line is shown so high, in pixels: its letters are then as large as the detector likes them.
_PLACE_HEIGHT = 40.0
# One of several lines, in which nothing was read so, is shown as high as this.
_LINES_HEIGHT = 120.0
# Above and below the place, and to the left and right of its middle, so many of its heights are looked at: a line of a
# title is rarely longer. Beside a long place, which is most of its line, at least the second number.
_MARGIN, _REACH, _LEAST_REACH = 0.3, 16.0, 3.0
_LEAST_MARGIN = 6
# A place taller than this share of the picture may hold several lines.
_TALL = 0.2
_LARGEST_SCALE = 3.0


@dataclass(frozen=True, slots=True)
class Strip:
    """place: the changed place, as far as it lies in the picture. window: the part of the picture to look at.

    scale: strip pixels per picture pixel. picture_width: in pixels.
    """

    place: Box
    window: Box
    scale: float
    picture_width: int

    def cuts(self, lettering: Box) -> bool:
        """Whether lettering goes on beyond the window's left or right side, so that only a part of it can be read."""
        slack = 2 / self.scale
        left = self.window.x > 0 and lettering.x <= self.window.x + slack
        end = self.window.x + self.window.width
        right = end < self.picture_width and lettering.x + lettering.width >= end - slack
        return left or right


def strip_around(size: tuple[int, int], box: Box, *, closer: bool = False) -> Strip | None:
    """The strip for a place of a picture of (width, height) pixels; None when the place lies outside it.

    closer: for a tall place that may hold several lines, larger; None for any other.
    """
    width, height = size
    left, right = max(0, box.x), min(width, box.x + box.width)
    top, low = max(0, box.y), min(height, box.y + box.height)
    if left >= right or top >= low:
        return None
    high = low - top
    if closer and high <= _TALL * height:
        return None
    margin = max(_LEAST_MARGIN, round(_MARGIN * high))
    reach = round(max(_LEAST_REACH * high, _REACH * high - (right - left) / 2))
    first, last = max(0, left - reach), min(width, right + reach)
    pixels = _PIXELS_OF_A_TALL_PLACE if high > _TALL * height else _PIXELS
    shown = _LINES_HEIGHT if closer else _PLACE_HEIGHT
    scale = min(shown / high, _LARGEST_SCALE, (pixels / ((last - first) * (high + 2 * margin))) ** 0.5)
    # The detector wants whole cells: what it would pad is better looked at.
    cells = max(1, round((high + 2 * margin) * scale / CELL))
    tall = min(height, round(cells * CELL / scale))
    start = min(max(0, (top + low - tall) // 2), height - tall)
    place = Box(left, top, right - left, high)
    return Strip(place, Box(first, start, last - first, tall), scale, width)
