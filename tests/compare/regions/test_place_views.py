"""Views of changed places: what is submitted and what was expected of it, side by side, in the same pixels."""

import numpy as np
import pytest

from app.compare.aligned.lay_over import LaidOver, lay_over
from app.compare.aligned.residual import Residual, measure_residual
from app.compare.regions.place_views import LAYERS, VIEW_SIDE, draw_views
from app.compare.regions.regions import FoundRegion, find_regions
from app.model.geometry import Box
from app.model.poster_image import Pixels
from tests.support.pictures import SIZE, draw_artwork, draw_two

ARTWORK = draw_artwork(21)
SUBMITTED, EXPECTED, PLACE, REACHED = slice(0, 3), slice(3, 6), 6, 7


def differing(submitted: Pixels) -> tuple[LaidOver, Residual, list[FoundRegion]]:
    laid = lay_over(submitted, ARTWORK, np.eye(3), SIZE)
    residual = measure_residual(laid)
    return laid, residual, find_regions(laid, residual)[0]


def away(view: np.ndarray) -> np.ndarray:
    return np.abs(view[..., SUBMITTED].astype(int) - view[..., EXPECTED]).max(axis=2)


def test_no_place_no_view():
    assert draw_views(*differing(ARTWORK)).shape == (0, 2, VIEW_SIDE, VIEW_SIDE, LAYERS)


def test_the_place_differs_and_the_rest_does_not():
    near, far = draw_views(*differing(draw_two(ARTWORK, Box(150, 250, 60, 100))))[0]
    for view in (near, far):
        place = view[..., PLACE] > 127
        assert place.any()
        assert away(view)[place].mean() > 40
        assert away(view)[~place].mean() < 12
    assert (near[..., PLACE] > 127).mean() > 3 * (far[..., PLACE] > 127).mean()


def test_a_filter_is_expected():
    warm = (draw_two(ARTWORK, Box(150, 250, 60, 100)) * (1.0, 0.85, 0.6)).astype(np.uint8)
    near, _ = draw_views(*differing(warm))[0]
    assert away(near)[near[..., PLACE] < 10].mean() < 12


def test_beyond_the_frame_there_is_nothing():
    near, far = draw_views(*differing(draw_two(ARTWORK, Box(20, 430, 60, 90))))[0]
    assert not near[:, :8].any(), "left of the frame"
    assert far[..., REACHED].min() == 255


@pytest.mark.parametrize("boxes", [(Box(40, 60, 60, 90), Box(240, 380, 60, 90))])
def test_every_place_has_its_own_views(boxes: tuple[Box, Box]):
    edited = draw_two(draw_two(ARTWORK, boxes[0]), boxes[1])
    laid, residual, found = differing(edited)
    views = draw_views(laid, residual, found)
    assert len(views) == len(found) >= 2
    for view, place in zip(views, found, strict=True):
        alone = draw_views(laid, residual, [place])[0]
        assert np.array_equal(view, alone)
