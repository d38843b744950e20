"""Benign: stickers, scribbles and things that lie over a poster and say nothing of the film."""

import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.sheet import ITALIC, WHITE, Look, Mask, Sheet, as_mask
from benchmarks.attacks.eighth.sprites import CAT, EMOJI, Pen, heart, sprite_of, star, stick
from benchmarks.attacks.values import Attacked, OtherPosters

INKS = ((236, 28, 36), (255, 226, 20), (40, 220, 90), (255, 255, 255), (255, 70, 180), (20, 140, 255))


def stroke(sheet: Sheet, points: list[tuple[float, float]], wide: float) -> Mask:
    """The mask of a finger-drawn line through points, shares of the sheet."""
    size = (sheet.width * 2, sheet.height * 2)
    image = Image.new("L", size)
    moved = [(x * size[0], y * size[1]) for x, y in points]
    pen = ImageDraw.Draw(image)
    pen.line(moved, fill=255, width=max(2, round(wide * size[0])), joint="curve")
    for x, y in (moved[0], moved[-1]):
        half = wide * size[0] / 2
        pen.ellipse((x - half, y - half, x + half, y + half), fill=255)
    return as_mask(np.asarray(image.resize((sheet.width, sheet.height), Image.Resampling.BOX)) / 255)


def emoji_reactions(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A handful of emoji thrown over it."""
    sheet = Sheet(picture)
    for _ in range(int(rng.integers(2, 7))):
        at = rng.uniform(0.1, 0.9, 2) * (sheet.width, sheet.height)
        stick(
            sheet,
            sprite_of(one_of(rng, EMOJI)),
            at[0],
            at[1],
            sheet.width * rng.uniform(0.09, 0.2),
            rng.uniform(-25, 25),
        )
    return sheet.done()


def one_huge_emoji(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One large face put over the picture."""
    sheet = Sheet(picture)
    at = rng.uniform(0.25, 0.75, 2) * (sheet.width, sheet.height)
    stick(
        sheet,
        sprite_of(one_of(rng, EMOJI[:3])),
        at[0],
        at[1],
        sheet.width * rng.uniform(0.28, 0.4),
        rng.uniform(-15, 15),
    )
    return sheet.done()


def cut_out_cat_sticker(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A GIF-like cat with a white die-cut edge in a corner."""
    sheet = Sheet(picture)
    x, y = one_of(rng, ((0.2, 0.86), (0.8, 0.86), (0.78, 0.2))), rng.uniform(-0.04, 0.04)
    stick(
        sheet,
        sprite_of(CAT),
        x[0] * sheet.width,
        (x[1] + y) * sheet.height,
        sheet.width * rng.uniform(0.22, 0.36),
        rng.uniform(-18, 18),
        rim=True,
    )
    return sheet.done()


def word_sticker(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """WOW, LOL, OMG as a comic sticker."""
    sheet = Sheet(picture)
    look = Look(ITALIC, outline=WHITE, shadow=0.5, slant=0.1)
    at = rng.uniform((0.25, 0.08), (0.75, 0.8)) * (sheet.width, sheet.height)
    sheet.line(
        one_of(rng, ("WOW!", "LOL", "OMG", "YAY!", "MOOD")),
        at[0],
        at[1],
        sheet.width * rng.uniform(0.09, 0.14),
        one_of(rng, INKS[:2]),
        look,
    )
    return sheet.done()


def circled_by_finger(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A shaky circle round something."""
    sheet = Sheet(picture)
    turn = np.linspace(0.3, 0.3 + 2 * np.pi * rng.uniform(1.0, 1.12), 50)
    reach = 1 + 0.05 * np.sin(turn * 3 + rng.uniform(0, 6)) + np.linspace(0, 0.08, 50)
    across, (x, y) = rng.uniform(0.12, 0.26), rng.uniform(0.3, 0.7, 2)
    points = list(
        zip(
            (x + across * reach * np.cos(turn)).tolist(),
            (y + across * 0.7 * reach * np.sin(turn)).tolist(),
            strict=True,
        )
    )
    sheet.ink(stroke(sheet, points, rng.uniform(0.01, 0.02)), 0, 0, one_of(rng, INKS))
    return sheet.done()


def arrow_and_scribble(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A drawn arrow and a scrawl in a phone's markup colours."""
    sheet = Sheet(picture)
    x, y, way = rng.uniform(0.3, 0.7), rng.uniform(0.25, 0.7), rng.uniform(0, 2 * np.pi)
    tail = (x + 0.3 * np.cos(way), y + 0.2 * np.sin(way))
    colour, wide = one_of(rng, INKS), rng.uniform(0.01, 0.02)
    sheet.ink(stroke(sheet, [tail, (x + 0.02, y + 0.01), (x, y)], wide), 0, 0, colour)
    for side in (-0.5, 0.5):
        head = (x + 0.09 * np.cos(way + side), y + 0.06 * np.sin(way + side))
        sheet.ink(stroke(sheet, [(x, y), head], wide), 0, 0, colour)
    down, wave = rng.uniform(0.1, 0.9), np.linspace(0, 1, 40)
    points = list(zip((0.1 + 0.35 * wave).tolist(), (down + 0.02 * np.sin(wave * 30)).tolist(), strict=True))
    sheet.ink(stroke(sheet, points, wide), 0, 0, one_of(rng, INKS))
    return sheet.done()


def frame_of_hearts(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A pink edge set with hearts or stars."""
    sheet = Sheet(picture)
    edge = sheet.width * 0.035
    pink = one_of(rng, ((255, 170, 200), (255, 120, 160), (190, 160, 255)))
    for box in (
        (0, 0, sheet.width, edge),
        (0, sheet.height - edge, sheet.width, edge),
        (0, 0, edge, sheet.height),
        (sheet.width - edge, 0, edge, sheet.height),
    ):
        sheet.block(box[0], box[1], box[2], box[3], pink)
    pen = Pen()
    (heart if rng.random() < 0.7 else star)(pen, 0.5, 0.48, 0.46, (240, 50, 100))
    for step in np.linspace(0.04, 0.96, 9):
        for x, y in ((step, 0.02), (step, 0.98), (0.03, step), (0.97, step)):
            stick(
                sheet,
                pen.sprite(),
                x * sheet.width,
                y * sheet.height,
                sheet.width * rng.uniform(0.05, 0.09),
                rng.uniform(-25, 25),
            )
    return sheet.done()
