"""Looks for a number that stands alone about the title: the detector overlooks two single large figures in three."""

import re
from collections.abc import Callable, Iterator, Sequence

from app.model.geometry import Box, surround
from app.model.words import TextLine
from app.text.folding import fold, key
from app.text.letters import letter_height
from app.text.title_line import choose_title

# Only beside lettering that was read so surely, with so many letters.
_SURE_TITLE, _LEAST_LETTERS = 0.8, 3
# Places are so wide and tall, in heights of the title's letters: behind the last line, and below and above the middle.
_BEHIND, _BELOW = (1.5, 1.4), (1.8, 1.5)
# A place is looked at when lettering covers no more of it, and when so much of it lies in the picture.
_COVERED, _INSIDE = 0.3, 0.6
# The number is read three times, each time a little differently cut, the same each time and at least so surely. Of 18
# drawn ones whose place was looked at, 16 were; the best of five false ones scored .63 (397 posters, split tune,
# 2026-11-25).
_SURE = 0.9
_CUTS = ((0.0, 0.0), (-0.15, -0.05), (0.15, 0.05))
_NUMBER = re.compile(r"\W*(1[01]|[2-9]|I{2,3}|IV|VI{1,3})\W*")

Recognise = Callable[[Box], tuple[str, float]]


def find_lone_number(lines: Sequence[TextLine], size: tuple[int, int], recognise: Recognise) -> tuple[TextLine, ...]:
    """The number as a line of its own, or nothing, also when the title has one already.

    size: (width, height) of the picture. recognise: what a place of it says as one piece, and how surely.
    """
    title = [line for line in choose_title(lines, ()) if line.score >= _SURE_TITLE]
    worded = [line for line in title if len(key(line.text)) >= _LEAST_LETTERS]
    if not worded or any(_NUMBER.fullmatch(word) for line in title for word in fold(line.text).split()):
        return ()
    for place in _places(worded):
        covered = sum(place.intersection(line.box) for line in lines)
        inside = place.intersection(Box(0, 0, *size))
        if covered > _COVERED * place.area or inside < _INSIDE * place.area:
            continue
        text, score = _read_thrice(place, recognise)
        if text:
            return (TextLine(text, _middle(place), score),)
    return ()


def _places(title: Sequence[TextLine]) -> Iterator[Box]:
    last = max(title, key=lambda line: line.box.y + line.box.height / 2)
    tall, whole = letter_height(last), surround([line.box for line in title])
    level, middle = last.box.y + last.box.height / 2, whole.x + whole.width / 2
    across, down = _BEHIND[0] * tall, _BEHIND[1] * tall
    yield _box(last.box.x + last.box.width, level - down / 2, across, down)
    across, down = _BELOW[0] * tall, _BELOW[1] * tall
    yield _box(middle - across / 2, whole.y + whole.height, across, down)
    yield _box(middle - across / 2, whole.y - down, across, down)


def _read_thrice(place: Box, recognise: Recognise) -> tuple[str, float]:
    """The number and its lowest score; empty when the three readings do not agree."""
    number, lowest = "", 1.0
    for moved, less in _CUTS:
        x, y = place.x + moved * place.width / 2, place.y + less * place.height
        text, score = recognise(_box(x, y, place.width * (1 - moved), place.height * (1 - 2 * less)))
        found = _NUMBER.fullmatch(text)
        if found is None or score < _SURE or (number and found[1] != number):
            return "", 0.0
        number, lowest = found[1], min(lowest, score)
    return number, lowest


def _middle(place: Box) -> Box:
    return _box(place.x + place.width / 4, place.y + place.height / 5, place.width / 2, place.height * 0.6)


def _box(x: float, y: float, width: float, height: float) -> Box:
    return Box(round(x), round(y), max(1, round(width)), max(1, round(height)))
