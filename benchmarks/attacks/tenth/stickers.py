"""Benign: stickers, drawn faces and labels on a poster."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.tenth.draw import BLACK, HEAVY, LIGHT, WHITE, Sheet, fitted, letters, stacked
from benchmarks.attacks.tenth.find import calm_place
from benchmarks.attacks.tenth.masks import Rng, resized, turned
from benchmarks.attacks.tenth.overlays import middle, rounded
from benchmarks.attacks.tenth.phones import disc
from benchmarks.attacks.values import Attacked, OtherPosters

STICKERS = ("SALE", "NEW IN!", "HOT", "-30%", "WOW", "LOL")


def sticker(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A round or star-shaped shop sticker with a white rim, stuck on askew."""
    sheet = Sheet(picture)
    size = rng.uniform(0.2, 0.34) * min(sheet.width, sheet.height)
    place = calm_place(picture, (size, size), rng)
    x, y = place.x + place.width / 2, place.y + place.height / 2
    teeth = int(rng.integers(12, 20))
    angles = np.linspace(0, 2 * np.pi, 2 * teeth, endpoint=False)
    reach = np.where(np.arange(2 * teeth) % 2, 1.0, rng.choice([0.86, 1.0]))
    points = 200 + 190 * reach[:, None] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    shape = np.zeros((400, 400), np.float32)
    cv2.fillPoly(shape, [points.astype(np.int32)], 1.0, cv2.LINE_AA)
    outer = resized(shape, size, size)
    sheet.halo(outer, x - size / 2 + 1, y - size / 2 + 2, BLACK, 0.008 * sheet.long, 0.5)
    middle(sheet, outer, x, y, WHITE)
    middle(
        sheet,
        resized(shape, size * 0.9, size * 0.9),
        x,
        y,
        one_of(rng, ((230, 40, 50), (250, 205, 30), (40, 120, 220))),
    )
    ink = turned(fitted(one_of(rng, STICKERS), HEAVY[1], size * 0.2, size * 0.72), rng.uniform(-18, 18))
    middle(sheet, ink, x, y, one_of(rng, (WHITE, BLACK)))
    return sheet.kept()


def emoji(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """One to three yellow faces, laughing, loving or crying."""
    sheet = Sheet(picture)
    for _ in range(int(rng.integers(1, 4))):
        size = rng.uniform(0.14, 0.26) * min(sheet.width, sheet.height)
        face = np.zeros((256, 256, 3), np.uint8)
        cv2.circle(face, (128, 128), 122, (255, 205, 50), -1, cv2.LINE_AA)
        cv2.circle(face, (128, 128), 120, (232, 160, 30), 5, cv2.LINE_AA)
        kind = int(rng.integers(3))
        for eye in (82, 174):
            if kind == 1:
                cv2.circle(face, (eye - 13, 92), 17, (228, 36, 60), -1, cv2.LINE_AA)
                cv2.circle(face, (eye + 13, 92), 17, (228, 36, 60), -1, cv2.LINE_AA)
                cv2.fillConvexPoly(
                    face, np.array([[eye - 29, 99], [eye + 29, 99], [eye, 135]]), (228, 36, 60), cv2.LINE_AA
                )
            elif kind == 2:
                cv2.ellipse(face, (eye, 112), (24, 20), 0, 180, 360, (80, 50, 20), 9, cv2.LINE_AA)
                cv2.ellipse(face, (eye + (eye - 128) // 3, 150), (17, 26), 0, 0, 360, (90, 170, 250), -1, cv2.LINE_AA)
            else:
                cv2.ellipse(face, (eye, 98), (15, 22), 0, 0, 360, (80, 50, 20), -1, cv2.LINE_AA)
        cv2.ellipse(face, (128, 152), (62, 56), 0, 0, 180, (110, 40, 20), -1, cv2.LINE_AA)
        cv2.rectangle(face, (72, 153), (184, 167), (250, 250, 250), -1)
        small = cv2.resize(face, (max(4, round(size)), max(4, round(size))), interpolation=cv2.INTER_AREA)
        round_mask = disc(small.shape[0])
        x, y = rng.uniform(0.02, 0.98) * (sheet.width - size), rng.uniform(0.04, 0.96) * (sheet.height - size)
        sheet.lay(round_mask, x, y, small, counts=False)
    return sheet.kept()


def price_label(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A shop's plain white label with format and price."""
    sheet = Sheet(picture)
    unit = 0.02 * sheet.long
    lines = [
        letters(words, LIGHT[0], unit * by)
        for words, by in (
            (one_of(rng, ("A1 PRINT", "A2 PRINT", "27 x 40 in")), 0.8),
            (f"${int(rng.integers(6, 40))}.99", 1.5),
        )
    ]
    ink = stacked(lines, unit * 0.7)
    label = rounded(ink.shape[1] + 2 * unit, ink.shape[0] + 2 * unit, unit * 0.5)
    place = calm_place(picture, (label.shape[1], label.shape[0]), rng)
    x, y = place.x + place.width / 2, place.y + place.height / 2
    sheet.halo(label, x - label.shape[1] / 2, y - label.shape[0] / 2, BLACK, 0.006 * sheet.long, 0.4)
    middle(sheet, label, x, y, WHITE)
    middle(sheet, ink, x, y, (24, 24, 26))
    return sheet.kept()
