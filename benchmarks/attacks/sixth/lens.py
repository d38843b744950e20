"""Benign: cameras, turns and cuts."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import crop, resize, shift_matrix, size_of, warp
from benchmarks.attacks.sixth.tools import as_pixels, count, floats, mix, saved, soften
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters


def _aslant(
    picture: Pixels, rng: np.random.Generator, size: tuple[int, int], room: Box, bend: float
) -> tuple[Matrix, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """The matrix that lays a picture into a room with bent corners, and those corners."""
    width, height = size_of(picture)
    corners = floats([[0, 0], [width, 0], [width, height], [0, height]])
    right, low = room.x + room.width, room.y + room.height
    goals = floats([[room.x, room.y], [right, room.y], [right, low], [room.x, low]])
    inward = floats([[1, 1], [-1, 1], [-1, -1], [1, -1]])
    goals += inward * rng.uniform(0, bend, (4, 2)).astype(np.float32) * floats([room.width, room.height])
    goals = np.clip(goals, 0, floats(size)).astype(np.float32)
    return np.asarray(cv2.getPerspectiveTransform(corners, goals), np.float64), goals


def seen_aslant(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A print on a wall, photographed from the side."""
    width, height = size_of(picture)
    size = round(width * between(rng, 1.1, 1.25)), round(height * between(rng, 1.06, 1.15))
    room = Box((size[0] - width) // 2, (size[1] - height) // 2, width, height)
    matrix, goals = _aslant(picture, rng, size, room, 0.13)
    wall = floats(one_of(rng, ((196, 188, 176), (120, 126, 130), (214, 214, 210), (92, 74, 60))))
    light = np.linspace(between(rng, 0.8, 1.0), between(rng, 0.75, 1.1), size[0], dtype=np.float32)[None, :, None]
    ground = wall[None, None] + rng.normal(0, 4, (size[1], size[0], 1)).astype(np.float32)
    outline = np.zeros((size[1], size[0]), np.float32)
    cv2.fillConvexPoly(outline, goals.astype(np.int32), (1.0,))
    shadow = soften(np.roll(outline, (size[0] // 70, size[0] // 90), (0, 1)), size[0] / 80)
    ground = ground * (1 - 0.5 * shadow[..., None])
    placed = mix(as_pixels(ground), warp(picture, matrix, size, (0, 0, 0)), soften(outline, 0.6))
    return Attacked(as_pixels(placed * light), note="wall", place=matrix, saved_as=saved(rng))


def screen_snap(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo of a monitor: bezel, moire, a reflection, grain."""
    width, height = size_of(picture)
    size = round(width * between(rng, 1.15, 1.4)), round(height * between(rng, 1.12, 1.25))
    room = Box((size[0] - width) // 2, (size[1] - height) // 2, width, height)
    matrix, goals = _aslant(picture, rng, size, room, 0.07)
    middle = goals.mean(axis=0)
    bezel = np.zeros((size[1], size[0]), np.float32)
    cv2.fillConvexPoly(bezel, (middle + (goals - middle) * 1.06).astype(np.int32), (1.0,))
    screen = np.zeros_like(bezel)
    cv2.fillConvexPoly(screen, goals.astype(np.int32), (1.0,))
    room_tone = one_of(rng, ((70, 62, 54), (34, 36, 44), (130, 120, 108)))
    ground = np.full((size[1], size[0], 3), room_tone, np.uint8)
    ground = mix(ground, np.full_like(ground, 16), soften(bezel, 1))
    shot = mix(ground, warp(picture, matrix, size, (0, 0, 0)), soften(screen, 0.7)).astype(np.float32)
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    waves = np.zeros((size[1], size[0], 3), np.float32)
    turn, pitch = between(rng, -0.6, 0.6), between(rng, 5, 14) * size[0] / 500
    for channel in range(3):
        along = columns * np.cos(turn) + rows * np.sin(turn) + 0.002 * columns * rows / pitch
        waves[..., channel] = np.sin(2 * np.pi * along / pitch + channel * 2.1) + 0.7 * np.sin(rows * 2.4)
    shot *= 1 + between(rng, 0.035, 0.08) * waves * screen[..., None]
    glare = np.zeros_like(bezel)
    spot = count(rng, 0, size[0]), count(rng, 0, size[1] // 2)
    cv2.ellipse(glare, spot, (size[0] // 4, size[1] // 10), between(rng, -60, 60), 0, 360, (1.0,), -1)
    shot += soften(glare, size[0] / 14)[..., None] * between(rng, 50, 110)
    shot += rng.normal(0, 4, shot.shape).astype(np.float32)
    blurred = cv2.GaussianBlur(shot, (0, 0), 0.7 * max(1, width / 500))
    return Attacked(as_pixels(blurred), note=f"pitch {pitch:.1f}", place=matrix, saved_as=saved(rng))


def _turn(picture: Pixels, degrees: float, size: tuple[int, int], grow: float) -> Matrix:
    width, height = size_of(picture)
    flat = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, grow)
    whole = np.vstack([flat, [0, 0, 1]]).astype(np.float64)
    return shift_matrix((size[0] - width) / 2, (size[1] - height) / 2) @ whole


def tilted(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Turned by a few degrees, the corners filled or cut."""
    width, height = size_of(picture)
    degrees = between(rng, 1.5, 9) * one_of(rng, (-1, 1))
    lean = np.radians(abs(degrees))
    if rng.random() < 0.5:
        far = round(width * np.cos(lean) + height * np.sin(lean)), round(height * np.cos(lean) + width * np.sin(lean))
        matrix = _turn(picture, degrees, far, 1.0)
        turned = warp(picture, matrix, far, one_of(rng, ((0, 0, 0), (255, 255, 255), (40, 40, 44))))
    else:
        grow = float(np.cos(lean) + np.sin(lean) * height / width)
        matrix = _turn(picture, degrees, (width, height), grow)
        turned = warp(picture, matrix, (width, height), (0, 0, 0))
    return Attacked(turned, note=f"{degrees:.1f} degrees", place=matrix, saved_as=saved(rng))


def flipped(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Mirrored."""
    place = np.array([[-1.0, 0, size_of(picture)[0]], [0, 1, 0], [0, 0, 1]])
    return Attacked(np.ascontiguousarray(picture[:, ::-1]), note="mirror", place=place, saved_as=saved(rng))


def trimmed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A little cut off every side, often resized after it."""
    width, height = size_of(picture)
    left, right, top, bottom = rng.uniform(0.01, 0.09, 4)
    x, y = round(left * width), round(top * height)
    box = Box(x, y, width - x - round(right * width), height - y - round(bottom * height))
    part, place = crop(picture, box)
    if rng.random() < 0.5:
        factor = between(rng, 0.8, 1.3)
        part, scaled = resize(part, round(box.width * factor), round(box.height * factor))
        place = scaled @ place
    return Attacked(part, note=f"kept {box.area / (width * height):.2f}", place=place, saved_as=saved(rng))


def half_kept(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About half of the picture: upper, lower, left, right or middle."""
    width, height = size_of(picture)
    share, side = between(rng, 0.45, 0.6), one_of(rng, ("upper", "lower", "left", "right", "middle"))
    part_width, part_height = round(width * share), round(height * share)
    boxes = {
        "upper": Box(0, 0, width, part_height),
        "lower": Box(0, height - part_height, width, part_height),
        "left": Box(0, 0, part_width, height),
        "right": Box(width - part_width, 0, part_width, height),
        "middle": Box(round(width * 0.13), round(height * 0.16), round(width * 0.74), round(height * 0.68)),
    }
    part, place = crop(picture, boxes[side])
    return Attacked(part, note=f"{side} {share:.2f}", place=place, saved_as=saved(rng))
