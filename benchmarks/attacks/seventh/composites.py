"""Edits that join posters or mirror their parts."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import resize, shift_matrix, size_of, whole_of
from benchmarks.attacks.seventh.canvas import Mask, edited_file, feathered, lay, softened
from benchmarks.attacks.seventh.finding import box_of
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, Part


def filled(picture: Pixels, width: int, height: int) -> Pixels:
    """The middle of a picture that fills such a frame."""
    factor = max(width / picture.shape[1], height / picture.shape[0])
    large, _ = resize(
        picture, max(width, round(picture.shape[1] * factor)), max(height, round(picture.shape[0] * factor))
    )
    y, x = (large.shape[0] - height) // 2, (large.shape[1] - width) // 2
    return large[y : y + height, x : x + width]


def region_turned_round(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One large part of the picture mirrored where it stands, the rest as it was."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    wide, tall = round(float(rng.uniform(0.5, 0.85)) * width), round(float(rng.uniform(0.35, 0.55)) * height)
    x, y = round(float(rng.uniform(0, 1)) * (width - wide)), round(float(rng.uniform(0.1, 0.6)) * (height - tall))
    part = np.ascontiguousarray(picture[y : y + tall, x : x + wide][:, ::-1])
    lay(canvas, feathered(wide, tall, 0.06, round_it=False), x, y, part.astype(np.float32))
    return Attacked(canvas, (Box(x, y, wide, tall),), f"{wide} by {tall}", saved_as=edited_file(rng))


def _joined(
    picture: Pixels, rng: np.random.Generator, others: OtherPosters, mask: Mask, shift: tuple[int, int], note: str
) -> Attacked:
    """Another poster where the mask is 1. shift: how far it is moved so that its middle is seen."""
    width, height = size_of(picture)
    other = others.pick(rng)
    moved = np.roll(filled(other.pixels, width, height), shift, axis=(0, 1))
    canvas = picture.copy()
    lay(canvas, mask, 0, 0, moved.astype(np.float32))
    box = box_of(mask, 0.5)
    rest = box_of(np.asarray(1 - mask, np.float32), 0.5)
    return Attacked(
        canvas,
        (box,),
        f"{note}, {other.name}",
        parts=(Part("", rest), Part(other.name, box)),
        saved_as=edited_file(rng),
    )


def halves_side_by_side(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The left half of this poster and the right half of another, with or without a soft seam."""
    width, height = size_of(picture)
    mask = np.zeros((height, width), np.float32)
    mask[:, width // 2 :] = 1
    if rng.random() < 0.4:
        mask = softened(mask, width / 60)
        mask[mask < 0.01] = 0
    return _joined(picture, rng, others, mask, (0, 0), "upright")


def halves_one_above_other(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The upper half of another poster above the lower half of this one, or the other way round."""
    width, height = size_of(picture)
    mask = np.zeros((height, width), np.float32)
    if rng.random() < 0.5:
        mask[: height // 2] = 1
    else:
        mask[height // 2 :] = 1
    return _joined(picture, rng, others, mask, (0, 0), "level")


def halves_cut_slanting(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters on either side of a slanting seam, a white line on it now and then."""
    width, height = size_of(picture)
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    lean = float(rng.uniform(0.3, 1.0) * rng.choice([-1, 1]))
    side = (across + lean * down) * width / 2
    mask = np.asarray(np.clip(side + 0.5, 0, 1), np.float32)
    joined = _joined(picture, rng, others, mask, (0, 0), "slant")
    if rng.random() < 0.5:
        line = np.asarray(np.clip(width / 120 - np.abs(side), 0, 1) * (side > 0), np.float32)
        lay(joined.pixels, line, 0, 0, (255, 255, 255))
    return joined


def four_posters_in_a_grid(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """This poster and three others in a grid of two by two."""
    width, height = size_of(picture)
    gap = round(float(rng.choice([0.0, 0.01])) * width)
    scale = 0.5 if width >= 300 else 0.75
    wide, tall = round(width * scale), round(height * scale)
    canvas = np.full((2 * tall + gap, 2 * wide + gap, 3), 255, np.uint8)
    own = int(rng.integers(0, 4))
    boxes, parts, place = [], [], np.eye(3)
    for cell in range(4):
        x, y = (cell % 2) * (wide + gap), (cell // 2) * (tall + gap)
        if cell == own:
            piece, grown = resize(picture, wide, tall)
            place = _moved(grown, x, y)
            name = ""
        else:
            other = others.pick(rng)
            piece, name = filled(other.pixels, wide, tall), other.name
            boxes.append(Box(x, y, wide, tall))
        canvas[y : y + tall, x : x + wide] = piece
        parts.append(Part(name, Box(x, y, wide, tall)))
    return Attacked(canvas, tuple(boxes), f"own at {own}", place, edited_file(rng), tuple(parts), shown=parts[own].box)


def _moved(matrix: Matrix, x: int, y: int) -> Matrix:
    return np.asarray(shift_matrix(x, y) @ matrix, np.float64)


def kaleidoscope_halves(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One half of the picture mirrored onto the other, so that both sides are alike."""
    width = picture.shape[1]
    canvas = picture.copy()
    half = width // 2
    canvas[:, width - half :] = picture[:, :half][:, ::-1]
    box = Box(width - half, 0, half, whole_of(picture).height)
    return Attacked(canvas, (box,), "right from left", saved_as=edited_file(rng))
