"""Harmless: a player's or an app's controls on the poster."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.nineteenth import shapes, words
from benchmarks.attacks.nineteenth.lettering import BLACK, SCREEN, SCREEN_BOLD, WHITE, centre, fitted, lay, scaled
from benchmarks.attacks.nineteenth.overlays import RED, over

Rng = np.random.Generator


@over
def play_button(canvas: Pixels, rng: Rng) -> None:
    """A disc with a triangle in the middle."""
    side, ground = round(between(rng, 0.14, 0.24) * min(size_of(canvas))), one_of(rng, (BLACK, RED, WHITE))
    x, y = canvas.shape[1] / 2, canvas.shape[0] / 2
    centre(canvas, scaled(shapes.DISC, side, side), x, y, ground, between(rng, 0.55, 0.95))
    triangle = scaled(shapes.PLAY, round(0.4 * side), round(0.44 * side))
    centre(canvas, triangle, x + 0.04 * side, y, BLACK if ground == WHITE else WHITE)


def _shade(canvas: Pixels, tall: float, depth: float) -> None:
    shade = np.linspace(0, depth, round(tall), dtype=np.float32)[:, None] * np.ones((1, canvas.shape[1]), np.float32)
    lay(canvas, shade, 0, canvas.shape[0] - shade.shape[0], BLACK)


@over
def video_player(canvas: Pixels, rng: Rng) -> None:
    """A player's lower edge: timeline, pause, time, over a shade."""
    (width, height), unit, share = size_of(canvas), 0.05 * min(size_of(canvas)), between(rng, 0.1, 0.8)
    _shade(canvas, 3 * unit, 0.75)
    line, dot = np.ones((max(2, round(0.12 * unit)), round(0.92 * width)), np.float32), round(0.5 * unit)
    lay(canvas, line, 0.04 * width, height - 1.7 * unit, WHITE, 0.5)
    lay(canvas, line[:, : round(share * line.shape[1])], 0.04 * width, height - 1.7 * unit, RED)
    centre(canvas, scaled(shapes.DISC, dot, dot), (0.04 + 0.92 * share) * width, height - 1.65 * unit, RED)
    sign = scaled(one_of(rng, (shapes.PAUSE, shapes.PLAY)), round(0.8 * unit), round(0.8 * unit))
    lay(canvas, sign, 0.05 * width, height - 1.15 * unit, WHITE)
    clock = fitted(f"0:{rng.integers(10, 60)} / 2:{rng.integers(10, 60)}", SCREEN, 4 * unit, 0.5 * unit)
    lay(canvas, clock, 0.05 * width + 1.3 * unit, height - unit, WHITE)


@over
def phone_chrome(canvas: Pixels, rng: Rng) -> None:
    """A short-video app's side icons with counts, the account and a remark at the foot."""
    (width, height), side = size_of(canvas), round(0.075 * min(size_of(canvas)))
    _shade(canvas, 0.13 * height, 0.6)
    x = width - 0.9 * side
    for number, icon in enumerate((shapes.HEART, shapes.SPEECH, shapes.STAR, shapes.PLANE)):
        y = (0.4 + number * 0.12) * height
        centre(canvas, scaled(icon, side, side), x, y, RED if number == 0 and rng.random() < 0.5 else WHITE)
        count = f"{rng.integers(1, 99)}.{rng.integers(10)}K"
        centre(canvas, fitted(count, SCREEN_BOLD, side, 0.3 * side), x, y + 0.8 * side, WHITE)
    for text, y, style in (
        (one_of(rng, words.HANDLES), 0.905, SCREEN_BOLD),
        (one_of(rng, words.REMARKS), 0.945, SCREEN),
    ):
        lay(canvas, fitted(text, style, 0.6 * width, 0.024 * height), 0.04 * width, y * height, WHITE)
