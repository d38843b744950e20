"""Edits: sequels, parts and seasons that do not exist. All set words or numbers."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import box_of, calm_row, contrast, figure, letter_colour
from benchmarks.attacks.eighth.lines import title_box
from benchmarks.attacks.eighth.setting import dark, metal, readable, styled
from benchmarks.attacks.eighth.sheet import (
    ITALIC,
    NARROW,
    SANS,
    SANS_LIGHT,
    SERIF,
    Look,
    Sheet,
    as_mask,
    blurred,
    padded,
    words,
)
from benchmarks.attacks.values import Attacked, OtherPosters

FACES = (SANS, NARROW, SERIF)


def number_beside_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An Arabic number at the title's end, in its colour and size."""
    sheet, box = Sheet(picture), title_box(picture)
    high = max(sheet.width * 0.055, min(box.height * rng.uniform(0.75, 1.05), sheet.width * 0.16))
    colour = letter_colour(picture, box)
    number = str(one_of(rng, (2, 2, 3, 4, 5, 7)))
    x = min(sheet.width - high * 0.85, box.x + box.width + high * 0.12)
    at = Box(int(x), box.y, max(1, int(min(high, sheet.width - x))), box.height)
    look = styled(readable(sheet, at, colour), one_of(rng, FACES))
    sheet.changed(sheet.line(number, x, box.y + (box.height - high) / 2, high, colour, look, left=True))
    return sheet.done(number)


def small_number_above_title_end(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A small raised number like an exponent."""
    sheet, box = Sheet(picture), title_box(picture)
    high = max(8.0, sheet.width * rng.uniform(0.04, 0.065))
    colour = letter_colour(picture, box)
    x = min(sheet.width - high * 1.1, box.x + box.width * 0.98)
    top = max(2.0, box.y - high * 0.6)
    look = styled(readable(sheet, Box(int(x), int(top), int(high), int(high)), colour), one_of(rng, FACES))
    sheet.changed(sheet.line(one_of(rng, ("2", "3", "²", "4")), x, top, high, colour, look, left=True))
    return sheet.done()


def roman_number_at_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """II to IX centred beneath the title or over it, where there is room, with hairlines sometimes."""
    sheet, box = Sheet(picture), title_box(picture)
    high = sheet.width * rng.uniform(0.045, 0.1)
    low, up = box.y + box.height + high * 0.3, max(2.0, box.y - high * 1.3)
    top = calm_row(picture, (low / sheet.height, up / sheet.height), high, rng)
    top = min(top, sheet.height - high * 1.3)
    colour, number = letter_colour(picture, box), one_of(rng, ("II", "III", "IV", "V", "VI", "IX"))
    x = box.x + box.width / 2
    at = Box(max(0, int(x - high)), int(top), max(1, int(high * 2)), int(high))
    made = sheet.line(number, x, top, high, colour, styled(readable(sheet, at, colour), SERIF, 0.08))
    for side in (-1, 1):
        if high > 12 and box.width > made.width * 1.8:
            middle = x + side * (made.width / 2 + sheet.width * 0.08)
            made = made.union(
                sheet.block(middle - sheet.width * 0.06, top + high / 2, sheet.width * 0.12, max(2, high / 14), colour)
            )
    sheet.changed(made)
    return sheet.done(number)


def giant_number_behind_figure(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number half the poster high, between ground and figure."""
    sheet = Sheet(picture)
    high = sheet.height * rng.uniform(0.3, 0.46)
    mask = words(one_of(rng, ("2", "3", "4", "II", "III")), high, Look(one_of(rng, FACES)), sheet.width * 0.85)
    x, y = (sheet.width - mask.shape[1]) / 2, sheet.height * rng.uniform(0.1, 0.25)
    hidden = figure(picture)[round(y) : round(y) + mask.shape[0], round(x) : round(x) + mask.shape[1]]
    cut = mask[: hidden.shape[0], : hidden.shape[1]] * (1 - 0.92 * hidden)
    shown = as_mask(cut if cut.sum() > 0.45 * mask.sum() else mask * 0.85)
    colour = one_of(rng, ((190, 20, 26), (235, 190, 70), (240, 240, 240), (20, 20, 24)))
    around = contrast(picture, Box(round(x), round(y), mask.shape[1], mask.shape[0]))
    sheet.ink(shown, x, y, colour if dark(colour) == dark(around) else around, rng.uniform(0.8, 0.95))
    sheet.changed(box_of(shown, at=(round(x), round(y))))
    return sheet.done()


def number_painted_over(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number sprayed or slashed over the poster, dripping."""
    sheet = Sheet(picture)
    high = sheet.height * rng.uniform(0.16, 0.3)
    mask = padded(words(one_of(rng, ("2", "3", "II", "5")), high, Look(ITALIC, slant=0.15)), 8)
    for x in rng.integers(8, mask.shape[1] - 8, 7).tolist():
        rows = np.flatnonzero(mask[:, x] > 0.5)
        if len(rows):
            mask[rows[-1] : rows[-1] + int(high * rng.uniform(0.05, 0.2)), x : x + max(1, sheet.width // 120)] = 1
    rough = cv2.resize(rng.random((12, 8)).astype(np.float32), mask.shape[::-1], interpolation=cv2.INTER_CUBIC)
    sprayed = (blurred(mask, sheet.width / 300) * np.clip(0.72 + 0.4 * rough, 0, 1)).astype(np.float32)
    x, y = rng.uniform(0.1, 0.85) * (sheet.width - mask.shape[1]), rng.uniform(0.2, 0.6) * sheet.height
    colour = one_of(rng, ((196, 12, 20), (250, 250, 250), (20, 230, 90)))
    made = sheet.ink(sprayed, x, y, colour, 0.94)
    sheet.changed(Box(made.x + 4, made.y + 4, max(1, made.width - 8), max(1, made.height - 8)))
    return sheet.done()


def gold_number_with_bevel(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A metal number as Photoshop's layer styles make it."""
    sheet, box = Sheet(picture), title_box(picture)
    high = sheet.width * rng.uniform(0.12, 0.22)
    mask = words(one_of(rng, ("2", "3", "II", "III", "IV")), high, Look(SERIF))
    x = box.x + box.width / 2 - mask.shape[1] / 2
    y = (
        max(2.0, box.y - mask.shape[0] * 1.05)
        if rng.random() < 0.5
        else min(box.y + box.height + 2, sheet.height - mask.shape[0] - 3)
    )
    sheet.changed(metal(sheet, mask, x, y, one_of(rng, ((232, 190, 90), (190, 198, 210), (190, 60, 40)))))
    return sheet.done()


def _line_at_title(
    sheet: Sheet, rng: np.random.Generator, text: str, face: str, size: tuple[float, float], tracking: float
) -> None:
    box = title_box(sheet.pixels)
    high = max(6.0, sheet.width * rng.uniform(*size))
    low, up = box.y + box.height + high * 0.45, max(2.0, box.y - high * 1.5)
    top = calm_row(sheet.pixels, (low / sheet.height, up / sheet.height), high, rng) if rng.random() < 0.7 else low
    top = min(max(2.0, top), sheet.height - high * 1.4)
    at = Box(box.x, int(top), box.width, int(high))
    colour = letter_colour(sheet.pixels, box)
    look = styled(readable(sheet, at, colour), face, tracking, 0.9)
    x = min(max(box.x + box.width / 2, sheet.width * 0.4), sheet.width * 0.6)
    sheet.changed(sheet.line(text, x, top, high, colour, look))


def part_or_chapter_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """PART TWO, CHAPTER 3, VOL. 2, SEASON 4 at the title."""
    sheet = Sheet(picture)
    texts = (
        "PART TWO",
        "CHAPTER 3",
        "VOL. 2",
        "SEASON 4",
        "PART III",
        "EPISODE V",
        "VOLUME II",
        "THE FINAL CHAPTER",
        "BOOK TWO",
    )
    text = one_of(rng, texts)
    _line_at_title(sheet, rng, text, one_of(rng, (*FACES, SANS_LIGHT)), (0.032, 0.06), rng.uniform(0.02, 0.4))
    return sheet.done(text)


def subtitle_of_sequel(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """THE RETURN, RESURRECTION, REBORN as a second line of title."""
    sheet = Sheet(picture)
    texts = (
        "THE RETURN",
        "RESURRECTION",
        "REBORN",
        "LAST STAND",
        "THE NEXT GENERATION",
        "ENDGAME",
        "LEGACY",
        "FOREVER",
        "ORIGINS",
        "DARK RISING",
        "20 YEARS LATER",
    )
    text = one_of(rng, texts)
    _line_at_title(sheet, rng, text, one_of(rng, FACES), (0.04, 0.08), rng.uniform(0.0, 0.25))
    return sheet.done(text)


def season_pill_of_streamer(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """NEW SEASON, S3 COMING, on a coloured pill as streaming apps set it."""
    sheet = Sheet(picture)
    text = one_of(rng, ("NEW SEASON", "SEASON 3 COMING", "FINAL SEASON", "THE SEQUEL", "REBOOT"))
    high, y = sheet.width * rng.uniform(0.06, 0.09), sheet.height * rng.uniform(0.86, 0.92)
    wide = min(sheet.width * 0.8, high * (0.8 + 0.48 * len(text)))
    sheet.changed(sheet.block((sheet.width - wide) / 2, y, wide, high, (226, 10, 22), round_by=high * 0.18))
    sheet.line(
        text, sheet.width / 2, y + high * 0.3, high * 0.42, (255, 255, 255), Look(SANS, widest=0.9 * wide / sheet.width)
    )
    return sheet.done(text)
