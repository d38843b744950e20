"""Under which strings a name is looked up: whole, as typed, without its article, and as part of a series of films."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from app.catalogue.fold import compact, fold
from app.catalogue.number_words import LETTERS_FOR_DIGITS
from app.catalogue.tokens import Token, join, tokenise

# Only articles that are no words of other languages' titles ("Die Hard", "Los Angeles").
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "el", "der", "das", "il"})
# A shorter rest says too little: "The It" is not "It".
_LEAST_BARE = 3
# Sequel numbers go no higher; larger numbers belong to names ("Apollo 13" stays below, "Blade Runner 2049" above).
HIGHEST_SEQUEL = 20
_MOST_SPELLINGS = 4


class Role(IntEnum):
    """How a key stands for its name; a lower one is a better reason to believe in it."""

    WHOLE = 0
    RAW = 1
    BARE = 2
    NUMBERED = 3
    FAMILY = 4


@dataclass(frozen=True, slots=True)
class NameKey:
    """One string for one name. number: of FAMILY keys, the name's place in the series; None when it bears no number."""

    text: str
    role: Role
    number: int | None = None


def keys_of_name(name: str) -> list[NameKey]:
    """1. As it is. 2. Without its article. 3. With digits that stand for letters. 4. As one of a series."""
    tokens = tokenise(name)
    if not tokens:
        return []
    # 1.
    whole = join(tokens)
    keys = [NameKey(whole, Role.WHOLE)]
    raw = compact(name)
    if raw != whole:
        keys.append(NameKey(raw, Role.RAW))
    # 2.
    bare = without_article(tokens)
    keys += [NameKey(text, Role.BARE) for text in bare_forms(tokens) if text != whole]
    # 3.
    keys += [NameKey(join(tokenise(text)), Role.WHOLE) for text in spellings(name)]
    # 4.
    for series in (tokens, bare) if bare != tokens else (tokens,):
        keys += _series_keys(series)
    return list(dict.fromkeys(key for key in keys if key.text))


def without_article(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same tokens, or without a leading article when enough is left."""
    if len(tokens) > 1 and tokens[0].text in _ARTICLES and len(join(tokens[1:])) >= _LEAST_BARE:
        return tuple(tokens[1:])
    return tuple(tokens)


def bare_forms(tokens: Sequence[Token]) -> set[str]:
    """Joined without the leading article, and without each "and", whose sign readers lose: small on many posters."""
    bare = without_article(tokens)
    kept = [token for token in bare if token.text != "and"]
    return {join(bare), join(kept) if len(kept) > 1 else join(bare)}


def spellings(text: str) -> list[str]:
    """The text with digits inside words read as the letters they look like: "se7en" gives "seven"."""
    words = fold(text).split()
    mixed = [i for i, word in enumerate(words) if len(word) > 1 and not word.isdigit() and not word.isalpha()]
    found: list[list[str]] = [[]]
    for i, word in enumerate(words):
        ways = _letter_spellings(word) if i in mixed else [word]
        found = [[*before, way] for before in found for way in ways][:_MOST_SPELLINGS]
    return [" ".join(way) for way in found] if mixed else []


def _letter_spellings(word: str) -> list[str]:
    ways = [""]
    for sign in word:
        ways = [way + letter for way in ways for letter in LETTERS_FOR_DIGITS.get(sign, sign)][:_MOST_SPELLINGS]
    return ways


def _series_keys(tokens: Sequence[Token]) -> Iterator[NameKey]:
    for i, token in enumerate(tokens):
        if i and token.number is not None and (token.mark or token.number <= HIGHEST_SEQUEL):
            yield NameKey(join(tokens[:i]), Role.FAMILY, token.number)
            if i + 1 < len(tokens):
                yield NameKey(join(tokens[: i + 1]), Role.NUMBERED)
            return
    first = [token for token in tokens if token.segment == tokens[0].segment]
    if len(first) < len(tokens):
        yield NameKey(join(first), Role.FAMILY)
