"""Pairs of key points that stand in another place in the submitted picture than in the reference."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.compare.registration.match_features import match_nearest
from app.compare.registration.verify_geometry import Homography, count_distinct, project
from app.model.fingerprint import LocalFeatures
from app.model.geometry import Box, surround_points

# Shares of the picture's longer side: the tolerance of a match, what counts as another place, and the distance between
# two witnesses.
_TOLERANCE, _ELSEWHERE, _APART = 0.006, 0.02, 0.01
# So many points agree on where they stood. Of 290 edits of tuning posters (2026-11-26, seed 14001) four have four or
# more in any way, a patch copied over something else nine.
FEWEST = 5
# Share of a place that they are spread over, a few of them or so many: one letter, or an eye, looks like another.
_LEAST_TOLD, _MANY, _LEAST_TOLD_BY_MANY = 0.25, 10, 0.12


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Matched key points, (n, 2) each: where they stood in the reference, where that lies in the submitted picture (the
    flipped one when mirrored), and where they are in it.
    """

    stood: NDArray[np.float64]
    belongs: NDArray[np.float64]
    stands: NDArray[np.float64]

    def chosen(self, which: NDArray[np.bool_]) -> "Pairs":
        """Those pairs. which: (n,)."""
        return Pairs(self.stood[which], self.belongs[which], self.stands[which])


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """Pairs that one similarity explains. placed: (2, 3), from where they stood to where they are."""

    pairs: Pairs
    placed: NDArray[np.float64]


def match_elsewhere(query: LocalFeatures, reference: LocalFeatures, homography: Homography, side: int) -> Pairs:
    """Pairs that are not where they belong. side: the submitted picture's longer one, in pixels."""
    found = match_anywhere(query, reference)
    pairs = replace(found, belongs=project(homography, found.stood))
    return pairs.chosen(np.hypot(*(pairs.belongs - pairs.stands).T) > _ELSEWHERE * side)


def match_anywhere(query: LocalFeatures, reference: LocalFeatures) -> Pairs:
    """Pairs of a picture and a reference that belongs nowhere in it; where they stood is all that is known of that."""
    matches = match_nearest(query, reference)
    stood = reference.keypoints[matches.reference, :2].astype(np.float64)
    return Pairs(stood, stood, query.keypoints[matches.query, :2].astype(np.float64))


def placed_together(pairs: Pairs, side: int, fewest: int = FEWEST) -> Together | None:
    """Those that one similarity explains, by RANSAC; None where they are fewer."""
    import cv2

    if len(pairs.stood) < fewest:
        return None
    cv2.setRNGSeed(0)
    found, mask = cv2.estimateAffinePartial2D(
        pairs.stood, pairs.stands, None, cv2.RANSAC, _TOLERANCE * side, 2000, 0.999
    )
    if found is None or not np.isfinite(found).all():
        return None
    together = pairs.chosen(mask.reshape(-1).astype(bool))
    enough = count_distinct(together.belongs, together.stands, _APART * side) >= fewest
    return Together(together, np.asarray(found, np.float64)) if enough else None


def tells_of(together: Together, place: Box, flipped_in: int | None) -> bool:
    """Whether the pairs tell what a place of the submitted picture holds, and not a part of it alone.

    flipped_in: width of the picture, where they are of it flipped.
    """
    stands = together.pairs.stands
    around = surround_points(stands)
    shown = around if flipped_in is None else around.flipped(flipped_in)
    least = _LEAST_TOLD_BY_MANY if len(stands) >= _MANY else _LEAST_TOLD
    return shown.intersection(place) >= least * place.area
