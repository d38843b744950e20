"""The sentences of what was read on the picture, and of what the catalogue knows of it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

Facts = Mapping[str, str]
_LONGEST = 80


def quoted(text: str) -> str:
    """Words of the picture as a quotation, shortened where they are long."""
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    return f"“{short}”"


def _of_title(facts: Facts) -> str:
    return f" of {facts['title']}" if facts.get("title") else ""


def _it_reads(facts: Facts) -> str:
    if facts.get("before"):
        return f"it reads {quoted(facts['after'])} where the official artwork reads {quoted(facts['before'])}"
    return f"it reads {quoted(facts['after'])} where the official artwork has no words"


def _added(what: str) -> Callable[[Facts], str]:
    return lambda facts: f"{what} was added to the official artwork{_of_title(facts)}: {_it_reads(facts)}."


def _known(facts: Facts) -> str:
    source = f" ({facts['source']})" if facts.get("source") else ""
    return f"as of {facts['as_of']}{source}" if facts.get("as_of") else f"as far as the catalogue knows{source}"


def _no_such_season(facts: Facts) -> str:
    seasons = facts.get("seasons", "")
    has = f"{facts['title']} has {seasons} season{'' if seasons == '1' else 's'}" if seasons else "there are fewer"
    return f"It claims {quoted(facts['claimed'])}, but {_known(facts)} {has}."


WORD_SENTENCES: Final[Mapping[str, Callable[[Facts], str]]] = MappingProxyType(
    {
        "number_added": _added("A sequel's number"),
        "season_added": _added("A season"),
        "date_added": _added("A date"),
        "network_added": _added("The name of a network or studio"),
        "another_title": _added("The title of other artwork"),
        "words_added": _added("Lettering"),
        "words_removed": lambda facts: (
            f"Words of the official artwork{_of_title(facts)} are gone: {quoted(facts['before'])}"
            + (f" has become {quoted(facts['after'])}." if facts.get("after") else ".")
        ),
        "words_replaced": lambda facts: (
            f"Words of the official artwork{_of_title(facts)} were replaced: {_it_reads(facts)}."
        ),
        "language_variant": lambda facts: (
            f"Its words {quoted(facts['after'])} are the same title as {quoted(facts['before'])}"
            + (f", in another language ({facts['language']})" if facts.get("language") else "")
            + ", as the catalogue knows it."
        ),
        "title_exists": lambda facts: f"The title {quoted(facts['claimed'])} exists, {_known(facts)}.",
        "title_announced": lambda facts: f"{quoted(facts['claimed'])} has been announced, {_known(facts)}.",
        "title_rumoured": lambda facts: (
            f"{quoted(facts['claimed'])} is only a rumour, {_known(facts)}: nobody official has announced it."
        ),
        "title_not_announced": lambda facts: (
            f"It claims {quoted(facts['claimed'])}, but {_known(facts)} no such title was announced."
        ),
        "no_such_season": _no_such_season,
        "title_not_listed": lambda facts: (
            f"It claims {quoted(facts['claimed'])}; {_known(facts)} the catalogue lists {facts['title']}, "
            "but no such continuation."
        ),
        "title_unknown": lambda facts: f"The catalogue knows nothing of {quoted(facts['claimed'])}.",
        "says_fan_made": lambda facts: f"It says itself that it is a fan's work: {quoted(facts['words'])}.",
        "words_unreadable": lambda _facts: (
            "There is lettering in a script, or a size, that the reader cannot read; what it claims was not looked up."
        ),
    }
)
