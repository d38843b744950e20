"""Places where the picture differs from the official artwork it is made of."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.evidence.relate import CLAIM, WHOLE_AGREEMENT
from app.model.evidence import Direction, Evidence
from app.model.reference import Label
from app.model.report import RegionKind, Relation

_MOST_MENTIONED = 6


def check_changed_places(context: CheckContext) -> Iterator[Evidence]:
    """A changed claim or picture speaks for fan-made; a sticker or a watermark for neither."""
    best = context.best
    if best is None or best.comparison.reference.label is not Label.OFFICIAL:
        return
    if best.relation not in (Relation.SAME_ARTWORK, Relation.ALTERED_ARTWORK):
        return
    reference = best.comparison.reference
    for region in sorted(best.comparison.regions, key=lambda r: -r.claim)[:_MOST_MENTIONED]:
        changed = region.claim >= CLAIM
        code = f"{region.kind.value}_changed" if changed else f"{region.kind.value}_on_top"
        if not changed and region.kind is not RegionKind.OVERLAY:
            code = "small_difference"
        yield Evidence(
            code=code,
            direction=Direction.FAN_MADE if changed else Direction.NEITHER,
            strength=region.claim if changed else 1.0,
            facts={"title": reference.title, "share": f"{100 * region.share:.1f} %"},
            reference_id=reference.id,
            region=region.box,
        )
    if best.comparison.agreement < WHOLE_AGREEMENT:
        yield Evidence(
            code="partly_official",
            direction=Direction.FAN_MADE,
            facts={"title": reference.title, "share": f"{100 * best.comparison.agreement:.0f} %"},
            reference_id=reference.id,
        )
