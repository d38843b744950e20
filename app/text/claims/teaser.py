"""TEASER, FIRST LOOK, TRAILER: the poster announces something."""

import re
from collections.abc import Iterator

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext

_PATTERN = re.compile(
    r"(?<![A-Z])(?:(?:OFFICIAL\s*)?TEASER(?:\s*(?:POSTER|TRAILER))?|(?:OFFICIAL\s*)?TRAILER|FIRST\s*LOOK|SNEAK\s*PEEK"
    r"|BANDE\s*-?\s*ANNONCE|AVANCE\s*OFICIAL)(?![A-Z])"
)


# In a longer line it is one word of a sentence: "poster revealed ahead of trailer".
_MOST_WORDS = 5


def find_teaser(line: LineInContext) -> Iterator[Found]:
    """The first such words in a short line."""
    if len(line.folded.split()) > _MOST_WORDS:
        return
    match = _PATTERN.search(line.folded)
    if match is not None:
        yield Found(ClaimKind.TEASER, *match.span())
