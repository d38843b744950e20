"""Brings a registered submitted picture and its reference into one frame, pixel on pixel."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.bend import Bend
from app.compare.filled_corners import find_filled_corners, turn_of
from app.compare.verify_geometry import Homography, picture_corners, pixel_scaling, project
from app.model.poster_image import Pixels

# Longest side in pixels of the frame in which differences are looked for. A "2" of 6 % of a poster's width is 18 px
# wide here; a larger frame costs time with the square and finds no more on pictures of 300 to 1,000 px.
FRAME_SIDE = 448
MIN_FRAME_SIDE = 160
# The submitted picture goes on beyond a side when it does so by this share of the frame's longer side.
_BEYOND = 0.02
# A seam is looked for along this part of a side, at so many points, this share of the longer side within and beyond it;
# more levels (0..255) apart in any channel, it is one.
_ALONG, _POINTS, _ACROSS, _SEAM = (0.2, 0.8), 60, 0.005, 12
# Pixels of the submitted picture on the side of the squares that tell where it reaches; fewer take longer.
_SQUARE = 4
_NOT_LOOKED_FOR = (1.0, 1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class LaidOver:
    """Two pictures in the reference's frame.

    query, reference: (h, w, 3) uint8 RGB. inside: (h, w) bool, where the submitted picture reaches, but for the plain
    corners that it got when it was turned.
    to_query: (3, 3), frame pixels to submitted pixels; to_reference: (2,) factors, frame pixels to reference pixels.
    query_scale: submitted pixels per frame pixel at the centre; under 1 the submitted picture has been magnified.
    goes_on: whether the submitted picture goes on beyond the frame's left, top, right and bottom side.
    seams: share, 0..1, of each of those sides along which the submitted picture changes at it; 1 where it goes on
    nowhere, so that none was looked for.
    ends_within: whether the poster ends somewhere in the submitted picture, on a ground; inside stops there.
    bend: what the query was straightened by beyond `to_query`; None where it was not.
    """

    query: Pixels
    reference: Pixels
    inside: NDArray[np.bool_]
    to_query: Homography
    to_reference: tuple[float, float]
    query_scale: float
    goes_on: tuple[bool, bool, bool, bool] = (False, False, False, False)
    seams: tuple[float, float, float, float] = _NOT_LOOKED_FOR
    ends_within: bool = False
    bend: Bend | None = None

    def in_query(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where points of the frame lie in the submitted picture; (n, 2) pixels both."""
        return project(self.to_query, points if self.bend is None else self.bend.moved(points))

    def seen_in_query(
        self, values: NDArray[np.float32], size: tuple[int, int], query_size: tuple[int, int]
    ) -> NDArray[np.float32]:
        """A map of the frame laid over the submitted picture, that shrunk to `size`; 0 beyond the frame."""
        import cv2

        shrunk = np.diag([size[0] / query_size[0], size[1] / query_size[1], 1.0]) @ self.to_query
        bent = values if self.bend is None else self.bend.bend_again(values)
        return as_float(cv2.warpPerspective(bent, shrunk, size, flags=cv2.INTER_LINEAR))


def lay_over(query: Pixels, reference: Pixels, homography: Homography, reference_size: tuple[int, int]) -> LaidOver:
    """Warp the submitted picture onto the reference's frame.

    query: submitted pixels (already mirrored back when the match was mirrored). reference: its rendition at any size.
    homography: reference pixels (of `reference_size`) to submitted pixels.
    """
    import cv2

    width, height = reference_size
    quad = project(homography, picture_corners(reference_size))
    extent = float(np.sqrt(max(cv2.contourArea(quad.astype(np.float32)), 1.0) / (width * height)))
    side = min(FRAME_SIDE, max(reference.shape[:2]), max(MIN_FRAME_SIDE, round(extent * max(width, height))))
    factor = side / max(width, height)
    # Even, so that halves are quick to make.
    frame_width, frame_height = (max(8, 2 * round(length * factor / 2)) for length in (width, height))
    to_reference = (width / frame_width, height / frame_height)
    to_query = homography @ pixel_scaling(*to_reference)
    query_scale = extent / factor
    source, source_to_query = _shrink_for(query, query_scale)
    from_frame = np.linalg.inv(source_to_query) @ to_query
    size = (frame_width, frame_height)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = cv2.warpPerspective(source, from_frame, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    shrunk = cv2.resize(reference, size, interpolation=cv2.INTER_AREA)
    goes_on = _goes_on(to_query, size, (query.shape[1], query.shape[0]))
    inside = _inside(to_query, size, (query.shape[1], query.shape[0]))
    corners = find_filled_corners(source, turn_of(to_query))
    if corners is not None:
        inside &= ~_in_frame(corners, from_frame, size)
    return LaidOver(
        query=np.asarray(warped, dtype=np.uint8),
        reference=np.asarray(shrunk, dtype=np.uint8),
        inside=inside,
        to_query=to_query,
        to_reference=to_reference,
        query_scale=query_scale,
        goes_on=goes_on,
        seams=_seams(source, from_frame, size) if any(goes_on) else _NOT_LOOKED_FOR,
        ends_within=corners is not None,
    )


def as_float(values: object) -> NDArray[np.float32]:
    """What OpenCV or numpy made, as float32; nothing is copied when it is already."""
    return np.asarray(values, dtype=np.float32)


def _goes_on(to_query: Homography, size: tuple[int, int], query_size: tuple[int, int]) -> tuple[bool, bool, bool, bool]:
    width, height = size
    away = _BEYOND * max(size)
    sides = np.array([(-away, height / 2), (width / 2, -away), (width + away, height / 2), (width / 2, height + away)])
    left, top, right, bottom = ((point >= 0).all() and (point < query_size).all() for point in project(to_query, sides))
    return bool(left), bool(top), bool(right), bool(bottom)


def _seams(source: Pixels, from_frame: Homography, size: tuple[int, int]) -> tuple[float, float, float, float]:
    import cv2

    width, height = size
    away = _ACROSS * max(size)
    along = np.linspace(*_ALONG, _POINTS)
    level, upright = np.zeros(_POINTS), np.ones(_POINTS)
    within = np.stack(
        [
            np.column_stack([level + away, along * height]),
            np.column_stack([along * width, level + away]),
            np.column_stack([upright * width - away, along * height]),
            np.column_stack([along * width, upright * height - away]),
        ]
    )
    outwards = 2 * away * np.array([[-1, 0], [0, -1], [1, 0], [0, 1]])
    points = np.stack([within, within + outwards[:, None]]).reshape(-1, 2)
    across, down = project(from_frame, points).astype(np.float32).T
    seen = cv2.remap(source, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    here, there = seen.reshape(2, 4, _POINTS, 3).astype(np.int16)
    left, top, right, bottom = (np.abs(here - there).max(axis=2) > _SEAM).mean(axis=1)
    return float(left), float(top), float(right), float(bottom)


def _shrink_for(query: Pixels, query_scale: float) -> tuple[Pixels, Homography]:
    """Shrink by area first when the warp would skip pixels, which makes fine patterns flicker."""
    import cv2

    if query_scale < 1.35:
        return query, np.eye(3)
    height, width = query.shape[:2]
    size = (max(1, round(width / query_scale)), max(1, round(height / query_scale)))
    shrunk = np.asarray(cv2.resize(query, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return shrunk, pixel_scaling(width / size[0], height / size[1])


def _inside(to_query: Homography, size: tuple[int, int], query_size: tuple[int, int]) -> NDArray[np.bool_]:
    """Whole squares of the submitted picture stand for its pixels; they end where it ends."""
    squares = (max(1, round(query_size[0] / _SQUARE)), max(1, round(query_size[1] / _SQUARE)))
    to_squares = np.linalg.inv(pixel_scaling(query_size[0] / squares[0], query_size[1] / squares[1])) @ to_query
    return _in_frame(np.ones(squares[::-1], dtype=bool), to_squares, size)


def _in_frame(mask: NDArray[np.bool_], from_frame: Homography, size: tuple[int, int]) -> NDArray[np.bool_]:
    """A mask of the submitted picture, laid into the frame; False where that does not reach."""
    import cv2

    flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    laid = cv2.warpPerspective(
        mask.astype(np.uint8), from_frame, size, flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=0
    )
    return np.asarray(laid > 0)
