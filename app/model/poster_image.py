"""A decoded picture and what its file said about itself."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class PosterImage:
    """One picture, ready to be measured.

    pixels: (height, width, 3) uint8, RGB, after the EXIF turn; alpha flattened onto white. Never written to.
    sha256: lower-case hex of the file's bytes.
    format: "JPEG", "PNG", "WEBP", "AVIF", "GIF" or "HEIF", as found in the bytes.
    byte_count: size of the file.
    frames: 1 for a still; the first frame is the one decoded.
    metadata: plain facts of the file for the report (mode, turned, animated); never GPS or device details.
    """

    pixels: Pixels
    sha256: str
    format: str
    byte_count: int
    frames: int = 1
    metadata: dict[str, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Pixels down."""
        return int(self.pixels.shape[0])
