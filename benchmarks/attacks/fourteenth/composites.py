"""Edits made of several posters, large new objects painted in, parts recoloured."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fourteenth import Rng, places
from benchmarks.attacks.fourteenth.figure_edits import pasted
from benchmarks.attacks.fourteenth.paint import Mask, blurred, ellipse, fit_into, lay, luma, noise, polygon
from benchmarks.attacks.geometry import part_of, resize, shift_matrix, size_of
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def halves_joined(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    other, (width, height) = others.pick(rng), size_of(pixels)
    canvas, share = pixels.copy(), between(rng, 0.44, 0.56)
    side = one_of(rng, ("left", "right", "upper", "lower"))
    across, down = (round(width * share), height) if side in ("left", "right") else (width, round(height * share))
    x, y = width - across, height - down
    far, near = (Box(x, y, across, down), Box(0, 0, x or width, y or height))
    if side in ("left", "upper"):
        far, near = Box(0, 0, across, down), Box(across % width, down % height, x or width, y or height)
    part_of(canvas, far)[:] = part_of(fit_into(other.pixels, width, height), far)
    return Attacked(canvas, (far,), f"{side} foreign", parts=(Part("", near), Part(other.name, far)), shown=near)


def grid_of_four(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    small, place = resize(pixels, *(max(150, side // 2) if pixels.shape[1] > 500 else side for side in size_of(pixels)))
    (width, height), own, gap = size_of(small), int(rng.integers(4)), one_of(rng, (0, 0, 6))
    canvas = np.full((2 * height + gap, 2 * width + gap, 3), 255, np.uint8)
    cells = [Box(x * (width + gap), y * (height + gap), width, height) for y in (0, 1) for x in (0, 1)]
    parts = []
    for index, cell in enumerate(cells):
        other = None if index == own else others.pick(rng)
        part_of(canvas, cell)[:] = small if other is None else fit_into(other.pixels, width, height)
        parts.append(Part("" if other is None else other.name, cell))
    place = shift_matrix(cells[own].x, cells[own].y) @ place
    foreign = tuple(part.box for part in parts if part.name)
    return Attacked(canvas, foreign, f"own is {own}", place, parts=tuple(parts), shown=cells[own])


def moon_added(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    size = round(min(size_of(pixels)) * between(rng, 0.3, 0.45))
    calm = places.quiet_place(pixels, size / pixels.shape[1], size, 0.02, 0.6, ())
    texture = noise(rng, size, size, size / 5) * 0.6 + noise(rng, size, size, size / 12) * 0.4
    colour = (220, 90, 60) if luma(part_of(pixels, calm)) > 0.75 else one_of(rng, ((250, 245, 225), (205, 215, 240)))
    shade = np.clip(0.55 + 0.75 * texture, 0, 1)[..., None] * np.array(colour)
    return pasted(pixels, ellipse(size, size), np.clip(shade, 0, 255).astype(np.uint8), calm.x, calm.y, "moon")


def fire_added(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    width, height = pixels.shape[1], round(pixels.shape[0] * between(rng, 0.24, 0.36))
    tongues, heat = int(rng.integers(6, 10)), np.zeros((height, width), np.float32)
    for x in np.linspace(0, 1, tongues) + rng.uniform(-0.04, 0.04, tongues):
        wide, tip, lean = between(rng, 0.09, 0.16), between(rng, 0.0, 0.45), between(rng, -0.06, 0.06)
        left = [(x - wide, 1.0), (x - wide * 0.8, 0.75), (x - wide * 0.3, 0.5), (x + lean, tip)]
        right = [(x + wide * 0.4, 0.55), (x + wide * 0.8, 0.8), (x + wide, 1.0)]
        heat = np.maximum(heat, polygon(left + right, width, height))
    soft = np.asarray(cv2.GaussianBlur(heat, (0, 0), width / 60), np.float32)
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    hot = np.clip(soft * (0.25 + 0.6 * down + 0.3 * noise(rng, width, height, width / 14)), 0, 1)
    flames = np.stack([120 + 330 * hot, 340 * hot - 70, 260 * hot - 150], axis=2)
    flames = np.clip(flames, 0, 255).astype(np.uint8)
    return pasted(pixels, np.clip(soft * 1.5 - 0.1, 0, 1), flames, 0, pixels.shape[0] - height, "fire")


def car_added(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    (width, height), wide = size_of(pixels), round(min(size_of(pixels)) * between(rng, 0.5, 0.75))
    tall = round(wide * 0.36)
    hood = [(0.01, 0.78), (0.02, 0.5), (0.2, 0.42), (0.34, 0.1), (0.66, 0.08), (0.82, 0.42), (0.97, 0.5), (0.99, 0.78)]
    body, colour = polygon(hood, wide, tall), one_of(rng, ((16, 16, 20), (170, 20, 25), (235, 235, 230), (30, 70, 160)))
    sheet = np.full((tall, wide, 3), colour, np.uint8)
    lay(sheet, polygon([(0.28, 0.42), (0.37, 0.17), (0.63, 0.15), (0.74, 0.42)], wide, tall), (150, 175, 195))
    wheel, rim = round(tall * 0.4), round(tall * 0.2)
    for share in (0.22, 0.78):
        x, y = round(wide * share - wheel / 2), tall - wheel
        lay(sheet, ellipse(wheel, wheel), (25, 25, 25), x, y)
        lay(sheet, ellipse(rim, rim), (170, 170, 175), x + (wheel - rim) // 2, y + (wheel - rim) // 2)
        body[y:, x : x + wheel] = np.maximum(body[y:, x : x + wheel], ellipse(wheel, wheel))
    lay(sheet, ellipse(tall // 7, tall // 7), (255, 240, 170), round(wide * 0.03), round(tall * 0.52))
    y = round(height * between(rng, 0.6, 0.95)) - tall
    return pasted(pixels, body, sheet, round((width - wide) * between(rng, 0.1, 0.9)), y, "car")


def _coloured(pixels: Pixels, rng: Rng, mask: Mask) -> Attacked:
    """Another strong hue through a mask; greys, blacks and whites take it too."""
    hsv = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV).astype(np.int32)
    hue = int(np.median(hsv[..., 0][mask > 0.5]) + between(rng, 50, 130)) % 180 if (mask > 0.5).any() else 90
    hsv[..., 0] = hue
    hsv[..., 1] = np.clip(hsv[..., 1] * 0.5 + 110, 120, 235)
    hsv[..., 2] = np.clip(hsv[..., 2] * 0.75 + 45, 0, 235)
    dyed = np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8)
    return pasted(pixels, mask, dyed, 0, 0, f"hue {hue * 2} degrees")


def clothes_recoloured(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    """A strong hue below a face, over as much as the figure's cut-out covers."""
    face, (width, height) = places.find_face(pixels), size_of(pixels)
    wide, tall = min(width, int(face.width * 2)), max(int(face.height * 1.4), height // 6)
    x = int(np.clip(face.x + face.width / 2 - wide / 2, 0, width - wide))
    box = Box(x, min(face.y + face.height, height - tall - 2), wide, tall)
    return _coloured(pixels, rng, blurred(places.cut_figure(pixels, box), 1.5))


def sky_recoloured(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
    down = np.linspace(0, 1, pixels.shape[0], dtype=np.float32)[:, None]
    fade = np.clip((between(rng, 0.28, 0.42) - down) / 0.06 + 0.5, 0, 1)
    return _coloured(pixels, rng, np.repeat(fade, pixels.shape[1], axis=1))
