"""Posters drawn for the benchmark's tests: clouds, discs and a title, another one for every number."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.values import OtherPoster

SIZE = (300, 440)


def draw_poster(number: int) -> Pixels:
    """Enough detail for every attack to find its place, and for every check to tell it from the others."""
    rng = np.random.default_rng(number)
    coarse = rng.uniform(30, 225, (7, 5, 3)).astype(np.float32)
    picture = np.clip(cv2.resize(coarse, SIZE, interpolation=cv2.INTER_CUBIC), 0, 255).astype(np.uint8)
    for _ in range(25):
        centre = tuple(int(v) for v in rng.integers(0, SIZE))
        cv2.circle(picture, centre, int(rng.integers(6, 40)), [int(v) for v in rng.integers(0, 256, 3)], -1)
    for _ in range(40):
        x, y = (int(v) for v in rng.integers(0, SIZE))
        width, height = (int(v) for v in rng.integers(3, 30, 2))
        cv2.rectangle(picture, (x, y), (x + width, y + height), [int(v) for v in rng.integers(0, 256, 3)], -1)
    cv2.putText(picture, f"FILM {number}", (25, 330), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (250, 250, 250), 5)
    return picture


class DrawnOthers:
    """Drawn posters where the benchmark would read files."""

    def pick(self, rng: np.random.Generator) -> OtherPoster:
        """One of four."""
        number = int(rng.integers(100, 104))
        return OtherPoster(f"{number}.jpg", draw_poster(number))
