"""Edits: several official posters made into one."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.edit_pictures import middle_figure
from benchmarks.attacks.edit_words import saved_by_editor
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.paint import Mask, blend, feather
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def half(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters joined left and right or top and bottom, with a soft seam."""
    width, height = size_of(picture)
    other = others.pick(rng)
    there, _ = resize(other.pixels, width, height)
    beside = bool(rng.random() < 0.5)
    seam = rng.uniform(0.4, 0.6)
    mask: Mask = np.zeros((height, width), np.float32)
    if beside:
        at = round(width * seam)
        mask[:, at:] = 1
        boxes = (Box(0, 0, at, height), Box(at, 0, width - at, height))
    else:
        at = round(height * seam)
        mask[at:] = 1
        boxes = (Box(0, 0, width, at), Box(0, at, width, height - at))
    if rng.random() < 0.5:
        mask, boxes = 1 - mask, (boxes[1], boxes[0])
    soft = feather(mask, width * rng.uniform(0, 0.04))
    parts = (Part("", boxes[0]), Part(other.name, boxes[1]))
    return Attacked(blend(picture, there, soft), (boxes[1],), f"with {other.name}",
                    saved_as=saved_by_editor(rng), parts=parts)  # fmt: skip


def figure_on_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The middle figure of this poster on the sharp ground of another."""
    size = size_of(picture)
    other = others.pick(rng)
    ground, _ = resize(other.pixels, *size)
    mask, box = middle_figure(picture, rng)
    whole = Box(0, 0, *size)
    parts = (Part("", box), Part(other.name, whole))
    return Attacked(blend(ground, picture, mask), (whole,), f"on {other.name}",
                    saved_as=saved_by_editor(rng), parts=parts)  # fmt: skip


def grid(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Parts of three or four posters side by side, the whole as large as one."""
    width, height = size_of(picture)
    count = int(rng.integers(3, 5))
    boxes = _cells(width, height, count, rng)
    order = rng.permutation(count)
    result = np.zeros_like(picture)
    parts = []
    for number, place in enumerate(order):
        box = boxes[int(place)]
        name, pixels = "", picture
        if number:
            other = others.pick(rng)
            name, pixels = other.name, resize(other.pixels, width, height)[0]
        result[box.y : box.y + box.height, box.x : box.x + box.width] = _piece(pixels, box, rng)
        parts.append(Part(name, box))
    changed = tuple(part.box for part in parts if part.name)
    return Attacked(result, changed, f"{count} posters", saved_as=saved_by_editor(rng), parts=tuple(parts))


def _piece(pixels: Pixels, box: Box, rng: np.random.Generator) -> Pixels:
    """A part of a poster of the cell's shape, as large as it was."""
    x = int(rng.integers(0, pixels.shape[1] - box.width + 1))
    y = int(rng.integers(0, pixels.shape[0] - box.height + 1))
    return pixels[y : y + box.height, x : x + box.width]


def _cells(width: int, height: int, count: int, rng: np.random.Generator) -> list[Box]:
    """Three strips, or two rows of two."""
    if count == 4:
        x, y = round(width * rng.uniform(0.42, 0.58)), round(height * rng.uniform(0.42, 0.58))
        return [
            Box(0, 0, x, y),
            Box(x, 0, width - x, y),
            Box(0, y, x, height - y),
            Box(x, y, width - x, height - y),
        ]
    if rng.random() < 0.5:
        edges = [0, round(height * rng.uniform(0.28, 0.36)), round(height * rng.uniform(0.62, 0.7)), height]
        return [Box(0, edges[i], width, edges[i + 1] - edges[i]) for i in range(3)]
    edges = [0, round(width * rng.uniform(0.28, 0.36)), round(width * rng.uniform(0.62, 0.7)), width]
    return [Box(edges[i], 0, edges[i + 1] - edges[i], height) for i in range(3)]
