"""Edits: services' and studios' marks, and things painted in."""

from collections.abc import Sequence

import numpy as np

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of, size_of
from benchmarks.attacks.nineteenth import shapes
from benchmarks.attacks.nineteenth.claims import clear, edit, put, quietly
from benchmarks.attacks.nineteenth.finding import box_of, edges, quiet_box, strongest
from benchmarks.attacks.nineteenth.lettering import (
    BLACK,
    SCREEN_BOLD,
    WHITE,
    Mask,
    bold_style,
    fitted,
    lay,
    line_style,
    room_for,
    scaled,
)
from benchmarks.attacks.nineteenth.words import MARK_NAMES, SERVICES
from benchmarks.attacks.values import AttackFunction, OtherPosters

Rng = np.random.Generator
COLOURS: tuple[Colour, ...] = ((229, 9, 20), (0, 120, 220), (250, 190, 30), (30, 160, 90), (110, 60, 190), WHITE)
service_name = quietly("service_name", SERVICES, bold_style, (0.28, 0.6), 0.055, ((0.01, 0.25), (0.7, 0.98)))


def draw_mark(canvas: Pixels, x: float, y: float, side: int, rng: Rng) -> Box:
    """A ribbon N, a letter in a disc, a triangle, a peak in a ring, a moon or a star; on a tile or bare."""
    kind, colour = int(rng.integers(6)), one_of(rng, COLOURS)
    area = Box(round(x), round(y), side, side)
    if kind in (0, 2, 4):
        lay(canvas, shapes.rounded(side, side, side // 7), x, y, BLACK if colour != (0, 120, 220) else WHITE)
    if kind == 1:
        lay(canvas, scaled(shapes.DISC, side, side), x, y, colour)
        letter = fitted(one_of(rng, "AKMVHQ"), bold_style(rng), 0.6 * side, 0.55 * side)
        lay(
            canvas,
            letter,
            x + (side - letter.shape[1]) / 2,
            y + (side - letter.shape[0]) / 2,
            BLACK if colour == WHITE else WHITE,
        )
        return area
    if kind == 3:
        lay(canvas, scaled(shapes.DISC, side, side), x, y, (20, 50, 110))
        lay(canvas, scaled(shapes.RING, side, side), x, y, WHITE)
    icon = (shapes.RIBBON_N, shapes.DISC, shapes.PLAY, shapes.PEAK, shapes.CRESCENT, shapes.STAR)[kind]
    inner = round(0.68 * side) if kind != 5 else side
    lay(
        canvas,
        scaled(icon, inner, inner),
        x + (side - inner) / 2,
        y + (side - inner) / 2,
        WHITE if kind == 3 else colour,
    )
    return area


def mark_and_name(canvas: Pixels, place: Box, rng: Rng) -> Box:
    """A mark with a name beside it, filling a box's height."""
    mark = draw_mark(canvas, place.x, place.y, place.height, rng)
    words = fitted(one_of(rng, MARK_NAMES), line_style(rng), place.width - 1.25 * place.height, 0.5 * place.height)
    return mark.union(
        put(canvas, words, place.x + 1.25 * place.height, place.y + (place.height - words.shape[0]) / 2, rng)
    )


@edit
def drawn_mark(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """A mark with or without a name, in a calm place at the head or foot."""
    width, side, named = canvas.shape[1], between(rng, 0.09, 0.15) * min(size_of(canvas)), rng.random() < 0.6
    place = quiet_box(canvas, (0.55 * width) if named else side, side, one_of(rng, ((0.01, 0.25), (0.7, 0.99))), rng)
    return mark_and_name(canvas, place, rng) if named else draw_mark(canvas, place.x, place.y, place.height, rng)


@edit
def corner_logo_replaced(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """The busiest small place at the foot painted over, a mark and a name put there."""
    width, height = size_of(canvas)
    wide, tall = round(0.36 * width), round(0.075 * min(width, height))
    x, y = strongest(edges(canvas), wide, tall, (0.84, 0.985))
    box = Box(x, min(y, height - tall - 4), wide, tall)
    canvas[:] = clear(canvas, box)
    return surround([box, mark_and_name(canvas, box, rng)])


@edit
def service_bar(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """A dark foot with "watch on" and a service's mark and name."""
    width, height = size_of(canvas)
    tall = round(between(rng, 0.07, 0.1) * height)
    box = lay(canvas, np.ones((tall, width), np.float32), 0, height - tall, BLACK)
    words = fitted(
        one_of(rng, ("ONLY ON", "WATCH NOW ON", "STREAMING ON", "SOLO EN", "JETZT BEI")),
        SCREEN_BOLD,
        0.3 * width,
        0.3 * tall,
    )
    lay(canvas, words, 0.06 * width, box.y + (tall - words.shape[0]) / 2, WHITE)
    draw_mark(canvas, 0.42 * width, box.y + 0.2 * tall, round(0.6 * tall), rng)
    name = fitted(one_of(rng, SERVICES[:12]), SCREEN_BOLD, 0.3 * width, 0.36 * tall)
    lay(canvas, name, 0.42 * width + 0.8 * tall, box.y + (tall - name.shape[0]) / 2, WHITE)
    return box


def thing(
    name: str, masks: Sequence[Mask], inks: Sequence[Colour], wide: tuple[float, float], rows: tuple[float, float]
) -> AttackFunction:
    """One of the shapes, shaded, so wide, its head between two heights; the ink is unlike the ground."""

    def paint(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
        (width, height), whole = size_of(canvas), one_of(rng, masks)
        tight = part_of(whole, box_of(whole, 0.05))
        factor = min(between(rng, *wide) * width / tight.shape[1], 0.5 * height / tight.shape[0])
        mask = scaled(tight, round(tight.shape[1] * factor), round(tight.shape[0] * factor))
        x, y = room_for(canvas, mask, between(rng, 0, width - mask.shape[1]), between(rng, *rows) * height, 0.0)
        under = part_of(canvas, Box(round(x), round(y), mask.shape[1], mask.shape[0])).mean(axis=(0, 1))
        ink = max(inks, key=lambda colour: float(np.abs(under - colour).sum() * rng.uniform(0.7, 1)))
        shade = np.linspace(1.15, 0.75, mask.shape[0])[:, None, None] * np.array(ink) * np.ones((1, mask.shape[1], 1))
        return lay(canvas, mask, x, y, np.clip(shade + rng.normal(0, 4, shade.shape), 0, 255).astype(np.uint8))

    paint.__name__ = name
    return edit(paint)


STUFF = (shapes.SWORD, shapes.CAR, shapes.CASTLE, shapes.SAUCER, shapes.FIN, shapes.PALM)
SKY: tuple[Colour, ...] = ((245, 240, 215), (200, 70, 50), (190, 225, 255), (60, 60, 110))
moon_or_bolt = thing("moon_or_bolt", (shapes.DISC, shapes.CRESCENT, shapes.BOLT), SKY, (0.24, 0.42), (0.03, 0.3))
fire_painted = thing("fire_painted", (shapes.FLAMES,), ((235, 80, 15), (255, 190, 50)), (0.45, 0.9), (0.5, 0.9))
thing_painted = thing("thing_painted", STUFF, ((25, 25, 30), (205, 210, 215), (210, 50, 45)), (0.35, 0.6), (0.2, 0.7))
