"""Edits: things worn, lit eyes, dyed hair and clothes. All change the picture."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import box_of, face_box, figure, oval
from benchmarks.attacks.eighth.sheet import BLACK, Mask, Sheet, as_mask, blurred
from benchmarks.attacks.eighth.sprites import Pen, Sprite, turned
from benchmarks.attacks.eighth.tones import shifted_hue
from benchmarks.attacks.geometry import part_of
from benchmarks.attacks.values import Attacked, OtherPosters


def _worn(pen: Pen, kind: str) -> None:
    if kind == "glasses":
        for x in (0.27, 0.73):
            pen.disc(x, 0.5, 0.21, 0.17, (12, 12, 16))
            pen.disc(x, 0.5, 0.185, 0.145, (36, 40, 58))
            pen.shape([(x - 0.1, 0.42), (x + 0.02, 0.38), (x - 0.04, 0.52), (x - 0.14, 0.54)], (120, 130, 156))
        pen.stroke([(0.44, 0.46), (0.56, 0.46)], (12, 12, 16), 0.035)
        pen.stroke([(0.0, 0.42), (0.1, 0.45)], (12, 12, 16), 0.03)
        pen.stroke([(1.0, 0.42), (0.9, 0.45)], (12, 12, 16), 0.03)
    elif kind == "domino":
        pen.shape(
            [
                (0.0, 0.36),
                (0.25, 0.32),
                (0.5, 0.42),
                (0.75, 0.32),
                (1.0, 0.36),
                (0.92, 0.62),
                (0.7, 0.68),
                (0.5, 0.54),
                (0.3, 0.68),
                (0.08, 0.62),
            ],
            (24, 22, 30),
        )
        for x in (0.28, 0.72):
            pen.disc(x, 0.49, 0.1, 0.055, (228, 228, 222))
    else:
        pen.shape([(0.04, 0.36), (0.5, 0.3), (0.96, 0.36), (0.9, 0.7), (0.5, 0.9), (0.1, 0.7)], (174, 206, 218))
        for y in (0.46, 0.56, 0.66):
            pen.stroke([(0.12, y), (0.5, y + 0.04), (0.88, y)], (138, 172, 186), 0.015)


def glasses_or_mask_on(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Dark glasses, a hero's mask or a surgical mask over the face."""
    sheet, box, pen = Sheet(picture), face_box(picture), Pen()
    kind = one_of(rng, ("glasses", "domino", "surgical"))
    _worn(pen, kind)
    sprite: Sprite = turned(pen.sprite(), box.width * 1.02, rng.uniform(-6, 6))
    colour, mask = sprite
    middle = box.y + box.height * (0.7 if kind == "surgical" else 0.4)
    x, y = box.x + box.width / 2 - mask.shape[1] / 2, middle - mask.shape[0] / 2
    sheet.ink(blurred(np.pad(mask, 8), box.width / 30), x - 8, y - 8 + box.height / 40, BLACK, 0.5)
    ramp = np.linspace(1.12, 0.78, mask.shape[1])[None, :, None]
    sheet.changed(sheet.ink(mask, x, y, np.clip(colour * ramp, 0, 255).astype(np.uint8), 0.96))
    return sheet.done(kind)


def eyes_glowing(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Red, blue or white light out of both eyes."""
    sheet, box = Sheet(picture), face_box(picture)
    colour = one_of(rng, ((255, 30, 20), (60, 160, 255), (255, 230, 120), (90, 255, 90)))
    for x in (0.3, 0.7):
        size = max(6, round(box.width * 0.26))
        glow = oval(Box(0, 0, size * 3, size * 2), 1.0) ** 2
        left, top = box.x + box.width * x, box.y + box.height * 0.4
        sheet.ink(glow, left - size * 1.5, top - size, colour, 0.85, "screen")
        core: Mask = oval(Box(0, 0, size, max(4, size // 2)), 0.4)
        sheet.changed(sheet.ink(core, left - size / 2, top - max(4, size // 2) / 2, colour, 1.0))
        inner = oval(Box(0, 0, max(3, size // 2), max(2, size // 4)), 0.6)
        sheet.ink(inner, left - size / 4, top - size / 8, (255, 250, 240), 0.9)
    return sheet.done()


def hair_dyed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The hair over the likeliest face in pink, blue, green or blond."""
    sheet, face = Sheet(picture), face_box(picture)
    grow = round(face.width * 0.28)
    x, y = max(0, face.x - grow), max(0, face.y - round(face.height * 0.35))
    box = Box(x, y, min(sheet.width, face.x + face.width + grow) - x, face.y + round(face.height * 0.3) - y)
    cap = oval(Box(0, 0, box.width, box.height * 2), 0.25)[: box.height]
    tall, wide = np.mgrid[0 : box.height, 0 : box.width]
    inner = np.hypot((wide - box.width / 2) / (face.width * 0.42), (tall - box.height * 1.25) / (face.height * 0.55))
    cap = (cap * np.clip((inner - 0.9) * 4, 0, 1)).astype(np.float32)
    hair = part_of(picture, box).astype(np.float32)
    strip = hair[
        round(box.height * 0.3) : max(2, round(box.height * 0.75)), box.width * 2 // 5 : max(1, box.width * 3 // 5)
    ]
    strip = strip.reshape(-1, 3)
    darker = strip[np.argsort(strip.sum(axis=1))[: max(1, len(strip) * 2 // 5)]]
    away = np.abs(hair - np.median(darker, axis=0)).max(axis=2)
    alike = np.exp(-((away / 55) ** 2))
    cap = as_mask(cap * alike) if (cap * alike).sum() > 0.1 * cap.sum() else cap
    light = part_of(picture, box).mean(axis=2, keepdims=True) / 255
    dyes = np.asarray(((255, 80, 170), (50, 120, 255), (70, 220, 90), (255, 214, 90), (230, 40, 30)))
    now = np.median(darker, axis=0)
    dye = max(rng.permutation(dyes)[:3], key=lambda each: float(np.abs(each - now).max()))
    paint_over = np.clip(dye * (0.35 + 0.8 * light), 0, 255).astype(np.uint8)
    sheet.ink(cap, box.x, box.y, paint_over, 0.85)
    sheet.changed(box_of(cap, at=(box.x, box.y)))
    return sheet.done()


def clothes_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """What the figure wears in another hue."""
    sheet, face = Sheet(picture), face_box(picture)
    mask = figure(picture)
    start = min(face.y + face.height, round(sheet.height * 0.55))
    down = np.clip((np.arange(sheet.height) - start) / (0.03 * sheet.height), 0, 1)
    stop = np.clip((sheet.height * 0.82 - np.arange(sheet.height)) / (0.04 * sheet.height), 0, 1)
    mask = (mask * (down * stop)[:, None]).astype(np.float32)
    if mask.mean() < 0.03:
        mask[
            round(sheet.height * 0.5) : round(sheet.height * 0.75), round(sheet.width * 0.3) : round(sheet.width * 0.7)
        ] = 1
        mask = blurred(mask, sheet.width / 60)
    sheet.ink(mask, 0, 0, shifted_hue(picture, rng.uniform(40, 140), 50))
    sheet.changed(box_of(mask))
    return sheet.done()
