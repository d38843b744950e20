"""What the catalogue says of a sequel or a season that a known title is claimed to have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.catalogue.entry import Entry
from app.catalogue.name_keys import HIGHEST_SEQUEL, Role, without_article
from app.catalogue.number_words import Mark
from app.catalogue.tokens import Token, join, tokenise
from app.catalogue.view import View
from app.model.title import FactOrigin, Ruling, TitleKind, TitleStatus

RULING_OF = {
    TitleStatus.RELEASED: Ruling.EXISTS,
    TitleStatus.ANNOUNCED: Ruling.ANNOUNCED,
    TitleStatus.RUMOURED: Ruling.RUMOURED,
    TitleStatus.NOT_ANNOUNCED: Ruling.NOT_ANNOUNCED,
}
# A number without "part" this far above the highest one known is part of another name ("Chicago 10"), no sequel's.
_LARGEST_LEAP = 8
# The words with which the first of several says so.
_FIRST = re.compile(r"[\s:,–—-]*\b(?:[^\W\d]{2,8}\.?\s+)?(?:1|one|i)\b.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """claimed: the title as claimed. entry: what the answer rests on. origin: of the fact that decides."""

    ruling: Ruling
    claimed: str
    entry: Entry
    origin: FactOrigin


def judge(view: View, entry: Entry, number: Token) -> Judgement:
    """A number behind the title of `entry`; `number.mark` tells whether a part or a season is meant."""
    assert number.number is not None
    if entry.kind is TitleKind.SERIES:
        return _judge_season(entry, number.number, number.mark)
    return _judge_sequel(view, entry, number.number, number.mark)


def _judge_season(entry: Entry, number: int, mark: Mark | None) -> Judgement:
    """A bare number behind a series is a season's. A part may be half a season, so parts are never counted out."""
    word = "part" if mark is Mark.PART else "season"
    claimed = f"{entry.title}, {word} {number}"
    origin = entry.seasons_origin or entry.status_origin
    if number <= (entry.seasons or 1):
        return Judgement(RULING_OF[entry.status], claimed, entry, origin)
    if entry.seasons is None:
        return Judgement(Ruling.UNKNOWN, claimed, entry, origin)
    counted = not entry.more_seasons and mark is not Mark.PART
    return Judgement(Ruling.NO_SUCH_SEASON if counted else Ruling.NOT_LISTED, claimed, entry, origin)


def _judge_sequel(view: View, entry: Entry, number: int, mark: Mark | None) -> Judgement:
    """1. The first one is the title itself. 2. The one claimed. 3. An outright no. 4. Only what is missing."""
    word = {Mark.PART: " Part ", Mark.SEASON: ", season ", None: " "}[mark]
    claimed = f"{_series_name(entry)}{word}{number}"
    # 1.
    if number == 1 and mark is not Mark.SEASON:
        return Judgement(RULING_OF[entry.status], claimed, entry, entry.status_origin)
    # 2.
    family = read_family(view, entry)
    named = [other for place, other in family if place == number]
    if named and mark is not Mark.SEASON:
        best = min(named, key=lambda other: list(RULING_OF).index(other.status))
        rests_on = entry if best.status is TitleStatus.NOT_ANNOUNCED else best
        return Judgement(RULING_OF[best.status], best.title, rests_on, best.status_origin)
    # 3.
    # A film that has no second part has no second season either.
    below = number if mark is Mark.SEASON else number - 1
    denied = [other for place, other in family if _denies(other) and place is not None and place <= below]
    if denied:
        return Judgement(Ruling.NOT_ANNOUNCED, claimed, entry, denied[0].status_origin)
    # 4.
    newest = max((entry, *(other for _, other in family)), key=lambda other: other.status_origin.as_of)
    missed = mark is Mark.SEASON or _is_next([place for place, _ in family], number, mark)
    ruling = Ruling.NOT_LISTED if missed else Ruling.UNKNOWN
    return Judgement(ruling, claimed, entry, newest.status_origin)


def read_family(view: View, entry: Entry) -> list[tuple[int | None, Entry]]:
    """The titles named after this one, with their numbers; None for those that go by a subtitle."""
    bases = set()
    for name, _ in entry.names:
        tokens = tokenise(name)
        bases |= {join(tokens), join(without_article(tokens))} | _first_parts(tokens)
    hits = [hit for found in view.exact(bases).values() for hit in found if hit.role is Role.FAMILY]
    # By its name in one language a title may go by a subtitle, and by a number in another.
    numbered = {hit.title_key for hit in hits if hit.number is not None}
    pairs = dict.fromkeys((hit.number, hit.title_key) for hit in hits if hit.number or hit.title_key not in numbered)
    others = [(number, key) for number, key in pairs if key != entry.key]
    entries = view.entries(key for _, key in others)
    found = {other.key: other for other in entries}
    return [(number, found[key]) for number, key in others]


def _first_parts(tokens: Sequence[Token]) -> set[str]:
    """ "Kill Bill: Vol. 1" is the first of *Kill Bill*."""
    for i, token in enumerate(tokens):
        if i and token.number == 1:
            return {join(tokens[:i]), join(without_article(tokens[:i]))}
    return set()


def _series_name(entry: Entry) -> str:
    """What the sequels go by: "Kill Bill" for *Kill Bill: Vol. 1*."""
    first_parts = _first_parts(tokenise(entry.title))
    if not first_parts:
        return entry.title
    short = [name for name, _ in entry.names if join(tokenise(name)) in first_parts]
    return short[0] if short else _FIRST.sub("", entry.title)


def _denies(entry: Entry) -> bool:
    return entry.status is TitleStatus.NOT_ANNOUNCED


def _is_next(places: Sequence[int | None], number: int, mark: Mark | None) -> bool:
    """Whether the catalogue knows the series of films well enough to miss this one.

    It does not where some go by subtitles, which have a number too, or where it lacks one below the highest it knows.
    """
    known = {place for place in places if place is not None and place <= HIGHEST_SEQUEL} | {1}
    highest = max(known)
    whole = None not in places and len(known) == highest
    return whole and number > highest and (mark is Mark.PART or number <= highest + _LARGEST_LEAP)
