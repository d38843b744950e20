"""Plain corners of a turned picture are told from what a poster shows there."""

import cv2
import numpy as np
import pytest

from app.compare.surroundings.filled_corners import find_filled_corners, turn_of
from app.model.poster_image import Pixels
from tests.support.pictures import SIZE, draw_artwork

WIDTH, HEIGHT = SIZE


def turned(degrees: float, fill: tuple[int, int, int]) -> tuple[Pixels, np.ndarray]:
    """Artwork turned clockwise on a canvas that holds it whole; and where the fill is."""
    return turned_picture(draw_artwork(3), degrees, fill)


def turned_picture(artwork: Pixels, degrees: float, fill: tuple[int, int, int]) -> tuple[Pixels, np.ndarray]:
    """The same for any picture of that size."""
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), -degrees, 1.0)
    sine, cosine = abs(turn[0, 1]), abs(turn[0, 0])
    size = (round(WIDTH * cosine + HEIGHT * sine), round(WIDTH * sine + HEIGHT * cosine))
    turn[:, 2] += (size[0] / 2 - WIDTH / 2, size[1] / 2 - HEIGHT / 2)
    whole = cv2.warpAffine(np.full((HEIGHT, WIDTH), 255, np.uint8), turn, size, flags=cv2.INTER_NEAREST)
    return np.asarray(cv2.warpAffine(artwork, turn, size, borderValue=fill), np.uint8), whole == 0


@pytest.mark.parametrize("degrees", [2, 7, -5, -12])
@pytest.mark.parametrize("fill", [(0, 0, 0), (255, 255, 255), (20, 160, 90)])
def test_the_fill_of_a_turned_picture_is_found(degrees: float, fill: tuple[int, int, int]) -> None:
    picture, filled = turned(degrees, fill)
    found = find_filled_corners(picture, degrees)
    assert found is not None
    assert (found & filled).sum() > 0.9 * filled.sum()
    assert (found & ~filled).sum() < 0.035 * filled.size


@pytest.mark.parametrize("degrees", [3, -4, 9])
def test_a_poster_as_dark_as_the_fill_is_not_taken_for_it(degrees: float) -> None:
    artwork = draw_artwork(3).copy()
    artwork[-HEIGHT // 3 :] = 2
    artwork[: HEIGHT // 3, : WIDTH // 2] = 2
    picture, filled = turned_picture(artwork, degrees, (0, 0, 0))
    found = find_filled_corners(picture, degrees)
    assert found is not None
    assert (found & filled).sum() > 0.98 * filled.sum()
    assert (found & ~filled).sum() < 0.03 * filled.size


@pytest.mark.parametrize("degrees", [0.0, 0.3, 45.0, 180.0])
def test_nothing_is_looked_for_in_a_picture_that_is_upright_or_lies(degrees: float) -> None:
    picture, _ = turned(5, (0, 0, 0))
    assert find_filled_corners(picture, degrees) is None


def test_a_turn_that_left_no_corners_leaves_the_picture_as_it_is() -> None:
    assert find_filled_corners(draw_artwork(3), 5) is None


def test_of_plain_bars_no_more_than_bars_is_taken() -> None:
    barred = cv2.copyMakeBorder(draw_artwork(3), 60, 60, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0))
    found = find_filled_corners(np.asarray(barred, np.uint8), 5)
    assert found is None or not found[64:-64].any()


@pytest.mark.parametrize("degrees", [-20, 0, 3, 15])
def test_the_turn_is_that_of_the_reference_s_first_side(degrees: float) -> None:
    angle = np.radians(degrees)
    rotation = np.array([[np.cos(angle), -np.sin(angle), 10], [np.sin(angle), np.cos(angle), 4], [0, 0, 1]])
    assert turn_of(1.7 * rotation) == pytest.approx(degrees)
