"""Looks for a number that stands alone about the title: the detector overlooks two single large figures in three.

The recogniser finds it. A row of the picture that is read as if it were one line of lettering gives nonsense wherever
there is none, but a large figure in it comes out as itself, and where it stands; that place alone is then read again,
cut in several ways.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from app.model.geometry import Box, surround
from app.model.words import TextLine
from app.text.engine import Sign
from app.text.folding import fold, key
from app.text.letters import letter_height
from app.text.title_line import choose_title

# Only beside lettering that was read so surely, with so many letters.
_SURE_TITLE, _LEAST_LETTERS = 0.6, 3
# The row behind the last line of the title is so high and so long, in heights of its letters.
_BEHIND_HIGH, _BEHIND_LONG = 1.4, 3.0
# Rows below and above the title are so high and so far away, in the same heights: a figure is seen best in a row that
# it nearly fills (without the first row a fifth fewer of 47 were found). They are wider than the title by so much on
# each side, but at most so wide.
_TIERS = ((1.1, 0.15), (1.5, 0.0), (1.5, 0.6))
_WIDER, _WIDEST = 1.0, 7.0
# A row of which less lies in the picture, in its heights, holds no number.
_LEAST_OF_ROW = 0.4
# A sign of a row is looked at when it is so sure: all of the 53 drawn figures that their places then bore out were, and
# 80 places of 480 posters without one (split tune).
_SPOTTED = 0.3
# The place of a sign in its row: how wide, in the row's heights, and which shares of its height are left out above and
# below. It is no number's own place when letters, so tall against it, cover so much of it.
_PLACE = (0.6, 0.15, 0.15)
_LETTERS, _COVERED = 0.45, 0.3
# The place is cut so wide, each time in three heights. So many readings of the nine say the number, each so surely: on
# the same posters at most four did, but for the 6 of "JUNE 6", a place that other letters cover.
_CUTS = tuple(product((0.6, 0.75, 0.95), ((0.1, 0.1), (0.0, 0.2), (0.2, 0.0))))
_SURE, _AGREE = 0.9, 5
# A 2 close behind the last letter is read as a Z of the word. Its middle is so far from the line's end, in heights of
# the line. A Z, cut out alone, was never read as a 2 (24 faces, 6 words).
_LAST_SIGN = 0.35
_FIGURES = re.compile(r"1[01]|[2-9]|I{2,3}|IV|VI{1,3}")
_NUMBER = re.compile(rf"\W*({_FIGURES.pattern})\W*")

Spot = Callable[[Box], Sequence[Sign]]
Recognise = Callable[[Box], tuple[str, float]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that a row seems to hold. first, last: where its first and its last sign stand, in pixels."""

    number: str
    row: Box
    first: float
    last: float

    def cut(self, wide: float, above: float, below: float) -> Box:
        """A part of the row about the number: how wide in the row's heights, and what is left out of its height."""
        high = self.row.height
        width = self.last - self.first + wide * high
        left = (self.first + self.last - width) / 2
        return _box(left, self.row.y + above * high, width, (1 - above - below) * high)


def find_lone_number(
    lines: Sequence[TextLine], size: tuple[int, int], spot: Spot, recognise: Recognise
) -> tuple[TextLine, ...]:
    """The number as a line of its own, or nothing, also when the title has one already.

    size: (width, height) of the picture. spot: which signs a row of it seems to hold. recognise: what a place of it
    says as one piece, and how surely.
    """
    title = [line for line in choose_title(lines, ()) if line.score >= _SURE_TITLE]
    worded = [line for line in title if len(key(line.text)) >= _LEAST_LETTERS]
    if not worded or any(_NUMBER.fullmatch(word) for line in title for word in fold(line.text).split()):
        return ()
    for candidate in _candidates(worded, lines, size, spot):
        score = _read_often(candidate, recognise)
        if score:
            return (TextLine(candidate.number, candidate.cut(*_PLACE), score),)
    return ()


def _candidates(
    title: Sequence[TextLine], lines: Sequence[TextLine], size: tuple[int, int], spot: Spot
) -> Iterator[_Candidate]:
    for line in title:
        if fold(line.text).endswith("Z"):
            middle = line.box.x + line.box.width - _LAST_SIGN * line.box.height
            yield _Candidate("2", line.box, middle, middle)
    for row in _rows(title, size):
        for candidate in _spotted(row, spot(row)):
            place = candidate.cut(*_PLACE)
            letters = (line.box for line in lines if letter_height(line) >= _LETTERS * place.height)
            if sum(place.intersection(box) for box in letters) <= _COVERED * place.area:
                yield candidate


def _rows(title: Sequence[TextLine], size: tuple[int, int]) -> Iterator[Box]:
    """As far as they lie in the picture, and only those of which enough does."""
    last = max(title, key=lambda line: line.box.y + line.box.height / 2)
    tall, whole = letter_height(last), surround([line.box for line in title])
    level, end = last.box.y + last.box.height / 2, last.box.x + last.box.width
    rows = [_box(end, level - _BEHIND_HIGH * tall / 2, _BEHIND_LONG * tall, _BEHIND_HIGH * tall)]
    wide = min(whole.width + 2 * _WIDER * tall, _WIDEST * tall)
    left = whole.x + (whole.width - wide) / 2
    for high, away in _TIERS:
        rows.append(_box(left, whole.y + whole.height + away * tall, wide, high * tall))
    for high, away in _TIERS:
        rows.append(_box(left, whole.y - (high + away) * tall, wide, high * tall))
    for row in rows:
        left, top = max(0, row.x), max(0, row.y)
        width, height = min(size[0], row.x + row.width) - left, min(size[1], row.y + row.height) - top
        if min(width, height) >= _LEAST_OF_ROW * row.height:
            yield Box(left, top, width, height)


def _spotted(row: Box, signs: Sequence[Sign]) -> Iterator[_Candidate]:
    text = "".join(sign.text for sign in signs)
    owners = [sign for sign in signs for _ in sign.text]
    for match in _FIGURES.finditer(text):
        own = owners[match.start() : match.end()]
        if min(sign.score for sign in own) >= _SPOTTED:
            first, last = (row.x + sign.middle * row.width for sign in (own[0], own[-1]))
            yield _Candidate(match[0], row, first, last)


def _read_often(candidate: _Candidate, recognise: Recognise) -> float:
    """The mean score of the readings that say the number surely; 0 when they are too few."""
    scores: list[float] = []
    for tried, (wide, left_out) in enumerate(_CUTS):
        if len(scores) == _AGREE or len(scores) + len(_CUTS) - tried < _AGREE:
            break
        text, score = recognise(candidate.cut(wide, *left_out))
        found = _NUMBER.fullmatch(text)
        if found is not None and found[1] == candidate.number and score >= _SURE:
            scores.append(score)
    return sum(scores) / len(scores) if len(scores) >= _AGREE else 0.0


def _box(x: float, y: float, width: float, height: float) -> Box:
    return Box(round(x), round(y), max(1, round(width)), max(1, round(height)))
