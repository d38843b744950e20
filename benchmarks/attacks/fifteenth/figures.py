"""Edits: faces, figures and things replaced, pasted in, taken out, painted in or recoloured."""

import cv2
import numpy as np
from PIL import Image

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fifteenth import drawings
from benchmarks.attacks.fifteenth.composites import around_face, cut, figure_mask, oval, toned_like, with_face
from benchmarks.attacks.fifteenth.layers import BLACK, WHITE, blend, paste_drawing
from benchmarks.attacks.fifteenth.lettering import Mask
from benchmarks.attacks.fifteenth.places import face_box, portion, spot
from benchmarks.attacks.fifteenth.words_replaced import inpainted
from benchmarks.attacks.geometry import box_between, part_of, resize, size_of, whole_of
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def face_swapped(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's face over this one's: feathered, colours matched."""
    face, (other, foreign) = face_box(pixels), with_face(others, rng)
    x, y, far = face.x - face.width * 0.1, face.y - face.height * 0.1, whole_of(pixels)
    grown = box_between(x, y, x + face.width * 1.2, y + face.height * 1.2, far) or face
    patch, _ = resize(np.ascontiguousarray(part_of(other.pixels, foreign)), grown.width, grown.height)
    patch, result = toned_like(patch, part_of(pixels, grown), between(rng, 0.4, 0.8)), pixels.copy()
    blend(result, oval(grown.width, grown.height), grown.x, grown.y, patch)
    return Attacked(result, (grown,), parts=(Part("", whole_of(pixels)), Part(other.name, grown)))


def _pasted(pixels: Pixels, rng: np.random.Generator, figure: Pixels, mask: Mask, name: str) -> Attacked:
    x = round(between(rng, 0.02, 0.98) * max(0, pixels.shape[1] - figure.shape[1]))
    y = round(between(rng, 0.3, 0.9) * max(0, pixels.shape[0] - figure.shape[0]))
    box = blend(result := pixels.copy(), mask, x, y, figure)
    return Attacked(result, (box,), parts=(Part("", whole_of(pixels)), Part(name, box)))


def figure_pasted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's figure, cut out by GrabCut."""
    other, (width, height) = others.pick(rng), size_of(pixels)
    mask, box = figure_mask(other.pixels, rng)
    across = min(between(rng, 0.32, 0.5) * width, 0.6 * height * box.width / box.height)
    return _pasted(pixels, rng, *cut(other.pixels, mask, box, round(across)), other.name)


def head_pasted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's head and shoulders in a soft oval."""
    (other, face), (width, height) = with_face(others, rng), size_of(pixels)
    near = around_face(other.pixels, face)
    across = round(min(between(rng, 0.28, 0.42) * width, 0.5 * height * near.width / near.height))
    mask = np.zeros(other.pixels.shape[:2], np.float32)
    part_of(mask, near)[:] = oval(near.width, near.height)
    return _pasted(pixels, rng, *cut(other.pixels, mask, near, across), other.name)


def figure_inpainted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Head and shoulders taken out by inpainting."""
    near, mask = around_face(pixels, face_box(pixels)), np.zeros(pixels.shape[:2], np.float32)
    if part_of(pixels, near).std() < 30:
        near = spot(pixels, near.width, near.height, whole_of(pixels), busy=True)
    part_of(mask, near)[:] = oval(near.width, near.height)
    return Attacked(inpainted(pixels, mask, rng), (near,))


def thing_cloned_away(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The busiest place covered with a soft-edged copy of the calmest."""
    across, down = (round(min(size_of(pixels)) * share) for share in rng.uniform((0.28, 0.3), (0.4, 0.5)))
    goal = spot(pixels, across, down, portion(pixels, 0.05, 0.08, 0.95, 0.75), busy=True)
    source = spot(pixels, across, down, portion(pixels, 0.02, 0.02, 0.98, 0.98), busy=False)
    patch = part_of(pixels, source)[:, ::-1]
    blend(result := pixels.copy(), oval(across, down) ** np.float32(0.5), goal.x, goal.y, patch)
    return Attacked(result, (goal,))


def _recoloured(pixels: Pixels, rng: np.random.Generator, mask: Mask, box: Box) -> Attacked:
    tones = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV), np.uint8)
    strong = part_of(tones, box).reshape(-1, 3)
    old = float(np.median(strong[:, 0][strong[:, 1] >= np.median(strong[:, 1])]))
    tones[:, :, 0] = round(old + between(rng, 55, 125)) % 180
    tones[:, :, 1] = np.clip(tones[:, :, 1].astype(int) + 60, 150, 255)
    tones[:, :, 2] = np.clip(tones[:, :, 2] * 0.7 + 72, 0, 240)
    blend(result := pixels.copy(), mask, 0, 0, np.asarray(cv2.cvtColor(tones, cv2.COLOR_HSV2RGB), np.uint8))
    return Attacked(result, (box,))


def clothes_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """What lies below the face, such as clothes, in another colour, as far as it is of one tone."""
    face, (width, height) = face_box(pixels), size_of(pixels)
    across, down = max(face.width * 2.2, width * 0.42), max(face.height * 1.9, height * 0.22)
    left, top = face.x + (face.width - across) / 2, min(face.y + face.height * 0.95, height * 0.98 - down)
    box = box_between(left, top, left + across, top + down, whole_of(pixels)) or face
    tones = cv2.cvtColor(np.ascontiguousarray(part_of(pixels, box)), cv2.COLOR_RGB2LAB).astype(np.float32)
    core = tones[box.height // 4 : -box.height // 4, box.width // 4 : -box.width // 4].reshape(-1, 3)
    away = np.linalg.norm((tones - np.median(core, axis=0)) * (0.6, 1, 1), axis=2)
    near = (away < max(30.0, float(np.percentile(away, 55)))) & (oval(box.width, box.height) > 0)
    mask = np.zeros((height, width), np.float32)
    part_of(mask, box)[:] = near
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), width / 150), np.float32)
    return _recoloured(pixels, rng, mask, Box(*cv2.boundingRect((mask > 0.4).astype(np.uint8))))


def sky_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The upper part of the poster in another colour, with a soft lower end."""
    width, height = size_of(pixels)
    down, soft = round(height * between(rng, 0.28, 0.42)), round(height * 0.06)
    column = np.clip((down - np.arange(height, dtype=np.float32)) / soft, 0, 1) * np.float32(0.9)
    return _recoloured(pixels, rng, np.repeat(column[:, None], width, axis=1), Box(0, 0, width, down))


def object_painted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A large moon in the upper part, flames at the lower end, a sword, or a car."""
    (width, height), kind = size_of(pixels), one_of(rng, ("moon", "fire", "sword", "car"))
    if kind == "moon":
        drawing, low, high = drawings.moon(round(min(width, height) * between(rng, 0.34, 0.5)), rng), 0.02, 0.3
    elif kind == "fire":
        drawing, low, high = drawings.fire(width, round(height * between(rng, 0.3, 0.42)), rng), 1.0, 1.0
    else:
        side, plain = min(width, height) * between(rng, 0.5, 0.75), BLACK if pixels.mean() > 110 else WHITE
        shape, low, high = drawings.sign(kind, round(side), one_of(rng, (plain, (206, 30, 36)))), 0.3, 0.8
        lean = between(rng, -50, 50) if kind == "sword" else 0
        drawing = shape.rotate(lean, Image.Resampling.BICUBIC, expand=True)
    result, x = pixels.copy(), round(between(rng, 0.04, 0.96) * (width - drawing.width))
    box = paste_drawing(result, drawing, x, round(between(rng, low, high) * (height - drawing.height)))
    return Attacked(result, (box,), kind)
