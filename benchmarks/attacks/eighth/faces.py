"""Edits to faces and clothes. All change the picture."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import box_of, face_box, oval
from benchmarks.attacks.eighth.sheet import BLACK, Sheet, blurred
from benchmarks.attacks.eighth.tones import paint, toned_like
from benchmarks.attacks.geometry import part_of, resize
from benchmarks.attacks.values import Attacked, OtherPosters


def face_swapped(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's face in this one's, toned and feathered."""
    sheet, box, other = Sheet(picture), face_box(picture), others.pick(rng)
    taken = part_of(other.pixels, face_box(other.pixels))
    face = toned_like(resize(taken, box.width, box.height)[0][: box.height, : box.width], part_of(picture, box))
    mask = oval(box, 0.22)
    sheet.ink(mask, box.x, box.y, face)
    return sheet.done_with(other, box_of(mask, 0.15, (box.x, box.y)))


def face_scarred(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Red gashes with dark rims and a bruise over an eye."""
    sheet, box = Sheet(picture), face_box(picture)
    mask = np.zeros((box.height, box.width), np.float32)
    for _ in range(int(rng.integers(1, 4))):
        start, way = rng.uniform(0.2, 0.6, 2), rng.uniform((0.1, 0.2), (0.35, 0.45))
        ends = [(start + way * t + rng.normal(0, 0.012, 2)) * (box.width, box.height) for t in np.linspace(0, 1, 7)]
        cv2.polylines(mask, [np.asarray(ends, np.int32)], False, 1.0, max(2, box.width // 22), cv2.LINE_AA)
    sheet.ink(np.clip(blurred(mask, box.width / 30) * 1.5, 0, 1), box.x, box.y, (60, 10, 14), 0.75)
    sheet.ink(blurred(mask, box.width / 130), box.x, box.y, (176, 26, 30), 0.9)
    sheet.changed(box_of(mask, at=(box.x, box.y)))
    return sheet.done()


def face_aged(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An ageing filter: furrows, bags under the eyes, drained colour, white hair above."""
    sheet, box = Sheet(picture), face_box(picture)
    old = part_of(picture, box).astype(np.float32)
    grey = old.mean(axis=2, keepdims=True)
    old = grey * 0.55 + old * 0.45
    fine = old - cv2.GaussianBlur(old, (0, 0), max(1.0, box.width / 40))
    old = old + fine * 0.8 + (14 if grey.mean() < 150 else -26)
    lines = np.zeros((box.height, box.width), np.float32)
    for down in (0.12, 0.17, 0.22, 0.48, 0.52):
        for side in (0.3, 0.7) if down > 0.3 else (0.5,):
            at = (int(side * box.width), int((down + rng.normal(0, 0.01)) * box.height))
            reach = (int(box.width * (0.14 if down > 0.3 else 0.3)), max(1, box.height // 24))
            turn = (10, 170) if down > 0.3 else (190, 350)
            cv2.ellipse(lines, at, reach, 0, *turn, 1.0, max(1, box.width // 45), cv2.LINE_AA)
    for side, turn in ((0.32, (100, 170)), (0.68, (10, 80))):
        cv2.ellipse(
            lines,
            (int(side * box.width), int(0.66 * box.height)),
            (box.width // 9, box.height // 7),
            0,
            *turn,
            1.0,
            max(1, box.width // 40),
            cv2.LINE_AA,
        )
    old *= 1 - 0.6 * blurred(lines, box.width / 110)[..., None]
    sheet.ink(oval(box, 0.25), box.x, box.y, np.clip(old, 0, 255).astype(np.uint8))
    sheet.changed(box)
    return sheet.done()


def clown_make_up(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """White skin, black eyes, a red smile: the Joker of every fan."""
    sheet, box = Sheet(picture), face_box(picture)
    part = part_of(picture, box)
    light = part.mean(axis=2, keepdims=True)
    white = np.clip(np.repeat(light * 0.55 + 112, 3, axis=2), 0, 255).astype(np.uint8)
    sheet.ink(oval(box, 0.3), box.x, box.y, white, 0.85)
    for x in (0.3, 0.7):
        paint(
            sheet,
            box,
            [(x - 0.14, 0.4), (x, 0.24), (x + 0.14, 0.4), (x, 0.58)],
            one_of(rng, (BLACK, (20, 60, 150))),
            0.85,
        )
    smile = [(0.1, 0.64), (0.3, 0.76), (0.5, 0.74), (0.7, 0.76), (0.9, 0.64), (0.72, 0.88), (0.5, 0.9), (0.28, 0.88)]
    paint(sheet, box, smile, (186, 16, 24), 0.85)
    if rng.random() < 0.5:
        disc = oval(Box(0, 0, max(4, box.width // 4), max(4, box.width // 4)), 0.15)
        sheet.ink(disc, box.x + box.width * 0.375, box.y + box.height * 0.48, (220, 20, 30), 0.92)
    sheet.changed(box)
    return sheet.done()
