"""Which part of the reference the submitted picture shows at all, where a cropped poster stands on a ground.

Bars, app backgrounds and the blurred copy that stories put behind a poster are no change to the poster: it ends there.
They are told by going on, in one colour or without any detail, from outside the reference's frame to inside it; where
the poster is as dark and smooth as its ground, by where it begins to agree with the reference.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.compare.channels import largest
from app.compare.count_marks import count_marks
from app.compare.cut_strokes import cut_line, gone_strokes
from app.compare.lay_over import LaidOver
from app.compare.residual import Residual
from app.model.poster_image import Pixels

# Levels (0..255) in every channel within which a pixel is of the ground's colour.
_ALIKE = 20
# Share of a row or column in the ground's colour up to which the poster has not begun: icons and words may stand there.
_GROUND = 0.6
# A line of words on it is no higher than this share of the frame's side.
_LINE = 0.02
# The ground is looked at in a strip of this share of the frame's side; what is thinner is the edge's own business.
_STRIP = 0.015
# Of the rows or columns that cross the ground, each of so many is looked at.
_EVERY = 4
# Ground without detail: steps to the next pixel (levels of the three channels together) are no larger, in this share of
# the strip's middle (words may stand there), up to where no more than this share of a row or column is like the next;
# and hardly any are larger than that: flat shapes are smooth too, but for their many edges.
_SMOOTH, _BLURRED, _MIDDLE, _CROSSED = 10, 0.65, (0.2, 0.8), 0.35
_EDGE, _FEW_EDGES = 36, 0.03
# Where it ends, so many levels over twice so many pixels lie in at least this share of them, and in this part as many
# of the reference's at most: the edge of a picture, which the poster does not have there.
_STEP, _OVER, _SEAM, _IN_REFERENCE = 10.0, 3, 0.7, 0.65
# Opposite a bar as wide, fewer rows show it.
_SEAM_OPPOSITE = 0.3
# A smooth strip is the reference's own when half of it is within so many levels (0..255); or, under a filter, when its
# light follows the reference's so closely and is not even, by the standard deviation in levels.
_OWN, _OWN_CORRELATION, _OWN_SPREAD = 8, 0.95, 5.0
# By agreement: the ground differs from the reference by more than the first on average (residual's strength, 0..1),
# and from one column on, for this share of the frame's side, by less than the second.
_APART, _TOGETHER, _FOR = 0.3, 0.1, 0.04
# By more than the second it differs in so much of the whole strip; of a line that somebody wrote there, less does.
_MOSTLY = 0.7
# That ground goes on from outside: the picture changes along no more of the side than this.
_SEAMLESS = 0.3
# Where the poster begins within the frame on so many sides, words may stand on the ground of another: so much of that
# is smooth at least, and no more than the second share of its rows, or columns, have more edges than hardly any.
_GROUNDS, _BLURRED_WITH_WORDS, _WORDS = 2, 0.4, 0.5
# Strokes are followed in frames of so many pixels on the longer side; in smaller ones they fade anywhere.
_LEAST_FRAME = 256
# A poster of which less than this share of a side would be left is no crop of it.
_LEAST_SHOWN = 0.25


_Map = TypeVar("_Map", NDArray[np.uint8], NDArray[np.float32])


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
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
        query, reference = (_flipped(pixels) for pixels in (self.query, self.reference))
        return replace(self, query=query, reference=reference, columns=self.columns[::-1])


def _sides_of(laid: LaidOver) -> list[_Side]:
    """Left, top, right, bottom."""
    rows, columns = (2 * count_marks(laid.inside, axis) > laid.inside.shape[axis] for axis in (1, 0))
    left = _Side(laid.query, laid.reference, rows, columns)
    top = _Side(_transposed(laid.query), _transposed(laid.reference), columns, rows)
    return [left, top, left.flipped(), top.flipped()]


def only_shown(laid: LaidOver) -> LaidOver:
    """The same, without plain or smooth strips along sides beyond which the submitted picture goes on."""
    sides = _sides_of(laid)
    seamed = [_has_seam(laid, side) for side in range(4)]
    grounds = [0 if seamed[side] else _ground_along(laid, each, side) for side, each in enumerate(sides)]
    if any(seamed) and sum(ground > 0 for ground in grounds) >= _GROUNDS:
        # Of a poster that ends on its ground at those sides, a seam at another is something on that ground.
        grounds = [_ground_along(laid, sides[side], side) if seamed[side] else grounds[side] for side in range(4)]
    if not any(laid.sides.goes_on) and any(grounds):
        # Bars that fill what a crop took off come in pairs; one may be something painted out at the poster's edge.
        grounds = [ground or _as_opposite(sides, side, grounds) for side, ground in enumerate(grounds)]
        grounds = [ground if grounds[_opposite(side)] else 0 for side, ground in enumerate(grounds)]
    return _within(laid, grounds)


def only_agreeing(laid: LaidOver, residual: Residual) -> LaidOver:
    """The same once more, by where the two begin to agree."""
    if not any(laid.sides.goes_on):
        return laid
    strength = residual.strength
    sure = _within(laid, _disagreeing_grounds(laid, strength))
    if sum(_begins_within(sure, side) for side in range(4)) < _GROUNDS:
        return sure
    # A poster that was cropped before ends on its ground all around.
    return _within(sure, _disagreeing_grounds(sure, strength, words=True))


def _within(laid: LaidOver, grounds: Sequence[int]) -> LaidOver:
    """Without so many columns and rows on the left, top, right and bottom, where enough of a poster is left."""
    height, width = laid.inside.shape
    left, top, right, bottom = grounds
    if not any(grounds) or left + right > (1 - _LEAST_SHOWN) * width or top + bottom > (1 - _LEAST_SHOWN) * height:
        return laid
    shown = np.zeros((height, width), dtype=bool)
    shown[top : height - bottom, left : width - right] = True
    return replace(laid, inside=laid.inside & shown, ends_within=True)


def _ground_along(laid: LaidOver, turned: _Side, side: int) -> int:
    """How many columns (left, right) or rows (top, bottom) from that side on are ground."""
    begins, query, reference = turned.begins, turned.query, turned.reference
    if begins is None:
        return 0
    strip = _strip_of(query.shape[1])
    small = max(laid.inside.shape) < _LEAST_FRAME
    cut = 0 if small else cut_line(query, reference, turned.rows, begins, strip)
    if cut:
        # A hard edge is felt so far.
        return cut + 2 * _OVER
    if laid.sides.goes_on[side]:
        colour = np.median(query[::_EVERY, :strip].reshape(-1, 3), axis=0).astype(np.int16)
        deep = _plain_columns(query[::_EVERY], colour)
        if deep > strip:
            # Where the reference has that ground too, the poster may well have begun.
            foreign = _alike(reference[::_EVERY, :deep], colour).mean(axis=0) < _GROUND
            own = 0 if small else gone_strokes(query, reference, turned.rows, deep)
            return deep if foreign.all() else max(own, int(np.argmin(foreign)))
    return _smooth_ground(query, reference, begins) or _plain_ground(query, reference, begins)


def _has_seam(laid: LaidOver, side: int) -> bool:
    """Whether the submitted picture goes on beyond a side and changes there, as at a poster's own edge."""
    return laid.sides.goes_on[side] and laid.sides.seam(side) > _SEAMLESS


def _smooth_ground(query: Pixels, reference: Pixels, begins: int) -> int:
    """The same for a gradient or a blurred picture: no detail up to a straight edge that the reference has not.

    Also on a side where the poster would reach out of the submitted picture, which begins at a column.
    """
    strip, first = _strip_of(query.shape[1]), begins + 2
    # Hardly any side has a ground at all, which its first columns tell.
    if _first_crossed(query[:, : begins + strip + 2], first):
        return 0
    deep = _first_crossed(query, first)
    wide = deep - begins > strip
    return deep + _OVER if wide and _ends_at(query, reference, begins, deep, _SEAM) else 0


def _plain_ground(query: Pixels, reference: Pixels, begins: int) -> int:
    """The same for one colour on which icons and words stand, up to a straight edge that the reference has not."""
    strip = _strip_of(query.shape[1])
    colour = np.median(query[::_EVERY, begins : begins + strip].reshape(-1, 3), axis=0).astype(np.int16)
    deep = begins + _plain_columns(query[::_EVERY, begins:], colour)
    if not strip < deep - begins < query.shape[1] - begins:
        return 0
    here, there = (_step_share(_middle_rows(pixels), deep) for pixels in (query, reference))
    foreign = (_alike(reference[::_EVERY, begins:deep], colour).mean(axis=0) < _GROUND).all()
    return deep if foreign and here >= _SEAM and there <= _IN_REFERENCE * here else 0


def _first_crossed(query: Pixels, first: int) -> int:
    """The first column from that one on which the picture is mostly unlike the next; 0 where there is none."""
    steps = _steps(_middle_rows(query), axis=1)
    crossed = count_marks(steps <= _SMOOTH, 0) < _CROSSED * len(steps)
    crossed[:first] = False
    return int(np.argmax(crossed))


def _as_opposite(sides: Sequence[_Side], side: int, grounds: Sequence[int]) -> int:
    """The same for a bar that is as wide as the one found on the other side; fewer rows need to show where it ends."""
    here, begins, across = sides[side], sides[side].begins, sides[_opposite(side)].begins
    ground = grounds[_opposite(side)]
    if not ground or begins is None or across is None:
        return 0
    deep = begins + ground - _OVER - across
    return deep + _OVER if _ends_at(here.query, here.reference, begins, deep, _SEAM_OPPOSITE) else 0


def _ends_at(query: Pixels, reference: Pixels, begins: int, deep: int, least: float) -> bool:
    """Whether a smooth strip that is not the reference's own ends at a column, by a seam along so much of it."""
    if deep <= begins:
        return False
    shown, own = _middle_rows(query), _middle_rows(reference)
    here, there = (_step_share(pixels, deep) for pixels in (shown, own))
    strips = shown[:, begins:deep], own[:, begins:deep]
    smooth = _is_smooth(_steps(strips[0], axis=0))
    return smooth and here >= least and there <= _IN_REFERENCE * here and not _is_the_same(*strips)


def _opposite(side: int) -> int:
    return (side + 2) % 4


def _begins_within(laid: LaidOver, side: int) -> bool:
    """Whether the poster begins somewhere within the frame, and not at that side."""
    inside = _turned(laid.inside.view(np.uint8), side)
    return bool(inside[:, : _strip_of(inside.shape[1])].mean() < 0.5)


def _disagreeing_grounds(laid: LaidOver, strength: NDArray[np.float32], *, words: bool = False) -> list[int]:
    """How many columns or rows from each side on differ from the reference and hold no detail, or words alone."""
    return [
        _ground_where_apart(laid, side, turned, _turned(strength, side), words=words)
        for side, turned in enumerate(_sides_of(laid))
    ]


def _ground_where_apart(laid: LaidOver, side: int, turned: _Side, strong: NDArray[np.float32], *, words: bool) -> int:
    ground = _disagreeing_ground(turned, strong, words=True)
    if _lies_open(laid, side, ground):
        return ground
    if _has_seam(laid, side):
        return 0
    return ground if words else _disagreeing_ground(turned, strong, words=False)


def _lies_open(laid: LaidOver, side: int, ground: int) -> bool:
    """Whether a ground goes on beyond both ends of a side, along which words may stand in its way."""
    deep = ground / laid.inside.shape[1 - side % 2]
    part = (0.0, deep) if side < 2 else (1 - deep, 1.0)
    ends = ((side + 1) % 4, (side + 3) % 4)
    return all(
        laid.sides.goes_on[end] and laid.sides.seam_within(end, *part) <= _SEAMLESS and not _begins_within(laid, end)
        for end in ends
    )


def _disagreeing_ground(turned: _Side, strong: NDArray[np.float32], *, words: bool) -> int:
    """strong: the residual's strength, turned as the pictures are."""
    apart = _middle_rows(strong).mean(axis=0)
    begins, steps = turned.begins or 0, max(3, round(_FOR * len(apart)))
    together = np.convolve(apart, np.ones(steps) / steps, "valid") < _TOGETHER
    together[:begins] = False
    deep = int(np.argmax(together))
    if deep - begins <= _strip_of(len(apart)) or apart[begins:deep].mean() < _APART:
        return 0
    mostly = (strong[:, begins:deep] > _TOGETHER).mean() >= _MOSTLY
    query = _middle_rows(turned.query)
    # Where it was found to begin before, a ground goes on too.
    if begins > _OVER and _step_share(query, begins) > _SEAMLESS:
        return 0
    down = _steps(query, axis=0)
    ground = down[:, begins:deep]
    return deep if mostly and (_is_smooth(ground) or (words and _holds_words(ground))) else 0


def _is_smooth(steps: NDArray[np.uint8]) -> bool:
    """Whether a strip holds no detail. steps: (h, w) levels from each pixel to the one below."""
    return bool((steps <= _SMOOTH).mean() >= _BLURRED and (steps > _EDGE).mean() <= _FEW_EDGES)


def _holds_words(steps: NDArray[np.uint8]) -> bool:
    """Whether its detail keeps to a few lines across or down, as words do and pictures do not."""
    edges = steps > _EDGE
    lines = min(float((edges.mean(axis=axis) > _FEW_EDGES).mean()) for axis in (0, 1))
    return bool((steps <= _SMOOTH).mean() >= _BLURRED_WITH_WORDS and lines <= _WORDS)


def _is_the_same(query: Pixels, reference: Pixels) -> bool:
    """Whether a smooth strip is the reference's own, such as a sky: what looks like its edge is words then."""
    import cv2

    apart = largest(np.asarray(cv2.absdiff(query, reference)))
    if np.median(apart) <= _OWN:
        return True
    light, own = (pixels.mean(axis=2).reshape(-1) for pixels in (query, reference))
    drawn = min(float(light.std()), float(own.std())) > _OWN_SPREAD
    return drawn and float(np.corrcoef(light, own)[0, 1]) >= _OWN_CORRELATION


def _steps(pixels: Pixels, axis: int) -> NDArray[np.uint8]:
    """Levels from each pixel to the next, of the three channels together; 255 for more."""
    import cv2

    before, after = (pixels[:-1], pixels[1:]) if axis == 0 else (pixels[:, :-1], pixels[:, 1:])
    return np.asarray(cv2.transform(cv2.absdiff(before, after), np.ones((1, 3))))


def _strip_of(columns: int) -> int:
    return max(2, round(_STRIP * columns))


def _middle_rows(pixels: _Map) -> _Map:
    first, last = (round(share * len(pixels)) for share in _MIDDLE)
    return pixels[first:last]


def _step_share(pixels: Pixels, column: int) -> float:
    """Share of the rows in which the picture changes much about a column."""
    left, right = pixels[:, max(0, column - _OVER)], pixels[:, min(pixels.shape[1] - 1, column + _OVER)]
    return float((largest(np.abs(right.astype(np.int16) - left)) > _STEP).mean())


def _plain_columns(pixels: NDArray[np.uint8], colour: NDArray[np.int16]) -> int:
    """How many columns from the left on are mostly of the colour, but for a line of words between such ones."""
    import cv2

    plain = _alike(pixels, colour).mean(axis=0) >= _GROUND
    line = np.ones((1, 2 * round(_LINE * len(plain) / 2) + 1), np.uint8)
    closed = cv2.morphologyEx(plain.view(np.uint8)[None], cv2.MORPH_CLOSE, line)[0] > 0
    return len(plain) if closed.all() else int(np.argmin(closed))


def _alike(pixels: NDArray[np.uint8], colour: NDArray[np.int16]) -> NDArray[np.bool_]:
    """(h, w) bool, of the colour in every channel."""
    return np.asarray(largest(np.abs(pixels - colour)) < _ALIKE)


def _turned(pixels: _Map, side: int) -> _Map:
    """A map or picture turned so that the side (left, top, right, bottom) lies on the left."""
    across = pixels if side % 2 == 0 else _transposed(pixels)
    return across if side < 2 else _flipped(across)


# By OpenCV, whose answers lie in memory as they are read: after numpy's views each further step is slower.
def _transposed(pixels: _Map) -> _Map:
    import cv2

    transposed: _Map = np.asarray(cv2.transpose(pixels))
    return transposed


def _flipped(pixels: _Map) -> _Map:
    import cv2

    flipped: _Map = np.asarray(cv2.flip(pixels, 1))
    return flipped
