"""The parts of a picture that was put together from several references."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.model.comparison import Comparison


@dataclass(frozen=True, slots=True, eq=False)
class CompositePart:
    """What one source gave to the picture. comparison: of its reference; None for what no reference accounts for.

    cells: (n, n) bool, the submitted picture in as many cells; no cell belongs to two parts.
    """

    comparison: Comparison | None
    cells: NDArray[np.bool_]

    @property
    def share(self) -> float:
        """Of the submitted picture, 0..1."""
        return float(self.cells.mean())


@dataclass(frozen=True, slots=True)
class PartShape:
    """Where a part lies, in submitted pixels.

    rings: closed polygons of (x, y); a place belongs to the part where an odd number of them lie around it, so that a
    ground can have a hole where a figure stands. centre: (x, y) well inside. box: (x, y, width, height) around all.
    """

    rings: tuple[tuple[tuple[int, int], ...], ...]
    centre: tuple[int, int]
    box: tuple[int, int, int, int]
