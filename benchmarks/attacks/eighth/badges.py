"""Benign: players, badges, ratings, prices, stamps over a poster."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.chrome import PLAIN, REMARKS
from benchmarks.attacks.eighth.sheet import BLACK, MONO, NARROW, SANS, WHITE, Look, Sheet, words
from benchmarks.attacks.values import Attacked, OtherPosters


def player_chrome(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A video player's button, bar and time."""
    sheet = Sheet(picture)
    unit = sheet.width / 40
    sheet.block(0, sheet.height - unit * 5, sheet.width, unit * 5, BLACK, opacity=0.55)
    done = rng.uniform(0.05, 0.8)
    sheet.block(unit, sheet.height - unit * 4.2, unit * 38, unit * 0.4, (170, 170, 170), opacity=0.7)
    sheet.block(unit, sheet.height - unit * 4.2, unit * 38 * done, unit * 0.4, (255, 0, 0))
    clock = f"▶   {int(done * 9)}:{rng.integers(10, 59)} / 9:{rng.integers(10, 59)}"
    sheet.line(clock, unit * 1.5, sheet.height - unit * 2.6, unit * 1.1, WHITE, PLAIN, left=True)
    middle = (sheet.width / 2, sheet.height / 2)
    sheet.block(
        middle[0] - unit * 4,
        middle[1] - unit * 2.8,
        unit * 8,
        unit * 5.6,
        one_of(rng, ((255, 0, 0), (30, 30, 30))),
        round_by=unit * 1.4,
        opacity=0.85,
    )
    sheet.line("▶", middle[0], middle[1] - unit * 1.5, unit * 3, WHITE)
    return sheet.done()


def app_badges(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An app's age, language and quality badges."""
    sheet = Sheet(picture)
    unit = sheet.width / 40
    x, y = unit * 1.2, unit * one_of(rng, (1.2, 52.0))
    for text in rng.permutation(["16+", "HD", "OmU", "4K", "DUB", "EN", "5.1", "CC"])[
        : int(rng.integers(2, 5))
    ].tolist():
        wide = unit * (1.5 + 1.2 * len(text))
        sheet.block(
            x,
            y,
            wide,
            unit * 2.8,
            one_of(rng, ((20, 20, 24), (235, 196, 20), (220, 30, 40))),
            round_by=unit * 0.5,
            opacity=0.92,
        )
        sheet.line(text, x + wide / 2, y + unit * 0.8, unit * 1.2, WHITE)
        x += wide + unit * 0.6
    return sheet.done()


def age_sign_of_shop(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A shop's coloured age diamond or disc in a corner."""
    sheet = Sheet(picture)
    size = sheet.width * rng.uniform(0.11, 0.16)
    x, y = one_of(rng, ((0.02, 0.98), (0.98, 0.98)))
    left, top = x * (sheet.width - size), y * (sheet.height - size)
    colour = one_of(rng, ((60, 160, 70), (20, 110, 190), (220, 40, 40), (240, 200, 30)))
    sheet.block(left, top, size, size, colour, round_by=one_of(rng, (size / 2 - 1, size / 10)))
    sheet.line(one_of(rng, ("6", "12", "16", "18")), left + size / 2, top + size * 0.3, size * 0.4, WHITE)
    return sheet.done()


def user_stars(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A users' rating: a star and a number, or five stars."""
    sheet = Sheet(picture)
    unit = sheet.width / 40
    y = sheet.height * one_of(rng, (0.02, 0.9))
    if rng.random() < 0.5:
        sheet.block(unit * 27, y, unit * 12, unit * 4, (18, 18, 18), round_by=unit, opacity=0.85)
        sheet.line(f"★ {rng.uniform(4, 9.4):.1f}", unit * 33, y + unit * 1.1, unit * 1.8, (245, 197, 24))
    else:
        full = int(rng.integers(2, 6))
        sheet.line("★" * full + "☆" * (5 - full), unit * 20, y + unit, unit * 3, (0, 214, 100), Look(SANS, shadow=0.7))
    return sheet.done()


def price_tag(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A seller's price or discount."""
    sheet = Sheet(picture)
    size = sheet.width * rng.uniform(0.2, 0.28)
    x, y = rng.uniform(0.05, 0.7) * sheet.width, rng.uniform(0.05, 0.8) * sheet.height
    sheet.block(x, y, size, size * 0.5, one_of(rng, ((226, 30, 40), (255, 214, 0), (20, 20, 20))), round_by=size * 0.08)
    text = one_of(rng, (f"€{rng.integers(4, 30)},99", f"-{rng.integers(2, 8)}0%", f"${rng.integers(5, 40)}"))
    sheet.line(
        text,
        x + size / 2,
        y + size * 0.16,
        size * 0.19,
        WHITE,
        Look(SANS, outline=BLACK, widest=0.9 * size / sheet.width),
    )
    return sheet.done()


def sold_out_stamp(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """SOLD OUT or SOLD, stamped aslant by a cinema or shop."""
    sheet = Sheet(picture)
    mask = np.pad(
        words(
            one_of(rng, ("SOLD OUT", "SOLD", "RESERVED")),
            sheet.width * 0.1,
            Look(NARROW, tracking=0.08),
            sheet.width * 0.8,
        ),
        14,
    )
    cv2.rectangle(mask, (3, 3), (mask.shape[1] - 4, mask.shape[0] - 4), 1.0, max(2, sheet.width // 110))
    room = np.pad(mask, ((mask.shape[1] // 3,) * 2, (4, 4)))
    matrix = cv2.getRotationMatrix2D((room.shape[1] / 2, room.shape[0] / 2), rng.uniform(8, 22), 0.95)
    turned = np.asarray(cv2.warpAffine(room, matrix, (room.shape[1], room.shape[0])), np.float32)
    turned *= (rng.random(turned.shape) > 0.08).astype(np.float32)
    sheet.ink(turned, (sheet.width - room.shape[1]) / 2, sheet.height * rng.uniform(0.2, 0.5), (206, 24, 30), 0.88)
    return sheet.done()


def camera_date(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A compact camera's orange date."""
    sheet = Sheet(picture)
    text = f"{rng.integers(1, 29):02d} {rng.integers(1, 13):02d} '{rng.integers(3, 25):02d}"
    look = Look(MONO, glow=(200, 60, 0), widest=0.4)
    sheet.line(text, sheet.width * 0.76, sheet.height * 0.93, sheet.width * 0.034, (255, 150, 40), look)
    return sheet.done()


def channel_bug(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A clip channel's subscribe pill and remark."""
    sheet = Sheet(picture)
    unit = sheet.width / 40
    y = sheet.height * rng.uniform(0.78, 0.9)
    sheet.block(unit * 2, y, unit * 14, unit * 3.6, (204, 0, 0), round_by=unit * 0.6)
    sheet.line("SUBSCRIBE", unit * 9, y + unit * 1.2, unit * 1.2, WHITE, Look(SANS, widest=0.3))
    sheet.line(
        one_of(rng, REMARKS),
        unit * 17,
        y + unit * 1.2,
        unit * 1.1,
        WHITE,
        Look(SANS, outline=BLACK, widest=0.55),
        left=True,
    )
    return sheet.done()
