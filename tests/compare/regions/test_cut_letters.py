"""Letters that a crop has cut lie along the end of a picture, where nothing else is judged."""

import cv2
import numpy as np
import pytest

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.residual import measure_residual
from app.compare.regions.cut_letters import cut_letters
from app.compare.regions.regions import find_regions
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork

WIDTH, HEIGHT = 300, 440
OFFICIAL = draw_artwork(31, (WIDTH, HEIGHT))
# How much of the poster a crop took off, and how much it left of the line of letters that stood there.
CROPPED, LEFT = 24, 8


def write_along(picture: Pixels, side: int, letters: int) -> Pixels:
    """Upright strokes, each some pixels apart, that stand across where a crop ends at a side."""
    turned = np.rot90(picture, side).copy()
    for letter in range(letters):
        at = 60 + 9 * letter
        turned[at : at + 4, CROPPED - 12 : CROPPED + LEFT] = 255 if turned[at, CROPPED].mean() < 128 else 0
    return np.ascontiguousarray(np.rot90(turned, -side))


def cropped_at(picture: Pixels, side: int) -> LaidOver:
    shown = np.ones((HEIGHT, WIDTH), dtype=bool)
    np.rot90(shown, side)[:, :CROPPED] = False
    return LaidOver(picture, OFFICIAL, shown, np.eye(3), (1.0, 1.0), 1.0)


@pytest.mark.parametrize("side", range(4))
def test_letters_that_a_crop_has_cut_are_a_changed_place(side: int) -> None:
    laid = cropped_at(write_along(OFFICIAL, side, 16), side)
    residual = measure_residual(laid)
    assert cut_letters(laid, residual).any()
    found, judged = find_regions(laid, residual)
    assert len(found) == 1
    box = found[0].box
    assert max(box.width, box.height) > 16 * 9 * 0.8
    assert judged[found[0].mask].any()


@pytest.mark.parametrize("picture", [OFFICIAL, write_along(OFFICIAL, 0, 3)], ids=["as it is", "a few strokes"])
def test_what_ends_as_the_poster_does_is_none(picture: Pixels) -> None:
    laid = cropped_at(picture, 0)
    assert not cut_letters(laid, measure_residual(laid)).any()


def test_the_poster_s_own_letters_are_none_though_they_lie_a_pixel_aside() -> None:
    lettered = write_along(OFFICIAL, 1, 16)
    laid = cropped_at(np.roll(lettered, 1, axis=1), 1)
    own = LaidOver(laid.query, lettered, laid.inside, laid.to_query, laid.to_reference, laid.query_scale)
    assert not cut_letters(own, measure_residual(own)).any()


def test_a_whole_poster_ends_at_its_own_edge() -> None:
    whole = np.ones((HEIGHT, WIDTH), dtype=bool)
    drawn = cv2.copyMakeBorder(OFFICIAL[6:], 6, 0, 0, 0, cv2.BORDER_CONSTANT)
    drawn[:6, ::8] = 255
    laid = LaidOver(drawn, OFFICIAL, whole, np.eye(3), (1.0, 1.0), 1.0)
    assert not cut_letters(laid, measure_residual(laid)).any()
