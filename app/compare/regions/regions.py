"""From a residual to changed regions: joined as a person would, boxed tightly, and described."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import WINDOW_MARGIN, LaidOver
from app.compare.aligned.mark_changes import CHANGED_TONE
from app.compare.aligned.residual import Residual
from app.compare.regions.cut_letters import cut_letters
from app.compare.regions.join_pieces import Piece, box_around, join_lines
from app.compare.regions.region_shape import Place, count_aligned, describe, fine_detail
from app.model.comparison import RegionShape
from app.model.geometry import Box

# Bits closer than this share of the frame's longer side belong together: the gap between two words of a title.
_JOIN = 0.02
# Smaller places, as a share of the frame, are compression, not change.
MIN_SHARE = 0.0007
# Where the submitted picture goes on beyond the poster, a margin of this share of the longer side is not judged: bezels
# and app backgrounds begin there. Where it ends itself, what windows of the residual reach over is not, and so many
# pixels at the frame's own edge are not.
_EDGE_MARGIN = 0.014
_FRAME_MARGIN = 2
# A region along a margin and no thicker than this share of the longer side is the margin's: first kind, second kind.
_SLIVER, _THIN_SLIVER = 0.025, 0.012
# Shorter than this share of the side, and with a quarter of its pixels so many levels (of 255) away, in light or in
# colour, it is no sliver.
_SHORT, _STANDS_OUT, _OTHER_COLOUR = 0.5, 60.0, 45.0
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

    judged, edge = _judged(laid)
    letters = cut_letters(laid, residual)
    end = ~judged & ~edge
    judged |= letters
    changed = ((residual.changed & judged) | letters).astype(np.uint8)
    if not changed.any():
        return [], judged
    reach = max(3, 2 * round(_JOIN * max(changed.shape) / 2) + 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    joined = cv2.morphologyEx(changed, cv2.MORPH_CLOSE, kernel)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    pieces = [Piece(i, Box(*map(int, stats[i, :4])), int(stats[i, 4])) for i in range(1, count)]
    places = join_lines(pieces, (changed.shape[1], changed.shape[0]), MIN_SHARE * changed.size)
    masks = [(np.isin(labels, [piece.label for piece in place]), box_around(place)) for place in places]
    find = partial(_find, laid, residual, residual.strength, fine_detail(residual))
    found = [
        find(mask, box)
        for mask, box in masks
        if (mask & letters).any()
        or not (_is_sliver(mask, box, edge, residual, _SLIVER) or _is_sliver(mask, box, end, residual, _THIN_SLIVER))
    ]
    total = sum(item.shape.share for item in found)
    aligned = count_aligned([item.box for item in found])
    shapes = [
        replace(item.shape, regions=len(found), changed=total, aligned=in_line)
        for item, in_line in zip(found, aligned, strict=True)
    ]
    return [replace(item, shape=shape) for item, shape in zip(found, shapes, strict=True)], judged


def _is_sliver(
    mask: NDArray[np.bool_], box: Box, edge: NDArray[np.bool_], residual: Residual, thickness: float
) -> bool:
    """A thin strip along an edge is a bezel, a ground, or what a picture's own edge does to it, not a change.

    Unless it is short and stands out: lettering in a corner that a crop has cut.
    """
    import cv2

    thin = thickness * max(mask.shape)
    if min(box.width, box.height) > thin or max(box.width, box.height) < 3 * thin:
        return False
    side = mask.shape[1] if box.width > box.height else mask.shape[0]
    if max(box.width, box.height) < _SHORT * side:
        steps = np.abs(residual.query_light - residual.reference_light)[mask]
        if np.percentile(steps, 75) > _STANDS_OUT or np.percentile(residual.tint[mask], 75) > _OTHER_COLOUR:
            return False
    grown = cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8))
    return bool(((grown > 0) & edge).any())


def _judged(laid: LaidOver) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """What is judged, and the margin along edges beyond which the submitted picture goes on; (h, w) bool each."""
    import cv2

    height, width = laid.inside.shape
    wide = max(2, round(_EDGE_MARGIN * max(height, width)))
    around = wide if laid.ends_within else WINDOW_MARGIN
    kernel = np.ones((2 * around + 1, 2 * around + 1), np.uint8)
    judged = cv2.erode(laid.inside.astype(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=1) > 0
    edge = laid.inside & ~judged if laid.ends_within else np.zeros((height, width), dtype=bool)
    for side, goes_on in enumerate(laid.sides.goes_on):
        strip = _along(side, wide if goes_on else _FRAME_MARGIN)
        judged[strip] = False
        edge[strip] |= goes_on
    return np.asarray(judged), edge


def _along(side: int, wide: int) -> tuple[slice, slice]:
    """The rows and columns along a frame's left, top, right or bottom side."""
    ends = slice(None, wide) if side < 2 else slice(-wide, None)
    return (slice(None), ends) if side % 2 == 0 else (ends, slice(None))


def _find(
    laid: LaidOver,
    residual: Residual,
    strength: NDArray[np.float32],
    detail: float,
    mask: NDArray[np.bool_],
    box: Box,
) -> FoundRegion:
    """Mark the pixels that really differ, draw the box around those, and describe them.

    strength: the residual's. detail: see `fine_detail`. Both are of the whole frame, and the same for every place.
    """
    rows, columns = slice(box.y, box.y + box.height), slice(box.x, box.x + box.width)
    part = mask[rows, columns]
    apart = np.abs(residual.query_light[rows, columns] - residual.reference_light[rows, columns])
    level = max(_MARK_LEVEL, _MARK_NOISE * residual.noise)
    marks = part & ((apart > level) | (residual.tone[rows, columns] > CHANGED_TONE))
    if marks.sum() < _FEWEST_MARKS * part.sum():
        marks = part
    tight = _tight(marks, box)
    difference = float(strength[rows, columns][part].mean())
    return FoundRegion(tight, mask, difference, describe(laid, residual, Place(mask, marks, box, tight), detail))


def _tight(marks: NDArray[np.bool_], box: Box) -> Box:
    rows, columns = np.nonzero(marks.any(axis=1))[0], np.nonzero(marks.any(axis=0))[0]
    return Box(
        box.x + int(columns[0]),
        box.y + int(rows[0]),
        int(columns[-1] - columns[0]) + 1,
        int(rows[-1] - rows[0]) + 1,
    )
