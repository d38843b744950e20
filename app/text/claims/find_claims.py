"""Lines in, claims out: every finder on every line that was read well enough."""

import re
from collections.abc import Iterator, Sequence

from app.model.words import Claim, ClaimKind, TextLine
from app.text.claims.credit_words import CREDIT_WORDS, find_credit_words
from app.text.claims.date import find_date
from app.text.claims.fan_made import find_fan_made
from app.text.claims.found import Finder, Found, LineInContext
from app.text.claims.handle import find_handle
from app.text.claims.network import find_network
from app.text.claims.season import find_season
from app.text.claims.sequel_number import find_sequel_number
from app.text.claims.sequel_words import find_sequel_words
from app.text.claims.teaser import find_teaser
from app.text.folding import fold
from app.text.letters import letter_height, tallest_letters
from app.text.lines import READ_SCORE

FINDERS: tuple[Finder, ...] = (
    find_sequel_words,
    find_season,
    find_date,
    find_sequel_number,
    find_network,
    find_handle,
    find_fan_made,
    find_teaser,
    find_credit_words,
)
_QUOTED = re.compile(r"^\W*\".{12,}|★")
_LONG = 60
# A number that stands alone is a title's when a line of letters at least so tall, in its heights, is so near.
_NEIGHBOUR_TALL, _NEIGHBOUR_NEAR = 0.25, 1.5


def find_claims(lines: Sequence[TextLine]) -> tuple[Claim, ...]:
    """What the lines say, in their order; lines that were hardly legible say nothing. A place of a line says one thing.

    lines: of one poster, or of one place of it.
    """
    read = [line for line in lines if line.score >= READ_SCORE and line.text]
    tallest = tallest_letters(read)
    return tuple(claim for line in read for claim in _claims(_in_context(line, read, tallest)))


def _claims(line: LineInContext) -> Iterator[Claim]:
    found: list[Found] = []
    for finder in FINDERS:
        for each in finder(line):
            whole = each.kind in (ClaimKind.CREDITS, ClaimKind.NETWORK)
            if whole or not any(each.start < other.end and other.start < each.end for other in found):
                found.append(each)
                text = line.line.text[each.start : each.end].strip(" .,:|-") or line.line.text
                yield Claim(each.kind, text, each.number, line.line.box)


def _in_context(line: TextLine, lines: Sequence[TextLine], tallest: float) -> LineInContext:
    folded = fold(line.text)
    letters = "".join(letter for letter in folded if letter.isalnum())
    small_print = bool(CREDIT_WORDS.search(letters) or _QUOTED.search(folded)) or len(folded) > _LONG
    others = [other for other in lines if other is not line]
    alone = bool(others) and not any(_near(line, other) for other in others)
    return LineInContext(line, folded, min(1.0, letter_height(line) / tallest), alone, small_print)


def _near(line: TextLine, other: TextLine) -> bool:
    box, near = line.box, other.box
    worded = sum(letter.isalpha() for letter in other.text) >= 3
    tall = letter_height(other) >= _NEIGHBOUR_TALL * box.height
    return worded and tall and box.gap(near) <= _NEIGHBOUR_NEAR * box.height
