"""Edits: services, festivals and critics named on a poster."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.tenth.draw import BLACK, HEAVY, LIGHT, WHITE, Sheet, fitted, stacked
from benchmarks.attacks.tenth.find import calm_place
from benchmarks.attacks.tenth.masks import Mask, Rng, resized
from benchmarks.attacks.values import Attacked, OtherPosters

SERVICES = ("NETFLIX", "HBO MAX", "DISNEY+", "HULU", "PRIME VIDEO", "APPLE TV+", "PEACOCK")
FESTIVALS = ("CANNES", "SUNDANCE", "VENICE", "TRIBECA", "BERLINALE", "TORONTO")


def service_named(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A streaming service claims the film: its name with "only on" or "original film"."""
    sheet, name = Sheet(picture), one_of(rng, SERVICES)
    first, second = one_of(rng, (("ONLY ON", name), (f"A {name}", "ORIGINAL FILM"), ("NOW STREAMING ON", name)))
    large = 0.034 * sheet.height
    lines = [
        fitted(first, LIGHT[0], large * (0.5 if second == name else 1), 0.8 * sheet.width, spacing=0.15),
        fitted(second, HEAVY[1], large * (1 if second == name else 0.5), 0.8 * sheet.width, spacing=0.05),
    ]
    ink = stacked(lines, 0.5 * large, one_of(rng, (0.0, 0.5)))
    place = calm_place(picture, (ink.shape[1], ink.shape[0]), rng, one_of(rng, ((0.01, 0.3), (0.72, 0.99))))
    sheet.write(ink, place.x, place.y, sheet.clear(place, (WHITE, (228, 20, 36), (90, 180, 255)), rng))
    return sheet.edited(f"{first} {second}")


def red_letter_logo(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A streaming service's red folded letter in a corner, on black or on the poster itself."""
    sheet = Sheet(picture)
    high = rng.uniform(0.085, 0.13) * sheet.height
    wide = 0.56 * high
    logo, alpha = np.zeros((400, 224, 3), np.float32), np.zeros((400, 224), np.float32)
    slope = np.array([[0, 0], [76, 0], [223, 399], [147, 399]])
    for bar, colour in (((0, 75), (176, 6, 16)), ((148, 223), (176, 6, 16))):
        logo[:, bar[0] : bar[1] + 1] = colour
        alpha[:, bar[0] : bar[1] + 1] = 1
    cv2.fillConvexPoly(logo, slope, (229, 9, 20))
    cv2.fillConvexPoly(alpha, slope, 1.0)
    margin = 0.025 * sheet.long
    x = one_of(rng, (margin, sheet.width - margin - wide))
    y = one_of(rng, (margin, sheet.height - margin - high))
    if rng.random() < 0.4:
        tile = np.ones((round(high * 1.24), round(high)), np.float32)
        sheet.lay(tile, x + wide / 2 - tile.shape[1] / 2, y + high / 2 - tile.shape[0] / 2, (6, 6, 8))
    else:
        sheet.halo(resized(alpha, wide, high), x, y, BLACK, 0.006 * sheet.long, 0.6)
    size = (max(4, round(wide)), max(6, round(high)))
    sheet.lay(resized(alpha, *size), x, y, cv2.resize(logo, size, interpolation=cv2.INTER_AREA))
    return sheet.edited()


def _branch(high: int) -> Mask:
    """The left branch of a laurel."""
    mask = np.zeros((400, 200), np.float32)
    for turn in np.linspace(0.12, 0.98, 9):
        angle = np.pi * (0.5 + turn)
        x, y = 205 + 165 * np.cos(angle), 205 - 175 * np.sin(angle) * -1
        for lean in (-38, 32):
            tilt = np.degrees(angle) + 90 + lean
            away = np.array([np.cos(np.radians(tilt)), np.sin(np.radians(tilt))]) * 24
            middle = (int((x + away[0]) * 8), int((400 - y + away[1]) * 8))
            cv2.ellipse(mask, middle, (26 * 8, 9 * 8), tilt, 0, 360, 1.0, -1, cv2.LINE_AA, shift=3)
    return resized(mask, high / 2, high)


def laurels(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A festival's laurels around its selection or award."""
    sheet = Sheet(picture)
    high = rng.uniform(0.12, 0.17) * sheet.long
    branch, room = _branch(round(high)), high * 1.15
    first, second = one_of(rng, (("OFFICIAL", "SELECTION"), ("WINNER", "BEST PICTURE"), ("WINNER", "AUDIENCE AWARD")))
    face = one_of(rng, HEAVY[:4])
    lines = [
        fitted(words, face, high * by, room * 0.96)
        for words, by in (
            (first, 0.12),
            (second, 0.12),
            (one_of(rng, FESTIVALS), 0.17),
            (str(int(rng.integers(2019, 2027))), 0.1),
        )
    ]
    text = stacked(lines, high * 0.07)
    ink = np.zeros((max(branch.shape[0], text.shape[0]), branch.shape[1] * 2 + round(room)), np.float32)
    ink[: branch.shape[0], : branch.shape[1]] = branch
    ink[: branch.shape[0], -branch.shape[1] :] = branch[:, ::-1]
    top, left = (ink.shape[0] - text.shape[0]) // 2, (ink.shape[1] - text.shape[1]) // 2
    ink[top : top + text.shape[0], left : left + text.shape[1]] = text
    if ink.shape[1] > 0.8 * sheet.width:
        ink = resized(ink, 0.8 * sheet.width, ink.shape[0] * 0.8 * sheet.width / ink.shape[1])
    place = calm_place(picture, (ink.shape[1], ink.shape[0]), rng)
    sheet.write(ink, place.x, place.y, sheet.clear(place, (WHITE, (238, 200, 104)), rng))
    return sheet.edited(first)


def critics_stars(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Five stars and a critic's praise."""
    sheet = Sheet(picture)
    star = np.zeros((100, 100), np.float32)
    angles = np.arange(10) * np.pi / 5 - np.pi / 2
    reach = np.where(np.arange(10) % 2, 20, 48)
    points = 50 + reach[:, None] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    cv2.fillPoly(star, [points.astype(np.int32)], 1.0, cv2.LINE_AA)
    side = 0.04 * sheet.height
    row = np.hstack([resized(star, side, side)] * 5)
    praise = one_of(rng, ('"A MASTERPIECE"', '"THE FILM OF THE YEAR"', '"UNMISSABLE"', '"BETTER THAN THE FIRST"'))
    ink = stacked([row, fitted(praise, HEAVY[3], side * 0.55, 0.8 * sheet.width)], side * 0.3)
    place = calm_place(picture, (ink.shape[1], ink.shape[0]), rng)
    sheet.write(ink, place.x, place.y, sheet.clear(place, ((250, 206, 60), WHITE), rng))
    return sheet.edited(praise)
