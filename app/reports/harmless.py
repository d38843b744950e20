"""Makes foreign words (file names, titles, words on a poster) safe to show: nothing in them can steer a terminal."""

import unicodedata

# Control and format characters (escape sequences, line breaks, changes of direction), lone surrogates, line separators.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Emoji and some scripts are written with joiners; they change the look of their neighbours only.
_KEPT = frozenset({"\u200c", "\u200d"})


def harmless(text: str) -> str:
    """`text` on one line, with each character that has no picture of its own written as an escape such as `\\x1b`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(sign) if _is_hidden(sign) else sign for sign in text)


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in _HIDDEN_CATEGORIES and sign not in _KEPT


def _escape(sign: str) -> str:
    return sign.encode("unicode_escape", "backslashreplace").decode("ascii")
