"""Finds what is drawn in the changed places and stood elsewhere in the reference: a title that was moved or resized."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.compare import lies_in
from app.compare.filled_corners import turn_of
from app.compare.match_features import match_nearest
from app.compare.submitted import SubmittedPicture
from app.compare.verify_geometry import Homography, count_distinct, project
from app.fingerprints.local_features import mirror_features
from app.model.comparison import Comparison, MovedPart
from app.model.fingerprint import LocalFeatures
from app.model.geometry import Box, lie_in_boxes

# Smaller places, as a share of the compared area, hold no title.
_LEAST_PLACE = 0.003
# Shares of the picture's longer side: the tolerance of a match, what counts as another place, and the distance between
# two witnesses.
_TOLERANCE, _ELSEWHERE, _APART = 0.006, 0.02, 0.01
# Lettering that was moved is turned by hardly any degrees, and no more than so many times as large or as small.
_MOST_TURNED, _MOST_RESIZED = 5.0, 2.5
# So many points agree on where it stood. Of 290 edits of tuning posters (2026-11-26, seed 14001) four have four or more
# in any way, a patch copied over something else nine: that patch still stands where it came from, too.
_FEWEST = 5
# Share of the points that stand no longer where they stood. Where both places are more alike than this (IoU), a figure
# was grown or a face reshaped; where only so much of a changed place is told, one letter looks like another.
_LEFT, _SAME_PLACE, _LEAST_TOLD = 0.6, 0.5, 0.2
# Where the reference reaches less of the picture than this, what it showed may stand beside it now.
_ROOM_BESIDE = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Matched key points, (n, 2) each: where they stood in the reference, where that lies in the submitted picture (the
    flipped one when mirrored), and where they are in it.
    """

    stood: NDArray[np.float64]
    belongs: NDArray[np.float64]
    stands: NDArray[np.float64]

    def chosen(self, which: NDArray[np.bool_]) -> "_Pairs":
        """Those pairs. which: (n,)."""
        return _Pairs(self.stood[which], self.belongs[which], self.stands[which])


def find_moved(submitted: SubmittedPicture, reference: LocalFeatures, comparison: Comparison) -> MovedPart | None:
    """What stands elsewhere now, or in another size; None where nothing was moved. reference: of the whole reference.

    1. Match what is drawn in the changed places, and beside the reference, with the whole of it. 2. Leave out what is
    where it belongs. 3. Of the rest, what a similarity explains. 4. Believe it when it is no figure, and its old place
    has changed too.
    """
    if comparison.homography is None or not comparison.regions:
        return None
    side = max(submitted.size)
    # 1.
    pairs = _match(_where_it_may_stand(submitted, comparison), reference, comparison.homography)
    # 2.
    pairs = pairs.chosen(np.hypot(*(pairs.belongs - pairs.stands).T) > _ELSEWHERE * side)
    # 3.
    moved = _moved_together(pairs, comparison.homography, side)
    # 4.
    if moved is None or not _has_left(moved, comparison):
        return None
    here = _around(_flipped(moved.stands, submitted.size[0]) if comparison.mirrored else moved.stands)
    told = max(here.intersection(region.box) / region.box.area for region in comparison.regions)
    told_enough = told >= _LEAST_TOLD or not lies_in(moved.stands, [comparison]).any()
    return MovedPart(here, _around(moved.stood)) if told_enough and here.width > here.height else None


def _moved_together(pairs: _Pairs, homography: Homography, side: int) -> _Pairs | None:
    """The pairs that one similarity explains, by RANSAC; None where they are too few or were turned or grown a lot."""
    import cv2

    if len(pairs.stood) < _FEWEST:
        return None
    cv2.setRNGSeed(0)
    found, mask = cv2.estimateAffinePartial2D(
        pairs.stood, pairs.stands, None, cv2.RANSAC, _TOLERANCE * side, 2000, 0.999
    )
    if found is None or not np.isfinite(found).all() or not _is_upright(np.asarray(found, np.float64), homography):
        return None
    moved = pairs.chosen(mask.reshape(-1).astype(bool))
    return moved if count_distinct(moved.belongs, moved.stands, _APART * side) >= _FEWEST else None


def _has_left(moved: _Pairs, comparison: Comparison) -> bool:
    """Whether the old place holds something else now, and is another place."""
    left = lie_in_boxes(moved.stood, [region.reference_box for region in comparison.regions]).mean()
    return bool(left >= _LEFT) and _around(moved.belongs).overlap(_around(moved.stands)) <= _SAME_PLACE


def _where_it_may_stand(submitted: SubmittedPicture, comparison: Comparison) -> LocalFeatures:
    """Key points of the submitted picture, flipped for a mirrored comparison."""
    boxes = [region.box for region in comparison.regions if region.share >= _LEAST_PLACE]
    if comparison.query_coverage >= _ROOM_BESIDE:
        features = submitted.features_in(boxes)
        return mirror_features(features) if comparison.mirrored else features
    features = submitted.local_features(mirrored=comparison.mirrored)
    points = features.keypoints[:, :2].astype(np.float64)
    upright = _flipped(points, submitted.size[0]) if comparison.mirrored else points
    return features.chosen(lie_in_boxes(upright, boxes) | ~lies_in(points, [comparison]))


def _flipped(points: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    return points * (-1, 1) + (width - 1, 0)


def _around(points: NDArray[np.float64]) -> Box:
    left, top = np.floor(points.min(axis=0)).astype(int)
    right, bottom = np.ceil(points.max(axis=0)).astype(int)
    return Box(int(left), int(top), int(right - left) + 1, int(bottom - top) + 1)


def _match(query: LocalFeatures, reference: LocalFeatures, homography: Homography) -> _Pairs:
    matches = match_nearest(query, reference)
    stood = reference.keypoints[matches.reference, :2].astype(np.float64)
    return _Pairs(stood, project(homography, stood), query.keypoints[matches.query, :2].astype(np.float64))


def _is_upright(found: NDArray[np.float64], homography: Homography) -> bool:
    """Whether a similarity neither turns nor resizes more than lettering is, beside how the reference lies."""
    lies = homography[:2, :2] / homography[2, 2]
    turned = turn_of(found) - turn_of(lies)
    resized = np.hypot(found[0, 0], found[1, 0]) / max(1e-6, float(np.sqrt(abs(np.linalg.det(lies)))))
    return bool(abs((turned + 180) % 360 - 180) <= _MOST_TURNED and 1 / _MOST_RESIZED <= resized <= _MOST_RESIZED)
