"""Lays two small grey pictures of one size over each other, whatever was put on one of them."""

import numpy as np
from numpy.typing import NDArray

from app.compare.pixels.local_moments import local_moments

Grey = NDArray[np.uint8]
Warp = NDArray[np.float32]

# Rounds of the alignment and the gain in correlation at which it stops; blur in pixels before it.
_ROUNDS, _GAIN, _BLUR = 12, 1e-3, 5
# Correlated like this as a whole, nothing was put on the picture.
_ALIKE = 0.995
# Correlated less as a whole, and with less of it alike in place, they are two pictures, or the halves of two.
_LEAST_WHOLE, _LEAST_ALIKE = 0.5, 0.65
# A window of so many pixels is alike when its correlation, so much variance counting as nothing, is at least this.
_WINDOW, _FLAT, _CORRELATED = 9, 20.0, 0.75
# What is alike must fill so much of the picture for the alignment to rest on it, and may be so much less after it.
_FEWEST, _LESS = 0.15, 0.005


def align_small(template: Grey, picture: Grey) -> Warp | None:
    """(2, 3), from the template's pixels to the picture's, which lies nearly in place; None where they do not fit.

    Evangelidis and Psarakis, "Parametric image alignment using enhanced correlation coefficient maximization",
    TPAMI 2008. A caption's plate draws such an alignment by several pixels (of 80 tuning posters with a caption over
    them, 2026-11-26, seed 14011, by 1.5 pixels at the median), so it is done again on what is alike.

    1. Align. 2. Where that is not all but perfect, see what is alike, laid so or as it was. 3. Align by that alone.
    """
    import cv2

    start = np.eye(2, 3, dtype=np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, _ROUNDS, _GAIN)
    # 1.
    try:
        whole, warp = cv2.findTransformECC(template, picture, start.copy(), cv2.MOTION_AFFINE, criteria)
    except cv2.error:
        return None
    aligned = np.asarray(warp, np.float32)
    if whole >= _ALIKE:
        return aligned
    # 2.
    alike, aligned = max(
        ((_alike(template, picture, each), each) for each in (aligned, start)), key=lambda pair: pair[0].mean()
    )
    if alike.mean() < (_FEWEST if whole >= _LEAST_WHOLE else _LEAST_ALIKE):
        return aligned if whole >= _LEAST_WHOLE else None
    # 3.
    inner = cv2.erode(alike.astype(np.uint8) * 255, np.ones((3, 3), np.uint8))
    everything = np.full_like(picture, 255)
    try:
        _, warp = cv2.findTransformECCWithMask(
            template, picture, inner, everything, aligned.copy(), cv2.MOTION_AFFINE, criteria, _BLUR
        )
    except cv2.error:
        return aligned
    again = np.asarray(warp, np.float32)
    return again if _alike(template, picture, again).mean() >= alike.mean() - _LESS else aligned


def _alike(template: Grey, picture: Grey, warp: Warp) -> NDArray[np.bool_]:
    """Where the picture, laid over the template, shows the same structure, or both show none; (h, w)."""
    import cv2

    height, width = template.shape
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    laid = cv2.warpAffine(picture, warp, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    joint, one, other = local_moments(laid.astype(np.float32), template.astype(np.float32), _WINDOW)
    return np.asarray(joint + _FLAT > _CORRELATED * np.sqrt((one + _FLAT) * (other + _FLAT)))
