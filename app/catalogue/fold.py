"""Titles without what readers and typists get wrong: case, accents, punctuation, kinds of dashes and signs."""

import re
import unicodedata

# Only these scripts use marks as accents; elsewhere a mark is a vowel or makes another letter.
_ACCENTED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
)
_APOSTROPHES = re.compile(r"['’‘`´ʼ′]")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_AND = re.compile(r"\s*&\s*|\s+\+\s+")
_GROUPED_DIGITS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# A colon between digits is a time of day ("3:10 to Yuma").
_SEGMENT_ENDS = re.compile(r"(?<!\d):|:(?!\d)|\s[-–~]+(?:\s|$)|[—―|·•\n]")


def fold(text: str) -> str:
    """Words of letters and digits with single spaces between them; "&" counts as "and", apostrophes as nothing."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    plain = _GROUPED_DIGITS.sub("", _AND.sub(" and ", _APOSTROPHES.sub("", plain)))
    if plain.isascii():
        return _NO_WORD.sub(" ", plain).strip()
    plain = "".join(map(_without_accents, unicodedata.normalize("NFC", plain)))
    return " ".join("".join(sign if _is_kept(sign) else " " for sign in plain).split())


def split_segments(text: str) -> list[str]:
    """The parts of a title that colons, dashes and the like set apart; at least one, unfolded."""
    return [part for part in _SEGMENT_ENDS.split(text) if part.strip()] or [text]


def compact(text: str) -> str:
    """Folded, and without spaces: readers of posters lose those."""
    return fold(text).replace(" ", "")


def _is_kept(sign: str) -> bool:
    return sign.isalnum() if sign.isascii() else unicodedata.category(sign)[0] in "LNM"


def _without_accents(sign: str) -> str:
    if sign.isascii():
        return sign
    parts = unicodedata.normalize("NFD", sign)
    if len(parts) == 1 or not unicodedata.name(parts[0], "").startswith(_ACCENTED_SCRIPTS):
        return sign
    # The short i of Cyrillic and its like become plain too; that is the same on both sides of a comparison.
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")
