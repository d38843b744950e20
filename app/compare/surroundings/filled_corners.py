"""Finds the plain corners that a picture gets when it is turned: fill, and nothing that the poster shows."""

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.verify_geometry import Homography
from app.model.poster_image import Pixels

# Turned by less than the first angle (degrees), corners are a pixel or two wide; by more than the second, not by hand.
_LEAST_TURN, _MOST_TURN = 0.6, 30.0
# A corner's colour holds within so many levels (0..255), over this share of a triangle whose legs are to each other as
# the turn says: what saving leaves of a plain fill.
_ALIKE, _ALL_ALIKE = 14, 0.96
# Saving blurs where it ends; of a triangle so much larger, and so many pixels more, all that is of its colour is fill.
_LARGER, _WIDER = 1.2, 3
# Of the picture a corner takes at least this share and at most that.
_LEAST, _MOST = 0.0008, 0.12
# A picture that was turned has such corners on most sides; one may be cut off, one may be as plain as the poster there.
_FEWEST = 2
# Pixels around them in which fill and picture mix.
_MIXED = 3


def turn_of(to_query: Homography) -> float:
    """By how many degrees a reference is turned in the submitted picture, -180..180, at the frame's first corner."""
    return float(np.degrees(np.arctan2(to_query[1, 0], to_query[0, 0])))


def find_filled_corners(picture: Pixels, turn: float) -> NDArray[np.bool_] | None:
    """(h, w) bool, where a turned picture's corners were filled with one colour; None when it has none.

    turn: degrees, see `turn_of`.
    """
    import cv2

    if not _LEAST_TURN <= abs(turn) <= _MOST_TURN:
        return None
    filled = _whole_turn(picture, turn)
    if filled is None:
        filled = _single_corners(picture, turn)
    if filled is None:
        return None
    around = np.ones((2 * _MIXED + 1, 2 * _MIXED + 1), np.uint8)
    return np.asarray(cv2.dilate(filled, around) > 0)


def _whole_turn(picture: Pixels, turn: float) -> NDArray[np.uint8] | None:
    """(h, w) of 0 and 1: all four corners of a picture that was made larger to hold a turned one; None if it was not.

    How large they are follows from its size and the turn alone, so that a poster as dark as they are does not matter.
    """
    import cv2

    high, wide = picture.shape[:2]
    angle = np.radians(abs(turn))
    sine, cosine = float(np.sin(angle)), float(np.cos(angle))
    # wide = width * cosine + height * sine and high = width * sine + height * cosine, of the picture that was turned.
    width, height = (
        (one * cosine - other * sine) / float(np.cos(2 * angle)) for one, other in ((wide, high), (high, wide))
    )
    across, down = height * sine, width * sine
    if min(width, height) <= 0 or across * (high - down) / (2 * wide * high) < _LEAST:
        return None
    corners = (
        ((0, 0), (across, 0), (0, high - down)),
        ((wide, 0), (across, 0), (wide, down)),
        ((wide, high), (wide - across, high), (wide, down)),
        ((0, high), (wide - across, high), (0, high - down)),
    )
    filled = np.zeros((high, wide), np.uint8)
    for corner in corners:
        cv2.fillConvexPoly(filled, np.array(corner).round().astype(np.int32), 1)
    if turn < 0:
        filled = np.ascontiguousarray(filled[:, ::-1])
    held = picture[cv2.erode(filled, np.ones((3, 3), np.uint8), borderValue=1) > 0]
    plain = len(held) > 0 and _alike(held, np.median(held, axis=0)).mean() >= _ALL_ALIKE
    return filled if plain else None


def _single_corners(picture: Pixels, turn: float) -> NDArray[np.uint8] | None:
    """The same for those that each show by themselves; None for fewer than most turned pictures have."""
    filled = np.zeros(picture.shape[:2], np.uint8)
    found = 0
    for down in (slice(None), slice(None, None, -1)):
        for across in (slice(None), slice(None, None, -1)):
            triangle = _filled_triangle(picture[down, across], float(np.tan(np.radians(abs(turn)))))
            if triangle is not None:
                filled[down, across] |= triangle
                found += 1
    return filled if found >= _FEWEST else None


def _filled_triangle(picture: Pixels, slope: float) -> NDArray[np.uint8] | None:
    """(h, w) of 0 and 1: the filled corner at the top left; None where there is none. slope: tangent of the turn.

    Its legs are as long as the first row and column hold its colour, but where the poster goes on in the same colour:
    of each two, the one that goes with the other's length.
    """
    import cv2

    colour = np.median(picture[:3, :3].reshape(-1, 3), axis=0)
    runs = [_run(line, colour) for line in (picture[1], picture[:, 1])]
    long = min(max(runs), min(runs) / slope)
    legs = (long, long * slope) if runs[0] >= runs[1] else (long * slope, long)
    if not _LEAST <= legs[0] * legs[1] / 2 / (picture.shape[0] * picture.shape[1]) <= _MOST:
        return None
    inner, outer = np.zeros((2, *picture.shape[:2]), np.uint8)
    for triangle, (wide, high) in ((inner, legs), (outer, [_LARGER * leg + _WIDER for leg in legs])):
        cv2.fillConvexPoly(triangle, np.array([(0, 0), (wide, 0), (0, high)]).round().astype(np.int32), 1)
    if _alike(picture[inner > 0], colour).mean() < _ALL_ALIKE:
        return None
    outer[outer > 0] = _alike(picture[outer > 0], colour)
    return np.asarray(outer | inner)


def _run(line: Pixels, colour: NDArray[np.float64]) -> int:
    """How many pixels from the first on are of the colour."""
    alike = _alike(line, colour)
    return len(alike) if alike.all() else int(np.argmin(alike))


def _alike(pixels: Pixels, colour: NDArray[np.float64]) -> NDArray[np.bool_]:
    return np.asarray(np.abs(pixels - colour).max(axis=1) <= _ALIKE)
