"""Harmless: the whole picture saved worse, resized or coloured as photo apps do."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between
from benchmarks.attacks.geometry import resize_by
from benchmarks.attacks.values import Attacked, AttackFunction, Format, OtherPosters, SavedAs

Values = NDArray[np.float64]
SEPIA = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]])


def blur_and_noise(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A little out of focus, with a sensor's noise."""
    soft = cv2.GaussianBlur(pixels, (0, 0), between(rng, 0.7, 1.2) * max(1.0, pixels.shape[1] / 600))
    return Attacked(_bytes(soft + rng.normal(0, between(rng, 4, 9), pixels.shape)))


def _bytes(values: Values) -> Pixels:
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)


def _grey(values: Values) -> Values:
    return np.repeat((values @ (0.299, 0.587, 0.114))[:, :, None], 3, axis=2)


def _named(name: str, make: Callable[[Pixels, np.random.Generator], Attacked]) -> AttackFunction:
    def attack(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        return make(pixels, rng)

    attack.__name__ = name
    return attack


def _saved(name: str, kind: Format, worst: int, best: int) -> AttackFunction:
    return _named(name, lambda p, rng: Attacked(p, saved_as=SavedAs(kind, int(rng.integers(worst, best + 1)))))


def _resized(pixels: Pixels, width: float) -> Attacked:
    small, place = resize_by(pixels, width / pixels.shape[1])
    return Attacked(small, place=place, saved_as=SavedAs("JPEG", 82))


def _filter(name: str, weak: float, strong: float, change: Callable[[Values, float], Values]) -> AttackFunction:
    return _named(name, lambda p, rng: Attacked(_bytes(change(p.astype(np.float64), between(rng, weak, strong)))))


strong_jpeg = _saved("strong_jpeg", "JPEG", 20, 40)
webp_copy = _saved("webp_copy", "WEBP", 45, 80)
small_thumbnail = _named("small_thumbnail", lambda p, rng: _resized(p, 200))
thumbnail_400 = _named("thumbnail_400", lambda p, rng: _resized(p, min(400, p.shape[1] * 5 / 6)))
half_size = _named("half_size", lambda p, rng: _resized(p, p.shape[1] / 2))
enlarged = _named("enlarged", lambda p, rng: _resized(p, p.shape[1] * between(rng, 1.2, 1.5)))
warm_filter = _filter("warm_filter", 0.1, 0.22, lambda v, s: v * (1 + s, 1 + s * 0.3, 1 - s))
cold_filter = _filter("cold_filter", 0.1, 0.22, lambda v, s: v * (1 - s, 1.0, 1 + s))
vintage_filter = _filter("vintage_filter", 0.4, 0.75, lambda v, s: 22 + 0.88 * (v * (1 - s) + v @ SEPIA.T * s))
high_contrast = _filter("high_contrast", 1.25, 1.5, lambda v, s: (_grey(v) * -0.25 + v * 1.25 - 118) * s + 118)
faded = _filter("faded", 0.6, 0.75, lambda v, s: (_grey(v) * 0.35 + v * 0.65) * s + 58)
grey = _filter("grey", 1.0, 1.0, lambda v, s: _grey(v))
lighter = _filter("lighter", 0.6, 0.8, lambda v, s: 255 * (v / 255) ** s)
darker = _filter("darker", 1.3, 1.7, lambda v, s: 255 * (v / 255) ** s)
