"""Edits: the title or a name painted over, and other words set in its place."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fifteenth.layers import BLACK, WHITE, blend, ink_for, set_words
from benchmarks.attacks.fifteenth.lettering import BOLD, PLAIN, Face, Mask, lines_mask
from benchmarks.attacks.fifteenth.places import portion, text_band, title_box, title_colour
from benchmarks.attacks.fifteenth.words_added import STARS
from benchmarks.attacks.geometry import Colour, box_between, part_of, size_of, whole_of
from benchmarks.attacks.values import Attacked, OtherPosters

TITLES = (("MIDNIGHT", "HEIST"), ("THE LAST", "SUMMER"), ("DINO", "WEDDING"), ("BROKEN", "CROWN"), ("HOMEWORK",),
          ("ZOMBIE", "PROM"), ("THE BIG NAP",), ("RED HARBOR",), ("GHOST TRAIN",), ("LOST IN OHIO",))  # fmt: skip


def inpainted(pixels: Pixels, mask: Mask, rng: np.random.Generator) -> Pixels:
    """Paints over what the soft mask covers from what lies round it, with a little grain."""
    width, height = size_of(pixels)
    small_size = (200, round(height * 200 / width))
    small = cv2.resize(pixels, small_size, interpolation=cv2.INTER_AREA)
    hole = cv2.dilate((cv2.resize(mask, small_size) > 0.05).astype(np.uint8), np.ones((5, 5), np.uint8))
    filled = cv2.GaussianBlur(cv2.inpaint(small, hole, 5, cv2.INPAINT_TELEA), (0, 0), 2.5)
    large = cv2.resize(filled, (width, height), interpolation=cv2.INTER_CUBIC) + rng.normal(0, 3, (height, width, 1))
    blend(result := pixels.copy(), mask, 0, 0, np.clip(large, 0, 255).astype(np.uint8))
    return result


def _room(pixels: Pixels, found: Box, least_width: float, least_height: float) -> Box:
    width, height = size_of(pixels)
    across, down = max(found.width * 1.06, least_width * width), max(found.height * 1.25, least_height * height)
    left = min(max(0, found.x + (found.width - across) / 2), max(0, width - across))
    top = min(max(0, found.y + (found.height - down) / 2), max(0, height - down))
    return box_between(left, top, left + across, top + down, whole_of(pixels)) or found


def _reworded(
    pixels: Pixels, rng: np.random.Generator, room: Box, lines: tuple[str, ...], face: Face, hue: Colour | None = None
) -> Attacked:
    lines = lines if room.height > room.width * 0.3 else (" ".join(lines),)
    words = lines_mask(lines, room.height * 0.95 / len(lines), face, room.width * 0.94)
    if words.shape[0] > room.height * 0.9:
        words = lines_mask(lines, room.height**2 * 0.83 / len(lines) / words.shape[0], face, room.width * 0.94)
    x, y = room.x + (room.width - words.shape[1]) // 2, room.y + (room.height - words.shape[0]) // 2
    set_words(pixels, words, x, y, ink_for(pixels, Box(x, y, words.shape[1], words.shape[0]), rng, hue))
    return Attacked(pixels, (room,), " ".join(lines))


def _cleared(pixels: Pixels, rng: np.random.Generator, room: Box) -> Pixels:
    mask = np.zeros(pixels.shape[:2], np.float32)
    part_of(mask, room)[:] = 1
    return inpainted(pixels, np.asarray(cv2.GaussianBlur(mask, (0, 0), pixels.shape[1] / 250), np.float32), rng)


def title_inpainted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title inpainted and another set there in its colour."""
    title = title_box(pixels)
    room, colour = _room(pixels, title, 0.55, 0.09), title_colour(pixels, title)
    return _reworded(_cleared(pixels, rng, room), rng, room, one_of(rng, TITLES), one_of(rng, BOLD), colour)


def title_on_plate(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title hidden under a plate of the colour round it, or a black or white one, and another set on that."""
    result, room = pixels.copy(), _room(pixels, title_box(pixels), 0.6, 0.1)
    near = pixels[max(0, room.y - 4) : room.y + 4, room.x : room.x + room.width].reshape(-1, 3)
    red, green, blue = (int(value) for value in np.median(near, axis=0))
    part_of(result, room)[:] = one_of(rng, ((red, green, blue), (red, green, blue), BLACK, WHITE))
    return _reworded(result, rng, room, one_of(rng, TITLES), one_of(rng, BOLD))


def actor_name_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The line of names at the top painted over, and another name set there."""
    found = text_band(pixels, portion(pixels, 0, 0.005, 1, 0.25), 0.07) or portion(pixels, 0.15, 0.04, 0.85, 0.09)
    room = _room(pixels, found, between(rng, 0.55, 0.8), 0.06)
    return _reworded(_cleared(pixels, rng, room), rng, room, (one_of(rng, STARS),), one_of(rng, BOLD + PLAIN))
