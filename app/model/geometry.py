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
        return max(0, self.shared_width(other)) * max(0, self.shared_height(other))

    def shared_width(self, other: "Box") -> int:
        """Pixels of width that both have; less than 0 where one lies that far beside the other."""
        return min(self.x + self.width, other.x + other.width) - max(self.x, other.x)

    def shared_height(self, other: "Box") -> int:
        """Pixels of height that both have; less than 0 where one lies that much below the other."""
        return min(self.y + self.height, other.y + other.height) - max(self.y, other.y)

    @property
    def corners(self) -> NDArray[np.float64]:
        """(4, 2), clockwise from the top left; right and low ones lie on the first pixel outside."""
        right, low = self.x + self.width, self.y + self.height
        return np.array([(self.x, self.y), (right, self.y), (right, low), (self.x, low)], np.float64)

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
        return -min(self.shared_width(other), self.shared_height(other))

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


def surround_points(points: NDArray[np.floating[Any]]) -> Box:
    """The smallest box of whole pixels that holds them all, (n, 2), at least a pixel each way."""
    (left, top), (right, low) = np.floor(points.min(axis=0)).astype(int), np.ceil(points.max(axis=0)).astype(int)
    return Box(int(left), int(top), max(1, int(right - left)), max(1, int(low - top)))


def part_of(pixels: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """The part of a picture, (h, w) or (h, w, 3), that a box covers, as far as it lies in it; a view."""
    top, left = max(0, box.y), max(0, box.x)
    return pixels[top : max(top, box.y + box.height), left : max(left, box.x + box.width)]


def surround(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all; at least one must be given."""
    return reduce(Box.union, boxes)
