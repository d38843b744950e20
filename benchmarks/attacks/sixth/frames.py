"""Benign: the poster on a larger ground."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import resize, scale_matrix, shift_matrix, size_of
from benchmarks.attacks.sixth.letters import Face, Ink, fits, mask_of, put, some_face, stacked
from benchmarks.attacks.sixth.tools import Layer, Tone, as_pixels, count, floats, mix, paste, saved, soften
from benchmarks.attacks.sixth.wording import HANDLES, MEMES, REMARKS
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters


def placed(canvas: Pixels, picture: Pixels, box: Box) -> tuple[Pixels, Matrix]:
    """The picture, resized into a box of a canvas (which may cut it off), and where its points went."""
    width, height = size_of(picture)
    small, _ = resize(picture, box.width, box.height)
    layer: Layer = np.dstack([small, np.full(small.shape[:2], 255, np.uint8)]).astype(np.float32)
    place = shift_matrix(box.x, box.y) @ scale_matrix(box.width / width, box.height / height)
    return paste(canvas, layer, box.x, box.y), place


def square_bars(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A square: bars at the sides, or the middle of the picture only."""
    width, height = size_of(picture)
    if rng.random() < 0.6:
        bar: Tone = one_of(rng, ((0, 0, 0), (255, 255, 255), (24, 26, 32), (236, 226, 208)))
        box = Box((height - width) // 2 if height > width else 0, 0, width, height)
        canvas = np.full((height, max(width, height), 3), bar, np.uint8)
        whole, place = placed(canvas, picture, box)
        return Attacked(whole, note="bars", place=place, saved_as=saved(rng), shown=box)
    side = min(width, height)
    x, y = (width - side) // 2, count(rng, 0, height - side)
    part = np.ascontiguousarray(picture[y : y + side, x : x + side])
    return Attacked(part, note="cut", place=shift_matrix(-x, -y), saved_as=saved(rng))


def story_post(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A vertical story: the poster on a blurred copy of itself or a plain or shaded ground."""
    wide, high = one_of(rng, ((540, 960), (720, 1280), (608, 1080)))
    width, height = size_of(picture)
    if rng.random() < 0.5:
        across = round(high * width / height) if high * width / height > wide else wide
        large, _ = resize(picture, max(wide, across), high)
        x = (size_of(large)[0] - wide) // 2
        ground = as_pixels(cv2.GaussianBlur(large[:, x : x + wide], (0, 0), wide / 22) * 0.75)
    else:
        top, low = one_of(
            rng, (((250, 120, 90), (120, 40, 160)), ((20, 22, 30), (20, 22, 30)), ((70, 160, 240), (240, 240, 250)))
        )
        down = np.linspace(0, 1, high, dtype=np.float32)[:, None, None]
        ground = as_pixels(np.repeat(floats(top) * (1 - down) + floats(low) * down, wide, axis=1))
    share = min(between(rng, 0.62, 0.9) * wide, 0.72 * high * width / height)
    box_width, box_height = round(share), round(share * height / width)
    box = Box((wide - box_width) // 2, round(high * between(rng, 0.47, 0.54) - box_height / 2), box_width, box_height)
    canvas, place = placed(ground, picture, box)
    unit = wide / 540
    for number in range(3):
        left = round((12 + 174 * number) * unit)
        tone = (255, 255, 255) if number == 0 else (190, 190, 190)
        cv2.line(
            canvas,
            (left, round(14 * unit)),
            (left + round(164 * unit), round(14 * unit)),
            tone,
            max(2, round(3 * unit)),
        )
    cv2.circle(canvas, (round(40 * unit), round(52 * unit)), round(20 * unit), (208, 120, 150), -1, cv2.LINE_AA)
    name = mask_of(one_of(rng, HANDLES)[1:], Face("cv:600"), 13 * unit)
    canvas = put(canvas, name, Ink(shadow=0.1), (70 * unit + name.shape[1] / 2, 52 * unit), 13 * unit)
    if rng.random() < 0.7:
        words = mask_of(one_of(rng, REMARKS), some_face(rng), 26 * unit)
        canvas = put(canvas, words, Ink(shadow=0.08), (wide / 2, high * 0.92), 26 * unit)
    return Attacked(canvas, note=f"{wide}x{high}", place=place, saved_as=saved(rng), shown=box)


def framed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A frame around the poster: mat and wood, or plain lines."""
    width, height = size_of(picture)
    rim, mat = round(width * between(rng, 0.025, 0.06)), round(width * between(rng, 0, 0.08))
    wood: Tone = one_of(rng, ((22, 20, 20), (112, 72, 40), (240, 240, 238), (170, 140, 70)))
    edge = rim + mat
    canvas = np.full((height + 2 * edge, width + 2 * edge, 3), (246, 244, 240), np.uint8)
    far_x, far_y = canvas.shape[1] - 1, canvas.shape[0] - 1
    for step in range(rim):
        shade = 0.7 + 0.5 * np.sin(np.pi * (step + 0.5) / rim)
        tone = tuple(min(255, round(value * shade)) for value in wood)
        cv2.rectangle(canvas, (step, step), (far_x - step, far_y - step), tone, 1)
    whole, place = placed(canvas, picture, Box(edge, edge, width, height))
    shown = Box(edge, edge, width, height)
    return Attacked(whole, note=f"rim {rim}, mat {mat}", place=place, saved_as=saved(rng), shown=shown)


def round_corners(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Rounded corners and a soft shadow on a plain ground."""
    width, height = size_of(picture)
    edge, radius = round(width * between(rng, 0.03, 0.12)), round(width * between(rng, 0.04, 0.1))
    ground: Tone = one_of(rng, ((255, 255, 255), (18, 18, 20), (240, 240, 244), (28, 40, 66)))
    canvas = np.full((height + 2 * edge, width + 2 * edge, 3), ground, np.uint8)
    shape = np.zeros(canvas.shape[:2], np.float32)
    shape[edge : edge + height, edge : edge + width] = rounded(width, height, radius)
    shade = soften(np.roll(shape, edge // 5, 0), max(1, edge / 4)) * 0.5
    canvas = as_pixels(canvas * (1 - shade[..., None]))
    box = Box(edge, edge, width, height)
    whole, place = placed(canvas, picture, box)
    return Attacked(mix(canvas, whole, shape), note=f"radius {radius}", place=place, saved_as=saved(rng), shown=box)


def rounded(width: int, height: int, radius: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """A filled rectangle with round corners as a mask."""
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    beyond_x = np.maximum(0, np.abs(across - (width - 1) / 2) - (width / 2 - radius))
    beyond_y = np.maximum(0, np.abs(down - (height - 1) / 2) - (height / 2 - radius))
    return floats(np.clip(radius + 0.5 - np.hypot(beyond_x, beyond_y), 0, 1))


def meme_bar(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white or black bar above with a joke in it."""
    width, height = size_of(picture)
    capital = width * between(rng, 0.042, 0.055)
    face = one_of(rng, (Face("cv:700"), Face("DejaVuSansCondensed-Bold"), Face("aileron", weight=0.03)))
    words = stacked(one_of(rng, MEMES), face, capital, centred=rng.random() < 0.5)
    bar = round(words.shape[0] + capital * 2)
    dark = rng.random() < 0.25
    canvas = np.full((height + bar, width, 3), 12 if dark else 255, np.uint8)
    capital *= fits(words, width * 0.9, bar)
    ink = Ink((255, 255, 255) if dark else (10, 10, 10))
    strip = put(np.ascontiguousarray(canvas[:bar]), words, ink, (words.shape[1] / 2 + width * 0.04, bar / 2), capital)
    canvas[:bar] = strip
    canvas[bar:] = picture
    shown = Box(0, bar, width, height)
    return Attacked(canvas, note=f"bar {bar}", place=shift_matrix(0, bar), saved_as=saved(rng), shown=shown)
