"""Benign: the poster in an app's page, a feed, a frame with a remark."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.tenth.draw import BLACK, LIGHT, WHITE, fitted
from benchmarks.attacks.tenth.masks import Rng, resized
from benchmarks.attacks.tenth.phones import NAMES, disc, fitted_box, on_ground, plain
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

CAPTIONS = (
    "can't wait for movie night",
    "one of my favourites",
    "who's seen this one?",
    "poster of the day",
    "watched this last night, wow",
    "throwback thursday",
)


def app_screenshot(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A phone's page about the film, the poster a third to a half as wide, plain grey lines for its text."""
    dark = rng.random() < 0.6
    wide = int(np.clip(picture.shape[1] * 2, 640, 1080))
    high = round(wide * rng.uniform(1.9, 2.15))
    share = rng.uniform(0.34, 0.52)
    box = fitted_box(picture, (wide * share, high * 0.6), (wide * (0.05 + share / 2), 0))
    box = Box(round(wide * 0.05), round(high * 0.13), box.width, box.height)
    sheet, place = on_ground(picture, plain((wide, high), (20, 22, 28) if dark else (247, 247, 249)), box)
    ink: Colour = (225, 225, 230) if dark else (30, 30, 36)
    soft: Colour = (70, 74, 84) if dark else (208, 210, 216)
    sheet.lay(fitted("9:41", LIGHT[0], wide * 0.024, wide), wide * 0.06, high * 0.016, ink)
    sheet.lay(fitted("< Back", LIGHT[0], wide * 0.026, wide), wide * 0.05, high * 0.062, (70, 140, 250))
    right = box.x + box.width + wide * 0.04
    for row, length in enumerate(rng.uniform(0.4, 0.95, 5)):
        line = np.ones((round(wide * 0.022), max(4, round(length * (wide * 0.95 - right)))), np.float32)
        sheet.lay(line, right, box.y + row * wide * 0.055, soft)
    button = np.ones((round(wide * 0.075), round(wide * 0.3)), np.float32)
    sheet.lay(button, right, box.y + wide * 0.3, (230, 60, 60))
    sheet.lay(fitted("Watchlist", LIGHT[0], wide * 0.024, wide), right + wide * 0.06, box.y + wide * 0.325, WHITE)
    below = box.y + box.height + wide * 0.08
    while below < high * 0.88:
        sheet.lay(
            np.ones((round(wide * 0.02), round(wide * rng.uniform(0.6, 0.9))), np.float32), wide * 0.05, below, soft
        )
        below += wide * 0.055
    sheet.lay(np.ones((2, wide), np.float32), 0, high * 0.92, soft)
    for column in range(4):
        sheet.lay(disc(round(wide * 0.05)), wide * (0.1 + 0.25 * column), high * 0.94, soft)
    return Attacked(
        sheet.picture(), place=place, shown=box, saved_as=SavedAs("PNG" if rng.random() < 0.5 else "JPEG", 85)
    )


def feed_post(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A post of a feed: the writer above, the poster as wide as the page, hearts and a remark below."""
    wide = int(np.clip(picture.shape[1], 320, 1080))
    tall = round(picture.shape[0] * wide / picture.shape[1])
    unit = wide * 0.03
    top, bottom = round(unit * 5), round(unit * 8)
    box = Box(0, top, wide, tall)
    sheet, place = on_ground(picture, plain((wide, top + tall + bottom), (254, 254, 254)), box)
    name = one_of(rng, NAMES)
    sheet.lay(disc(round(unit * 3)), unit, unit, rng.integers(60, 220, 3))
    sheet.lay(fitted(name, "DejaVuSans-Bold.ttf", unit * 0.85, wide * 0.6), unit * 5, unit * 2.1, BLACK)
    heart = resized(disc(40), unit * 1.1, unit * 1.1)
    for shift in (0.0, 0.8):
        sheet.lay(heart, unit * (1 + shift), top + tall + unit, (226, 46, 70))
    tip = np.zeros((40, 64), np.float32)
    cv2.fillConvexPoly(tip, np.array([[0, 0], [63, 0], [32, 39]]), 1.0, cv2.LINE_AA)
    sheet.lay(resized(tip, unit * 1.8, unit * 1.1), unit * 1.05, top + tall + unit * 1.72, (226, 46, 70))
    sheet.lay(
        fitted(f"{int(rng.integers(40, 9000))} likes", LIGHT[0], unit * 0.8, wide),
        unit * 4,
        top + tall + unit * 1.5,
        BLACK,
    )
    words = f"{name}  {one_of(rng, CAPTIONS)}"
    sheet.lay(fitted(words, LIGHT[0], unit * 0.8, wide * 0.94), unit, top + tall + unit * 5, (40, 40, 40))
    return Attacked(sheet.picture(), place=place, shown=box, saved_as=SavedAs("JPEG", 82))


def captioned_frame(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A white border with a person's remark under the poster."""
    wide, high = size_of(picture)
    rim = max(6, round(0.05 * wide))
    below = round(rng.uniform(0.14, 0.2) * wide)
    box = Box(rim, rim, wide, high)
    sheet, place = on_ground(picture, plain((wide + 2 * rim, high + rim + below), WHITE), box)
    ink = fitted(one_of(rng, CAPTIONS), one_of(rng, LIGHT), 0.042 * wide, 0.9 * wide)
    sheet.lay(ink, rim + (wide - ink.shape[1]) / 2, rim + high + (below - ink.shape[0]) / 2, (40, 38, 36))
    return Attacked(sheet.picture(), place=place, shown=box)
