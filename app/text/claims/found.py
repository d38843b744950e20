"""What every finder of claims is given, and what it hands back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.model.words import ClaimKind, TextLine


@dataclass(frozen=True, slots=True)
class LineInContext:
    """A line and its standing among the others.

    folded: the text as app.text.folding.fold gives it, place for place. prominence: letter height over that of the
    tallest line, 0..1. alone: there is no other line of letters near it. small_print: a credit or a quotation, in
    which numbers claim nothing.
    """

    line: TextLine
    folded: str
    prominence: float
    alone: bool
    small_print: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Characters start to end of the line say this. number: sequel number, season or year."""

    kind: ClaimKind
    start: int
    end: int
    number: int | None = None


Finder = Callable[[LineInContext], Iterator[Found]]
