"""Brings a registered submitted picture and its reference into one frame, pixel on pixel."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.bend import Bend
from app.compare.registration.verify_geometry import Homography, picture_corners, pixel_scaling, project
from app.compare.surroundings.equal_bars import find_equal_bars
from app.compare.surroundings.filled_corners import find_filled_corners, turn_of
from app.compare.surroundings.frame_sides import FrameSides, look_at_sides
from app.compare.surroundings.page_bands import find_page_bands
from app.compare.surroundings.smooth_sides import find_smooth_sides, has_detail
from app.model.poster_image import Pixels

# Longest side in pixels of the frame in which differences are looked for. A "2" of 6 % of a poster's width is 18 px
# wide here; a larger frame costs time with the square and finds no more on pictures of 300 to 1,000 px.
FRAME_SIDE = 448
MIN_FRAME_SIDE = 160
# So many pixels from where the submitted picture ends, windows that differences are looked for in reach over its end.
WINDOW_MARGIN = 5
# Pixels of the submitted picture on the side of the squares that tell where it reaches; fewer take longer.
_SQUARE = 4
# A bar is the poster's own where the reference has as much of its colour, give or take this share.
_MORE_PLAIN = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class LaidOver:
    """Two pictures in the reference's frame.

    query, reference: (h, w, 3) uint8 RGB. inside: (h, w) bool, where the submitted picture reaches, but for the plain
    corners that it got when it was turned, and bars that fill it up to a format.
    to_query: (3, 3), frame pixels to submitted pixels; to_reference: (2,) factors, frame pixels to reference pixels.
    query_scale: submitted pixels per frame pixel at the centre; under 1 the submitted picture has been magnified.
    sides: whether and how the submitted picture goes on at the frame's sides.
    ends_within: whether the poster ends somewhere in the submitted picture, on a ground; inside stops there.
    bend: what the query was straightened by beyond `to_query`; None where it was not.
    """

    query: Pixels
    reference: Pixels
    inside: NDArray[np.bool_]
    to_query: Homography
    to_reference: tuple[float, float]
    query_scale: float
    sides: FrameSides = field(default_factory=FrameSides)
    ends_within: bool = False
    bend: Bend | None = None

    @property
    def well_inside(self) -> NDArray[np.bool_]:
        """`inside` without what lies along its ends, and the frame's, where a window reaches over them."""
        import cv2

        window = np.ones((2 * WINDOW_MARGIN + 1, 2 * WINDOW_MARGIN + 1), np.uint8)
        inner = cv2.erode(self.inside.astype(np.uint8), window, borderType=cv2.BORDER_CONSTANT, borderValue=0)
        return np.asarray(inner > 0)

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
    warped = np.asarray(
        cv2.warpPerspective(source, from_frame, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8
    )
    shrunk = np.asarray(cv2.resize(reference, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    inside = _inside(to_query, size, (query.shape[1], query.shape[0]))
    corners = find_filled_corners(source, turn_of(to_query))
    filled = [] if corners is None else [_in_frame(corners, from_frame, size)]
    filled += _filled_up(source, from_frame, warped, shrunk, inside)
    for each in filled:
        inside &= ~each
    return LaidOver(
        query=warped,
        reference=shrunk,
        inside=inside,
        to_query=to_query,
        to_reference=to_reference,
        query_scale=query_scale,
        sides=look_at_sides(source, from_frame, size),
        ends_within=bool(filled),
    )


def as_float(values: object) -> NDArray[np.float32]:
    """What OpenCV or numpy made, as float32; nothing is copied when it is already."""
    return np.asarray(values, dtype=np.float32)


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


def _filled_up(
    source: Pixels, from_frame: Homography, query: Pixels, reference: Pixels, inside: NDArray[np.bool_]
) -> Iterator[NDArray[np.bool_]]:
    """Where in the frame something fills the submitted picture up to a format, and the reference has something else."""
    size = (inside.shape[1], inside.shape[0])
    for fill in (*find_equal_bars(source, from_frame, size), *find_page_bands(source, from_frame, size)):
        there = _in_frame(fill.mask, from_frame, size)
        within = there & inside
        if fill.share_of(reference[within]) < fill.share_of(query[within]) - _MORE_PLAIN:
            yield there
    sides = find_smooth_sides(source, from_frame, size)
    if sides is not None:
        there = _in_frame(sides, from_frame, size)
        yield from (half for half in _halves(there) if has_detail(reference, half & inside))


def _halves(mask: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """What of it lies in the left half, and what in the right one."""
    left = np.arange(mask.shape[1]) < mask.shape[1] // 2
    return mask & left, mask & ~left


def _in_frame(mask: NDArray[np.bool_], from_frame: Homography, size: tuple[int, int]) -> NDArray[np.bool_]:
    """A mask of the submitted picture, laid into the frame; False where that does not reach."""
    import cv2

    flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    laid = cv2.warpPerspective(
        mask.astype(np.uint8), from_frame, size, flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=0
    )
    return np.asarray(laid > 0)
