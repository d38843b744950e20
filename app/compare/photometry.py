"""How colours were changed as a whole on the way: a smooth mapping from the reference's colours to the submitted picture's.

Filters, gamma, grey, fading and vignettes are such mappings; a repaint in one place is not, and stays visible after it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.lay_over import LaidOver

# Longest side in pixels of the small copies on which the mapping is fitted and tones are compared.
TONE_SIDE = 112
_ROUNDS = 5
_RIDGE = 1e-2
# The smallest typical error, as a share of the full range, that the robust fit assumes; JPEG alone gives that much.
_SMALLEST_ERROR = 0.008
_FEWEST_PIXELS = 60


@dataclass(frozen=True, slots=True, eq=False)
class Tones:
    """Both pictures at tone size, the reference as the submitted picture's colours would show it.

    query, expected: (h, w, 3) float32, 0..255. inside: (h, w) bool. luminance: (4,) factors for r, g, b and an offset that
    bring the reference nearest to the submitted picture's luminance.
    """

    query: NDArray[np.float32]
    expected: NDArray[np.float32]
    inside: NDArray[np.bool_]
    luminance: NDArray[np.float32]


def compare_tones(laid: LaidOver) -> Tones:
    """Fit the mapping by iteratively reweighted least squares, so that changed places do not bend it."""
    import cv2

    height, width = laid.inside.shape
    factor = TONE_SIDE / max(height, width)
    size = (max(8, round(width * factor)), max(8, round(height * factor)))
    reference = cv2.resize(laid.reference, size, interpolation=cv2.INTER_AREA)
    query = cv2.resize(laid.query, size, interpolation=cv2.INTER_AREA)
    inside = cv2.resize(laid.inside.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    terms = _terms(reference)
    wanted = query.reshape(-1, 3) / 255.0
    weights = inside.reshape(-1).astype(np.float32)
    prior = np.zeros((terms.shape[1], 3), np.float32)
    prior[1:4] = np.eye(3)
    mapping = prior
    if weights.sum() >= _FEWEST_PIXELS:
        for _ in range(_ROUNDS):
            weighted = terms * weights[:, None]
            ridge = _RIDGE * np.eye(terms.shape[1], dtype=np.float32)
            mapping = np.linalg.solve(weighted.T @ terms + ridge, weighted.T @ wanted + ridge @ prior)
            errors = np.abs(terms @ mapping - wanted).mean(axis=1)
            typical = max(float(np.median(errors[inside.reshape(-1)])), _SMALLEST_ERROR)
            weights = inside.reshape(-1) / (1 + (errors / (1.5 * typical)) ** 2)
    expected = np.clip(terms @ mapping * 255.0, 0, 255).reshape(*inside.shape, 3).astype(np.float32)
    return Tones(query, expected, inside, _luminance_fit(reference, query, weights))


def _terms(reference: NDArray[np.float32]) -> NDArray[np.float32]:
    """(h * w, 14): colours, their squares, a cubic of the luminance, and a vignette with a tilt."""
    height, width = reference.shape[:2]
    red, green, blue = (reference[..., i].reshape(-1) / 255.0 for i in range(3))
    down, across = (values.reshape(-1) for values in np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j])
    light = (red + green + blue) / 3
    radius = across * across + down * down
    columns = (
        np.ones_like(red), red, green, blue, red * red, green * green, blue * blue, light**3,
        radius, light * radius, across, down, light * across, light * down,
    )  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _luminance_fit(
    reference: NDArray[np.float32], query: NDArray[np.float32], weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    import cv2

    natural = np.array([0.299, 0.587, 0.114, 0.0], np.float64)
    terms = np.column_stack([reference.reshape(-1, 3), np.ones(reference[..., 0].size)]).astype(np.float64)
    wanted = cv2.cvtColor(query, cv2.COLOR_RGB2GRAY).reshape(-1).astype(np.float64)
    weighted = terms * weights[:, None]
    ridge = np.diag([1e4, 1e4, 1e4, 1e-2])
    fit = np.linalg.solve(weighted.T @ terms + ridge, weighted.T @ wanted + ridge @ natural)
    return np.asarray(fit if np.isfinite(fit).all() else natural, dtype=np.float32)
