"""Benign: watermarks, captions, badges, ratings and other signs of those who pass a poster on."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.chrome import USERS, page, place_on
from benchmarks.attacks.eighth.sheet import BLACK, NARROW, SANS, SERIF, WHITE, Look, Sheet, words
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.values import Attacked, OtherPosters

SITES = ("movieposterz.net", "filmwall.org", "www.cine-archiv.example", "IMP-gallery.com")
AGENCIES = ("photopress", "STOCKVIEW", "imagebank", "alamo images")


def handle_in_corner(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """@somebody, small and half clear."""
    sheet = Sheet(picture)
    look = Look(SANS, shadow=0.5, opacity=rng.uniform(0.6, 0.95), widest=0.4)
    x, y = one_of(rng, ((0.25, 0.95), (0.75, 0.95), (0.5, 0.5), (0.75, 0.03)))
    sheet.line(
        f"@{one_of(rng, USERS)}", x * sheet.width, y * sheet.height, sheet.width * rng.uniform(0.02, 0.035), WHITE, look
    )
    return sheet.done()


def short_video_watermark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A short-video app's note sign with the user's name."""
    sheet = Sheet(picture)
    x, y = one_of(rng, ((0.2, 0.1), (0.78, 0.84))), sheet.width / 40
    for colour, off in (((37, 244, 238), -1), ((254, 44, 85), 1), (WHITE, 0)):
        at = x[0] * sheet.width + off * y * 0.15
        sheet.line("♪ TikTok", at, x[1] * sheet.height, y * 2, colour, Look(SANS, opacity=0.9))
    sheet.line(
        f"@{one_of(rng, USERS)}",
        x[0] * sheet.width,
        x[1] * sheet.height + y * 3,
        y * 1.1,
        WHITE,
        Look(SANS, shadow=0.5),
    )
    return sheet.done()


def agency_band(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A picture agency's half-clear plate with credit."""
    sheet = Sheet(picture)
    unit, y = sheet.width / 40, sheet.height * rng.uniform(0.45, 0.75)
    sheet.block(sheet.width * 0.5, y, sheet.width * 0.5, unit * 6, (110, 110, 114), opacity=0.6)
    sheet.line(
        one_of(rng, AGENCIES),
        sheet.width * 0.75,
        y + unit * 1,
        unit * 2.2,
        WHITE,
        Look(SERIF, opacity=0.9, widest=0.44),
    )
    sheet.line(
        f"Credit: {one_of(rng, USERS)}  {rng.integers(10**7, 10**8)}",
        sheet.width * 0.75,
        y + unit * 4.3,
        unit * 0.8,
        WHITE,
        Look(widest=0.44),
    )
    return sheet.done()


def stock_marks_all_over(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A stock site's slanted mark repeated over all of it."""
    sheet = Sheet(picture)
    mask = words(one_of(rng, AGENCIES), sheet.width * rng.uniform(0.03, 0.05), Look(SANS))
    room = np.zeros((sheet.height * 2, sheet.width * 2), np.float32)
    high, wide = mask.shape
    for row, y in enumerate(range(0, room.shape[0] - high, round(high * 4.5))):
        for x in range((row % 2) * wide // 2, room.shape[1] - wide, round(wide * 1.5)):
            room[y : y + high, x : x + wide] = mask
    matrix = cv2.getRotationMatrix2D((sheet.width, sheet.height), rng.uniform(20, 40), 1)
    matrix[0, 2] -= sheet.width / 2
    matrix[1, 2] -= sheet.height / 2
    turned = np.asarray(cv2.warpAffine(room, matrix, (sheet.width, sheet.height)), np.float32)
    sheet.ink(turned, 0, 0, WHITE, rng.uniform(0.22, 0.42))
    return sheet.done()


def site_address_below(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A poster site's address on a thin dark strip."""
    sheet = Sheet(picture)
    high = sheet.width * 0.05
    sheet.block(0, sheet.height - high, sheet.width, high, BLACK, opacity=rng.uniform(0.6, 1.0))
    sheet.line(
        one_of(rng, SITES), sheet.width / 2, sheet.height - high * 0.72, high * 0.42, WHITE, Look(SANS, tracking=0.1)
    )
    return sheet.done()


def meme_caption_above(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white bar over the poster with a fan's joke."""
    width, height = size_of(picture)
    bar = round(width * 0.2)
    sheet = page(width, height + bar, WHITE)
    place = place_on(sheet, picture, 0, bar, width)
    first, second = one_of(
        rng,
        (
            ("me at 3 am", "for no reason at all:"),
            ("nobody:", "absolutely nobody:"),
            ("POV: your dad picks", "what to watch tonight"),
            ("therapist: it can't hurt you", "it:"),
        ),
    )
    for row, text in enumerate((first, second)):
        sheet.line(text, bar * 0.2, bar * (0.16 + 0.42 * row), bar * 0.22, BLACK, Look("DejaVuSans"), left=True)
    return sheet.done(place=place)


def meme_words_on_it(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """White capitals with a black edge at the head and foot."""
    sheet = Sheet(picture)
    high, look = sheet.width * 0.075, Look(NARROW, outline=BLACK)
    above, below = one_of(
        rng,
        (
            ("WHEN IT IS FRIDAY", "AND YOU HAVE SNACKS"),
            ("NOT GONNA LIE", "I CRIED"),
            ("MONDAY BE LIKE", "NOPE"),
            ("ONE DOES NOT SIMPLY", "STOP WATCHING"),
        ),
    )
    sheet.line(above, sheet.width / 2, sheet.height * 0.025, high, WHITE, look)
    sheet.line(below, sheet.width / 2, sheet.height * 0.97 - high, high, WHITE, look)
    return sheet.done()


def subtitles_of_player(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two lines of subtitles low on the picture."""
    sheet = Sheet(picture)
    high, y = sheet.width * rng.uniform(0.03, 0.042), sheet.height * rng.uniform(0.82, 0.88)
    lines = one_of(
        rng,
        (
            ("- Where are you going?", "- Home."),
            ("[dramatic music playing]",),
            ("I told you already.", "It was nothing."),
            ("♪ ♪ ♪",),
        ),
    )
    for row, text in enumerate(lines):
        look = Look(SANS, outline=BLACK, widest=0.9)
        sheet.line(
            text, sheet.width / 2, y + row * high * 1.7, high, (255, 240, 90) if rng.random() < 0.4 else WHITE, look
        )
    return sheet.done()
