"""Counts votes of local features only where they agree on where, how large and how turned the reference lies.

A busy screen's lettering and icons vote for many references, each vote for another place; a poster's own features all
point at the same centre. Hough voting of key points as in Lowe, "Distinctive Image Features from Scale-Invariant
Keypoints", IJCV 2004, section 7.3, with agreement of pairs in place of bins.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.model.fingerprint import LocalFeatures

# How far two votes may differ and still agree: in octaves of scale, in cosine of the turn between them, and in the
# distance of the centres they point at, as a share of the smaller reference they imply.
_OCTAVES = 0.7
_TURN_COSINE = 0.85
_CENTRE = 0.2
# References whose votes are looked at, by their plain sum: the right one was among the first 160 of 951 for all but two
# of 80 posters at a quarter to a third of a screenshot's width.
_MOST_LOOKED_AT = 200
# The strongest votes of one reference that are looked at: time grows with the square.
_MOST_VOTES = 100


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """Pairs of a query feature and a reference feature that look alike.

    query: (n,) rows of the query's features. places: (n, 4) float32, see `places_of`. owners: (n,) reference keys.
    weights: (n,) > 0.
    """

    query: NDArray[np.int64]
    places: NDArray[np.float32]
    owners: NDArray[np.int64]
    weights: NDArray[np.float32]


def places_of(features: LocalFeatures) -> NDArray[np.float16]:
    """(n, 4): the way from each key point to the picture's centre, x and y, and its size, as shares of the longer side;
    its angle in turns."""
    side = float(max(features.image_size))
    centre = np.array(features.image_size, np.float32) / 2
    to_centre = (centre - features.keypoints[:, :2]) / side
    size, turn = features.keypoints[:, 2:3] / side, features.keypoints[:, 3:4] / 360.0
    return np.concatenate([to_centre, size, turn], axis=1).astype(np.float16)


def count_consistent(features: LocalFeatures, votes: Votes, limit: int) -> list[tuple[int, float]]:
    """Keys of up to `limit` references with their heaviest group of agreeing votes, heaviest first.

    References whose votes do not agree are left out. Those with the most votes are looked at first: no group weighs
    more than all votes of its reference, so that the rest need not be looked at once `limit` groups outweigh them.
    """
    owners, which, counts = np.unique(votes.owners, return_inverse=True, return_counts=True)
    sums = np.bincount(which, weights=votes.weights, minlength=len(owners))
    order = np.argsort(-sums, kind="stable")[:_MOST_LOOKED_AT]
    by_owner = np.argsort(which, kind="stable")
    starts = np.concatenate([[0], np.cumsum(counts)])
    pointed = _point(features, votes)
    found: list[tuple[float, int]] = []
    for owner in order:
        if len(found) >= limit and found[limit - 1][0] >= sums[owner]:
            break
        rows = by_owner[starts[owner] : starts[owner + 1]]
        if len(rows) < 2:
            continue
        if len(rows) > _MOST_VOTES:
            rows = rows[np.argsort(-votes.weights[rows], kind="stable")[:_MOST_VOTES]]
        heaviest = _heaviest(pointed[rows], votes.weights[rows])
        if heaviest > 0:
            found.append((heaviest, int(owners[owner])))
            found.sort(reverse=True)
    return [(key, total) for total, key in found[:limit]]


def _point(features: LocalFeatures, votes: Votes) -> NDArray[np.float32]:
    """(n, 6) for each vote: log2 of the implied longer side, that side, centre x and y, cosine and sine of the turn."""
    keypoints = features.keypoints[votes.query]
    to_x, to_y, size, turn = votes.places.T
    side = keypoints[:, 2] / np.maximum(size, 1e-4)
    angle = np.deg2rad(keypoints[:, 3] - 360.0 * turn)
    cosine, sine = np.cos(angle), np.sin(angle)
    x = keypoints[:, 0] + side * (cosine * to_x - sine * to_y)
    y = keypoints[:, 1] + side * (sine * to_x + cosine * to_y)
    return np.stack([np.log2(side), side, x, y, cosine, sine], axis=1).astype(np.float32)


def _heaviest(pointed: NDArray[np.float32], weights: NDArray[np.float32]) -> float:
    octave, side, x, y, cosine, sine = (column[:, None] for column in pointed.T)
    aside, below = x - x.T, y - y.T
    reach = _CENTRE * np.minimum(side, side.T)
    agree = np.abs(octave - octave.T) < _OCTAVES
    agree &= cosine * cosine.T + sine * sine.T > _TURN_COSINE
    agree &= aside * aside + below * below < reach * reach
    agree &= ~np.eye(len(weights), dtype=bool)
    # A vote that no other agrees with counts for nothing.
    support = agree @ weights
    heaviest = int(support.argmax())
    return float(support[heaviest] + weights[heaviest]) if support[heaviest] > 0 else 0.0
