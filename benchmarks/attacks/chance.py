"""Drawing lots."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

Item = TypeVar("Item")


def between(rng: np.random.Generator, low: float, high: float) -> float:
    """Any number of the range."""
    return float(rng.uniform(low, high))


def one_of(rng: np.random.Generator, items: Sequence[Item]) -> Item:
    """Any of the items."""
    return items[int(rng.integers(len(items)))]
