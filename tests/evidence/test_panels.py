"""When whole posters on one picture make the panels of one, and where a panel's neighbours would lie."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.evidence.panels import are_panels, next_to
from app.model.comparison import Comparison
from app.model.geometry import Box
from tests.support.values import make_comparison, make_reference

# References are 300 x 450; here each is shown 100 x 150.
SCALE = 1 / 3


def posters_at(*corners: tuple[float, float], scale: float = SCALE, coverage: float = 0.1) -> Sequence[Comparison]:
    places = [np.array([[scale, 0, x], [0, scale, y], [0, 0, 1]]) for x, y in corners]
    return [
        make_comparison(reference=make_reference(key), homography=place, query_coverage=coverage)
        for key, place in enumerate(places, start=1)
    ]


@pytest.mark.parametrize(
    "corners",
    [
        ((10, 20), (112, 20), (10, 172), (112, 172)),
        ((10, 20), (110, 20), (10, 170)),
        ((110, 20), (10, 170)),
        ((10, 20), (110, 20), (10, 158), (110, 158)),
        ((10, 20), (103, 20), (196, 20)),
    ],
    ids=["four", "one from elsewhere", "opposite corners", "cropped to fill", "a row cropped to fill"],
)
def test_two_rows_of_two_close_together_are_panels(corners: tuple[tuple[float, float], ...]) -> None:
    assert are_panels(posters_at(*corners))


@pytest.mark.parametrize(
    "corners",
    [
        ((10, 20),),
        ((10, 20), (112, 20)),
        ((10, 20), (10, 172)),
        ((10, 20), (112, 20), (214, 20)),
        ((10, 20), (112, 20), (214, 20), (10, 172), (112, 172), (214, 172)),
        ((10, 20), (122, 20), (10, 190), (122, 190)),
    ],
    ids=["one", "beside", "under", "a row of three", "a shelf of six", "far apart"],
)
def test_posters_on_a_shelf_are_none(corners: tuple[tuple[float, float], ...]) -> None:
    assert not are_panels(posters_at(*corners))


@pytest.mark.parametrize("degrees", [-12, -5, 4, 9])
@pytest.mark.parametrize(
    ("corners", "panels"),
    [
        (((10, 20), (110, 20), (210, 20)), True),
        (((10, 20), (110, 20), (110, 170)), True),
        (((10, 20), (122, 20), (234, 20)), False),
    ],
    ids=["a strip", "two rows", "a shelf"],
)
def test_panels_of_a_picture_that_was_turned_and_seen_from_the_side_are_panels(
    corners: tuple[tuple[float, float], ...], panels: bool, degrees: float
) -> None:
    turn = np.radians(degrees)
    seen = np.array([[np.cos(turn), -np.sin(turn), 60], [np.sin(turn), np.cos(turn), 60], [0.0003, 0.0001, 1]])
    posters = [replace(each, homography=seen @ np.asarray(each.homography)) for each in posters_at(*corners)]
    assert are_panels(posters) == panels


@pytest.mark.parametrize(
    "corners",
    [((10, 20), (110, 20)), ((10, 20), (110, 20), (210, 21)), ((10, 20), (10, 170), (10, 321))],
    ids=["two beside each other", "a row of three", "a column"],
)
def test_a_strip_of_posters_that_touch_is_made_of_panels(corners: tuple[tuple[float, float], ...]) -> None:
    assert are_panels(posters_at(*corners))
    assert not are_panels(posters_at(*((x * 1.03, y * 1.03) for x, y in corners)))


@pytest.mark.parametrize(
    "corners",
    [((0, 0), (104, 0)), ((0, 154), (104, 154)), ((104, 0), (104, 154))],
    ids=["upper row", "lower row", "right column"],
)
def test_two_posters_that_fill_half_of_a_picture_are_panels(corners: tuple[tuple[float, float], ...]) -> None:
    assert are_panels(posters_at(*corners, coverage=0.24))
    assert not are_panels(posters_at(*corners, coverage=0.18))


def test_two_posters_away_from_the_edges_are_none() -> None:
    assert not are_panels(posters_at((20, 0), (124, 0), coverage=0.24))


def test_panels_are_of_one_size() -> None:
    assert not are_panels([*posters_at((10, 20)), *posters_at((112, 172), scale=0.5)])


def test_neighbours_lie_within_the_picture() -> None:
    beside, above, aslant = next_to(Box(10, 20, 100, 150), (), (250, 350))
    assert beside == [Box(110, 20, 100, 150)]
    assert above == [Box(10, 170, 100, 150)]
    assert aslant == [Box(110, 170, 100, 150)]
    assert next_to(Box(10, 20, 100, 150), (), (200, 300)) == ([], [], [])


def test_panels_that_fill_a_picture_are_a_bar_apart() -> None:
    beside, above, aslant = next_to(Box(106, 0, 100, 150), (), (206, 308))
    assert (beside, above, aslant) == ([Box(0, 0, 100, 150)], [Box(106, 158, 100, 150)], [Box(0, 158, 100, 150)])


def test_a_poster_in_the_same_row_tells_how_far_apart_panels_are() -> None:
    beside, _, _ = next_to(Box(300, 400, 100, 150), (Box(194, 401, 100, 150),), (1000, 1600))
    assert beside == [Box(194, 400, 100, 150), Box(406, 400, 100, 150)]
