"""Dates and years: JULY 29, 11.11.2026, COMING 2027, COMING SOON, and the same in other languages."""

import re
from collections.abc import Iterator

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext

_MONTHS = (
    r"(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC"
    r"|JANVIER|FEVRIER|MARS|AVRIL|MAI|JUIN|JUILLET|AOUT|SEPTEMBRE|OCTOBRE|NOVEMBRE|DECEMBRE"
    r"|JANUAR|FEBRUAR|MARZ|JUNI|JULI|OKTOBER|DEZEMBER"
    r"|ENERO|FEBRERO|MARZO|ABRIL|MAYO|JUNIO|JULIO|AGOSTO|SEPTIEMBRE|OCTUBRE|NOVIEMBRE|DICIEMBRE"
    r"|GENNAIO|FEBBRAIO|APRILE|MAGGIO|GIUGNO|LUGLIO|SETTEMBRE|OTTOBRE|DICEMBRE"
    r"|OCAK|SUBAT|MART|NISAN|MAYIS|HAZIRAN|TEMMUZ|AGUSTOS|EYLUL|EKIM|KASIM|ARALIK"
    r"|JANUARI|FEBRUARI|MAART|AUGUSTUS"
    r"|JANEIRO|FEVEREIRO|MARCO|MAIO|JUNHO|JULHO|SETEMBRO|OUTUBRO|NOVEMBRO|DEZEMBRO)"
)
_TIMES = (
    r"(?:SPRING|SUMMER|FALL|AUTUMN|WINTER|CHRISTMAS|HALLOWEEN|EASTER|THANKSGIVING|VERANO|NAVIDAD|ETE|NOEL|WEIHNACHTEN)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?:[0-3]?\d)(?:ST|ND|RD|TH)?(?!\d)"
_COMING = (
    r"(?:COMING|ARRIVING|IN\s*(?:CINEMAS|T?HEAT(?:ER|RE)S)|AU\s*CINEMA|IM\s*KINO|EN\s*CINES|AL\s*CINEMA|NOS\s*CINEMAS)"
)
_BEFORE = r"(?<![A-Z0-9])"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEFORE}(?:[0-3]?\d)(?:ST|ND|RD|TH|\.|ER|º)?\s*(?:DE\s*)?{_MONTHS}(?![A-Z])(?:\s*(?:DE\s*)?,?\s*{_YEAR})?",
        rf"{_BEFORE}{_MONTHS}\.?\s*{_DAY}(?:\s*[,.]?\s*{_YEAR})?",
        rf"{_BEFORE}(?:{_MONTHS}|{_TIMES})\s*(?:DE\s*)?{_YEAR}",
        # A figure of the year was not read.
        rf"{_BEFORE}{_MONTHS}\s*20\d(?!\d)",
        r"(?<![\d.])[0-3]?\d([./-])[01]?\d\1(?P<year>(?:19|20)?\d\d)(?![\d.])",
        rf"{_BEFORE}{_COMING}\s*(?:IN\s*)?(?:THIS\s*|NEXT\s*)?(?:{_TIMES}|{_MONTHS})?\s*{_YEAR}",
        rf"{_BEFORE}{_COMING}\s*(?:THIS\s*|NEXT\s*)?(?:SOON|NOW|{_TIMES}|{_MONTHS})(?![A-Z])",
        rf"{_BEFORE}(?:NEW|NEXT|FINAL|LAST)\s*(?:MOVIE|FILM|SERIES|SEASON|SHOW|EPISODES?)\W*(?:COMING\s*)?(?:IN\s*)?{_YEAR}",
        r"(?<![A-Z])(?:PROXIMAMENTE|PROCHAINEMENT|DEMNACHST|PROSSIMAMENTE|EM\s*BREVE|BIENTOT|YAKINDA|BINNENKORT)(?![A-Z])",
        r"近日公開|即将上映|即將上映",
        rf"^\W*{_YEAR}\W*$",
    )
)


def find_date(line: LineInContext) -> Iterator[Found]:
    """The first date in the line; its number is the year, where one is given."""
    if line.small_print:
        return
    for pattern in _PATTERNS:
        match = pattern.search(line.folded)
        if match is not None:
            year = match.groupdict().get("year")
            number = None if year is None else int(year) if len(year) == 4 else 2000 + int(year)
            yield Found(ClaimKind.DATE, match.start(), match.end(), number)
            return
