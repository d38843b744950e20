"""The PDQ hash of a picture, for exchange with others; nothing here is compared by it.

Meta, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm", 2019: luminance, twice smoothed by a
box of a 128th of each side, 64 x 64 samples of it, the 16 x 16 lowest frequencies of their cosine transform without the
constant one, a bit for each that lies above the median.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels

_SIDE = 64
_FREQUENCIES = 16
_LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)
# The sum of quantised gradients that stands for a quality of one.
_GRADIENT_UNIT = 90


@dataclass(frozen=True, slots=True)
class PdqHash:
    """bits: 64 lower-case hex digits. quality: 0..100; under 50 the hash says too little to be matched."""

    bits: str
    quality: int


def compute_pdq_hash(pixels: Pixels) -> PdqHash:
    """Hash a (h, w, 3) uint8 RGB picture. 1. Luminance. 2. Smooth. 3. Sample. 4. Transform. 5. Bits."""
    # 1.
    picture = pixels.astype(np.float32) @ _LUMINANCE
    # 2.
    for _ in range(2):
        for axis in (1, 0):
            picture = _box_means(picture, -(-picture.shape[axis] // (2 * _SIDE)), axis)
    # 3.
    rows, columns = (((np.arange(_SIDE) + 0.5) * side / _SIDE).astype(np.int64) for side in picture.shape)
    samples = picture[np.ix_(rows, columns)]
    # 4.
    angles = np.outer(np.arange(1, _FREQUENCIES + 1), 2 * np.arange(_SIDE) + 1) * (np.pi / (2 * _SIDE))
    basis = np.sqrt(2 / _SIDE) * np.cos(angles)
    spectrum = (basis @ samples @ basis.T).reshape(-1)
    # 5.
    median = np.partition(spectrum, len(spectrum) // 2 - 1)[len(spectrum) // 2 - 1]
    bits = np.packbits(spectrum > median, bitorder="little")[::-1]
    return PdqHash(bits.tobytes().hex(), _quality(samples))


def _box_means(picture: NDArray[np.float32], window: int, axis: int) -> NDArray[np.float32]:
    """Means along an axis over `window` values around each; over fewer at the edges, one more after than before."""
    length = picture.shape[axis]
    after = window // 2
    places = np.arange(length)
    first = np.maximum(places - (window - 1 - after), 0)
    last = np.minimum(places + after + 1, length)
    sums = np.cumsum(picture, axis=axis, dtype=np.float64)
    sums = np.concatenate([np.zeros_like(np.take(sums, [0], axis)), sums], axis)
    counts = (last - first).reshape((-1, 1) if axis == 0 else (1, -1))
    means = (np.take(sums, last, axis) - np.take(sums, first, axis)) / counts
    return np.asarray(means, dtype=np.float32)


def _quality(samples: NDArray[np.float32]) -> int:
    total = sum(int(np.abs(np.trunc(np.diff(samples, axis=axis) * 100 / 255)).sum()) for axis in (0, 1))
    return min(100, total // _GRADIENT_UNIT)
