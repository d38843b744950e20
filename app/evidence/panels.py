"""Whole posters set as the panels of one picture: rows and columns of one size, hardly a gap between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.verify_geometry import Homography, picture_corners, project
from app.model.comparison import Comparison
from app.model.geometry import Box, surround

# Panels differ so little in size, and their bars are so thin, both against a panel's width. Shelves of apps show three
# columns and more, or leave room for a finger between two.
_LIKE, _BAR = 0.08, 0.05
_ROWS = 2
# Posters of one row or column are one strip where each touches the next, on an average give or take this share of its
# side: shelves leave a gap between any two. A single one may be laid so much beside it. Longer strips are shelves.
_TOUCHING, _MISLAID, _LONGEST = 0.012, 0.03, 4
# Where posters were cropped to fill their panels, what they are whole overlaps, by no more of a panel than may be
# missing of one that counts as whole (relate.is_whole); on shelves and pages posters never do.
_CROPPED = 0.1
# Small panels are laid some pixels beside where they are.
_LEEWAY = 3
# Two rows of two that fill a picture to its edges leave each at least this share of it.
_QUARTER = 0.22
# A picture that was put together is laid out so, across and down; each panel differs little from its share in size, and
# its middle lies little beside where that share's is, both against its size.
_LAYOUTS = ((2, 1), (1, 2), (3, 1), (1, 3), (2, 2), (4, 1), (1, 4), (3, 2), (2, 3))
_OFF_SIZE, _OFF_PLACE = 0.1, 0.06
# The corners of a poster that stands upright lie no further from those of the box around it, against its shorter side.
_UPRIGHT = 0.03
# A neighbour begins at most this share of a panel beyond where the panel ends.
_STEP = 0.1
# Panels of a block stand so far apart at most, against a panel's width; what they are whole differs so much in size, as
# posters are cropped to fill them; a block has no more of them, and so large a share of them are known.
_APART, _LIKE_IN_A_BLOCK, _MOST_PANELS, _KNOWN = 0.15, 0.14, 6, 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Straightened:
    """Places of posters in a picture that is laid upright. back: (3, 3), submitted pixels to that picture's."""

    boxes: list[Box]
    back: Homography


@dataclass(frozen=True, slots=True)
class Block:
    """Rows and columns of one size. panels: all, known or not. around: where the next ones would be on every side."""

    panels: tuple[Box, ...]
    around: tuple[Box, ...]


def are_panels(posters: Sequence[Comparison]) -> bool:
    """Whether posters, each shown whole, make two rows of two that have the form of one poster themselves.

    Two at opposite corners are enough: what fills the others may come from elsewhere, or be one of them again. So are
    two neighbours that leave room for just two more in the whole picture. Those that touch in a row or column are
    panels, however many the strip has. Also where the picture was turned or photographed.
    """
    boxes = [place_of(each) for each in posters]
    return _stand_together(boxes) or _take_up_half(posters, boxes) or _stand_together(straighten(posters).boxes)


def _stand_together(boxes: Sequence[Box]) -> bool:
    alike, wide, high = _of_one_size(boxes)
    return alike and (_make_two_rows(boxes, wide, high) or _touch(boxes, wide, high))


def _of_one_size(boxes: Sequence[Box], like: float = _LIKE) -> tuple[bool, float, float]:
    """Whether they hardly differ in size, and their usual width and height."""
    wide, high = median(box.width for box in boxes), median(box.height for box in boxes)
    alike = all(abs(box.width - wide) <= like * wide and abs(box.height - high) <= like * high for box in boxes)
    return alike, wide, high


def _make_two_rows(boxes: Sequence[Box], wide: float, high: float) -> bool:
    around = surround(boxes)
    bars = ((around.width - _ROWS * wide, wide), (around.height - _ROWS * high, high))
    return all(-_CROPPED * side - _LEEWAY <= bar <= _BAR * wide + _LEEWAY for bar, side in bars)


def straighten(posters: Sequence[Comparison], *, by_first: bool = False) -> Straightened:
    """Where they lie in a picture that was turned or seen from the side, once the largest stands upright and square.

    by_first: once the first one does. Raises ValueError where none was laid over.
    """
    laid = [(each, each.homography) for each in posters if each.homography is not None]
    quads = [_quad_of(each, place) for each, place in laid]
    areas = [_around(quad).area for quad in quads]
    leading = 0 if by_first else areas.index(max(areas))
    reference, place = laid[leading][0].reference, laid[leading][1]
    # As large as it is shown, so that a pixel stays one.
    scale = (areas[leading] / (reference.width * reference.height)) ** 0.5
    back = np.diag([scale, scale, 1.0]) @ np.linalg.inv(place)
    return Straightened([_around(project(back, quad)) for quad in quads], back)


def _touch(boxes: Sequence[Box], wide: float, high: float) -> bool:
    """Whether so few posters stand in one row or column, each right at the next one's side."""
    if not _ROWS <= len(boxes) <= _LONGEST:
        return False
    in_row = sorted((box.x / wide, box.y / high) for box in boxes)
    in_column = sorted((box.y / high, box.x / wide) for box in boxes)
    return any(map(_is_strip, (in_row, in_column)))


def _is_strip(corners: Sequence[tuple[float, float]]) -> bool:
    """corners: of each poster, along the strip and across it, in panels."""
    steps = [(there - here, abs(off - on)) for (here, on), (there, off) in pairwise(corners)]
    close = all(-_CROPPED <= step - 1 <= _MISLAID and off <= _MISLAID for step, off in steps)
    return close and sum(step for step, _ in steps) - len(steps) <= _TOUCHING * len(steps)


def _take_up_half(posters: Sequence[Comparison], boxes: Sequence[Box]) -> bool:
    """Whether two neighbours take up two quarters of the whole picture."""
    alike, wide, high = _of_one_size(boxes)
    quarters = [(round(box.x / wide), round(box.y / high)) for box in boxes]
    apart = (
        max(abs(box.x - column * wide), abs(box.y - row * high))
        for box, (column, row) in zip(boxes, quarters, strict=True)
    )
    neighbours = len(set(quarters)) == len(posters) == _ROWS and set(quarters) < {(0, 0), (1, 0), (0, 1), (1, 1)}
    return (
        alike
        and neighbours
        and all(each <= _BAR * wide for each in apart)
        and all(each.query_coverage >= _QUARTER for each in posters)
    )


def block_of(boxes: Sequence[Box]) -> Block | None:
    """The block that posters stand in, a bar apart at most; None where they are not of one size, or too far apart."""
    alike, wide, high = _of_one_size(boxes, _LIKE_IN_A_BLOCK)
    if len(boxes) < _ROWS or not alike:
        return None
    # Cropped posters keep their middle.
    middles = [(box.x + box.width / 2, box.y + box.height / 2) for box in boxes]
    ways = [(x - middles[0][0], y - middles[0][1]) for x, y in middles]
    places = [_steps(way, (wide, high)) for way in ways]
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        return None
    columns, rows = ({x for x, _ in known}, {y for _, y in known})
    across, down = max(columns) - min(columns) + 1, max(rows) - min(rows) + 1
    if not len(boxes) >= _KNOWN * across * down or not _ROWS <= across * down <= _MOST_PANELS:
        return None
    gap = _usual_gap(ways, known, (wide, high))
    # From the panel at the upper left on.
    left = middles[0][0] - wide / 2 + min(columns) * (wide + gap)
    top = middles[0][1] - high / 2 + min(rows) * (high + gap)

    def at(column: int, row: int) -> Box:
        x, y = left + column * (wide + gap), top + row * (high + gap)
        return Box(round(x), round(y), round(wide), round(high))

    panels = tuple(at(x, y) for y in range(down) for x in range(across))
    sides = [(x, y) for y in range(down) for x in (-1, across)] + [(x, y) for x in range(across) for y in (-1, down)]
    return Block(panels, tuple(at(x, y) for x, y in sides))


def next_to(panel: Box, others: Sequence[Box], size: tuple[int, int]) -> tuple[list[Box], list[Box], list[Box]]:
    """Where a panel's neighbours lie in a picture of (width, height): beside it, above and below, and aslant.

    others: of posters that were found; one in the panel's row or column tells how far apart panels are. Else they are
    taken to fill the picture, where two and a thin bar do, and to touch each other where they do not.
    """
    width, height = panel.width, panel.height
    across = _step([abs(box.x - panel.x) for box in others if abs(box.y - panel.y) <= _BAR * height], width, size[0])
    down = _step([abs(box.y - panel.y) for box in others if abs(box.x - panel.x) <= _BAR * width], height, size[1])
    room = round(_BAR * width)

    def at(*steps: tuple[int, int]) -> list[Box]:
        boxes = (Box(panel.x + x * across, panel.y + y * down, width, height) for x, y in steps)
        return [box for box in boxes if _fits(box, size, room)]

    return at((-1, 0), (1, 0)), at((0, -1), (0, 1)), at((-1, -1), (1, -1), (-1, 1), (1, 1))


def other_panels(panel: Box, size: tuple[int, int]) -> list[Box]:
    """The other panels of a picture of (width, height) that is laid out in panels, one of which is given; else none."""
    for across, down in _LAYOUTS:
        wide, high = size[0] / across, size[1] / down
        column, row = (panel.x + panel.width / 2) / wide - 0.5, (panel.y + panel.height / 2) / high - 0.5
        off_size = max(abs(panel.width / wide - 1), abs(panel.height / high - 1))
        off_place = max(abs(column - round(column)), abs(row - round(row)))
        if off_size <= _OFF_SIZE and off_place <= _OFF_PLACE:
            cells = [(x, y) for y in range(down) for x in range(across) if (x, y) != (round(column), round(row))]
            return [Box(round(x * wide), round(y * high), round(wide), round(high)) for x, y in cells]
    return []


def _steps(apart: tuple[float, float], size: tuple[float, float]) -> tuple[int, int] | None:
    """So many panels to the right and down; None where it is no whole number of them and bars."""
    room = _APART * size[0]
    counts = [round(way / (side + room / 2)) for way, side in zip(apart, size, strict=True)]
    for way, side, count in zip(apart, size, counts, strict=True):
        between = abs(way) - abs(count) * side
        if not -_CROPPED * side - _LEEWAY <= between <= max(abs(count) * room, _MISLAID * side) + _LEEWAY:
            return None
    return counts[0], counts[1]


def _usual_gap(
    ways: Sequence[tuple[float, float]], places: Sequence[tuple[int, int]], size: tuple[float, float]
) -> float:
    """Pixels between two panels; none where posters overlap, as cropped ones do. ways: from the first one's middle."""
    gaps = [
        abs(way) / abs(count) - side
        for apart, place in zip(ways, places, strict=True)
        for way, count, side in zip(apart, place, size, strict=True)
        if count
    ]
    return max(0.0, median(gaps))


def _step(seen: Sequence[int], side: int, whole: int) -> int:
    """From one panel to the next, in pixels; seen: how far apart those that were found are."""
    told = [step for step in (*seen, whole - side) if side <= step <= (1 + _STEP) * side]
    return told[0] if told else side


def _fits(box: Box, size: tuple[int, int], room: int) -> bool:
    across = -room <= box.x and box.x + box.width <= size[0] + room
    return across and -room <= box.y and box.y + box.height <= size[1] + room


def place_of(comparison: Comparison) -> Box:
    """The upright box around the whole reference in the submitted picture, or in it flipped when mirrored."""
    return Box(0, 0, 1, 1) if comparison.homography is None else _around(_quad_of(comparison, comparison.homography))


def stands_upright(comparison: Comparison) -> bool:
    """Whether the reference is neither turned nor slanted in the submitted picture, so that its place is all it is."""
    if comparison.homography is None:
        return True
    quad = _quad_of(comparison, comparison.homography)
    (left, top), (right, low) = quad.min(axis=0), quad.max(axis=0)
    upright = np.array([(left, top), (right, top), (right, low), (left, low)])
    return bool(np.abs(quad - upright).max() <= _UPRIGHT * min(right - left, low - top))


def _quad_of(comparison: Comparison, homography: Homography) -> NDArray[np.float64]:
    return project(homography, picture_corners((comparison.reference.width, comparison.reference.height)))


def _around(corners: NDArray[np.float64]) -> Box:
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return Box(round(left), round(top), max(1, round(right - left)), max(1, round(bottom - top)))
