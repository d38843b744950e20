"""Edits: names and marks of streaming services and studios."""

import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of
from benchmarks.attacks.seventeenth.edit_words import painted_over
from benchmarks.attacks.seventeenth.ink import BOLD, DARK, PAPER, ink_against, inside, letters, stamp
from benchmarks.attacks.seventeenth.look import busy_place, difference_box
from benchmarks.attacks.seventeenth.overlays import laid, star_points
from benchmarks.attacks.values import Attacked, OtherPosters

RED: Colour = (225, 20, 30)
# fmt: off
SERVICES: tuple[tuple[str, Colour | None, Colour], ...] = (
    ("NETFLIX", None, RED), ("NETFLIX", DARK, RED), ("HBO MAX", (88, 30, 160), PAPER), ("PRIME VIDEO", (0, 100, 200),
    PAPER), ("A24", None, PAPER), ("A24", DARK, PAPER), ("MARVEL STUDIOS", RED, PAPER), ("DISNEY+", (15, 25, 90),
    PAPER), ("HULU", (28, 230, 130), DARK), ("APPLE TV+", DARK, PAPER), ("PARAMOUNT+", (0, 90, 230), PAPER), ("MAX",
    (0, 40, 220), PAPER), ("UNIVERSAL", None, PAPER), ("LIONSGATE", None, (240, 200, 90)), ("WARNER BROS.", (20, 60,
    140), (240, 200, 90)),
)
STUDIOS = (
    "STUDIOS", "PICTURES", "FILMS", "ORION", "NOVA", "GLOBAL", "SUMMIT", "ATLAS", "EAGLE", "MIRAGE", "A24", "PIXAR",
    "GAUMONT",
)
# fmt: on


def corner_for(pixels: Pixels, size: tuple[int, int], rng: np.random.Generator) -> tuple[int, int]:
    """A corner, or the middle of the top or the foot."""
    edge = round(pixels.shape[1] * 0.035)
    right, low = pixels.shape[1] - size[0] - edge, pixels.shape[0] - size[1] - edge
    return one_of(rng, (edge, right, right, (edge + right) // 2)), one_of(rng, (edge, edge, low))


def service_name(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A service's or a studio's name, in letters or on its plate."""
    text, plate, ink = one_of(rng, SERVICES)
    raw, face = pixels.shape[1] * between(rng, 0.22, 0.4), one_of(rng, BOLD)
    mask = letters(text, face, raw, pixels.shape[1] * 0.1)
    edge = round(mask.shape[0] * 0.45) if plate else 0
    size = mask.shape[1] + 2 * edge, mask.shape[0] + 2 * edge
    x, y = corner_for(pixels, size, rng)
    box, changed = Box(x, y, *size), pixels.copy()
    if plate:
        part_of(changed, box)[:] = plate
        changed, _ = stamp(changed, mask, x + edge, y + edge, ink)
    else:
        changed, box = stamp(changed, mask, x, y, *ink_against(part_of(pixels, box), rng, ink))
    return Attacked(changed, (box,), note=text)


def mark(rng: np.random.Generator) -> tuple[Image.Image, str]:
    """A studio's sign on a plate with its name, as a drawing of 400 pixels."""
    kind = one_of(rng, ("ribbon", "globe", "peak", "shield", "star", "tile"))
    image = Image.new("RGBA", (400, 400))
    draw = ImageDraw.Draw(image)
    plate = one_of(rng, (DARK, (16, 40, 110), (130, 10, 24), (20, 80, 70), (240, 240, 240)))
    ink = PAPER if sum(plate) < 400 else DARK
    shine = RED if kind == "ribbon" else one_of(rng, ((240, 200, 90), ink, (120, 200, 250) if ink == PAPER else RED))
    draw.rounded_rectangle((0, 0, 399, 399), one_of(rng, (0, 50)), fill=plate, outline=ink, width=8)
    if kind == "ribbon":
        draw.polygon((125, 50, 185, 50, 275, 350, 215, 350), fill=(255, 60, 60))
        draw.rectangle((125, 50, 180, 350), fill=(170, 10, 20))
        draw.rectangle((220, 50, 275, 350), fill=(170, 10, 20))
        draw.polygon((125, 50, 183, 50, 275, 350, 217, 350), fill=(240, 30, 40))
        return image, kind
    if kind == "globe":
        draw.ellipse((95, 30, 305, 240), outline=shine, width=14)
        draw.ellipse((155, 30, 245, 240), outline=shine, width=9)
        for y in (90, 135, 180):
            draw.line((100, y, 300, y), fill=shine, width=9)
    elif kind == "peak":
        draw.polygon((60, 240, 180, 60, 235, 140, 265, 105, 340, 240), fill=shine)
        draw.arc((50, 25, 350, 325), 180, 360, fill=ink, width=10)
    elif kind == "shield":
        draw.polygon((95, 35, 305, 35, 305, 150, 200, 250, 95, 150), fill=shine)
        draw.polygon((120, 58, 280, 58, 280, 142, 200, 218, 120, 142), fill=plate)
        draw.line((140, 75, 170, 160, 200, 95, 230, 160, 260, 75), fill=shine, width=16)
    elif kind == "star":
        draw.polygon([(x + 90, y + 25) for x, y in star_points(220)], fill=shine)
    else:
        for column in range(3):
            draw.rectangle((60 + 100 * column, 50, 140 + 100 * column, 230), fill=(shine, ink, shine)[column])
    name = one_of(rng, STUDIOS)
    raw = letters(name, one_of(rng, BOLD), 330, 90)
    image.paste((*ink, 255), (200 - raw.shape[1] // 2, 270), Image.fromarray((raw * 255).astype(np.uint8)))
    return image, f"{kind} {name}"


def logo_added(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A studio's drawn mark in a corner."""
    image, note = mark(rng)
    side = round(pixels.shape[1] * between(rng, 0.14, 0.24))
    x, y = corner_for(pixels, (side, side), rng)
    return Attacked(laid(pixels, image, x, y, (side, side)), (Box(x, y, side, side),), note=note)


def corner_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The corner's own lettering or logo painted over, and another put there."""
    width = min(pixels.shape[:2])
    wide, high = round(width * between(rng, 0.2, 0.3)), round(width * between(rng, 0.13, 0.17))
    corners = ((0.01, 0.01, 0.45, 0.16), (0.55, 0.01, 0.99, 0.16), (0.01, 0.86, 0.45, 0.99), (0.55, 0.86, 0.99, 0.99))
    box = inside(busy_place(pixels, (wide, high), one_of(rng, corners)), pixels)
    wide, high = box.width, box.height
    changed, how = painted_over(pixels, box, rng)
    if rng.random() < 0.5:
        text, _, ink = one_of(rng, SERVICES)
        mask = letters(text, one_of(rng, BOLD), wide * 0.94, high * 0.7)
        x, y = box.x + (wide - mask.shape[1]) // 2, box.y + (high - mask.shape[0]) // 2
        changed, _ = stamp(changed, mask, x, y, *ink_against(part_of(changed, box), rng, ink))
        return Attacked(changed, (difference_box(pixels, changed),), note=f"{text}, {how}")
    image, note = mark(rng)
    changed = laid(changed, image, box.x + (wide - high) // 2, box.y, (high, high))
    return Attacked(changed, (difference_box(pixels, changed),), note=f"{note}, {how}")
