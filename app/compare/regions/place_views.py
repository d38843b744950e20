"""Draws a changed place for the network: from near, and the whole frame with the place marked in it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.photometry import expected_colours
from app.compare.aligned.residual import Residual
from app.compare.regions.regions import FoundRegion
from app.model.geometry import Box

# Pixels across and down of a view; layers of one: submitted R, G, B, expected R, G, B, the place, where both reach.
VIEW_SIDE = 64
LAYERS = 8
# The near view shows so many times the longer side of the place, and at least this share of the frame's longer side.
_AROUND, _LEAST = 1.5, 0.12


def draw_views(laid: LaidOver, residual: Residual, places: Sequence[FoundRegion]) -> NDArray[np.uint8]:
    """(n, 2, 64, 64, 8) uint8: each place from near, square, and the whole frame, pressed into a square.

    What the submitted picture is expected to show is the reference with the mapping of colours, so that a filter is no
    difference. Beyond the frame everything is 0.
    """
    height, width = laid.inside.shape
    views = np.zeros((len(places), 2, VIEW_SIDE, VIEW_SIDE, LAYERS), np.uint8)
    if not places:
        return views
    frame = (0.0, 0.0, float(width), float(height))
    views[:, 1] = _draw(laid, residual, frame)
    for (near, far), place in zip(views, places, strict=True):
        part = _near(place.box, (width, height))
        near[:] = _draw(laid, residual, part)
        mask = place.mask.astype(np.uint8) * 255
        _lay(near, 6, mask, part)
        _lay(far, 6, mask, frame)
    return views


_Part = tuple[float, float, float, float]


def _near(box: Box, frame: tuple[int, int]) -> _Part:
    """(left, top, right, bottom) of the near view in frame pixels; it may reach out of the frame."""
    half = max(_AROUND / 2 * max(box.width, box.height), _LEAST / 2 * max(frame))
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return x - half, y - half, x + half, y + half


def _draw(laid: LaidOver, residual: Residual, part: _Part) -> NDArray[np.uint8]:
    """Everything but the place's own layer."""
    height, width = laid.inside.shape
    layers = np.zeros((VIEW_SIDE, VIEW_SIDE, LAYERS), np.uint8)
    _lay(layers, 0, laid.query, part)
    _lay(layers, 7, laid.inside.astype(np.uint8) * 255, part)
    left, top, right, bottom = _within(part, (width, height))
    shown = _resized(laid.reference, part)
    window = (2 * left / width - 1, 2 * top / height - 1, 2 * right / width - 1, 2 * bottom / height - 1)
    expected = expected_colours(shown.astype(np.float32), residual.mapping, window)
    _put(layers, 3, expected.astype(np.uint8), part, (width, height))
    return layers


def _lay(layers: NDArray[np.uint8], first: int, picture: NDArray[np.uint8], part: _Part) -> None:
    _put(layers, first, _resized(picture, part), part, (picture.shape[1], picture.shape[0]))


def _within(part: _Part, frame: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = part
    return (
        max(0, int(np.floor(left))),
        max(0, int(np.floor(top))),
        min(frame[0], int(np.ceil(right))),
        min(frame[1], int(np.ceil(bottom))),
    )


def _target(part: _Part, frame: tuple[int, int]) -> tuple[slice, slice]:
    """Rows and columns of the view that the frame fills."""
    left, top, right, bottom = _within(part, frame)
    across, down = VIEW_SIDE / (part[2] - part[0]), VIEW_SIDE / (part[3] - part[1])
    x, y = round((left - part[0]) * across), round((top - part[1]) * down)
    x, y = max(0, min(x, VIEW_SIDE - 1)), max(0, min(y, VIEW_SIDE - 1))
    end_x = max(min(VIEW_SIDE, round((right - part[0]) * across)), x + 1)
    end_y = max(min(VIEW_SIDE, round((bottom - part[1]) * down)), y + 1)
    return slice(y, end_y), slice(x, end_x)


def _resized(picture: NDArray[np.uint8], part: _Part) -> NDArray[np.uint8]:
    import cv2

    frame = (picture.shape[1], picture.shape[0])
    left, top, right, bottom = _within(part, frame)
    rows, columns = _target(part, frame)
    size = (columns.stop - columns.start, rows.stop - rows.start)
    way = cv2.INTER_AREA if part[2] - part[0] > VIEW_SIDE else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(picture[top:bottom, left:right], size, interpolation=way), np.uint8)


def _put(
    layers: NDArray[np.uint8], first: int, picture: NDArray[np.uint8], part: _Part, frame: tuple[int, int]
) -> None:
    rows, columns = _target(part, frame)
    count = 1 if picture.ndim == 2 else picture.shape[2]
    layers[rows, columns, first : first + count] = picture.reshape(*picture.shape[:2], count)
