"""Limits for what a list may say: lengths, ranges, and no characters that steer a terminal or turn a text round."""

import re
import unicodedata
from dataclasses import replace
from datetime import date

from app.model.title import KnownTitle, TitleKind, TitleName

MOST_LETTERS = 300
MOST_NAMES = 400
MOST_SEASONS = 200
EARLIEST_YEAR, LATEST_YEAR = 1870, 2100
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?|")
# Harmless where they are meant (joiners in emoji and Persian, direction marks in Hebrew), and no part of a name.
_DROPPED = dict.fromkeys(map(ord, "\u200b\u200e\u200f\ufeff\u2060\u00ad\u061c"))
_JOINERS = frozenset({"\u200c", "\u200d"})
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class BadFact(Exception):
    """A value that no catalogue should hold; the text is a sentence for the person who made the list."""


def clean_text(value: str, what: str = "title", most: int = MOST_LETTERS) -> str:
    """One line, single spaces, NFC. Raises: BadFact (too long, or with hidden characters)."""
    if len(value) > most:
        raise BadFact(f"The {what} has {len(value)} characters; at most {most} are allowed.")
    plain = unicodedata.normalize("NFC", " ".join(value.translate(_DROPPED).split()))
    for sign in plain:
        if unicodedata.category(sign) in _HIDDEN and sign not in _JOINERS:
            raise BadFact(f"The {what} has a hidden character (U+{ord(sign):04X}).")
    return plain


def clean_date(value: str) -> str:
    """An ISO 8601 date as it is. Raises: BadFact."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise BadFact(f"The date {value[:40]!r} is not of the form 2024-07-29.") from None


def clean_language(value: str) -> str:
    """ISO 639-1 in lower case, with a region in capitals where one is given. Raises: BadFact."""
    language, _, region = value.strip().replace("_", "-").partition("-")
    plain = language.lower() + (f"-{region.upper() if len(region) == 2 else region.title()}" if region else "")
    if not _LANGUAGE.fullmatch(plain):
        raise BadFact(f"The language {value[:40]!r} is not of the form de or pt-BR.")
    return plain


def clean_title(given: KnownTitle) -> KnownTitle:
    """The same title within the limits. Raises: BadFact."""
    title = clean_text(given.title)
    if not any(sign.isalnum() for sign in title):
        raise BadFact("The title has no letters and no digits.")
    if given.year is not None and not EARLIEST_YEAR <= given.year <= LATEST_YEAR:
        raise BadFact(f"The year is {given.year}; it must lie between {EARLIEST_YEAR} and {LATEST_YEAR}.")
    if given.seasons is not None and given.kind is not TitleKind.SERIES:
        raise BadFact("Only a series has seasons.")
    if given.seasons is not None and not 0 <= given.seasons <= MOST_SEASONS:
        raise BadFact(f"The number of seasons is {given.seasons}; it must lie between 0 and {MOST_SEASONS}.")
    if len(given.names) > MOST_NAMES:
        raise BadFact(f"There are {len(given.names)} names; at most {MOST_NAMES} are allowed.")
    source, as_of = clean_text(given.source, "source"), clean_date(given.as_of)
    if not source:
        raise BadFact("The source is missing.")
    return replace(given, title=title, names=_clean_names(given.names, title), source=source, as_of=as_of)


def _clean_names(given: tuple[TitleName, ...], title: str) -> tuple[TitleName, ...]:
    cleaned: dict[tuple[str, str], TitleName] = {}
    for name in given:
        text, language = clean_text(name.name, "name"), clean_language(name.language)
        # The title itself may come again to tell its language.
        if any(sign.isalnum() for sign in text) and not (text == title and not language):
            cleaned.setdefault((text, language), TitleName(text, language))
    return tuple(cleaned.values())
