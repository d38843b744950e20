"""The parts of a composite as the report has them: named, coloured and outlined in the picture's own pixels."""

from collections.abc import Sequence

import numpy as np

from app.imaging.trace import trace_parts
from app.model.comparison import Comparison
from app.model.composite import CompositePart
from app.model.geometry import Box
from app.model.report import PartColour, ReportBox, ReportPart

_LETTERS = "ABCD"
_COLOURS = (PartColour.BLUE, PartColour.ORANGE, PartColour.GREEN, PartColour.PURPLE)
_ELSEWHERE = "?"


def report_parts(parts: Sequence[CompositePart], size: tuple[int, int]) -> list[ReportPart]:
    """The parts in their order, what comes from elsewhere last. size: (width, height) of the submitted picture."""
    shapes = trace_parts([part.cells for part in parts], size)
    reported = []
    for place, (part, shape) in enumerate(zip(parts, shapes, strict=True)):
        comparison, box = part.comparison, Box(*shape.box)
        inside = None if comparison is None else _in_reference(comparison, box, size[0])
        reported.append(
            ReportPart(
                letter=_ELSEWHERE if comparison is None else _LETTERS[place],
                reference_id=None if comparison is None else comparison.reference.id,
                title="" if comparison is None else comparison.reference.title,
                share=round(part.share, 4),
                colour=PartColour.GREY if comparison is None else _COLOURS[place],
                outline=[list(ring) for ring in shape.rings],
                centre=shape.centre,
                box=_box(box),
                reference_box=None if inside is None else _box(inside),
            )
        )
    return reported


def _box(box: Box) -> ReportBox:
    return ReportBox(x=box.x, y=box.y, width=box.width, height=box.height)


def _in_reference(comparison: Comparison, box: Box, picture_width: int) -> Box | None:
    """A box of the submitted picture in the reference's own pixels; None where the reference does not reach."""
    if comparison.homography is None:
        return None
    left, right = box.x, box.x + box.width
    if comparison.mirrored:
        left, right = picture_width - right, picture_width - left
    corners = np.array([[x, y, 1.0] for x in (left, right) for y in (box.y, box.y + box.height)])
    moved = corners @ np.linalg.inv(comparison.homography).T
    if (moved[:, 2] <= 0).any():
        return None
    points = moved[:, :2] / moved[:, 2:]
    size = np.array([comparison.reference.width, comparison.reference.height])
    low, high = np.clip(np.floor(points.min(axis=0)), 0, size), np.clip(np.ceil(points.max(axis=0)), 0, size)
    if (high - low < 1).any():
        return None
    return Box(int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1]))
