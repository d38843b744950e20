"""Whole posters set as the panels of one picture: rows and columns of one size, hardly a gap between them."""

from collections.abc import Sequence

from app.compare.verify_geometry import picture_corners, project
from app.model.comparison import Comparison
from app.model.geometry import Box, surround

# Panels differ so little in size, and their bars are so thin, both against a panel's width. Shelves of apps show three
# columns and more, or leave room for a finger between two.
_LIKE, _BAR = 0.08, 0.04
_ROWS = 2


def are_panels(posters: Sequence[Comparison]) -> bool:
    """Whether posters, each shown whole, make two rows of two that have the form of one poster themselves.

    Two at opposite corners are enough: what fills the others may come from elsewhere, or be one of them again.
    """
    boxes = [place_of(each) for each in posters]
    wide, high = boxes[0].width, boxes[0].height
    around = surround(boxes)
    apart = (around.width - _ROWS * wide, around.height - _ROWS * high)
    return all(
        abs(box.width - wide) <= _LIKE * wide and abs(box.height - high) <= _LIKE * wide for box in boxes
    ) and all(abs(bar) <= _BAR * wide for bar in apart)


def next_to(panel: Box, size: tuple[int, int]) -> tuple[list[Box], list[Box]]:
    """Where a panel's neighbours lie in a picture of (width, height): those beside it, and those above and below."""
    width, height = panel.width, panel.height
    beside = [Box(panel.x + step, panel.y, width, height) for step in (-width, width)]
    above = [Box(panel.x, panel.y + step, width, height) for step in (-height, height)]
    room = round(_BAR * width)
    return [box for box in beside if _fits(box, size, room)], [box for box in above if _fits(box, size, room)]


def _fits(box: Box, size: tuple[int, int], room: int) -> bool:
    across = -room <= box.x and box.x + box.width <= size[0] + room
    return across and -room <= box.y and box.y + box.height <= size[1] + room


def place_of(comparison: Comparison) -> Box:
    """The upright box around the whole reference in the submitted picture, or in it flipped when mirrored."""
    if comparison.homography is None:
        return Box(0, 0, 1, 1)
    reference = comparison.reference
    corners = project(comparison.homography, picture_corners((reference.width, reference.height)))
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return Box(round(left), round(top), max(1, round(right - left)), max(1, round(bottom - top)))
