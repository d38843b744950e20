"""Boxes in pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce


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
        height = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(0, width) * max(0, height)

    def scaled(self, across: float, down: float) -> "Box":
        """The box in a picture so many times as wide and high; at least a pixel each way."""
        x, y = round(self.x * across), round(self.y * down)
        return Box(x, y, max(1, round(self.width * across)), max(1, round(self.height * down)))

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


def surround(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all; at least one must be given."""
    return reduce(Box.union, boxes)
