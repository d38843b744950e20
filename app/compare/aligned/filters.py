"""Filters that no smooth mapping of colours is: equalised, solarised and posterised pictures, and local contrast.

The reference is put through such a filter itself, and compared as it comes out, where that tells far more of the
submitted picture's colours. What somebody repainted in one place comes out as before.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.mark_changes import CHANGED_CORRELATION
from app.compare.aligned.photometry import compare_tones
from app.compare.aligned.residual import Residual
from app.compare.pixels.channels import largest
from app.model.poster_image import Pixels

# Where half of the picture is nearer than so many levels (0..255) to what a smooth mapping makes of the reference, no
# curve is looked for, and no local contrast: of 184 benign pictures of tuning posters three quarters are under 2.0, and
# 95 % under 4.0. A filter is followed when it brings half of the picture within this share of that.
_FAR, _FARTHER, _LEFT = 2.0, 4.5, 0.7
# A filter leaves the structure (local correlation) of so much of what is drawn as it was, whatever its colours; another
# picture, or a figure on another ground, does not: of 25 such edits for which a curve tells more, .25 to .61, of 51
# equalised and posterised pictures .83 and more, but for eight (tuning posters, 2026-11-28). With less in common a
# filter has to bring half of the picture within a smaller share: of those edits none leaves less than .36.
_DRAWN_ALIKE, _LESS_ALIKE, _LEFT_THEN = 0.65, 0.4, 0.25
# One pixel in so many is enough for a median.
_SAMPLED = 7
# A level has a median of its own from so many pixels on.
_LEVELS, _FEWEST = 256, 24
# Local contrast as apps and scripts apply it: the limit, and tiles across and down (Zuiderveld, "Contrast limited
# adaptive histogram equalization", Graphics Gems IV, 1994).
_LIMITS, _TILES = (2.0, 3.0, 4.0), (8, 8)


def follow_filter(laid: LaidOver, residual: Residual) -> LaidOver:
    """The two pictures with the reference as the filter leaves it that tells most; as they were where none does."""
    if not (residual.changed & laid.inside).any():
        return laid
    drawn = residual.drawn & laid.inside
    alike = (residual.correlation[drawn] > CHANGED_CORRELATION).sum() / max(1, drawn.sum())
    apart = float(np.median(residual.tone[laid.inside][::_SAMPLED]))
    if alike < _LESS_ALIKE or apart < _FAR:
        return laid
    references = [*_along_curves(laid), *(_brought_out(laid.reference) if apart >= _FARTHER else ())]
    filtered = [replace(laid, reference=reference) for reference in references]
    errors = [_typical_error(each) for each in filtered]
    best = int(np.argmin(errors))
    left = _LEFT if alike >= _DRAWN_ALIKE else _LEFT_THEN
    return filtered[best] if errors[best] <= left * _typical_error(laid) else laid


def _typical_error(laid: LaidOver) -> float:
    tones = compare_tones(laid)
    return float(np.median(largest(np.abs(tones.query - tones.expected))))


def _along_curves(laid: LaidOver) -> Iterator[Pixels]:
    """The reference with each channel along a curve of its own, and with its light along one."""
    import cv2

    query, reference, inside = laid.query, laid.reference, laid.inside
    yield np.dstack([_curve(reference[..., i], query[..., i], inside)[reference[..., i]] for i in range(3)])
    light, seen = (np.asarray(cv2.cvtColor(each, cv2.COLOR_RGB2GRAY), np.uint8) for each in (reference, query))
    lighter = _curve(light, seen, inside)[light].astype(np.int16) - light
    yield np.clip(reference + lighter[..., None], 0, 255).astype(np.uint8)


def _brought_out(reference: Pixels) -> Iterator[Pixels]:
    """The reference with its local contrast brought out more and more."""
    import cv2

    parted = cv2.cvtColor(reference, cv2.COLOR_RGB2LAB)
    for limit in _LIMITS:
        brought_out = parted.copy()
        brought_out[..., 0] = cv2.createCLAHE(limit, _TILES).apply(parted[..., 0])
        yield np.asarray(cv2.cvtColor(brought_out, cv2.COLOR_LAB2RGB), np.uint8)


def _curve(before: NDArray[np.uint8], after: NDArray[np.uint8], inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """(256,) levels: what most pixels of each level of one channel, (h, w), are in the other."""
    pairs = before[inside].astype(np.int64) * _LEVELS + after[inside]
    counts = np.bincount(pairs, minlength=_LEVELS**2).reshape(_LEVELS, _LEVELS)
    seen = counts.sum(axis=1)
    medians = (np.cumsum(counts, axis=1) < (seen[:, None] + 1) // 2).sum(axis=1)
    told = np.flatnonzero(seen >= _FEWEST)
    if not told.size:
        return np.arange(_LEVELS, dtype=np.uint8)
    return np.asarray(np.round(np.interp(np.arange(_LEVELS), told, medians[told])), np.uint8)
