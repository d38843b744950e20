"""Brings foreign words into a shape that may stand in a report: short, on one line, without anything hidden."""

import unicodedata
from typing import Final

MOST_SHOWN: Final = 120
# Control and format characters, lone surrogates, private use, line and paragraph separators.
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def tidy(text: str) -> str:
    """`text` with single spaces, nothing unprintable, at most 120 characters."""
    # A hostile text is cut before it is looked through.
    seen = "".join(" " if sign.isspace() else sign for sign in text[: 8 * MOST_SHOWN])
    seen = "".join(sign for sign in seen if unicodedata.category(sign) not in _DROPPED)
    seen = " ".join(seen.split())
    return seen if len(seen) <= MOST_SHOWN else seen[: MOST_SHOWN - 1].rstrip() + "…"
