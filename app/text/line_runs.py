"""Which lines of a poster may be read as one: titles are set over several, in several sizes, around one another."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.model.words import TextLine
from app.text.folding import key
from app.text.letters import letter_height, tallest_letters
from app.text.lines import order_rows

# So many lines of a poster are looked at, the tallest ones; a title has at most so many.
_LINES, _LONGEST = 14, 6
# Every group of neighbours is a run; where lines stand in a crowd, so many are enough.
_MOST_RUNS = 300
# Lines go together when they are so near, in heights of the taller one, and the letters of the lower one are so tall
# against the taller one's: an "of the" may be small.
_NEAR, _LEAST_TALL = 0.9, 0.15
# In one row, letters of one height may be set so far apart, in their heights.
_NEAR_IN_ROW, _SAME_HEIGHT = 2.5, 0.8
# Letters so much alike in height are in one style: a line of a title is likely to go on with such a neighbour.
_ALIKE = 0.66
# A single letter is mostly an emblem.
_LETTERS = 2
# More orders than reading order are only tried for so few lines.
_ANY_ORDER = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines in reading order.

    tall: the height of its tallest letters against that of the poster's tallest, 0..1. weight: its letters, each
    counted by its height against the poster's tallest. prominence: much of it in tall letters and little in small ones.
    whole: no line in like letters stands beside it.
    """

    lines: tuple[TextLine, ...]
    tall: float
    weight: float
    prominence: float
    whole: bool

    @property
    def text(self) -> str:
        """Its words in reading order."""
        return " ".join(line.text for line in self.lines)

    def other_orders(self) -> Iterator[str]:
        """Its words in the other orders in which a few lines may be meant; a number stays where it is."""
        numbered = any(sign.isdigit() for line in self.lines for sign in line.text)
        if len(self.lines) <= _ANY_ORDER and not numbered:
            for lines in itertools.islice(itertools.permutations(self.lines), 1, None):
                yield " ".join(line.text for line in lines)


def runs_of(lines: Sequence[TextLine]) -> list[Run]:
    """Runs of one line or more, the most prominent first. lines: of one poster, those read well."""
    worded = [line for line in lines if key(line.text)]
    tallest = tallest_letters(worded)
    chosen = sorted(worded, key=lambda line: -letter_height(line))[:_LINES]
    near = [
        {j for j in range(len(chosen)) if j != i and _go_together(chosen[i], chosen[j])} for i in range(len(chosen))
    ]
    runs = []
    for members in _groups(near):
        group = [chosen[i] for i in sorted(members)]
        others = [line for i, line in enumerate(chosen) if i not in members]
        ordered = tuple(group[i] for i in order_rows([line.box for line in group]))
        shares = [(len(key(line.text)), min(1.0, letter_height(line) / tallest)) for line in group]
        runs.append(
            Run(
                ordered,
                max(share for _, share in shares),
                sum(letters * share for letters, share in shares),
                sum(letters * share**2 for letters, share in shares) ** 2 / sum(letters for letters, _ in shares),
                not any(_goes_on(line, other) for line in group for other in others),
            )
        )
    return sorted(runs, key=lambda run: -run.prominence)


def _goes_on(line: TextLine, other: TextLine) -> bool:
    """Whether the other line is so near and so much alike that it may be more of the same title."""
    one, two = letter_height(line), letter_height(other)
    if len(key(other.text)) < _LETTERS or min(one, two) < _ALIKE * max(one, two):
        return False
    return _in_one_row(line, other) or line.box.gap(other.box) <= _NEAR * max(one, two)


def _in_one_row(one: TextLine, other: TextLine) -> bool:
    shared = one.box.shared_height(other.box)
    return shared >= min(one.box.height, other.box.height) / 2


def _go_together(one: TextLine, other: TextLine) -> bool:
    low, tall = sorted((letter_height(one), letter_height(other)))
    reach = _NEAR_IN_ROW if low >= _SAME_HEIGHT * tall and _in_one_row(one, other) else _NEAR
    return low >= _LEAST_TALL * tall and one.box.gap(other.box) <= reach * tall


def _groups(near: Sequence[set[int]]) -> list[frozenset[int]]:
    """Connected groups of at most _LONGEST, smaller ones first."""
    found = {frozenset({i}): None for i in range(len(near))}
    last = list(found)
    while last and len(last[0]) < _LONGEST:
        grown = {group | {j}: None for group in last for i in sorted(group) for j in sorted(near[i] - group)}
        last = list(grown)
        found |= grown
        if len(found) >= _MOST_RUNS:
            break
    return list(found)[:_MOST_RUNS]
