"""Edits that paint a crown or wings on the main figure."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.seventh.canvas import clouds, cut_to, edited_file, lay, polygon, softened
from benchmarks.attacks.seventh.finding import box_of, face_of, figure_of
from benchmarks.attacks.seventh.painted_things import Points, lit_like, painted_piece, put_in
from benchmarks.attacks.values import Attacked, OtherPosters


def crown_painted_on(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A gold crown with stones on the main head."""
    face = face_of(picture)
    wide = max(24, round(face.width * float(rng.uniform(0.95, 1.25))))
    tall = round(0.62 * wide)
    sheet, alpha = np.zeros((tall, wide, 3), np.float32), np.zeros((tall, wide), np.float32)
    spikes: Points = [(0.04, 0.98), (0.0, 0.2), (0.16, 0.58), (0.27, 0.06), (0.39, 0.55), (0.5, 0), (0.61, 0.55),
                      (0.73, 0.06), (0.84, 0.58), (1.0, 0.2), (0.96, 0.98)]  # fmt: skip
    curve = (
        0.55 + 0.65 * np.exp(-(((np.linspace(-1, 1, wide) + 0.25) / 0.4) ** 2)) - 0.2 * np.linspace(-1, 1, wide) ** 2
    )
    gold = curve[None, :, None] * np.array([236, 182, 66]) * (0.8 + 0.4 * clouds(rng, wide, tall, 7)[..., None])
    painted_piece(sheet, alpha, polygon(wide, tall, spikes), np.asarray(np.clip(gold, 0, 255), np.float32))
    band = polygon(wide, tall, [(0.035, 0.78), (0.965, 0.78), (0.96, 0.98), (0.04, 0.98)])
    painted_piece(sheet, alpha, band, np.asarray(np.clip(gold * 0.7, 0, 255), np.float32))
    across, down = np.meshgrid(np.linspace(0, wide / tall, wide), np.linspace(0, 1, tall))
    for number, middle in enumerate((0.15, 0.33, 0.5, 0.67, 0.85)):
        away = np.hypot(across - middle * wide / tall, down - 0.87) / 0.075
        stone = np.array(((190, 10, 40), (20, 60, 190))[number % 2], float)
        spark = 0.5 + 1.4 * np.clip(1 - np.hypot(across - middle * wide / tall + 0.02, down - 0.85) / 0.05, 0, 1)
        paint = np.asarray(np.clip(stone * spark[..., None], 0, 255), np.float32)
        painted_piece(sheet, alpha, np.asarray(np.clip((1 - away) * tall / 12, 0, 1), np.float32), paint)
    at = (face.x + face.width // 2, face.y + round(0.02 * face.height) - tall // 3)
    return put_in(picture, rng, sheet, alpha, at, f"{wide} wide", float(rng.uniform(-8, 8)))


def wings_painted_on(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Feathered wings behind the main figure, white or black."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    figure = figure_of(picture)
    body = box_of(figure)
    shoulder = (body.x + body.width / 2, body.y + 0.34 * body.height)
    span = float(rng.uniform(0.42, 0.56)) * width
    sheet, alpha = np.zeros((height, width, 3), np.float32), np.zeros((height, width), np.float32)
    tone = 226.0 if rng.random() < 0.6 else 46.0
    for row, (count, long, shade) in enumerate(((13, 1.0, 0.62), (12, 0.72, 0.8), (10, 0.44, 1.0))):
        for number in range(count):
            for side in (-1, 1):
                angle = np.radians(-48 + 118 * number / (count - 1))
                length = span * long * (1.0 - 0.45 * number / count) * float(rng.uniform(0.93, 1.05))
                tip = (shoulder[0] + side * length * np.cos(angle), shoulder[1] + length * np.sin(angle))
                middle = ((shoulder[0] + tip[0]) / 2, (shoulder[1] + tip[1]) / 2)
                feather = np.zeros((height, width), np.uint8)
                axes = (max(2, round(length * 0.5)), max(2, round(span * 0.055)))
                turn = float(np.degrees(np.arctan2(tip[1] - shoulder[1], tip[0] - shoulder[0])))
                cv2.ellipse(feather, (round(middle[0]), round(middle[1])), axes, turn, 0, 360, (255,), -1, cv2.LINE_AA)
                reach = axes[0] + 6
                rows = slice(max(0, round(middle[1]) - reach), max(0, round(middle[1]) + reach))
                columns = slice(max(0, round(middle[0]) - reach), max(0, round(middle[0]) + reach))
                mask = feather[rows, columns].astype(np.float32) / 255
                if not mask.any():
                    continue
                dark = softened(mask, max(0.8, width / 250))
                level = tone * shade * float(rng.uniform(0.88, 1.06))
                ink = (level * (0.55 + 0.45 * dark))[..., None] * np.array([1, 0.99, 0.96], np.float32)
                painted_piece(sheet[rows, columns], alpha[rows, columns], mask, ink)
        sheet += (row * 2.0) * alpha[..., None]
    alpha *= 1 - figure
    paint = np.clip(lit_like(sheet, picture, cut_to(canvas, body)) + rng.normal(0, 4, (height, width, 1)), 0, 255)
    lay(canvas, alpha, 0, 0, np.asarray(paint, np.float32))
    return Attacked(canvas, (box_of(alpha),), "white" if tone > 100 else "black", saved_as=edited_file(rng))
