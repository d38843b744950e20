"""How two pictures vary, alone and together, in the window round each place: what local correlation is made of."""

import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float32]


def local_moments(one: Map, other: Map, window: int) -> tuple[Map, Map, Map]:
    """(h, w) each: covariance of two grey pictures in windows of so many pixels, and the variance of each."""
    import cv2

    def average(values: Map) -> Map:
        return np.asarray(cv2.blur(values, (window, window)), np.float32)

    mean_one, mean_other = average(one), average(other)
    return (
        average(one * other) - mean_one * mean_other,
        np.maximum(average(one * one) - mean_one**2, 0),
        np.maximum(average(other * other) - mean_other**2, 0),
    )
