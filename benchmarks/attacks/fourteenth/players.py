"""Harmless signs of players and apps over the poster."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fourteenth import Rng
from benchmarks.attacks.fourteenth.lettering import APP, BLACK, BOLD, WHITE, Style, set_words, words
from benchmarks.attacks.fourteenth.overlays import HANDLES, overlay
from benchmarks.attacks.fourteenth.paint import arrow, ellipse, grown, heart, lay, pause, play, rounded, talk
from benchmarks.attacks.geometry import size_of


@overlay
def play_button(canvas: Pixels, rng: Rng) -> str:
    size, (width, height) = round(min(size_of(canvas)) * between(rng, 0.18, 0.32)), size_of(canvas)
    x, y = (width - size) // 2, (height - size) // 2
    disc, ink = one_of(rng, ((BLACK, WHITE), (WHITE, BLACK), ((220, 20, 20), WHITE)))
    lay(canvas, ellipse(size, size), disc, x, y, between(rng, 0.6, 0.95))
    lay(canvas, play(size // 2), ink, x + round(size * 0.28), y + size // 4)
    return "play button"


@overlay
def video_player(canvas: Pixels, rng: Rng) -> str:
    (width, height), done = size_of(canvas), between(rng, 0.1, 0.8)
    strip, line, edge = round(max(44, height * 0.11)), max(3, height // 180), round(width * 0.04)
    fade, top, length = np.linspace(0, 1, strip, dtype=np.float32), height - round(strip * 0.62), width - 2 * edge
    lay(canvas, np.repeat(fade[:, None], width, axis=1), BLACK, 0, height - strip, 0.92)
    colour = one_of(rng, ((225, 20, 20), (30, 140, 240), WHITE))
    lay(canvas, rounded(length, line, line / 2), (170, 170, 170), edge, top)
    lay(canvas, rounded(max(4, round(length * done)), line, line / 2), colour, edge, top)
    lay(canvas, ellipse(line * 3, line * 3), colour, edge + round(length * done) - line, top - line)
    size, whole = round(strip * 0.34), int(rng.integers(90, 600))
    lay(canvas, pause(size), WHITE, edge, height - round(strip * 0.45))
    clock = " / ".join(f"{t // 60}:{t % 60:02}" for t in (round(whole * done), whole))
    lay(
        canvas,
        words(clock, Style(APP), max(11, round(strip * 0.26))),
        WHITE,
        edge + 2 * size,
        height - round(strip * 0.4),
    )
    return f"at {done:.2f}"


@overlay
def app_chrome(canvas: Pixels, rng: Rng) -> str:
    (width, height), small = size_of(canvas), Style(BOLD[2], effect="shadow")
    size, liked = round(min(width, height) * between(rng, 0.08, 0.1)), (240, 45, 85) if rng.random() < 0.5 else WHITE
    for index, (sign, colour) in enumerate(((heart, liked), (talk, WHITE), (arrow, WHITE))):
        x, y = width - round(size * 1.5), height - round(size * (8.2 - 2.1 * index))
        lay(canvas, grown(sign(size), 2), BLACK, x - 2, y - 1, 0.75)
        lay(canvas, sign(size), colour, x, y)
        count, spot = f"{int(rng.integers(2, 99))}K", (x + size / 2, y + size * 1.4)
        set_words(canvas, count, small, spot, (size, size * 0.36), WHITE)
    set_words(canvas, one_of(rng, HANDLES[:2]), small, (0, height - size), (width * 0.4, size * 0.45), WHITE)
    return "app"
