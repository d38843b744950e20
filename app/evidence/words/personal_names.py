"""Names of persons, as posters set them at their head: CATE BLANCHETT, Emma Stone and Ryan Gosling."""

from functools import cache
from pathlib import Path

from app.text.folding import fold

# First names that are frequent among actors, of several countries and ages; whoever has another is not known here.
_NAMES_PATH = Path(__file__).with_name("first_names.txt")
_FEWEST, _MOST = 2, 8


def is_of_names(text: str) -> bool:
    """Whether words are names of persons and little else: each begins large, and the first is a first name."""
    words = text.split()
    if not _FEWEST <= len(words) <= _MOST:
        return False
    large = all(word[0].isupper() for word in words if word[0].isalpha())
    return large and fold(words[0]) in _first_names()


def is_named_beside(text: str) -> bool:
    """Whether the name of a person ends what follows an account's name, which may hide the first of them."""
    words = text.split()
    accounts = [at for at, word in enumerate(words) if "@" in word]
    return bool(accounts) and any(is_of_names(" ".join(words[at:])) for at in range(accounts[0] + 1, len(words)))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(_NAMES_PATH.read_text(encoding="ascii").split())
