"""Several references each account for a part of the picture that the others do not."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from app.evidence.composite_parts import split_composite
from app.evidence.context import CheckContext
from app.library.titles import make_title_key
from app.model.evidence import Direction, Evidence
from app.model.reference import Reference, is_on_fan_side
from app.model.report import Relation

# Two titles are of one series when the words of the one stand so nearly in the other (rapidfuzz, 0..100), and it has so
# many letters.
_ALIKE, _FEWEST_LETTERS = 90.0, 4
# What is left of the weight then, so that it never makes an answer sure: judgement. Officials set figures of one film
# anew for the next, and for another poster of the same: all three pictures that were surely called composites among 413
# of official versions, recomposed posters and other art were of two posters of one series (2026-11-28).
_OF_ONE_SERIES = 0.4


def check_composite(context: CheckContext) -> Iterator[Evidence]:
    """Speaks for fan-made, and names the parts."""
    if context.relation is not Relation.COMPOSITE:
        return
    parts = context.parts or split_composite(context.related)
    named = [
        f"{part.comparison.reference.title or part.comparison.reference.id} ({100 * part.share:.0f} %)"
        for part in parts
        if part.comparison is not None
    ]
    named += [f"something outside the library ({100 * part.share:.0f} %)" for part in parts if part.comparison is None]
    best = context.related[0].comparison.reference
    sources = [part.comparison.reference for part in parts if part.comparison is not None]
    yield Evidence(
        code="several_sources",
        direction=Direction.FAN_MADE,
        strength=_OF_ONE_SERIES if are_of_one_series(sources) else 1.0,
        facts={"parts": " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))},
        reference_id=best.id,
    )


def are_of_one_series(sources: Sequence[Reference]) -> bool:
    """Whether all are official posters of one title, or of a title and what goes on from it."""
    titles = [make_title_key(source.title) for source in sources if not is_on_fan_side(source)]
    if len(titles) < len(sources) or min(map(len, titles), default=0) < _FEWEST_LETTERS:
        return False
    return all(fuzz.token_set_ratio(one, other) >= _ALIKE for one, other in combinations(titles, 2))
