"""Boxes in pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in pixels; origin top left, `x + width` and `y + height` are outside."""

    x: int
    y: int
    width: int
    height: int

    @property
    def area(self) -> int:
        """Square pixels."""
        return self.width * self.height

    def intersection(self, other: "Box") -> int:
        """Shared square pixels of two boxes of the same picture."""
        width = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        return max(0, width) * max(0, self.shared_height(other))

    def shared_height(self, other: "Box") -> int:
        """Pixels of height that both have; less than 0 where one lies that much below the other."""
        return min(self.y + self.height, other.y + other.height) - max(self.y, other.y)

    def scaled(self, across: float, down: float) -> "Box":
        """The box in a picture so many times as wide and high; at least a pixel each way."""
        x, y = round(self.x * across), round(self.y * down)
        return Box(x, y, max(1, round(self.width * across)), max(1, round(self.height * down)))

    def flipped(self, width: int) -> "Box":
        """The box in the mirror image of its picture, which is so many pixels wide."""
        return Box(width - self.x - self.width, self.y, self.width, self.height)

    def union(self, other: "Box") -> "Box":
        """The smallest box around both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        right, bottom = (
            max(self.x + self.width, other.x + other.width),
            max(self.y + self.height, other.y + other.height),
        )
        return Box(left, top, right - left, bottom - top)

    def gap(self, other: "Box") -> int:
        """Pixels between two boxes, across or down, whichever is more; 0 or less where they touch or overlap."""
        across = max(self.x, other.x) - min(self.x + self.width, other.x + other.width)
        down = max(self.y, other.y) - min(self.y + self.height, other.y + other.height)
        return max(across, down)

    def overlap(self, other: "Box") -> float:
        """Intersection over union, 0..1."""
        shared = self.intersection(other)
        union = self.area + other.area - shared
        return shared / union if union else 0.0


def lie_in_boxes(points: NDArray[np.floating[Any]], boxes: Iterable[Box]) -> NDArray[np.bool_]:
    """(n,) bool: which points, (n, 2), lie in any of the boxes of their picture."""
    inside = np.zeros(len(points), bool)
    for box in boxes:
        low, high = (box.x, box.y), (box.x + box.width, box.y + box.height)
        inside |= ((points >= low) & (points < high)).all(axis=1)
    return inside


def part_of(pixels: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """The part of a picture, (h, w) or (h, w, 3), that a box covers, as far as it lies in it; a view."""
    top, left = max(0, box.y), max(0, box.x)
    return pixels[top : max(top, box.y + box.height), left : max(left, box.x + box.width)]


def surround(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all; at least one must be given."""
    return reduce(Box.union, boxes)
