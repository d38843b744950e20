"""Benign: notes, tape, thumbs, glare and the like that lie over a poster."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.cameras import streak, tape
from benchmarks.attacks.eighth.chrome import REMARKS, USERS
from benchmarks.attacks.eighth.finding import face_box
from benchmarks.attacks.eighth.sheet import BLACK, SANS, WHITE, Look, Sheet, blurred
from benchmarks.attacks.eighth.sprites import Pen, stick
from benchmarks.attacks.values import Attacked, OtherPosters


def note_stuck_on(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A yellow sticky note with a reminder."""
    sheet = Sheet(picture)
    side, (x, y) = sheet.width * rng.uniform(0.24, 0.34), rng.uniform(0.05, 0.6, 2) * (sheet.width, sheet.height)
    mask = np.ones((round(side), round(side)), np.float32)
    sheet.ink(blurred(np.pad(mask, 8), side / 30), x - 8 + side / 40, y - 8 + side / 25, BLACK, 0.45)
    sheet.block(x, y, side, side, one_of(rng, ((255, 240, 120), (255, 190, 210), (190, 240, 170))))
    for row, text in enumerate(
        one_of(rng, (("Friday", "8 pm!!", "Lisa + me"), ("buy", "snacks", ":)"), ("watch", "with", "Dad")))
    ):
        sheet.line(
            text,
            x + side / 2,
            y + side * (0.16 + 0.27 * row),
            side * 0.11,
            (40, 50, 110),
            Look("DejaVuSans-Oblique", slant=0.1, widest=0.28),
        )
    return sheet.done()


def tape_over_corners(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Strips of tape, as scrapbooks have them."""
    sheet = Sheet(picture)
    for x, y, angle in ((0.03, 0.02, 45), (0.97, 0.02, -45), (0.03, 0.98, -45), (0.97, 0.98, 45)):
        tape(sheet, x * sheet.width, y * sheet.height, sheet.width * rng.uniform(0.13, 0.19), angle, rng)
    return sheet.done()


def thumb_over_lens(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A blurred fingertip in a corner."""
    sheet = Sheet(picture)
    mask = np.zeros((sheet.height, sheet.width), np.float32)
    at = (round(sheet.width * one_of(rng, (-0.02, 1.02))), round(sheet.height * rng.uniform(0.75, 1.0)))
    reach = (round(sheet.width * rng.uniform(0.2, 0.3)), round(sheet.width * rng.uniform(0.14, 0.22)))
    cv2.ellipse(mask, at, reach, rng.uniform(-40, 40), 0, 360, 1.0, -1)
    skin = np.asarray(one_of(rng, ((214, 150, 124), (136, 88, 66), (236, 184, 160))), np.float32)
    inner = blurred(mask, sheet.width / 16)[..., None]
    paint = np.clip(skin * (0.72 + 0.34 * inner), 0, 255).astype(np.uint8)
    sheet.ink(blurred(mask, sheet.width / 45), 0, 0, paint)
    return sheet.done()


def glare_of_lamp(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A flash or window shining back."""
    sheet = Sheet(picture)
    y, x = np.mgrid[0 : sheet.height, 0 : sheet.width]
    at = rng.uniform(0.15, 0.85, 2)
    away = np.hypot(x / sheet.width - at[0], (y / sheet.height - at[1]) * 1.45)
    sheet.ink(
        np.exp(-((away / rng.uniform(0.08, 0.18)) ** 1.3)).astype(np.float32), 0, 0, (255, 252, 240), 0.92, "screen"
    )
    streak(sheet, rng, 0.3, 0.07)
    return sheet.done()


def mouse_pointer_left_on(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A cursor, sometimes with the browser's hover button."""
    sheet = Sheet(picture)
    pen = Pen()
    shape = [(0.2, 0.05), (0.2, 0.8), (0.38, 0.64), (0.5, 0.92), (0.62, 0.87), (0.5, 0.6), (0.75, 0.6)]
    pen.shape(shape, WHITE)
    pen.stroke([*shape, shape[0]], BLACK, 0.05)
    at = rng.uniform(0.2, 0.8, 2) * (sheet.width, sheet.height)
    if rng.random() < 0.5:
        unit = sheet.width / 40
        sheet.block(sheet.width - unit * 11, unit, unit * 10, unit * 3, (40, 40, 44), round_by=unit * 0.6, opacity=0.8)
        sheet.line("Visual search", sheet.width - unit * 6, unit * 2.1, unit * 0.8, WHITE, Look(SANS, widest=0.22))
    stick(sheet, pen.sprite(), at[0], at[1], sheet.width * rng.uniform(0.05, 0.08))
    return sheet.done()


def story_poll(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A story's poll with two answers."""
    sheet = Sheet(picture)
    unit, y = sheet.width / 40, sheet.height * rng.uniform(0.15, 0.75)
    sheet.block(unit * 7, y, unit * 26, unit * 9, WHITE, round_by=unit * 1.5)
    sheet.line(
        one_of(rng, ("Seen it?", "Love or hate?", "Watch tonight?")),
        unit * 20,
        y + unit * 1.4,
        unit * 1.5,
        (30, 30, 34),
    )
    sheet.line(
        one_of(rng, ("YES      |      NO", "❤      |      ✗")), unit * 20, y + unit * 5.2, unit * 1.5, (110, 80, 230)
    )
    sheet.line(f"@{one_of(rng, USERS)}", unit * 20, y + unit * 10, unit, WHITE, Look(SANS, shadow=0.6))
    return sheet.done()


def boxed_remark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A fan's words in a story's text boxes."""
    sheet = Sheet(picture)
    unit, y = sheet.width / 40, sheet.height * rng.uniform(0.08, 0.85)
    ground, colour = one_of(rng, ((WHITE, BLACK), (BLACK, WHITE), ((250, 220, 60), BLACK), ((230, 40, 80), WHITE)))
    for text in (one_of(rng, REMARKS), one_of(rng, ("no spoilers pls", "haha", "so good", "sooo excited")))[
        : int(rng.integers(1, 3))
    ]:
        wide = unit * (3 + 0.95 * len(text))
        sheet.block(sheet.width / 2 - wide / 2, y, wide, unit * 3.2, ground, round_by=unit * 0.7)
        sheet.line(
            text, sheet.width / 2, y + unit * 0.9, unit * 1.35, colour, Look(SANS, widest=(wide - unit) / sheet.width)
        )
        y += unit * 3.2
    return sheet.done()


def spotted_by_face_tag(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The square and name box of a photo site's people tag, with a user's handle."""
    sheet = Sheet(picture)
    box, unit = face_box(picture), sheet.width / 40
    ring = np.zeros((box.height, box.width), np.float32)
    cv2.rectangle(ring, (0, 0), (box.width - 1, box.height - 1), 1.0, max(2, round(unit / 2)))
    sheet.ink(ring, box.x, box.y, WHITE, 0.9)
    x, y = box.x + box.width / 2, box.y + box.height + unit * 0.8
    sheet.block(x - unit * 6, y, unit * 12, unit * 2.4, BLACK, round_by=unit * 0.5, opacity=0.75)
    sheet.line(f"@{one_of(rng, USERS)}", x, y + unit * 0.8, unit * 0.95, WHITE, Look(SANS, widest=0.28))
    return sheet.done()
