"""Benign: turned, tilted, mirrored, or photographed from a screen."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import (
    Colour,
    crop,
    move_points,
    resize_by,
    scale_matrix,
    shift_matrix,
    size_of,
    warp,
)
from benchmarks.attacks.look import Light
from benchmarks.attacks.paint import soft_noise, to_uint8
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs


def mirror(picture: Pixels, _rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Left and right changed over."""
    place = shift_matrix(picture.shape[1], 0) @ scale_matrix(-1, 1)
    return Attacked(np.ascontiguousarray(picture[:, ::-1]), place=place)


def _turn(picture: Pixels, degrees: float) -> tuple[Matrix, tuple[int, int]]:
    width, height = size_of(picture)
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), [0, 0, 1]])
    corners = move_points(np.array([[0, 0], [width, 0], [width, height], [0, height]], float), turn)
    low, high = corners.min(axis=0), corners.max(axis=0)
    return shift_matrix(-low[0], -low[1]) @ turn, (round(high[0] - low[0]), round(high[1] - low[1]))


def _draw_degrees(rng: np.random.Generator) -> float:
    return float(rng.uniform(2, 9) * rng.choice([-1, 1]))


def rotate_filled(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Turned by 2-9 degrees, the corners filled black or white."""
    degrees = _draw_degrees(rng)
    place, size = _turn(picture, degrees)
    fill: Colour = (0, 0, 0) if rng.random() < 0.5 else (255, 255, 255)
    return Attacked(warp(picture, place, size, fill), note=f"{degrees:.1f} degrees", place=place)


def rotate_inside(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Turned by 2-9 degrees and cut so that no corner shows."""
    degrees = _draw_degrees(rng)
    turn, size = _turn(picture, degrees)
    turned = warp(picture, turn, size, (0, 0, 0))
    width, height = size_of(picture)
    sine, cosine = abs(np.sin(np.radians(degrees))), abs(np.cos(np.radians(degrees)))
    factor = min(width / (width * cosine + height * sine), height / (height * cosine + width * sine))
    inside = (int(width * factor), int(height * factor))
    box = Box((size[0] - inside[0]) // 2, (size[1] - inside[1]) // 2, *inside)
    part, place = crop(turned, box)
    return Attacked(part, note=f"{degrees:.1f} degrees", place=place @ turn)


def _tilt(
    size: tuple[int, int], canvas: tuple[int, int], corner: tuple[float, float], rng: np.random.Generator
) -> Matrix:
    """A size laid into a canvas at a corner, each of its corners moved by up to 7 % of the size."""
    width, height = size
    square = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    jitter = rng.uniform(-0.07, 0.07, (4, 2)) * (width, height)
    there = square + corner + jitter
    there = np.clip(there, 0, np.array(canvas) - 1)
    return np.asarray(cv2.getPerspectiveTransform(square, there.astype(np.float32)), np.float64)


def perspective(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Seen at an angle, as on a wall; the ground is a plain wall colour."""
    width, height = size_of(picture)
    canvas = (round(width * 1.15), round(height * 1.12))
    place = _tilt((width, height), canvas, (width * 0.075, height * 0.06), rng)
    grey = int(rng.integers(10, 246))
    red, green, blue = (grey + int(tint) for tint in rng.integers(-10, 11, 3))
    wall: Colour = (red, green, blue)
    return Attacked(warp(picture, place, canvas, wall), place=place)


def lens(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Seen through a wide or a long lens: corners lie up to a twentieth of half the diagonal from where they belong."""
    power = float(rng.uniform(0.015, 0.05) * rng.choice([-1, 1]))
    across, down = _from_the_middle(picture)
    farther = 1 + power * (across**2 + down**2 - 1)
    return Attacked(_seen_at(picture, across * farther, down * farther), note=f"power {power:.3f}")


def curled(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A print that curls from side to side or from head to foot, lighter where it rises."""
    power = float(rng.uniform(0.02, 0.06) * rng.choice([-1, 1]))
    across, down = _from_the_middle(picture)
    sideways = bool(rng.random() < 0.5)
    seen = (across, down + power * (across**2 - 0.3)) if sideways else (across + power * (down**2 - 0.3), down)
    light = 1 + 4 * power * ((across if sideways else down) ** 2 - 0.5)
    shaded = to_uint8(_seen_at(picture, *seen) * light[..., None])
    return Attacked(shaded, note=f"{'across' if sideways else 'down'}, power {power:.3f}")


def _from_the_middle(picture: Pixels) -> tuple[Light, Light]:
    """(h, w) each: how far across and down pixels lie, in halves of the diagonal."""
    width, height = size_of(picture)
    down, across = np.mgrid[0:height, 0:width].astype(np.float64)
    half = np.hypot(width, height) / 2
    return (across - width / 2) / half, (down - height / 2) / half


def _seen_at(picture: Pixels, across: Light, down: Light) -> Pixels:
    """The picture with each pixel taken from there."""
    width, height = size_of(picture)
    half = np.hypot(width, height) / 2
    x, y = (np.asarray(half * each + length / 2, np.float32) for each, length in ((across, width), (down, height)))
    return np.asarray(cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT), np.uint8)


def screen_photo(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A photo of a phone or monitor: dark bezel, tilt, moire, lifted blacks, a glare, noise."""
    width, height = size_of(picture)
    bezel = round(width * rng.uniform(0.03, 0.1))
    screen = np.full((height + 2 * bezel, width + 2 * bezel, 3), rng.integers(4, 28), np.uint8)
    screen[bezel : bezel + height, bezel : bezel + width] = picture
    size = size_of(screen)
    room = rng.uniform(0.03, 0.15)
    canvas = (round(size[0] * (1 + 2 * room)), round(size[1] * (1 + 2 * room)))
    tilt = _tilt(size, canvas, (size[0] * room, size[1] * room), rng)
    desk = soft_noise(canvas, rng, 4)[:, :, None] * 18 + rng.uniform(20, 170) + rng.uniform(-15, 15, 3)
    there = warp(np.full_like(screen, 255), tilt, canvas, (0, 0, 0)).astype(np.float32) / 255
    photo: Light = warp(screen, tilt, canvas, (0, 0, 0)) * there + desk * (1 - there)
    photo = _moire(photo, rng) * there + photo * (1 - there)
    photo = _through_a_lens(photo, rng)
    place = tilt @ shift_matrix(bezel, bezel)
    factor = rng.uniform(0.8, 1.6)
    pixels, larger = resize_by(to_uint8(photo), factor)
    return Attacked(pixels, note=f"bezel {bezel}, x{factor:.2f}", place=larger @ place,
                    saved_as=SavedAs("JPEG", int(rng.integers(60, 90))))  # fmt: skip


def _moire(photo: Light, rng: np.random.Generator) -> Light:
    """Two fine waves that beat against each other, stronger in one channel than in another."""
    rows, columns = np.mgrid[0 : photo.shape[0], 0 : photo.shape[1]].astype(np.float32)
    strength = rng.uniform(2, 7)
    waves = np.zeros(photo.shape, np.float32)
    for channel in range(3):
        angle = rng.uniform(0, np.pi)
        length = rng.uniform(2.6, 9.0)
        phase = (rows * np.sin(angle) + columns * np.cos(angle)) * (2 * np.pi / length)
        waves[:, :, channel] = np.sin(phase) * strength * rng.uniform(0.5, 1.0)
    return photo + waves


def _through_a_lens(photo: Light, rng: np.random.Generator) -> Light:
    """Gamma, lifted blacks, a colour cast, uneven light, glare, blur and noise."""
    height, width = photo.shape[:2]
    light = 255 * (np.clip(photo, 0, 255) / 255) ** rng.uniform(0.75, 1.25)
    light = light * rng.uniform(0.8, 0.95) + rng.uniform(4, 22)
    light = light * rng.uniform(0.93, 1.07, 3) * (1 + 0.1 * soft_noise((width, height), rng, 2))[:, :, None]
    if rng.random() < 0.7:
        rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        spread = width * rng.uniform(0.08, 0.25)
        distance = ((columns - x) ** 2 + ((rows - y) * rng.uniform(0.4, 1)) ** 2) / spread**2
        light = light + (rng.uniform(25, 75) * np.exp(-distance))[:, :, None]
    blurred = np.asarray(cv2.GaussianBlur(light, (0, 0), rng.uniform(0.4, 0.9) * max(1.0, width / 600)), np.float64)
    return blurred + rng.normal(0, rng.uniform(1.5, 5), light.shape)
