"""Benign: signs of players, apps and pens over a poster."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.tenth.draw import BLACK, LIGHT, WHITE, Sheet, fitted, letters
from benchmarks.attacks.tenth.faces import face_place
from benchmarks.attacks.tenth.find import calm_place
from benchmarks.attacks.tenth.masks import Rng, resized
from benchmarks.attacks.tenth.phones import disc
from benchmarks.attacks.values import Attacked, OtherPosters

PENS = ((240, 30, 30), (255, 225, 30), (40, 220, 90), (30, 120, 255))


def _triangle(size: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    mask = np.zeros((200, 180), np.float32)
    cv2.fillConvexPoly(mask, np.array([[4, 4], [176, 100], [4, 196]]), 1.0, cv2.LINE_AA)
    return resized(mask, size * 0.9, size)


def play_button(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A large round play button in the middle."""
    sheet = Sheet(picture)
    size = rng.uniform(0.16, 0.27) * min(sheet.width, sheet.height)
    x, y = sheet.width / 2, sheet.height * rng.uniform(0.42, 0.55)
    sheet.lay(
        disc(round(size)), x - size / 2, y - size / 2, one_of(rng, (BLACK, (225, 30, 40), WHITE)), 0.72, counts=False
    )
    light = sheet.patch(x - size / 3, y - size / 3, size * 0.6, size * 0.6).mean() < 130
    sheet.lay(_triangle(size * 0.46), x - size * 0.16, y - size * 0.23, WHITE if light else BLACK, counts=False)
    return sheet.kept()


def video_controls(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A player's bar at the foot: a darkened strip, how far it has run, the time, a pause sign."""
    sheet = Sheet(picture)
    unit = 0.035 * min(sheet.width, sheet.height)
    strip = round(unit * 5)
    fall = np.repeat(np.linspace(0, 0.8, strip, dtype=np.float32)[:, None], sheet.width, axis=1)
    sheet.lay(fall, 0, sheet.height - strip, BLACK, counts=False)
    row, length = sheet.height - unit * 2.6, sheet.width - 2 * unit
    done = rng.uniform(0.1, 0.8)
    for share, colour in ((1.0, (190, 190, 190)), (done, (235, 30, 40))):
        sheet.lay(
            np.ones((max(2, round(unit * 0.22)), round(length * share)), np.float32), unit, row, colour, counts=False
        )
    dot = disc(max(4, round(unit * 0.9)))
    sheet.lay(dot, unit + length * done - unit * 0.45, row - unit * 0.35, (235, 30, 40), counts=False)
    for shift in (0.0, 0.6):
        bar = np.ones((round(unit), max(2, round(unit * 0.3))), np.float32)
        sheet.lay(bar, unit * (1 + shift), row + unit * 0.9, WHITE, counts=False)
    total = int(rng.integers(90, 400))
    now = int(total * done)
    words = f"{now // 60}:{now % 60:02d} / {total // 60}:{total % 60:02d}"
    sheet.lay(letters(words, LIGHT[0], unit * 0.75), unit * 3, row + unit * 1.05, WHITE, counts=False)
    return sheet.kept()


def shop_badge(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A small tag of a shop or app in an upper corner: quality, saved, free."""
    sheet = Sheet(picture)
    unit = 0.026 * sheet.long
    ink = fitted(
        one_of(rng, ("HD", "4K", "PREMIUM", "Save", "FREE SHIPPING", "In stock", "+ List")),
        "DejaVuSans-Bold.ttf",
        unit,
        0.5 * sheet.width,
    )
    tag = np.ones((ink.shape[0] + round(1.2 * unit), ink.shape[1] + round(1.4 * unit)), np.float32)
    margin = one_of(rng, (0.0, 0.02 * sheet.long))
    x = one_of(rng, (margin, sheet.width - margin - tag.shape[1]))
    ground, writing = one_of(
        rng, (((245, 200, 40), BLACK), ((30, 150, 80), WHITE), ((25, 25, 28), WHITE), ((225, 0, 35), WHITE))
    )
    sheet.lay(tag, x, margin, ground, counts=False)
    sheet.lay(ink, x + 0.7 * unit, margin + 0.6 * unit, writing, counts=False)
    return sheet.kept()


def pen_circle(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Somebody ringed a face or a busy spot by hand."""
    sheet = Sheet(picture)
    spot = face_place(picture)
    if rng.random() < 0.5:
        side = 0.25 * min(sheet.width, sheet.height)
        spot = calm_place(picture, (side, side * 0.8), rng, calm=False)
    turn = np.linspace(-0.3, 2 * np.pi + rng.uniform(0.2, 0.7), 90)
    wobble = 1 + 0.05 * np.sin(2 * turn + rng.uniform(0, 6)) + 0.02 * turn
    x = spot.x + spot.width / 2 + 0.6 * spot.width * wobble * np.cos(turn)
    y = spot.y + spot.height / 2 + 0.6 * spot.height * wobble * np.sin(turn)
    line = np.zeros((sheet.height, sheet.width), np.float32)
    points = np.round(np.stack([x, y], axis=1) * 8).astype(np.int32)
    cv2.polylines(line, [points], False, 1.0, max(2, round(0.009 * sheet.long)), cv2.LINE_AA, shift=3)
    sheet.lay(line, 0, 0, one_of(rng, PENS), counts=False)
    return sheet.kept()


def pen_arrow(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A thick arrow, drawn by hand, that points at something."""
    sheet = Sheet(picture)
    reach = rng.uniform(0.22, 0.36) * min(sheet.width, sheet.height)
    tip = np.array([rng.uniform(0.3, 0.7) * sheet.width, rng.uniform(0.25, 0.75) * sheet.height])
    angle = rng.uniform(0, 2 * np.pi)
    steps = np.linspace(0, 1, 24)[:, None]
    along, across = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    shaft = tip + reach * (steps * along + 0.22 * np.sin(steps * np.pi) * across)
    barbs = [tip + reach * 0.32 * np.array([np.cos(angle + turn), np.sin(angle + turn)]) for turn in (1.15, 0.1)]
    line = np.zeros((sheet.height, sheet.width), np.float32)
    thick = max(3, round(0.013 * sheet.long))
    for points in (shaft, np.array([barbs[0], tip, barbs[1]])):
        cv2.polylines(line, [np.round(points * 8).astype(np.int32)], False, 1.0, thick, cv2.LINE_AA, shift=3)
    sheet.lay(line, 0, 0, one_of(rng, PENS), counts=False)
    return sheet.kept()
