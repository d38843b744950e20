"""Light that falls unevenly is a mapping of colours; a colour that comes in at one end is none."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver, lay_over
from app.compare.aligned.photometry import compare_tones
from app.compare.aligned.residual import measure_residual
from tests.support.pictures import SIZE, draw_artwork

WIDTH, HEIGHT = SIZE
REFERENCE = (draw_artwork(21) * 0.6 + 50).astype(np.uint8)
# From nothing at the foot to all of it at the head.
RISING = np.linspace(1, 0, HEIGHT)[:, None, None]


def laid_over(query: NDArray[np.float64], reference: NDArray[np.uint8]) -> LaidOver:
    """Two pictures that lie on each other as they are."""
    shown = np.clip(query, 0, 255).astype(np.uint8)
    return LaidOver(shown, reference, np.ones((HEIGHT, WIDTH), bool), np.eye(3), (1.0, 1.0), 1.0)


def left_over(query: NDArray[np.float64], reference: NDArray[np.uint8] = REFERENCE) -> NDArray[np.float32]:
    """Levels, 0..255, that the mapping leaves unexplained."""
    tones = compare_tones(laid_over(query, reference))
    return np.abs(tones.query - tones.expected).max(axis=2)


def left_at_the_head(added: NDArray[np.float64]) -> float:
    """Levels, 0..255, that the mapping leaves unexplained in the uppermost quarter."""
    apart = left_over(REFERENCE + added)
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


@pytest.mark.parametrize("faded", [1.0, 0.8])
@pytest.mark.parametrize("dye", [(40, -10, -40), (50, 0, -60)])
def test_a_large_part_dyed_in_another_colour_is_no_filter(dye: tuple[int, int, int], faded: float) -> None:
    """The colours of the sky are those of the rest; a mapping that follows both by halves explains it away."""
    sky = round(0.4 * HEIGHT)
    dyed = REFERENCE.astype(np.float64)
    dyed[:sky] += dye
    shown = dyed * faded + 255 * (1 - faded) / 2
    apart = left_over(shown, REFERENCE)
    edge = round(0.4 * len(apart))
    assert np.median(apart[: edge - 3]) > 25
    assert np.median(apart[edge + 3 :]) < 2
    assert measure_residual(laid_over(shown, REFERENCE)).changed[: sky - 8].mean() > 0.6


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_contrast_that_drives_colours_to_black_and_white_is_explained(seed: int) -> None:
    smooth = cv2.GaussianBlur(np.random.default_rng(seed).normal(0, 1, (HEIGHT, WIDTH, 3)), (0, 0), 12)
    picture = np.clip(70 + 45 * smooth / smooth.std(), 0, 255).astype(np.uint8)
    harder = (picture - 127.5) * 1.7 + 127.5
    assert ((harder <= 0) | (harder >= 255)).mean() > 0.3
    assert np.median(left_over(harder, picture)) < 4.5


def test_a_place_painted_black_is_no_contrast() -> None:
    artwork = draw_artwork(21)
    painted = (artwork - 127.5) * 1.5 + 127.5
    painted[HEIGHT // 3 : HEIGHT // 2, WIDTH // 4 : WIDTH // 2] = 0
    changed = measure_residual(laid_over(painted, artwork)).changed
    assert changed[HEIGHT // 3 : HEIGHT // 2, WIDTH // 4 : WIDTH // 2].mean() > 0.5


def with_letters(words: str) -> NDArray[np.uint8]:
    """Artwork over a grey ground with orange letters, hardly lighter than that."""
    picture = np.linspace(200, 170, HEIGHT)[:, None, None] * np.ones((HEIGHT, WIDTH, 3))
    picture[: HEIGHT // 2] = REFERENCE[: HEIGHT // 2]
    lettered = picture.astype(np.uint8)
    for line in range(4):
        place = (20, HEIGHT // 2 + 40 + 50 * line)
        cv2.putText(lettered, words, place, cv2.FONT_HERSHEY_DUPLEX, 0.9, (255, 170, 0), 2, cv2.LINE_AA)
    return lettered


def test_letters_that_gamma_gives_another_contrast_are_no_change() -> None:
    official = with_letters("YELLOW LETTERS")

    def changed(submitted: NDArray[np.uint8]) -> NDArray[np.bool_]:
        return measure_residual(laid_over(255 * (submitted / 255) ** 2.2, official)).changed

    assert not changed(official).any()
    assert changed(with_letters("BROKEN CROWN 2"))[HEIGHT // 2 :].mean() > 0.05


def test_a_picture_reaches_no_further_than_its_own_end() -> None:
    """The artwork without its foot, cut at any row."""
    for short in range(1, 5):
        cut = REFERENCE[: HEIGHT - 12 - short]
        laid = lay_over(cut, REFERENCE, np.eye(3), SIZE)
        rows = np.nonzero(laid.inside.all(axis=1))[0]
        ends = (rows[-1] + 1) * laid.to_reference[1]
        assert abs(ends - len(cut)) <= laid.to_reference[1]
