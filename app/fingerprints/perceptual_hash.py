"""The 256-bit pHash of a picture (ImageHash's DCT hash with hash_size 16)."""

import imagehash
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.model.fingerprint import PerceptualHash

HASH_BITS = 256

# The luminance's standard deviation below which a hash is mostly noise: plain and half-dark/half-light pictures
# collide (czkawka PR 2059, ImageHash issue 134).
MIN_DETAIL = 8.0


def compute_perceptual_hash(grey: NDArray[np.uint8]) -> PerceptualHash:
    """Hash a (h, w) uint8 luminance picture."""
    bits = imagehash.phash(Image.fromarray(grey), hash_size=16).hash
    return PerceptualHash(bits=np.packbits(bits.reshape(-1)), detail=float(grey.std()))


def hash_distances(one: NDArray[np.uint8], many: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Differing bits (0..256) between one hash (32,) and many (n, 32)."""
    words = np.ascontiguousarray(many).view(np.uint64) ^ np.ascontiguousarray(one).view(np.uint64)
    distances: NDArray[np.int64] = np.bitwise_count(words).sum(axis=1, dtype=np.int64)
    return distances
