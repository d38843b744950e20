"""A bare number behind a title: PURPLE HEARTS 2, SAW II, KUNG FU PANDA 2: THE KABOOM OF DOOM, or a 2 of its own."""

import re
from collections.abc import Iterator

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext
from app.text.numbers import INITIALS, number_of

# Names, ratings, channels, counts and small words that a number belongs to: behind these it is no sequel's.
_WITH_NUMBERS = (
    "APOLLO DISTRICT AREA CATCH SUPER STUDIO ROOM FLIGHT ROUTE CHANNEL CANAL AGENT CLASS CELL BLOCK WARD UNIT NUMBER "
    "NO NR NUMERO GATE TERMINAL LEVEL SECTOR HERO FANTASTIC MAGNIFICENT PLAN STALAG FORCE FORMULA PRECINCT "
    "OCEANS OCEAN'S HATEFUL ZONE CODE CASE PHASE TRACK EXIT BUS CAR CAMP OPERATION TOP DVD DISC CD BLURAY TV BBC ITV "
    "RTL CBS NBC ABC PG FSK RATED AGE AGES AB OVER UNDER ABOVE CERT CERTIFICATE USK PEGI JULY JUNE MAY APRIL MARCH "
    "IMAX DOLBY MILES DAYS HOURS WEEKS MONTHS STARS AT IN ON OF FOR FROM BY THE AND A AN MY OUR THEIR HIS HER ALL "
    "ONLY JUST THAN TABLE PARTY SIDE PAGE LINE WINDOW ENGINE SQUAD SUMMIT PLANET MISS MISTER MR AIR TAKE BOEING "
    "COLLECTION"
)
_GOES_WITH_NUMBERS = frozenset(_WITH_NUMBERS.split())
# Behind words that count, and before what is counted, a number is no sequel's either.
_COUNTING = frozenset({"TOP", "ONLY", "AT", "NO", "NR", "NUMBER", "LAST", "OVER"})
_COUNTED_THINGS = (
    "FOR AM PM OCLOCK H HRS HOURS MIN MINS MINUTES SEC SECONDS DAY DAYS WEEK WEEKS MONTH MONTHS YEAR YEARS AGO LEFT "
    "MORE LIKES VIEWS COMMENTS REPLIES SHARES POSTS PEOPLE FRIENDS TIMES MILLION STARS REASONS THINGS EURO EUROS "
    "DOLLARS OSCARS AWARDS NOMINATIONS GB MB PX FPS KM MILES"
)
_COUNTED = frozenset(_COUNTED_THINGS.split())
_INITIALS_OF = "MALCOLM GENERATION PROJECT HISTORY PLANET AGENT PROFESSOR BRAND MISTER MR DR HENRY"
_NAMED_BY_INITIAL = frozenset(_INITIALS_OF.split())
# "From the director of ...", "from the makers of ...": the number is another film's.
_OTHER_FILM = re.compile(
    r"^\W*(?:FROM|BY)\s*(?:THE|A)?\s*(?:ACADEMY|DIRECTOR|PRODUCER|CREATOR|WRITER|MAKER|STUDIO|STAR|AUTHOR|PEOPLE|TEAM)"
    r"|(?:DIRECTOR|PRODUCER|CREATOR|WRITER|MAKER|STAR)S?\s*(?:AND\s*\w+\s*)?OF\b"
    r"|^\W*(?:DE|VON|DU|DEI|DAI|DOS|DAL)\S*\s*(?:LOS|DEN|LES)?\s*(?:MACHERN|CREADORES|CREATEURS|CRIADORES|REALISATEUR)"
)
# Twelve and above are ages (12, 15, 16, 18) far more often than sequels.
_FIGURE = r"(?:1[01]|[2-9])(?!\d)"
_ROMAN = r"(?:XI{1,3}|X|IX|IV|VI{0,3}|I{2,3})(?![A-Z0-9])"
_NUMBER = rf"(?P<number>{_FIGURE}|{_ROMAN})"
_END = r"\s*(?:[.!,:|*\"']*\s*$|[:|]\s*[A-Z]|\s-\s*[A-Z])"
_BEHIND_WORDS = re.compile(rf"(?P<before>\S*(?:[^\W\d_]{{2,}}|(?:[A-Z]\.){{2,}})\S*)[.:,]?\s+{_NUMBER}(?={_END})")
_OWN_LINE = re.compile(rf"^[\s.:|'\"]*{_NUMBER}[\s.:|!'\"]*$")
_OPENING = re.compile(rf"^{_NUMBER}\s*[:|]\s*[A-Z]{{3,}}")
_GLUED = re.compile(r"(?<![A-Z0-9])(?P<before>[A-Z']{3,})[.:!?\"'-]?(?P<number>[2-9]|II|III)(?=\W*$)")
_ENDS_IN_II = frozenset({"HAWA", "TOR", "RAD", "GEN", "SHI", "WAWA"})
# Letters of a title are at least so tall against the tallest line; below that a number is small print's.
_PROMINENT = 0.35
_SURE = 0.8
# A figure on its own, and strokes glued to a word, must be read more surely: ornaments and worn letters ("WATLII") were
# read as one with up to .86 on 397 official posters, drawn figures are read with .95 and more.
_SURE_ALONE = 0.9


def find_sequel_number(line: LineInContext) -> Iterator[Found]:
    """The number behind the words of a tall line, or one that fills a line beside other tall ones."""
    if line.small_print or line.prominence < _PROMINENT or line.line.score < _SURE or _OTHER_FILM.search(line.folded):
        return
    own = _OWN_LINE.search(line.folded)
    sure = line.line.score >= _SURE_ALONE
    if own is not None:
        if not line.alone and own["number"] not in INITIALS and (sure or not own["number"].isdecimal()):
            yield _found(own)
        return
    for pattern in (_BEHIND_WORDS, _OPENING, _GLUED):
        for match in pattern.finditer(line.folded):
            glued_strokes = pattern is _GLUED and not match["number"].isdecimal()
            if _is_sequel(match) and (sure or not glued_strokes):
                yield _found(match)
                return


def counts_something(before: str, behind: str) -> bool:
    """Whether a number between these two texts, as folded, counts something: TOP 10, 2 AM, ONLY 2 LEFT."""
    last, first = re.search(r"([A-Z']+)\W*$", before), re.match(r"\W*([A-Z]+)", behind)
    return bool((last and last[1] in _COUNTING) or (first and first[1] in _COUNTED))


def _is_sequel(match: re.Match[str]) -> bool:
    before = match.groupdict().get("before")
    if before is None:
        return match["number"] not in INITIALS
    word = re.sub(r"[^A-Z']", "", before)
    if match["number"] in INITIALS and (word in _NAMED_BY_INITIAL or len(word) < 3):
        return False
    if match.re is _GLUED and match["number"].startswith("I") and word in _ENDS_IN_II:
        return False
    return word not in _GOES_WITH_NUMBERS


def _found(match: re.Match[str]) -> Found:
    return Found(ClaimKind.SEQUEL, match.start("number"), match.end("number"), number_of(match["number"]))
