"""Whether matched key points agree on one plane-to-plane mapping, and which."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.match_features import FeatureMatches
from app.model.fingerprint import LocalFeatures

Homography = NDArray[np.float64]

# Distinct matched places that must agree before anything is said of a pair; under ten, logos and lettering
# of strangers pass by chance (measured on 1,650 posters: 14 % of strangers have ten or more agreeing points somewhere).
MIN_INLIERS = 10
# Reprojection tolerance as a share of the submitted picture's longer side: three pixels at 640.
_TOLERANCE = 3.0 / 640.0
_GUIDED_TOLERANCE = 5.0 / 640.0
_GUIDED_SIMILARITY = 0.75
# A similarity that explains this share of the pairs that a homography explains is taken instead.
_NEARLY_AS_MANY = 0.75
# A page seen from a slant, not a fold: how much the local scale may differ between corners.
_MAX_CORNER_SCALE_RATIO = 6.0


class GeometryFailure(StrEnum):
    """Why two pictures could not be laid over each other; in the order of the gates."""

    TOO_FEW_MATCHES = "too_few_matches"
    NO_COMMON_PLANE = "no_common_plane"
    TOO_FEW_INLIERS = "too_few_inliers"
    TURNED_OVER = "turned_over"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True, eq=False)
class GeometricVerification:
    """The mapping from reference pixels to submitted pixels, and how well it is supported.

    homography: (3, 3) or None. inliers: distinct agreeing places. spread: share of the reference's area that the
    inliers' bounding box covers, 0..1. failure: the first gate that was not passed, or None.
    """

    homography: Homography | None
    inliers: int
    spread: float
    failure: GeometryFailure | None


def verify_geometry(query: LocalFeatures, reference: LocalFeatures, matches: FeatureMatches) -> GeometricVerification:
    """Fit a homography by MAGSAC++ (Barath et al., CVPR 2020), refine it by a guided look, and try it at the gates."""
    if len(matches) < MIN_INLIERS:
        return GeometricVerification(None, len(matches), 0.0, GeometryFailure.TOO_FEW_MATCHES)
    source = reference.keypoints[matches.reference, :2].astype(np.float64)
    target = query.keypoints[matches.query, :2].astype(np.float64)
    side = max(query.image_size)
    fitted = _fit(source, target, _TOLERANCE * side)
    if fitted is None:
        return GeometricVerification(None, 0, 0.0, GeometryFailure.NO_COMMON_PLANE)
    found, kept = fitted
    inliers = count_distinct(source[kept], target[kept], max(1.0, 2.0 * side / 640.0))
    if inliers < MIN_INLIERS:
        return GeometricVerification(None, inliers, 0.0, GeometryFailure.TOO_FEW_INLIERS)
    homography, source = _guided_refit(found, query, reference, matches.likeness, source[kept])
    spread = _spread(source, reference.image_size)
    failure = _shape_failure(homography, reference.image_size)
    return GeometricVerification(None if failure else homography, inliers, spread, failure)


def _fit(
    source: NDArray[np.float64], target: NDArray[np.float64], tolerance: float
) -> tuple[Homography, NDArray[np.bool_]] | None:
    """A mapping and the pairs that it explains, (n,) bool; the simpler one where it explains nearly as many.

    A title that stands a little further left now, or a figure that was moved, bends a homography into explaining both
    it and the rest; moving, turning and growing, which is what apps do to pictures, cannot be bent so.
    """
    import cv2

    cv2.setRNGSeed(0)
    found, mask = cv2.findHomography(source, target, cv2.USAC_MAGSAC, tolerance, maxIters=2000, confidence=0.999)
    if found is None or not np.isfinite(found).all():
        return None
    kept = mask.reshape(-1).astype(bool)
    plain, alike = cv2.estimateAffinePartial2D(source, target, None, cv2.RANSAC, tolerance, 2000, 0.999)
    if plain is not None and np.isfinite(plain).all() and alike.sum() >= _NEARLY_AS_MANY * kept.sum():
        return np.vstack([plain, (0.0, 0.0, 1.0)]), alike.reshape(-1).astype(bool)
    return np.asarray(found, dtype=np.float64), kept


def project(homography: Homography, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Map (n, 2) points."""
    lifted = np.column_stack([points, np.ones(len(points))]) @ homography.T
    projected: NDArray[np.float64] = lifted[:, :2] / np.where(np.abs(lifted[:, 2:]) < 1e-9, 1e-9, lifted[:, 2:])
    return projected


def pixel_scaling(x: float, y: float) -> Homography:
    """Maps pixel centres of a picture to those of the same picture, x and y times as large."""
    return np.array([[x, 0, 0.5 * x - 0.5], [0, y, 0.5 * y - 0.5], [0, 0, 1]], dtype=np.float64)


def picture_corners(size: tuple[int, int]) -> NDArray[np.float64]:
    """The four corners of a picture of (width, height), clockwise from the top left."""
    width, height = size
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float64)


def _guided_refit(
    homography: Homography,
    query: LocalFeatures,
    reference: LocalFeatures,
    likeness: NDArray[np.float32],
    agreed: NDArray[np.float64],
) -> tuple[Homography, NDArray[np.float64]]:
    """Pair every reference point with the like-looking query point nearest to where it should be, and fit again.

    More, and more evenly spread, pairs make the mapping accurate to a fraction of a pixel. `agreed` holds the reference
    points of the first fit; with fewer than that many new ones the first fit stays.
    """
    import cv2

    side = max(query.image_size)
    expected = project(homography, reference.keypoints[:, :2].astype(np.float64)).astype(np.float32)
    aside = expected[None, :, 0] - query.keypoints[:, None, 0]
    below = expected[None, :, 1] - query.keypoints[:, None, 1]
    columns, rows = np.nonzero(aside * aside + below * below < np.float32(_GUIDED_TOLERANCE * side) ** 2)
    alike = likeness[columns, rows]
    order = np.argsort(-alike, kind="stable")
    order = order[alike[order] > _GUIDED_SIMILARITY]
    _, first = np.unique(rows[order], return_index=True)
    chosen = order[first]
    if len(chosen) < max(3 * MIN_INLIERS, len(agreed)):
        return homography, agreed
    source = reference.keypoints[rows[chosen], :2].astype(np.float64)
    target = query.keypoints[columns[chosen], :2].astype(np.float64)
    good = np.ones(len(source), dtype=bool)
    refit = homography
    for _ in range(2):
        errors = np.hypot(*(project(refit, source) - target).T)
        good = errors < max(2.5 * float(np.median(errors)), 0.5 * side / 640.0)
        candidate, _ = cv2.findHomography(source[good], target[good], 0)
        if candidate is None or not np.isfinite(candidate).all():
            return homography, agreed
        refit = np.asarray(candidate, dtype=np.float64)
    return refit, source[good]


def count_distinct(source: NDArray[np.float64], target: NDArray[np.float64], grid: float) -> int:
    """How many agreeing places there are: SIFT finds several angles at one place, which are one witness.

    source, target: (n, 2) each, of pairs. grid: pixels from one place to the next.
    """
    cells = np.unique(np.round(target / grid).astype(np.int64), axis=0)
    return min(len(cells), len(np.unique(np.round(source / grid).astype(np.int64), axis=0)))


def _spread(points: NDArray[np.float64], size: tuple[int, int]) -> float:
    low, high = np.percentile(points, 5, axis=0), np.percentile(points, 95, axis=0)
    return float(np.clip(np.prod(np.maximum(high - low, 0)) / (size[0] * size[1]), 0, 1))


def _shape_failure(homography: Homography, size: tuple[int, int]) -> GeometryFailure | None:
    corners = picture_corners(size)
    depth = np.column_stack([corners, np.ones(4)]) @ homography[2]
    if (depth <= 1e-9).any():
        return GeometryFailure.FOLDED
    quad = project(homography, corners)
    edges = np.roll(quad, -1, axis=0) - quad
    turns = edges[:, 0] * np.roll(edges[:, 1], -1) - edges[:, 1] * np.roll(edges[:, 0], -1)
    if (turns < 0).all():
        return GeometryFailure.TURNED_OVER
    if (turns <= 0).any():
        return GeometryFailure.FOLDED
    if depth.max() / depth.min() > _MAX_CORNER_SCALE_RATIO**0.5:
        return GeometryFailure.FOLDED
    lengths = np.hypot(edges[:, 0], edges[:, 1])
    natural = np.array([size[0], size[1], size[0], size[1]], dtype=np.float64)
    stretch = lengths / natural
    if stretch.max() / max(stretch.min(), 1e-9) > _MAX_CORNER_SCALE_RATIO**0.5:
        return GeometryFailure.FOLDED
    return None
