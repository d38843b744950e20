"""Harmless: something round the poster: stories, screens, screenshots, borders."""

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, resize, shift_matrix
from benchmarks.attacks.seventeenth import words
from benchmarks.attacks.seventeenth.ink import DARK, PAPER, any_face, ink_against, letters, stamp
from benchmarks.attacks.seventeenth.shape import corners_of, laid_whole
from benchmarks.attacks.seventeenth.tone import to_pixels
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

PLAIN_GROUNDS: tuple[Colour, ...] = (PAPER, (0, 0, 0), (30, 30, 36), (245, 240, 228), (94, 60, 130), (20, 110, 120))


def plain(width: int, height: int, colour: Colour) -> Pixels:
    """One colour."""
    return np.full((height, width, 3), colour, np.uint8)


def put(canvas: Pixels, poster: Pixels, x: int, y: int, width: int, note: str = "") -> Attacked:
    """The poster in a new width on a canvas."""
    inner, place = resize(poster, width, round(width * poster.shape[0] / poster.shape[1]))
    canvas[y : y + inner.shape[0], x : x + inner.shape[1]] = inner
    return Attacked(canvas, place=shift_matrix(x, y) @ place, note=note)


def wide_for(poster: Pixels, width: int, height: int) -> int:
    """The width the poster has when it fits into width x height."""
    return min(width, int(height * poster.shape[1] / poster.shape[0]))


def story(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """9:16, blurred or plain ground, the poster in the middle, a line of text off it."""
    width = one_of(rng, (720, 1080))
    height = width * 16 // 9
    if rng.random() < 0.5:
        soft = cv2.GaussianBlur(cv2.resize(pixels, (90, 160)), (0, 0), 6)
        canvas = to_pixels(np.asarray(cv2.resize(soft, (width, height)), np.float32) * between(rng, 0.5, 0.9))
    else:
        canvas = plain(width, height, one_of(rng, PLAIN_GROUNDS))
    across = wide_for(pixels, round(width * between(rng, 0.6, 0.85)), round(height * 0.68))
    high = round(across * pixels.shape[0] / pixels.shape[1])
    top = round((height - high) * between(rng, 0.45, 0.55))
    room = top if rng.random() < 0.5 else height - top - high
    text = letters(one_of(rng, words.STORY_LINES), any_face(rng), width * 0.7, min(room * 0.4, width * 0.08))
    middle = top // 2 + top // 6 if room == top else top + high + room // 3
    y = middle - text.shape[0] // 2
    colour, _ = ink_against(canvas[y : y + text.shape[0]], rng, PAPER)
    canvas, _ = stamp(canvas, text, (width - text.shape[1]) // 2, y, colour)
    return put(canvas, pixels, (width - across) // 2, top, across, f"poster {across / width:.2f} wide")


def screenshot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An app's page with the poster at about a third of the width."""
    width = one_of(rng, (720, 1080, 1170))
    height, unit = round(width * between(rng, 1.9, 2.1)), width / 100
    night = rng.random() < 0.5
    ground, text, soft = (DARK, (235, 235, 240), (70, 70, 78)) if night else (PAPER, (20, 20, 24), (205, 207, 212))
    image = Image.fromarray(plain(width, height, ground))
    draw = ImageDraw.Draw(image)
    across = round(width * between(rng, 0.3, 0.37))
    high = round(across * pixels.shape[0] / pixels.shape[1])
    x = one_of(rng, (round(5 * unit), (width - across) // 2, width - across - round(5 * unit)))
    y = round(unit * between(rng, 24, 46))
    draw.rectangle((80 * unit, 3 * unit, 85 * unit, 5 * unit), fill=text)
    draw.rounded_rectangle((88 * unit, 2.6 * unit, 95 * unit, 5.4 * unit), unit, outline=text, width=3)
    draw.line((8 * unit, 12 * unit, 5 * unit, 15 * unit, 8 * unit, 18 * unit), fill=text, width=4)
    accent = one_of(rng, ((229, 9, 20), (30, 120, 240), (245, 180, 30), (40, 170, 100)))
    low = y + high + 5 * unit
    draw.rounded_rectangle((5 * unit, low + 14 * unit, 46 * unit, low + 23 * unit), 2 * unit, fill=accent)
    draw.rounded_rectangle((52 * unit, low + 14 * unit, 95 * unit, low + 23 * unit), 2 * unit, outline=soft, width=3)
    for line in range(12):
        top = low + (29 + 5 * line) * unit
        draw.rounded_rectangle((5 * unit, top, (95 - rng.integers(0, 40)) * unit, top + 1.8 * unit), unit, fill=soft)
    draw.rectangle((0, height - 15 * unit, width, height - 14.7 * unit), fill=soft)
    for button in range(4):
        middle = (14 + 24 * button) * unit
        draw.ellipse(
            (middle - 3 * unit, height - 11 * unit, middle + 3 * unit, height - 5 * unit), outline=text, width=4
        )
    canvas = np.array(image)
    for line, (left, top, wide) in enumerate(((5.0, 2.4, 10.0), (14.0, 12.5, 60.0), (5.0, low / unit + 2, 70.0))):
        said = ("9:41", one_of(rng, words.STORY_LINES), one_of(rng, words.CAPTIONS))[line]
        mask = letters(said, any_face(rng), wide * unit, (3.2, 4.5, 5.0)[line] * unit)
        canvas, _ = stamp(canvas, mask, round(left * unit), round(top * unit), text)
    shot = put(canvas, pixels, x, y, across, f"poster {across / width:.2f} wide")
    return Attacked(shot.pixels, place=shot.place, note=shot.note, saved_as=SavedAs("PNG"))


def photo_of_screen(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bezel, scan lines or moire, slight perspective, glare, noise."""
    larger = max(1.0, 700 / pixels.shape[1])
    across = round(pixels.shape[1] * larger)
    high = round(across * pixels.shape[0] / pixels.shape[1])
    edge = round(across * between(rng, 0.04, 0.09))
    shown = put(plain(across + 2 * edge, high + 2 * edge, DARK), pixels, edge, edge, across)
    values = shown.pixels.astype(np.float32)
    down, wide = np.mgrid[: values.shape[0], : values.shape[1]].astype(np.float32)
    wave = 0.5 + 0.5 * np.sin(down * 2 * np.pi / between(rng, 3, 5) + wide * between(rng, 0.0, 0.06))
    if rng.random() < 0.5:
        slant, step = between(rng, -0.5, 0.5), between(rng, 9, 22)
        wave = 0.5 + 0.5 * np.sin((down * slant + wide) * 2 * np.pi / step + np.sin(down / 60))
    values *= (1 - between(rng, 0.06, 0.16) * wave)[..., None]
    spot = (between(rng, 0, 1) * across, between(rng, 0, 0.6) * high)
    far = ((wide - spot[0]) ** 2 + (down - spot[1]) ** 2) / (across * between(rng, 0.12, 0.25)) ** 2
    values += (between(rng, 40, 110) * np.exp(-far))[..., None]
    start = corners_of(shown.pixels).astype(np.float32)
    moved = start + rng.uniform(-0.035, 0.035, (4, 2)).astype(np.float32) * across
    bent = np.asarray(cv2.getPerspectiveTransform(start, moved), float)
    room = one_of(rng, ((60, 55, 50), (120, 112, 104), (28, 30, 36), (190, 184, 176)))
    seen, place = laid_whole(to_pixels(values), bent, room, between(rng, 0.02, 0.08))
    noisy = cv2.GaussianBlur(seen, (0, 0), 0.8) * between(rng, 0.85, 1.05)
    noisy = noisy + rng.normal(0, between(rng, 3, 8), seen.shape)
    return Attacked(to_pixels(np.asarray(noisy, np.float32)), place=place @ shown.place, saved_as=SavedAs("JPEG", 80))


def padded(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Letterbox bars or padding to a square."""
    height, width = pixels.shape[:2]
    fill = one_of(rng, PLAIN_GROUNDS)
    if rng.random() < 0.5 and abs(height - width) > width * 0.05:
        side = max(height, width)
        return put(plain(side, side, fill), pixels, (side - width) // 2, (side - height) // 2, width, "square")
    bar = round(height * between(rng, 0.06, 0.2))
    return put(plain(width, height + 2 * bar, (0, 0, 0)), pixels, 0, bar, width, "bars")


def white_border(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white edge all round."""
    height, width = pixels.shape[:2]
    edge = round(width * between(rng, 0.03, 0.09))
    return put(plain(width + 2 * edge, height + 2 * edge, PAPER), pixels, edge, edge, width)
