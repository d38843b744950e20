"""The ways in which words read from a poster may be meant, likeliest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.catalogue.clean import EARLIEST_YEAR, LATEST_YEAR
from app.catalogue.fold import compact
from app.catalogue.likeness import is_mistakable
from app.catalogue.name_keys import spellings
from app.catalogue.number_words import ENGLISH, MARKS, MISREAD_ROMAN, ROMAN, Mark
from app.catalogue.tokens import Token, join, number_sign, tokenise

# Longer texts are no titles; what follows is left out.
LONGEST_TEXT = 400
# A word that swallowed the number behind it ("HEARTSTWO") has at least so many letters before it.
_LEAST_HEAD = 3
# "12.25", "3/16/12"; no version ("2.0").
_DATE = re.compile(r"(?<![\d.])\d{1,2}[./]0?[1-9]\d?(?:[./]\d{2,4})?(?![\d.])")
_LONGEST_NUMBER_WORD = max(map(len, ENGLISH))
_TAILS = {word: number for word, number in (ENGLISH | ROMAN).items() if len(word) > 1}
_TAIL = re.compile(f"(.{{{_LEAST_HEAD},}}?)({'|'.join(sorted(MARKS, key=len, reverse=True))})?({'|'.join(_TAILS)})")
_GLUED_MARK = re.compile(f"(.{{{_LEAST_HEAD},}}?)(part|volume|vol|chapter|season|episode|teil|staffel|partie|parte)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a title. raw: the letters without spaces. year: written behind it.

    guessed: letters were taken for others, so that it proves something only where it names a known title exactly.
    """

    tokens: tuple[Token, ...]
    raw: str
    year: int | None = None
    guessed: bool = False

    @property
    def whole(self) -> str:
        """The title as one string."""
        return join(self.tokens)


def readings_of(text: str) -> list[Reading]:
    """As it stands; without a date in it or the year at its end; then the guesses.

    Empty when there is nothing to read.
    """
    text = text[:LONGEST_TEXT]
    tokens = tokenise(text)
    if not tokens:
        return []
    found = [Reading(tokens, compact(text))]
    undated = tokenise(_DATE.sub(" ", text))
    if undated:
        found.append(Reading(undated, join(undated)))
    last = tokens[-1]
    if len(tokens) > 1 and last.number is not None and last.mark is None and is_year(last.number):
        found.append(Reading(tokens[:-1], join(tokens[:-1]), last.number))
    guesses = (
        *_plain_sequel(tokens),
        *_misread_romans(tokens),
        *_swallowed_numbers(tokens),
        *map(tokenise, spellings(text)),
        *_misread_words(tokens),
    )
    found += [Reading(guess, join(guess), guessed=True) for guess in guesses if guess]
    return list({(reading.whole, reading.year): reading for reading in reversed(found)}.values())[::-1]


def is_year(number: int) -> bool:
    """Whether a number behind a title can be a year."""
    return EARLIEST_YEAR <= number <= LATEST_YEAR


def _plain_sequel(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """ "PURPLE HEARTS: THE SEQUEL" says no more of itself; the first one that there can be is the second part."""
    if tokens[-1].text == "sequel":
        end = -2 if len(tokens) > 1 and tokens[-2].text == "the" else -1
        yield (*tokens[:end], _number(2, Mark.PART, tokens[-1].segment))


def _misread_romans(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """ "SAW ll" and "SAW 11" for "SAW II"."""
    last = tokens[-1]
    word = str(last.number) if last.number is not None else last.text
    if len(tokens) > 1 and word in MISREAD_ROMAN:
        yield (*tokens[:-1], _number(MISREAD_ROMAN[word], last.mark, last.segment))


def _misread_words(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """ "ELGHT" for "EIGHT"."""
    for i, token in enumerate(tokens):
        if token.number is None and _LEAST_HEAD <= len(token.text) <= _LONGEST_NUMBER_WORD:
            for word, number in ENGLISH.items():
                if len(word) == len(token.text) and is_mistakable(token.text, word):
                    yield (*tokens[:i], _number(number, None, token.segment), *tokens[i + 1 :])


def _swallowed_numbers(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """ "HEARTSTWO", "HEARTSPART 2", "KILLBILLVOL2": spaces are lost."""
    last = tokens[-1]
    if last.number is None:
        found = _TAIL.fullmatch(last.text)
        if found:
            head, mark, tail = found.groups()
            number = _number(_TAILS[tail], MARKS.get(mark or ""), last.segment)
            yield (*tokens[:-1], Token(head, segment=last.segment), number)
    elif len(tokens) > 1 and last.mark is None:
        glued = _GLUED_MARK.fullmatch(tokens[-2].text)
        if glued:
            head, mark = glued.groups()
            yield (*tokens[:-2], Token(head, segment=last.segment), _number(last.number, MARKS[mark], last.segment))


def _number(number: int, mark: Mark | None, segment: int) -> Token:
    return Token(number_sign(number), number, mark, segment)
