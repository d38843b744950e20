"""Edits of people: faces, eyes, hair, clothes, figures added, doubled, painted away."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import part_of, resize, size_of
from benchmarks.attacks.seventh.canvas import Mask, cut_to, edited_file, feathered, lay, softened
from benchmarks.attacks.seventh.finding import box_of, face_of, figure_of, skin_of
from benchmarks.attacks.seventh.mending import hue_painted, in_tune, paint_away
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def seen_over(mask: Mask, x: int, y: int, canvas: Pixels, least: float = 0.25) -> Box:
    """The box of a mask laid at (x, y)."""
    inner = box_of(mask, least)
    return cut_to(canvas, Box(x + inner.x, y + inner.y, inner.width, inner.height))


def other_face_pasted(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's face over the largest face, toned to it, its edge feathered."""
    canvas = picture.copy()
    face = cut_to(picture, face_of(picture))
    other = others.pick(rng)
    found = skin_of(other.pixels)
    for _ in range(4):
        if found is None:
            other = others.pick(rng)
            found = skin_of(other.pixels)
    taken = part_of(other.pixels, cut_to(other.pixels, found or face_of(other.pixels)))
    new, _ = resize(taken, face.width, face.height)
    face = Box(face.x, face.y, min(face.width, new.shape[1]), min(face.height, new.shape[0]))
    new = in_tune(new[: face.height, : face.width], part_of(picture, face), 0.75)
    mask = feathered(face.width, face.height, 0.28)
    lay(canvas, mask, face.x, face.y, new.astype(np.float32))
    box = seen_over(mask, face.x, face.y, canvas, 0.3)
    return Attacked(canvas, (box,), f"from {other.name}", parts=(Part(other.name, box),), saved_as=edited_file(rng))


def glowing_irises(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The eyes of the largest face in another, shining colour."""
    canvas = picture.copy()
    face = cut_to(picture, face_of(picture))
    grey = cv2.GaussianBlur(cv2.cvtColor(part_of(picture, face), cv2.COLOR_RGB2GRAY), (0, 0), max(1.0, face.width / 22))
    colour = ((40, 150, 255), (60, 230, 90), (255, 40, 30), (255, 190, 20), (170, 80, 255))[int(rng.integers(0, 5))]
    side = max(5, round(face.width * float(rng.uniform(0.12, 0.17))))
    boxes = []
    rows = slice(round(0.36 * face.height), max(round(0.36 * face.height) + 1, round(0.48 * face.height)))
    spots = []
    for left, right in ((0.24, 0.38), (0.62, 0.76)):
        columns = slice(round(left * face.width), max(round(left * face.width) + 1, round(right * face.width)))
        window = grey[rows, columns]
        down, across = np.unravel_index(int(np.argmin(window)), window.shape)
        spots.append((face.x + columns.start + int(across) - side // 2, face.y + rows.start + int(down) - side // 2))
    y = sum(down for _, down in spots) // 2
    for x, _ in spots:
        wide = side * 3
        glow = softened(np.asarray(np.pad(feathered(side, side, 0.9), side), np.float32), side * 0.3)
        lay(canvas, glow, x - side, y - side, colour, 0.35)
        spot = cut_to(canvas, Box(x, y, side, side))
        iris = feathered(side, side, 0.35)[: spot.height, : spot.width]
        under = part_of(canvas, spot).astype(np.float32).mean(axis=2, keepdims=True) / 255
        ink = np.array(colour, np.float32) * (0.55 + 0.45 * under)
        lay(canvas, iris[: under.shape[0], : under.shape[1]], spot.x, spot.y, np.asarray(ink, np.float32), 0.92)
        lay(
            canvas,
            feathered(max(2, side // 4), max(2, side // 4), 0.6),
            x + side // 2,
            y + side // 4,
            (255, 255, 255),
            0.8,
        )
        boxes.append(cut_to(canvas, Box(x - wide // 12, y - wide // 12, side + wide // 6, side + wide // 6)))
    return Attacked(canvas, tuple(boxes), f"{colour}", saved_as=edited_file(rng))


def figure_sheet(pixels: Pixels, tall: int) -> tuple[Pixels, Mask]:
    """A poster's main figure cut out, so many pixels high."""
    mask = figure_of(pixels)
    box = box_of(mask)
    wide = max(8, round(box.width * tall / max(1, box.height)))
    figure, _ = resize(np.ascontiguousarray(part_of(pixels, box)), wide, tall)
    cut = mask[box.y : box.y + box.height, box.x : box.x + box.width]
    small = cv2.resize(cut, (figure.shape[1], figure.shape[0]), interpolation=cv2.INTER_AREA)
    return figure, np.asarray(small, np.float32)


def foreign_figure_joins(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The main figure of another poster cut out and put in, toned to its new ground."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    other = others.pick(rng)
    figure, mask = figure_sheet(other.pixels, round(float(rng.uniform(0.32, 0.52)) * height))
    if figure.shape[1] > 0.6 * width:
        figure, _ = resize(figure, round(0.6 * width), round(figure.shape[0] * 0.6 * width / figure.shape[1]))
        mask = np.asarray(cv2.resize(mask, (figure.shape[1], figure.shape[0])), np.float32)
    tall, wide = mask.shape
    x = round(float(rng.choice([rng.uniform(0.02, 0.15), rng.uniform(0.85, 0.98)])) * (width - wide))
    y = round(float(rng.uniform(0.5, 0.95)) * (height - tall))
    ground = part_of(canvas, cut_to(canvas, Box(x, y, wide, tall)))
    figure = in_tune(figure, ground, 0.5)
    shade = softened(mask, width / 90)
    lay(canvas, shade, x + round(width / 120), y + round(width / 120), (0, 0, 0), 0.35)
    lay(canvas, mask, x, y, figure.astype(np.float32))
    box = seen_over(mask, x, y, canvas)
    return Attacked(canvas, (box,), f"from {other.name}", parts=(Part(other.name, box),), saved_as=edited_file(rng))


def figure_painted_away(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The main figure, or its upper part, painted over with the ground."""
    height, width = picture.shape[:2]
    mask = figure_of(picture)
    box = box_of(mask)
    keep = np.zeros_like(mask)
    tall = min(box.height, round(0.5 * height))
    keep[box.y : box.y + tall] = 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * (width // 60) + 1,) * 2)
    wide = np.asarray(cv2.dilate(mask * keep, kernel), np.float32)
    wide = softened(wide, width / 150)
    wide[wide < 0.03] = 0
    return Attacked(paint_away(picture, wide, rng), (box_of(wide),), "painted away", saved_as=edited_file(rng))


def same_person_twice(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The main figure cut out and put in again beside itself, mirrored and smaller."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    mask = figure_of(picture)
    box = box_of(mask)
    figure, cut = figure_sheet(picture, max(16, round(box.height * float(rng.uniform(0.55, 0.8)))))
    figure, cut = np.ascontiguousarray(figure[:, ::-1]), np.ascontiguousarray(cut[:, ::-1])
    tall, wide = cut.shape
    left = box.x + box.width / 2 > width / 2
    x = round((0.02 if left else 0.98) * max(0, width - wide)) if wide < 0.9 * width else 0
    y = min(box.y + box.height - tall, height - tall - 1)
    lay(canvas, cut, x, y, figure.astype(np.float32))
    changed = seen_over(cut, x, y, canvas)
    return Attacked(canvas, (changed,), "left" if left else "right", saved_as=edited_file(rng))


def coat_other_colour(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The clothes of the main figure (its lower two thirds) in another colour."""
    mask = figure_of(picture)
    box = box_of(mask)
    part = np.zeros_like(mask)
    top, tall = box.y + round(0.35 * box.height), round(0.6 * box.height)
    part[top : top + tall] = 1
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
    skin = (grey[..., 1] > 140) & (grey[..., 1] < 175) & (grey[..., 2] > 90) & (grey[..., 2] < 125)
    part = mask * part
    clothes = part * ~skin
    part = clothes if float(clothes.sum()) > 0.4 * float(part.sum()) else part
    return _dyed(picture, part.astype(np.float32), rng, 140)


def hair_other_colour(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """What is dark above and beside the face (else all of it) in a dyed colour."""
    height, width = picture.shape[:2]
    face = face_of(picture)
    region = np.zeros((height, width), np.float32)
    wide, tall = round(1.5 * face.width), round(0.75 * face.height)
    area = cut_to(picture, Box(face.x - (wide - face.width) // 2, face.y - round(0.35 * face.height), wide, tall))
    region[area.y : area.y + area.height, area.x : area.x + area.width] = feathered(area.width, area.height, 0.3)
    lum = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    level = float(np.percentile(lum[region > 0], 55))
    dark = softened((lum <= level).astype(np.float32), width / 200)
    return _dyed(picture, np.asarray(region * np.clip(dark * 1.6 - 0.4, 0, 1), np.float32), rng, 170, 1.35)


def _dyed(picture: Pixels, mask: Mask, rng: np.random.Generator, colour: int, lighter: float = 1.1) -> Attacked:
    """Through the mask in a hue far from what was there."""
    hue_now = (
        float(np.median(cv2.cvtColor(picture, cv2.COLOR_RGB2HSV)[..., 0][mask > 0.4])) if (mask > 0.4).any() else 0
    )
    hue = int(hue_now + rng.integers(50, 130)) % 180
    canvas = hue_painted(picture, mask, hue, colour, lighter)
    away = np.abs(canvas.astype(np.float32) - picture).max(axis=2)
    if float(away.mean()) < 0.05:
        canvas = hue_painted(picture, mask, (hue + 60) % 180, 255, 2.0)
    return Attacked(canvas, (box_of(mask),), f"hue {hue}", saved_as=edited_file(rng))
