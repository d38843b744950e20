"""A picture as it would be if a poster stood upright in it, however that was turned or seen from the side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.verify_geometry import Homography, project
from app.evidence.panels import next_to, place_of, stands_upright, straighten
from app.model.comparison import Comparison
from app.model.geometry import Box, surround_points
from app.model.poster_image import Pixels

# A neighbour that shares so much of its box with a reference that was found is that reference's.
_KNOWN = 0.5
# It may reach so far out of the picture, against the poster's width.
_OUT = 0.05
# A place is cut out in no more pixels than this along the longer side: whether something is drawn in it shows in fewer.
_LARGEST = 500


@dataclass(frozen=True, slots=True, eq=False)
class UprightPage:
    """pixels: (h, w, 3), the submitted picture, flipped where the poster is. back: (3, 3), its pixels to the page's."""

    pixels: Pixels
    back: Homography

    def cut(self, box: Box) -> Pixels:
        """(h, w, 3): a place of the page; what lies beyond the picture is black."""
        import cv2

        scale = min(1.0, _LARGEST / max(box.width, box.height))
        place = np.array([[scale, 0, -scale * box.x], [0, scale, -scale * box.y], [0, 0, 1]]) @ self.back
        size = (max(1, round(scale * box.width)), max(1, round(scale * box.height)))
        return np.asarray(cv2.warpPerspective(self.pixels, place, size, flags=cv2.INTER_LINEAR), np.uint8)

    def in_picture(self, box: Box) -> Box:
        """The box around a place of the page in the picture."""
        return surround_points(self._in_pixels(box))

    def shows(self, box: Box, out: float) -> bool:
        """Whether a place of the page lies in the picture, or no more pixels than `out` beyond its edges."""
        height, width = self.pixels.shape[:2]
        quad = self._in_pixels(box)
        return bool((quad >= -out).all() and (quad <= (width + out, height + out)).all())

    def _in_pixels(self, box: Box) -> NDArray[np.float64]:
        return project(np.linalg.inv(self.back).astype(np.float64), box.corners)


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A poster upright on its page. panel: its place.

    neighbours: where one as large would stand right beside, above and below it, and no known one does.
    """

    page: UprightPage
    panel: Box
    neighbours: list[Box]


def lay_upright(poster: Comparison, others: Sequence[Comparison], pixels: Pixels) -> Standing:
    """On the picture itself where the poster stands upright there. others: what else was found in the picture."""
    if stands_upright(poster):
        page, panel, known = UprightPage(pixels, np.eye(3)), place_of(poster), [place_of(each) for each in others]
        height, width = pixels.shape[:2]
        beside, above, _ = next_to(panel, known, (width, height))
        places = [_within(box, width, height) for box in (*beside, *above)]
    else:
        straight = straighten([poster, *others], by_first=True)
        page, panel, known = UprightPage(pixels, straight.back), straight.boxes[0], straight.boxes[1:]
        steps = ((-panel.width, 0), (panel.width, 0), (0, -panel.height), (0, panel.height))
        around = (replace(panel, x=panel.x + x, y=panel.y + y) for x, y in steps)
        places = [box for box in around if page.shows(box, _OUT * panel.width)]
    return Standing(page, panel, [box for box in places if all(box.overlap(other) < _KNOWN for other in known)])


def _within(box: Box, width: int, height: int) -> Box:
    """The part of a box that lies in the picture."""
    left, top = max(0, box.x), max(0, box.y)
    return Box(left, top, min(width, box.x + box.width) - left, min(height, box.y + box.height) - top)
