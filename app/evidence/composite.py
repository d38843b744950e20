"""Several references each account for a part of the picture that the others do not."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.model.evidence import Direction, Evidence
from app.model.report import Relation


def check_composite(context: CheckContext) -> Iterator[Evidence]:
    """Speaks for fan-made, and names the parts."""
    if context.relation is not Relation.COMPOSITE:
        return
    parts = [item.comparison for item in context.related if item.relation is Relation.COMPOSITE]
    shares = [0.0 if part.explained_cells is None else float(part.explained_cells.mean()) for part in parts]
    named = [
        f"{part.reference.title or part.reference.id} ({100 * share:.0f} %)"
        for part, share in zip(parts, shares, strict=True)
    ]
    yield Evidence(
        code="several_sources",
        direction=Direction.FAN_MADE,
        facts={"parts": " and ".join((", ".join(named[:-1]), named[-1]))},
        reference_id=parts[0].reference.id,
    )
