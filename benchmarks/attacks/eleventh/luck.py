"""What is drawn by lot: numbers, colours, type faces, file formats."""

import colorsys

import numpy as np

from benchmarks.attacks.chance import between
from benchmarks.attacks.lettering import BOLD_FACES, PLAIN_FACES, pick_among
from benchmarks.attacks.values import SavedAs

Colour = tuple[int, int, int]

WHITE: Colour = (250, 250, 248)
BLACK: Colour = (14, 14, 16)
SLANTED_FACES = (
    "DejaVuSans-BoldOblique.ttf",
    "DejaVuSerif-BoldItalic.ttf",
    "DejaVuSansCondensed-BoldOblique.ttf",
    "DejaVuSerifCondensed-BoldItalic.ttf",
    "LiberationSerif-BoldItalic.ttf",
)
LIGHT_FACES = (
    *PLAIN_FACES,
    "DejaVuSerif.ttf",
    "DejaVuSansCondensed.ttf",
    "DejaVuSerifCondensed.ttf",
    "DejaVuSerif-Italic.ttf",
)
TYPEWRITER_FACES = ("DejaVuSansMono-Bold.ttf", "DejaVuSansMono.ttf", "LiberationMono-Bold.ttf")


def likely(rng: np.random.Generator, share: float) -> bool:
    """True in that share of the cases."""
    return bool(rng.random() < share)


def bright_colour(rng: np.random.Generator, saturation: float = 0.8, value: float = 0.9) -> Colour:
    """Any hue, about as strong and bright as asked."""
    rgb = colorsys.hsv_to_rgb(rng.random(), saturation * between(rng, 0.8, 1.0), value * between(rng, 0.85, 1.0))
    return (int(rgb[0] * 255), int(rgb[1] * 255), int(rgb[2] * 255))


def readable_on(colour: Colour) -> Colour:
    """Black or white, whichever is read on the colour."""
    return BLACK if 0.3 * colour[0] + 0.6 * colour[1] + 0.1 * colour[2] > 140 else WHITE


def bold_face(rng: np.random.Generator) -> str | None:
    """An upright or slanted bold type face."""
    return pick_among(rng, SLANTED_FACES) if likely(rng, 0.2) else pick_among(rng, BOLD_FACES)


def light_face(rng: np.random.Generator) -> str | None:
    """A thin type face."""
    return pick_among(rng, LIGHT_FACES)


def any_face(rng: np.random.Generator) -> str | None:
    """Any type face."""
    kind = int(rng.integers(5))
    if kind == 0:
        return pick_among(rng, TYPEWRITER_FACES)
    return light_face(rng) if kind == 1 else bold_face(rng)


def file_kind(rng: np.random.Generator, low: int = 72, high: int = 95) -> SavedAs:
    """A usual way to save a picture."""
    quality = int(rng.integers(low, high + 1))
    kind = rng.random()
    if kind < 0.75:
        return SavedAs("JPEG", quality)
    return SavedAs("PNG") if kind < 0.87 else SavedAs("WEBP", quality)
