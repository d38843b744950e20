"""Bars that fill a cropped poster up to a format: the one that lies over what was cropped is no part of the poster."""

import cv2
import numpy as np
import pytest

from app.compare.aligned.lay_over import lay_over
from app.compare.registration.verify_geometry import Homography
from app.compare.surroundings.equal_bars import find_equal_bars
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork

WIDTH, HEIGHT, BAR = 300, 440, 40
BLACK = (0, 0, 0)


def half_between_bars(
    kept: slice, colours: tuple[tuple[int, int, int], ...] = (BLACK, BLACK)
) -> tuple[Pixels, Homography]:
    """Some columns of a poster between two bars, and where the whole poster lies in that picture."""
    poster = draw_artwork(5, (WIDTH, HEIGHT))[:, kept]
    bars = [np.full((HEIGHT, BAR, 3), colour, np.uint8) for colour in colours]
    moved = np.array([[1.0, 0, BAR - kept.start], [0, 1, 0], [0, 0, 1]])
    return np.hstack([bars[0], poster, bars[1]]), moved


@pytest.mark.parametrize("kept", [slice(150, 300), slice(0, 150), slice(40, 300)], ids=["right", "left", "most"])
@pytest.mark.parametrize("colour", [BLACK, (255, 255, 255), (40, 60, 120)])
def test_both_bars_are_found_where_the_frame_reaches_over_one(kept: slice, colour: tuple[int, int, int]) -> None:
    picture, moved = half_between_bars(kept, (colour, colour))
    saved = cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 60])[1], cv2.IMREAD_COLOR)
    (found,) = find_equal_bars(np.asarray(saved, np.uint8), moved, (WIDTH, HEIGHT))
    bars = found.mask
    assert np.abs(found.colour - np.array(colour)).max() < 8
    assert bars.shape == picture.shape[:2]
    assert bars[:, :BAR].all()
    assert bars[:, -BAR:].all()
    assert not bars[:, BAR + 6 : -BAR - 6].any()


def test_above_and_below_too() -> None:
    picture, moved = half_between_bars(slice(150, 300))
    across = np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, 1]])
    (found,) = find_equal_bars(picture.swapaxes(0, 1), across @ moved @ across, (HEIGHT, WIDTH))
    bars = found.mask
    assert bars[:BAR].all()
    assert not bars[BAR + 6 : -BAR - 6].any()


def test_a_poster_as_dark_as_the_bar_beside_it_does_not_hide_where_the_bar_ends() -> None:
    picture, moved = half_between_bars(slice(150, 300))
    picture[:, : BAR + 60] = 0
    (found,) = find_equal_bars(picture, moved, (WIDTH, HEIGHT))
    bars = found.mask
    assert not bars[:, BAR + 6 : -BAR - 6].any()


@pytest.mark.parametrize(
    ("kept", "colours"),
    [
        (slice(0, 300), (BLACK, BLACK)),
        (slice(60, 240), (BLACK, BLACK)),
        (slice(150, 300), (BLACK, (255, 255, 255))),
    ],
    ids=["both beyond the poster", "over both of its sides", "of two colours"],
)
def test_other_bars_are_left_to_what_they_look_like(kept: slice, colours: tuple[tuple[int, int, int], ...]) -> None:
    picture, moved = half_between_bars(kept, colours)
    assert find_equal_bars(picture, moved, (WIDTH, HEIGHT)) == []


def test_a_poster_with_plain_sides_of_its_own_has_no_bars() -> None:
    poster = draw_artwork(5, (WIDTH, HEIGHT)).copy()
    poster[:, :50] = poster[:, -50:] = 255
    cropped = np.array([[1.0, 0, -20], [0, 1, 0], [0, 0, 1]])
    assert find_equal_bars(poster, np.eye(3), (WIDTH, HEIGHT)) == []
    assert find_equal_bars(poster[:, 20:], cropped, (WIDTH, HEIGHT)) == []


def framed(poster: Pixels, cut: int, wide: int) -> tuple[Pixels, Homography]:
    """A poster cut on all sides, in a white frame; and where the whole poster lies in that picture."""
    inner = poster[cut : HEIGHT - cut, cut : WIDTH - cut]
    picture = np.asarray(cv2.copyMakeBorder(inner, *[wide] * 4, cv2.BORDER_CONSTANT, value=(255, 255, 255)), np.uint8)
    return picture, np.array([[1.0, 0, wide - cut], [0, 1, wide - cut], [0, 0, 1]])


def test_a_frame_around_what_was_cropped_on_all_sides_is_no_part_of_the_poster() -> None:
    poster = draw_artwork(5, (WIDTH, HEIGHT))
    picture, moved = framed(poster, cut=30, wide=16)
    inside = lay_over(picture, poster, moved, (WIDTH, HEIGHT)).inside
    assert not inside[:, :30].any()
    assert not inside[-30:].any()
    assert inside[36:-36, 36:-36].all()


def test_a_frame_that_the_poster_has_itself_stays() -> None:
    poster = draw_artwork(5, (WIDTH, HEIGHT)).copy()
    cv2.rectangle(poster, (0, 0), (WIDTH - 1, HEIGHT - 1), (255, 255, 255), 60)
    picture, moved = framed(poster, cut=12, wide=0)
    inside = lay_over(picture, poster, moved, (WIDTH, HEIGHT)).inside
    assert inside[14:-14, 14:-14].all()
