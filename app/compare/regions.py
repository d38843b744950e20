"""From a residual to changed regions: joined as a person would, boxed tightly, and described."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.compare.join_pieces import Piece, box_around, join_lines
from app.compare.lay_over import LaidOver
from app.compare.region_shape import Place, count_aligned, describe
from app.compare.residual import CHANGED_TONE, Residual
from app.model.comparison import RegionShape
from app.model.geometry import Box

# Bits closer than this share of the frame's longer side belong together: the gap between two words of a title.
_JOIN = 0.02
# Smaller places, as a share of the frame, are compression, not change.
MIN_SHARE = 0.0007
# A margin of this share of the longer side at the edge of the overlap is not judged: bezels and crops end there.
_EDGE_MARGIN = 0.014
# A region along that margin and no thicker than this share of the longer side is the margin's.
_SLIVER = 0.025
# Shorter than this share of the side, and with a quarter of its pixels this many levels (of 255) away, it is no sliver.
_SHORT, _STANDS_OUT = 0.5, 60.0
# A pixel is marked when its luminance differs by this many levels, or so many times the noise.
_MARK_LEVEL = 22.0
_MARK_NOISE = 4.0
# With fewer marked pixels than this share of the region, all of it counts as marked.
_FEWEST_MARKS = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class FoundRegion:
    """A changed place in the frame. box: tight, in frame pixels. mask: (h, w) bool. difference: 0..1."""

    box: Box
    mask: NDArray[np.bool_]
    difference: float
    shape: RegionShape


def find_regions(laid: LaidOver, residual: Residual) -> tuple[list[FoundRegion], NDArray[np.bool_]]:
    """The changed regions, largest first, and the (h, w) bool map of places that were judged."""
    import cv2

    judged = _judged(laid)
    changed = (residual.changed & judged).astype(np.uint8)
    if not changed.any():
        return [], judged
    reach = max(3, 2 * round(_JOIN * max(changed.shape) / 2) + 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    joined = cv2.morphologyEx(changed, cv2.MORPH_CLOSE, kernel)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    pieces = [Piece(i, Box(*map(int, stats[i, :4])), int(stats[i, 4])) for i in range(1, count)]
    places = join_lines(pieces, (changed.shape[1], changed.shape[0]), MIN_SHARE * changed.size)
    masks = [(np.isin(labels, [piece.label for piece in place]), box_around(place)) for place in places]
    found = [_find(laid, residual, mask, box) for mask, box in masks if not _is_sliver(mask, box, judged, residual)]
    total = sum(item.shape.share for item in found)
    aligned = count_aligned([item.box for item in found])
    shapes = [
        replace(item.shape, regions=len(found), changed=total, aligned=in_line)
        for item, in_line in zip(found, aligned, strict=True)
    ]
    return [replace(item, shape=shape) for item, shape in zip(found, shapes, strict=True)], judged


def _is_sliver(mask: NDArray[np.bool_], box: Box, judged: NDArray[np.bool_], residual: Residual) -> bool:
    """A thin strip along the edge of the overlap is where a crop or a bezel ends, not a change.

    Unless it is short and stands out: lettering in a corner that a crop has cut.
    """
    import cv2

    thin = _SLIVER * max(mask.shape)
    if min(box.width, box.height) > thin or max(box.width, box.height) < 3 * thin:
        return False
    side = mask.shape[1] if box.width > box.height else mask.shape[0]
    steps = np.abs(residual.query_light - residual.reference_light)[mask]
    if max(box.width, box.height) < _SHORT * side and np.percentile(steps, 75) > _STANDS_OUT:
        return False
    grown = cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8))
    return bool(((grown > 0) & ~judged).any())


def _judged(laid: LaidOver) -> NDArray[np.bool_]:
    import cv2

    margin = max(2, round(_EDGE_MARGIN * max(laid.inside.shape)))
    kernel = np.ones((2 * margin + 1, 2 * margin + 1), np.uint8)
    inside = cv2.erode(laid.inside.astype(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return np.asarray(inside > 0)


def _find(laid: LaidOver, residual: Residual, mask: NDArray[np.bool_], box: Box) -> FoundRegion:
    """Mark the pixels that really differ, draw the box around those, and describe them."""
    rows, columns = slice(box.y, box.y + box.height), slice(box.x, box.x + box.width)
    part = mask[rows, columns]
    difference = np.abs(residual.query_light - residual.reference_light)[rows, columns]
    level = max(_MARK_LEVEL, _MARK_NOISE * residual.noise)
    marks = part & ((difference > level) | (residual.tone[rows, columns] > CHANGED_TONE))
    if marks.sum() < _FEWEST_MARKS * part.sum():
        marks = part
    tight = _tight(marks, box)
    strength = float(residual.strength[rows, columns][part].mean())
    return FoundRegion(tight, mask, strength, describe(laid, residual, Place(mask, marks, box, tight)))


def _tight(marks: NDArray[np.bool_], box: Box) -> Box:
    rows, columns = np.nonzero(marks.any(axis=1))[0], np.nonzero(marks.any(axis=0))[0]
    return Box(
        box.x + int(columns[0]),
        box.y + int(rows[0]),
        int(columns[-1] - columns[0]) + 1,
        int(rows[-1] - rows[0]) + 1,
    )
