"""Setting new words on a poster so that they look like its own."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between
from benchmarks.attacks.eleventh.draw import Patch, lay_mid, lettered, shadowed
from benchmarks.attacks.eleventh.find import letters
from benchmarks.attacks.eleventh.luck import BLACK, WHITE, Colour, bold_face, likely
from benchmarks.attacks.eleventh.mend import widened
from benchmarks.attacks.geometry import part_of


def as_colour(values: np.ndarray) -> Colour:
    """Three numbers as a colour."""
    return (int(values[0]), int(values[1]), int(values[2]))


def own_ink(picture: Pixels, box: Box) -> Colour:
    """The colour of the lettering in a box."""
    ink = letters(picture, box) > 0.5
    pixels = part_of(picture, box)[ink]
    return as_colour(np.median(pixels, 0)) if len(pixels) > 8 else WHITE


def standing_out(picture: Pixels, place: Box, wanted: Colour) -> Colour:
    """The wanted colour, or black or white when the ground at the place is too much like it."""
    ground = np.median(part_of(picture, widened(place, 0, picture)).reshape(-1, 3), 0)
    if float(np.abs(ground - wanted).max()) > 85:
        return wanted
    return BLACK if float(ground @ (0.3, 0.6, 0.1)) > 125 else WHITE


def _toned(patch: Patch, rng: np.random.Generator) -> Patch:
    if not likely(rng, 0.4):
        return patch
    shade = np.linspace(between(rng, 1.0, 1.15), between(rng, 0.6, 0.95), patch.shape[0])[:, None, None]
    patch[..., :3] = np.clip(patch[..., :3] * shade, 0, 255)
    return patch


def set_words(
    picture: Pixels,
    words: str,
    middle: tuple[float, float],
    rng: np.random.Generator,
    ink: Colour,
    *,
    width: float = 0.0,
    height: float = 0.0,
    face: str | None = None,
) -> Box:
    """Paints the words around a middle, kept inside the picture, in a colour that is read there. Gives the place."""
    high, wide = picture.shape[:2]
    face = face or bold_face(rng)
    spacing = between(rng, 0.05, 0.3) if likely(rng, 0.25) and len(words) > 3 else 0.0
    patch = lettered(words, face, ink, width=width, height=height, spacing=spacing)
    if patch.shape[1] > 0.96 * wide:
        patch = lettered(words, face, ink, width=0.96 * wide, spacing=spacing)
    x = float(np.clip(middle[0], patch.shape[1] / 2 + 1, max(wide - patch.shape[1] / 2 - 1, patch.shape[1] / 2 + 1)))
    y = float(np.clip(middle[1], patch.shape[0] / 2 + 1, max(high - patch.shape[0] / 2 - 1, patch.shape[0] / 2 + 1)))
    place = Box(int(x - patch.shape[1] / 2), int(y - patch.shape[0] / 2), patch.shape[1], patch.shape[0])
    chosen = standing_out(picture, place, ink)
    patch[..., :3] = chosen
    patch = _toned(patch, rng)
    busy = float(np.std(part_of(picture, widened(place, 0, picture)).mean(2))) > 45
    if chosen != BLACK and (busy or likely(rng, 0.3)):
        patch = shadowed(patch, patch.shape[0] * 0.05, between(rng, 0.5, 0.95))
    return lay_mid(picture, softer(patch, picture), x, y)


def softer(patch: Patch, picture: Pixels) -> Patch:
    """The patch as sharp as a copy of that size usually is."""
    return np.asarray(cv2.GaussianBlur(patch, (0, 0), 0.45 + picture.shape[1] / 6000), np.uint8)
