"""Two pictures cut from one artwork: where each goes on beyond the other, and what fills a ground is no artwork."""

import cv2
import numpy as np
import pytest

from app.compare.registration.verify_geometry import Homography
from app.compare.surroundings.frame_sides import FrameSides, look_at_sides
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork, resize

# The reference lies in the middle of an artwork that goes on around it.
ARTWORK = resize(draw_artwork(7), 480, 640)
LEFT, TOP, WIDTH, HEIGHT = 90, 80, 300, 440


def cut(left: int, top: int, right: int, bottom: int) -> tuple[Pixels, Homography]:
    """The artwork from so many pixels beyond each side of the reference, or within it, and where that lies."""
    rows = slice(TOP - top, TOP + HEIGHT + bottom)
    picture = ARTWORK[rows, LEFT - left : LEFT + WIDTH + right].copy()
    return picture, np.array([[1.0, 0.0, left], [0.0, 1.0, top], [0.0, 0.0, 1.0]])


def look(picture: Pixels, homography: Homography) -> FrameSides:
    return look_at_sides(picture, homography, (WIDTH, HEIGHT))


@pytest.mark.parametrize(
    ("sides", "crossed"),
    [
        ((30, 0, -30, 0), True),
        ((0, -40, 0, 40), True),
        ((-25, -25, 40, -25), True),
        ((-30, -30, -30, -30), False),
        ((30, 30, 30, 30), False),
        ((0, 0, 0, 0), False),
        ((4, 0, -4, 0), False),
    ],
)
def test_two_cuts_cross_where_each_shows_what_the_other_has_not(
    sides: tuple[int, int, int, int], *, crossed: bool
) -> None:
    found = look(*cut(*sides))
    assert found.crossed is crossed
    assert found.goes_on == tuple(side >= 10 for side in sides)


@pytest.mark.parametrize(
    "border", [cv2.BORDER_CONSTANT, cv2.BORDER_REPLICATE, cv2.BORDER_REFLECT], ids=["plain", "drawn out", "mirrored"]
)
def test_a_crop_on_a_filled_ground_is_no_other_cut(border: int) -> None:
    picture, homography = cut(-30, 0, -30, 0)
    filled = np.asarray(cv2.copyMakeBorder(picture, 60, 60, 0, 0, border, value=(20, 22, 30)), np.uint8)
    found = look(filled, np.array([[1.0, 0, 0], [0, 1, 60], [0, 0, 1]]) @ homography)
    assert found.goes_on == (False, True, False, True)
    assert not found.crossed


def test_a_crop_among_an_app_s_words_is_no_other_cut() -> None:
    picture, homography = cut(-30, 0, -30, 0)
    page = np.full((HEIGHT + 160, WIDTH - 60, 3), 250, np.uint8)
    page[80 : 80 + HEIGHT] = picture
    for line in (30, 60, HEIGHT + 110, HEIGHT + 140):
        cv2.putText(page, "a poster that i like", (6, line), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (20, 20, 20), 1)
    assert not look(page, np.array([[1.0, 0, 0], [0, 1, 80], [0, 0, 1]]) @ homography).crossed


def test_a_turned_picture_is_told_by_the_artwork_s_own_sides() -> None:
    picture, homography = cut(30, 0, -30, 0)
    quarter = np.array([[0.0, -1, picture.shape[0]], [1, 0, 0], [0, 0, 1]])
    found = look(np.ascontiguousarray(np.rot90(picture, -1)), quarter @ homography)
    assert found.crossed
    assert found.goes_on == (True, False, False, False)
