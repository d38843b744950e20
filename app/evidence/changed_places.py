"""Places where the picture differs from the official artwork it is made of."""

import math
from collections.abc import Iterator

from app.evidence.context import CheckContext, RelatedReference
from app.evidence.relate import CLAIM, FULL_LOG_ODDS, WHOLE_AGREEMENT
from app.model.comparison import ChangedRegion
from app.model.evidence import Direction, Evidence
from app.model.reference import Label
from app.model.report import RegionKind, Relation

_MOST_MENTIONED = 6
# From this likelihood on, another official version is mentioned as an explanation.
_VARIANT_POSSIBLE = 0.15
# How much of a changed claim's weight a sure other version takes away; never all, so that the answer does not flip.
_VARIANT_DOUBT = 0.85
# What is left of a changed place's weight where less than half of the drawing agrees: one in two such pictures of the
# same title is another official composition.
_RECOMPOSED_CERTAINTY = 0.25
# An altered artwork's likeliest place counts as at least this likely a claim.
_LEAST_CLAIM = 0.6
# Under this likelihood a claim is not worth a doubt.
_DOUBT = 0.05


def check_changed_places(context: CheckContext) -> Iterator[Evidence]:
    """The likeliest changed claim speaks for fan-made; others are named. A sticker speaks for neither."""
    best = context.best
    if (
        best is None
        or best.comparison.reference.label is not Label.OFFICIAL
        or best.relation is Relation.SHARED_ELEMENTS
    ):
        return
    ranked = sorted(best.comparison.regions, key=lambda region: (-region.claim, -region.share))
    for place, region in enumerate(ranked[:_MOST_MENTIONED]):
        yield _of_region(region, best, likeliest=place == 0)
    if ranked and best.comparison.variant >= _VARIANT_POSSIBLE and ranked[0].claim >= CLAIM:
        yield _of_reference("could_be_variant", Direction.NEITHER, best, 1.0)
    if best.comparison.agreement < WHOLE_AGREEMENT and best.relation is not Relation.OFFICIAL_VARIANT:
        yield _of_reference("partly_official", Direction.FAN_MADE, best, 1.0)


def _of_region(region: ChangedRegion, best: RelatedReference, *, likeliest: bool) -> Evidence:
    direction, strength = Direction.NEITHER, 0.0
    altered = best.relation in (Relation.ALTERED_ARTWORK, Relation.COMPOSITE)
    if region.claim >= CLAIM or (altered and likeliest):
        code, claim = f"{region.kind.value}_changed", max(region.claim, _LEAST_CLAIM)
        odds = math.log(claim / max(1e-6, 1 - claim))
        strength = min(1.0, odds / FULL_LOG_ODDS) * _certainty(best)
        if likeliest:
            # The places of one edit are no independent witnesses: the likeliest speaks for all.
            direction = Direction.FAN_MADE
    elif likeliest and region.claim > _DOUBT:
        # It has already taken its part from the artwork's weight.
        code = "perhaps_changed"
    else:
        code = "overlay_on_top" if region.kind is RegionKind.OVERLAY else "version_difference"
    return _of_reference(code, direction, best, strength, region)


def _certainty(best: RelatedReference) -> float:
    """How much a changed place can be trusted to be somebody's edit, 0..1.

    Official versions differ in lettering, and officials make new pictures from old figures too: then less of it.
    """
    whole = best.comparison.agreement >= WHOLE_AGREEMENT or best.relation is Relation.COMPOSITE
    return (1 - _VARIANT_DOUBT * best.comparison.variant) * (1.0 if whole else _RECOMPOSED_CERTAINTY)


def _of_reference(
    code: str, direction: Direction, best: RelatedReference, strength: float, region: ChangedRegion | None = None
) -> Evidence:
    reference = best.comparison.reference
    share = best.comparison.agreement if region is None else region.share
    return Evidence(
        code=code,
        direction=direction,
        strength=strength,
        facts={"title": reference.title, "share": f"{100 * share:.1f} %"},
        reference_id=reference.id,
        region=None if region is None else region.box,
    )
