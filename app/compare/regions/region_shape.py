"""Describes a changed place in numbers, so that what it holds can be told."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.residual import Residual
from app.compare.pixels.channels import are_between, largest, median_level, smallest
from app.model.comparison import RegionShape
from app.model.geometry import Box
from app.model.poster_image import Pixels

# A mark of fewer pixels is dust.
_DUST = 6
# A colour is another's when every channel is less than this apart, 0..1.
_NEAR_COLOUR = 0.1
_LEVELS = np.arange(256, dtype=np.float32) / 255.0
_EDGE = 0.03
# So many times a box's height to either side, what is set in one line with it is looked for.
_BESIDE = 3
# Places of like size differ by less than this in area, and are in line when their middles differ by less than this
# share of twice their side.
_LIKE_SIZE = 3.0
_IN_LINE = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a region lies in the frame. mask: (h, w) bool of the frame. marks: bool, the differing pixels inside `box`.

    tight: the box around the marks. Boxes are in frame pixels.
    """

    mask: NDArray[np.bool_]
    marks: NDArray[np.bool_]
    box: Box
    tight: Box


def describe(laid: LaidOver, residual: Residual, place: Place, detail: float) -> RegionShape:
    """Measure the place as if it were the only one; the caller knows how many there are. detail: see `fine_detail`."""
    box, tight, marks = place.box, place.tight, place.marks
    rows, columns = slice(box.y, box.y + box.height), slice(box.x, box.x + box.width)
    part = place.mask[rows, columns]
    height, width = place.mask.shape
    query, reference = (
        residual.query_light[rows, columns],
        residual.reference_light[rows, columns],
    )
    marked = laid.query[rows, columns][marks]
    colours, median = marked.astype(np.float32) / 255.0, _median_colour(marked)
    fine_query, fine_reference = _fine(query)[part], _fine(reference)[part]
    energy_query, energy_reference = (
        float(fine_query.var()),
        float(fine_reference.var()),
    )
    larger = max(energy_query, energy_reference, 1.0)
    outline = _outline(marks)
    hue = _hue(colours)
    gaps = (
        tight.x / width,
        1 - (tight.x + tight.width) / width,
        tight.y / height,
        1 - (tight.y + tight.height) / height,
    )
    return RegionShape(
        share=float(place.mask.sum() / place.mask.size),
        width=tight.width / width,
        height=tight.height / height,
        centre_x=(tight.x + tight.width / 2) / width,
        centre_y=(tight.y + tight.height / 2) / height,
        fill=float(marks.sum() / max(1, tight.area)),
        pieces=outline.pieces,
        stroke=_stroke(marks) / max(1, min(tight.width, tight.height)),
        letter=outline.letter / height,
        sharpness=_sharpness(query, marks, float(np.abs(query - reference)[marks].mean())),
        solidity=outline.solidity,
        roundness=outline.roundness,
        added=max(0.0, (energy_query - energy_reference) / larger),
        removed=max(0.0, (energy_reference - energy_query) / larger),
        show_through=_correlation(fine_query, fine_reference),
        opacity=_opacity(query[marks], reference[marks]),
        correlation=float(residual.correlation[rows, columns][part].mean()),
        tone=float(residual.tone[rows, columns][part].mean()),
        colours=float(np.linalg.norm(colours.std(axis=0))),
        uniform=float(_near(marked, median).mean()),
        saturation=float((largest(colours) - smallest(colours)).mean()),
        lightness=float(colours.mean()),
        contrast=float(np.abs(query - reference)[marks].mean()) / 255.0,
        edge=min(gaps) <= _EDGE,
        spans=max(gaps[:2]) <= _EDGE or max(gaps[2:]) <= _EDGE,
        plate=_plate(laid.query[rows, columns], tight, box),
        calm=_calm(fine_reference, detail),
        hue_x=hue[0],
        hue_y=hue[1],
        aligned=0,
        magnified=1.0 / max(laid.query_scale, 1e-3),
        regions=1,
        changed=float(place.mask.sum() / place.mask.size),
        noise=residual.noise,
        coverage=float(laid.inside.mean()),
        gain=residual.gain,
        tint=float(residual.tint[rows, columns][marks].mean()),
        kin=_kin(laid.query, tight, median),
        goes_on=sum(laid.sides.goes_on),
    )


def fine_detail(residual: Residual) -> float:
    """How much fine detail the whole reference has: standard deviation, in levels of 0..255."""
    return float(_fine(residual.reference_light).std())


def count_aligned(boxes: Sequence[Box]) -> list[int]:
    """For each box, how many others of about its size stand in one row or one column with it."""
    return [sum(other is not box and _in_line(box, other) for other in boxes) for box in boxes]


def _in_line(one: Box, other: Box) -> bool:
    large, small = max(one.area, other.area), min(one.area, other.area)
    if large > _LIKE_SIZE * small:
        return False
    across = abs(2 * one.x + one.width - 2 * other.x - other.width)
    down = abs(2 * one.y + one.height - 2 * other.y - other.height)
    return across < max(one.width, other.width) * _IN_LINE or down < max(one.height, other.height) * _IN_LINE


def _plate(query: Pixels, tight: Box, box: Box) -> float:
    """Share of the tight box whose colour is about its median: a plate under letters, or a single colour."""
    top, left = tight.y - box.y, tight.x - box.x
    inside = query[top : top + tight.height, left : left + tight.width]
    return float(_near(inside, _median_colour(inside)).mean())


def _kin(query: Pixels, tight: Box, colour: NDArray[np.float32]) -> float:
    """Share of what lies to the left and right of the box, and a little above and below, in about the colour."""
    aside, above = max(_BESIDE * tight.height, tight.width // 2), tight.height // 2
    left, top = max(0, tight.x - aside), max(0, tight.y - above)
    around = query[top : tight.y + tight.height + above, left : tight.x + tight.width + aside]
    alike = _near(around, colour)
    alike[tight.y - top : tight.y - top + tight.height, tight.x - left : tight.x - left + tight.width] = False
    return float(alike.sum() / max(1, alike.size - tight.area))


def _median_colour(pixels: Pixels) -> NDArray[np.float32]:
    """Of (..., 3) pixels, each channel 0..1."""
    return np.asarray(median_level(pixels) / np.float32(255.0))


def _near(pixels: Pixels, colour: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which pixels, (..., 3), are of a colour, (3,) 0..1; (...) bool."""
    levels = [np.flatnonzero(np.abs(_LEVELS - channel) < _NEAR_COLOUR) for channel in colour]
    return are_between(pixels, [int(each[0]) for each in levels], [int(each[-1]) for each in levels])


def _calm(fine_reference: NDArray[np.float32], detail: float) -> float:
    """How much detail was there before, against the whole reference: lettering is set on calm ground."""
    return min(10.0, float(fine_reference.std()) / max(detail, 1.0))


def _hue(colours: NDArray[np.float32]) -> tuple[float, float]:
    """Where the marks' mean colour lies on the colour circle; its distance from the middle is how colourful it is."""
    red, green, blue = (float(part) for part in colours.mean(axis=0))
    return red - (green + blue) / 2, (green - blue) * 0.866


@dataclass(frozen=True, slots=True)
class _Outline:
    """letter: median height of the pieces in pixels; the rest as in RegionShape."""

    pieces: int
    letter: float
    solidity: float
    roundness: float


def _outline(marks: NDArray[np.bool_]) -> _Outline:
    import cv2

    contours, _ = cv2.findContours(marks.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    areas = [cv2.contourArea(contour) for contour in contours]
    if not areas or max(areas) < 1:
        return _Outline(len(areas), float(marks.shape[0]), 1.0, 0.0)
    largest = contours[int(np.argmax(areas))]
    hull = max(1.0, cv2.contourArea(cv2.convexHull(largest)))
    _, radius = cv2.minEnclosingCircle(largest)
    heights = [cv2.boundingRect(contour)[3] for contour, area in zip(contours, areas, strict=True) if area >= _DUST]
    letter = float(np.median(heights)) if heights else float(marks.shape[0])
    return _Outline(
        len(heights),
        letter,
        max(areas) / hull,
        max(areas) / max(1.0, np.pi * radius**2),
    )


def _sharpness(query: NDArray[np.float32], marks: NDArray[np.bool_], contrast: float) -> float:
    import cv2

    inner = cv2.erode(marks.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=0)
    rim = marks & (inner == 0)
    steep = cv2.magnitude(cv2.Sobel(query, cv2.CV_32F, 1, 0), cv2.Sobel(query, cv2.CV_32F, 0, 1))
    return float(steep[rim].mean()) / (8.0 * max(contrast, 4.0)) if rim.any() else 0.0


def _stroke(marks: NDArray[np.bool_]) -> float:
    """Typical half-width of the marks in pixels, along their middle lines."""
    import cv2

    depth = cv2.distanceTransform(np.pad(marks, 1).astype(np.uint8), cv2.DIST_L2, 3)
    inner = depth[depth > 0]
    return float(np.median(inner[inner >= np.percentile(inner, 80)])) if inner.size else 0.0


def _fine(light: NDArray[np.float32]) -> NDArray[np.float32]:
    import cv2

    return np.asarray(light - cv2.blur(light, (9, 9)), dtype=np.float32)


def _correlation(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    spread = float(one.std() * other.std())
    return float(((one - one.mean()) * (other - other.mean())).mean()) / spread if spread > 1.0 else 0.0


def _opacity(query: NDArray[np.float32], reference: NDArray[np.float32]) -> float:
    """A half-transparent layer leaves the slope of a line through (before, after): Porter and Duff's "over"."""
    spread = float(reference.var())
    if spread < 4.0:
        return 1.0
    slope = float(((query - query.mean()) * (reference - reference.mean())).mean()) / spread
    return float(np.clip(1 - slope, 0, 1))
