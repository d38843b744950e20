"""Cuts a title into words and numbers, so that *Part Two*, *II* and *2* are one number and *13th* stays a word.

A number is written as one sign of a private alphabet: likeness of letters never blurs two numbers, and comparing
titles means comparing strings.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.catalogue.fold import fold, split_segments
from app.catalogue.number_words import (
    AFTER_A_MARK,
    CHINESE,
    COUNTED,
    ENGLISH,
    MARKS,
    ORDINALS,
    ROMAN,
    Mark,
)

# Plane 15 is for private use: no title has its signs, and `fold` lets none through.
_FIRST_SIGN, _MOST = 0xF0000, 65_000
_NUMBER_SIGNS = re.compile(f"[{chr(_FIRST_SIGN)}-{chr(_FIRST_SIGN + _MOST)}]|\\d+")
_RUNS = re.compile(r"\d+|\D+")
_COUNTED = re.compile(rf"第\s*(\d+|[{''.join(CHINESE)}]{{1,3}})\s*([{''.join(COUNTED)}])")
# "2.0" is a way to write 2.
_VERSION = re.compile(r"(?<![\d.])(\d{1,2})\.0(?![\d.])")
_SEASON_SHORT = re.compile(r"s(\d{1,2})(?:e\d+)?")
_ORDINAL_TAILS = frozenset({"st", "nd", "rd", "th"})
# So many letters beside digits make a word of its own with a number glued on; fewer belong together ("CB4", "3D").
_LETTERS_OF_A_WORD = 3
# No title has more words; what follows is left out.
MOST_TOKENS = 40


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a number with its mark. text: folded, numbers as private signs. segment: which part of the title."""

    text: str
    number: int | None = None
    mark: Mark | None = None
    segment: int = 0


def number_sign(number: int) -> str:
    """The sign for a number; digits where it is too large for one."""
    return chr(_FIRST_SIGN + number) if number < _MOST else str(number)


def numbers_in(text: str) -> list[str]:
    """The number signs of a joined title, in order."""
    return _NUMBER_SIGNS.findall(text)


def join(tokens: Iterable[Token]) -> str:
    """The title as one string without spaces, to compare and to look up."""
    return "".join(token.text for token in tokens)


def tokenise(text: str) -> tuple[Token, ...]:
    """1. Segments. 2. Words, cut where letters meet digits. 3. Numbers. 4. Marks go into the number beside them."""
    tokens: list[Token] = []
    # 1.
    spelled = _COUNTED.sub(_spell_counted, _VERSION.sub(r"\1", text))
    for segment, part in enumerate(split_segments(spelled)):
        # 2.
        words = [piece for word in fold(part).split() for piece in _cut(word)]
        # 3.
        numbered = [_read(words, i, segment) for i in range(len(words))]
        # 4.
        tokens += _absorb_marks(numbered)
    return tuple(tokens[:MOST_TOKENS])


def _spell_counted(found: re.Match[str]) -> str:
    digits, unit = found.groups()
    number = int(digits) if digits.isdigit() else _read_chinese(digits)
    return f" {COUNTED[unit].value} {number} "


def _read_chinese(signs: str) -> int:
    tens, ten, ones = signs.partition("十")
    if not ten:
        return CHINESE[signs[0]]
    return 10 * CHINESE.get(tens, 1) + CHINESE.get(ones, 0)


def _cut(word: str) -> list[str]:
    """ "hearts2" gives two pieces; "13th", "3d", "cb4" and "m3gan" stay whole."""
    if word.isalpha() or word.isdigit() or _SEASON_SHORT.fullmatch(word):
        return [word]
    runs = _RUNS.findall(word)
    pieces = [runs[0]]
    for run in runs[1:]:
        letters = run if not run.isdigit() else pieces[-1]
        glued = letters in _ORDINAL_TAILS or len(letters) < _LETTERS_OF_A_WORD or _has_both(pieces[-1])
        if glued:
            pieces[-1] += run
        else:
            pieces.append(run)
    return pieces


def _has_both(word: str) -> bool:
    return not word.isdigit() and any(sign.isdigit() for sign in word)


def _read(words: Sequence[str], i: int, segment: int) -> Token:
    word, before = words[i], words[i - 1] if i else ""
    if word.isdecimal():
        return Token(number_sign(int(word[:9])), int(word[:9]), None, segment)
    short = _SEASON_SHORT.fullmatch(word)
    if short and i:
        return Token(number_sign(int(short[1])), int(short[1]), Mark.SEASON, segment)
    number = _spelled_number(word, before in MARKS, i, len(words))
    if number is not None:
        return Token(number_sign(number), number, None, segment)
    return Token(_NUMBER_SIGNS.sub(lambda found: number_sign(int(found[0][:9])), word), segment=segment)


def _spelled_number(word: str, after_mark: bool, i: int, count: int) -> int | None:
    if after_mark and (word in AFTER_A_MARK or word in ROMAN):
        return AFTER_A_MARK.get(word, ROMAN.get(word))
    if word in ENGLISH:
        return ENGLISH[word]
    # Single letters are numerals only where sequels have theirs; "I" hardly ever is one.
    if word in ROMAN and (len(word) > 1 or (word != "i" and 0 < i == count - 1)):
        return ROMAN[word]
    return None


def _absorb_marks(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        mark = MARKS.get(tokens[i].text)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if mark and following is not None and following.number is not None and following.mark is None:
            kept.append(replace(following, mark=mark))
            i += 2
            continue
        ordinal = ORDINALS.get(tokens[i].text) or _ordinal(tokens[i].text)
        following_mark = MARKS.get(following.text) if following is not None else None
        counts_itself = i + 2 < len(tokens) and tokens[i + 2].number is not None
        if ordinal and following_mark and i and not counts_itself:
            kept.append(Token(number_sign(ordinal), ordinal, following_mark, tokens[i].segment))
            i += 2
            continue
        kept.append(tokens[i])
        i += 1
    return kept


def _ordinal(text: str) -> int | None:
    if text[1:] in _ORDINAL_TAILS and _NUMBER_SIGNS.fullmatch(text[0]):
        return ord(text[0]) - _FIRST_SIGN
    return None
