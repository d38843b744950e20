"""Colours: hex words to float RGB, and gradients between them."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Colour: TypeAlias = str  # "#rrggbb"
Stops: TypeAlias = Sequence[tuple[float, Colour]]


def rgb(colour: Colour) -> NDArray[np.float32]:
    """A hex colour as three floats in 0..1."""
    digits = colour.removeprefix("#")
    return np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)


def gradient(values: NDArray[np.float32], stops: Stops) -> NDArray[np.float32]:
    """Colours (..., 3) for values, mixed linearly between the stops (position, colour)."""
    places = [place for place, _ in stops]
    table = np.stack([rgb(colour) for _, colour in stops])
    return np.stack([np.interp(values, places, table[:, c]) for c in range(3)], -1).astype(np.float32)


def mix(one: Colour, other: Colour, share: float) -> NDArray[np.float32]:
    """A colour between two others; share 0 is the first, 1 the second."""
    return rgb(one) * (1 - share) + rgb(other) * share
