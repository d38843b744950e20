"""What is kept of a picture so that it can be found again."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class PerceptualHash:
    """256 bits of a picture's coarse structure.

    bits: (32,) uint8. detail: standard deviation of the luminance (0..127) of the picture that was hashed;
    a hash of a plain picture says nothing and is not to be matched.
    """

    bits: NDArray[np.uint8]
    detail: float


@dataclass(frozen=True, slots=True, eq=False)
class LocalFeatures:
    """Key points of a picture, strongest first.

    keypoints: (n, 4) float32: x, y, size in original pixels, angle in degrees.
    descriptors: (n, 128) uint8: SIFT before any normalisation.
    image_size: (width, height) of the original in pixels.
    """

    keypoints: NDArray[np.float32]
    descriptors: NDArray[np.uint8]
    image_size: tuple[int, int]

    def __len__(self) -> int:
        """How many key points there are."""
        return int(self.keypoints.shape[0])

    def chosen(self, which: NDArray[np.bool_]) -> "LocalFeatures":
        """Those key points, in their order. which: (n,)."""
        return LocalFeatures(self.keypoints[which], self.descriptors[which], self.image_size)

    def strongest(self, count: int) -> "LocalFeatures":
        """The first `count` key points."""
        return LocalFeatures(self.keypoints[:count], self.descriptors[:count], self.image_size)


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """Everything that recognises one picture. `version` names the algorithms: two versions never compare."""

    sha256: str
    perceptual_hash: PerceptualHash
    local_features: LocalFeatures
    version: int
