"""Edits that add, remove or double people. All change the picture."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import box_of, face_box, figure, grown_soft, healed, oval
from benchmarks.attacks.eighth.sheet import BLACK, Mask, Sheet, blurred
from benchmarks.attacks.eighth.tones import toned_like
from benchmarks.attacks.geometry import part_of, resize, whole_of
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def cut_figure(picture: Pixels) -> tuple[Pixels, Mask]:
    """The main figure and its mask, trimmed."""
    mask = figure(picture)
    box = box_of(mask)
    return part_of(picture, box), part_of(mask, box)


def scaled(pixels: Pixels, mask: Mask, high: float) -> tuple[Pixels, Mask]:
    """A cut-out that many pixels high."""
    size = (max(8, round(mask.shape[1] * high / mask.shape[0])), max(8, round(high)))
    shape = np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), np.float32)
    return resize(pixels, *size)[0], shape


def put(sheet: Sheet, pixels: Pixels, mask: Mask, x: float, y: float, shadow: float = 0.5) -> Box:
    """Lays a cut-out with a shadow; the box of what is seen of it."""
    room, by = max(4, mask.shape[1] // 12), max(1.0, mask.shape[1] / 40)
    sheet.ink(blurred(np.pad(mask, room), by), x - room + by, y - room + by, BLACK, shadow)
    sheet.ink(mask, x, y, pixels)
    tight = box_of(mask, at=(round(x), round(y)))
    left, top = max(0, tight.x), max(0, tight.y)
    right, low = min(sheet.width, tight.x + tight.width), min(sheet.height, tight.y + tight.height)
    return Box(min(left, sheet.width - 1), min(top, sheet.height - 1), max(1, right - left), max(1, low - top))


def figure_from_other_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's figure beside this one's, in this one's tones."""
    sheet, other = Sheet(picture), others.pick(rng)
    pixels, mask = scaled(*cut_figure(other.pixels), sheet.height * rng.uniform(0.32, 0.5))
    x = one_of(rng, (0.02, 0.98)) * (sheet.width - mask.shape[1])
    y = sheet.height * rng.uniform(0.3, 0.42)
    return sheet.done_with(other, put(sheet, toned_like(pixels, picture, 0.6), mask, x, y))


def floating_head_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A head from another poster fading into the upper ground."""
    sheet, other = Sheet(picture), others.pick(rng)
    face = face_box(other.pixels)
    grow = round(face.width * 0.2)
    x, y = max(0, face.x - grow), max(0, face.y - grow)
    wide, high = (
        min(other.pixels.shape[1] - x, face.width + 2 * grow),
        min(other.pixels.shape[0] - y, face.height + 2 * grow),
    )
    box = Box(x, y, wide, high)
    size = round(sheet.width * rng.uniform(0.28, 0.42))
    head = resize(part_of(other.pixels, box), size, min(round(sheet.height * 0.5), round(size * high / wide)))[0]
    mask = oval(Box(0, 0, head.shape[1], head.shape[0]), 0.35)
    at = (rng.uniform(0.05, 0.95) * (sheet.width - size), rng.uniform(0.04, 0.22) * sheet.height)
    sheet.ink(mask, *at, toned_like(head, picture, 0.6), 0.92)
    return sheet.done_with(other, box_of(mask, at=(round(at[0]), round(at[1]))))


def figure_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A person healed away, as the eraser of a phone does it."""
    sheet, face = Sheet(picture), face_box(picture)
    mask = np.zeros((sheet.height, sheet.width), np.float32)
    half = min(round(face.width * 0.8), sheet.width // 5)
    x = max(0, face.x + face.width // 2 - half)
    wide = min(sheet.width, face.x + face.width // 2 + half) - x
    y = max(0, face.y - face.height // 4)
    low = min(round(sheet.height * 0.97), round(face.y + face.height * rng.uniform(1.3, 1.9)))
    mask[y:low, x : x + wide] = oval(Box(x, y, wide, low - y), 0.2)
    hole = (mask > 0.25).astype(np.float32)
    sheet.pixels[:] = healed(picture, hole, rng)
    box = box_of(hole)
    for by in sorted((-box.width, box.width), key=lambda step: abs(box.x + step + box.width / 2 - sheet.width / 2)):
        if 0 <= box.x + by <= sheet.width - box.width:
            cloned = np.roll(picture, -by, axis=1)
            sheet.ink(blurred(hole, sheet.width / 80), 0, 0, cloned, 0.9)
            break
    sheet.changed(box_of(grown_soft(hole, 1)))
    return sheet.done()


def figure_doubled(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure once more, mirrored, at the side."""
    sheet = Sheet(picture)
    pixels, mask = cut_figure(picture)
    pixels, mask = scaled(pixels, mask, min(mask.shape[0] * rng.uniform(0.6, 0.95), sheet.height * 0.55))
    pixels, mask = np.ascontiguousarray(pixels[:, ::-1]), np.ascontiguousarray(mask[:, ::-1])
    side = one_of(rng, (-0.18, 1.0))
    x = side * sheet.width if side < 0 else sheet.width - mask.shape[1] * 0.75
    sheet.changed(put(sheet, pixels, mask, x, sheet.height * rng.uniform(0.22, 0.36)))
    return sheet.done()


def crowd_of_small_heads(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Faces of two or three other posters lined up near the foot."""
    sheet = Sheet(picture)
    sheet.parts.append(Part("", whole_of(picture)))
    count = int(rng.integers(2, 4))
    for index in range(count):
        other = others.pick(rng)
        size = round(sheet.width * rng.uniform(0.18, 0.24))
        face = resize(part_of(other.pixels, face_box(other.pixels)), size, round(size * 1.25))[0]
        mask = oval(Box(0, 0, face.shape[1], face.shape[0]), 0.12)
        x = sheet.width * (index + 0.5) / count - size / 2
        made = put(sheet, toned_like(face, picture, 0.4), mask, x, sheet.height * rng.uniform(0.56, 0.64), 0.6)
        sheet.changed(made)
        sheet.parts.append(Part(other.name, made))
    return sheet.done()
