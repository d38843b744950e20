"""How the submitted picture goes on at the four sides of the reference's frame: left, top, right and bottom."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.verify_geometry import Homography, project
from app.model.poster_image import Pixels

# The submitted picture goes on beyond a side when it does so by this share of the frame's longer side, and ends before
# one when it does not reach so near.
_BEYOND = 0.02
# Colours are compared along this part of a side, at so many points, so far within and beyond it (shares of the longer
# side). More levels (0..255) apart in any channel right within and beyond it, there is a seam.
_ALONG, _POINTS, _NEAR, _FAR, _SEAM = (0.2, 0.8), 60, 0.005, 0.015, 12
# Of fewer points in a part of a side nothing is said.
_FEWEST_POINTS = 4
# What is drawn at a side goes on beyond it when there is a seam along less than this share of it, when the light beyond
# varies by so many levels and correlates with that within by so much; and when it is so many levels away from a copy
# that fills a ground: of the edge, drawn out, or of what lies within, mirrored. So go on and end elsewhere 12 of 53
# official versions, none of 1,100 edits that agree in .45 and more, and of 800 harmless pictures one or two chains of a
# crop and a caption's bar (tuning posters, 2026-11-27).
_SEAMED, _VARIES, _ALIKE, _COPIED = 0.95, 8, 0.2, 3


def _all_seamed() -> NDArray[np.bool_]:
    return np.ones((4, _POINTS), dtype=bool)


@dataclass(frozen=True, slots=True, eq=False)
class FrameSides:
    """goes_on: whether the submitted picture goes on beyond each side. seamed: (4, n) bool, at which of n points along
    the middle part of each side, from the left or the top on, it changes there; all where it goes on nowhere, so that
    nothing was looked for. crossed: whether what is drawn goes on beyond one side, while the submitted picture ends
    before another.
    """

    goes_on: tuple[bool, bool, bool, bool] = (False, False, False, False)
    seamed: NDArray[np.bool_] = field(default_factory=_all_seamed)
    crossed: bool = False

    def seam(self, side: int) -> float:
        """Share, 0..1, of a side along which the submitted picture changes there."""
        return float(self.seamed[side].mean())

    def seam_within(self, side: int, first: float, last: float) -> float:
        """The same for the part of a side between two shares of its length; 1 where there are too few points."""
        low, high = _ALONG
        there = slice(*(max(0, round((at - low) / (high - low) * _POINTS)) for at in (first, last)))
        points = self.seamed[side, there]
        return float(points.mean()) if len(points) >= _FEWEST_POINTS else 1.0


def look_at_sides(source: Pixels, from_frame: Homography, size: tuple[int, int]) -> FrameSides:
    """source: the submitted picture. from_frame: frame pixels to its pixels. size: of the frame, (width, height)."""
    source_size = (source.shape[1], source.shape[0])
    goes_on = _reaches(from_frame, size, source_size, _BEYOND)
    if not any(goes_on):
        return FrameSides(goes_on)
    lines = _along_sides(source, from_frame, size)
    seamed = np.abs(lines[1] - lines[2]).max(axis=2) > _SEAM
    light = lines.mean(axis=3).swapaxes(0, 1)
    ends_before = not all(_reaches(from_frame, size, source_size, -_BEYOND))
    crossed = ends_before and any(
        on and changes.mean() < _SEAMED and _is_continued(*side)
        for on, changes, side in zip(goes_on, seamed, light, strict=True)
    )
    return FrameSides(goes_on, seamed, crossed)


def _reaches(
    from_frame: Homography, size: tuple[int, int], source_size: tuple[int, int], beyond: float
) -> tuple[bool, bool, bool, bool]:
    """Whether the picture has points that lie so far beyond the middles of the sides; within them, if negative."""
    width, height = size
    away = beyond * max(size)
    sides = np.array([(-away, height / 2), (width / 2, -away), (width + away, height / 2), (width / 2, height + away)])
    left, top, right, bottom = (
        (point >= 0).all() and (point < source_size).all() for point in project(from_frame, sides)
    )
    return bool(left), bool(top), bool(right), bool(bottom)


def _along_sides(source: Pixels, from_frame: Homography, size: tuple[int, int]) -> NDArray[np.int16]:
    """(4, 4, _POINTS, 3): the submitted picture's colours far within, within, beyond and far beyond each side."""
    import cv2

    width, height = size
    along, zeros, ones = np.linspace(*_ALONG, _POINTS), np.zeros(_POINTS), np.ones(_POINTS)
    across, down = along * width, along * height
    sides = np.stack(
        [
            np.column_stack([zeros, down]),
            np.column_stack([across, zeros]),
            np.column_stack([ones * width, down]),
            np.column_stack([across, ones * height]),
        ]
    )
    outwards = np.array([[-1, 0], [0, -1], [1, 0], [0, 1]])[:, None]
    points = np.stack([sides + away * max(size) * outwards for away in (-_FAR, -_NEAR, _NEAR, _FAR)]).reshape(-1, 2)
    x, y = project(from_frame, points).astype(np.float32).T
    seen = cv2.remap(source, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return seen.reshape(4, 4, _POINTS, 3).astype(np.int16)


def _is_continued(
    far_within: NDArray[np.float64],
    within: NDArray[np.float64],
    beyond: NDArray[np.float64],
    far_beyond: NDArray[np.float64],
) -> bool:
    """Whether the light beyond a side is drawn, and goes with that within, without being a copy."""
    lines = np.stack([far_within, within, beyond, far_beyond])
    if lines.std(axis=1).min() < _VARIES:
        return False
    mirrored, drawn_out = (float(np.abs(line - far_beyond).mean()) for line in (far_within, beyond))
    return min(mirrored, drawn_out) > _COPIED and bool(np.corrcoef(within, beyond)[0, 1] >= _ALIKE)
