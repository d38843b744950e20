"""Joins changed pieces that a person would take for one thing: the letters and words of a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.model.geometry import Box, surround

# A smaller piece, as a share of the least that a whole place must have, is dust and joins nothing.
_DUST = 0.2
# So many pieces, the largest ones, are looked at: more are a pattern, and pairs grow with the square.
_MOST_PIECES = 150
# Pieces of one line share so much of the lower one's height, are no more than so many times as tall, and are no further
# apart than this many times the taller one's height, or this share of the frame's width.
_SAME_LINE, _TALLER, _GAP, _WIDEST_GAP = 0.5, 2.5, 1.3, 0.1
# What is taller than this share of the frame's height is no lettering.
_TALLEST = 0.2


@dataclass(frozen=True, slots=True)
class Piece:
    """A connected changed piece. label: its number in the map of labels. box: frame pixels. area: pixels."""

    label: int
    box: Box
    area: int


def join_lines(pieces: Sequence[Piece], frame: tuple[int, int], least: float) -> list[list[Piece]]:
    """Places of one or more pieces, those with the most pixels first; those with fewer than `least` are left out.

    frame: (width, height) in pixels.
    """
    order = sorted((piece for piece in pieces if piece.area >= _DUST * least), key=lambda piece: -piece.area)
    places: list[list[Piece]] = []
    for piece in order[:_MOST_PIECES]:
        touched = [place for place in places if any(_in_one_line(piece, other, frame) for other in place)]
        joined = [piece, *(other for place in touched for other in place)]
        places = [place for place in places if place not in touched] + [joined]
    kept = [place for place in places if _area(place) >= least]
    return sorted(kept, key=lambda place: -_area(place))


def box_around(place: Sequence[Piece]) -> Box:
    """The box around all pieces, of which there is at least one."""
    return surround(piece.box for piece in place)


def _area(place: Sequence[Piece]) -> int:
    return sum(piece.area for piece in place)


def _in_one_line(one: Piece, other: Piece, frame: tuple[int, int]) -> bool:
    first, second = one.box, other.box
    low, high = sorted((first.height, second.height))
    if high > _TALLEST * frame[1] or high > _TALLER * low:
        return False
    shared, gap = first.shared_height(second), -first.shared_width(second)
    return shared >= _SAME_LINE * low and gap <= min(_GAP * high, _WIDEST_GAP * frame[0])
