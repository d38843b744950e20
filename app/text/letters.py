"""How tall the letters of a line are, whichever way it runs."""

from collections.abc import Sequence

from app.model.words import TextLine

# Letters are at most so many times as tall as they are wide; more than that, the box is tall because the line slants.
_TALLEST_LETTER = 3.0
_WORD = 3


def tallest_letters(lines: Sequence[TextLine]) -> float:
    """Letter height of the tallest line, in pixels; at least 1. Single letters are mostly emblems, and count last."""
    worded = [line for line in lines if sum(letter.isalpha() for letter in line.text) >= _WORD]
    return max((letter_height(line) for line in worded or lines), default=1.0)


def letter_height(line: TextLine) -> float:
    """In pixels of the picture read. A line set on its side is as tall as its box is wide."""
    along, across = line.box.width, line.box.height
    letters = sum(not sign.isspace() for sign in line.text)
    if letters >= 4 and across > 2 * along:
        along, across = across, along
    return float(min(across, _TALLEST_LETTER * along / max(1, letters)))
