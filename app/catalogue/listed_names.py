"""Reads a title as lists write it: "Betrayal, The (Nerakhoon) (2008)" is *The Betrayal*, also *Nerakhoon*, of 2008."""

import re
from dataclasses import dataclass

_YEAR = re.compile(r"\s*[(\[]\s*(\d{4})(?:\s*[-–]\s*(?:\d{4})?)?\s*[)\]]\s*$")
_EMPTY = re.compile(r"\s*\(\s*\)\s*$")
_ALSO_KNOWN = re.compile(r"^a\.?\s?k\.?\s?a\.?[\s:]*", re.IGNORECASE)
_INVERTED = re.compile(
    r"^(?P<rest>.+),\s(?P<article>the|a|an|la|le|les|l['’]|el|los|las|il|lo|gli|i|der|die|das|den|det|de|het|un|une|"
    r"uma|um|o|os|ein|eine)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ListedName:
    """others: further names of the same title."""

    title: str
    year: int | None
    others: tuple[str, ...]


def read_listed_name(text: str) -> ListedName:
    """1. The year at the end. 2. Names in brackets before it. 3. Articles back in front.

    Brackets without a year behind them are part of the title, unless they say "a.k.a.".
    """
    # 1.
    rest = _EMPTY.sub("", text.strip())
    found = _YEAR.search(rest)
    year = int(found[1]) if found and found.start() else None
    rest = rest[: found.start()] if found and found.start() else rest
    # 2.
    whole = rest
    others: list[str] = []
    while True:
        before, inside = _last_brackets(rest)
        known_as = _ALSO_KNOWN.match(inside)
        if not before or not inside or (year is None and not known_as):
            break
        others.insert(0, _upright(_ALSO_KNOWN.sub("", inside)))
        rest = before
    # 3.
    title = _upright(rest)
    if others:
        others.append(whole)
    kept = dict.fromkeys(name for name in others if name != title and any(sign.isalpha() for sign in name))
    return ListedName(title, year, tuple(kept))


def _last_brackets(text: str) -> tuple[str, str]:
    """What stands before the brackets that end a text, and in them; "" twice when it does not end with any."""
    if not text.endswith(")"):
        return "", ""
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[i], 0)
        if depth == 0:
            return text[:i].strip(), text[i + 1 : -1].strip()
    return "", ""


def _upright(text: str) -> str:
    found = _INVERTED.match(text.strip())
    if not found:
        return text.strip()
    article = found["article"]
    return f"{article}{'' if article[-1] in '’' + chr(39) else ' '}{found['rest']}"
