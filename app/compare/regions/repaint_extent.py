"""How far a repaint reaches: a sky of another colour differs most where it ends, and is changed all over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.photometry import apart_from_one_look
from app.compare.pixels.solid_places import solid
from app.compare.regions.join_repaints import SURE_REPAINT
from app.model.comparison import ChangedRegion
from app.model.geometry import Box, surround

# A repaint is a part of a larger one when so much of it lies in that.
_PART = 0.25
# One look must explain so much of the picture; it leaves a place when its colours are so far from it in some channel,
# of the full range, and so many times as far as is usual.
_MOSTLY, _APART, _TIMES_USUAL = 0.35, 0.08, 4.0
# The place is no speck, and not nearly the whole picture.
_LEAST, _MOST = 0.01, 0.75
# Parts of which so much lies in it only show where it ends. In heat maps it is at least so strong, 0..1.
_WITHIN, _GLOW = 0.5, 0.75


@dataclass(frozen=True, slots=True, eq=False)
class RecolouredPlace:
    """mask: (h, w) bool, where colours are compared. box: around it, in frame pixels. share: of the compared area."""

    mask: NDArray[np.bool_]
    box: Box
    share: float


def find_recoloured(laid: LaidOver) -> list[RecolouredPlace]:
    """Where colours differ from what one look makes of the reference, if one explains most of the rest."""
    import cv2

    apart, inside, explained = apart_from_one_look(laid)
    if explained < _MOSTLY:
        return []
    usual = float(np.median(apart[inside & (apart <= _APART)]))
    marks = solid(inside & (apart > max(_APART, _TIMES_USUAL * usual)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    across, down = laid.inside.shape[1] / inside.shape[1], laid.inside.shape[0] / inside.shape[0]
    places = []
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        share = area / max(1, int(inside.sum()))
        if _LEAST <= share <= _MOST:
            places.append(RecolouredPlace(labels == label, Box(x, y, width, height).scaled(across, down), share))
    return places


def widen_repaints(
    regions: Sequence[ChangedRegion], laid: LaidOver, boxes_of: Callable[[Box], tuple[Box, Box]]
) -> tuple[ChangedRegion, ...]:
    """The regions, repaints that are parts of one recoloured place as that place; the likeliest speaks for all.

    Such places are looked for only where there is a repaint. boxes_of: of a box of the frame, those in the submitted
    picture and in the reference.
    """
    left = list(regions)
    for place in find_recoloured(laid) if any(map(_is_repaint, left)) else ():
        parts = [region for region in left if _is_repaint(region) and _is_part(region, place, laid)]
        if not parts:
            continue
        box, reference_box = boxes_of(place.box)
        first = max(parts, key=lambda region: region.chances.picture)
        beyond = [part for part in parts if part.box.intersection(box) < _WITHIN * part.box.area]
        whole = replace(
            first,
            box=surround([box, *(part.box for part in beyond)]),
            reference_box=surround([reference_box, *(part.reference_box for part in beyond)]),
            share=min(1.0, max(place.share, sum(part.share for part in parts))),
        )
        left = [whole, *(region for region in left if region not in parts)]
    return tuple(sorted(left, key=lambda region: -region.share))


def glow_all_over(strength: NDArray[np.float32], laid: LaidOver, repaints: Sequence[Box]) -> NDArray[np.float32]:
    """A residual's strength, (h, w) in 0..1, with recoloured places shown all over where a repaint lies on them.

    repaints: boxes of the frame.
    """
    import cv2

    glowing = strength.copy()
    for place in find_recoloured(laid) if repaints else ():
        if any(place.box.intersection(box) for box in repaints):
            size = (strength.shape[1], strength.shape[0])
            shown = cv2.resize(place.mask.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
            np.maximum(glowing, _GLOW * np.asarray(shown, np.float32), out=glowing)
    return glowing


def _is_repaint(region: ChangedRegion) -> bool:
    return region.chances.picture >= SURE_REPAINT


def _is_part(region: ChangedRegion, place: RecolouredPlace, laid: LaidOver) -> bool:
    """Whether enough of a region's box lies in the place."""
    height, width = place.mask.shape
    reference_size = laid.to_reference[0] * laid.inside.shape[1], laid.to_reference[1] * laid.inside.shape[0]
    small = region.reference_box.scaled(width / reference_size[0], height / reference_size[1])
    cut = place.mask[max(0, small.y) : small.y + small.height, max(0, small.x) : small.x + small.width]
    return bool(cut.size) and float(cut.mean()) >= _PART
