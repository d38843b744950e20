"""Whether words are a known title, or that title gone on: its own name with a number that it does not have."""

import re
from typing import Final

from rapidfuzz import fuzz

from app.model.words import ChangedWords, ClaimKind
from app.text.folding import fold, key
from app.text.numbers import number_of

_NUMBERED: Final = frozenset({ClaimKind.SEQUEL, ClaimKind.SEASON})
_YEAR = re.compile(r"\(\d{4}\)\s*$")
# Shorter names stand in other words by chance; so alike (rapidfuzz partial ratio, 0..100) a name has been read.
_FEWEST_LETTERS, _ALIKE = 4, 85.0
# Words less like the title (the same ratio) are none of its own.
_UNLIKE = 60.0


def is_of_title(text: str, title: str) -> bool:
    """Whether the words are nothing but the title, or a good part of it; a poster always holds that."""
    words, name = key(text), key(_YEAR.sub("", title))
    return (
        min(len(words), len(name)) >= _FEWEST_LETTERS
        and fuzz.partial_ratio(words, name) >= _ALIKE
        and (len(words) <= len(name) + 1)
    )


def sets_title_anew(words: ChangedWords, title: str) -> bool:
    """Whether the words now are nothing but the title, where other words or none were read before.

    words, title: as in `continues_title`. A number that is no part of the title is something new, and so is any other
    claim.
    """
    own = _numbers(_YEAR.sub("", title))
    return (
        is_of_title(words.after, title)
        and not is_of_title(words.before, title)
        and all(claim.kind in _NUMBERED and claim.number in own for claim in words.added)
    )


def replaces_title(words: ChangedWords, title: str) -> bool:
    """Whether the title stood there, all of it or nothing but a good part, and nothing like it does now.

    words, title: as in `continues_title`; the title of a reference without one is its largest lettering.
    """
    title = title or words.large
    name, before, after = key(_YEAR.sub("", title)), key(words.before), key(words.after)
    if len(name) < _FEWEST_LETTERS or not after or fuzz.partial_ratio(name, after) >= _UNLIKE:
        return False
    whole = len(before) >= len(name) and fuzz.partial_ratio(name, before) >= _ALIKE
    return whole or is_of_title(words.before, title)


def continues_title(words: ChangedWords, title: str) -> bool:
    """words: of one changed place. title: of the reference, maybe with its year in brackets."""
    name = _YEAR.sub("", title)
    own = _numbers(name)
    new = {claim.number for claim in words.added if claim.kind in _NUMBERED}
    return (
        bool(new - own)
        and len(key(name)) >= _FEWEST_LETTERS
        and fuzz.partial_ratio(key(name), key(words.after)) >= _ALIKE
    )


def _numbers(name: str) -> set[int | None]:
    return {number_of(token) for token in re.findall(r"\w+", fold(name))}
