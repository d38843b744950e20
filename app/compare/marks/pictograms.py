"""Recognises signs that people and apps lay over pictures: hearts, stars, arrows, rings, play buttons, pointers.

By their outline alone, so whoever drew them, in whatever colour: a filled shape of one colour is cut out of the changed
place, and held against what makes each sign one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.compare.marks.plain_shapes import is_plain_shape
from app.compare.pixels.channels import are_near, largest, smallest
from app.compare.pixels.outlines import (
    OF_COLOUR,
    Mask,
    Spread,
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
# A shape is compared on a square of so many pixels, of which it fills this share, by intersection over union; upright,
# or leaning by some of so many degrees.
_SQUARE, _FILLED = 32, 0.26
_LEAN = range(-30, 31, 6)
_LEAST_HEART, _LEAST_STAR = 0.89, 0.84
# A shape's area over its convex hull's differs from a sign's by no more.
_HOLLOWED = 0.1
# What a mouse points with, in pixels of the screen.
_POINTER = np.array([(0, 0), (0, 17), (4, 13.2), (6.6, 19), (9.2, 17.9), (6.7, 12.2), (12, 12.2)], np.float64)
# It stands upright, in two colours, and the smaller it is the softer: cut out at so much of it after a blur as well.
# From this likeness on none of 18,000 changed places is one that is no overlay, from .78 on 17 are.
_LEAST_POINTER, _UPRIGHT, _SOFT = 0.82, range(-6, 7, 6), 0.35
# A play button: how well its triangle is one, of how many pixels of the view, how convex the whole is (area over its
# hull's), and how far from its middle, across and down, in roots of its area, the triangle's middle lies at most:
# of a button as dark as the picture, a side is not seen. It must be all that differs: logos have a name beside them.
_LEAST_TRIANGLE_LIKENESS, _LEAST_TRIANGLE, _CONVEX, _MIDDLE = 0.88, 40, 0.85, (0.35, 0.15)
# It leans by fewer degrees than other signs do: by 30, a triangle of even sides points up.
_TILTED = range(-18, 19, 6)
# The button is so many times as large: a triangle alone may be any bit of a repaint, unless it is as light as this in
# every channel (0..255). Of the triangle so many pixels differ; the rest may lie on what is as light.
_BUTTON, _BARE, _FEWEST_NEW = 1.5, 200, 10
# The triangle is often the lightest that is there: of the colour of this percentage.
_LIGHTEST = 99
# An arrow, laid along its axis in so many pixels: its spread along over that across (variances), how well it is its own
# mirror image, the head's share of its length, how much wider that is than the shaft, and how evenly both are drawn.
_LENGTH, _SLENDER, _MIRRORED, _HEAD, _WIDER, _EVEN = 48, 2.2, 0.8, (0.18, 0.62), 1.7, 0.8
# Within its rim and shadow, an arrow is at least so much of what differs, both ways.
_WITHIN_RIM = 0.55
# The shaft is this share of its length at least. In its middle a head is this share as wide as where it begins: of 31
# arrows 30 are .51 to .76 and one is .43, a sword's grip behind its guard is .33.
_SHAFT, _HALFWAY = 0.2, 0.38
# A ring: how well its outside is an ellipse, how far in what it surrounds lies, how much of that is as it was, and
# along how many of so many directions it is drawn.
_ELLIPSE, _SURROUNDED, _KEPT, _DRAWN, _DIRECTIONS = 0.88, 0.8, 0.8, 0.9, 24


@dataclass(frozen=True, slots=True, eq=False)
class _Sign:
    """pictures: (n, _SQUARE ** 2) float32 of 0 and 1, the sign leaning to both sides. hollow: area over its hull's."""

    kind: Pictogram
    least: float
    pictures: NDArray[np.float32]
    hollow: float


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
        if rimmed and plain and _is_all(shape, seen.marks, _WITHIN_RIM) and _is_arrow(shape):
            return Pictogram.ARROW
        if shape.sum() < _FEWEST or not _is_all(shape, seen.marks):
            continue
        if _is_ring(shape, colour, seen):
            return Pictogram.RING
        if _like_one_of(shape, _pointers(), hollowed=1.0) is not None:
            return Pictogram.POINTER
        # Swords and fingers are slender and pointed too, but shaded; with a rim, an arrow is one within as well.
        arrow = _is_arrow(shape)
        if plain and arrow:
            return Pictogram.ARROW
        rimmed = rimmed or arrow
        found = _like_one_of(shape, _signs()) if plain else None
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


def _laid(shape: Mask, spread: Spread, turned: float, scale: float, side: int) -> NDArray[np.float32]:
    """A shape in the middle of a square, turned by degrees and scaled; 0..1."""
    import cv2

    drawn = shape.astype(np.float32)
    if scale < 0.5:
        drawn = np.asarray(cv2.GaussianBlur(drawn, (0, 0), 0.35 / scale), np.float32)
    placed = np.array(cv2.getRotationMatrix2D(spread.middle, turned, scale), np.float64)
    placed[:, 2] += (side - 1) / 2 - np.array(spread.middle)
    return np.asarray(cv2.warpAffine(drawn, placed, (side, side)), np.float32)


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


def _is_arrow(shape: Mask) -> bool:
    """Whether a shape is its own mirror image along its axis, evenly wide at first, then wider and narrowing evenly."""
    spread = spread_of(shape)
    short, long = np.linalg.eigvalsh(spread.covariance)
    if long < _SLENDER * short:
        return False
    (across, crossed), (_, down) = spread.covariance
    turned = float(np.degrees(0.5 * np.arctan2(2 * crossed, across - down)))
    laid = _laid(shape, spread, turned, _LENGTH / (4.2 * float(np.sqrt(long))), _LENGTH + 16)
    shifted = (np.roll(laid, by, axis=0) for by in (0, -2, -1, 1, 2))
    likeness = max(
        float(np.minimum(one, one[::-1]).sum() / max(1.0, np.maximum(one, one[::-1]).sum())) for one in shifted
    )
    widths = laid.sum(axis=0)
    drawn = np.flatnonzero(widths > 0.8)
    if likeness < _MIRRORED or len(drawn) < _LENGTH // 2:
        return False
    widths = widths[drawn[0] : drawn[-1] + 1]
    return any(_evenness(along) * likeness**0.5 >= _EVEN for along in (widths, widths[::-1]))


def _evenness(widths: NDArray[np.float32]) -> float:
    """How evenly an arrow's shaft and head are drawn, 0..1, from its widths; 0 where it has none of both."""
    long = len(widths)
    base = long // 4 + int(widths[long // 4 :].argmax())
    shaft, head = widths[2 : base - max(2, long // 12)], widths[base:]
    if not _HEAD[0] * long <= len(head) <= _HEAD[1] * long or len(shaft) < _SHAFT * long:
        return 0.0
    wide = float(np.median(shaft))
    if head[0] < _WIDER * wide or head[len(head) // 2] < _HALFWAY * head[0]:
        return 0.0
    narrowing = np.linspace(head[0], 0, len(head) + 1)[:-1]
    return 1 - float(max(np.abs(head - narrowing).mean() / head[0], np.abs(shaft - wide).mean() / max(1.0, wide)))


def _is_play_button(shape: Mask, seen: _Place, plates: Sequence[Mask] = ()) -> bool:
    """Whether a triangle lies about the middle of all that differs, or of a plate, and that is more or less convex.

    plates: plain shapes that were seen in the place; on ground as dark as a plate, not all of it differs.
    """
    if shape.sum() < _LEAST_TRIANGLE or _like_one_of(shape, _triangles(), hollowed=1.0) is None:
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


def _like_one_of(shape: Mask, signs: Sequence[_Sign], hollowed: float = _HOLLOWED) -> Pictogram | None:
    spread = spread_of(shape)
    laid = (_on_square(shape, spread) > 0.5).astype(np.float32).ravel()
    hollow = area_over_hull(shape)
    for sign in signs:
        if abs(sign.hollow - hollow) > hollowed:
            continue
        shared = sign.pictures @ laid
        either = sign.pictures.sum(axis=1) + laid.sum() - shared
        if float((shared / either).max()) >= sign.least:
            return sign.kind
    return None


def _on_square(shape: Mask, spread: Spread, turned: float = 0.0) -> NDArray[np.float32]:
    scale = float(np.sqrt(_FILLED * _SQUARE**2 / spread.area))
    return _laid(shape, spread, turned, scale, _SQUARE)


@cache
def _signs() -> tuple[_Sign, ...]:
    hearts = [_curved_heart(stretched) for stretched in (0.85, 1.0, 1.15)] + [_round_heart(tip) for tip in (90, 110)]
    drawn = [(Pictogram.HEART, _LEAST_HEART, heart) for heart in hearts]
    drawn += [(Pictogram.STAR, _LEAST_STAR, _star(inner)) for inner in (0.382, 0.5)]
    return tuple(_sign(*one) for one in drawn)


@cache
def _pointers() -> tuple[_Sign, ...]:
    """To the left, and to the right as on a mirrored picture; sharp and soft."""
    import cv2

    sharp = [_outlined(_POINTER * turned) for turned in ((1, 1), (-1, 1))]
    soft = [(cv2.GaussianBlur(each.astype(np.float32), (0, 0), 9) > _SOFT).astype(np.uint8) for each in sharp]
    return tuple(_sign(Pictogram.POINTER, _LEAST_POINTER, each, _UPRIGHT) for each in (*sharp, *soft))


@cache
def _triangles() -> tuple[_Sign, ...]:
    """To the right, as on a button, and to the left, as on a mirrored one."""
    corners = [np.array([(0.0, -high), (0.0, high), (way, 0.0)]) for high in (0.5, 0.6) for way in (1.0, -1.0)]
    return tuple(_sign(Pictogram.PLAY, _LEAST_TRIANGLE_LIKENESS, _outlined(each), _TILTED) for each in corners)


def _sign(kind: Pictogram, least: float, shape: Mask, lean: range = _LEAN) -> _Sign:
    spread = spread_of(shape)
    pictures = [(_on_square(shape, spread, turned) > 0.5).ravel() for turned in lean]
    return _Sign(kind, least, np.array(pictures, np.float32), area_over_hull(shape))


def _outlined(points: NDArray[np.float64]) -> Mask:
    """A filled outline, about 200 pixels wide or high; any size of points."""
    import cv2

    low, high = points.min(axis=0), points.max(axis=0)
    placed = (points - (low + high) / 2) / (high - low).max() * 200 + 128
    shape: Mask = np.zeros((256, 256), np.uint8)
    cv2.fillPoly(shape, [np.round(placed).astype(np.int32)], (1,))
    return shape


def _curved_heart(stretched: float) -> Mask:
    """The parametric curve of sines (mathworld.wolfram.com/HeartCurve.html)."""
    turn = np.linspace(0, 2 * np.pi, 200)
    down = -13 * np.cos(turn) + 5 * np.cos(2 * turn) + 2 * np.cos(3 * turn) + np.cos(4 * turn)
    return _outlined(np.column_stack([16 * np.sin(turn) ** 3, stretched * down]))


def _round_heart(tip: int) -> Mask:
    """Two discs side by side over a triangle of that height."""
    import cv2

    shape: Mask = np.zeros((256, 256), np.uint8)
    for x in (84, 172):
        cv2.circle(shape, (x, 100), 48, (1,), -1)
    cv2.fillPoly(shape, [np.array([[38, 115], [218, 115], [128, 115 + tip]], np.int32)], (1,))
    return shape


def _star(inner: float) -> Mask:
    """Five points; inner: radius of the corners between them, of the points' radius. .382 is the pentagram's."""
    turn = np.arange(10) * np.pi / 5
    radius = np.where(np.arange(10) % 2 == 0, 1.0, inner)
    return _outlined(np.column_stack([radius * np.sin(turn), -radius * np.cos(turn)]))
