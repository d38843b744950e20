"""Light that falls unevenly is a mapping of colours; a colour that comes in at one end is none."""

import numpy as np
from numpy.typing import NDArray

from app.compare.lay_over import LaidOver
from app.compare.photometry import compare_tones
from tests.support.pictures import SIZE, draw_artwork

WIDTH, HEIGHT = SIZE
REFERENCE = (draw_artwork(21) * 0.6 + 50).astype(np.uint8)
# From nothing at the foot to all of it at the head.
RISING = np.linspace(1, 0, HEIGHT)[:, None, None]


def left_at_the_head(added: NDArray[np.float64]) -> float:
    """Levels, 0..255, that the mapping leaves unexplained in the uppermost quarter."""
    query = np.clip(REFERENCE + added, 0, 255).astype(np.uint8)
    laid = LaidOver(query, REFERENCE, np.ones((HEIGHT, WIDTH), bool), np.eye(3), (1.0, 1.0), 1.0)
    tones = compare_tones(laid)
    apart = np.abs(tones.query - tones.expected).max(axis=2)
    return float(np.median(apart[: len(apart) // 4]))


def test_light_from_above_is_no_change() -> None:
    assert left_at_the_head(RISING * np.array([45.0, 45.0, 45.0])) < 4


def test_a_colour_from_above_is_explained_less_readily_than_light() -> None:
    """As bright as it was, but greener: what a dyed sky does to the head of a poster."""
    light, colour = (
        left_at_the_head(RISING * np.full(3, 45.0)),
        left_at_the_head(RISING * np.array([-45.0, 45.0, -45.0])),
    )
    assert colour > 1.5 * light
