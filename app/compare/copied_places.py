"""Finds changed places that hold what the reference shows elsewhere: something copied within the poster."""

from collections.abc import Sequence

from app.compare.registration.drawn_elsewhere import match_elsewhere, placed_together, tells_of
from app.compare.submitted import SubmittedPicture
from app.fingerprints.local_features import mirror_features
from app.model.comparison import ChangedRegion, Comparison
from app.model.fingerprint import LocalFeatures
from app.model.geometry import lie_in_boxes

# Share of the points that agree that stand in changed places themselves, at most: what left its place was moved.
_LEFT = 0.4


def find_copied(
    submitted: SubmittedPicture,
    reference: LocalFeatures,
    comparison: Comparison,
    places: Sequence[ChangedRegion],
) -> tuple[ChangedRegion, ...]:
    """Those of the places that hold a copy, as it was, mirrored, turned or resized. reference: of the whole reference.

    What it was copied from still stands there. One place after another, so that what two stickers happen to have in
    common with the poster is no copy.
    """
    if comparison.homography is None:
        return ()
    side, changed = max(submitted.size), [region.reference_box for region in comparison.regions]
    copied = []
    for place in places:
        here = submitted.features_in([place.box])
        for features in (mirror_features(here), here) if comparison.mirrored else (here, mirror_features(here)):
            pairs = match_elsewhere(features, reference, comparison.homography, side)
            together = placed_together(pairs, side)
            if together is None or lie_in_boxes(together.pairs.stood, changed).mean() > _LEFT:
                continue
            flipped_in = None if features is here else submitted.size[0]
            if tells_of(together, place.box, flipped_in):
                copied.append(place)
                break
    return tuple(copied)
