"""Across the channels of a picture, one channel at a time: numpy is ten times as slow over so short an axis."""

from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray


def largest(values: NDArray[Any]) -> NDArray[Any]:
    """The largest along the last axis, of two channels or three: (..., n) to (...)."""
    return np.asarray(reduce(np.maximum, np.moveaxis(values, -1, 0)))


def smallest(values: NDArray[Any]) -> NDArray[Any]:
    """The smallest along the last axis, likewise."""
    return np.asarray(reduce(np.minimum, np.moveaxis(values, -1, 0)))
