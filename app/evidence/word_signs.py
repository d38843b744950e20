"""What the words of a changed place say about what the place holds: a claim, an account's name, a translation.

What each sign adds to what shape and look say was fitted by benchmarks/fit_word_signs.py on attacked posters; the
factors stand in word_signs.json beside this module, with date, data and seed.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz

from app.evidence.laid_over_words import is_badge, is_laid_over
from app.evidence.personal_names import is_of_names
from app.evidence.remarks import is_idiom, is_remark, is_spoken
from app.model.comparison import ChangedRegion, RegionChances
from app.model.title import ReadPlace
from app.model.words import ChangedWords, ClaimKind, WordsChange
from app.text.folding import key

SIGNS_PATH = Path(__file__).with_name("word_signs.json")


class WordSign(StrEnum):
    """The most telling thing about the words of a place, most telling first."""

    TRANSLATED = "translated"
    CONTINUED = "continued"
    RETITLED = "retitled"
    ACCOUNT = "account"
    SPELLED = "spelled"
    NUMBER = "number"
    DATE = "date"
    NETWORK = "network"
    CREDITED = "credited"
    UNTITLED = "untitled"
    HINT = "hint"
    NAMED = "named"
    FIGURE = "figure"
    SAME = "same"
    REPLACED = "replaced"
    GARBLED = "garbled"
    REMOVED = "removed"
    REMARK = "remark"
    SPOKEN = "spoken"
    ADDED = "added"
    NONE = "none"


_NUMBERED: Final = frozenset({ClaimKind.SEQUEL, ClaimKind.SEASON})
_DATED: Final = frozenset({ClaimKind.DATE, ClaimKind.TEASER})
# Half of a claim, where the rest of it could not be read.
_HINTS = re.compile(
    r"season|chapter|sequel|\bpart\b|\bvol\b|volume|netflix|coming|original|premiere|saison|staffel"
    r"|\bprime\b|\bvideo\b|\bhulu\b|\bdisney|\bhbo\b|\bmax\b|\bparamount|\bpeacock\b|\bapple\b"
    r"|cinemas?\b|theat(?:er|re)s\b|\bimax\b|streaming|\bonly ?on\b|\bS\d{1,2}(?!\d)"
    r"|\buniversal\b|\bwarner\b|\bcolumbia\b|\bmiramax\b|\w{3,}\W+(?:studios|pictures|films|productions|entertainment)\b"
    r"|\b(?:book|act) ?(?:two|three|ii+|[23])\b"
    r"|this ?(?:spring|summer|fall|autumn|winter|christmas|halloween|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|\breturns?\b|\brevenge\b|resurrect|\brebor[nt]|\brebirth\b|\breboot",
    re.I,
)
# A number alone, read too unsurely to be a claim: pause buttons look like it too.
_FIGURE = re.compile(r"(?:[2-9]|1[01]|I{2,3}|IV|VI{0,3})", re.I)
# Fewer letters say little; words this alike (rapidfuzz ratio, 0..100) are the same, misread: two titles score under.
_FEW_LETTERS, _STILL_ALIKE = 5, 45.0
# Netflix signs with a red N; its colour on the circle of hues.
_SYMBOL, _SYMBOL_RED = "N", 0.3
# Posters are set in capitals and in sentences; what people and apps write over them, once remarks, counts and accounts
# are told apart, are odd words, and letters where none are. By so much words in capitals, so many words, and all others
# make lettering of a poster likelier than their sign says, from so many letters on, of which so many are large. Of 359
# places with words added or replaced (2026-11-26, 3,254 tuning pictures under all sets of attacks, overlays counting as
# much as lettering) the three ask for 1.9, 1.4 and .2, held towards 1.
_IN_CAPITALS, _IN_A_SENTENCE, _ODD = 1.5, 1.2, 0.35
_FEWEST_TO_TELL, _LARGE, _SENTENCE = 4, 0.8, 3
_SET = frozenset({WordSign.ADDED, WordSign.REPLACED})
_CAME: Final = frozenset({WordsChange.ADDED, WordsChange.REPLACED})
# A translation is what the catalogue knows two names for; nobody has counted it, so this is judgement: nobody who
# edits a poster sets its title in another language.
_TRANSLATED = RegionChances(overlay=0.0005, text=0.0005, picture=0.0005, variant=1.0)
# The title itself, gone on: judgement too. A remark laid over a poster may say as much, and claims it as well.
_CONTINUED = RegionChances(overlay=0.002, text=1.0, picture=0.002, variant=0.01)
# The title itself where it was not read before. Of 3,966 places of tuning posters (2026-11-26, 36 posters under an
# eighth of all attacks, and 63 pairs of versions) so many of each kind show that: .1, .4, .6 and 20 of a hundred.
_RETITLED = RegionChances(overlay=0.005, text=0.02, picture=0.03, variant=1.0)
# "PART TWO", "SEASON 3": buttons and ornaments are read as a figure, hardly as these. Judgement, as too few were seen
# apart from figures.
_SPELLED = RegionChances(overlay=0.03, text=1.0, picture=0.15, variant=0.3)
# A network's or studio's name that was not there before: on 468 tuning posters under all sets of attacks (2026-11-26,
# 3,254 pictures) 67 times lettering or a logo, and never what an app or a person lays over a poster.
_NETWORK = RegionChances(overlay=0.02, text=1.0, picture=0.2, variant=0.25)
# Half of a claim: 52 and 2 of the same pictures.
_HINT = RegionChances(overlay=0.15, text=1.0, picture=0.4, variant=0.5)
# The title lies under other words, or was taken away for them: 27 and none of the same pictures. Another version
# may do that with a name of its own.
_UNTITLED = RegionChances(overlay=0.12, text=1.0, picture=0.4, variant=1.0)
# Names of persons: 38 and none of the same pictures.
_NAMED = RegionChances(overlay=0.25, text=1.0, picture=0.4, variant=0.8)
# Taglines are spoken so in one of ten, subtitles in four; of the same pictures none and 16 places.
_SPOKEN = RegionChances(overlay=1.0, text=0.25, picture=0.3, variant=0.3)
# Who directed, where nothing of it was read before: no app prints that over a poster, but small print of a poor copy in
# the library may have been there unread. Judgement too.
_CREDITED = RegionChances(overlay=0.2, text=1.0, picture=0.4, variant=0.8)
JUDGED: Final = {
    WordSign.TRANSLATED: _TRANSLATED,
    WordSign.CONTINUED: _CONTINUED,
    WordSign.RETITLED: _RETITLED,
    WordSign.SPELLED: _SPELLED,
    WordSign.NETWORK: _NETWORK,
    WordSign.CREDITED: _CREDITED,
    WordSign.UNTITLED: _UNTITLED,
    WordSign.HINT: _HINT,
    WordSign.NAMED: _NAMED,
    WordSign.SPOKEN: _SPOKEN,
}


def sign_of(read: ReadPlace, redness: float = 0.0) -> WordSign:
    """What the words of one place are, above all. redness: `hue_x` of the place's shape."""
    if read.languages is not None:
        return WordSign.TRANSLATED
    if read.continues:
        return WordSign.CONTINUED
    if read.retitled:
        return WordSign.RETITLED
    words = read.words
    new = _new_words(words)
    kinds = {claim.kind for claim in words.added}
    named = ClaimKind.HANDLE in kinds and not kinds & (_NUMBERED | _DATED)
    if is_laid_over(new) or is_badge(words.after) or named:
        return WordSign.ACCOUNT
    if kinds & _NUMBERED:
        return WordSign.SPELLED if _is_spelled(words) and not is_remark(new) else WordSign.NUMBER
    if kinds & _DATED:
        return WordSign.DATE
    if ClaimKind.NETWORK in kinds or (_SYMBOL in new.split() and redness >= _SYMBOL_RED):
        return WordSign.NETWORK
    if ClaimKind.CREDITS in kinds and not words.before:
        return WordSign.CREDITED
    if words.change in _CAME and is_idiom(new):
        return WordSign.REMARK
    if words.change in _CAME and is_spoken(new):
        return WordSign.SPOKEN
    if read.untitled:
        return WordSign.REMARK if is_remark(new) else WordSign.UNTITLED
    if _HINTS.search(new):
        return WordSign.HINT
    if words.change in _CAME and is_of_names(new):
        return WordSign.NAMED
    if _FIGURE.fullmatch(new):
        return WordSign.FIGURE
    # Buttons and stickers are read as a letter or a sign of another script.
    if words.change is WordsChange.ADDED and len(new) == 1:
        return WordSign.NONE
    return _by_change(words, new)


def with_words(region: ChangedRegion, read: ReadPlace) -> ChangedRegion:
    """The region, with its words and with chances that take them into account."""
    before, sign = region.chances, sign_of(read, region.shape.hue_x)
    factor, case = _factors()[sign], _case(read.words) if sign in _SET else 1.0
    overlay, text = before.overlay * factor.overlay, before.text * factor.text * case
    picture, variant = before.picture * factor.picture, before.variant * factor.variant
    total = max(1e-9, overlay + text + picture + variant)
    after = RegionChances(overlay / total, text / total, picture / total, variant / total)
    return replace(region, chances=after, read=read)


def _case(words: ChangedWords) -> float:
    """By how much new words are likelier a poster's lettering for how they are written."""
    new = _new_words(words)
    letters = [letter for letter in new if letter.isalpha()]
    if len(letters) < _FEWEST_TO_TELL:
        # "2.0" is set like a number.
        return 1.0 if new.isascii() and any(map(str.isdigit, new)) else _ODD
    if sum(map(str.isupper, letters)) >= _LARGE * len(letters):
        return _IN_CAPITALS
    return _IN_A_SENTENCE if len(new.split()) >= _SENTENCE else _ODD


def _by_change(words: ChangedWords, new: str) -> WordSign:
    match words.change:
        case WordsChange.NONE_READ:
            return WordSign.NONE
        case WordsChange.SAME:
            return WordSign.SAME
        case WordsChange.REMOVED:
            return WordSign.REMOVED
        case WordsChange.REPLACED:
            return WordSign.GARBLED if _is_garbled(words) else WordSign.REPLACED
        case WordsChange.ADDED:
            return WordSign.REMARK if is_remark(new) else WordSign.ADDED


def _is_spelled(words: ChangedWords) -> bool:
    """Whether a claim of a sequel or season is made in words, and not by a figure alone."""
    letters = (sum(map(str.isalpha, claim.text)) for claim in words.added if claim.kind in _NUMBERED)
    return any(count >= _FEW_LETTERS for count in letters)


def _is_garbled(words: ChangedWords) -> bool:
    """Whether the words are still those that were there, as when a sticker lies on some of them, or hardly any."""
    before, after = (re.sub(r"\W", "", text.casefold()) for text in (words.before, words.after))
    return min(len(before), len(after)) < _FEW_LETTERS or fuzz.ratio(before, after) >= _STILL_ALIKE


def _new_words(words: ChangedWords) -> str:
    """What is there now, without the words that were there before; those may have been read as one."""
    known, letters = words.before.casefold().split(), key(words.before)
    return " ".join(
        word
        for word in words.after.split()
        if word.casefold() not in known and not (len(key(word)) >= _FEW_LETTERS and key(word) in letters)
    )


def parse_signs(stored: Mapping[str, Mapping[str, list[float]]]) -> dict[WordSign, RegionChances]:
    """By how much each sign makes each kind of place likelier. Raises KeyError for a sign that is missing."""
    fitted = (sign for sign in WordSign if sign not in JUDGED)
    return {sign: RegionChances(*stored["factors"][sign.value]) for sign in fitted} | JUDGED


@cache
def _factors() -> dict[WordSign, RegionChances]:
    return parse_signs(json.loads(SIGNS_PATH.read_text(encoding="utf-8")))
