"""Edits: faces, figures, grounds and colours exchanged; posters joined."""

import cv2
import numpy as np
from PIL import Image, ImageOps

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, resize, scale_matrix, shift_matrix, size_of, whole_of
from benchmarks.attacks.thirteenth import layers
from benchmarks.attacks.thirteenth.places import detail, face_box, figure_mask, quiet_box, skin_of, sums, title_box
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, Part


def filling(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """A picture that fills a size, what stands over cut off at both sides."""
    return np.asarray(ImageOps.fit(Image.fromarray(pixels), size))


def pasted(pixels: Pixels, patch: Pixels, mask: layers.Mask, x: int, y: int) -> tuple[Pixels, Box]:
    """A patch laid over the picture through its mask; the box of what changed."""
    return layers.laid(pixels, Image.fromarray(np.dstack([patch, (mask * 255).astype(np.uint8)])), x, y)


def cut_out(pixels: Pixels, mask: layers.Mask, width: float, height: float) -> tuple[Pixels, layers.Mask, Matrix]:
    """What a mask shows, as large as fits the width and the height; its mask; how its points moved."""
    box = layers.mask_box(mask)
    factor = min(width / box.width, height / box.height)
    part, place = resize(part_of(pixels, box), round(box.width * factor), round(box.height * factor))
    return part, cv2.resize(part_of(mask, box), size_of(part)), place @ shift_matrix(-box.x, -box.y)


def face_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The likeliest face under another poster's, feathered, its colours matched."""
    box = face_box(pixels)
    there = part_of(pixels, box)
    foreign = [others.pick(rng) for _ in range(5)]
    found = [part_of(other.pixels, face_box(other.pixels)) for other in foreign]
    faces = [layers.matched(resize(face, *size_of(there))[0], there) for face in found]
    alike = [np.abs(face.astype(int) - there).mean() < 25 for face in faces]
    best = max(range(5), key=lambda number: min(0.6, float(skin_of(found[number]).mean())) - alike[number])
    mask = layers.ellipse(box.width, box.height, whole_of(there), 0.15)
    result, change = pasted(pixels, faces[best], mask, box.x, box.y)
    return Attacked(result, (change,), parts=(Part("", whole_of(pixels)), Part(foreign[best].name, change)))


def figure_pasted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's figure, cut out, at the lower left or right."""
    other, (width, height) = others.pick(rng), size_of(pixels)
    part, mask, _ = cut_out(other.pixels, figure_mask(other.pixels), 0.6 * width, between(rng, 0.38, 0.55) * height)
    x = round(one_of(rng, (0.03, 0.97)) * (width - part.shape[1]))
    y = round(between(rng, 0.55, 1.0) * (height - part.shape[0]))
    result, change = pasted(pixels, part, mask, x, y)
    return Attacked(result, (change,), parts=(Part("", whole_of(pixels)), Part(other.name, change)))


def figure_removed(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure painted over from round about."""
    grown = cv2.dilate(figure_mask(pixels), np.ones((5, 5), np.uint8), iterations=max(1, pixels.shape[1] // 200))
    mask = layers.feather(np.asarray(grown, np.float32) * (1 - layers.rectangle(pixels, title_box(pixels))), 1)
    painted = layers.painted_over(pixels, mask) + rng.normal(0, 3, pixels.shape) * mask[..., None]
    return Attacked(np.clip(painted, 0, 255).astype(np.uint8), (layers.mask_box(mask),))


def thing_cloned_over(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A face or thing covered with quiet ground from elsewhere in the poster, as a clone stamp does it."""
    box, width = face_box(pixels), pixels.shape[1]
    there, busy = part_of(pixels, box), detail(pixels)
    moves = [(x, y) for x in (box.x - box.width, box.x, box.x + box.width) for y in (box.y - box.height, box.y)]
    near = [Box(x, y, box.width, box.height) for x, y in moves if 0 <= x <= width - box.width and y >= 0]
    near = [item for item in near if np.abs(part_of(pixels, item).astype(int) - there).mean() > 30]
    near = near or [quiet_box(pixels, box.width, box.height, whole_of(pixels), box)]
    source = min(near, key=lambda item: float(part_of(busy, item).mean()))
    mask = layers.ellipse(box.width, box.height, whole_of(there), 0.15)
    result, change = pasted(pixels, part_of(pixels, source), mask, box.x, box.y)
    return Attacked(result, (change,))


def background_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure kept, another poster all round it."""
    other, mask, whole = others.pick(rng), figure_mask(pixels), whole_of(pixels)
    result = layers.blend(filling(other.pixels, size_of(pixels)), pixels, mask)
    parts = (Part("", layers.mask_box(mask)), Part(other.name, whole))
    return Attacked(result, (whole,), parts=parts, shown=layers.mask_box(mask))


def figure_on_other_ground(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure cut out, in another size, on another poster that is otherwise as it was."""
    other = others.pick(rng)
    width, height = size_of(other.pixels)
    part, mask, place = cut_out(pixels, figure_mask(pixels), 0.8 * width, between(rng, 0.5, 0.75) * height)
    x = round(between(rng, 0.1, 0.9) * (width - part.shape[1]))
    y = round(between(rng, 0.4, 1.0) * (height - part.shape[0]))
    result, change = pasted(other.pixels, part, mask, x, y)
    whole, place = whole_of(result), shift_matrix(x, y) @ place
    return Attacked(result, (whole,), "", place, parts=(Part("", change), Part(other.name, whole)), shown=change)


def recoloured(pixels: Pixels, rng: np.random.Generator, mask: layers.Mask) -> Attacked:
    """A strong turn of the hue under a mask; grey ground gets a colour."""
    hue, saturation, value = cv2.split(cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV).astype(np.float32))
    by = between(rng, 45, 135)
    hue, lifted = (np.where(saturation < 40, 0, hue) + by) % 180, np.where(value < 60, 45 + value * 0.6, value * 0.95)
    turned = np.dstack([hue, np.maximum(saturation, 150), lifted]).astype(np.uint8)
    result = layers.blend(pixels, cv2.cvtColor(turned, cv2.COLOR_HSV2RGB), mask)
    return Attacked(result, (layers.mask_box(mask, 0.12),), f"hue by {2 * by:.0f}")


def clothes_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A soft-edged region under the face, or where the strongest colour is, in another colour."""
    width, height = size_of(pixels)
    vivid = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV)[..., 1].astype(np.float32) + detail(pixels) / 4
    part_of(vivid, title_box(pixels))[:] = 0
    vivid[: height // 4], vivid[int(height * 0.92) :] = 0, 0
    wide, tall = round(between(rng, 0.3, 0.45) * width), round(between(rng, 0.2, 0.3) * height)
    y, x = np.unravel_index(int(sums(vivid, wide, tall).argmax()), (height - tall + 1, width - wide + 1))
    box = Box(int(x), int(y), wide, tall)
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    middle = part_of(lab, Box(box.x + wide // 4, box.y + tall // 4, wide // 2, tall // 2)).reshape(-1, 3)
    like = np.clip(2.2 - np.abs(lab - np.median(middle, axis=0))[..., 1:].sum(axis=2) / 18, 0, 1)
    mask = layers.ellipse(width, height, box, 0.15)
    like = layers.feather(like, width / 250) if part_of(like, box).mean() > 0.35 else np.ones_like(like)
    return recoloured(pixels, rng, mask * like)


def sky_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The upper part, off the figure, in another colour."""
    width, height = size_of(pixels)
    sky = layers.rectangle(pixels, Box(0, 0, width, round(between(rng, 0.28, 0.42) * height)))
    return recoloured(pixels, rng, layers.feather(sky, height * 0.02) * (1 - figure_mask(pixels)))


def halves_joined(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One half of the poster and one of another, side by side or one over the other."""
    other, (width, height) = others.pick(rng), size_of(pixels)
    wide, tall = width // 2, height // 2
    halves = (Box(0, 0, wide, height), Box(wide, 0, width - wide, height), Box(0, 0, width, tall))
    number = int(rng.integers(4))
    mine, theirs = ((*halves, Box(0, tall, width, height - tall))[item] for item in (number, number ^ 1))
    mask = layers.feather(layers.rectangle(pixels, theirs), one_of(rng, (0.5, width / 150)))
    result = layers.blend(pixels, filling(other.pixels, (width, height)), mask)
    return Attacked(result, (theirs,), other.name, parts=(Part("", mine), Part(other.name, theirs)), shown=mine)


def grid_of_four(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two by two posters, one of them this one."""
    wide, tall = (max(150, round(side * 0.6)) for side in size_of(pixels))
    cells = [Box(x, y, wide, tall) for y in (0, tall) for x in (0, wide)]
    own = int(rng.integers(4))
    sheet, parts = np.zeros((2 * tall, 2 * wide, 3), np.uint8), []
    for number, cell in enumerate(cells):
        other = others.pick(rng)
        picture = resize(pixels, wide, tall)[0] if number == own else filling(other.pixels, (wide, tall))
        part_of(sheet, cell)[:] = picture
        parts.append(Part("" if number == own else other.name, cell))
    place = shift_matrix(cells[own].x, cells[own].y) @ scale_matrix(wide / pixels.shape[1], tall / pixels.shape[0])
    changes = tuple(cell for number, cell in enumerate(cells) if number != own)
    return Attacked(sheet, changes, place=place, parts=tuple(parts), shown=cells[own])
