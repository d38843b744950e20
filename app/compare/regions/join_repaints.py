"""Joins neighbouring places of one repaint: a new sky shows where it differs, in pieces, and is one change."""

from collections.abc import Sequence
from dataclasses import replace

from app.model.comparison import ChangedRegion

# A place from this likelihood of a repaint on takes in neighbours of that one, no further away than this share of the
# reference's longer side. Measured on 44 posters of the tuning half, 2026-11-25: one more change in a hundred is
# outlined by one box that fits it (IoU .3); of skies, 90 % instead of 75.
SURE_REPAINT, _PERHAPS, _NEAR = 0.5, 0.3, 0.06


def join_repaints(regions: Sequence[ChangedRegion], reference_size: tuple[int, int]) -> tuple[ChangedRegion, ...]:
    """The same regions, repaints side by side as one; the likeliest of them speaks for all. reference_size: pixels."""
    reach = _NEAR * max(reference_size)
    order = sorted(regions, key=lambda region: -region.chances.picture)
    joined: list[ChangedRegion] = []
    while order:
        region, *order = order
        if region.chances.picture >= SURE_REPAINT:
            near = _neighbour(region, order, reach)
            while near is not None:
                order.remove(near)
                region = _join(region, near)
                near = _neighbour(region, order, reach)
        joined.append(region)
    return tuple(sorted(joined, key=lambda region: -region.share))


def _neighbour(region: ChangedRegion, others: Sequence[ChangedRegion], reach: float) -> ChangedRegion | None:
    for other in others:
        if other.chances.picture >= _PERHAPS and region.reference_box.gap(other.reference_box) <= reach:
            return other
    return None


def _join(first: ChangedRegion, second: ChangedRegion) -> ChangedRegion:
    share = first.share + second.share
    difference = first.difference * first.share + second.difference * second.share
    return replace(
        first,
        box=first.box.union(second.box),
        reference_box=first.reference_box.union(second.reference_box),
        share=min(1.0, share),
        difference=difference / max(share, 1e-9),
    )
