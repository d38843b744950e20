"""A known fake accounts for the picture better than any official reference."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.model.evidence import Direction, Evidence
from app.model.report import Relation

# What is left of a fake's weight when the picture differs from it in more than what lies on top: judgement; alone it
# stays under what makes a verdict conclusive.
_CHANGED_CERTAINTY = 0.39


def check_known_fake(context: CheckContext) -> Iterator[Evidence]:
    """Speaks for fan-made, by how much of the drawing agrees.

    Where it is changed, the picture may as well be the official one that the fake was made of.
    """
    best = context.best
    if best is None or context.relation is not Relation.KNOWN_FAKE:
        return
    reference = best.comparison.reference
    certainty = _CHANGED_CERTAINTY if best.relation is Relation.ALTERED_ARTWORK else 1.0
    yield Evidence(
        code="known_fake",
        direction=Direction.FAN_MADE,
        strength=certainty * min(1.0, 0.5 + best.comparison.agreement / 2),
        facts={"title": reference.title, "note": reference.provenance.note},
        reference_id=reference.id,
    )
