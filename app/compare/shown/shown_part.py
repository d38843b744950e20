"""Which part of the reference the submitted picture shows at all, where a cropped poster stands on a ground.

Bars, app backgrounds and the blurred copy that stories put behind a poster are no change to the poster: it ends there.
They are told by going on, in one colour or without any detail, from outside the reference's frame to inside it; where
the poster is as dark and smooth as its ground, by where it begins to agree with the reference.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.residual import Residual
from app.compare.pixels.channels import median_level
from app.compare.pixels.count_marks import first_marked
from app.compare.pixels.turns import turn_to_left
from app.compare.shown.turned_sides import Side, sides_of
from app.compare.surroundings.cut_strokes import cut_line, gone_strokes
from app.compare.surroundings.grounds import (
    DEEPEST,
    GROUND,
    OVER,
    edge_share,
    first_crossed,
    holds_words,
    is_of_colour,
    is_smooth,
    is_the_reference_s,
    middle_rows,
    plain_columns,
    steps_between,
    strip_of,
)
from app.model.poster_image import Pixels

# Of the rows or columns that cross the ground, each of so many is looked at.
_EVERY = 4
# A ground ends along an edge of at least this share of its side, and in this part as many of the reference's at most:
# the edge of a picture, which the poster does not have there.
_SEAM, _IN_REFERENCE = 0.7, 0.65
# Opposite a bar as wide, fewer rows show it.
_SEAM_OPPOSITE = 0.3
# By agreement: the ground differs from the reference by more than the first on average (residual's strength, 0..1),
# and from one column on, for this share of the frame's side, by less than the second.
_APART, _TOGETHER, _FOR = 0.3, 0.1, 0.04
# Of two bars that fill what a crop took off one is at least so wide against the other: a poster stands in the middle,
# or nearly so, and what is much wider is another picture, as dark and soft as it may be.
_AS_WIDE = 0.3
# By more than the second it differs in so much of the whole strip; of a line that somebody wrote there, less does.
_MOSTLY = 0.7
# That ground goes on from outside: the picture changes along no more of the side than this.
_SEAMLESS = 0.3
# Where the poster begins within the frame on so many sides, words may stand on the ground of another.
_GROUNDS = 2
# Or on a ground that began at that very side, up to an edge along so much of it, right before which there is none but
# along so little; the reference has no such edge, or more of its drawing than that there.
_ALL_ALONG, _QUIET = 0.9, 0.1
# A ground is another picture when it ends at both ends where the poster does, along so much of its width: in none of
# 825 harmless tuning pictures (seed 210003, 2026-11-28).
_CLOSED = 0.5
# Strokes are followed in frames of so many pixels on the longer side; in smaller ones they fade anywhere.
_LEAST_FRAME = 256
# A poster of which less than this share of a side would be left is no crop of it.
_LEAST_SHOWN = 0.25


def only_shown(laid: LaidOver) -> LaidOver:
    """The same, without plain or smooth strips along sides beyond which the submitted picture goes on."""
    sides = sides_of(laid)
    seamed = [_has_seam(laid, side) for side in range(4)]
    grounds = [0 if seamed[side] else _ground_along(laid, each, side) for side, each in enumerate(sides)]
    ending = sum(ground > 0 or _was_cropped(side) for side, ground in zip(sides, grounds, strict=True))
    if any(seamed) and ending >= _GROUNDS:
        # Of a poster that ends on its ground at those sides, a seam at another is something on that ground.
        grounds = [_ground_along(laid, sides[side], side) if seamed[side] else grounds[side] for side in range(4)]
    if not any(laid.sides.goes_on) and any(grounds):
        # Bars that fill what a crop took off come in pairs; one may be something painted out at the poster's edge.
        grounds = [ground or _as_opposite(sides, side, grounds) for side, ground in enumerate(grounds)]
        widths = [ground - (of.begins or 0) for of, ground in zip(sides, grounds, strict=True)]
        grounds = [ground if _are_a_pair(widths, side) else 0 for side, ground in enumerate(grounds)]
    return _within(laid, grounds)


def only_agreeing(laid: LaidOver, residual: Residual) -> LaidOver:
    """The same once more, by where the two begin to agree."""
    if not any(laid.sides.goes_on):
        return laid
    strength = residual.strength
    sure = _within(laid, _disagreeing_grounds(laid, strength))
    if sure is not laid:
        # What a ground along one side holds no longer hides the one along another.
        sure = _within(sure, _disagreeing_grounds(sure, strength))
    if sum(_begins_within(sure, side) for side in range(4)) < _GROUNDS:
        return sure
    # A poster that was cropped before ends on its ground all around.
    return _within(sure, _disagreeing_grounds(sure, strength, words=True))


def _within(laid: LaidOver, grounds: Sequence[int]) -> LaidOver:
    """Without so many columns and rows on the left, top, right and bottom, where enough of a poster is left."""
    height, width = laid.inside.shape
    if not any(grounds):
        return laid
    left, top, right, bottom = (0 if _is_joined(laid, grounds, side) else grounds[side] for side in range(4))
    shown = np.zeros((height, width), dtype=bool)
    shown[top : height - bottom, left : width - right] = True
    shown &= laid.inside
    enough = _extent(shown, 0) >= _LEAST_SHOWN * width and _extent(shown, 1) >= _LEAST_SHOWN * height
    return replace(laid, inside=shown, ends_within=True) if enough else laid


def _is_joined(laid: LaidOver, grounds: Sequence[int], side: int) -> bool:
    """Whether what looks like a ground is another picture joined to the poster, as smooth as it may be.

    The submitted picture does not go on beyond it, and it ends at both ends along the very edges that the poster does.
    """
    if laid.sides.goes_on[side] or not grounds[side]:
        return False
    return all(_closed(laid, grounds, side, end) for end in ((side + 1) % 4, (side + 3) % 4))


def _closed(laid: LaidOver, grounds: Sequence[int], side: int, end: int) -> bool:
    """Whether a ground along a side ends sharply where the poster does at one of the side's ends."""
    query = turn_to_left(laid.query, end)
    within = slice(grounds[side]) if side < 2 else slice(len(query) - grounds[side], None)
    begins = max(grounds[end], first_marked(laid.inside)[end])
    about = range(max(OVER, begins - 3 * OVER), begins + OVER)
    return any(edge_share(query[within], column) > _CLOSED for column in about)


def _extent(inside: NDArray[np.bool_], axis: int) -> int:
    """From the first to the last column (axis 0) or row (axis 1) that holds any of it."""
    at = np.nonzero(inside.any(axis=axis))[0]
    return int(at[-1] - at[0]) + 1 if len(at) else 0


def _ground_along(laid: LaidOver, turned: Side, side: int) -> int:
    """How many columns (left, right) or rows (top, bottom) from that side on are ground."""
    begins, query, reference = turned.begins, turned.query, turned.reference
    if begins is None:
        return 0
    strip = strip_of(query.shape[1])
    small = max(laid.inside.shape) < _LEAST_FRAME
    cut = 0 if small else cut_line(query, reference, turned.rows, begins, strip)
    if cut:
        # A hard edge is felt so far.
        return cut + 2 * OVER
    if laid.sides.goes_on[side]:
        deep, foreign = _plain_from(query, reference, 0)
        if deep > strip:
            # Where the reference has that ground too, the poster may well have begun.
            if foreign.all():
                return deep
            own = 0 if small else _strokeless(query, reference, turned.rows, deep)
            return max(own, int(np.argmin(foreign)))
    return _smooth_ground(query, reference, begins) or _plain_ground(query, reference, begins)


def _strokeless(query: Pixels, reference: Pixels, rows: NDArray[np.bool_], deep: int) -> int:
    """How many columns of a ground of the poster's own colour hold none of its strokes, where they are there behind.

    Not where none is as deep as a ground may be: that is another picture.
    """
    last = min(deep, round(DEEPEST * query.shape[1]))
    gone = gone_strokes(query, reference, rows, last)
    return gone if last == deep or gone <= last - strip_of(query.shape[1]) else 0


def _was_cropped(side: Side) -> bool:
    """Whether the poster begins well within a side of the frame, by more than a mapping may be off."""
    return side.begins is not None and side.begins > 2 * strip_of(side.query.shape[1])


def _has_seam(laid: LaidOver, side: int) -> bool:
    """Whether the submitted picture goes on beyond a side and changes there, as at a poster's own edge."""
    return laid.sides.goes_on[side] and laid.sides.seam(side) > _SEAMLESS


def _smooth_ground(query: Pixels, reference: Pixels, begins: int) -> int:
    """The same for a gradient or a blurred picture: no detail up to a straight edge that the reference has not.

    Also on a side where the poster would reach out of the submitted picture, which begins at a column.
    """
    strip, first = strip_of(query.shape[1]), begins + 2
    # Hardly any side has a ground at all, which its first columns tell.
    if first_crossed(query[:, : begins + strip + 2], first):
        return 0
    deep = first_crossed(query, first)
    wide = deep - begins > strip
    return deep + OVER if wide and _ends_at(query, reference, begins, deep, _SEAM) else 0


def _plain_ground(query: Pixels, reference: Pixels, begins: int) -> int:
    """The same for one colour on which icons and words stand, up to a straight edge that the reference has not."""
    deep, foreign = _plain_from(query, reference, begins)
    wide = strip_of(query.shape[1]) < deep - begins <= DEEPEST * query.shape[1]
    return deep if wide and foreign.all() and _has_edge(query, reference, deep, _SEAM) else 0


def _plain_from(query: Pixels, reference: Pixels, begins: int) -> tuple[int, NDArray[np.bool_]]:
    """Where a ground of one colour that begins at a column ends, and which of its columns the reference has not so."""
    shown, own = query[::_EVERY, begins:], reference[::_EVERY, begins:]
    colour = median_level(shown[:, : strip_of(query.shape[1])]).astype(np.int16)
    wide = plain_columns(shown, colour)
    return begins + wide, is_of_colour(own[:, :wide], colour).mean(axis=0) < GROUND


def _has_edge(query: Pixels, reference: Pixels, column: int, least: float) -> bool:
    """Whether a picture ends at a column along so much of the side, and the reference's does not."""
    here, there = (edge_share(middle_rows(pixels), column) for pixels in (query, reference))
    return here >= least and there <= _IN_REFERENCE * here


def _ends_sharply(turned: Side, about: int) -> bool:
    """Whether a quiet ground ends about a column at a picture that begins all along it, where the reference goes on."""
    query, reference = (middle_rows(pixels[turned.rows]) for pixels in (turned.query, turned.reference))
    for column in range(max(3 * OVER, about - 3 * OVER), about + OVER):
        before = column - 2 * OVER
        sharp = edge_share(query, column) >= _ALL_ALONG and edge_share(query, before) <= _QUIET
        if sharp and (edge_share(reference, before) > _QUIET or edge_share(reference, column) <= _IN_REFERENCE):
            return True
    return False


def _as_opposite(sides: Sequence[Side], side: int, grounds: Sequence[int]) -> int:
    """The same for a bar that is as wide as the one found on the other side; fewer rows need to show where it ends."""
    here, begins, across = sides[side], sides[side].begins, sides[_opposite(side)].begins
    ground = grounds[_opposite(side)]
    if not ground or begins is None or across is None:
        return 0
    deep = begins + ground - OVER - across
    return deep + OVER if _ends_at(here.query, here.reference, begins, deep, _SEAM_OPPOSITE) else 0


def _ends_at(query: Pixels, reference: Pixels, begins: int, deep: int, least: float) -> bool:
    """Whether a smooth strip that is not the reference's own ends at a column, by a seam along so much of it."""
    if deep <= begins:
        return False
    strips = middle_rows(query)[:, begins:deep], middle_rows(reference)[:, begins:deep]
    smooth = is_smooth(steps_between(strips[0], axis=0))
    return smooth and _has_edge(query, reference, deep, least) and not is_the_reference_s(*strips)


def _are_a_pair(widths: Sequence[int], side: int) -> bool:
    """Whether there is a bar at a side and at the other, neither much wider; of what a picture shows, not the frame."""
    one, other = sorted((widths[side], widths[_opposite(side)]))
    return one > 0 and one >= _AS_WIDE * other


def _opposite(side: int) -> int:
    return (side + 2) % 4


def _begins_within(laid: LaidOver, side: int) -> bool:
    """Whether the poster begins somewhere within the frame, and not at that side."""
    inside = turn_to_left(laid.inside.view(np.uint8), side)
    return bool(inside[:, : strip_of(inside.shape[1])].mean() < 0.5)


def _disagreeing_grounds(laid: LaidOver, strength: NDArray[np.float32], *, words: bool = False) -> list[int]:
    """How many columns or rows from each side on differ from the reference and hold no detail, or words alone."""
    return [
        _ground_where_apart(laid, side, turned, turn_to_left(strength, side), words=words)
        for side, turned in enumerate(sides_of(laid))
    ]


def _ground_where_apart(laid: LaidOver, side: int, turned: Side, strong: NDArray[np.float32], *, words: bool) -> int:
    ground, smooth = _disagreeing_ground(turned, strong)
    if not ground or _lies_open(laid, side, ground):
        return ground
    if _has_seam(laid, side):
        return 0
    told = smooth or words or (_begins_within(laid, side) and _ends_sharply(turned, ground))
    return ground if told else 0


def _lies_open(laid: LaidOver, side: int, ground: int) -> bool:
    """Whether a ground goes on beyond both ends of a side, along which words may stand in its way."""
    deep = ground / laid.inside.shape[1 - side % 2]
    part = (0.0, deep) if side < 2 else (1 - deep, 1.0)
    ends = ((side + 1) % 4, (side + 3) % 4)
    return all(
        laid.sides.goes_on[end] and laid.sides.seam_within(end, *part) <= _SEAMLESS and not _begins_within(laid, end)
        for end in ends
    )


def _disagreeing_ground(turned: Side, strong: NDArray[np.float32]) -> tuple[int, bool]:
    """Its columns, and whether it is smooth; it holds words if not. strong: the residual's strength, turned alike."""
    shown = middle_rows(strong[turned.rows])
    if not len(shown):
        return 0, False
    apart = shown.mean(axis=0)
    begins, steps = turned.begins or 0, max(3, round(_FOR * len(apart)))
    together = np.convolve(apart, np.ones(steps) / steps, "valid") < _TOGETHER
    together[:begins] = False
    deep = int(np.argmax(together))
    if deep - begins <= strip_of(len(apart)) or apart[begins:deep].mean() < _APART:
        return 0, False
    mostly = (strong[turned.rows, begins:deep] > _TOGETHER).mean() >= _MOSTLY
    query = middle_rows(turned.query[turned.rows])
    # Where it was found to begin before, a ground goes on too: beyond words, up to the poster's own edge.
    crossed = edge_share(query, begins) if begins > OVER else 0.0
    if crossed > _SEAM or (crossed > _SEAMLESS and not _ends_sharply(turned, deep)):
        return 0, False
    down = steps_between(query, axis=0)[:, begins:deep]
    smooth = is_smooth(down)
    return (deep, smooth) if mostly and (smooth or holds_words(down)) else (0, False)
