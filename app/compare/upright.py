"""Shows a turned picture as the reference stands, so that its words can be read."""

from dataclasses import dataclass

import numpy as np

from app.compare.registration.verify_geometry import Homography, pixel_scaling, project
from app.compare.submitted import SubmittedPicture
from app.compare.surroundings.filled_corners import turn_of
from app.model.comparison import ChangedRegion, Comparison
from app.model.geometry import Box, surround_points
from app.model.poster_image import Pixels

# Lines of words that are turned by fewer degrees are read as they stand.
_LEAST_TURN = 6.0
# The longest side that is drawn, in pixels.
_LONGEST = 2400


@dataclass(frozen=True, slots=True, eq=False)
class UprightPicture:
    """What the submitted picture shows of the reference, in its frame.

    scale: pixels for each of the reference's. to_submitted: its pixels to those of the submitted picture, as that was
    submitted, mirrored or not.
    """

    pixels: Pixels
    scale: float
    to_submitted: Homography

    def place_of(self, region: ChangedRegion) -> Box:
        """Where a changed region lies in it."""
        return region.reference_box.scaled(self.scale, self.scale)

    def box_of(self, box: Box) -> Box:
        """The upright box around a box of the submitted picture."""
        here = project(np.linalg.inv(self.to_submitted).astype(np.float64), box.corners)
        return surround_points(here)


def show_upright(submitted: SubmittedPicture, comparison: Comparison) -> UprightPicture | None:
    """As large as it was submitted; None where it was hardly turned against the reference."""
    import cv2

    homography = comparison.homography
    if homography is None or abs(turn_of(homography)) < _LEAST_TURN:
        return None
    size = (comparison.reference.width, comparison.reference.height)
    middle = np.array([[size[0] / 2, size[1] / 2]])
    right, below = (project(homography, middle + step) for step in ((1.0, 0.0), (0.0, 1.0)))
    here = project(homography, middle)
    scale = float(max(np.hypot(*(right - here)[0]), np.hypot(*(below - here)[0])))
    scale = min(scale, _LONGEST / max(size))
    drawn = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    to_submitted = homography @ pixel_scaling(size[0] / drawn[0], size[1] / drawn[1])
    if comparison.mirrored:
        to_submitted = np.array([[-1.0, 0.0, submitted.size[0] - 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]) @ to_submitted
    pixels = cv2.warpPerspective(
        submitted.pixels(mirrored=False), to_submitted, drawn, flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    )
    return UprightPicture(np.asarray(pixels, np.uint8), scale, to_submitted)
