"""Whether two names are one title's: in two languages, say."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalogue.continuation import judge
from app.catalogue.entry import Entry
from app.catalogue.fold import compact
from app.catalogue.name_keys import Role, spellings, without_article
from app.catalogue.readings import LONGEST_TEXT
from app.catalogue.ruling import REAL
from app.catalogue.tokens import Token, join, tokenise
from app.catalogue.view import Hit, View
from app.model.title import KnownTitle, TitleStatus

_NAMES = (Role.WHOLE, Role.RAW, Role.BARE)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Two names of one title. one_language, other_language: of each, as in TitleName; equal when they are one name.

    likeness: of the words read to the names known, 0..1; the lower of the two.
    """

    title: KnownTitle
    one_language: str
    other_language: str
    likeness: float


def find_same_title(view: View, one: str, other: str) -> NameMatch | None:
    """The title that both name, if there is one; a season or part behind both must be the same.

    Names that are whole; a name among other words is not enough. Titles that are not announced have no official name.
    """
    first, second = tokenise(one[:LONGEST_TEXT]), tokenise(other[:LONGEST_TEXT])
    found = _match(view, _find(view, first, one), _find(view, second, other), ())
    numbers: list[Token] = []
    for _ in range(_same_end(first, second)):
        if found is not None:
            break
        # A name with a number of its own is tried whole, then without the number that both end in.
        numbers.append(first[-1])
        first, second = first[:-1], second[:-1]
        found = _match(view, _find(view, first, join(first)), _find(view, second, join(second)), numbers)
    return found


def _match(view: View, first: dict[int, Hit], second: dict[int, Hit], numbers: Sequence[Token]) -> NameMatch | None:
    """numbers: of the season or part that both add; the title must have it."""
    common = [entry for entry in view.entries(key for key in first if key in second) if _is_real(view, entry, numbers)]
    if not common:
        return None
    entry = max(common, key=lambda entry: min(first[entry.key].likeness, second[entry.key].likeness))
    best = entry.key
    return NameMatch(
        entry.as_title(),
        _language(view, entry, first[best]),
        _language(view, entry, second[best]),
        min(first[best].likeness, second[best].likeness),
    )


def _is_real(view: View, entry: Entry, numbers: Sequence[Token]) -> bool:
    if entry.status is TitleStatus.NOT_ANNOUNCED:
        return False
    return all(judge(view, entry, number).ruling in REAL for number in numbers)


def _find(view: View, tokens: tuple[Token, ...], text: str) -> dict[int, Hit]:
    """The best hit of each title that goes by the name."""
    if not tokens:
        return {}
    whole = join(tokens)
    texts = {whole, join(without_article(tokens)), compact(text), *(join(tokenise(way)) for way in spellings(text))}
    hits = [hit for found in view.exact(texts - {""}).values() for hit in found]
    hits = [hit for hit in hits if hit.role in _NAMES] or [hit for hit in view.near(whole) if hit.role in _NAMES]
    best: dict[int, Hit] = {}
    for hit in hits:
        if hit.title_key not in best or hit.likeness > best[hit.title_key].likeness:
            best[hit.title_key] = hit
    return best


def _same_end(first: tuple[Token, ...], second: tuple[Token, ...]) -> int:
    """How many numbers at the end of both are the same."""
    count = 0
    for one, other in zip(reversed(first), reversed(second), strict=False):
        if one.number is None or one.number != other.number or count + 1 >= min(len(first), len(second)):
            break
        count += 1
    return count


def _language(view: View, entry: Entry, hit: Hit) -> str:
    return entry.language_of(view.name(hit.name_key))
