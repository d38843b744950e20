"""Seasons of a series: SEASON 4, S4, NEW SEASON, and the same in other languages."""

import re
from collections.abc import Iterator

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext
from app.text.numbers import NUMBER, number_of

_NOUN = r"(?:SEASON|SERIES|SAISON|STAFFEL|TEMPORADA|STAGIONE|SEIZOEN|SEZON|SASONG|SÆSON)"
_BEFORE = r"(?<![A-Z0-9])"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEFORE}{_NOUN}\s*(?P<number>{NUMBER})",
        # "series" before a number is British; behind an ordinal it would be any series ("the first series").
        rf"{_BEFORE}(?P<number>{NUMBER})(?:ST|ND|RD|TH|\.|ª|A|E|EME)?\s*{_NOUN.replace('|SERIES', '')}(?![A-Z])",
        rf"{_BEFORE}(?:THE\s*)?(?:NEW|ALL[\s-]*NEW|FINAL|LAST|NEXT)\s*SEASON(?:(?![A-Z])|(?=NETFLIX))",
        rf"{_BEFORE}(?:LA\s*|DIE\s*|A\s*)?(?:NUEVA|ULTIMA|NOVA)\s*TEMPORADA(?![A-Z])",
        rf"{_BEFORE}(?:LA\s*|L')?(?:NOUVELLE|DERNIERE)\s*SAISON(?![A-Z])",
        rf"{_BEFORE}(?:DIE\s*)?(?:NEUE|LETZTE)\s*STAFFEL(?![A-Z])",
        rf"{_BEFORE}(?:LA\s*|L')?(?:NUOVA|ULTIMA)\s*STAGIONE(?![A-Z])",
        r"第(?P<number>\d{1,2}|[一二三四五六七八九十])(?:季|シーズン|シリーズ)",
        r"(?:シーズン|SEASON)\s*(?P<number>\d{1,2})",
        # Short for a season only where nothing but an episode, a network or that it comes follows.
        r"^S(?P<number>\d{1,2})(?:\s*E\d{1,2})?(?=$|\s*[|:·-]|\s*(?:NOW|CONFIRMED|COMING)\b)",
    )
)
_MOST = 60


def find_season(line: LineInContext) -> Iterator[Found]:
    """The first mention of a season in the line."""
    for pattern in _PATTERNS:
        match = pattern.search(line.folded)
        if match is None:
            continue
        token = match.groupdict().get("number")
        number = number_of(token) if token else None
        if token is None or (number is not None and 1 <= number <= _MOST):
            yield Found(ClaimKind.SEASON, match.start(), match.end(), number)
            return
