"""How well reported regions lie on the true ones."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box

FOUND_FROM = 0.3
"""The IoU from which a change counts as found; below it an outline would point beside the change."""
_GRID = 400


def any_found(reported: Sequence[Box], true: Sequence[Box]) -> bool:
    """Whether one reported box lies on one true box."""
    return any(one.overlap(other) >= FOUND_FROM for one in reported for other in true)


def union_overlap(reported: Sequence[Box], true: Sequence[Box], size: tuple[int, int]) -> float:
    """Intersection over union of everything reported and everything true, on a grid of at most 400 cells a side."""
    first, second = _draw(reported, size), _draw(true, size)
    union = np.count_nonzero(first | second)
    return float(np.count_nonzero(first & second) / union) if union else 0.0


def _draw(boxes: Sequence[Box], size: tuple[int, int]) -> NDArray[np.bool_]:
    scale = min(1.0, _GRID / max(size))
    drawn = np.zeros((max(1, round(size[1] * scale)), max(1, round(size[0] * scale))), bool)
    for box in boxes:
        rows = slice(round(box.y * scale), max(round(box.y * scale) + 1, round((box.y + box.height) * scale)))
        columns = slice(round(box.x * scale), max(round(box.x * scale) + 1, round((box.x + box.width) * scale)))
        drawn[rows, columns] = True
    return drawn
