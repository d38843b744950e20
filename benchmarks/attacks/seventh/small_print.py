"""Edits of the small print: taglines, credits, logos."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.seventh.canvas import cut_to, edited_file
from benchmarks.attacks.seventh.finding import calm_place, unrest
from benchmarks.attacks.seventh.lettering import (
    BOOK,
    CREDITS,
    GROTESK,
    centred,
    line_mask,
    stacked,
)
from benchmarks.attacks.seventh.mending import rub_out
from benchmarks.attacks.seventh.title_finding import title_of
from benchmarks.attacks.seventh.titling import readable
from benchmarks.attacks.seventh.wording import STARS
from benchmarks.attacks.values import Attacked, OtherPosters

TAGLINES = ("Some doors should stay closed.", "THIS TIME THERE IS NO WAY BACK", "Every legend has an end.",
            "THE WAR COMES HOME", "He is not alone anymore.", "EVIL NEVER SLEEPS")  # fmt: skip


CREW = ("directed by JON HALVERS", "produced by ERIN COLE p.g.a.", "written by M. R. DANE", "music by LUDO FERRANT",
        "edited by SAM ODELL", "costumes by INA WEISS", "casting by LEE BARTON", "based on the novel by P. GREY",
        "director of photography ROGER AMES")  # fmt: skip


def _small_print_rows(picture: Pixels) -> Box:
    """The band of the lowest quarter with the most small strokes: where a billing block is."""
    width, height = size_of(picture)
    tall = max(12, round(0.09 * width))
    start = round(0.82 * height)
    every = unrest(picture)
    title = title_of(picture)
    if title.found:
        every[title.box.y - 2 : title.box.y + title.box.height + 3] = 0
    strokes = every[start:, round(0.1 * width) : round(0.9 * width)].mean(axis=1)
    sums = np.convolve(strokes, np.ones(tall), "valid")
    y = start + int(np.argmax(sums)) if len(sums) else height - tall - 2
    return cut_to(picture, Box(round(0.12 * width), y, round(0.76 * width), tall))


def _plain_under(picture: Pixels, box: Box) -> Pixels:
    """The strip with its small print rubbed out."""
    mask = np.zeros(picture.shape[:2], np.float32)
    rows, columns = slice(box.y, box.y + box.height), slice(box.x, box.x + box.width)
    strokes = unrest(picture)[rows, columns]
    mask[rows, columns] = cv2.dilate((strokes > 14).astype(np.float32), np.ones((5, 5), np.uint8))
    return rub_out(picture, mask)


def tagline_exchanged(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The line above or below the title rubbed out and another one set there."""
    width, height = size_of(picture)
    title = title_of(picture)
    tall = max(10, round(0.05 * width))
    below = title.box.y + title.box.height + round(0.015 * width)
    y = below if below + tall < 0.95 * height else max(2, title.box.y - tall - round(0.015 * width))
    text = TAGLINES[int(rng.integers(0, len(TAGLINES)))]
    mask = line_mask(text, 0.026 * width, (BOOK, GROTESK)[int(rng.integers(0, 2))], 0.05, widest=0.8 * width)
    middle = min(max(title.box.x + title.box.width / 2, 0.45 * width), 0.55 * width)
    strip = cut_to(picture, Box(round(middle - mask.shape[1] / 2) - 2, y, mask.shape[1] + 4, tall))
    canvas = _plain_under(picture, strip)
    colour, shadow = readable(canvas, strip, title.colour if rng.random() < 0.5 else (238, 238, 238))
    box = centred(canvas, mask, middle, strip.y + (tall - mask.shape[0]) / 2, colour, shadow=shadow)
    return Attacked(canvas, (box.union(strip),), text, saved_as=edited_file(rng))


def billing_rewritten(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The small print at the foot rubbed out, other names set in the narrow face of credits."""
    strip = _small_print_rows(picture)
    canvas = _plain_under(picture, strip)
    order = [CREW[int(i)] for i in rng.permutation(len(CREW))]
    stars = [STARS[int(i)] for i in rng.permutation(len(STARS))]
    lines = ["  ".join(stars[:4]), "   ".join(order[:3]), "   ".join(order[3:6])]
    capital = max(5.0, strip.height / 5.2)
    masks = [line_mask(line.upper(), capital, CREDITS, 0.02, widest=strip.width - 2) for line in lines]
    block = stacked(masks, max(2, round(capital * 0.6)))
    colour, _ = readable(canvas, strip, (205, 205, 205))
    y = strip.y + (strip.height - block.shape[0]) / 2
    box = centred(canvas, np.clip(block * 1.25, 0, 1).astype(np.float32), strip.x + strip.width / 2, y, colour)
    return Attacked(canvas, (box.union(strip),), lines[0], saved_as=edited_file(rng))


def small_logo_gone(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A logo or mark at the foot (or in a corner) rubbed out."""
    width, height = size_of(picture)
    wide, tall = round(float(rng.uniform(0.14, 0.22)) * width), round(0.08 * width)
    spot = calm_place(picture, wide, tall, rng, (0.88, 0.995) if rng.random() < 0.7 else (0.005, 0.15), busiest=True)
    hole = np.zeros((height, width), np.float32)
    hole[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width] = 1
    return Attacked(rub_out(picture, hole), (spot,), "rubbed out", saved_as=edited_file(rng))
