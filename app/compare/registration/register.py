"""Finds the mapping from a reference to the submitted picture: directly for a plain re-share, else by key points.

A poster that is small in a large picture is looked at again, closer, for an exact mapping.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.align_small import align_small
from app.compare.registration.match_features import match_features
from app.compare.registration.verify_geometry import (
    GeometricVerification,
    Homography,
    picture_corners,
    pixel_scaling,
    project,
    verify_geometry,
)
from app.compare.submitted import SubmittedPicture
from app.fingerprints.local_features import compute_local_features, move_features
from app.fingerprints.working_copy import WORKING_SIDE, make_working_copy
from app.model.fingerprint import LocalFeatures
from app.model.geometry import Box, part_of
from app.model.poster_image import Pixels

# Points of the reference that take part in verification.
_VERIFIED_FEATURES = 400
# A point that lies so far off, as a share of the picture's longer side, is not explained by a mapping.
_UNEXPLAINED = 0.02
# With so many agreeing places the picture as it is explains itself, and its mirror image is not tried.
_SURE_INLIERS = 25
# A poster that takes less than this share of the picture's longer side is looked at again at its own size.
_CLOSER_LOOK_EXTENT = 0.62
_CLOSER_LOOK_MARGIN = 0.08
# Width to height ratios may differ by this factor where nothing is cut off: sites press posters into frames of theirs.
_MOST_STRETCHED = 1.4
# Pictures are laid over each other directly at this longer side, and no further apart than this share of it.
_DIRECT_SIDE, _MOST_SHIFTED = 160, 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Registration:
    """How a reference lies in the submitted picture. When `mirrored`, the homography maps to the flipped picture."""

    verification: GeometricVerification
    mirrored: bool


def register_by_features(
    submitted: SubmittedPicture, reference: LocalFeatures, *, mirrored_first: bool = False
) -> Registration:
    """By key points; the other way round is tried when the first way gives little."""
    points = reference.strongest(_VERIFIED_FEATURES)
    best = _verify(submitted, points, mirrored=mirrored_first)
    if best.verification.homography is None or best.verification.inliers < _SURE_INLIERS:
        flipped = _verify(submitted, points, mirrored=not mirrored_first)
        if _rank(flipped) > _rank(best):
            best = flipped
    if best.verification.homography is None:
        return best
    return _look_closer(submitted, reference, best)


def register_by_the_rest(submitted: SubmittedPicture, reference: LocalFeatures, found: Registration) -> Registration:
    """Another mapping, by the key points that the one that was found does not explain.

    Where a title was moved or resized, its many corners agree on a mapping under which little else lies right; the
    artwork's agree on another one.
    """
    query, points = submitted.local_features(mirrored=found.mirrored), reference.strongest(_VERIFIED_FEATURES)
    matches = match_features(query, points)
    homography = found.verification.homography
    if homography is not None:
        stood = points.keypoints[matches.reference, :2].astype(np.float64)
        stands = query.keypoints[matches.query, :2]
        off = np.hypot(*(project(homography, stood) - stands).T)
        matches = matches.chosen(off > _UNEXPLAINED * max(submitted.size))
    return Registration(verify_geometry(query, points, matches), found.mirrored)


def register_directly(
    submitted: SubmittedPicture,
    reference: Pixels,
    size: tuple[int, int],
    *,
    mirrored: bool = False,
    place: Box | None = None,
) -> Homography | None:
    """For a picture, or a place of one, of all that the reference shows: corner on corner, refined.

    None where shapes differ much. size: (width, height) of the reference's original. mirrored: the picture is flipped
    first, and the homography maps to the flipped picture; place is in the flipped one's pixels then.
    """
    import cv2

    whole = place or Box(0, 0, *submitted.size)
    stretch = (whole.width / size[0]) / (whole.height / size[1])
    if not 1 / _MOST_STRETCHED < stretch < _MOST_STRETCHED:
        return None
    plain = pixel_scaling(whole.width / size[0], whole.height / size[1])
    plain[:2, 2] += whole.x, whole.y
    factor = _DIRECT_SIDE / max(size)
    small = (max(16, round(size[0] * factor)), max(16, round(size[1] * factor)))
    template = cv2.resize(cv2.cvtColor(reference, cv2.COLOR_RGB2GRAY), small, interpolation=cv2.INTER_AREA)
    picture = cv2.resize(_grey_of(submitted, place, mirrored=mirrored), small, interpolation=cv2.INTER_AREA)
    warp = align_small(np.asarray(template, np.uint8), np.asarray(picture, np.uint8))
    if warp is None or np.abs(warp - np.eye(2, 3)).max() > _MOST_SHIFTED * _DIRECT_SIDE:
        return None
    return plain @ _rescaled(np.vstack([warp, [0, 0, 1]]).astype(np.float64), small, size)


def _grey_of(submitted: SubmittedPicture, place: Box | None, *, mirrored: bool) -> NDArray[np.uint8]:
    """The picture, or what a place of it shows; (h, w)."""
    import cv2

    if place is None:
        grey = submitted.working_copy.grey
        return np.ascontiguousarray(grey[:, ::-1]) if mirrored else grey
    return np.asarray(cv2.cvtColor(part_of(submitted.pixels(mirrored=mirrored), place), cv2.COLOR_RGB2GRAY), np.uint8)


def _rescaled(warp: NDArray[np.float64], small: tuple[int, int], size: tuple[int, int]) -> Homography:
    """A mapping between two small pictures as one between the same pictures at reference size."""
    grow = pixel_scaling(size[0] / small[0], size[1] / small[1])
    rescaled: Homography = grow @ warp @ np.linalg.inv(grow)
    return rescaled


def _verify(submitted: SubmittedPicture, reference: LocalFeatures, *, mirrored: bool) -> Registration:
    query = submitted.local_features(mirrored=mirrored)
    return Registration(verify_geometry(query, reference, match_features(query, reference)), mirrored)


def _rank(registration: Registration) -> tuple[bool, int]:
    return registration.verification.homography is not None, registration.verification.inliers


def _look_closer(submitted: SubmittedPicture, reference: LocalFeatures, found: Registration) -> Registration:
    """Extract again from the part of the picture where the poster is, when the working copy made it small."""
    homography = found.verification.homography
    width, height = submitted.size
    if homography is None or max(width, height) <= WORKING_SIDE:
        return found
    corners = project(homography, picture_corners(reference.image_size))
    low, high = corners.min(axis=0), corners.max(axis=0)
    extent = float((high - low).max())
    if extent >= _CLOSER_LOOK_EXTENT * max(width, height):
        return found
    margin = _CLOSER_LOOK_MARGIN * extent
    left, top = (int(v) for v in np.maximum(low - margin, 0))
    right, bottom = (int(v) for v in np.minimum(high + margin + 1, (width, height)))
    if min(right - left, bottom - top) < 32:
        return found
    part = np.ascontiguousarray(submitted.pixels(mirrored=found.mirrored)[top:bottom, left:right])
    query = move_features(compute_local_features(make_working_copy(part)), (left, top), submitted.size)
    points = reference.strongest(_VERIFIED_FEATURES)
    closer = Registration(verify_geometry(query, points, match_features(query, points)), found.mirrored)
    return closer if _rank(closer) > _rank(found) else found
