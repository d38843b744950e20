"""The two pictures of one frame, turned so that each side in its turn lies on the left."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.pixels.count_marks import mostly_marked
from app.compare.pixels.turns import flipped, transposed
from app.model.poster_image import Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Two pictures in one frame, turned so that one of its sides lies on the left.

    query, reference: (h, w, 3) uint8. rows, columns: (h,) and (w,) bool, those that lie mostly inside.
    """

    query: Pixels
    reference: Pixels
    rows: NDArray[np.bool_]
    columns: NDArray[np.bool_]

    @property
    def begins(self) -> int | None:
        """The first column that lies mostly inside; None where none does."""
        return int(np.argmax(self.columns)) if self.columns.any() else None

    def flipped(self) -> Self:
        """With the opposite side on the left."""
        query, reference = (flipped(pixels) for pixels in (self.query, self.reference))
        return replace(self, query=query, reference=reference, columns=self.columns[::-1])


def sides_of(laid: LaidOver) -> list[Side]:
    """Left, top, right, bottom."""
    rows, columns = (mostly_marked(laid.inside, axis) for axis in (1, 0))
    left = Side(laid.query, laid.reference, rows, columns)
    top = Side(transposed(laid.query), transposed(laid.reference), columns, rows)
    return [left, top, left.flipped(), top.flipped()]
