"""Two plain forms of words as read: one to search in, one to compare without spaces, accents and case."""

import unicodedata

_LIKE = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "−": "-"}
    # Latin letters with a stroke are letters of their own to Unicode, and no letter with a mark.
    | dict(zip("łŁøØđĐħĦŧŦıƚ", "lLoOdDhHtTil", strict=True))
)


def fold(text: str) -> str:
    """Capitals without accents, plain quotes and dashes; as long as the text, so that places in it stay the same."""
    return "".join(_plain(letter) for letter in text.translate(_LIKE))


def key(text: str) -> str:
    """Letters and digits only, folded: the reader drops spaces and dots, and loses accents."""
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter.upper()
    base = unicodedata.normalize("NFD", letter)[0]
    # Only Latin letters lose their marks: in Japanese the mark makes another sound.
    return base.upper() if base.isascii() else letter.upper()[0]
