"""A known fake accounts for the picture better than any official reference."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.model.evidence import Direction, Evidence
from app.model.report import Relation


def check_known_fake(context: CheckContext) -> Iterator[Evidence]:
    """Speaks for fan-made, by how much of the drawing agrees."""
    best = context.best
    if best is None or context.relation is not Relation.KNOWN_FAKE:
        return
    reference = best.comparison.reference
    yield Evidence(
        code="known_fake",
        direction=Direction.FAN_MADE,
        strength=min(1.0, 0.5 + best.comparison.agreement / 2),
        facts={"title": reference.title, "note": reference.provenance.note},
        reference_id=reference.id,
    )
