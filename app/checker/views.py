"""Draws what a report says: changed places on both pictures, the picture laid onto the reference, the heat map."""

from enum import StrEnum

import numpy as np

from app.compare.lay_over import LaidOver, lay_over
from app.compare.residual import measure_residual
from app.errors import WrongUse
from app.imaging.draw import heat, outline, side_by_side
from app.imaging.encode import encode_png
from app.model.geometry import Box
from app.model.poster_image import Pixels, PosterImage
from app.model.report import CheckReport, Relation, ReportBox, ReportMatch, ReportRegion


class View(StrEnum):
    """What can be drawn of a report."""

    OVERLAY = "overlay"
    ALIGNED = "aligned"
    REFERENCE = "reference"
    HEAT = "heat"
    DIFF = "diff"


def draw_view(image: PosterImage, report: CheckReport, reference: Pixels | None, view: View) -> bytes:
    """A PNG of the best match. reference: its rendition; None without a match, when only OVERLAY can be drawn.

    Raises WrongUse for a view that has nothing to show.
    """
    match = report.matches[0] if report.matches else None
    boxes = [_box(region) for region in _marked(match)]
    if view is View.OVERLAY:
        return encode_png(outline(image.pixels, boxes))
    if match is None or reference is None:
        raise WrongUse("No reference was matched, so there is nothing to lay the picture over.")
    marked = _mark_reference(reference, match)
    if view is View.REFERENCE:
        return encode_png(marked)
    laid = _lay_over(image, reference, match)
    if view is View.ALIGNED:
        return encode_png(laid.query)
    glowing = _heat(image, laid, mirrored=match.mirrored)
    if view is View.HEAT:
        return encode_png(glowing)
    sheet = [("Submitted", outline(image.pixels, boxes)), (f"Reference: {match.reference.title}", marked)]
    return encode_png(side_by_side([*sheet, ("Where they differ", glowing)]))


def _marked(match: ReportMatch | None) -> list[ReportRegion]:
    """The regions worth outlining: where only elements are shared, everything else differs and marks nothing."""
    return [] if match is None or match.relation is Relation.SHARED_ELEMENTS else match.changed_regions


def _box(box: ReportBox) -> Box:
    return Box(box.x, box.y, box.width, box.height)


def _mark_reference(reference: Pixels, match: ReportMatch) -> Pixels:
    across, down = reference.shape[1] / match.reference.width, reference.shape[0] / match.reference.height
    boxes = [region.reference_box for region in _marked(match)]
    return outline(
        reference,
        [Box(round(b.x * across), round(b.y * down), round(b.width * across), round(b.height * down)) for b in boxes],
    )


def _lay_over(image: PosterImage, reference: Pixels, match: ReportMatch) -> LaidOver:
    if match.homography is None:
        raise WrongUse("The picture and the reference could not be aligned.")
    homography = np.array(match.homography, dtype=np.float64).reshape(3, 3)
    pixels = np.ascontiguousarray(image.pixels[:, ::-1]) if match.mirrored else image.pixels
    return lay_over(pixels, reference, homography, (match.reference.width, match.reference.height))


def _heat(image: PosterImage, laid: LaidOver, *, mirrored: bool) -> Pixels:
    import cv2

    strength = measure_residual(laid).strength * laid.inside
    on_query = cv2.warpPerspective(strength, laid.to_query, (image.width, image.height), flags=cv2.INTER_LINEAR)
    return heat(image.pixels, np.asarray(on_query[:, ::-1] if mirrored else on_query, dtype=np.float32))
