"""Colours that people pick."""

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
_REDS: tuple[Colour, ...] = ((230, 30, 40), (250, 200, 20), (240, 90, 180), (250, 120, 20))
VIVID: tuple[Colour, ...] = (*_REDS, (30, 120, 240), (20, 180, 90), (130, 60, 220))


def light_of(colour: Colour | NDArray[np.floating]) -> float:
    """How bright a colour looks, 0..255."""
    return float(np.dot(np.asarray(colour, np.float64)[:3], (0.3, 0.59, 0.11)))
