"""Straightens a submitted picture that a lens, curling paper or a curved screen has bent, or that lies a little off."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.residual import Residual
from app.compare.registration.bend import POWERS, Bend, bend_terms

# Longest side in pixels of the pictures between which points are followed, and how many of them at most. OpenCV 5 takes
# the scales of its flow from the width alone, and crashes where a patch of 8 pixels is higher than the picture at an
# eighth of its size, so that narrow ones are left alone.
_SIDE, _POINTS, _FEWEST_POINTS, _NARROW = 224, 600, 60, 64
# Under the first share of agreement (0..1) the two are no one picture, over the second there is nothing to gain.
_LEAST_AGREEMENT, _MOST_AGREEMENT = 0.2, 0.9999
# Rounds of following and fitting, each from where the last one came to. Rounds of one fit, which holds coefficients
# towards nothing by so much, and lets points count half that are so many pixels off.
_ROUNDS, _REWEIGHTED, _RIDGE, _OFF = 3, 6, 0.3, 0.5
# It is a bend when points are off by no more than this share, on average, of how far they lie from where they belong:
# what was put on a picture leads some points astray, and no smooth bend explains those. Of 366 tuning pictures
# (seed 210002, 2026-11-28) lenses, curled paper and mappings that are half a pixel off come to .35 and less in the last
# round, and hardly one to more than this in the first; most changed places do at once.
_UNEXPLAINED = 0.6


def find_bend(laid: LaidOver, residual: Residual) -> Bend | None:
    """How the submitted picture is bent in the frame; None where it is not, or the two are no one picture.

    Also how a mapping that is a fraction of a pixel off is put right, which tells on small letters.

    1. Look whether they disagree at all. 2. Follow points, by dense inverse search (Kroeger et al., "Fast optical flow
    using dense inverse search", ECCV 2016). 3. Fit one smooth bend to all of them, by iteratively reweighted least
    squares, so that changed places do not take part. 4. Again from there.
    """
    import cv2

    # 1.
    if not _LEAST_AGREEMENT < residual.agreement(laid.well_inside) < _MOST_AGREEMENT:
        return None
    query, reference, drawn = _small(laid, residual)
    points = np.argwhere(drawn)[:, ::-1].astype(np.float64)
    points = points[:: len(points) // _POINTS + 1]
    if len(points) < _FEWEST_POINTS or min(drawn.shape) < _NARROW:
        return None
    size = (drawn.shape[1], drawn.shape[0])
    terms = bend_terms(points, size)
    across, down = points.astype(int).T
    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
    bend, straight = Bend(np.zeros((len(POWERS), 2)), size), query
    for _ in range(_ROUNDS):
        # 2.
        still = flow.calc(reference, straight, np.zeros((*drawn.shape, 2), np.float32))
        moved = bend.moved(points) - points + still[down, across]
        # 3.
        bend, off = _fit(terms, moved, size)
        if off.mean() > _UNEXPLAINED * np.hypot(*moved.T).mean():
            return None
        # 4.
        straight = bend.straighten(query, cv2.INTER_LINEAR)
    return Bend(bend.coefficients, (laid.inside.shape[1], laid.inside.shape[0]))


def unbend(laid: LaidOver, bend: Bend) -> LaidOver:
    """The two pictures with the submitted one straightened."""
    import cv2

    query = bend.straighten(laid.query, cv2.INTER_CUBIC)
    inside = bend.straighten(laid.inside.astype(np.uint8), cv2.INTER_NEAREST, outside=0) > 0
    return replace(laid, query=query, inside=inside, bend=bend)


def _small(laid: LaidOver, residual: Residual) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.bool_]]:
    """Light of the submitted picture and the reference, brought near it, and where either has something drawn."""
    import cv2

    height, width = laid.inside.shape
    factor = min(1.0, _SIDE / max(height, width))
    size = (round(width * factor), round(height * factor))
    lights = (np.clip(light, 0, 255).astype(np.uint8) for light in (residual.query_light, residual.reference_light))
    query, reference = (np.asarray(cv2.resize(each, size, interpolation=cv2.INTER_AREA), np.uint8) for each in lights)
    drawn = (residual.drawn & laid.inside).astype(np.uint8)
    return query, reference, np.asarray(cv2.resize(drawn, size, interpolation=cv2.INTER_NEAREST) > 0)


def _fit(
    terms: NDArray[np.float64], moved: NDArray[np.float64], size: tuple[int, int]
) -> tuple[Bend, NDArray[np.float64]]:
    """The bend that moves most points as they were followed, and by how many pixels it misses each; (n, 2) pixels."""
    half = max(size) / 2
    weights = np.ones(len(moved))
    for _ in range(_REWEIGHTED):
        weighted = terms * weights[:, None]
        coefficients = np.linalg.solve(weighted.T @ terms + _RIDGE * np.eye(len(POWERS)), weighted.T @ moved)
        off = np.hypot(*(moved - terms @ coefficients).T)
        weights = 1 / (1 + (off / _OFF) ** 2)
    return Bend(np.asarray(coefficients / half, np.float64), size), off
