"""Titles as people type them, made comparable; and titles guessed from file names."""

import re
import unicodedata
from pathlib import PurePath

_TRAILING_YEAR = re.compile(r"\s*[(\[]\s*\d{4}\s*[)\]]\s*$")
_ARTICLES = frozenset({
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las", "una",
    "il", "lo", "gli", "o", "os", "um", "uma",
})  # fmt: skip
_APOSTROPHES = re.compile(r"['’‘`´]")


def make_title_key(title: str) -> str:
    """Equal for two titles that differ only in case, punctuation, spacing or a trailing year: "(1995)"."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    plain = _APOSTROPHES.sub("", _TRAILING_YEAR.sub("", plain) or plain)
    # Marks stay: in many scripts they are the vowels.
    kept = "".join(sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in plain)
    return " ".join(kept.split()) or plain.strip()


def title_keys(text: str) -> tuple[str, ...]:
    """The keys under which words may stand as a title: as they are, and with their article behind ("Beach, The")."""
    key = make_title_key(text)
    article, _, rest = key.partition(" ")
    return (key, f"{rest} {article}") if rest and article in _ARTICLES else (key,)


def title_from_file_name(name: str) -> str:
    """ "official/purple-hearts_2.jpg" gives "Purple Hearts 2"; capitals that are there stay as they are."""
    words = re.sub(r"[\s_.\-]+", " ", PurePath(name).stem).strip()
    if words != words.lower():
        return words
    return " ".join(word[:1].upper() + word[1:] for word in words.split())


def make_search_text(*values: str) -> str:
    """One text to search in, without regard to case."""
    return "\n".join(unicodedata.normalize("NFKC", value).casefold() for value in values if value)


def make_search_words(text: str) -> list[str]:
    """The words of a search, in the form of `make_search_text`."""
    return unicodedata.normalize("NFKC", text).casefold().split()
