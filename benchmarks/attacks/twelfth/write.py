"""Setting words on a picture so that they can be read, in the manner of its own or of an app."""

from dataclasses import dataclass

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.lettering import BOLD_FACES, PLAIN_FACES, pick_among, words_of_height, words_of_width
from benchmarks.attacks.twelfth.colours import BLACK, WHITE, Colour, light_of
from benchmarks.attacks.twelfth.pixels import Floats, lay, softened
from benchmarks.attacks.twelfth.places import cut_box

SANS = ("DejaVuSans-Bold.ttf", "DejaVuSansCondensed-Bold.ttf", "LiberationSans-Bold.ttf", "Arial Bold.ttf")


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody letters: the type face, the space between letters, stretched how much."""

    face: str | None
    spacing: float = 0.0
    stretch: float = 1.0


def poster_hand(rng: np.random.Generator) -> Hand:
    """A hand as posters have it."""
    faces = BOLD_FACES if rng.random() < 0.8 else PLAIN_FACES
    return Hand(pick_among(rng, faces), one_of(rng, (0.0, 0.0, 0.05, 0.15)), between(rng, 0.85, 1.15))


def app_hand(rng: np.random.Generator, *, bold: bool = True) -> Hand:
    """A hand as apps have it: a sans-serif face, set plainly."""
    return Hand(pick_among(rng, SANS if bold else PLAIN_FACES))


def words_high(words: str, hand: Hand, height: float, most: float) -> Floats:
    """The words' ink, so high, but not wider than `most`."""
    ink = words_of_height(words, hand.face, max(5, height), spacing=hand.spacing)
    wide = min(most, ink.shape[1] * hand.stretch)
    if wide < 0.8 * ink.shape[1]:
        return words_of_width(words, hand.face, max(6, most), spacing=hand.spacing)
    return np.asarray(cv2.resize(ink, (max(3, round(wide)), ink.shape[0])), np.float32)


def words_wide(words: str, hand: Hand, width: float) -> Floats:
    """The words' ink, so wide."""
    return words_of_width(words, hand.face, max(6, width), spacing=hand.spacing)


def readable(picture: Pixels, box: Box, wished: Colour) -> Colour:
    """The wished colour where it stands out from the ground of the box; else white or black."""
    ground = light_of(np.median(part_of(picture, box).reshape(-1, 3), axis=0))
    if abs(light_of(wished) - ground) >= 70:
        return wished
    return WHITE if ground < 140 else BLACK


def set_words(
    picture: Pixels,
    ink: Floats,
    x: float,
    y: float,
    colour: Colour,
    *,
    strength: float = 1.0,
    rim: float = 0.0,
    shadow: float = 0.0,
) -> Pixels:
    """The words on a copy. rim: an outline, shadow: a soft dark one behind; both in shares of the words' height."""
    high = ink.shape[0]
    dark = BLACK if light_of(colour) > 110 else WHITE
    room = 2 + round((rim + 0.3 * shadow) * high)
    wide = np.pad(ink, room)
    if shadow:
        reach = min(0.1 * high, 4.0)
        picture = lay(picture, dark, np.clip(1.3 * shadow * softened(wide, reach), 0, 1), x - room, y - room)
    if rim:
        size = 2 * max(1, round(rim * high)) + 1
        around = cv2.dilate(wide, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
        picture = lay(picture, dark, np.asarray(around * strength, np.float32), x - room, y - room)
    return lay(picture, colour, np.asarray(ink * strength, np.float32), x, y)


def written(
    picture: Pixels, words: str, box: Box, colour: Colour, rng: np.random.Generator, hand: Hand | None = None
) -> Pixels:
    """The words in the middle of the box, as high as it or as wide, in a colour that can be read."""
    used = hand or poster_hand(rng)
    ink = words_high(words, used, box.height, box.width)
    x, y = box.x + (box.width - ink.shape[1]) / 2, box.y + (box.height - ink.shape[0]) / 2
    return laid_down(picture, ink, x, y, colour, rng)


def laid_down(picture: Pixels, ink: Floats, x: float, y: float, colour: Colour, rng: np.random.Generator) -> Pixels:
    """The ink at a place in a colour that can be read, with a shadow or a rim if the ground is busy."""
    place = cut_box(x, y, ink.shape[1], ink.shape[0], picture)
    chosen = readable(picture, place, colour)
    busy = float(part_of(picture, place).std()) > 45
    shadow = between(rng, 0.4, 0.9) if busy or rng.random() < 0.3 else 0.0
    rim = between(rng, 0.04, 0.09) if busy and rng.random() < 0.4 else 0.0
    return set_words(picture, ink, x, y, chosen, rim=rim, shadow=shadow)


def fitting(picture: Pixels, ink: Floats, x: float, y: float) -> tuple[float, float]:
    """The place moved so that the ink stays inside the picture, with a small margin where there is room."""
    width, height = size_of(picture)
    margin = 0.015 * width
    right, bottom = width - ink.shape[1] - margin, height - ink.shape[0] - margin
    return min(max(margin, x), max(0.0, right)), min(max(margin, y), max(0.0, bottom))
