"""From a residual to changed regions: joined as a person would, boxed tightly, and described."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.lay_over import LaidOver
from app.compare.residual import Residual
from app.model.comparison import RegionShape
from app.model.geometry import Box

# Bits closer than this share of the frame's longer side belong together: the gap between two words of a title.
_JOIN = 0.02
# Smaller places, as a share of the frame, are compression, not change.
MIN_SHARE = 0.0008
# A margin of this share of the longer side at the edge of the overlap is not judged: bezels, borders and crops end there.
_EDGE_MARGIN = 0.014
# A pixel is marked when its luminance differs by this many levels, or so many times the noise.
_MARK_LEVEL = 22.0
_MARK_NOISE = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class FoundRegion:
    """A changed place in the frame. box: tight, frame pixels. mask: (h, w) bool of the whole frame. difference: 0..1."""

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
    smallest = MIN_SHARE * changed.size
    order = sorted((i for i in range(1, count) if stats[i, 4] >= smallest), key=lambda i: -int(stats[i, 4]))
    return [_describe(laid, residual, labels == i, Box(*map(int, stats[i, :4]))) for i in order], judged


def _judged(laid: LaidOver) -> NDArray[np.bool_]:
    import cv2

    margin = max(2, round(_EDGE_MARGIN * max(laid.inside.shape)))
    kernel = np.ones((2 * margin + 1, 2 * margin + 1), np.uint8)
    inside = cv2.erode(laid.inside.astype(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return np.asarray(inside > 0)


def _describe(laid: LaidOver, residual: Residual, mask: NDArray[np.bool_], box: Box) -> FoundRegion:
    import cv2

    rows, columns = slice(box.y, box.y + box.height), slice(box.x, box.x + box.width)
    part = mask[rows, columns]
    difference = np.abs(residual.query_light - residual.reference_light)[rows, columns]
    marks = part & ((difference > max(_MARK_LEVEL, _MARK_NOISE * residual.noise)) | (residual.tone[rows, columns] > 40))
    if marks.sum() < 0.05 * part.sum():
        marks = part
    tight = _tight(marks, box)
    count, _, stats, _ = cv2.connectedComponentsWithStats(marks.astype(np.uint8), connectivity=8)
    depth = cv2.distanceTransform(np.pad(marks, 1).astype(np.uint8), cv2.DIST_L2, 3)
    ridge = depth[depth >= np.percentile(depth[depth > 0], 80)] if marks.any() else np.zeros(1)
    colours = laid.query[rows, columns][marks]
    light, saturation = colours.mean(axis=1) / 255.0, (colours.max(axis=1) - colours.min(axis=1)) / 255.0
    height, width = mask.shape
    fine_query, fine_reference = (
        _fine(residual.query_light, rows, columns),
        _fine(residual.reference_light, rows, columns),
    )
    energy_query, energy_reference = float(fine_query[part].var()), float(fine_reference[part].var())
    larger = max(energy_query, energy_reference, 1.0)
    shape = RegionShape(
        share=float(mask.sum() / mask.size),
        width=tight.width / width,
        height=tight.height / height,
        centre_x=(tight.x + tight.width / 2) / width,
        centre_y=(tight.y + tight.height / 2) / height,
        fill=float(marks.sum() / max(1, tight.area)),
        pieces=int((stats[1:, 4] >= 6).sum()) if count > 1 else 0,
        stroke=float(np.median(ridge)) / max(1, min(tight.width, tight.height)),
        added=max(0.0, (energy_query - energy_reference) / larger),
        removed=max(0.0, (energy_reference - energy_query) / larger),
        show_through=_correlation(fine_query[part], fine_reference[part]),
        correlation=float(residual.correlation[rows, columns][part].mean()),
        tone=float(residual.tone[rows, columns][part].mean()),
        colours=float(np.linalg.norm(colours.std(axis=0)) / 255.0),
        saturation=float(saturation.mean()),
        lightness=float(light.mean()),
        edge=min(tight.x, tight.y, width - tight.x - tight.width, height - tight.y - tight.height) <= 0.015 * height,
        magnified=1.0 / max(laid.query_scale, 1e-3),
    )
    return FoundRegion(tight, mask, float(residual.strength[rows, columns][part].mean()), shape)


def _tight(marks: NDArray[np.bool_], box: Box) -> Box:
    rows, columns = np.nonzero(marks.any(axis=1))[0], np.nonzero(marks.any(axis=0))[0]
    return Box(
        box.x + int(columns[0]),
        box.y + int(rows[0]),
        int(columns[-1] - columns[0]) + 1,
        int(rows[-1] - rows[0]) + 1,
    )


def _fine(light: NDArray[np.float32], rows: slice, columns: slice) -> NDArray[np.float32]:
    import cv2

    part = light[rows, columns]
    return np.asarray(part - cv2.blur(part, (9, 9)), dtype=np.float32)


def _correlation(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    spread = float(one.std() * other.std())
    return float(((one - one.mean()) * (other - other.mean())).mean()) / spread if spread > 1.0 else 0.0
