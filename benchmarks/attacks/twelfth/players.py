"""The controls of video players, left in a screenshot of a trailer."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.twelfth.colours import BLACK, VIVID, WHITE
from benchmarks.attacks.twelfth.pixels import lay
from benchmarks.attacks.twelfth.shapes import disc, polygon, rounded
from benchmarks.attacks.twelfth.write import app_hand, set_words, words_high
from benchmarks.attacks.values import Attacked, OtherPosters


def play_button(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The play button of a trailer, in the middle."""
    width, height = size_of(picture)
    size = between(rng, 0.14, 0.3) * width
    colour, strength = one_of(rng, (BLACK, BLACK, WHITE, VIVID[0])), np.float32(between(rng, 0.45, 1))
    x, y = (width - size) / 2, (height - size) / 2 + between(rng, -0.05, 0.05) * height
    across = size * one_of(rng, (1.0, 1.0, 1.45))
    plate = disc(size, size) if across == size else rounded(across, size, 0.25)
    pixels = lay(picture, colour, plate * strength, x - (across - size) / 2, y)
    arrow = polygon(0.36 * size, 0.42 * size, ((0, 0), (1, 0.5), (0, 1)))
    return Attacked(lay(pixels, BLACK if colour == WHITE else WHITE, arrow, x + 0.35 * size, y + 0.29 * size))


def player_bar(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The controls of a video player along the bottom."""
    width, height = size_of(picture)
    high = between(rng, 0.09, 0.16) * width
    fade = np.broadcast_to(np.linspace(0, 0.85, round(2 * high), dtype=np.float32)[:, None], (round(2 * high), width))
    pixels = lay(picture, BLACK, np.asarray(fade, np.float32), 0, height - round(2 * high))
    y, seen, colour = height - 0.85 * high, between(rng, 0.03, 0.9), one_of(rng, (VIVID[0], WHITE, VIVID[2]))
    bar = rounded(0.92 * width, max(3, 0.05 * high), 0.5)
    pixels = lay(pixels, WHITE, bar * np.float32(0.4), 0.04 * width, y)
    pixels = lay(pixels, colour, rounded(0.92 * width * seen, max(3, 0.05 * high), 0.5), 0.04 * width, y)
    pixels = lay(
        pixels, colour, disc(0.16 * high, 0.16 * high), (0.04 + 0.92 * seen) * width - 0.08 * high, y - 0.05 * high
    )
    pause = rounded(0.08 * high, 0.3 * high, 0.2)
    for x in (0.05, 0.05 + 0.15 * high / width):
        pixels = lay(pixels, WHITE, pause, x * width, y + 0.35 * high)
    minutes = int(rng.integers(1, 120))
    ink = words_high(
        f"{minutes}:{int(rng.integers(60)):02d} / {minutes + 24}:16", app_hand(rng, bold=False), 0.2 * high, width
    )
    return Attacked(set_words(pixels, ink, 0.14 * width, y + 0.4 * high, WHITE), note=f"{seen:.2f} seen")
