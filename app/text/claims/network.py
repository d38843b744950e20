"""Who shows it: A NETFLIX FILM, ONLY ON NETFLIX, PRIME VIDEO."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext

_NAMES = re.compile(
    r"(?<![A-Z])(?:NETFLIX|PRIME\s*VIDEO|AMAZON\s*(?:ORIGINAL|PRIME|MGM)|DISNEY\s*\+|DISNEY\s*PLUS|HULU"
    r"|HBO(?:\s*MAX)?|MAX\s*ORIGINAL|APPLE\s*(?:TV|ORIGINAL)\s*\+?|PARAMOUNT\s*\+|PEACOCK\s*ORIGINAL|STARZ|SHOWTIME)"
)
_WORD = re.compile(r"[A-Z]{6,9}")
# NETFLIX with one letter misread (NETFLLX, NETELIX) and nothing further.
_LIKE_NETFLIX = 85.0
# A short line that holds the name says it as a whole: "a Netflix limited series", "una serie de Netflix".
_WHOLE_LINE = 5


def find_network(line: LineInContext) -> Iterator[Found]:
    """The network's name, with the words around it when the line is short."""
    span = _span(line.folded)
    if span is None:
        return
    if len(line.folded.split()) <= _WHOLE_LINE and "|" not in line.folded:
        span = (0, len(line.folded))
    yield Found(ClaimKind.NETWORK, *span)


def _span(folded: str) -> tuple[int, int] | None:
    match = _NAMES.search(folded)
    if match is not None:
        return match.span()
    for word in _WORD.finditer(folded):
        if fuzz.ratio(word[0], "NETFLIX") >= _LIKE_NETFLIX:
            return word.span()
    return None
