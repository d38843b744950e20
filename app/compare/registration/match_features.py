"""Pairs of key points that look alike in two pictures, kept where their scale and turn agree with the others'."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.fingerprints.local_features import root_sift
from app.model.fingerprint import LocalFeatures

# Lowe's ratio between the nearest and the second nearest descriptor distance.
RATIO = 0.85

# Bins of the scale and turn vote (Jegou, Douze and Schmid, "Hamming embedding and weak geometric consistency",
# ECCV 2008).
_TURN_BINS = 18
_SCALE_BINS_PER_OCTAVE = 1.5
_VOTE_KEEP = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class FeatureMatches:
    """Matched key points.

    query, reference: (n,) indices into the two feature sets. likeness: (queries, references) RootSIFT dot products of
    all pairs, 0..1.
    """

    query: NDArray[np.int64]
    reference: NDArray[np.int64]
    likeness: NDArray[np.float32]

    def __len__(self) -> int:
        """How many pairs there are."""
        return int(self.query.shape[0])

    def chosen(self, which: NDArray[np.int64] | NDArray[np.bool_]) -> "FeatureMatches":
        """Some of them, by indices or by a mask (n,)."""
        return FeatureMatches(self.query[which], self.reference[which], self.likeness)


def match_features(query: LocalFeatures, reference: LocalFeatures) -> FeatureMatches:
    """Nearest neighbours that pass the ratio test, one for each reference point, consistent in scale and turn."""
    return _consistent(_one_to_one(match_nearest(query, reference)), query, reference)


def match_nearest(query: LocalFeatures, reference: LocalFeatures) -> FeatureMatches:
    """Each query point's nearest reference point, where it passes the ratio test."""
    if len(query) < 2 or len(reference) < 2:
        none = np.zeros(0, np.int64)
        return FeatureMatches(none, none, np.zeros((len(query), len(reference)), np.float32))
    likeness = root_sift(query.descriptors) @ root_sift(reference.descriptors).T
    rows = np.arange(len(query))
    nearest = likeness.argmax(axis=1)
    best = likeness[rows, nearest]
    likeness[rows, nearest] = -1.0
    second = likeness.max(axis=1)
    likeness[rows, nearest] = best
    passed = np.sqrt(np.maximum(2 - 2 * best, 0)) < RATIO * np.sqrt(np.maximum(2 - 2 * second, 1e-9))
    return FeatureMatches(rows[passed], nearest[passed], likeness)


def _one_to_one(matches: FeatureMatches) -> FeatureMatches:
    order = np.argsort(-matches.likeness[matches.query, matches.reference], kind="stable")
    _, first = np.unique(matches.reference[order], return_index=True)
    return matches.chosen(order[np.sort(first)])


def _consistent(matches: FeatureMatches, query: LocalFeatures, reference: LocalFeatures) -> FeatureMatches:
    """Drop pairs whose scale and turn few others share: a copied picture is scaled and turned as a whole."""
    if len(matches) < 8:
        return matches
    one, other = query.keypoints[matches.query], reference.keypoints[matches.reference]
    turn = ((one[:, 3] - other[:, 3]) % 360.0) / (360.0 / _TURN_BINS)
    scale = np.log2(one[:, 2] / np.maximum(other[:, 2], 1e-3)) * _SCALE_BINS_PER_OCTAVE
    # A vote for a bin counts for its neighbours too, so that a value near an edge is not cut off.
    turn_bin = np.floor(turn).astype(np.int64) % _TURN_BINS
    scale_bin = np.clip(np.floor(scale).astype(np.int64), -10, 9) + 10
    votes = np.zeros((_TURN_BINS, 22), np.int64)
    np.add.at(votes, (turn_bin, scale_bin + 1), 1)
    wide = sum(np.roll(votes, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1))
    support = np.asarray(wide)[turn_bin, scale_bin + 1]
    return matches.chosen(support >= max(3.0, _VOTE_KEEP * float(support.max())))
