"""Several references each account for a part of the picture that the others do not."""

from collections.abc import Iterator

from app.evidence.composite_parts import split_composite
from app.evidence.context import CheckContext
from app.model.evidence import Direction, Evidence
from app.model.report import Relation


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
    yield Evidence(
        code="several_sources",
        direction=Direction.FAN_MADE,
        facts={"parts": " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))},
        reference_id=best.id,
    )
