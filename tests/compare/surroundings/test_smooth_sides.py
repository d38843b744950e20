"""A cropped poster in the middle of a smooth ground, as stories have it."""

import cv2
import numpy as np
import pytest

from app.compare.aligned.lay_over import lay_over
from app.compare.registration.verify_geometry import Homography
from app.compare.surroundings.smooth_sides import find_smooth_sides
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork, resize

SIZE = WIDTH, HEIGHT = 300, 440
POSTER = draw_artwork(5, SIZE)
CUT, SIDE = 40, 70


def story(ground: Pixels) -> tuple[Pixels, Homography]:
    """The poster, cut at both sides, in the middle of a ground; and where the whole poster lies in that picture."""
    picture = ground.copy()
    shown = POSTER[:, CUT : WIDTH - CUT]
    top = (len(picture) - HEIGHT) // 2
    picture[top : top + HEIGHT, SIDE : SIDE + shown.shape[1]] = shown
    return picture, np.array([[1.0, 0, SIDE - CUT], [0, 1, top], [0, 0, 1]])


def blurred() -> Pixels:
    return np.asarray(cv2.GaussianBlur(resize(POSTER, WIDTH - 2 * CUT + 2 * SIDE, 640), (0, 0), 24), np.uint8)


def gradient() -> Pixels:
    down = np.linspace(20, 200, 640)[:, None, None] * np.array([0.4, 0.7, 1.0])
    return np.broadcast_to(down, (640, WIDTH - 2 * CUT + 2 * SIDE, 3)).astype(np.uint8).copy()


@pytest.mark.parametrize("ground", [blurred(), gradient()], ids=["blurred", "gradient"])
def test_the_ground_over_what_was_cropped_is_no_part_of_the_poster(ground: Pixels) -> None:
    picture, moved = story(ground)
    cv2.putText(picture, "name", (20, 40), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (255, 255, 255), 2)
    sides = find_smooth_sides(picture, moved, SIZE)
    assert sides is not None
    assert sides[:, :SIDE].all()
    assert sides[:, -SIDE:].all()
    assert not sides[:, SIDE + 6 : -SIDE - 6].any()
    laid = lay_over(picture, POSTER, moved, SIZE)
    columns = np.flatnonzero(laid.inside.any(axis=0)) * WIDTH / laid.inside.shape[1]
    assert CUT <= columns[0] <= CUT + 8
    assert WIDTH - CUT - 8 <= columns[-1] <= WIDTH - CUT


def test_smooth_sides_of_the_poster_s_own_stay() -> None:
    poster = POSTER.copy()
    poster[:, :60] = poster[:, -60:] = 90
    assert find_smooth_sides(poster, np.eye(3), SIZE) is None
    wider = np.pad(poster, ((0, 0), (50, 50), (0, 0)), constant_values=90)
    moved = np.array([[1.0, 0, 50], [0, 1, 0], [0, 0, 1]])
    assert lay_over(wider, poster, moved, SIZE).inside.all()
