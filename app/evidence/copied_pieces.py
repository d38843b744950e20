"""Pieces of artwork that somebody copied over other artwork: nobody lays that over a poster to pass it on."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from app.evidence.relate import CLAIM
from app.model.comparison import ChangedRegion, Comparison, RegionChances
from app.model.reference import Reference

# Of 108 edits that copy something but a face (18 hands, 6 tuning posters each) it is found in 75, of 756 harmless
# pictures with something laid over in none (2026-11-28, seed 991).
_COPIED = RegionChances(overlay=0.02, text=0.3, picture=1.0, variant=0.3)
# The same of a piece of another poster: of 564 edits with a face, a figure or a title of another one 113 were unsure
# enough to be looked at, 29 of those are told, and of 966 harmless pictures with something laid over, 558 places of
# them looked at, one (2026-11-28, seed 992).
_TAKEN = RegionChances(overlay=0.05, text=0.3, picture=1.0, variant=0.2)
# Smaller places, as a share of the compared area, hold too few points to tell.
_LEAST_SHARE = 0.005
# From this likelihood of a claim on, a copy would not change the answer.
_SURELY = 0.95


def may_be_copied(comparison: Comparison) -> list[ChangedRegion]:
    """The places of which it can change the answer where they came from; none where it is taken for altered surely."""
    if comparison.claim >= _SURELY:
        return []
    return [region for region in comparison.regions if _is_open(region)]


def with_copied(comparison: Comparison, copied: Collection[ChangedRegion]) -> Comparison:
    """The comparison, with chances that take into account which of its places hold a copy."""
    regions = (
        replace(region, chances=region.chances.given(_COPIED), copied=True) if region in copied else region
        for region in comparison.regions
    )
    return replace(comparison, regions=tuple(regions))


def with_taken(comparison: Comparison, taken: Mapping[ChangedRegion, Reference]) -> Comparison:
    """The comparison, with chances that take into account which of its places hold a piece of another reference."""
    regions = (
        replace(region, chances=region.chances.given(_TAKEN), taken_from=taken[region].title or taken[region].id)
        if region in taken
        else region
        for region in comparison.regions
    )
    return replace(comparison, regions=tuple(regions))


def _is_open(region: ChangedRegion) -> bool:
    return region.share >= _LEAST_SHARE and region.pictogram is None and region.variant < CLAIM
