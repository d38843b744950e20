"""From pieces of lettering to lines: pieces that stand beside each other on one line are read as one."""

import re
from collections.abc import Iterator, Sequence

from app.model.geometry import Box, surround
from app.model.words import TextLine
from app.text.pieces import Piece

# Two pieces share a line when so much of the lower one's height overlaps, and the gap is below so many of its heights:
# a space between words is a third of a height, a number set apart stands about one away.
_SAME_ROW, _GAP = 0.5, 1.1
# Letters of one line differ in height by no more; a mark that stands beside two or three stacked lines may.
_LIKE_HEIGHT, _BESIDE_STACK = 2.0, 4.2
# A box so many times as tall as wide holds a line set on its side; a narrow figure 1 is three times as tall.
_UPRIGHT = 3.5
# A number so surely read is a line of its own beside pieces that are so much lower, or that were read so poorly.
_FIGURE = re.compile(r"\W*(?:1[01]|[2-9])\W*")
_SURE, _MUCH_LOWER, _POORLY_READ = 0.95, 1.8, 0.8
# Pieces surer than this are lettering that was read; others are kept apart, so that they spoil no line.
READ_SCORE = 0.5


def join_pieces(pieces: Sequence[Piece]) -> tuple[TextLine, ...]:
    """Lines from top to bottom. Lettering that could not be read stays as a line with a low score, perhaps empty."""
    sure = [piece for piece in pieces if piece.score >= READ_SCORE]
    groups = ([sure[i] for i in group] for group in group_boxes([piece.box for piece in sure]))
    lines = [_line(part) for group in groups for part in _without_number(group)]
    lines += [_line([piece]) for piece in pieces if piece.score < READ_SCORE]
    return tuple(sorted(lines, key=lambda line: (line.box.y, line.box.x)))


def _without_number(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces of a line; a number that they hide stands on its own: it goes with the title rather than with them.

    A number is hidden among letters that are much lower, or among some that were read too poorly to claim anything.
    """
    numbers = [piece for piece in pieces if _FIGURE.fullmatch(piece.text) and piece.score >= _SURE]
    others = [piece for piece in pieces if not any(piece is number for number in numbers)]
    if len(numbers) == 1 and others:
        low = max(piece.box.height for piece in others) * _MUCH_LOWER < numbers[0].box.height
        if low or _line(others).score < _POORLY_READ:
            yield others
            yield numbers
            return
    yield pieces


def group_boxes(boxes: Sequence[Box]) -> list[list[int]]:
    """The boxes of each line, as indices in reading order."""
    groups: list[list[int]] = []
    for i in sorted(range(len(boxes)), key=lambda i: boxes[i].x):
        near = [group for group in groups if any(_same_line(boxes[i], boxes[j]) for j in group)]
        joined = [i for group in near for i in group]
        groups = [group for group in groups if not any(group is other for other in near)]
        groups.append([*joined, i])
    return [[group[i] for i in order_rows([boxes[j] for j in group])] for group in groups]


def order_rows(boxes: Sequence[Box]) -> list[int]:
    """The boxes, as indices, row by row from left to right; what is as tall as two rows belongs to the last of them."""
    rows: list[list[int]] = []
    height = min((box.height for box in boxes), default=0)
    for i in sorted(range(len(boxes)), key=lambda i: _row_of(boxes[i], height)):
        if rows and _row_of(boxes[i], height) - _row_of(boxes[rows[-1][-1]], height) < height / 2:
            rows[-1].append(i)
        else:
            rows.append([i])
    return [i for row in rows for i in sorted(row, key=lambda i: boxes[i].x)]


def _same_line(one: Box, other: Box) -> bool:
    if max(one.height / one.width, other.height / other.width) > _UPRIGHT:
        return False
    low, tall = sorted((one, other), key=lambda box: box.height)
    shared = one.shared_height(other)
    if shared < _SAME_ROW * low.height:
        return False
    gap = -one.shared_width(other)
    if tall.height <= _LIKE_HEIGHT * low.height:
        return -low.height <= gap <= _GAP * low.height
    beside = tall.x > low.x and tall.width <= 1.5 * tall.height and tall.height <= _BESIDE_STACK * low.height
    return beside and -low.height / 2 <= gap <= _GAP * low.height


def _row_of(box: Box, height: int) -> float:
    if box.height > _LIKE_HEIGHT * height:
        return box.y + box.height - height / 2
    return box.y + box.height / 2


def _line(pieces: Sequence[Piece]) -> TextLine:
    letters = max(1, sum(len(piece.text) for piece in pieces))
    score = sum(piece.score * len(piece.text) for piece in pieces) / letters
    return TextLine(" ".join(piece.text for piece in pieces), surround([piece.box for piece in pieces]), score)
