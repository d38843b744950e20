"""Sequels in words: PART TWO, CHAPTER 3, VOL. 2, THE SEQUEL, RETURNS, and the same in other languages."""

import re
from collections.abc import Iterator

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext
from app.text.numbers import NUMBER, WORDS, number_of

_NOUN = (
    r"(?:PART|CHAPTER|VOLUME|VOL\.?|EPISODE|PARTIE|CHAPITRE|TOME|TEIL|KAPITEL|PARTE|CAPITULO|CAPITOLO|VOLUMEN|EPISODIO"
    r"|DEEL|CZESC|BOLUM)"
)
_ORDINAL = rf"(?:{'|'.join(word for word in WORDS if len(word) > 4)})"
_BEFORE, _AFTER = r"(?<![A-Z0-9])", r"(?=\s*(?:$|[^A-Z0-9\s%°/']))"
# "PART" as readers have it when its last letter is worn, or the space behind it is taken for one.
_WORN_PART = r"PAR[TIFL1]?[IO0|.'\"]?"
_SPELLED = rf"(?:{'|'.join(sorted((word for word in WORDS if len(word) > 2), key=len, reverse=True))})"
# What stands behind the mark ends the line, or is set apart: "PART 2 OF A TRUE STORY" is a sentence.
_NUMBERED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEFORE}{_WORN_PART}\s*(?P<number>{_SPELLED}){_AFTER}",
        rf"{_BEFORE}{_NOUN}\s*(?P<number>{NUMBER}){_AFTER}",
        rf"{_BEFORE}(?:DER\s*|THE\s*|LA\s*|A\s*)?(?P<number>{_ORDINAL})\s*"
        rf"(?:PART|CHAPTER|PARTIE|TEIL|KAPITEL|PARTE){_AFTER}",
        r"第(?P<number>\d{1,2}|[一二三四五六七八九十])(?:部|章|作|弾|彈)",
    )
)
_PLAIN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEFORE}THE\s*SEQUEL",
        rf"{_BEFORE}SEQUEL{_AFTER}",
        rf"{_BEFORE}(?:SEQUEL|PREQUEL|REMAKE|REBOOT)\s*(?:IS\s*)?(?:CONFIRMED|ANNOUNCED|COMING|OFFICIAL|HAPPENING)",
        rf"{_BEFORE}THE\s*(?:FINAL|LAST|NEXT)\s*CHAPTER\W*$",
        r"续集|續集|続編",
    )
)
# Words that could be any line's: they claim something only as a line of their own, or at the end of a tall one.
_OWN_LINE = re.compile(
    r"^\W*(?:RETURNS|RELOADED|(?:THE\s*)?NEXT\s*GENERATION|A\s*NEW\s*BEGINNING"
    r"|(?:THE\s*)?SAGA\s*CONTINUES|EL\s*REGRESO|LE\s*RETOUR|IL\s*RITORNO|O\s*RETORNO|DIE\s*FORTSETZUNG|LA\s*SUITE"
    r"|LA\s*SECUELA|A\s*SEQUENCIA|IL\s*SEGUITO"
    r"|(?:THE\s*|AN?\s*|OFFICIAL\s*|ALL[\s-]*NEW\s*)*(?:PREQUEL|REMAKE|REBOOT|SPIN[\s-]*OFF)"
    r"|(?:THE\s*|A\s*)?LIVE[\s-]*ACTION(?:\s*(?:REMAKE|REBOOT|MOVIE|FILM|SERIES))?)\W*$"
)
_AT_THE_END = re.compile(r"(?<=\w )(?:RETURNS|RELOADED)\W*$")
_TALL = 0.6
# "TILL DEBT DO THEM PART!" counts nothing.
_STROKES = frozenset({"!", "|"})
_MOST = 20


def find_sequel_words(line: LineInContext) -> Iterator[Found]:
    """The first sequel mark in words in the line."""
    if line.small_print:
        return
    for pattern in _NUMBERED:
        match = pattern.search(line.folded)
        number = number_of(match["number"]) if match else None
        if match is not None and number is not None and 1 <= number <= _MOST and match["number"] not in _STROKES:
            yield Found(ClaimKind.SEQUEL, match.start(), match.end(), number)
            return
    tall = (_AT_THE_END,) if line.prominence >= _TALL else ()
    for pattern in (*_PLAIN, _OWN_LINE, *tall):
        match = pattern.search(line.folded)
        if match is not None:
            yield Found(ClaimKind.SEQUEL, match.start(), match.end())
            return
