"""Six ways in which a picture is passed on, to be put after any other attack."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import crop, resize, shift_matrix, size_of
from benchmarks.attacks.seventh.canvas import lay, rounded
from benchmarks.attacks.seventh.devices import NAMES
from benchmarks.attacks.seventh.lettering import UI, UI_BOLD, lay_mask, line_mask
from benchmarks.attacks.seventh.retoning import faded_warm_filter
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def through_a_messenger(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Sent on twice by a messenger: smaller, and saved hard each time."""
    width, height = size_of(picture)
    factor = float(rng.uniform(0.7, 0.9))
    pixels, place = resize(save_and_open(picture, SavedAs("JPEG", 70)), round(width * factor), round(height * factor))
    return Attacked(
        pixels, note=f"{factor:.2f} the size", place=place, saved_as=SavedAs("JPEG", int(rng.integers(50, 66)))
    )


def pinned_on_a_board(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A collection site's copy: 236 pixels wide."""
    width, height = size_of(picture)
    pixels, place = resize(picture, 236, round(236 * height / width))
    return Attacked(pixels, place=place, saved_as=SavedAs("JPEG", 78))


def posted_square(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Cut to four by five for a feed, and saved as it does."""
    width, height = size_of(picture)
    tall = min(height, round(width * 1.25))
    y = round(float(rng.uniform(0.3, 0.7)) * (height - tall))
    pixels, place = crop(picture, Box(0, y, width, tall))
    return Attacked(pixels, note=f"from {y}", place=place, saved_as=SavedAs("JPEG", 72))


def screenshot_of_a_post(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A screenshot of a feed: name above, likes below, the poster over the full width."""
    width, height = size_of(picture)
    dark = rng.random() < 0.5
    head, foot = round(0.17 * width), round(0.24 * width)
    canvas = np.full((head + height + foot, width, 3), 0 if dark else 255, np.uint8)
    canvas[head : head + height] = picture
    ink = (240, 240, 240) if dark else (20, 20, 20)
    face = round(0.1 * width)
    lay(canvas, rounded(face, face, face / 2), round(0.035 * width), (head - face) // 2, (120, 150, 200))
    name = line_mask(NAMES[int(rng.integers(0, len(NAMES)))], 0.026 * width, UI_BOLD)
    lay_mask(canvas, name, round(0.17 * width), (head - name.shape[0]) // 2, ink)
    likes = line_mask(f"{int(rng.integers(20, 9000))} likes", 0.026 * width, UI_BOLD)
    lay_mask(canvas, likes, round(0.035 * width), head + height + round(0.07 * width), ink)
    said = line_mask("can't believe they made this", 0.025 * width, UI, widest=0.9 * width)
    lay_mask(canvas, said, round(0.035 * width), head + height + round(0.15 * width), ink)
    return Attacked(canvas, place=shift_matrix(0, head), saved_as=SavedAs("PNG"))


def filtered_and_shared(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Through a warm filter, saved as a WebP."""
    first = faded_warm_filter(picture, rng, others)
    return Attacked(first.pixels, note=first.note, saved_as=SavedAs("WEBP", int(rng.integers(50, 75))))


def blown_up_again(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A small copy made large and sharp again."""
    width, height = size_of(picture)
    small, down = resize(picture, round(width * 0.5), round(height * 0.5))
    large, up = resize(save_and_open(small, SavedAs("JPEG", 75)), width, height)
    soft = cv2.GaussianBlur(large, (0, 0), 2.0)
    sharp = np.clip(large.astype(np.float32) * 1.7 - soft.astype(np.float32) * 0.7, 0, 255).astype(np.uint8)
    return Attacked(sharp, place=up @ down, saved_as=SavedAs("JPEG", 85))
