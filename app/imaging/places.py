"""Where numbers stand beside outlined places, and which part of a picture a crop shows: geometry alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.model.geometry import Box

# Room around a place in its crop: a share of the place's longer side, at least a share of the picture's.
_CROP_MARGIN = 0.25
_CROP_LEAST = 0.08
# Width over height of a crop where its picture is wide enough: words stand beside what was changed.
_CROP_SHAPE = 1.5
# Radius of a number's disc, as a share of the picture's longer side.
_BADGE = 0.026
# How far off its corner a disc's middle is, in radii, across and down: it touches the corner and hides nothing.
_BADGE_OFF = 0.7


@dataclass(frozen=True, slots=True)
class Badge:
    """The disc that a number stands on, in pixels of its picture; wholly inside it."""

    x: float
    y: float
    radius: float


def place_badges(boxes: Sequence[Box], size: tuple[int, int], least_radius: float = 0.0) -> list[Badge]:
    """A disc at a corner of each box, top left where no earlier disc is there. size: (width, height)."""
    # A disc never needs more than a sixth of the picture's shorter side.
    radius = min(max(_BADGE * max(size), least_radius), min(size) / 6)
    placed: list[Badge] = []
    for box in boxes:
        corners = [_corner(box, size, radius, right=right, low=low) for low in (False, True) for right in (False, True)]
        placed.append(next((badge for badge in corners if _is_free(badge, placed)), corners[0]))
    return placed


def crop_around(box: Box, size: tuple[int, int]) -> Box:
    """The box with some of its surroundings. size: (width, height) of the picture, which holds all of the crop."""
    margin = max(_CROP_MARGIN * max(box.width, box.height), _CROP_LEAST * max(size))
    wide, high = box.width + 2 * margin, box.height + 2 * margin
    width, left = _span(box.x + box.width / 2, max(wide, _CROP_SHAPE * high), size[0])
    height, top = _span(box.y + box.height / 2, max(high, wide / _CROP_SHAPE), size[1])
    return Box(left, top, width, height)


def scale_box(box: Box, across: float, down: float) -> Box:
    """The box in a copy of its picture that is so many times as wide and high."""
    return Box(round(box.x * across), round(box.y * down), round(box.width * across), round(box.height * down))


def _corner(box: Box, size: tuple[int, int], radius: float, *, right: bool, low: bool) -> Badge:
    off = _BADGE_OFF * radius
    x = box.x + box.width + off if right else box.x - off
    y = box.y + box.height + off if low else box.y - off
    return Badge(_between(radius, x, size[0] - radius), _between(radius, y, size[1] - radius), radius)


def _is_free(badge: Badge, placed: Sequence[Badge]) -> bool:
    return all((badge.x - one.x) ** 2 + (badge.y - one.y) ** 2 >= (badge.radius + one.radius) ** 2 for one in placed)


def _span(middle: float, length: float, end: int) -> tuple[int, int]:
    """Length and start of what fits between 0 and `end`, as near to `middle` as it can be."""
    whole = max(1, min(round(length), end))
    return whole, round(_between(0, middle - whole / 2, end - whole))


def _between(least: float, value: float, most: float) -> float:
    return max(least, min(value, most))
