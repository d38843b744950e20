"""Recognises arrows: a shaft that is evenly wide, and a head that is wider and narrows evenly."""

import numpy as np
from numpy.typing import NDArray

from app.compare.marks.drawn_signs import laid
from app.compare.pixels.outlines import Mask, spread_of

# An arrow, laid along its axis in so many pixels: its spread along over that across (variances), how well it is its own
# mirror image, the head's share of its length, how much wider that is than the shaft, and how evenly both are drawn.
_LENGTH, _SLENDER, _MIRRORED, _HEAD, _WIDER, _EVEN = 48, 2.2, 0.8, (0.18, 0.62), 1.7, 0.8
# The shaft is this share of its length at least. In its middle a head is this share as wide as where it begins: of 31
# arrows 30 are .51 to .76 and one is .43, a sword's grip behind its guard is .33.
_SHAFT, _HALFWAY = 0.2, 0.38


def is_arrow(shape: Mask) -> bool:
    """Whether a shape is its own mirror image along its axis, evenly wide at first, then wider and narrowing evenly."""
    spread = spread_of(shape)
    short, long = np.linalg.eigvalsh(spread.covariance)
    if long < _SLENDER * short:
        return False
    (across, crossed), (_, down) = spread.covariance
    turned = float(np.degrees(0.5 * np.arctan2(2 * crossed, across - down)))
    along_axis = laid(shape, spread, turned, _LENGTH / (4.2 * float(np.sqrt(long))), _LENGTH + 16)
    shifted = (np.roll(along_axis, by, axis=0) for by in (0, -2, -1, 1, 2))
    likeness = max(
        float(np.minimum(one, one[::-1]).sum() / max(1.0, np.maximum(one, one[::-1]).sum())) for one in shifted
    )
    widths = along_axis.sum(axis=0)
    drawn = np.flatnonzero(widths > 0.8)
    if likeness < _MIRRORED or len(drawn) < _LENGTH // 2:
        return False
    widths = widths[drawn[0] : drawn[-1] + 1]
    return any(_evenness(along) * likeness**0.5 >= _EVEN for along in (widths, widths[::-1]))


def _evenness(widths: NDArray[np.float32]) -> float:
    """How evenly an arrow's shaft and head are drawn, 0..1, from its widths; 0 where it has none of both."""
    long = len(widths)
    base = long // 4 + int(widths[long // 4 :].argmax())
    shaft, head = widths[2 : base - max(2, long // 12)], widths[base:]
    if not _HEAD[0] * long <= len(head) <= _HEAD[1] * long or len(shaft) < _SHAFT * long:
        return 0.0
    wide = float(np.median(shaft))
    if head[0] < _WIDER * wide or head[len(head) // 2] < _HALFWAY * head[0]:
        return 0.0
    narrowing = np.linspace(head[0], 0, len(head) + 1)[:-1]
    return 1 - float(max(np.abs(head - narrowing).mean() / head[0], np.abs(shaft - wide).mean() / max(1.0, wide)))
