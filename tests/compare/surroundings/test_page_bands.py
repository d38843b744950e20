"""An app's page above and below a cropped poster that a phone shows as wide as its screen."""

import cv2
import numpy as np
import pytest

from app.compare.aligned.lay_over import lay_over
from app.compare.registration.verify_geometry import Homography
from app.compare.surroundings.page_bands import find_page_bands
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork, resize

SIZE = WIDTH, HEIGHT = 300, 440
POSTER = draw_artwork(5, SIZE)
# Of the screen, in its pixels.
SCREEN, ABOVE = (360, 780), 120


def post(kept: slice, page: int, *, words: bool = True) -> tuple[Pixels, Homography]:
    """A post of some rows of the poster, as wide as the screen, and where the whole poster lies in it."""
    width, height = SCREEN
    scale = width / WIDTH
    shown = resize(POSTER[kept], width, round((kept.stop - kept.start) * scale))
    screen = np.full((height, width, 3), page, np.uint8)
    screen[ABOVE : ABOVE + len(shown)] = shown
    if words:
        for y in (30, 90, ABOVE + len(shown) + 30, height - 40):
            cv2.putText(screen, "film.page  12,345 likes", (10, y), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (128,) * 3, 2)
        cv2.circle(screen, (30, 70), 16, (200, 60, 90), -1)
    moved = np.array([[scale, 0.0, 0.0], [0, scale, ABOVE - scale * kept.start], [0, 0, 1]])
    return screen, moved


@pytest.mark.parametrize("page", [255, 18], ids=["light", "dark"])
@pytest.mark.parametrize("words", [True, False])
def test_what_lies_over_what_was_cropped_is_no_part_of_the_poster(page: int, *, words: bool) -> None:
    kept = slice(90, 390)
    screen, moved = post(kept, page, words=words)
    (bands,) = find_page_bands(screen, moved, SIZE)
    shown = round((kept.stop - kept.start) * SCREEN[0] / WIDTH)
    assert bands.mask[:ABOVE].all()
    assert bands.mask[ABOVE + shown :].all()
    assert not bands.mask[ABOVE + 4 : ABOVE + shown - 4].any()
    laid = lay_over(screen, POSTER, moved, SIZE)
    rows = np.flatnonzero(laid.inside.any(axis=1)) * HEIGHT / laid.inside.shape[0]
    assert kept.start <= rows[0] <= kept.start + 8
    assert kept.stop - 8 <= rows[-1] <= kept.stop


def test_a_whole_poster_on_a_page_and_a_page_of_two_colours_are_left_to_other_looks() -> None:
    screen, moved = post(slice(0, HEIGHT), 255)
    assert find_page_bands(screen, moved, SIZE) == []
    screen, moved = post(slice(90, 390), 255)
    screen[-200:] = 18
    assert find_page_bands(screen, moved, SIZE) == []


def test_a_picture_that_no_phone_shows_has_no_page() -> None:
    screen, moved = post(slice(90, 390), 255)
    wide = np.hstack([screen, np.full_like(screen, 255)])
    assert find_page_bands(wide, moved, SIZE) == []


def test_plain_ends_of_the_poster_s_own_are_no_page() -> None:
    plain = POSTER.copy()
    plain[:110] = plain[-90:] = 255
    tall = np.array([[1.0, 0.0, -80.0], [0, 1, 0], [0, 0, 1]])
    laid = lay_over(plain[:, 80:220], plain, tall, SIZE)
    factor = laid.inside.shape[1] / WIDTH
    assert laid.inside[:, round(90 * factor) : round(210 * factor)].all()
