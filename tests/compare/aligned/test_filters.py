"""A picture put through a filter that no smooth mapping of colours is has not changed; what was drawn on it has."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps

from app.compare.aligned.filters import follow_filter
from app.compare.aligned.lay_over import LaidOver, lay_over
from app.compare.aligned.residual import measure_residual
from app.compare.regions.regions import find_regions
from app.compare.shown.measure_shown import measure_shown
from app.model.geometry import Box
from app.model.poster_image import Pixels
from tests.support.pictures import SIZE, draw_artwork, draw_two, resize

TWO = Box(220, 60, 60, 90)


def equalised(pixels: Pixels) -> Pixels:
    return np.asarray(ImageOps.equalize(Image.fromarray(pixels)))


def light_equalised(pixels: Pixels) -> Pixels:
    parted = cv2.cvtColor(pixels, cv2.COLOR_RGB2YCrCb)
    parted[..., 0] = cv2.equalizeHist(parted[..., 0])
    return np.asarray(cv2.cvtColor(parted, cv2.COLOR_YCrCb2RGB), np.uint8)


def posterised(pixels: Pixels) -> Pixels:
    return np.asarray(np.clip(pixels // 64 * 64 + 32, 0, 255), np.uint8)


def brought_out(pixels: Pixels) -> Pixels:
    parted = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)
    parted[..., 0] = cv2.createCLAHE(3.0, (8, 8)).apply(parted[..., 0])
    return np.asarray(cv2.cvtColor(parted, cv2.COLOR_LAB2RGB), np.uint8)


FILTERS = [equalised, light_equalised, posterised, brought_out]


def soft_artwork(seed: int) -> Pixels:
    """Mostly one wide gradient: a filter of tones shows on it."""
    down, across = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    ground = np.stack([255 * across / SIZE[0], 255 * down / SIZE[1], 255 * (1 - across / SIZE[0])], axis=-1)
    return np.asarray(0.72 * ground + 0.28 * draw_artwork(seed), np.uint8)


def laid(submitted: Pixels, reference: Pixels) -> LaidOver:
    return lay_over(submitted, reference, np.eye(3), SIZE)


@pytest.mark.parametrize("look", FILTERS)
def test_the_reference_comes_out_as_the_filter_leaves_it(look: Callable[[Pixels], Pixels]) -> None:
    poster = soft_artwork(51)
    over = laid(look(draw_two(poster, TWO, (250, 240, 90))), poster)
    followed = follow_filter(over, measure_residual(over))
    expected = laid(poster, look(poster)).reference
    left, before = (np.abs(each.reference.astype(int) - expected).mean() for each in (followed, over))
    assert left <= 0.5 * before


@pytest.mark.parametrize(("look", "seed"), [(posterised, 52), (posterised, 53), (brought_out, 51), (brought_out, 53)])
def test_a_filter_leaves_no_place_changed(look: Callable[[Pixels], Pixels], seed: int) -> None:
    poster = soft_artwork(seed)
    found, _ = find_regions(*measure_shown(laid(look(poster), poster)))
    assert found == []


@pytest.mark.parametrize("look", FILTERS)
def test_a_two_under_a_filter_is_found(look: Callable[[Pixels], Pixels]) -> None:
    poster = soft_artwork(53)
    over = laid(look(draw_two(poster, TWO, (250, 240, 90))), poster)
    found, _ = find_regions(*measure_shown(over))
    across, down = over.to_reference
    assert found[0].box.scaled(across, down).overlap(TWO) > 0.4


def test_a_figure_on_another_ground_is_no_filter_s_work() -> None:
    poster = soft_artwork(54)
    other = resize(draw_artwork(55), *SIZE).copy()
    other[180:400, 90:270] = poster[180:400, 90:270]
    over = laid(other, poster)
    assert follow_filter(over, measure_residual(over)) is over


def test_a_copy_is_compared_as_it_is() -> None:
    poster = soft_artwork(56)
    over = laid(poster, poster)
    assert follow_filter(over, measure_residual(over)) is over
