"""Edits: faces, figures, grounds and things."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of, resize, size_of, whole_of
from benchmarks.attacks.nineteenth.claims import edit
from benchmarks.attacks.nineteenth.finding import box_of, face_of, figure_box, figure_mask, smaller
from benchmarks.attacks.nineteenth.lettering import Mask, lay, room_for, scaled
from benchmarks.attacks.nineteenth.photometric import grain
from benchmarks.attacks.values import Attacked, OtherPosters, Part

Rng = np.random.Generator


def toned(patch: Pixels, like: Pixels, share: float) -> Pixels:
    """A patch with its mean and contrast moved towards another's."""
    values, goal = patch.reshape(-1, 3).astype(np.float32), like.reshape(-1, 3).astype(np.float32)
    matched = (values - values.mean(0)) * np.clip((goal.std(0) + 8) / (values.std(0) + 8), 0.6, 1.6) + goal.mean(0)
    mixed = np.clip((1 - share) * values + share * matched, 0, 255)
    return np.asarray(mixed, np.uint8).reshape(patch.shape)


def oval(width: int, height: int, feather: float = 0.06) -> Mask:
    """A soft ellipse."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return np.asarray(np.clip((1 - np.hypot(x, y)) / (2 * feather), 0, 1), np.float32)


def painted(canvas: Pixels, mask: Mask, ink: Pixels | Colour) -> Box:
    """Paints a mask of the whole picture's size; the box of what changed."""
    lay(canvas, mask, 0, 0, ink)
    return box_of(mask)


def cut_out(pixels: Pixels) -> tuple[Pixels, Mask]:
    """A poster's figure and its mask, both tight."""
    mask = figure_mask(pixels, figure_box(pixels))
    box = box_of(mask, 0.5)
    return part_of(pixels, box), part_of(mask, box)


@edit
def face_replaced(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """Another poster's face, feathered and matched in colour, over the face."""
    box, foreign = face_of(canvas), others.pick(rng).pixels
    face, _ = resize(part_of(foreign, face_of(foreign)), box.width, box.height)
    return lay(canvas, oval(box.width, box.height), box.x, box.y, toned(face, part_of(canvas, box), 0.45))


@edit
def figure_pasted(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """Another poster's figure, cut out, a third to half of the picture's height, standing to one side."""
    figure, mask = cut_out(others.pick(rng).pixels)
    factor = min(between(rng, 0.34, 0.5) * canvas.shape[0] / mask.shape[0], 0.6 * canvas.shape[1] / mask.shape[1])
    wide, tall = round(mask.shape[1] * factor), round(mask.shape[0] * factor)
    small, _ = resize(figure, wide, tall)
    x, y = room_for(
        canvas,
        scaled(mask, wide, tall),
        between(rng, 0, 1) * canvas.shape[1] - wide / 2,
        between(rng, 0.25, 0.6) * canvas.shape[0],
    )
    return lay(canvas, scaled(mask, *size_of(small)), x, y, toned(small, canvas, 0.25))


@edit
def figure_removed(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """The figure gone, its place filled from around it with a little grain."""
    mask = cv2.dilate(figure_mask(canvas, figure_box(canvas, 0.36)), np.ones((9, 9), np.uint8))
    small, _ = smaller(canvas)
    hole = (cv2.resize(mask, size_of(small)) > 0.1).astype(np.uint8)
    filled = cv2.GaussianBlur(cv2.inpaint(small, hole, 5, cv2.INPAINT_TELEA), (0, 0), 1.5)
    large = np.asarray(cv2.resize(filled, size_of(canvas), interpolation=cv2.INTER_CUBIC), np.uint8)
    return painted(canvas, np.asarray(mask, np.float32), grain(large, rng, 4))


@edit
def cloned_over(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """A thing hidden behind texture from elsewhere in the poster, with a soft edge."""
    width, height = size_of(canvas)
    box = figure_box(canvas, between(rng, 0.24, 0.34))
    far_x = 0 if box.x + box.width / 2 > width / 2 else width - box.width
    far_y = max(0, min(height - box.height, box.y + one_of(rng, (-1, 1)) * box.height))
    source = part_of(canvas, Box(far_x, far_y, box.width, box.height)).copy()
    return lay(canvas, oval(box.width, box.height, 0.1), box.x, box.y, source)


@edit
def recoloured(canvas: Pixels, rng: Rng, others: OtherPosters) -> Box:
    """Clothes, hair or the sky in a clearly different colour, softly bounded."""
    width, height = size_of(canvas)
    if rng.random() < 0.4:
        mask = np.zeros((height, width), np.float32)
        mask[: round(between(rng, 0.28, 0.4) * height)] = 1
        mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), 0.02 * height), np.float32)
    else:
        mask = figure_mask(canvas, figure_box(canvas))
    lab = cv2.cvtColor(canvas, cv2.COLOR_RGB2LAB).astype(np.float32)
    turn = between(rng, 0.5, 1.5) * np.pi
    a, b = lab[..., 1] - 128, lab[..., 2] - 128
    lab[..., 1] = 128 + np.cos(turn) * a - np.sin(turn) * b + 34 * np.cos(turn)
    lab[..., 2] = 128 + np.sin(turn) * a + np.cos(turn) * b + 34 * np.sin(turn)
    return painted(canvas, mask, np.asarray(cv2.cvtColor(np.clip(lab, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB)))


def _grounded(pixels: Pixels, behind: Pixels, note: str, parts: tuple[Part, ...] = ()) -> Attacked:
    """The poster's figure kept on another ground."""
    mask, canvas = figure_mask(pixels, figure_box(pixels, 0.6)), behind.copy()
    figure = painted(canvas, mask, pixels)
    return Attacked(canvas, (whole_of(pixels),), note, parts=(Part("", figure), *parts))


def background_replaced(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The figure before a sunset, a night sky with stars, or plain studio paper."""
    (width, height), kind = size_of(pixels), one_of(rng, ("sunset", "night", "paper"))
    top, bottom = {
        "sunset": ((70, 40, 110), (255, 150, 60)),
        "night": ((4, 6, 30), (40, 50, 110)),
        "paper": ((235, 225, 205), (190, 200, 205)),
    }[kind]
    ramp = np.linspace(0, 1, height)[:, None, None]
    behind = np.broadcast_to((1 - ramp) * np.array(top) + ramp * np.array(bottom), (height, width, 3)) + rng.normal(
        0, 3, (height, width, 3)
    )
    behind[(rng.random((height, width)) < 0.0008) & (kind == "night")] = 255
    return _grounded(pixels, np.clip(behind, 0, 255).astype(np.uint8), kind)


def on_other_ground(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """The figure on another whole poster."""
    other = others.pick(rng)
    behind, _ = resize(other.pixels, *size_of(pixels))
    return _grounded(pixels, behind, other.name, (Part(other.name, whole_of(pixels)),))


def halves_joined(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """One half from another poster: beside, below or aslant, with a hard or soft seam."""
    other, (width, height) = others.pick(rng), size_of(pixels)
    behind, _ = resize(other.pixels, width, height)
    down, across = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    field = one_of(rng, (across - 0.5, 0.5 - across, down - 0.5, 0.5 - down, (across + down) / 2 - 0.5))
    mask, canvas = np.clip(0.5 + field / one_of(rng, (0.004, 0.08)), 0, 1).astype(np.float32), pixels.copy()
    box = painted(canvas, mask, behind)
    return Attacked(canvas, (box,), parts=(Part("", box_of(1 - mask)), Part(other.name, box)))


def grid_of_four(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """Two by two posters, this one anywhere among them."""
    (width, height), mine = size_of(pixels), int(rng.integers(4))
    wide, tall = width // 2, height // 2
    canvas, boxes, parts = np.zeros((2 * tall, 2 * wide, 3), np.uint8), [], []
    place, shown = np.eye(3), whole_of(pixels)
    for cell in range(4):
        box, other = Box(cell % 2 * wide, cell // 2 * tall, wide, tall), others.pick(rng)
        part_of(canvas, box)[:] = resize(pixels if cell == mine else other.pixels, wide, tall)[0]
        if cell == mine:
            place, shown = np.array([[wide / width, 0, box.x], [0, tall / height, box.y], [0, 0, 1.0]]), box
        else:
            boxes.append(box)
        parts.append(Part("" if cell == mine else other.name, box))
    return Attacked(canvas, tuple(boxes), place=place, shown=shown, parts=tuple(parts))
