"""Edits: weapons and cars painted into a poster."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour
from benchmarks.attacks.tenth.draw import Sheet
from benchmarks.attacks.tenth.faces import face_place
from benchmarks.attacks.tenth.find import calm_place
from benchmarks.attacks.tenth.masks import Mask, Rng, resized
from benchmarks.attacks.values import Attacked, OtherPosters

Parts = list[tuple[list[tuple[float, float]], Colour]]


def _shape(parts: Parts) -> tuple[NDArray[np.float32], Mask]:
    """Polygons on a sheet of 600 by 300, each in its colour, later ones on top."""
    paint, alpha = np.zeros((300, 600, 3), np.float32), np.zeros((300, 600), np.float32)
    for points, colour in parts:
        corners = np.array(points, np.float32).round().astype(np.int32)
        cv2.fillPoly(paint, [corners], colour)
        cv2.fillPoly(alpha, [corners], 1.0)
    shade = np.linspace(1.25, 0.75, 300, dtype=np.float32)[:, None, None]
    return np.clip(paint * shade, 0, 255), alpha


def _round(x: float, y: float, r: float) -> list[tuple[float, float]]:
    return [(x + r * np.cos(turn), y + r * np.sin(turn)) for turn in np.linspace(0, 2 * np.pi, 40)]


def _put(
    sheet: Sheet, drawn: tuple[NDArray[np.float32], Mask], wide: float, degrees: float, x: float, y: float
) -> None:
    paint, alpha = drawn
    size = (max(8, round(wide)), max(4, round(wide / 2)))
    planes = [resized(np.ascontiguousarray(plane), *size) for plane in (alpha, *np.moveaxis(paint, 2, 0))]
    matrix = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), degrees, 1.0)
    side = int(np.hypot(*size)) + 3
    matrix[:, 2] += np.array([(side - size[0]) / 2, (side - size[1]) / 2])
    moved = [cv2.warpAffine(plane, matrix, (side, side), flags=cv2.INTER_LINEAR) for plane in planes]
    cover = np.asarray(moved[0], np.float32)
    colours = np.stack(moved[1:], axis=2) / np.maximum(cover, 0.2)[..., None]
    left, top = x - side / 2, y - side / 2
    sheet.halo(cover, left, top, (6, 6, 8), 0.005 * sheet.long, 0.6)
    sheet.lay(cover, left, top, np.clip(colours, 0, 255))


def weapon(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A pistol, a sword or a rifle lies over the lower half."""
    sheet = Sheet(picture)
    pistol: Parts = [
        ([(90, 70), (520, 70), (530, 82), (530, 122), (90, 128), (70, 100)], (66, 68, 74)),
        ([(100, 122), (510, 118), (500, 148), (250, 152), (110, 150)], (40, 41, 46)),
        ([(100, 145), (215, 150), (176, 285), (76, 285)], (54, 36, 26)),
        ([(214, 150), (300, 150), (292, 200), (222, 204), (206, 180)], (32, 33, 37)),
        ([(228, 158), (286, 158), (280, 188), (232, 190)], (96, 90, 84)),
        ([(120, 78), (505, 78), (505, 86), (120, 86)], (150, 152, 160)),
        ([(110, 56), (140, 56), (140, 72), (110, 72)], (30, 30, 34)),
    ]
    sword: Parts = [
        ([(150, 138), (560, 142), (596, 150), (560, 158), (150, 162)], (196, 202, 212)),
        ([(150, 148), (570, 149), (570, 152), (150, 153)], (118, 124, 136)),
        ([(134, 90), (152, 90), (152, 210), (134, 210)], (176, 138, 52)),
        ([(40, 138), (136, 138), (136, 162), (40, 162)], (70, 40, 24)),
        (_round(30, 150, 20), (186, 148, 60)),
    ]
    rifle: Parts = [
        ([(4, 130), (150, 118), (160, 172), (10, 206)], (92, 58, 34)),
        ([(145, 112), (360, 112), (360, 160), (145, 168)], (48, 50, 54)),
        ([(355, 122), (480, 122), (480, 152), (355, 156)], (96, 62, 38)),
        ([(475, 128), (598, 128), (598, 142), (475, 142)], (42, 44, 48)),
        ([(270, 158), (330, 158), (360, 262), (304, 268)], (34, 35, 40)),
        ([(180, 166), (220, 166), (206, 238), (164, 234)], (60, 40, 28)),
        ([(572, 104), (584, 104), (584, 130), (572, 130)], (42, 44, 48)),
        ([(190, 84), (320, 84), (320, 104), (190, 104)], (30, 31, 35)),
        ([(215, 100), (230, 100), (230, 114), (215, 114)], (30, 31, 35)),
        ([(280, 100), (295, 100), (295, 114), (280, 114)], (30, 31, 35)),
    ]
    drawn = _shape(one_of(rng, (pistol, sword, rifle)))
    wide = rng.uniform(0.5, 0.72) * min(sheet.width, sheet.height)
    paint, alpha = drawn
    paint, alpha = (paint[:, ::-1].copy(), alpha[:, ::-1].copy()) if rng.random() < 0.5 else drawn
    face = face_place(picture)
    y = float(np.clip(face.y + 2 * face.height, 0.45 * sheet.height, 0.75 * sheet.height))
    x = sheet.width * rng.uniform(0.4, 0.6)
    # A thin light rim, as cut-outs from the web have: dark metal on a dark coat would be lost.
    rim = np.asarray(cv2.dilate(alpha, np.ones((9, 9))), np.float32)
    paint = np.where(alpha[..., None] > 0, paint, np.float32(176))
    _put(sheet, (np.asarray(paint * rim[..., None], np.float32), rim), wide, rng.uniform(-40, 40), x, y)
    return sheet.edited()


def car(picture: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A car seen from the side, low on the poster."""
    sheet = Sheet(picture)
    body: Colour = one_of(rng, ((206, 24, 30), (30, 80, 190), (236, 190, 30), (226, 226, 230), (40, 44, 50)))
    dark: Colour = (int(0.62 * body[0]), int(0.62 * body[1]), int(0.62 * body[2]))
    wheels: Parts = [
        (each, colour)
        for x in (140, 460)
        for each, colour in (
            (_round(x, 212, 54), (20, 20, 22)),
            (_round(x, 212, 32), (170, 172, 178)),
            (_round(x, 212, 10), (60, 60, 64)),
        )
    ]
    parts: Parts = [
        (
            [
                (14, 200),
                (20, 150),
                (60, 128),
                (160, 116),
                (232, 62),
                (390, 58),
                (470, 118),
                (562, 134),
                (590, 168),
                (586, 206),
                (300, 216),
            ],
            body,
        ),
        ([(14, 196), (300, 190), (588, 190), (584, 214), (300, 222), (20, 210)], dark),
        ([(186, 116), (244, 74), (304, 72), (304, 116)], (150, 190, 214)),
        ([(318, 72), (382, 70), (440, 116), (318, 116)], (120, 164, 192)),
        ([(556, 140), (578, 142), (588, 164), (562, 160)], (255, 244, 190)),
        ([(18, 150), (34, 144), (34, 166), (16, 170)], (255, 60, 50)),
        ([(310, 118), (313, 118), (313, 196), (310, 196)], dark),
        *wheels,
    ]
    paint, alpha = _shape(parts)
    if rng.random() < 0.5:
        paint, alpha = paint[:, ::-1].copy(), alpha[:, ::-1].copy()
    wide = rng.uniform(0.5, 0.75) * min(sheet.width, sheet.height)
    place = calm_place(picture, (wide, 0.42 * wide), rng, (0.5, 1.0))
    x = float(np.clip(place.x + place.width / 2, 0.4 * wide, sheet.width - 0.4 * wide))
    _put(sheet, (paint, alpha), wide, rng.uniform(-4, 4), x, min(place.y + place.height / 2, sheet.height - 0.3 * wide))
    return sheet.edited()
