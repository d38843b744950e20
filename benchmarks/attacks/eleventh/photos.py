"""Posters photographed: from screens, from walls, behind glass, creased, with a thumb before the lens."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh import tones
from benchmarks.attacks.eleventh.draw import Sheet, blurred, lay
from benchmarks.attacks.eleventh.luck import Colour, bright_colour, file_kind, likely
from benchmarks.attacks.eleventh.move import plain_ground, shaken, turned_corners, warped_onto
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters


def _photographed(
    picture: Pixels, ground: Pixels, rng: np.random.Generator, tilt: float, fill: float
) -> tuple[Pixels, Matrix, np.ndarray]:
    high, wide = ground.shape[:2]
    size = min(fill * wide / picture.shape[1], fill * high / picture.shape[0])
    middle = (wide * between(rng, 0.48, 0.52), high * between(rng, 0.48, 0.52))
    upright = turned_corners(picture.shape[1] * size, picture.shape[0] * size, rng.normal(0, tilt), middle)
    corners = shaken(upright, rng, 0.025)
    result, place = warped_onto(ground, picture, corners)
    return result, place, corners


def _wall(width: int, height: int, rng: np.random.Generator) -> Pixels:
    colour = np.array(one_of(rng, ((214, 208, 198), (168, 172, 176), (120, 92, 74), (238, 236, 230), (86, 96, 104))))
    coarse = rng.normal(0, 1, (height // 40 + 2, width // 40 + 2)).astype(np.float32)
    spots = np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
    return tones.grained(tones.as_pixels(colour + spots[..., None] * 5), rng, 4)


def _dots(picture: Pixels, rng: np.random.Generator) -> Pixels:
    high, wide = picture.shape[:2]
    angle, period = between(rng, 0, np.pi), between(rng, 2.3, 9)
    x, y = np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32)[:, None]
    bend = np.float32(between(rng, 0, 1.5e-4)) * (y - high / 2) ** 2
    phase = (x * np.float32(np.cos(angle)) + y * np.float32(np.sin(angle)) + bend) * np.float32(2 * np.pi / period)
    shift = np.array([0.0, 0.7, 1.4], np.float32) * np.float32(between(rng, 0, 1))
    mixed = np.sin(phase)[..., None] * np.cos(shift) + np.cos(phase)[..., None] * np.sin(shift)
    waves = 1 + np.float32(between(rng, 0.025, 0.08)) * mixed
    return tones.as_pixels(picture * waves)


def tilted(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Scanned crookedly: turned, its corners filled or cut off."""
    degrees = between(rng, 1.5, 11) * one_of(rng, (-1, 1))
    high, wide = picture.shape[:2]
    room = between(rng, 0.9, 1.15)
    ground = plain_ground(int(wide * room), int(high * room), rng)
    corners = turned_corners(wide, high, degrees, (wide * room / 2, high * room / 2))
    result, place = warped_onto(ground, picture, corners)
    return Attacked(result, (), f"{degrees:.1f} degrees", place, file_kind(rng))


def screen_photo(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo of a monitor: its bezel, stripes and the reflection of a lamp."""
    high, wide = picture.shape[:2]
    ground = tones.grained(np.full((int(high * 1.15), int(wide * 1.2), 3), 16, np.uint8), rng, 3)
    if likely(rng, 0.6):
        room = int(0.035 * wide)
        ground[:room], ground[:, :room] = bright_colour(rng, 0.3, 0.5), bright_colour(rng, 0.3, 0.5)
    result, place, _ = _photographed(_dots(picture, rng), ground, rng, 1.5, between(rng, 0.84, 0.92))
    cold = tones.tinted(result, between(rng, 0.86, 1.02), between(rng, 0.95, 1.03), between(rng, 1.0, 1.15))
    glare = tones.shone_on(cold, rng, between(rng, 0.3, 0.85))
    return Attacked(tones.grained(blurred(glare, 0.7), rng, 3), (), "", place, file_kind(rng, 60, 90))


def print_on_wall(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo of the print on a wall, held by pins or tape."""
    high, wide = picture.shape[:2]
    room = between(rng, 1.15, 1.5)
    ground = _wall(int(wide * room), int(high * room), rng)
    result, place, corners = _photographed(picture, ground, rng, 2, between(rng, 0.72, 0.9))
    pins, pin = likely(rng, 0.5), bright_colour(rng)
    for number, (x, y) in enumerate(corners):
        size = wide * between(rng, 0.09, 0.14)
        sheet = Sheet(size, size, size)
        if pins:
            sheet.disc(0.55, 0.55, 0.18, (0, 0, 0, 90))
            sheet.disc(0.5, 0.5, 0.18, pin)
        else:
            sheet.slab(0.05, 0.35, 0.9, 0.3, (228, 220, 180, 175))
        patch = sheet.done(45 if number % 2 else -45)
        inward = 0.02 * wide
        across, down = (1, -1, -1, 1)[number] * inward, (1, 1, -1, -1)[number] * inward
        lay(result, patch, x + across - patch.shape[1] / 2, y + down - patch.shape[0] / 2)
    lit = tones.lit_unevenly(result, rng, 0.3)
    return Attacked(tones.grained(blurred(lit, 0.8), rng, 4), (), "", place, file_kind(rng, 65, 92))


def behind_glass(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo of the framed poster in a foyer, windows and lamps in the glass."""
    high, wide = picture.shape[:2]
    ground = _wall(int(wide * 1.25), int(high * 1.2), rng)
    wood: Colour = one_of(rng, ((24, 22, 22), (120, 80, 40), (190, 190, 195), (160, 130, 60)))
    rim = int(between(rng, 0.03, 0.06) * wide)
    framed = cv2.copyMakeBorder(picture, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=wood)
    result, place, _ = _photographed(np.asarray(framed, np.uint8), ground, rng, 1.5, between(rng, 0.85, 0.96))
    for _ in range(int(rng.integers(1, 4))):
        result = tones.shone_on(result, rng, between(rng, 0.25, 0.8))
    inner = place @ np.array([[1.0, 0, rim], [0, 1, rim], [0, 0, 1]])
    return Attacked(tones.lit_unevenly(result, rng, 0.2), (), "", inner, file_kind(rng, 65, 92))


def thumb_before_lens(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A snapshot with a blurred finger in a corner."""
    high, wide = picture.shape[:2]
    small = 150
    tall = max(8, round(small * high / wide))
    finger = np.zeros((tall, small), np.float32)
    x, y = one_of(rng, (0, small)), between(rng, 0.05, 0.95) * tall
    length, girth = between(rng, 0.25, 0.5) * small, between(rng, 0.13, 0.22) * small
    cv2.ellipse(finger, ((x, y), (2 * length, 2 * girth), between(rng, -35, 35)), 1.0, -1)
    soft = cv2.GaussianBlur(finger, (0, 0), between(rng, 1.5, 5))
    share = np.asarray(cv2.resize(soft, (wide, high)), np.float32)[..., None]
    skin = np.array(one_of(rng, ((224, 168, 144), (198, 134, 104), (140, 88, 62), (92, 58, 44), (60, 34, 30))))
    result = tones.as_pixels(picture * (1 - share) + skin * share * (0.75 + 0.25 * share))
    return Attacked(tones.lit_unevenly(result, rng, 0.2), saved_as=file_kind(rng))
