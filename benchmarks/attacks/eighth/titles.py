"""Edits to the words that a poster already has: title, names, credits. All but the recolouring set words."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import box_of, contrast, healed, letter_colour, letters_in
from benchmarks.attacks.eighth.lines import title_box
from benchmarks.attacks.eighth.sequels import FACES
from benchmarks.attacks.eighth.setting import metal, readable, styled
from benchmarks.attacks.eighth.sheet import NARROW, SANS, Look, Mask, Sheet, grown, words
from benchmarks.attacks.values import Attacked, OtherPosters

TITLES = (
    "TAXES",
    "THE LAST SANDWICH",
    "MONDAY",
    "BROKE",
    "NIGHT OF THE CATS",
    "SHADOWFALL",
    "HOMEWORK",
    "KAREN",
    "CRYPTO BROS",
    "IRON HEART",
    "NO SIGNAL",
    "THE LANDLORD",
    "SILENT WATERS",
    "EX WIVES CLUB",
)
NAMES = (
    "NICOLAS CAGE",
    "DANNY DEVITO",
    "KEANU REEVES",
    "MARGOT ROBBIE",
    "YOUR MUM",
    "PEDRO PASCAL",
    "ZENDAYA",
    "TOM HOLLAND",
    "WILLEM DAFOE",
    "JENNA ORTEGA",
    "JOHN CENA",
    "ANA DE ARMAS",
)


def hole_over(sheet: Sheet, box: Box) -> Mask:
    """A mask of the whole sheet with the box in it."""
    mask = np.zeros((sheet.height, sheet.width), np.float32)
    mask[box.y : box.y + box.height, box.x : box.x + box.width] = 1
    return mask


def title_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title healed away and another written there."""
    sheet, box = Sheet(picture), title_box(picture)
    colour = letter_colour(picture, box)
    sheet.pixels[:] = healed(picture, hole_over(sheet, box), rng)
    text = one_of(rng, TITLES)
    mask = words(text, min(box.height * 0.85, sheet.width * 0.2), Look(one_of(rng, FACES)), box.width)
    x, y = box.x + (box.width - mask.shape[1]) / 2, box.y + (box.height - mask.shape[0]) / 2
    if rng.random() < 0.25:
        made = metal(sheet, mask, x, y, (226, 190, 96))
    else:
        high = mask.shape[0]
        made = sheet.letters(mask, x, y, high, colour, readable(sheet, box, colour))
    sheet.changed(made.union(box))
    return sheet.done(text)


def title_on_a_plate(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A lazy patch over the title with a joke title on it."""
    sheet, box = Sheet(picture), title_box(picture)
    ground = one_of(rng, ((0, 0, 0), (255, 255, 255), (200, 20, 30)))
    made = sheet.block(box.x, box.y, box.width, box.height, ground)
    text, look = one_of(rng, TITLES), Look(one_of(rng, FACES), widest=0.92 * box.width / sheet.width)
    sheet.line(
        text, box.x + box.width / 2, box.y + box.height * 0.22, box.height * 0.55, contrast(sheet.pixels, made), look
    )
    sheet.changed(made)
    return sheet.done(text)


def title_misspelt(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two pieces of the title change places, or one is turned upside down."""
    sheet, box = Sheet(picture), title_box(picture)
    wide = max(8, round(box.width * rng.uniform(0.14, 0.22)))
    first = box.x + round(box.width * rng.uniform(0.04, 0.25))
    second = box.x + round(box.width * rng.uniform(0.5, 0.76))
    rows = slice(box.y, box.y + box.height)
    if rng.random() < 0.65:
        sheet.pixels[rows, first : first + wide] = picture[rows, second : second + wide]
        sheet.pixels[rows, second : second + wide] = picture[rows, first : first + wide]
        sheet.changed(Box(second, box.y, wide, box.height))
    else:
        sheet.pixels[rows, first : first + wide] = picture[rows, first : first + wide][::-1, ::-1]
    sheet.changed(Box(first, box.y, wide, box.height))
    return sheet.done()


def title_partly_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The letters of a half or third of the title healed away."""
    sheet, box = Sheet(picture), title_box(picture)
    share = rng.uniform(0.35, 0.65)
    wide = round(box.width * share)
    gone = Box(box.x if rng.random() < 0.5 else box.x + box.width - wide, box.y, wide, box.height)
    sheet.pixels[:] = healed(picture, hole_over(sheet, gone), rng)
    sheet.changed(gone)
    return sheet.done(f"share={share:.2f}")


def title_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title's letters in another colour."""
    sheet, box = Sheet(picture), title_box(picture)
    old = np.asarray(letter_colour(picture, box))
    colours = ((230, 20, 40), (20, 220, 120), (255, 90, 200), (250, 200, 30), (40, 120, 255))
    colour = max(rng.permutation(np.asarray(colours))[:3].tolist(), key=lambda each: float(np.abs(old - each).sum()))
    mask = grown(np.pad(letters_in(picture, box), 2), sheet.width / 400)[2:-2, 2:-2]
    sheet.ink(
        np.asarray(cv2.GaussianBlur(mask, (0, 0), 0.6), np.float32),
        box.x,
        box.y,
        (colour[0], colour[1], colour[2]),
        0.93,
    )
    sheet.changed(box_of(mask, at=(box.x, box.y)))
    return sheet.done()


def names_row_above(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two to four stars' names in a row at the head."""
    sheet = Sheet(picture)
    high, y = max(5.0, sheet.width * rng.uniform(0.026, 0.038)), sheet.height * rng.uniform(0.015, 0.06)
    names = "     ".join(rng.permutation(NAMES)[: int(rng.integers(2, 4))].tolist())
    at = Box(0, int(y), sheet.width, max(4, int(high)))
    colour = contrast(picture, at)
    sheet.changed(
        sheet.line(
            names, sheet.width / 2, y, high, colour, styled(readable(sheet, at, colour), one_of(rng, FACES), 0.05)
        )
    )
    return sheet.done(names)


def name_changed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A strip at the head healed, and another actor's name set large."""
    sheet = Sheet(picture)
    high = max(7.0, sheet.width * rng.uniform(0.045, 0.075))
    name = one_of(rng, NAMES)
    wide = round(min(sheet.width * 0.8, high * len(name)))
    box = Box(
        round((sheet.width - wide) * rng.uniform(0.1, 0.9)),
        round(sheet.height * rng.uniform(0.02, 0.1)),
        wide,
        round(high * 1.5),
    )
    sheet.pixels[:] = healed(picture, hole_over(sheet, box), rng)
    colour = contrast(sheet.pixels, box)
    look = Look(one_of(rng, FACES), 0.04, shadow=0.3, widest=0.96 * wide / sheet.width)
    made = sheet.line(name, box.x + wide / 2, box.y + high * 0.25, high, colour, look)
    sheet.changed(made)
    return sheet.done(name)


def credits_rewritten(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The small print at the foot on a new ground, with invented names."""
    sheet = Sheet(picture)
    high, foot = max(4.0, sheet.width * 0.021), round(sheet.height * rng.uniform(0.86, 0.9))
    box = Box(round(sheet.width * 0.08), foot, round(sheet.width * 0.84), round(sheet.height * 0.08))
    sheet.pixels[:] = healed(picture, hole_over(sheet, box), rng)
    colour = contrast(sheet.pixels, box)
    jobs = ("directed by", "music by", "produced by", "costumes by", "edited by", "written by")
    for row in range(3):
        parts = [f"{one_of(rng, jobs)} {one_of(rng, NAMES)}" for _ in range(3)]
        sheet.line(
            "  ".join(parts).upper(),
            sheet.width / 2,
            foot + row * sheet.height * 0.026 + 2,
            high,
            colour,
            Look(NARROW, squeeze=0.6, widest=0.82),
        )
    sheet.changed(box)
    return sheet.done()


def title_doubled_as_heading(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A parody title across the middle over all of it, title-like and huge."""
    sheet = Sheet(picture)
    text, high, y = one_of(rng, TITLES), sheet.width * rng.uniform(0.11, 0.17), sheet.height * rng.uniform(0.3, 0.6)
    at = Box(0, int(y), sheet.width, int(high))
    colour = one_of(rng, ((250, 250, 250), (250, 206, 40), (222, 24, 34)))
    lower = (colour[0] * 3 // 5, colour[1] * 3 // 5, colour[2] * 3 // 5)
    look = Look(one_of(rng, (SANS, NARROW)), outline=(14, 12, 16), shadow=0.6, lower=lower)
    sheet.changed(sheet.line(text, sheet.width / 2, at.y, high, colour, look))
    return sheet.done(text)
