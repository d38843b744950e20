"""An official reference accounts for the whole picture."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.model.evidence import Direction, Evidence
from app.model.reference import Label
from app.model.report import Relation


def check_same_artwork(context: CheckContext) -> Iterator[Evidence]:
    """Speaks for official, by how much of the drawing agrees; the same file, byte for byte, adds to it."""
    best = context.best
    if best is None or best.relation not in (Relation.SAME_ARTWORK, Relation.OFFICIAL_VARIANT):
        return
    reference = best.comparison.reference
    same = best.relation is Relation.SAME_ARTWORK
    yield Evidence(
        code="official_artwork" if same else "official_variant",
        direction=Direction.OFFICIAL,
        strength=best.comparison.agreement,
        facts={
            "title": reference.title,
            "source": reference.provenance.source,
            "coverage": f"{100 * best.comparison.query_coverage:.0f} %",
        },
        reference_id=reference.id,
    )
    if reference.id in context.same_file and reference.label is Label.OFFICIAL:
        yield Evidence(
            code="same_file",
            direction=Direction.OFFICIAL,
            facts={"title": reference.title},
            reference_id=reference.id,
        )
