"""Benign: the whole poster passed on, photographed, cut or shown in something else."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import Colour, crop, move_points, resize, shift_matrix, size_of, warp
from benchmarks.attacks.ninth.draw import Paint, clouds, drawn, grain, lay, lettering, pick, slope, stamp
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs


def _corners(width: float, height: float) -> Matrix:
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=float)


def _onto(ground: Pixels, picture: Pixels, corners: Matrix) -> tuple[Pixels, Matrix]:
    """The picture laid onto a ground, its corners at the given points."""
    width, height = size_of(picture)
    source = _corners(width, height).astype(np.float32)
    place = np.asarray(cv2.getPerspectiveTransform(source, corners.astype(np.float32)), float)
    mask = warp(np.full_like(picture, 255), place, size_of(ground), (0, 0, 0))[..., 0] / 255
    return lay(ground, warp(picture, place, size_of(ground), (0, 0, 0)), mask), place


def _paste(ground: Pixels, picture: Pixels, x: int, y: int, width: int) -> tuple[Pixels, Matrix]:
    small, scaled = resize(picture, width, round(picture.shape[0] * width / picture.shape[1]))
    result = ground.copy()
    small = small[: len(ground) - y]
    result[y : y + len(small), x : x + width] = small
    return result, shift_matrix(x, y) @ scaled


def _plain(width: int, height: int, colour: Colour) -> Pixels:
    return np.full((height, width, 3), colour, np.uint8)


def hard_jpeg(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Saved with a low quality, twice."""
    first, second = int(rng.integers(18, 35)), int(rng.integers(25, 45))
    return Attacked(save_and_open(picture, SavedAs("JPEG", first)), saved_as=SavedAs("JPEG", second))


def thumbnail_of_200(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """200 pixels wide."""
    small, place = resize(picture, 200, round(200 * picture.shape[0] / picture.shape[1]))
    return Attacked(small, place=place, saved_as=SavedAs("JPEG", 80))


def photo_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Warm or cold tint, faded blacks, dark corners, as in a photo app."""
    height, width = picture.shape[:2]
    tint = np.array([1.1, 1.0, 0.82] if rng.random() < 0.5 else [0.86, 1.0, 1.12])
    rows, columns = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    corners = 1 - 0.3 * np.clip(np.hypot(rows, columns) - 0.5, 0, 1)
    faded = (picture * tint * 0.85 + 24) * corners[..., None]
    return Attacked(np.asarray(np.clip(faded, 0, 255), np.uint8))


def greyscale(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Without colours, with more contrast."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(float)
    grey = np.clip((grey - 128) * rng.uniform(1.0, 1.25) + 128, 0, 255)
    return Attacked(np.repeat(grey[..., None], 3, axis=2).astype(np.uint8))


def blurred_and_noisy(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Out of focus in poor light."""
    soft = cv2.GaussianBlur(picture, (0, 0), picture.shape[1] * rng.uniform(0.002, 0.004))
    return Attacked(grain(np.asarray(soft, np.uint8), rng, rng.uniform(5, 11)))


def poster_on_a_wall(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Photographed at a slant, a wall round it."""
    width, height = size_of(picture)
    size = round(width * 1.2), round(height * 1.15)
    tone = 90 + 70 * clouds(*size, rng, 12, 4)[..., None] * np.array([1, 0.97, 0.9])
    corners = _corners(width, height) + np.array([width * 0.1, height * 0.075])
    corners += rng.uniform(-0.06, 0.06, (4, 2)) * np.array([width, height])
    flat, place = _onto(tone.astype(np.uint8), picture, corners)
    light = np.linspace(1.08, 0.85, size[0])[None, :, None]
    return Attacked(grain(np.clip(flat * light, 0, 255).astype(np.uint8), rng, 3), place=place)


def photo_of_a_screen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A monitor with its bezel, moire over the picture, a reflection."""
    width, height = size_of(picture)
    edge = round(width * 0.06)
    size = width + 4 * edge, height + 4 * edge
    rows, columns = np.mgrid[:height, :width]
    angle, step = rng.uniform(0.05, 0.25), rng.uniform(3.2, 5.5)
    waves = np.sin(2 * np.pi * (columns * np.cos(angle) + rows * np.sin(angle)) / step)
    waves = waves + np.sin(2 * np.pi * (rows * np.cos(angle) - columns * np.sin(angle)) / (step * 7))
    lit = np.clip(picture * 0.92 + 10 + (waves * 7)[..., None] * [1, 0.6, 1.1], 0, 255).astype(np.uint8)
    corners = _corners(width, height) + 2 * edge + rng.uniform(-0.5, 0.5, (4, 2)) * edge
    middle = corners.mean(axis=0)
    bezel = middle + (corners - middle) * [1 + 2 * edge / width, 1 + 2 * edge / height]
    ground, _ = _onto(slope(*size, (96, 88, 80), (52, 48, 46)).astype(np.uint8), _plain(60, 80, (16, 16, 18)), bezel)
    shown, place = _onto(ground, lit, corners)
    sheen = clouds(*size, rng, 2, 2) ** 3 * 0.22
    photo = cv2.GaussianBlur(lay(shown, (235, 240, 250), sheen), (0, 0), 0.6)
    return Attacked(grain(np.asarray(photo, np.uint8), rng, 3), place=place, saved_as=SavedAs("JPEG", 85))


def rotated(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Turned by a few degrees, on white or black."""
    width, height = size_of(picture)
    degrees = rng.uniform(2.5, 9) * (1 if rng.random() < 0.5 else -1)
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1), [0, 0, 1]])
    points = move_points(_corners(width, height), turn)
    low, high = points.min(axis=0), points.max(axis=0)
    place = shift_matrix(-low[0], -low[1]) @ turn
    fill: Colour = (255, 255, 255) if rng.random() < 0.5 else (0, 0, 0)
    size = round(high[0] - low[0]), round(high[1] - low[1])
    return Attacked(warp(picture, place, size, fill), place=place, note=f"{degrees:.1f} degrees")


def mirrored(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Left and right swapped."""
    place = np.array([[-1.0, 0, picture.shape[1] - 1], [0, 1, 0], [0, 0, 1]])
    return Attacked(np.ascontiguousarray(picture[:, ::-1]), place=place)


def cropped_by_a_tenth(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A tenth off each way, unevenly from the sides."""
    width, height = size_of(picture)
    left, top = (float(v) for v in rng.uniform(0, 0.1, 2))
    part, place = crop(picture, Box(round(width * left), round(height * top), round(width * 0.9), round(height * 0.9)))
    return Attacked(part, place=place)


def half_of_it(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Only the upper, lower or middle half."""
    width, height = size_of(picture)
    top = round(height * float(rng.choice([0, 0.25, 0.5])))
    part, place = crop(picture, Box(0, top, width, height // 2))
    return Attacked(part, place=place)


def story_on_blurred_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Nine to sixteen, the poster in the middle, the ground a blurred copy of it."""
    width, height = size_of(picture)
    tall = max(round(width * 16 / 9), round(height * 1.1))
    across = round(tall * 9 / 16)
    ground, _ = resize(picture, max(across, round(tall * width / height)), tall)
    off = (ground.shape[1] - across) // 2
    blurred = cv2.GaussianBlur(ground[:, off : off + across], (0, 0), across / 28)
    ground = np.asarray(blurred * 0.7, np.uint8)
    inner = round(across * rng.uniform(0.72, 0.82))
    inner = min(inner, round(tall * 0.9 * width / height))
    story, place = _paste(ground, picture, (across - inner) // 2, (tall - round(inner * height / width)) // 2, inner)
    return Attacked(story, place=place)


def app_screenshot(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A film app's page on a phone, the poster a third as wide as the screen."""
    wide = min(1200, round(picture.shape[1] * 2.2))
    tall, pad, dark = round(wide * 1.9), wide // 22, rng.random() < 0.6
    paper: Colour = (18, 20, 24) if dark else (250, 250, 250)
    ink: Colour = (235, 235, 238) if dark else (25, 25, 28)
    faint: Colour = (150, 152, 158)
    screen = _plain(wide, tall, paper)
    third = wide // 3
    high = round(third * picture.shape[0] / picture.shape[1])
    screen, place = _paste(screen, picture, pad, wide // 4, third)
    left, top = pad * 2 + third, wide // 4
    texts = [
        (pick(rng, "9:41", "12:07", "18:32"), ink, pad, pad // 2, 0.024),
        ("86%", ink, wide - pad * 3, pad // 2, 0.024),
        ("‹  Details", ink, pad, round(wide * 0.13), 0.03),
        (pick(rng, "Movie details", "The big one", "Tonight"), ink, left, top, 0.034),
        ("★ 7.4 / 10", (240, 190, 40), left, top + wide // 11, 0.026),
        ("Drama  ·  1h 52m", faint, left, top + wide // 6, 0.022),
        ("Overview", ink, pad, top + high + pad, 0.032),
    ]
    for text, colour, x, y, part in texts:
        screen, _ = stamp(screen, lettering(text, colour, height=wide * part, style="Sans"), x, y)
    for row in range(6):
        long = round((wide - 2 * pad) * rng.uniform(0.8, 1)) if row < 5 else wide // 3
        words = " ".join("x" * int(n) for n in rng.integers(2, 9, 9)).replace("x", "n")
        line = lettering(words, faint, width=long, style="Sans")
        screen, _ = stamp(screen, line, pad, top + high + pad * 3 + row * wide // 18)
    for face in range(4):
        head: Paint = lambda draw, w, h: draw.ellipse((0, 0, w - 1, h - 1), faint)  # noqa: E731
        spot = drawn(wide * 0.17, wide * 0.17, head)
        screen, _ = stamp(screen, spot, pad + face * wide * 0.24, top + high + pad * 5 + wide // 3, 0.5)
    button: Paint = lambda draw, w, h: draw.rounded_rectangle((0, 0, w - 1, h - 1), h // 3, (40, 120, 240))  # noqa: E731
    screen, _ = stamp(screen, drawn(wide - 2 * pad, wide * 0.11, button), pad, tall - wide // 4)
    screen, _ = stamp(
        screen, lettering("+ Watchlist", (255,) * 3, height=wide * 0.03), wide * 0.38, tall - wide * 0.215
    )
    return Attacked(screen, place=place, saved_as=SavedAs("PNG"))


def bordered(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A plain frame round it, wider below, as on a print."""
    width, height = size_of(picture)
    edge, colour = round(width * rng.uniform(0.03, 0.08)), (250, 250, 247) if rng.random() < 0.6 else (12, 12, 12)
    ground = _plain(width + 2 * edge, height + 2 * edge + edge // 2, colour)
    framed, place = _paste(ground, picture, edge, edge, width)
    return Attacked(framed, place=place)


def _chained(first: Attacked, second: Attacked) -> Attacked:
    return Attacked(second.pixels, place=second.place @ first.place, saved_as=second.saved_as)


def cropped_and_filtered(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Cut at the edges, then through a photo filter."""
    first = cropped_by_a_tenth(picture, rng, others)
    return _chained(first, photo_filter(first.pixels, rng, others))


def bordered_photo_of_a_screen(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """With a frame, then photographed off a screen."""
    first = bordered(picture, rng, others)
    return _chained(first, photo_of_a_screen(first.pixels, rng, others))
