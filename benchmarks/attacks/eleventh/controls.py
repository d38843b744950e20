"""Buttons and bars of apps, and marks of a pen that point at something or cover it."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh.draw import Sheet, lay, lay_mid
from benchmarks.attacks.eleventh.emoji import heart_points
from benchmarks.attacks.eleventh.luck import BLACK, WHITE, bright_colour, file_kind, light_face, likely, readable_on
from benchmarks.attacks.values import Attacked, OtherPosters


def play_button(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The play button of a trailer preview."""
    result, (high, wide) = picture.copy(), picture.shape[:2]
    size, kind = between(rng, 0.15, 0.32) * wide, int(rng.integers(3))
    sheet = Sheet(size, size, size)
    ground = (*one_of(rng, (BLACK, WHITE, (230, 30, 40), bright_colour(rng))), int(between(rng, 130, 255)))
    ink = readable_on((ground[0], ground[1], ground[2]))
    if kind == 0:
        sheet.disc(0.5, 0.5, 0.49, ground)
    elif kind == 1:
        sheet.slab(0, 0.16, 1, 0.68, ground, round_by=0.18)
    else:
        sheet.disc(0.5, 0.5, 0.48, (*ink, 255), ring=0.05)
    sheet.shape([(0.4, 0.3), (0.4, 0.7), (0.72, 0.5)], ink)
    lay_mid(result, sheet.done(), wide / 2, high * between(rng, 0.42, 0.55))
    return Attacked(result, saved_as=file_kind(rng))


def player_bar(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The bar of a video player with time and progress at the bottom."""
    result, (high, wide) = picture.copy(), picture.shape[:2]
    tall = between(rng, 0.09, 0.15) * wide
    sheet, long, done = Sheet(wide, tall, tall), wide / tall, between(rng, 0.05, 0.9)
    ink = one_of(rng, ((230, 30, 40), (0, 170, 220), WHITE, bright_colour(rng)))
    sheet.slab(0, 0, long, 1, (0, 0, 0, int(between(rng, 110, 215))))
    sheet.slab(0.3, 0.12, long - 0.6, 0.08, (150, 150, 150, 220))
    sheet.slab(0.3, 0.12, (long - 0.6) * done, 0.08, ink)
    sheet.disc(0.3 + (long - 0.6) * done, 0.16, 0.11, ink)
    sheet.shape([(0.4, 0.4), (0.4, 0.84), (0.75, 0.62)], WHITE)
    time = f"{int(rng.integers(0, 2))}:{int(rng.integers(10, 59))} / 2:{int(rng.integers(10, 59))}"
    sheet.write(time, 1.1, 0.62, 0.34, WHITE, light_face(rng), "lm")
    sheet.frame(long - 0.85, 0.4, 0.5, 0.44, WHITE, 0.05, 0.05)
    lay(result, sheet.done(), 0, high - tall - (between(rng, 0, 0.03) * high if likely(rng, 0.4) else 0))
    return Attacked(result, (), time, saved_as=file_kind(rng))


def _wobbly(points: np.ndarray, rng: np.random.Generator, by: float) -> list[tuple[float, float]]:
    drift = np.cumsum(rng.normal(0, by / 3, points.shape), 0)
    drift -= np.linspace(0, 1, len(points))[:, None] * drift[-1]
    return [(float(x), float(y)) for x, y in points + drift]


def pen_circle(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Something circled by hand, sometimes with an arrow to it."""
    result, (high, wide) = picture.copy(), picture.shape[:2]
    sheet, ink = Sheet(wide, high, wide), one_of(rng, ((235, 30, 40), (255, 225, 40), bright_colour(rng)))
    x, y = between(rng, 0.25, 0.75), between(rng, 0.2, 0.8) * high / wide
    across, down, thick = between(rng, 0.09, 0.24), between(rng, 0.07, 0.2), between(rng, 0.007, 0.02)
    t = np.linspace(-0.3, 2 * np.pi + between(rng, -0.2, 0.7), 50)
    ring = np.stack([x + across * np.cos(t), y + down * np.sin(t)], 1)
    sheet.line(_wobbly(ring, rng, 0.006), ink, thick)
    if likely(rng, 0.45):
        angle = between(rng, 0, 2 * np.pi)
        way = np.array([np.cos(angle), np.sin(angle)])
        tip = np.array([x, y]) + way * (across, down) * 1.15
        tail = tip + way * between(rng, 0.15, 0.25)
        sheet.line(_wobbly(np.linspace(tail, tip, 12), rng, 0.004), ink, thick)
        for side in (0.6, -0.6):
            turn = np.array([[np.cos(side), -np.sin(side)], [np.sin(side), np.cos(side)]])
            end = tip + turn @ way * 0.06
            sheet.line([(float(tip[0]), float(tip[1])), (float(end[0]), float(end[1]))], ink, thick)
    lay(result, sheet.done(), 0, 0)
    return Attacked(result, saved_as=file_kind(rng))


def scribble(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Scrawled over by a child or with a phone's pen: zigzags, spirals, hearts, underlines."""
    result, (high, wide) = picture.copy(), picture.shape[:2]
    sheet = Sheet(wide, high, wide)
    for _ in range(int(rng.integers(1, 4))):
        ink, thick = bright_colour(rng), between(rng, 0.005, 0.016)
        x, y = between(rng, 0.15, 0.85), between(rng, 0.1, 0.9) * high / wide
        size, t, kind = between(rng, 0.08, 0.22), np.linspace(0, 1, 60), int(rng.integers(4))
        if kind == 0:
            path = np.stack([x + size * (2 * t - 1), y + size * 0.5 * np.sign(np.sin(t * 24)) * rng.random(60)], 1)
        elif kind == 1:
            path = np.stack([x + size * t * np.cos(t * 20), y + size * t * np.sin(t * 20)], 1)
        elif kind == 2:
            path = np.array(heart_points(x, y, size))
        else:
            path = np.stack([x + size * (2 * t - 1), y + 0.01 * np.sin(t * 9)], 1)
        sheet.line(_wobbly(path, rng, 0.008), ink, thick)
    lay(result, sheet.done(), 0, 0)
    return Attacked(result, saved_as=file_kind(rng))
