"""How a picture is bent beyond what a homography can say: by a lens, by paper that curls, by a screen that curves."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

# All products of powers of the two coordinates up to the third degree together: a lens moves points outwards by the
# third power of their distance (Brown, "Decentering distortion of lenses", 1966), a sheet that curls by the second.
_DEGREE = 3
POWERS = tuple((across, total - across) for total in range(_DEGREE + 1) for across in range(total + 1))
# The way back is found by so many steps of a fixed point: each makes what is left a fifth or less.
_ROUNDS_BACK = 2


@dataclass(frozen=True, slots=True, eq=False)
class Bend:
    """A smooth displacement in a frame: from where a point lies to where the picture shows it.

    size: width and height of the frame. coefficients: (len(POWERS), 2), across and down, in halves of the longer side,
    so that they hold at any size.
    """

    coefficients: NDArray[np.float64]
    size: tuple[int, int]

    def moved(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where the picture shows points of the frame; (n, 2) pixels both."""
        shift = max(self.size) / 2 * bend_terms(points, self.size) @ self.coefficients
        return np.asarray(points + shift)

    def displacement(self) -> NDArray[np.float32]:
        """(h, w, 2): by how many pixels each pixel of the frame is moved, across and down."""
        width, height = self.size
        half = max(self.size) / 2
        across = (np.arange(width) - width / 2) / half
        down = (np.arange(height) - height / 2) / half
        moved = np.zeros((height, width, 2), np.float32)
        for (power_x, power_y), coefficient in zip(POWERS, half * self.coefficients, strict=True):
            moved += np.outer(down**power_y, across**power_x)[..., None].astype(np.float32) * np.float32(coefficient)
        return moved

    def straighten(self, picture: NDArray[Any], interpolation: int, outside: int | None = None) -> NDArray[np.uint8]:
        """A picture of this size without the bend. outside: what lies beyond its edge; more of the edge if None."""
        return np.asarray(_taken_from(picture, self.displacement(), interpolation, outside), dtype=np.uint8)

    def bend_again(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """A map of the straightened picture as it lies over the bent one."""
        import cv2

        displacement = back = self.displacement()
        for _ in range(_ROUNDS_BACK):
            back = _taken_from(displacement, -back, cv2.INTER_LINEAR)
        return _taken_from(values, -back, cv2.INTER_LINEAR, outside=0)


def bend_terms(points: NDArray[np.float64], size: tuple[int, int]) -> NDArray[np.float64]:
    """(n, len(POWERS)): what the coefficients of a bend are multiplied with at points, (n, 2), of a frame."""
    across, down = ((2 * points - size) / max(size)).T
    return np.stack([across**x * down**y for x, y in POWERS], axis=1)


def _taken_from(
    picture: NDArray[Any], displacement: NDArray[np.float32], interpolation: int, outside: int | None = None
) -> NDArray[Any]:
    """The picture with each pixel taken from so far away."""
    import cv2

    height, width = picture.shape[:2]
    across = np.arange(width, dtype=np.float32) + displacement[..., 0]
    down = np.arange(height, dtype=np.float32)[:, None] + displacement[..., 1]
    mode = cv2.BORDER_REPLICATE if outside is None else cv2.BORDER_CONSTANT
    return np.asarray(cv2.remap(picture, across, down, interpolation, borderMode=mode, borderValue=outside or 0))
