"""A picture as it would be if a poster stood upright in it, however that was turned or seen from the side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.compare.registration.verify_geometry import Homography, picture_corners, project
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
    """pixels: (h, w, 3), the submitted picture, flipped where the poster is. panel: the poster's place on the page.

    known: places of others that were found. back: (3, 3), from the picture's pixels to the page's.
    """

    pixels: Pixels
    panel: Box
    known: list[Box]
    back: Homography

    def neighbours(self) -> list[Box]:
        """Where one as large as the poster would stand right beside, above and below it, and no known one does."""
        height, width = self.pixels.shape[:2]
        if np.array_equal(self.back, np.eye(3)):
            beside, above, _ = next_to(self.panel, self.known, (width, height))
            places = [_within(box, width, height) for box in (*beside, *above)]
        else:
            wide, high = self.panel.width, self.panel.height
            steps = ((-wide, 0), (wide, 0), (0, -high), (0, high))
            around = (replace(self.panel, x=self.panel.x + x, y=self.panel.y + y) for x, y in steps)
            places = [box for box in around if self._lies_in_picture(box)]
        return [box for box in places if all(box.overlap(other) < _KNOWN for other in self.known)]

    def cut(self, box: Box) -> Pixels:
        """(h, w, 3): a place of the page; what lies beyond the picture is black."""
        import cv2

        scale = min(1.0, _LARGEST / max(box.width, box.height))
        place = np.array([[scale, 0, -scale * box.x], [0, scale, -scale * box.y], [0, 0, 1]]) @ self.back
        size = (max(1, round(scale * box.width)), max(1, round(scale * box.height)))
        return np.asarray(cv2.warpPerspective(self.pixels, place, size, flags=cv2.INTER_LINEAR), np.uint8)

    def in_picture(self, box: Box) -> Box:
        """The box around a place of the page in the picture."""
        return surround_points(self._quad_of(box))

    def _lies_in_picture(self, box: Box) -> bool:
        out, (height, width) = _OUT * self.panel.width, self.pixels.shape[:2]
        quad = self._quad_of(box)
        return bool((quad >= -out).all() and (quad <= (width + out, height + out)).all())

    def _quad_of(self, box: Box) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        corners = picture_corners((box.width, box.height)) + np.array([box.x, box.y], np.float64)
        return project(np.linalg.inv(self.back).astype(np.float64), corners)


def _within(box: Box, width: int, height: int) -> Box:
    """The part of a box that lies in the picture."""
    left, top = max(0, box.x), max(0, box.y)
    return Box(left, top, min(width, box.x + box.width) - left, min(height, box.y + box.height) - top)


def lay_upright(poster: Comparison, others: Sequence[Comparison], pixels: Pixels) -> UprightPage:
    """The page on which a poster stands upright; the picture itself where it does so already."""
    if stands_upright(poster):
        return UprightPage(pixels, place_of(poster), [place_of(each) for each in others], np.eye(3))
    straight = straighten([poster, *others], by_first=True)
    return UprightPage(pixels, straight.boxes[0], straight.boxes[1:], straight.back)
