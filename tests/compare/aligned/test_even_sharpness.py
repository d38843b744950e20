"""A picture that lost its sharpness is compared with a reference that lost as much; nothing else is blurred away."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from app.compare.aligned.even_sharpness import even_sharpness
from app.compare.aligned.lay_over import LaidOver
from app.compare.shown.measure_shown import measure_shown
from app.model.poster_image import Pixels
from tests.support.pictures import SIZE, decode, draw_artwork, encode

WIDTH, HEIGHT = SIZE
ARTWORK = draw_artwork(21)


def laid_over(query: Pixels, reference: Pixels = ARTWORK) -> LaidOver:
    """Two pictures that lie on each other as they are."""
    return LaidOver(query, reference, np.ones(query.shape[:2], bool), np.eye(3), (1.0, 1.0), 1.0)


def blurred(pixels: Pixels, sigma: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), sigma), np.uint8)


def shaken(pixels: Pixels, length: int) -> Pixels:
    return np.asarray(cv2.filter2D(pixels, -1, np.full((1, length), 1 / length)), np.uint8)


def enlarged(pixels: Pixels) -> Pixels:
    """Of a fifth of the size, and back."""
    small = cv2.resize(pixels, (WIDTH // 5, HEIGHT // 5), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, SIZE, interpolation=cv2.INTER_LINEAR), np.uint8)


def grainy(pixels: Pixels, levels: float) -> Pixels:
    grain = np.random.default_rng(3).normal(0, levels, pixels.shape)
    return np.clip(pixels + grain, 0, 255).astype(np.uint8)


def darker(pixels: Pixels) -> Pixels:
    return (255 * (pixels / 255) ** 1.5).astype(np.uint8)


UNSHARP: dict[str, Callable[[Pixels], Pixels]] = {
    "out of focus": lambda pixels: blurred(pixels, 3),
    "far out of focus": lambda pixels: blurred(pixels, 5),
    "shaken": lambda pixels: shaken(pixels, 11),
    "small and enlarged": enlarged,
    "blurred and grainy": lambda pixels: grainy(blurred(pixels, 3), 12),
    "blurred and darker": lambda pixels: darker(blurred(pixels, 3)),
    "blurred and saved badly": lambda pixels: decode(encode(blurred(pixels, 3), quality=20)),
}
SHARP: dict[str, Callable[[Pixels], Pixels]] = {
    "as it is": lambda pixels: pixels,
    "saved badly": lambda pixels: decode(encode(pixels, quality=20)),
    "grainy": lambda pixels: grainy(pixels, 15),
    "hardly blurred": lambda pixels: blurred(pixels, 0.8),
    "darker": darker,
    "another picture": lambda _: draw_artwork(22),
    "half another picture": lambda pixels: np.vstack([pixels[: HEIGHT // 2], draw_artwork(22)[HEIGHT // 2 :]]),
}


@pytest.mark.parametrize("lose", UNSHARP.values(), ids=UNSHARP)
def test_lost_sharpness_is_no_change(lose: Callable[[Pixels], Pixels]) -> None:
    shown, residual = measure_shown(laid_over(lose(ARTWORK)))
    assert residual.changed.mean() < 0.01
    assert residual.agreement(shown.inside) > 0.98


@pytest.mark.parametrize("lose", UNSHARP.values(), ids=UNSHARP)
def test_what_was_painted_in_before_is_still_found(lose: Callable[[Pixels], Pixels]) -> None:
    painted = ARTWORK.copy()
    painted[200:260, 100:160] = draw_artwork(5)[200:260, 100:160]
    changed = measure_shown(laid_over(lose(painted)))[1].changed
    assert changed[205:255, 105:155].mean() > 0.6
    changed[190:270, 90:170] = False
    assert changed.mean() < 0.01


@pytest.mark.parametrize("keep", SHARP.values(), ids=SHARP)
def test_a_reference_is_left_alone_where_nothing_was_lost(keep: Callable[[Pixels], Pixels]) -> None:
    laid = laid_over(keep(ARTWORK))
    assert even_sharpness(laid) is laid


@pytest.mark.parametrize("sigma", [2.0, 3.0, 4.0])
def test_the_reference_becomes_as_blurred_as_the_picture(sigma: float) -> None:
    evened = even_sharpness(laid_over(blurred(ARTWORK, sigma))).reference
    inner = np.s_[20:-20, 20:-20]
    assert np.abs(evened[inner].astype(float) - blurred(ARTWORK, sigma)[inner]).mean() < 3


def test_too_little_to_compare_is_left_alone() -> None:
    laid = laid_over(blurred(ARTWORK[:150, :100], 3), ARTWORK[:150, :100])
    assert even_sharpness(laid) is laid
    hidden = LaidOver(blurred(ARTWORK, 3), ARTWORK, np.zeros((HEIGHT, WIDTH), bool), np.eye(3), (1.0, 1.0), 1.0)
    assert even_sharpness(hidden) is hidden


@pytest.mark.parametrize("level", [0, 128, 255])
def test_plain_pictures_are_left_alone(level: int) -> None:
    plain = np.full((HEIGHT, WIDTH, 3), level, np.uint8)
    for one, other in ((plain, plain), (plain, ARTWORK), (ARTWORK, plain)):
        laid = laid_over(one, other)
        assert even_sharpness(laid) is laid
