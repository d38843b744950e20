"""Benign, the fourth set: parts of the poster, plain things around it, photos of screens and of prints."""

from dataclasses import replace

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fourth.ink import OWN, QUIET, Hand, a_hand, ink, line_of
from benchmarks.attacks.fourth.layers import laid, spread
from benchmarks.attacks.geometry import (
    Colour,
    box_between,
    crop,
    resize,
    resize_by,
    scale_matrix,
    shift_matrix,
    size_of,
    warp,
    whole_of,
)
from benchmarks.attacks.paint import (
    Mask,
    feather,
    gradient,
    paste,
    random_colour,
    rounded_mask,
    soft_noise,
    soft_picture,
    to_uint8,
)
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

BESIDE = (
    "I have thought about this", "one all day. Who wants to", "go and see it with me?", "Bring tissues and snacks.",
    "My brother says it is his", "favourite of them all.", "The music alone is worth", "the ticket, trust me.",
)  # fmt: skip
LABELS = (
    ("Film poster", "Offset print on paper"), ("Poster, one sheet", "Gift of a private collector"),
    ("From the cinema collection", "Paper on linen"),
)  # fmt: skip


def any_part(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A crop that takes 5 to 50 % of the area away, unevenly on the four sides."""
    width, height = size_of(picture)
    kept = 1 - rng.uniform(0.05, 0.5)
    wide = rng.uniform(max(kept, 0.6), 1.0)
    size = (round(width * wide), round(height * min(1.0, kept / wide)))
    x, y = (int(rng.integers(0, whole - part + 1)) for whole, part in zip((width, height), size, strict=True))
    part, place = crop(picture, Box(x, y, *size))
    return Attacked(part, note=f"{kept:.2f} kept", place=place)


def edges_trimmed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """1 to 6 % cut off every side, each by itself, and then saved."""
    width, height = size_of(picture)
    left, top, right, foot = (round(rng.uniform(0.01, 0.06) * side) for side in (width, height, width, height))
    part, place = crop(picture, Box(left, top, width - left - right, height - top - foot))
    return Attacked(part, place=place, saved_as=SavedAs("JPEG", int(rng.integers(74, 92))))


def keystoned(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Seen from a side or from below: every corner moved in by up to 9 %, on a plain or cloudy ground."""
    width, height = size_of(picture)
    shares = rng.uniform(0.0, 0.09, (4, 2)) * ((1, 1), (-1, 1), (-1, -1), (1, -1))
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) + shares
    return _on_ground(picture, corners * (width, height), soft_picture((width, height), rng), SavedAs("JPEG", 85))


def _on_ground(picture: Pixels, corners: Matrix, ground: Pixels, saved: SavedAs, note: str = "") -> Attacked:
    """The poster with its corners (upper left first, clockwise) at four points of a ground."""
    width, height = size_of(picture)
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    place = np.asarray(cv2.getPerspectiveTransform(source, corners.astype(np.float32)), np.float64)
    warped = warp(picture, place, size_of(ground), (0, 0, 0))
    mask: Mask = np.zeros(ground.shape[:2], np.float32)
    cv2.fillPoly(mask, [np.rint(corners * 16).astype(np.int32)], 1.0, cv2.LINE_AA, 4)
    (left, top), (right, foot) = corners.min(axis=0), corners.max(axis=0)
    shown = box_between(left, top, right, foot, whole_of(ground))
    return Attacked(laid(ground, warped, mask), note=note, place=place, saved_as=saved, shown=shown)


def turned_on_colour(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Turned by 2 to 12 degrees on a larger ground of one colour or a gradient."""
    width, height = size_of(picture)
    degrees = rng.uniform(2, 12) * rng.choice([-1, 1])
    angle = np.radians(degrees)
    half = np.array([(-width, -height), (width, -height), (width, height), (-width, height)]) / 2
    corners = half @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    size = tuple(int(v) + 8 for v in corners.max(axis=0) - corners.min(axis=0))
    ground = gradient((size[0], size[1]), random_colour(rng), random_colour(rng))
    return _on_ground(picture, corners + np.array(size) / 2, ground, SavedAs("JPEG", 88), f"{degrees:.1f}")


def flipped_over(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Left and right changed over, sometimes a little stretched as well."""
    width, height = size_of(picture)
    stretch = float(rng.choice([1.0, rng.uniform(0.92, 1.08)]))
    mirrored, scaled = resize(np.ascontiguousarray(picture[:, ::-1]), round(width * stretch), height)
    return Attacked(mirrored, place=scaled @ shift_matrix(width, 0) @ scale_matrix(-1, 1))


def letterboxed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Black, white or blurred bars at the sides or above and below, of uneven width."""
    width, height = size_of(picture)
    first, second = rng.uniform(0.04, 0.35, 2) * (width if (beside := bool(rng.random() < 0.6)) else height)
    size = (width + round(first) + round(second), height) if beside else (width, height + round(first) + round(second))
    tone = int(rng.choice([0, 0, 255, 40]))
    canvas = gradient(size, (tone, tone, tone), (tone, tone, tone))
    if rng.random() < 0.35:
        blurred = np.asarray(cv2.GaussianBlur(resize(picture, 72, 108)[0], (0, 0), 6), np.uint8)
        canvas, _ = resize(blurred, *size)
    spot = (round(first), 0) if beside else (0, round(first))
    return _set_in(canvas, picture, spot, np.eye(3))


def _set_in(canvas: Pixels, poster: Pixels, spot: tuple[int, int], place: Matrix, note: str = "") -> Attacked:
    result = canvas.copy()
    result[spot[1] : spot[1] + poster.shape[0], spot[0] : spot[0] + poster.shape[1]] = poster
    return Attacked(result, note=note, place=shift_matrix(*spot) @ place, shown=Box(*spot, *size_of(poster)))


def story_on_gradient(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A 9:16 story on a gradient of two bright tones, the poster with round corners, a line of thought below."""
    size = ((720, 1280), (900, 1600))[int(rng.integers(2))]
    canvas = gradient(size, random_colour(rng, 60), random_colour(rng, 60))
    factor = min(size[0] * rng.uniform(0.6, 0.86) / picture.shape[1], size[1] * 0.7 / picture.shape[0])
    poster, place = resize_by(picture, factor)
    spot = ((size[0] - poster.shape[1]) // 2, round((size[1] - poster.shape[0]) * rng.uniform(0.3, 0.6)))
    radius = round(size[0] * rng.uniform(0.01, 0.05))
    canvas = paste(canvas, poster, rounded_mask(size_of(poster), radius), *spot)
    words = line_of(one_of(rng, BESIDE), size[0] * 0.045, strong=True)
    below = spot[1] + poster.shape[0] + round(size[1] * 0.02)
    canvas = paste(canvas, (255, 255, 255), words, (size[0] - words.shape[1]) // 2, below)
    return Attacked(canvas, place=shift_matrix(*spot) @ place, saved_as=SavedAs("JPEG", 84),
                    shown=Box(*spot, *size_of(poster)))  # fmt: skip


def caption_beside(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The poster at one side of a plain card and a few lines of chat at the other."""
    width, height = size_of(picture)
    column = round(width * rng.uniform(0.7, 1.0))
    dark = bool(rng.random() < 0.5)
    tone: Colour = (28, 30, 36) if dark else ((250, 246, 236) if rng.random() < 0.5 else (235, 242, 250))
    canvas = gradient((width + column, height), tone, tone)
    left = 0 if rng.random() < 0.5 else column
    result = _set_in(canvas, picture, (left, 0), np.eye(3), "beside")
    x, y = (width if left == 0 else 0) + round(column * 0.07), height * rng.uniform(0.15, 0.4)
    pixels = result.pixels
    first = int(rng.integers(0, 4))
    for line in BESIDE[first : first + int(rng.integers(2, 5))]:
        letters = line_of(line, column * 0.068)[:, : round(column * 0.9)]
        pixels = paste(pixels, (240, 240, 240) if dark else (30, 30, 34), letters, x, round(y))
        y += column * 0.1
    return Attacked(pixels, place=result.place, shown=result.shown)


def gallery_wall(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Framed on a museum's wall under a lamp, a small label with two lines beside or below it."""
    width, height = size_of(picture)
    frame, side, above = round(width * 0.035), round(width * rng.uniform(0.25, 0.45)), round(height * 0.14)
    size = (width + 2 * side, height + 2 * above)
    wall = np.array([(216, 212, 204), (92, 40, 44), (70, 84, 80)][int(rng.integers(3))], np.float32)
    canvas = to_uint8(wall + 5 * soft_noise(size, rng, 20)[:, :, None] + rng.normal(0, 2, (size[1], size[0], 1)))
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    pool = np.exp(-(((columns - size[0] / 2) / size[0] * 1.7) ** 2) - (((rows - size[1] * 0.4) / size[1] * 1.5) ** 2))
    whole = np.pad(np.ones((height + 2 * frame, width + 2 * frame), np.float32), 12)
    canvas = paste(canvas, (0, 0, 0), feather(whole, 7) * np.float32(0.5), side - frame - 8, above - frame - 4)
    tone = random_colour(rng, 15, 90)
    canvas[above - frame : above + height + frame, side - frame : side + width + frame] = tone
    canvas[above : above + height, side : side + width] = picture
    label = (round(side * 0.62), round(side * 0.34))
    x, y = side + width + frame + round(side * 0.12), above + round(height * rng.uniform(0.55, 0.85))
    canvas[y : y + label[1], x : x + label[0]] = (244, 243, 240)
    for number, line in enumerate(one_of(rng, LABELS)):
        letters = ink(line, Hand(OWN), (label[0] * 0.86, label[1] * (0.26 - 0.06 * number)))
        canvas = paste(
            canvas, (40, 40, 42), letters, x + round(label[0] * 0.07), y + round(label[1] * (0.2 + 0.38 * number))
        )
    lit = to_uint8(canvas * (0.72 + 0.36 * pool)[:, :, None])
    return Attacked(lit, place=shift_matrix(side, above), saved_as=SavedAs("JPEG", 86),
                    shown=Box(side, above, width, height))  # fmt: skip


def shop_card(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A print shop's picture: the poster in a thin frame on pale ground, the shop's made-up name small above."""
    width, height = size_of(picture)
    pad, head, rim = round(width * rng.uniform(0.12, 0.25)), round(width * 0.22), max(3, round(width * 0.018))
    tone: Colour = ((248, 247, 244), (228, 234, 230), (240, 228, 222))[int(rng.integers(3))]
    size = (width + 2 * pad, height + pad + head)
    canvas = gradient(size, tone, (tone[0] - 14, tone[1] - 14, tone[2] - 14))
    shade = np.pad(np.ones((height + 2 * rim, width + 2 * rim), np.float32), 14)
    canvas = paste(canvas, (0, 0, 0), feather(shade, 8) * np.float32(0.4), pad - rim - 8, head - rim - 6)
    canvas[head - rim : head + height + rim, pad - rim : pad + width + rim] = (
        (26, 24, 22) if rng.random() < 0.6 else (176, 138, 92)
    )
    words = ink(
        str(rng.choice(["paper & pine", "WALLWORTHY", "Atelier Norden"])),
        a_hand(rng, QUIET),
        (width * 0.35, head * 0.28),
    )
    canvas = paste(canvas, (60, 56, 52), words, (size[0] - words.shape[1]) // 2, round(head * 0.25))
    return _set_in(canvas, picture, (pad, head), np.eye(3))


def phone_held_up(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A photo of a monitor: fine stripes and dots, a sheen, dark bezel, seen a little from the side."""
    poster, scaled = resize_by(picture, max(1.0, 560 / picture.shape[1]))
    width, height = size_of(poster)
    rows, columns = np.mgrid[0:height, 0:width]
    period = rng.uniform(2.6, 4.2)
    grid = 1 - 0.07 * (np.sin(2 * np.pi * columns / period) + np.sin(2 * np.pi * (rows + 0.06 * columns) / period)) / 2
    wave = 1 + 0.05 * np.sin(2 * np.pi * (columns * rng.uniform(0.2, 1) + rows) / (height * rng.uniform(0.08, 0.2)))
    lit = poster * (grid * wave)[:, :, None] * rng.uniform((0.9, 0.95, 0.95), (1.0, 1.05, 1.15)) + 8
    bezel = round(width * 0.06)
    size = (width + 4 * bezel, height + 4 * bezel)
    room = np.asarray(cv2.GaussianBlur(soft_picture(size, rng), (0, 0), 12), np.uint8) // 3
    room[bezel:-bezel, bezel:-bezel] = (14, 14, 16)
    shift = rng.uniform(-0.02, 0.02, (4, 2)) * width
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)]) + 2 * bezel + shift
    attacked = _on_ground(to_uint8(lit), corners, room, SavedAs("JPEG", 80), "monitor")
    sheen = np.clip(soft_noise(size, rng, 3), 0, 1) * np.float32(0.22)
    pixels = np.asarray(
        cv2.GaussianBlur(laid(attacked.pixels, (220, 230, 250), sheen, "screen"), (0, 0), 0.7), np.uint8
    )
    return replace(attacked, pixels=pixels, place=attacked.place @ scaled)


def print_on_fridge(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A photo of a print held by round magnets on a pale door, bent light over it, seen a little aslant."""
    width, height = size_of(picture)
    pad = round(width * rng.uniform(0.12, 0.22))
    size = (width + 2 * pad, height + 2 * pad)
    door = to_uint8(
        np.array((214, 218, 220), np.float32)
        + 8 * soft_noise(size, rng, 3)[:, :, None]
        + rng.normal(0, 2, (size[1], size[0], 1))
    )
    paper = to_uint8(picture * rng.uniform(0.78, 0.9) + 20)
    corners = (
        np.array([(0, 0), (width, 0), (width, height), (0, height)]) + pad + rng.uniform(-0.045, 0.045, (4, 2)) * width
    )
    attacked = _on_ground(paper, corners, door, SavedAs("JPEG", 82), "fridge")
    bent = 1 + 0.14 * np.sin(np.linspace(rng.uniform(0, 3), rng.uniform(5, 9), size[0]))[None, :, None]
    pixels = to_uint8(attacked.pixels * bent * rng.uniform((0.95, 0.95, 0.82), (1.06, 1.0, 1.0)))
    for corner in corners[: int(rng.integers(2, 5))]:
        spot = tuple(int(v) for v in np.rint(corner + (np.array(size) / 2 - corner) * 0.08))
        cv2.circle(pixels, spot, max(5, round(width * 0.035)), random_colour(rng), -1, cv2.LINE_AA)
    whole = spread(pixels, np.ones(pixels.shape[:2], np.float32), (0, 0)) * np.float32(0.04)
    return replace(attacked, pixels=laid(pixels, (255, 250, 230), whole))
