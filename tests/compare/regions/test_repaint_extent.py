"""A repaint is outlined as far as its colour reaches, whatever look the whole picture was given besides."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver
from app.compare.regions.repaint_extent import find_recoloured, glow_all_over, widen_repaints
from app.model.comparison import RegionChances
from app.model.geometry import Box
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork, resize
from tests.support.values import make_region

WIDE, HIGH = 300, 448
ART = resize(draw_artwork(11), WIDE, HIGH)
SKY = Box(0, 0, WIDE, 180)
REPAINT = RegionChances(overlay=0.1, text=0.1, picture=0.8, variant=0.0)
STICKER = RegionChances(overlay=0.9, text=0.05, picture=0.05, variant=0.0)
Look = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def laid_over(query: NDArray[np.float64]) -> LaidOver:
    shown = np.clip(query, 0, 255).astype(np.uint8)
    return LaidOver(shown, ART, np.ones((HIGH, WIDE), bool), np.eye(3), (1.0, 1.0), 1.0)


def with_other_sky(look: Look = lambda colours: colours) -> NDArray[np.float64]:
    looked = look(ART.astype(float))
    part = looked[: SKY.height]
    looked[: SKY.height] = 0.5 * part[..., ::-1] + 0.5 * np.array([40, 200, 90])
    return looked


def warm(colours: NDArray[np.float64]) -> NDArray[np.float64]:
    return colours * (1.1, 1.0, 0.8) + (8, 0, -5)


def same_boxes(box: Box) -> tuple[Box, Box]:
    return box, box


def likeness(one: Box, other: Box) -> float:
    shared = one.intersection(other)
    return shared / (one.area + other.area - shared)


@pytest.mark.parametrize("look", [lambda colours: colours, warm, lambda colours: 255 * (colours / 255) ** 0.7])
def test_a_place_of_another_colour_is_found_as_a_whole(look: Look) -> None:
    (place,) = find_recoloured(laid_over(with_other_sky(look)))
    assert likeness(place.box, SKY) > 0.9
    assert place.share == pytest.approx(SKY.height / HIGH, abs=0.06)


@pytest.mark.parametrize("look", [lambda colours: colours, warm, lambda colours: colours.mean(axis=2, keepdims=True)])
def test_a_look_is_no_place(look: Look) -> None:
    assert find_recoloured(laid_over(np.broadcast_to(look(ART.astype(float)), ART.shape))) == []


def test_of_another_picture_nothing_is_recoloured() -> None:
    other: Pixels = resize(draw_artwork(12), WIDE, HIGH)
    assert find_recoloured(laid_over(other.astype(float))) == []


def test_a_repaint_that_shows_at_its_edge_is_outlined_as_a_whole() -> None:
    laid = laid_over(with_other_sky())
    seam, bit = (
        make_region(box=box, reference_box=box, chances=REPAINT, share=0.02)
        for box in (Box(40, 150, 200, 50), Box(200, 20, 30, 30))
    )
    sticker = make_region(box=Box(20, 20, 40, 40), reference_box=Box(20, 20, 40, 40), chances=STICKER, share=0.01)
    whole, kept = widen_repaints((seam, bit, sticker), laid, same_boxes)
    assert likeness(whole.box, SKY) > 0.9
    assert whole.reference_box == whole.box
    assert whole.share > 0.3
    assert kept == sticker


def test_a_repaint_glows_all_over_and_a_look_does_not() -> None:
    cold = np.zeros((HIGH, WIDE), np.float32)
    glowing = glow_all_over(cold, laid_over(with_other_sky()), [Box(40, 150, 200, 50)])
    assert glowing[20:160].min() > 0.5
    assert glowing[200:].max() == 0
    assert glow_all_over(cold, laid_over(with_other_sky()), []).max() == 0
    assert glow_all_over(cold, laid_over(warm(ART.astype(float))), [SKY]).max() == 0


def test_what_lies_elsewhere_stays_as_it_was() -> None:
    laid = laid_over(with_other_sky())
    below = make_region(box=Box(40, 300, 60, 60), reference_box=Box(40, 300, 60, 60), chances=REPAINT)
    assert widen_repaints((below,), laid, same_boxes) == (below,)
