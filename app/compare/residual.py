"""Where two pictures in one frame differ, and how strongly: in structure (local correlation) and in tone (colour)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.lay_over import LaidOver
from app.compare.photometry import compare_tones

# Window in pixels of the local correlation, and blur before it: at a 448 px frame a window holds a stroke and its ground.
_WINDOW = 9
_PRE_BLUR = 1.0
# Luminance variance that counts as nothing, on top of the measured noise: strong JPEG leaves about this in flat places.
_NOISE_FLOOR = 36.0
# Structure is compared at these offsets in pixels where it differs at none: registration is good to about a pixel.
_OFFSETS = (
    (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1), (2, 0), (-2, 0), (0, 2), (0, -2),
)  # fmt: skip
# Correlation under which structure differs, and tone distance (0..255) above which colour differs.
CHANGED_CORRELATION = 0.5
CHANGED_TONE = 40.0
_WORTH_SHIFTING = 0.7
# A window whose variance exceeds this many noise floors holds something drawn.
_BUSY = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Residual:
    """Maps in the frame, (h, w) float32.

    correlation: -1..1, best over small offsets. tone: 0..255, largest channel difference after the colour mapping.
    query_light, reference_light: luminance, the reference's brought near the submitted one's. drawn: bool, where either picture
    holds fine detail. noise: typical luminance difference in unchanged places, 0..255.
    """

    correlation: NDArray[np.float32]
    tone: NDArray[np.float32]
    query_light: NDArray[np.float32]
    reference_light: NDArray[np.float32]
    drawn: NDArray[np.bool_]
    noise: float

    def agreement(self, judged: NDArray[np.bool_]) -> float:
        """Share of the finely drawn places that agree, 0..1: flat ground agrees with any flat ground and does not count."""
        drawn = self.drawn & judged
        return float((drawn & ~self.changed).sum() / max(1, int(drawn.sum())))

    @property
    def changed(self) -> NDArray[np.bool_]:
        """Where either map says so."""
        return np.asarray((self.correlation < CHANGED_CORRELATION) | (self.tone > CHANGED_TONE))

    @property
    def strength(self) -> NDArray[np.float32]:
        """0 (alike) to 1 (nothing in common), for heat maps and for ranking."""
        structure = np.clip(1 - self.correlation, 0, 1)
        return np.maximum(structure, np.clip(self.tone / (2 * CHANGED_TONE), 0, 1)).astype(np.float32)


def measure_residual(laid: LaidOver) -> Residual:
    """1. Bring colours together. 2. Correlate structure in small windows. 3. Compare tones at low resolution."""
    import cv2

    # 1.
    tones = compare_tones(laid)
    query = cv2.GaussianBlur(cv2.cvtColor(laid.query, cv2.COLOR_RGB2GRAY), (0, 0), _PRE_BLUR)
    mapped = cv2.transform(laid.reference, tones.luminance[None, :])
    reference = cv2.GaussianBlur(np.clip(mapped, 0, 255), (0, 0), _PRE_BLUR)
    differences = np.abs(query - reference)[laid.inside]
    noise = 1.4826 * float(np.median(differences)) if differences.size else 0.0
    # 2.
    correlation, drawn = _correlate(query, reference, _NOISE_FLOOR + noise**2)
    # 3.
    apart = cv2.GaussianBlur(np.abs(cv2.GaussianBlur(tones.query - tones.expected, (0, 0), 0.8)), (0, 0), 0.5)
    height, width = query.shape
    tone = cv2.resize(apart.max(axis=2), (width, height), interpolation=cv2.INTER_LINEAR)
    return Residual(correlation, tone, query, reference, drawn, noise)


def _correlate(
    query: NDArray[np.float32], reference: NDArray[np.float32], floor: float
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Local zero-mean correlation with a noise floor, and where either picture is busy.

    Two flat places agree; a flat and a busy one do not.
    """
    import cv2

    def average(values: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(cv2.boxFilter(values, -1, (_WINDOW, _WINDOW)), dtype=np.float32)

    mean_query, mean_reference = average(query), average(reference)
    spread_query = np.maximum(average(query * query) - mean_query**2, 0) + floor
    spread_reference = np.maximum(average(reference * reference) - mean_reference**2, 0) + floor

    def at_offset(x: int, y: int) -> NDArray[np.float32]:
        shifted, mean, spread = (
            np.roll(values, (y, x), (0, 1)) if x or y else values for values in (query, mean_query, spread_query)
        )
        joint = average(shifted * reference) - mean * mean_reference + floor
        return np.asarray(joint / np.sqrt(spread * spread_reference), dtype=np.float32)

    best = at_offset(0, 0)
    if (best < _WORTH_SHIFTING).any():
        for x, y in _OFFSETS:
            np.maximum(best, at_offset(x, y), out=best)
    return best, np.asarray(np.maximum(spread_query, spread_reference) > _BUSY * floor)
