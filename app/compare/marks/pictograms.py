"""Recognises signs that people and apps lay over pictures: hearts, stars, arrows, rings, play buttons, pointers.

By their outline alone, so whoever drew them, in whatever colour: a filled shape of one colour is cut out of the changed
place, and held against what makes each sign one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.marks.arrow import is_arrow
from app.compare.marks.drawn_signs import like_one_of, pointers, signs, triangles
from app.compare.marks.plain_shapes import is_plain_shape
from app.compare.pixels.channels import are_near, largest, smallest
from app.compare.pixels.outlines import (
    OF_COLOUR,
    Mask,
    area_over_hull,
    directions,
    ellipse_distance,
    spread_of,
    within_rim,
)
from app.model.comparison import Pictogram

# Of 12,000 changed places of tuning posters under all sets of attacks (2026-11-27, seed 1) so many are recognised, of
# overlays, lettering, pictures and other versions: hearts 77, 0, 1, 0; stars 39, 0, 0, 0; arrows 30, 0, 1, 0; rings 38,
# 0, 0, 0; play buttons 104, 0, 0, 0; pointers 13, 0, 0, 0. Without the stickers that no set draws: 47, 29, 1, 38, 104
# and 13 overlays, and of the others as many.

# Levels (0..255) in any channel by which a pixel differs from what is expected.
_DIFFERS = 26
# Fewer pixels of the view say nothing of a shape; one that is less wide or high than this share of all that differs is
# a part of something else, as a star over a studio's name is.
_FEWEST, _LEAST_PART = 70, 0.75
# Places are looked at in this number; each takes 2 ms.
_MOST = 8
# Within its rim, every sign but a ring is of one colour for this share.
_PLAIN = 0.75
# A play button: of how many pixels of the view its triangle is, how convex the whole is (area over its hull's), and how
# far from its middle, across and down, in roots of its area, the triangle's middle lies at most: of a button as dark
# as the picture, a side is not seen. It must be all that differs: logos have a name beside them.
_LEAST_TRIANGLE, _CONVEX, _MIDDLE = 40, 0.85, (0.35, 0.15)
# The button is so many times as large: a triangle alone may be any bit of a repaint, unless it is as light as this in
# every channel (0..255). Of the triangle so many pixels differ; the rest may lie on what is as light.
_BUTTON, _BARE, _FEWEST_NEW = 1.5, 200, 10
# The triangle is often the lightest that is there: of the colour of this percentage.
_LIGHTEST = 99
# Within its rim and shadow, an arrow is at least so much of what differs, both ways.
_WITHIN_RIM = 0.55
# A ring: how well its outside is an ellipse, how far in what it surrounds lies, how much of that is as it was, and
# along how many of so many directions it is drawn.
_ELLIPSE, _SURROUNDED, _KEPT, _DRAWN, _DIRECTIONS = 0.88, 0.8, 0.8, 0.9, 24


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """query, expected: (64, 64, 3) int16. place: bool, the changed place. marks: bool, what differs in it."""

    query: NDArray[np.int16]
    expected: NDArray[np.int16]
    place: NDArray[np.bool_]
    marks: NDArray[np.bool_]


def recognise_all(views: NDArray[np.uint8]) -> list[Pictogram | None]:
    """The sign that each place shows, if any; of the first few alone, the largest. views: (n, 64, 64, 8) uint8."""
    return [recognise(near) for near in views[:_MOST]] + [None] * max(0, len(views) - _MOST)


def recognise(near: NDArray[np.uint8]) -> Pictogram | None:
    """The sign that a place shows, if any. near: (64, 64, 8) uint8, the near view of place_views.draw_views."""
    query, expected, place = near[..., :3].astype(np.int16), near[..., 3:6].astype(np.int16), near[..., 6] > 127
    seen = _Place(query, expected, place, _apart(query, expected) & place)
    if seen.marks.sum() < _FEWEST:
        return None
    rimmed = simple = False
    plates: list[Mask] = []
    for shape, colour in _shapes(seen):
        plain = _is_plain(shape, seen.query)
        if plain and _is_play_button(shape, seen, plates):
            return Pictogram.PLAY
        plates += [shape] if plain else []
        if rimmed and plain and _is_all(shape, seen.marks, _WITHIN_RIM) and is_arrow(shape):
            return Pictogram.ARROW
        if shape.sum() < _FEWEST or not _is_all(shape, seen.marks):
            continue
        if _is_ring(shape, colour, seen):
            return Pictogram.RING
        if like_one_of(shape, pointers(), hollowed=1.0) is not None:
            return Pictogram.POINTER
        # Swords and fingers are slender and pointed too, but shaded; with a rim, an arrow is one within as well.
        arrow = is_arrow(shape)
        if plain and arrow:
            return Pictogram.ARROW
        rimmed = rimmed or arrow
        found = like_one_of(shape, signs()) if plain else None
        if found is not None:
            return found
        simple = simple or is_plain_shape(shape, seen.query)
    lit = any(_is_plain(shape, seen.query) and _is_play_button(shape, seen) for shape in _light_pieces(seen))
    return Pictogram.PLAY if lit else Pictogram.SHAPE if simple else None


def _is_plain(shape: Mask, query: NDArray[np.int16]) -> bool:
    """Whether what lies within a shape's rim is of one colour."""
    within = within_rim(shape, query)
    return len(within) > 0 and bool(are_near(within, np.median(within, axis=0), OF_COLOUR).mean() >= _PLAIN)


def _is_all(shape: Mask, marks: NDArray[np.bool_], least: float = _LEAST_PART) -> bool:
    """Whether a shape is as good as all that differs, by how wide and high it is."""
    extents = ((np.ptp(np.flatnonzero(each.any(axis=axis))) for each in (shape, marks)) for axis in (0, 1))
    return all(part >= least * whole for part, whole in extents)


def _apart(one: NDArray[np.int16], other: NDArray[np.int16]) -> NDArray[np.bool_]:
    return np.asarray(largest(np.abs(one - other)) > _DIFFERS)


def _shapes(seen: _Place) -> Iterator[tuple[Mask, NDArray[np.float64]]]:
    """Filled outlines of all that differs, of its first and second colour and of the lightest, with that colour."""
    import cv2

    small, large = np.ones((3, 3), np.uint8), np.ones((5, 5), np.uint8)
    marks = seen.marks.astype(np.uint8)
    core = cv2.erode(marks, small) > 0
    if core.sum() < _FEWEST / 4:
        core = seen.marks
    around = cv2.dilate(seen.place.astype(np.uint8), large) > 0
    lightness = seen.query.sum(axis=2)
    lightest = core & (lightness >= np.percentile(lightness[core], 90))
    for turn in range(3):
        if not core.any():
            return
        colour = np.median(seen.query[core if turn < 2 else lightest], axis=0)
        if turn == 0:
            yield _filled(np.asarray(cv2.morphologyEx(marks, cv2.MORPH_CLOSE, small), np.uint8)), colour
        alike = are_near(seen.query, colour, OF_COLOUR)
        _, labels = cv2.connectedComponents((alike & around).astype(np.uint8), connectivity=4)
        counts = np.bincount(labels[seen.marks & (labels > 0)])
        if counts.size:
            yield _filled((labels == int(counts.argmax())).astype(np.uint8)), colour
        core = core & ~alike if turn == 0 else lightest


def _light_pieces(seen: _Place) -> Iterator[Mask]:
    """Filled outlines of the pieces that are of the lightest colour there, as whatever lies round them is."""
    import cv2

    lightness = smallest(seen.query)
    lightest = seen.marks & (lightness >= np.percentile(lightness[seen.marks], _LIGHTEST))
    around = cv2.dilate(seen.place.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    alike = are_near(seen.query, np.median(seen.query[lightest], axis=0), OF_COLOUR) & around
    count, labels = cv2.connectedComponents(alike.astype(np.uint8), connectivity=4)
    pieces = (labels == label for label in range(1, count))
    yield from (_filled(piece.astype(np.uint8)) for piece in pieces if (piece & seen.marks).sum() >= _FEWEST_NEW)


def _filled(marks: Mask) -> Mask:
    """The largest piece, with its holes."""
    import cv2

    outlines, _ = cv2.findContours(marks, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros_like(marks)
    if outlines:
        cv2.drawContours(filled, [max(outlines, key=cv2.contourArea)], -1, 1, -1)
    return filled


def _is_ring(shape: Mask, colour: NDArray[np.float64], seen: _Place) -> bool:
    """Whether an ellipse is drawn in one colour round something that is as it was."""
    spread = spread_of(shape)
    distance = ellipse_distance(spread, shape.shape)
    ellipse = distance <= 1
    if (ellipse & (shape > 0)).sum() < _ELLIPSE * (ellipse | (shape > 0)).sum():
        return False
    surrounded = distance <= _SURROUNDED
    if not surrounded.any() or _apart(seen.query, seen.expected)[surrounded].mean() > 1 - _KEPT:
        return False
    rim = are_near(seen.query, colour, OF_COLOUR) & (distance <= 1.07) & (distance > 0.7)
    rows, columns = np.nonzero(rim)
    drawn = directions(rows, columns, spread.middle, _DIRECTIONS)
    return len(np.unique(drawn)) >= _DRAWN * _DIRECTIONS


def _is_play_button(shape: Mask, seen: _Place, plates: Sequence[Mask] = ()) -> bool:
    """Whether a triangle lies about the middle of all that differs, or of a plate, and that is more or less convex.

    plates: plain shapes that were seen in the place; on ground as dark as a plate, not all of it differs.
    """
    if shape.sum() < _LEAST_TRIANGLE or like_one_of(shape, triangles(), hollowed=1.0) is None:
        return False
    wholes = (_filled(seen.marks.astype(np.uint8)), *(each for each in plates if each.sum() >= _BUTTON * shape.sum()))
    return any(_is_amid(shape, whole, seen) for whole in wholes)


def _is_amid(shape: Mask, whole: Mask, seen: _Place) -> bool:
    if not _is_all(whole, seen.marks):
        return False
    bare = whole.sum() < _BUTTON * shape.sum()
    if area_over_hull(whole) < _CONVEX or (bare and np.median(smallest(seen.query[shape > 0])) < _BARE):
        return False
    (x, y), (middle_x, middle_y) = spread_of(shape).middle, spread_of(whole).middle
    across, down = (share * float(np.sqrt(whole.sum())) for share in _MIDDLE)
    return abs(x - middle_x) <= across and abs(y - middle_y) <= down
