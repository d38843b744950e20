"""Which part of the reference the submitted picture shows at all, where a cropped poster stands on a plain ground.

Bars and app backgrounds are no change to the poster: it ends there. They are told by going on, in one colour, from
outside the reference's frame to inside it.
"""

import numpy as np
from numpy.typing import NDArray

from app.compare.lay_over import LaidOver

# Levels (0..255) in every channel within which a pixel is of the ground's colour.
_ALIKE = 20
# Share of a row or column in the ground's colour up to which the poster has not begun: icons and words may stand there.
_GROUND = 0.6
# The ground is looked at in a strip of this share of the frame's side; what is thinner is the edge's own business.
_STRIP = 0.015
# Of the rows or columns that cross the ground, each of so many is looked at.
_EVERY = 4
# A poster of which less than this share of a side would be left is no crop of it.
_LEAST_SHOWN = 0.25


def shown_part(laid: LaidOver) -> NDArray[np.bool_]:
    """(h, w) bool: everything, but for plain strips along sides beyond which the submitted picture goes on."""
    height, width = laid.inside.shape
    left, top, right, bottom = (_ground_along(laid, side) for side in range(4))
    if left + right > (1 - _LEAST_SHOWN) * width or top + bottom > (1 - _LEAST_SHOWN) * height:
        return np.ones((height, width), dtype=bool)
    shown = np.zeros((height, width), dtype=bool)
    shown[top : height - bottom, left : width - right] = True
    return shown


def _ground_along(laid: LaidOver, side: int) -> int:
    """How many columns (left, right) or rows (top, bottom) from that side on are ground."""
    if not laid.goes_on[side]:
        return 0
    query = _from_the_left(laid.query, side)[::_EVERY]
    strip = max(2, round(_STRIP * query.shape[1]))
    colour = np.median(query[:, :strip].reshape(-1, 3), axis=0).astype(np.int16)
    deep = _plain_columns(query, colour)
    if deep <= strip:
        return 0
    # Where the reference has that ground too, the poster may well have begun.
    reference = _from_the_left(laid.reference, side)[::_EVERY, :deep]
    foreign = _alike(reference, colour).mean(axis=0) < _GROUND
    return deep if foreign.all() else int(np.argmin(foreign))


def _plain_columns(pixels: NDArray[np.uint8], colour: NDArray[np.int16]) -> int:
    """How many columns from the left on are mostly of the colour."""
    plain = _alike(pixels, colour).mean(axis=0) >= _GROUND
    return len(plain) if plain.all() else int(np.argmin(plain))


def _alike(pixels: NDArray[np.uint8], colour: NDArray[np.int16]) -> NDArray[np.bool_]:
    """(h, w) bool, of the colour in every channel; channel by channel, as numpy is slow over so short an axis."""
    red, green, blue = (np.abs(pixels[..., i] - colour[i]) < _ALIKE for i in range(3))
    return np.asarray(red & green & blue)


def _from_the_left(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """The picture turned so that the side (left, top, right, bottom) lies on the left."""
    across = pixels if side % 2 == 0 else pixels.transpose(1, 0, 2)
    return across[:, ::-1] if side >= 2 else across
