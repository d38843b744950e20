"""Words by which a fan says that the poster is a fan's: FAN MADE, CONCEPT POSTER, EDIT BY."""

import re
from collections.abc import Iterator

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext

_PATTERN = re.compile(
    r"(?<![A-Z])(?:"
    r"FAN\s*-?\s*(?:MADE|ART|POSTER|EDIT|CONCEPT|DESIGN|FILM|TRAILER)"
    r"|(?:FAN|MADE)\s*BY\s*(?:A\s*)?FANS?"
    r"|CONCEPT\s*(?:POSTER|ART|TRAILER|DESIGN|EDIT|BY|ONLY)"
    r"|(?:EDIT|EDITED|POSTER|ARTWORK|MANIP)\s*BY\s*@"
    r"|EDIT\s*BY"
    r"|UN\s*-?OFFICIAL|NOT\s*(?:AN\s*)?OFFICIAL|FAKE\s*POSTER|MOCK\s*-?\s*UP|PARODY|AI\s*-?\s*GENERATED"
    r"|NO\s*OFICIAL|NON\s*OFFICIEL|INOFFIZIELL|HECHO\s*POR\s*FANS?|FEITO\s*POR\s*FAS?|AFFICHE\s*DE\s*FAN|VON\s*FANS"
    r")(?![A-Z])"
    r"|^\W*CONCEPT\W*$"
)


# Whoever asks whether a poster is a fan's does not say so.
_ASKED = re.compile(r"\?|(?<![A-Z])(?:IS\s*(?:THIS|IT|THAT)|OFFICIAL\s*OR|OR\s*(?:IS\s*IT\s*)?FAN)(?![A-Z])")


def find_fan_made(line: LineInContext) -> Iterator[Found]:
    """The first such words in the line; none in a question."""
    match = _PATTERN.search(line.folded)
    if match is not None and not _ASKED.search(line.folded):
        yield Found(ClaimKind.FAN_MADE, *match.span())
