"""Gives the reference the submitted picture's sharpness: blur and a shaken camera are no change.

What a picture went through as a whole is estimated as a linear filter, by the averaged cross spectrum of both pictures
over the reference's own spectrum (Welch, 1967, for the averages; "H1" in Bendat and Piersol, Random Data). Noise in the
submitted picture leaves that estimate as it is, and an edited place takes part by its area.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver, as_float

# Side in pixels of the blocks whose spectra are averaged, and the fewest that make an average. Whether there is any
# blur is told by frames of half the size, whose blocks are of half the side.
_BLOCK, _FEWEST_BLOCKS = 64, 3
# One pixel in so many of a block is asked whether the block lies in what is compared.
_ASKED = 8
# Periods in a block, however many pixels it has, between which structure is coarse, and of middle size.
_COARSE, _MIDDLE = (0.5, 3.0), (5.0, 9.0)
# Of the coarse structure so much must come from the reference, by coherence: of a composite or other art nothing can be
# told.
_COHERENT = 0.8
# The middle has lost strength when it keeps no more than this share of it beside the coarse: of what the reference has,
# and in all, for a new title lacks the old one's strokes, but has its own. Of 75 tuning pictures blurred by 3 to 6 px
# or shaken by 9 or 15 px, 300 to 500 px wide, all are told rightly then, and 23 % without all this (2026-11-27).
_KEPT = 0.85
# The filter's side in pixels is twice this and one; frequencies of which the reference holds less than this share of
# its coarse strength are left out.
_REACH, _LEAST_POWER = 16, 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class _Spectra:
    """Averages over blocks of one side, (side, side // 2 + 1) float32 each.

    cross: the real part of the cross spectrum; the filter is the same both ways then, and moves nothing.
    """

    cross: NDArray[np.float32]
    reference: NDArray[np.float32]
    query: NDArray[np.float32]


def even_sharpness(laid: LaidOver) -> LaidOver:
    """The two pictures, the reference blurred as the submitted one is; as they were where that is sharp enough."""
    import cv2

    corners = _blocks_in(laid.inside)
    if len(corners) < _FEWEST_BLOCKS:
        return laid
    query, reference = (as_float(cv2.cvtColor(each, cv2.COLOR_RGB2GRAY)) for each in (laid.query, laid.reference))
    if not _is_blurred(_average_spectra(_half(query), _half(reference), corners // 2, _BLOCK // 2)):
        return laid
    kernel = _filter_between(_average_spectra(query, reference, corners, _BLOCK))
    blurred = cv2.filter2D(as_float(laid.reference), -1, kernel, borderType=cv2.BORDER_REPLICATE)
    return replace(laid, reference=np.asarray(np.clip(blurred, 0, 255), dtype=np.uint8))


def _half(light: NDArray[np.float32]) -> NDArray[np.float32]:
    import cv2

    height, width = light.shape
    return as_float(cv2.resize(light, (width // 2, height // 2), interpolation=cv2.INTER_AREA))


def _blocks_in(inside: NDArray[np.bool_]) -> NDArray[np.int_]:
    """(n, 2): top and left of blocks side by side in the middle of the frame, each all in what is compared."""
    tops, lefts = (range((length % _BLOCK) // 2, length - _BLOCK + 1, _BLOCK) for length in inside.shape)
    within = [
        (top, left)
        for top in tops
        for left in lefts
        if inside[top : top + _BLOCK : _ASKED, left : left + _BLOCK : _ASKED].all()
    ]
    return np.array(within, dtype=int).reshape(-1, 2)


def _average_spectra(
    query: NDArray[np.float32], reference: NDArray[np.float32], corners: NDArray[np.int_], side: int
) -> _Spectra:
    """Each block counts alike, but for those with hardly anything on them. query, reference: (h, w), 0..255."""
    seen, known = (_spectra_of(light, corners, side) for light in (query, reference))
    cross = (seen * known.conj()).real
    power, query_power = (as_float(values.real**2 + values.imag**2) for values in (known, seen))
    strength = power.sum(axis=(1, 2))
    weights = as_float(1 / (strength + np.median(strength) + 1))
    return _Spectra(*(as_float(np.tensordot(weights, values, 1)) for values in (cross, power, query_power)))


def _spectra_of(light: NDArray[np.float32], corners: NDArray[np.int_], side: int) -> NDArray[np.complex64]:
    """(n, side, side // 2 + 1): the spectrum of each block, without its mean, fading out towards its sides."""
    blocks = np.stack([light[top : top + side, left : left + side] for top, left in corners])
    window = as_float(np.hanning(side))
    level = blocks.mean(axis=(1, 2), keepdims=True)
    return np.asarray(np.fft.rfft2((blocks - level) * (window[:, None] * window)), dtype=np.complex64)


def _is_blurred(spectra: _Spectra) -> bool:
    """Whether structure of middle size has lost strength beside the coarse, which is the reference's."""
    coarse, middle = (_ring(*bounds, spectra.cross.shape) for bounds in (_COARSE, _MIDDLE))
    known, seen, common = (float(each[coarse].sum()) for each in (spectra.reference, spectra.query, spectra.cross))
    if common <= _COHERENT * np.sqrt(known * seen):
        return False
    expected = float(spectra.reference[middle].sum()) / known
    lost = float(spectra.cross[middle].sum()) / common <= _KEPT * expected
    return lost and float(spectra.query[middle].sum()) / seen <= _KEPT**2 * expected


def _filter_between(spectra: _Spectra) -> NDArray[np.float32]:
    """What makes the submitted picture of the reference but for its contrast: (n, n) float32, with sum 1."""
    coarse = _ring(*_COARSE, spectra.cross.shape)
    known = float(spectra.reference[coarse].sum())
    contrast = float(spectra.cross[coarse].sum()) / max(known, 1e-9)
    response = spectra.cross / (spectra.reference + _LEAST_POWER * known / coarse.sum())
    response[0, 0] = contrast
    kernel = np.fft.fftshift(np.fft.irfft2(response, s=(_BLOCK, _BLOCK)))
    near = slice(_BLOCK // 2 - _REACH, _BLOCK // 2 + _REACH + 1)
    fading = np.sqrt(np.hanning(2 * _REACH + 3)[1:-1])
    kernel = kernel[near, near] * np.outer(fading, fading)
    return as_float(kernel / kernel.sum())


def _ring(least: float, most: float, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Of such a spectrum: the frequencies of so many periods in a block, in whatever direction."""
    down, across = np.fft.fftfreq(shape[0], 1 / shape[0]), np.arange(shape[1])
    distance = np.hypot(down[:, None], across)
    return np.asarray((distance >= least) & (distance < most))
