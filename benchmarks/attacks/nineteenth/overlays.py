"""Harmless: stickers, marks and remarks on the poster; nothing here says anything about the title."""

from collections.abc import Callable
from functools import wraps

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.nineteenth import shapes, words
from benchmarks.attacks.nineteenth.lettering import (
    BLACK,
    SCREEN,
    SCREEN_BOLD,
    WHITE,
    bold_style,
    centre,
    fitted,
    lay,
    line_style,
    rim,
    room_for,
    scaled,
    set_words,
    wrapped,
)
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

Rng = np.random.Generator
EMOJI = "😂😍🔥😭👀💯🤩🍿😱🎃❤👻🙌🤯⭐"
RED: Colour = (235, 35, 60)
PAINTS: tuple[Colour, ...] = ((255, 214, 60), RED, (90, 200, 250), (120, 220, 120), (255, 140, 60), (190, 120, 240))


def over(paint: Callable[[Pixels, Rng], object]) -> AttackFunction:
    """An attack from a function that paints on a copy."""

    @wraps(paint)
    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        canvas = pixels.copy()
        paint(canvas, rng)
        return Attacked(canvas)

    return attack


def anywhere(canvas: Pixels, wide: int, tall: int, rng: Rng) -> tuple[float, float]:
    """A middle for a thing of that size, wholly inside the picture."""
    return between(rng, wide / 2, canvas.shape[1] - wide / 2), between(rng, tall / 2, canvas.shape[0] - tall / 2)


@over
def emoji_sticker(canvas: Pixels, rng: Rng) -> None:
    """One to three emoji."""
    for _ in range(int(rng.integers(1, 4))):
        mask, colours = shapes.emoji(one_of(rng, EMOJI), round(between(rng, 0.1, 0.22) * min(size_of(canvas))))
        centre(canvas, mask, *anywhere(canvas, *size_of(colours), rng), colours)


@over
def drawn_sticker(canvas: Pixels, rng: Rng) -> None:
    """A smiley, heart, star or burst with a white rim, as cut from a sheet."""
    side, kind = round(between(rng, 0.14, 0.26) * min(size_of(canvas))), int(rng.integers(4))
    mask = scaled((shapes.DISC, shapes.HEART, shapes.STAR, shapes.star(12, 0.75))[kind], side, side)
    x, y = anywhere(canvas, side, side, rng)
    centre(canvas, rim(mask, max(2, side // 24)), x, y, WHITE)
    centre(canvas, mask, x, y, PAINTS[0] if kind == 0 else one_of(rng, PAINTS))
    if kind == 0:
        centre(canvas, scaled(shapes.SMILEY, side, side), x, y, BLACK)
    elif kind == 3:
        centre(canvas, fitted(one_of(rng, words.SHORT_REMARKS), SCREEN_BOLD, 0.66 * side, 0.3 * side), x, y, BLACK)


@over
def speech_bubble(canvas: Pixels, rng: Rng) -> None:
    """A balloon with a short remark."""
    wide = round(between(rng, 0.26, 0.4) * min(size_of(canvas)))
    bubble = scaled(shapes.SPEECH, wide, round(0.62 * wide))
    x, y = anywhere(canvas, wide, round(0.7 * wide), rng)
    centre(canvas, rim(bubble, max(1, wide // 60)), x, y, BLACK)
    centre(canvas, bubble, x, y, WHITE)
    style = one_of(rng, (SCREEN, SCREEN_BOLD, bold_style(rng)))
    mask = fitted(one_of(rng, words.SHORT_REMARKS), style, 0.76 * wide, 0.24 * wide)
    centre(canvas, mask, x, y - 0.07 * wide, BLACK)


@over
def watermark_once(canvas: Pixels, rng: Rng) -> None:
    """A site's name, half transparent, across the middle."""
    mask = fitted(
        one_of(rng, words.SITES), line_style(rng), between(rng, 0.4, 0.8) * canvas.shape[1], 0.1 * canvas.shape[0]
    )
    y = between(rng, 0.3, 0.7) * canvas.shape[0]
    centre(canvas, mask, canvas.shape[1] / 2, y, one_of(rng, (WHITE, WHITE, BLACK)), between(rng, 0.3, 0.5))


@over
def watermark_tiled(canvas: Pixels, rng: Rng) -> None:
    """A site's name, faint, again and again."""
    width, height = size_of(canvas)
    mask = fitted(one_of(rng, words.SITES), line_style(rng), 0.28 * width, 0.06 * height)
    ink, opacity, step = one_of(rng, (WHITE, WHITE, BLACK)), between(rng, 0.2, 0.38), between(rng, 0.11, 0.17) * height
    for row in range(1, int(height / step)):
        for column in range(4):
            centre(canvas, mask, (0.4 * column - 0.2 * (row % 2)) * width, row * step, ink, opacity)


@over
def handle(canvas: Pixels, rng: Rng) -> None:
    """An account or site, small in a corner."""
    width, height = size_of(canvas)
    mask = fitted(one_of(rng, words.HANDLES + words.SITES), SCREEN, between(rng, 0.16, 0.3) * width, 0.03 * height)
    x, y = room_for(canvas, mask, one_of(rng, (0, width)), one_of(rng, (0, height, height)))
    set_words(canvas, mask, x, y, WHITE, (70, 70, 70))


@over
def caption_bar(canvas: Pixels, rng: Rng) -> None:
    """A see-through bar with a remark right across, as snaps have it."""
    width, height = size_of(canvas)
    mask, y = (
        fitted(one_of(rng, words.REMARKS), SCREEN, 0.88 * width, 0.035 * height),
        between(rng, 0.12, 0.88) * height,
    )
    centre(canvas, np.ones((2 * mask.shape[0], width), np.float32), width / 2, y, BLACK, between(rng, 0.55, 0.75))
    centre(canvas, mask, width / 2, y, WHITE)


@over
def meme_words(canvas: Pixels, rng: Rng) -> None:
    """A meme's white letters with a black rim."""
    width, height = size_of(canvas)
    mask = fitted(wrapped(one_of(rng, words.REMARKS), 20), bold_style(rng), 0.84 * width, 0.12 * height)
    x, y = room_for(canvas, mask, (width - mask.shape[1]) / 2, one_of(rng, (0.02, 0.3, 0.98)) * height)
    set_words(canvas, mask, x, y, WHITE, BLACK)


@over
def plate_words(canvas: Pixels, rng: Rng) -> None:
    """A remark on a rounded plate, as short videos have it."""
    (width, height), plate = size_of(canvas), one_of(rng, (WHITE, WHITE, RED, (25, 25, 30)))
    mask = fitted(wrapped(one_of(rng, words.REMARKS), 18), SCREEN_BOLD, 0.66 * width, 0.09 * height)
    edge, y = round(0.02 * width), one_of(rng, (0.12, 0.32, 0.64, 0.86)) * height
    back = shapes.rounded(mask.shape[1] + 2 * edge, mask.shape[0] + 2 * edge, edge)
    centre(canvas, back, width / 2, y, plate)
    centre(canvas, mask, width / 2, y, BLACK if plate == WHITE else WHITE)


@over
def thin_stripes(canvas: Pixels, rng: Rng) -> None:
    """Thin lines over everything, level, upright or aslant."""
    down, across = np.mgrid[0 : canvas.shape[0], 0 : canvas.shape[1]]
    angle, step = one_of(rng, (0, np.pi / 2, between(rng, 0.5, 1.1))), between(rng, 0.04, 0.09) * canvas.shape[1]
    mask = (across * np.cos(angle) + down * np.sin(angle)) % step < max(1.5, 0.06 * step)
    lay(canvas, mask.astype(np.float32), 0, 0, one_of(rng, (WHITE, BLACK, *PAINTS)), between(rng, 0.4, 0.9))
