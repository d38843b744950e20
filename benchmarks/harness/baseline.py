"""What a check is timed against: decoding a file and extracting SIFT features, nothing else."""

import time

import cv2

from app.fingerprints.local_features import FEATURES
from app.fingerprints.working_copy import WORKING_SIDE
from benchmarks.attacks.encode import decode


def time_baseline(data: bytes) -> float:
    """Milliseconds for one file, at the product's working size and number of features."""
    start = time.perf_counter()
    pixels = decode(data)
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    factor = WORKING_SIDE / max(grey.shape)
    if factor < 1:
        size = (round(grey.shape[1] * factor), round(grey.shape[0] * factor))
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    cv2.SIFT.create(nfeatures=FEATURES).detectAndCompute(grey, None)
    return (time.perf_counter() - start) * 1000
