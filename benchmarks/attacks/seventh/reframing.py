"""Benign: turned, mirrored, cropped, framed, photographed, shown in apps."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import crop, onto_corners, resize, shift_matrix, size_of, warp
from benchmarks.attacks.seventh.canvas import clouds
from benchmarks.attacks.seventh.retoning import cool_punchy_filter, crushed_jpeg, faded_warm_filter
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def seen_from_aside(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Photographed from one side, a bare wall around it."""
    width, height = size_of(picture)
    near, room = float(rng.uniform(0.03, 0.08)), 0.06
    sheet = (round(width * (1 + 2 * room)), round(height * (1 + 2 * room)))
    left, top = width * room, height * room
    high, low = height * near, height * near * float(rng.uniform(0.5, 1.0))
    slim = width * near * 0.8
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], float) + np.array([left, top])
    if rng.random() < 0.5:
        corners += np.array([[slim, high], [0, 0], [0, 0], [slim, -low]])
    else:
        corners += np.array([[0, 0], [-slim, high], [-slim, -low], [0, 0]])
    place = onto_corners(size_of(picture), corners)
    wall = int(rng.integers(90, 200))
    inside = warp(np.full_like(picture, 255), place, sheet, (0, 0, 0)).astype(np.float32) / 255
    ground = wall + 22 * (clouds(rng, *sheet) - 0.5)[..., None] * np.ones(3)
    laid = warp(picture, place, sheet, (0, 0, 0)) * inside + ground * (1 - inside)
    light = np.linspace(0.86, 1.05, sheet[0])[:: 1 if rng.random() < 0.5 else -1][None, :, None]
    return Attacked(np.clip(laid * light, 0, 255).astype(np.uint8), place=place, note=f"near {near:.2f}")


def off_the_screen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo of a monitor: bezel, glow, the stripes of moire."""
    width, height = size_of(picture)
    edge = round(0.07 * width)
    sheet = (width + 2 * edge, height + 2 * edge)
    jitter = rng.uniform(-0.018, 0.018, (4, 2)) * width
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], float) + edge + jitter
    place = onto_corners(size_of(picture), corners)
    inside = warp(np.full_like(picture, 255), place, sheet, (0, 0, 0)).astype(np.float32) / 255
    seen = warp(np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.7), np.uint8), place, sheet, (0, 0, 0)).astype(
        np.float32
    )
    across, down = np.meshgrid(np.arange(sheet[0]), np.arange(sheet[1]))
    angle, period = rng.uniform(0.1, 0.5), width * rng.uniform(0.018, 0.035)
    bow = 0.06 * width * np.sin(down / height * 2.5)
    wave = (across * np.cos(angle) + down * np.sin(angle) + bow) * 2 * np.pi / period
    moire = np.stack([np.sin(wave + phase) for phase in (0.0, 0.9, 1.8)], axis=-1)
    lines = 1 - 0.06 * (down % 3 == 0)[..., None]
    seen = seen * (1 + 0.07 * moire) * lines * 0.92 + 10
    glare = cv2.GaussianBlur(clouds(rng, *sheet, coarse=2), (0, 0), width / 8)[..., None] * 26
    bezel = np.full((sheet[1], sheet[0], 3), 20.0) + 5 * rng.random((sheet[1], sheet[0], 1))
    laid = (seen + glare) * inside + bezel * (1 - inside)
    return Attacked(
        np.clip(laid, 0, 255).astype(np.uint8), place=place, saved_as=SavedAs("JPEG", 80), note=f"period {period:.1f}"
    )


def hung_askew(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Turned by 2 to 6 degrees; the corners left empty, or cropped away."""
    width, height = size_of(picture)
    degrees = float(rng.uniform(2, 6) * rng.choice([-1, 1]))
    zoom = 1.0 + (0.12 if rng.random() < 0.4 else 0.0)
    place = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, zoom), [0, 0, 1]])
    fill = (255, 255, 255) if rng.random() < 0.5 else (0, 0, 0)
    return Attacked(warp(picture, place, (width, height), fill), place=place, note=f"{degrees:.1f} degrees")


def looking_glass(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Mirrored left to right."""
    place = np.array([[-1.0, 0, picture.shape[1] - 1], [0, 1, 0], [0, 0, 1]])
    return Attacked(np.ascontiguousarray(picture[:, ::-1]), place=place)


def trimmed_by_a_tenth(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A tenth cut off the width and the height."""
    width, height = size_of(picture)
    x, y = (round(float(rng.uniform(0, 0.1)) * side) for side in (width, height))
    pixels, place = crop(picture, Box(x, y, round(0.9 * width), round(0.9 * height)))
    return Attacked(pixels, place=place)


def only_half_shown(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The upper, lower, middle, left or right half, as feeds crop."""
    width, height = size_of(picture)
    half_high, half_wide = height // 2, width // 2
    boxes = (
        Box(0, 0, width, half_high),
        Box(0, height - half_high, width, half_high),
        Box(0, height // 4, width, half_high),
        Box(0, 0, half_wide, height),
        Box(width - half_wide, 0, half_wide, height),
    )
    chosen = int(rng.integers(0, len(boxes)))
    pixels, place = crop(picture, boxes[chosen])
    return Attacked(pixels, place=place, note=("upper", "lower", "middle", "left", "right")[chosen])


def letterboxed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Set upon a wide or square ground: black, or the poster itself blurred."""
    width, height = size_of(picture)
    wide = round(height * float(rng.choice([1.0, 4 / 3, 16 / 9])))
    wide = max(wide, width + 8)
    if rng.random() < 0.5:
        sheet = np.zeros((height, wide, 3), np.uint8)
    else:
        large, _ = resize(picture, wide, round(height * wide / width))
        top = (large.shape[0] - height) // 2
        sheet = np.asarray(cv2.GaussianBlur(large[top : top + height], (0, 0), wide / 40) * 0.7, np.uint8)
    x = (wide - width) // 2
    sheet[:, x : x + width] = picture
    return Attacked(sheet, place=shift_matrix(x, 0), note=f"{wide} wide")


def with_a_border(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white, black or coloured border, broader at the foot now and then."""
    width, height = size_of(picture)
    edge = round(float(rng.uniform(0.02, 0.08)) * width)
    foot = edge * (3 if rng.random() < 0.3 else 1)
    colour = ((255, 255, 255), (0, 0, 0), (214, 190, 150), (150, 20, 30))[int(rng.integers(0, 4))]
    sheet = np.full((height + edge + foot, width + 2 * edge, 3), colour, np.uint8)
    sheet[edge : edge + height, edge : edge + width] = picture
    return Attacked(sheet, place=shift_matrix(edge, edge), note=f"{edge} pixels")


def askew_then_crushed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Turned a little, then saved hard."""
    first = hung_askew(picture, rng, others)
    second = crushed_jpeg(first.pixels, rng, others)
    note = f"{first.note}, {second.note}"
    return Attacked(second.pixels, note=note, place=first.place, saved_as=second.saved_as)


def trimmed_then_filtered(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Cropped by a tenth, then through a warm filter."""
    first = trimmed_by_a_tenth(picture, rng, others)
    second = faded_warm_filter(first.pixels, rng, others)
    return Attacked(second.pixels, note=second.note, place=first.place, saved_as=second.saved_as)


def filtered_then_shrunk(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Through a cold filter, then two thirds the size as a WebP."""
    first = cool_punchy_filter(picture, rng, others)
    width, height = size_of(picture)
    pixels, place = resize(first.pixels, round(width * 0.66), round(height * 0.66))
    return Attacked(pixels, note=first.note, place=place, saved_as=SavedAs("WEBP", 55))
