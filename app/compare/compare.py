"""Lays one reference over the submitted picture and measures everything that differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver, lay_over
from app.compare.aligned.residual import Residual
from app.compare.marks.pictograms import recognise_all
from app.compare.regions.among_stickers import among_stickers
from app.compare.regions.join_repaints import join_repaints
from app.compare.regions.place_views import draw_views
from app.compare.regions.region_kind import tell_kinds
from app.compare.regions.regions import FoundRegion, find_regions
from app.compare.regions.repaint_extent import widen_repaints
from app.compare.registration.register import (
    Registration,
    register_by_features,
    register_by_the_rest,
    register_directly,
)
from app.compare.registration.verify_geometry import Homography, picture_corners, project
from app.compare.shown.measure_shown import measure_shown
from app.compare.submitted import SubmittedPicture
from app.model.comparison import PICTURE_MISSING, ChangedRegion, Comparison, Pictogram, RegionChances
from app.model.fingerprint import LocalFeatures
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.reference import Reference
from app.model.report import FoundBy

# A direct registration is believed when so much of the overlap is alike: median correlation, and changed share.
_DIRECT_LIKENESS = 0.8
_DIRECT_CHANGED = 0.35
# One pixel in so many is enough for a median.
_SAMPLED = 5
# Where less of the drawing agrees, the mapping may be that of a title which was moved, and another one is tried; it has
# to do so much better itself. Of 31 pairs of versions and recomposed posters with a mapping like that, eight have one
# under which twice as much agrees (tuning posters, 2026-11-28).
_FITS = 0.5
# A reference that agrees with less of the drawing is none of the picture's, and nobody asks what its changes hold.
_WORTH_LOOKING = 0.2
# What lies on top so surely (likelihood) leaves what is drawn under it out of the account, up to this share of all.
_SURELY_ON_TOP, _MOST_ON_TOP = 0.9, 0.35
# Cells across and down in which the parts of a composite are told apart.
_CELLS = 48
# A cell of which so much agrees does.
_HALF = 0.5
# Share of the submitted picture that a reference reaches from which on nothing worth telling apart lies outside.
_WHOLE_REACH = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class ComparedReference:
    """A reference with what comparing needs.

    pixels: its rendition; None when the library knows it by its fingerprint alone. mirrored: its mirror image is the
    likelier one.
    """

    reference: Reference
    pixels: Pixels | None
    found_by: tuple[FoundBy, ...]
    hash_distance: int | None
    mirrored: bool = False


def compare_directly(
    submitted: SubmittedPicture, candidate: ComparedReference, place: Box | None = None
) -> Comparison | None:
    """Without key points, for a whole picture with a near hash, stretched or not; None when that does not fit.

    place: where the reference lies, in submitted pixels, those of the flipped picture for a mirrored candidate; all of
    the picture if None.
    """
    size = (candidate.reference.width, candidate.reference.height)
    if candidate.pixels is None:
        return None
    homography = register_directly(submitted, candidate.pixels, size, mirrored=candidate.mirrored, place=place)
    if homography is None:
        return None
    comparison = _measure(
        submitted, candidate, candidate.pixels, homography, inliers=0, spread=1.0, mirrored=candidate.mirrored
    )
    fits = comparison.likeness >= _DIRECT_LIKENESS and comparison.changed_share <= _DIRECT_CHANGED
    return comparison if fits else None


def compare(submitted: SubmittedPicture, candidate: ComparedReference, features: LocalFeatures) -> Comparison:
    """1. Register by key points. 2. Lay over. 3. Measure the residual. 4. Find and describe the changed regions.

    A reference without a picture is registered and no more: agreement stays 0, and `failure` says why.
    """
    found = register_by_features(submitted, features, mirrored_first=candidate.mirrored)
    first = _laid_over(submitted, candidate, found)
    if first is None:
        return _not_laid_over(submitted, candidate, found)
    if first.agreement >= _FITS:
        return first
    second = _laid_over(submitted, candidate, register_by_the_rest(submitted, features, found))
    return second if second is not None and second.agreement >= _FITS and _fit(second) > _fit(first) else first


def lies_in(points: NDArray[np.floating[Any]], comparisons: Sequence[Comparison]) -> NDArray[np.bool_]:
    """(n,) bool: which points (n, 2) of the submitted picture lie in any of the references laid over it."""
    inside = np.zeros(len(points), dtype=bool)
    for item in comparisons:
        if item.homography is not None:
            back = np.linalg.inv(item.homography).astype(np.float64)
            there = project(back, points.astype(np.float64))
            inside |= ((there >= 0) & (there < (item.reference.width, item.reference.height))).all(axis=1)
    return inside


def _laid_over(submitted: SubmittedPicture, candidate: ComparedReference, found: Registration) -> Comparison | None:
    """None where the reference could not be registered, or has no picture."""
    verification = found.verification
    if verification.homography is None or candidate.pixels is None:
        return None
    return _measure(
        submitted,
        candidate,
        candidate.pixels,
        verification.homography,
        inliers=verification.inliers,
        spread=verification.spread,
        mirrored=found.mirrored,
    )


def _fit(comparison: Comparison) -> float:
    """How much of the picture a mapping accounts for."""
    return comparison.agreement * comparison.query_coverage


def _not_laid_over(submitted: SubmittedPicture, candidate: ComparedReference, found: Registration) -> Comparison:
    verification = found.verification
    homography, failure = verification.homography, verification.failure
    size = (candidate.reference.width, candidate.reference.height)
    reach = share = 0.0
    if homography is not None:
        reach = _query_coverage(homography, size, submitted.size)
        share = _query_coverage(np.linalg.inv(homography).astype(np.float64), submitted.size, size)
    return Comparison(
        reference=candidate.reference,
        found_by=candidate.found_by,
        hash_distance=candidate.hash_distance,
        mirrored=found.mirrored,
        inliers=verification.inliers,
        spread=verification.spread,
        homography=homography,
        failure=PICTURE_MISSING if homography is not None else None if failure is None else failure.value,
        query_coverage=reach,
        reference_coverage=share,
    )


def _measure(
    submitted: SubmittedPicture,
    candidate: ComparedReference,
    pixels: Pixels,
    homography: Homography,
    *,
    inliers: int,
    spread: float,
    mirrored: bool,
) -> Comparison:
    size = (candidate.reference.width, candidate.reference.height)
    laid, residual = measure_shown(lay_over(submitted.pixels(mirrored=mirrored), pixels, homography, size))
    found, judged = find_regions(laid, residual)
    area = max(1, int(judged.sum()))
    reach = _query_coverage(homography, size, submitted.size)
    in_part = bool(found) or reach < _WHOLE_REACH
    agreement = residual.agreement(judged)
    views = draw_views(laid, residual, found) if agreement >= _WORTH_LOOKING else None
    pictograms = [None] * len(found) if views is None else recognise_all(views[:, 0])
    chances = tell_kinds([region.shape for region in found], views, pictograms)
    if views is not None:
        agreement = residual.agreement(judged & ~_on_top(found, chances, judged))
    placed = [
        _place(region, each, pictogram, laid, submitted.size, area, mirrored=mirrored)
        for region, each, pictogram in zip(found, chances, pictograms, strict=True)
    ]
    joined = join_repaints(among_stickers(placed), size)
    boxes_of = partial(_boxes_of, laid=laid, query_size=submitted.size, mirrored=mirrored)
    return Comparison(
        reference=candidate.reference,
        found_by=candidate.found_by,
        hash_distance=candidate.hash_distance,
        mirrored=mirrored,
        inliers=inliers,
        spread=spread,
        homography=homography,
        failure=None,
        query_coverage=reach,
        reference_coverage=float(laid.inside.mean()),
        changed_share=min(1.0, sum(region.share for region in joined)),
        likeness=float(np.median(residual.correlation[judged][::_SAMPLED])) if judged.any() else 0.0,
        agreement=agreement,
        regions=widen_repaints(joined, laid, boxes_of),
        explained_cells=_explained_cells(residual, judged, laid, submitted.size, mirrored) if in_part else None,
        crossed=laid.sides.crossed,
    )


def _on_top(
    found: Sequence[FoundRegion], chances: Sequence[RegionChances], judged: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Where something surely lies on the poster, so that what is drawn there says nothing; nowhere if that is much."""
    covered = np.zeros_like(judged)
    for region, each in zip(found, chances, strict=True):
        if each.overlay >= _SURELY_ON_TOP:
            covered |= region.mask
    return covered if covered.sum() <= _MOST_ON_TOP * judged.sum() else np.zeros_like(judged)


def _explained_cells(
    residual: Residual, judged: NDArray[np.bool_], laid: LaidOver, query_size: tuple[int, int], mirrored: bool
) -> NDArray[np.bool_]:
    """Where the submitted picture, cut into _CELLS by _CELLS, holds something drawn that agrees with the reference."""
    import cv2

    agreeing = (residual.drawn & judged & ~residual.changed).astype(np.uint8)
    spread = cv2.dilate(agreeing, np.ones((5, 5), np.uint8)).astype(np.float32)
    cells = laid.seen_in_query(spread, (_CELLS, _CELLS), query_size)
    return np.asarray((cells[:, ::-1] if mirrored else cells) > _HALF)


def _place(
    found: FoundRegion,
    chances: RegionChances,
    pictogram: Pictogram | None,
    laid: LaidOver,
    query_size: tuple[int, int],
    area: int,
    *,
    mirrored: bool,
) -> ChangedRegion:
    """A region of the frame in the pixels of both pictures."""
    box, reference_box = _boxes_of(found.box, laid, query_size, mirrored=mirrored)
    return ChangedRegion(
        box=box,
        reference_box=reference_box,
        share=min(1.0, float(found.mask.sum()) / area),
        difference=found.difference,
        chances=chances,
        shape=found.shape,
        pictogram=pictogram,
    )


def _boxes_of(box: Box, laid: LaidOver, query_size: tuple[int, int], *, mirrored: bool) -> tuple[Box, Box]:
    """Those around a box of the frame in the submitted picture and in the reference."""
    x_factor, y_factor = laid.to_reference
    reference_size = (round(laid.inside.shape[1] * x_factor), round(laid.inside.shape[0] * y_factor))
    there = _upright(box.corners * (x_factor, y_factor), reference_size)
    return place_in_query(box, laid, query_size, mirrored=mirrored), there


def place_in_query(box: Box, laid: LaidOver, query_size: tuple[int, int], *, mirrored: bool) -> Box:
    """The upright box round a box of the frame in the submitted picture's pixels."""
    on_query = laid.in_query(box.corners)
    if mirrored:
        on_query[:, 0] = query_size[0] - on_query[:, 0]
    return _upright(on_query, query_size)


def _upright(corners: NDArray[np.float64], size: tuple[int, int]) -> Box:
    low = np.clip(np.floor(corners.min(axis=0)), 0, np.array(size) - 1).astype(int)
    high = np.clip(np.ceil(corners.max(axis=0)), low + 1, size).astype(int)
    return Box(int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1]))


def _query_coverage(homography: Homography, size: tuple[int, int], query_size: tuple[int, int]) -> float:
    import cv2

    quad = project(homography, picture_corners(size)).astype(np.float32)
    frame = picture_corners(query_size).astype(np.float32)
    shared, _ = cv2.intersectConvexConvex(quad, frame)
    return float(np.clip(shared / (query_size[0] * query_size[1]), 0, 1))
