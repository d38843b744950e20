"""How far the words of a changed place move the chances of what it holds.

What each sign adds to what shape and look say was fitted by benchmarks/fit_word_signs.py on attacked posters; the
factors stand in word_signs.json beside this module, with date, data and seed. Of the signs in JUDGED too few places
were seen then; they stand here, each with what is known of it.
"""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from app.evidence.words.said_likelihood import said_log_odds
from app.evidence.words.word_signs import WordSign, new_words, sign_of
from app.model.comparison import ChangedRegion, RegionChances
from app.model.title import ReadPlace
from app.model.words import ChangedWords
from app.text.folding import key

SIGNS_PATH = Path(__file__).with_name("word_signs.json")
# Posters are set in capitals, like titles and in sentences; what people and apps write over them, once remarks, counts
# and accounts are told apart, are odd words, and letters where none are. By so much words in capitals or with large
# first letters, so many words, three capitals, all other words, and fewer letters make lettering of a poster likelier
# than their sign says, from so many letters on, of which so many are large. Each is between two: what fits best what
# the region models make of the place where they learnt from the attacks (1,005 places with words added) and where they
# did not (130, of five more hands): 2.8 and 20 for one word in capitals, 3.5 and 9 for two, 11 and 14 for three, 4 and
# 18 for two like a title, 1.9 and 3.5 for sentences, 1.6 and 2 for three capitals, .6 and 2 for odd words, .3 and 1.5
# for fewer letters; all times 1.4, what the sign says (28 tuning posters, seed 31, 2026-11-27).
_LIKE_A_TITLE, _IN_A_SENTENCE, _THREE_CAPITALS, _ODD_WORDS, _ODD = 4.5, 1.6, 1.3, 0.5, 0.3
_FEWEST_TO_TELL, _LARGE, _SENTENCE = 4, 0.8, 3
_THREE = re.compile(r"[A-Z]{3}")
_SET = frozenset({WordSign.ADDED, WordSign.REPLACED})
# Counted are 2,645 places of 40 tuning posters under what lays something over them or letters them, by any set and in
# chains (2026-11-27, seed 9): 1,724 laid over harmless pictures, 869 lettering, the rest pictures. By sign: networks 0
# and 80, spelled 0 and 75, named 0 and 48, dates 2 and 69, hints 4 and 46, numbers 3 and 32, numbers alone 5 and 94,
# chat 129 and 1, spoken 34 and 0, accounts 403 and 2, initials 3 and 3, remarks 62 and 3.
# Since remarks, counts, names and covered titles are signs of their own, what is left of the fitted signs is laid over
# a poster so many times less often than was fitted: of 3,254 tuning pictures (2026-11-26) 5 of 46 places replaced, 11
# of 91 garbled and 55 of 254 added were; of dates and numbers as was counted.
_LEFT_OVER: Final = {
    WordSign.REPLACED: 0.5,
    WordSign.GARBLED: 0.65,
    WordSign.ADDED: 0.8,
    WordSign.DATE: 0.2,
    WordSign.NUMBER: 0.8,
}
# A translation is what the catalogue knows two names for; nobody has counted it, so this is judgement: nobody who
# edits a poster sets its title in another language.
_TRANSLATED = RegionChances(overlay=0.0005, text=0.0005, picture=0.0005, variant=1.0)
# The title itself, gone on: judgement too. A remark laid over a poster may say as much, and claims it as well.
_CONTINUED = RegionChances(overlay=0.002, text=1.0, picture=0.002, variant=0.01)
# The title itself where it was not read before. Of 3,966 places of tuning posters (2026-11-26, 36 posters under an
# eighth of all attacks, and 63 pairs of versions) so many of each kind show that: .1, .4, .6 and 20 of a hundred.
_RETITLED = RegionChances(overlay=0.005, text=0.02, picture=0.03, variant=1.0)
# A figure and nothing else, as large as a title's and surely read; of 535 places that lay over harmless pictures one
# was read so (an arrow drawn by hand), of 1,429 of edits 46 (tuning posters under all sets of attacks, 2026-11-27). On
# a plate it looks like a sticker to the region models, so that its share among all edits' places would say too little.
_NUMBER_ALONE = RegionChances(overlay=0.005, text=1.0, picture=0.24, variant=0.31)
# "PART TWO", "SEASON 3": buttons and ornaments are read as a figure, hardly as these. Judgement, as too few were seen
# apart from figures; as was counted since.
_SPELLED = RegionChances(overlay=0.008, text=1.0, picture=0.15, variant=0.3)
# And "S2", "PART 3" or "2027" where nothing else is said, be it on a badge: judgement, as nobody lays just that over a
# poster to pass it on, and the region models are very sure that what stands on a plate is a sticker.
_CLAIMED_ALONE = RegionChances(overlay=0.0015, text=1.0, picture=0.15, variant=0.3)
# A network's or studio's name that was not there before: on 468 tuning posters under all sets of attacks (2026-11-26,
# 3,254 pictures) 67 times lettering or a logo, and never what an app or a person lays over a poster.
_NETWORK = RegionChances(overlay=0.008, text=1.0, picture=0.2, variant=0.25)
# Where it is shown, in so many words; by the same pictures, less often laid over a poster than a name alone. Judgement,
# as too few were seen to count them.
_ANNOUNCED = RegionChances(overlay=0.003, text=1.0, picture=0.2, variant=0.25)
# Half of a claim: 52 and 2 of the same pictures, and as was counted.
_HINT = RegionChances(overlay=0.06, text=1.0, picture=0.4, variant=0.5)
# The title lies under other words, or was taken away for them: 27 and none of the same pictures. Another version
# may do that with a name of its own.
_UNTITLED = RegionChances(overlay=0.06, text=1.0, picture=0.4, variant=1.0)
# The title of other artwork. Judgement: nobody lays another film's name, and nothing else, over a poster to pass it on;
# a library may hold one film under its names in two languages.
_ANOTHER_TITLE = RegionChances(overlay=0.03, text=1.0, picture=0.2, variant=0.6)
# Praise in quotation marks. Judgement: of the sets none but two quotes, and those that write captions rarely do.
_QUOTED = RegionChances(overlay=0.2, text=1.0, picture=0.4, variant=0.8)
# What people say of films to each other, in so many words; fitted as a remark, of which questions and sentences in
# small letters are most.
_CHAT = RegionChances(overlay=1.0, text=0.01, picture=0.15, variant=0.15)
# Names of persons: 38 and none of the same pictures, and as was counted.
_NAMED = RegionChances(overlay=0.05, text=1.0, picture=0.4, variant=0.8)
# Two capitals that came, and are no Roman figure: of 2,383 places of all sets but the last (tuning posters, 2026-11-27)
# four, all of them lettering or logos; six more of the last set, which told of them. Bits of marks are read so, too: as
# was counted.
_INITIALS = RegionChances(overlay=0.15, text=1.0, picture=0.4, variant=0.8)
# What a poster says of the film's story. Of 98 taglines by all sets and ten more hands 79 are told so, of 354 remarks
# none. Judgement, as anybody may say so of a film.
_TAGLINE = RegionChances(overlay=0.1, text=1.0, picture=0.3, variant=0.8)
# Taglines are spoken so in one of ten, subtitles in four; of the same pictures none and 16 places.
_SPOKEN = RegionChances(overlay=1.0, text=0.15, picture=0.2, variant=0.2)
# Who directed, where nothing of it was read before: no app prints that over a poster, but small print of a poor copy in
# the library may have been there unread. Judgement too.
_CREDITED = RegionChances(overlay=0.08, text=1.0, picture=0.4, variant=0.8)
# Whether words are said or lettered (see said_likelihood) counts so much beside all that, and no more log-odds than
# these, from as many letters on as tell how words are set; not for signs that say whose words they are, or that they
# are figures. Of 455 places of four hands that the model has not learnt from, tuning posters, the Brier score of a
# claim falls from .035 to .020, and none is surely wrong of three; with .5 and 1 it is .022 and .020 (2026-11-28,
# seed 77).
_HEARD, _MOST_HEARD = 0.7, 3.0
_TELLING = frozenset(
    {
        *(WordSign.ADDED, WordSign.REPLACED, WordSign.GARBLED, WordSign.REMARK, WordSign.SPOKEN, WordSign.CHAT),
        *(WordSign.HINT, WordSign.DATE, WordSign.NAMED, WordSign.TAGLINE, WordSign.QUOTED, WordSign.NETWORK),
        *(WordSign.ANNOUNCED, WordSign.ANOTHER_TITLE, WordSign.CREDITED, WordSign.UNTITLED),
    }
)
# A recognised sign is read as so many letters at most.
_MISREAD = 2
JUDGED: Final = {
    WordSign.TRANSLATED: _TRANSLATED,
    WordSign.CONTINUED: _CONTINUED,
    WordSign.RETITLED: _RETITLED,
    WordSign.ANNOUNCED: _ANNOUNCED,
    WordSign.NUMBER_ALONE: _NUMBER_ALONE,
    WordSign.CLAIMED_ALONE: _CLAIMED_ALONE,
    WordSign.SPELLED: _SPELLED,
    WordSign.NETWORK: _NETWORK,
    WordSign.CREDITED: _CREDITED,
    WordSign.ANOTHER_TITLE: _ANOTHER_TITLE,
    WordSign.UNTITLED: _UNTITLED,
    WordSign.HINT: _HINT,
    WordSign.QUOTED: _QUOTED,
    WordSign.CHAT: _CHAT,
    WordSign.NAMED: _NAMED,
    WordSign.TAGLINE: _TAGLINE,
    WordSign.INITIALS: _INITIALS,
    WordSign.SPOKEN: _SPOKEN,
}


def with_words(region: ChangedRegion, read: ReadPlace) -> ChangedRegion:
    """The region, with its words and with chances that take them into account."""
    sign = WordSign.NONE if _is_the_pictogram(region, read) else sign_of(read, region.shape.hue_x, region.shape.height)
    factor, case = _factors()[sign], _case(read.words) if sign in _SET else 1.0
    said = _lettered(read.words) if sign in _TELLING else 1.0
    counted = RegionChances(
        overlay=factor.overlay * _LEFT_OVER.get(sign, 1.0),
        text=factor.text * case * said,
        picture=factor.picture,
        variant=factor.variant * said,
    )
    return replace(region, chances=region.chances.given(counted), read=read)


def _is_the_pictogram(region: ChangedRegion, read: ReadPlace) -> bool:
    """Whether what was read is the sign that was recognised there: a pointer is read as "4", a heart as "V"."""
    return region.pictogram is not None and len(key(new_words(read.words))) <= _MISREAD


def _lettered(words: ChangedWords) -> float:
    """By how much new words are likelier a poster's lettering for what they say."""
    new = new_words(words)
    if not words.change.came or sum(map(str.isalpha, new)) < _FEWEST_TO_TELL:
        return 1.0
    return math.exp(-_HEARD * min(_MOST_HEARD, max(-_MOST_HEARD, said_log_odds(new))))


def _case(words: ChangedWords) -> float:
    """By how much new words are likelier a poster's lettering for how they are written."""
    new = new_words(words)
    letters = [letter for letter in new if letter.isalpha()]
    if len(letters) < _FEWEST_TO_TELL:
        if _THREE.fullmatch(new):
            return _THREE_CAPITALS
        # "2.0" is set like a number.
        return 1.0 if new.isascii() and any(map(str.isdigit, new)) else _ODD
    starts = [word[0] for word in new.split() if word[0].isalpha()]
    large_starts = len(starts) > 1 and all(map(str.isupper, starts))
    if large_starts or sum(map(str.isupper, letters)) >= _LARGE * len(letters):
        return _LIKE_A_TITLE
    return _IN_A_SENTENCE if len(new.split()) >= _SENTENCE else _ODD_WORDS


def parse_signs(stored: Mapping[str, Mapping[str, list[float]]]) -> dict[WordSign, RegionChances]:
    """By how much each sign makes each kind of place likelier. Raises KeyError for a sign that is missing."""
    fitted = (sign for sign in WordSign if sign not in JUDGED)
    return {sign: RegionChances(*stored["factors"][sign.value]) for sign in fitted} | JUDGED


@cache
def _factors() -> dict[WordSign, RegionChances]:
    return parse_signs(json.loads(SIGNS_PATH.read_text(encoding="utf-8")))
