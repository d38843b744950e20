"""Stickers come together: a compact place near others that surely are some is likelier one itself."""

from collections.abc import Sequence
from dataclasses import replace

from app.model.comparison import ChangedRegion, RegionChances

# What may be a sticker by its form: share of the frame, roundness and solidity of its largest mark.
_SHARES, _ROUND, _SOLID = (0.002, 0.08), 0.35, 0.6
# Others are of its kind when they are so likely to be laid over, and at most so many times as large or small.
_SURE, _LIKE = 0.9, 5.0
# By so much one such other makes it less likely anything else, and more of them. Of 99 compact places that lay over
# harmless pictures and were less sure than .8, 17 had such company; of 497 of edits none had (2,583 pictures of 26
# tuning posters under all sets of attacks, 2026-11-27). Held far back: no set puts stickers on an edit, people may.
_ONE = RegionChances(overlay=1.0, text=0.25, picture=0.2, variant=0.2)
_MORE = RegionChances(overlay=1.0, text=0.15, picture=0.1, variant=0.1)


def among_stickers(regions: Sequence[ChangedRegion]) -> list[ChangedRegion]:
    """The same places, with chances that take their company into account."""
    sure = [region for region in regions if _is_compact(region) and region.chances.overlay >= _SURE]
    return [_given_company(region, sure) for region in regions]


def _given_company(region: ChangedRegion, sure: Sequence[ChangedRegion]) -> ChangedRegion:
    if not _is_compact(region):
        return region
    company = sum(other is not region and _is_like(region, other) for other in sure)
    if not company:
        return region
    return replace(region, chances=region.chances.given(_ONE if company == 1 else _MORE))


def _is_compact(region: ChangedRegion) -> bool:
    shape = region.shape
    return _SHARES[0] <= shape.share <= _SHARES[1] and shape.roundness >= _ROUND and shape.solidity >= _SOLID


def _is_like(one: ChangedRegion, other: ChangedRegion) -> bool:
    small, large = sorted((one.box.area, other.box.area))
    return large <= _LIKE * small
