"""Pictures bent by a lens or by paper that curls are straightened; what was changed on them is found where it is."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.residual import measure_residual
from app.compare.aligned.unbend import find_bend
from app.compare.registration.bend import POWERS, Bend
from app.compare.shown.measure_shown import measure_shown
from app.model.geometry import Box
from app.model.poster_image import Pixels
from tests.compare.test_compare_pictures import CALM, OFFICIAL, TWO, held_directly, laid_over
from tests.support.pictures import SIZE, draw_artwork, draw_two

WIDTH, HEIGHT = SIZE
HALF = max(SIZE) / 2
Places = tuple[NDArray[np.float64], NDArray[np.float64]]


def lens(across: NDArray[np.float64], down: NDArray[np.float64], power: float) -> Places:
    """Where a picture seen through a lens shows what lies there; both in halves of the longer side, from the middle."""
    farther = 1 + power * (across**2 + down**2)
    return across * farther, down * farther


def curl(across: NDArray[np.float64], down: NDArray[np.float64], power: float) -> Places:
    """A sheet that is bowed from side to side."""
    return across, down + power * across**2


BENT: dict[str, Callable[[NDArray[np.float64], NDArray[np.float64]], Places]] = {
    "wide lens": lambda across, down: lens(across, down, 0.05),
    "long lens": lambda across, down: lens(across, down, -0.05),
    "slight lens": lambda across, down: lens(across, down, 0.025),
    "curled paper": lambda across, down: curl(across, down, 0.06),
}
BENDS = pytest.mark.parametrize("bent", BENT.values(), ids=BENT)


def grid() -> Places:
    down, across = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float64)
    return (across - WIDTH / 2) / HALF, (down - HEIGHT / 2) / HALF


def see(pixels: Pixels, bent: Callable[[NDArray[np.float64], NDArray[np.float64]], Places]) -> Pixels:
    """The picture bent so."""
    across, down = (
        np.asarray(HALF * each + length / 2, np.float32) for each, length in zip(bent(*grid()), SIZE, strict=True)
    )
    return np.asarray(cv2.remap(pixels, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT), np.uint8)


def lying(query: Pixels, reference: Pixels = OFFICIAL) -> LaidOver:
    """Two pictures that lie on each other as they are."""
    return LaidOver(query, reference, np.ones((HEIGHT, WIDTH), bool), np.eye(3), (1.0, 1.0), 1.0)


@BENDS
def test_a_bend_is_no_change(bent: Callable[..., Places]) -> None:
    shown, residual = measure_shown(lying(see(OFFICIAL, bent)))
    assert shown.bend is not None
    assert residual.agreement(shown.inside) > 0.97


@BENDS
def test_a_number_on_a_bent_poster_is_found_in_its_place(bent: Callable[..., Places]) -> None:
    mask = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    mask[TWO.y : TWO.y + TWO.height, TWO.x : TWO.x + TWO.width] = 255
    rows, columns = np.nonzero(see(mask, bent)[..., 0] > 127)
    true = Box(int(columns.min()), int(rows.min()), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)
    comparison = held_directly(see(draw_two(OFFICIAL, TWO), bent), OFFICIAL) or laid_over(
        see(draw_two(OFFICIAL, TWO), bent)
    )
    largest = max(comparison.regions, key=lambda region: region.share)
    assert largest.box.overlap(true) > 0.5
    assert largest.reference_box.overlap(TWO) > 0.5


@pytest.mark.parametrize(
    "query",
    [
        OFFICIAL,
        draw_two(OFFICIAL, TWO),
        draw_artwork(22),
        np.vstack([OFFICIAL[: HEIGHT // 2], draw_artwork(22)[HEIGHT // 2 :]]),
        np.full_like(OFFICIAL, 90),
    ],
    ids=["as it is", "a number", "another picture", "half another picture", "plain"],
)
def test_what_is_not_bent_is_left_alone(query: Pixels) -> None:
    laid = lying(query)
    assert find_bend(laid, measure_residual(laid)) is None


def test_a_mapping_that_is_some_pixels_off_is_put_right() -> None:
    laid = lying(np.roll(OFFICIAL, 3, axis=1))
    bend = find_bend(laid, measure_residual(laid))
    assert bend is not None
    points = np.array([[40.0, 60.0], [WIDTH / 2, HEIGHT / 2], [WIDTH - 40.0, HEIGHT - 60.0]])
    assert np.allclose(bend.moved(points) - points, (3, 0), atol=0.3)


@pytest.mark.parametrize("size", [(448, 20), (448, 60), (448, 120), (60, 448), (160, 40), (40, 160), (16, 12)])
def test_pictures_too_narrow_to_be_followed_in_are_left_alone(size: tuple[int, int]) -> None:
    reference = draw_artwork(3, size)
    query = np.roll(reference, 3, axis=0)
    laid = LaidOver(query, reference, np.ones(query.shape[:2], bool), np.eye(3), (1.0, 1.0), 1.0)
    assert find_bend(laid, measure_residual(laid)) is None


coefficients = st.lists(st.floats(-0.03, 0.03), min_size=2 * len(POWERS), max_size=2 * len(POWERS))


@given(coefficients)
def test_points_and_pixels_are_moved_alike(values: list[float]) -> None:
    bend = Bend(np.array(values).reshape(-1, 2), (60, 90))
    points = np.array([[0, 0], [59, 0], [30, 45], [12, 80]])
    by_field = points + bend.displacement()[points[:, 1], points[:, 0]]
    assert np.allclose(bend.moved(points.astype(float)), by_field, atol=1e-3)


def test_a_map_comes_back_to_where_the_bent_picture_shows_it() -> None:
    bend = Bend(np.zeros((len(POWERS), 2)), SIZE)
    bend.coefficients[POWERS.index((1, 0)), 0] = 0.04
    bend.coefficients[POWERS.index((0, 2)), 0] = 0.06
    spot = np.zeros((HEIGHT, WIDTH), np.float32)
    spot[CALM.y : CALM.y + 20, CALM.x : CALM.x + 20] = 1
    rows, columns = np.nonzero(bend.bend_again(spot) > 0.5)
    middle = bend.moved(np.array([[CALM.x + 9.5, CALM.y + 9.5]]))[0]
    assert np.allclose((columns.mean(), rows.mean()), middle, atol=0.7)


def test_straightening_undoes_a_bend() -> None:
    bent = see(OFFICIAL, BENT["wide lens"])
    laid = lying(bent)
    bend = find_bend(laid, measure_residual(laid))
    assert bend is not None
    straight = bend.straighten(bent, cv2.INTER_LINEAR)
    inner = np.s_[60:-60, 40:-40]
    assert np.abs(straight[inner].astype(float) - OFFICIAL[inner]).mean() < 6
