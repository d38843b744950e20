"""Finds what is drawn in the changed places and stood elsewhere in the reference: a title that was moved or resized."""

import numpy as np

from app.compare.compare import lies_in
from app.compare.registration.drawn_elsewhere import Pairs, Together, match_elsewhere, placed_together
from app.compare.registration.verify_geometry import Homography
from app.compare.submitted import SubmittedPicture
from app.compare.surroundings.filled_corners import turn_of
from app.fingerprints.local_features import mirror_features
from app.model.comparison import Comparison, MovedPart
from app.model.fingerprint import LocalFeatures
from app.model.geometry import lie_in_boxes, surround_points

# Smaller places, as a share of the compared area, hold no title.
_LEAST_PLACE = 0.003
# Lettering that was moved is turned by hardly any degrees, and no more than so many times as large or as small.
_MOST_TURNED, _MOST_RESIZED = 5.0, 2.5
# Share of the points that stand no longer where they stood: a patch copied over something else still stands where it
# came from, too. Where both places are more alike than this (IoU), a figure was grown or a face reshaped; where only so
# much of a changed place is told, one letter looks like another.
_LEFT, _SAME_PLACE, _LEAST_TOLD = 0.6, 0.5, 0.2
# Where the reference reaches less of the picture than this, what it showed may stand beside it now.
_ROOM_BESIDE = 0.8


def find_moved(submitted: SubmittedPicture, reference: LocalFeatures, comparison: Comparison) -> MovedPart | None:
    """What stands elsewhere now, or in another size; None where nothing was moved. reference: of the whole reference.

    1. Match what is drawn in the changed places, and beside the reference, with the whole of it, and leave out what is
    where it belongs. 2. Of that, what a similarity explains. 3. Believe it when it is no figure, and its old place has
    changed too.
    """
    if comparison.homography is None or not comparison.regions:
        return None
    side = max(submitted.size)
    # 1.
    pairs = match_elsewhere(_where_it_may_stand(submitted, comparison), reference, comparison.homography, side)
    # 2.
    together = placed_together(pairs, side)
    # 3.
    if (
        together is None
        or not _is_upright(together, comparison.homography)
        or not _has_left(together.pairs, comparison)
    ):
        return None
    moved = together.pairs
    stands = surround_points(moved.stands)
    here = stands.flipped(submitted.size[0]) if comparison.mirrored else stands
    told = max(here.intersection(region.box) / region.box.area for region in comparison.regions)
    told_enough = told >= _LEAST_TOLD or not lies_in(moved.stands, [comparison]).any()
    return MovedPart(here, surround_points(moved.stood)) if told_enough and here.width > here.height else None


def _has_left(moved: Pairs, comparison: Comparison) -> bool:
    """Whether the old place holds something else now, and is another place."""
    left = lie_in_boxes(moved.stood, [region.reference_box for region in comparison.regions]).mean()
    return bool(left >= _LEFT) and surround_points(moved.belongs).overlap(surround_points(moved.stands)) <= _SAME_PLACE


def _where_it_may_stand(submitted: SubmittedPicture, comparison: Comparison) -> LocalFeatures:
    """Key points of the submitted picture, flipped for a mirrored comparison."""
    boxes = [region.box for region in comparison.regions if region.share >= _LEAST_PLACE]
    if comparison.query_coverage >= _ROOM_BESIDE:
        features = submitted.features_in(boxes)
        return mirror_features(features) if comparison.mirrored else features
    features = submitted.local_features(mirrored=comparison.mirrored)
    points = features.keypoints[:, :2].astype(np.float64)
    upright = points * (-1, 1) + (submitted.size[0] - 1, 0) if comparison.mirrored else points
    return features.chosen(lie_in_boxes(upright, boxes) | ~lies_in(points, [comparison]))


def _is_upright(together: Together, homography: Homography) -> bool:
    """Whether a similarity neither turns nor resizes more than lettering is, beside how the reference lies."""
    placed, lies = together.placed, homography[:2, :2] / homography[2, 2]
    turned = turn_of(placed) - turn_of(lies)
    resized = np.hypot(placed[0, 0], placed[1, 0]) / max(1e-6, float(np.sqrt(abs(np.linalg.det(lies)))))
    return bool(abs((turned + 180) % 360 - 180) <= _MOST_TURNED and 1 / _MOST_RESIZED <= resized <= _MOST_RESIZED)
