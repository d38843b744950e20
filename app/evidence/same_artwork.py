"""An official reference accounts for the whole picture."""

from collections.abc import Iterator

from app.evidence.context import CheckContext
from app.evidence.relate import WHOLE_PART, common_part, strength_of
from app.model.comparison import Comparison
from app.model.evidence import Direction, Evidence
from app.model.reference import Reference, Tier, is_on_fan_side
from app.model.report import Relation

# The region models say "perhaps" too readily of what only lies on top: where they meant .65 official .7 were, and .94
# where they meant .81 (2026-11-26, seeds 12001 and 13001, pictures with and without an edit counting alike). So their
# odds count this many times; 1.7 would fit best, but then half as many edits again are surely called official.
_SHARPENED = 1.4
# What is left of the weight where an unknown picture stands beside the poster: judgement, for either may be true.
_BESIDE_UNKNOWN = 0.2
# With so little of both pictures in common nothing speaks for the whole: a strip of a poster beside other pictures.
_PIECE = 0.3
# Share of the weight by the source's tier: judgement. TMDB's own rules tolerate unofficial art for films to come, so
# pictures that nobody voted for stay, with the very file, under what makes a verdict conclusive.
_TRUST = {Tier.A: 1.0, Tier.B: 0.8, Tier.C: 0.24, Tier.F: 0.0, Tier.K: 0.0}


def check_same_artwork(context: CheckContext) -> Iterator[Evidence]:
    """Speaks for official, by how much of the drawing agrees; the same file, byte for byte, adds to it."""
    best = context.best
    if best is None or best.relation not in (Relation.SAME_ARTWORK, Relation.OFFICIAL_VARIANT):
        return
    reference = best.comparison.reference
    same = best.relation is Relation.SAME_ARTWORK
    certainty = strength_of(1 - best.comparison.unexplained, _SHARPENED) if same else 1.0
    strength = best.comparison.agreement * certainty * _wholeness(best.comparison) * _trust(reference)
    not_alone = context.in_panels or context.beside is not None
    yield Evidence(
        code="official_artwork" if same else "official_variant",
        direction=Direction.OFFICIAL,
        strength=min(strength, _BESIDE_UNKNOWN) if not_alone else strength,
        facts={
            "title": reference.title,
            "source": reference.provenance.source,
            "coverage": f"{100 * best.comparison.query_coverage:.0f} %",
        },
        reference_id=reference.id,
    )
    if not_alone:
        yield Evidence(
            code="one_of_panels" if context.in_panels else "unknown_beside",
            direction=Direction.FAN_MADE if context.in_panels else Direction.NEITHER,
            strength=1.0,
            facts={"title": reference.title},
            reference_id=reference.id,
            region=context.beside,
        )
    if reference.id in context.same_file and not is_on_fan_side(reference):
        yield Evidence(
            code="same_file",
            direction=Direction.OFFICIAL,
            strength=_trust(reference),
            facts={"title": reference.title},
            reference_id=reference.id,
        )


def _trust(reference: Reference) -> float:
    """How far the source is believed, 0..1; what the operator labelled without a tier is the operator's word."""
    return 1.0 if reference.tier is None else _TRUST[reference.tier]


def _wholeness(comparison: Comparison) -> float:
    """0..1: how far the artwork is the whole of the matter, and not a piece among others."""
    return min(1.0, max(0.0, (common_part(comparison) - _PIECE) / (WHOLE_PART - _PIECE)))
