"""Edits, the fifth set: the title, a word of it, the tagline or an actor's name painted over and written anew."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifth.layers import DISPLAY, TEXT, Layer, laid_on, lettered, shadowed, spread_out
from benchmarks.attacks.fifth.targets import box_mask, clearest, filled_in, part, text_lines, title_in
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.lettering import pick_among
from benchmarks.attacks.paint import Mask, grey_of, luminance, to_uint8
from benchmarks.attacks.places import lettering_colour
from benchmarks.attacks.values import Attacked, OtherPosters

TITLES = (
    "THE LAST HARBOR", "COLD SUMMER", "MY BROTHER'S DOG", "IRON VALLEY", "PAPER MOONS", "GARY", "SHREK", "THE INTERN 9",
    "BAD NEIGHBOURS", "ZERO HOUR", "RED LANTERN", "HOME OFFICE", "KITCHEN WARS", "STAR TREK", "FROZEN", "MIDNIGHT CAFE",
    "TAXES", "THE LONG NAP", "LOST IN IKEA", "BATMAN",
)  # fmt: skip
WORDS = (
    "CATS", "MONDAY", "PIZZA", "DEAD", "LOVE", "BACON", "WAR", "NIGHT", "GHOST", "DRAGON", "COFFEE", "BOYS", "QUEEN",
)  # fmt: skip
TAGLINES = (
    "This time nobody gets out alive.", "He came for the snacks.", "Every ending has another beginning.",
    "You should have stayed at home.", "Some doors must stay closed.", "Back, and worse than ever.",
    "The internet made them do it.", "She knows what you did last Tuesday.",
)  # fmt: skip
NAMES = (
    "TOM HANKS", "KEANU REEVES", "ADAM SANDLER", "EMMA STONE", "NICOLAS CAGE", "DANNY DEVITO", "MARGOT ROBBIE",
    "KEVIN MILLER", "MY UNCLE BOB", "ZENDAYA", "JACK BLACK", "RYAN GOSLING", "SANDRA KOWALSKI",
)  # fmt: skip


def _grown(picture: Pixels, box: Box, share: float) -> Box:
    """A little more than a box, inside the picture."""
    width, height = size_of(picture)
    pad = max(2, round(box.height * share))
    left, top = max(0, box.x - pad), max(0, box.y - pad)
    right, foot = min(width, box.x + box.width + pad), min(height, box.y + box.height + pad)
    return Box(left, top, right - left, foot - top)


def _blurred(picture: Pixels, mask: Mask, rng: np.random.Generator) -> Pixels:
    """What the mask covers smeared until nothing can be read."""
    soft = cv2.GaussianBlur(picture, (0, 0), max(4.0, picture.shape[1] / rng.uniform(14, 24)))
    share = mask[:, :, None]
    return to_uint8(picture * (1 - share) + soft * share)


def _ink(picture: Pixels, ground: Pixels, box: Box, rng: np.random.Generator) -> Colour:
    """The old letters' colour where it reads on what they were painted over with."""
    colour = lettering_colour(picture, box, box, rng)
    bright = luminance(part(ground, box).reshape(-1, 3).mean(axis=0))
    if abs(luminance(colour) - bright) < 60:
        return (255, 255, 255) if bright < 130 else (15, 15, 15)
    return colour


def _written(
    picture: Pixels, ground: Pixels, box: Box, words: str, rng: np.random.Generator, faces: tuple[str, ...]
) -> tuple[Pixels, Layer, tuple[float, float]]:
    """Words as large as fit into a box of the ground."""
    wide, high = box.width * rng.uniform(0.86, 0.98), box.height * rng.uniform(0.75, 0.95)
    layer = lettered(words, pick_among(rng, faces), _ink(picture, ground, box, rng), width=wide, height=high)
    if rng.random() < 0.35:
        layer = shadowed(layer, max(1.0, layer.shape[0] * 0.04), 0.6)
    x, y = box.x + (box.width - layer.shape[1]) / 2, box.y + (box.height - layer.shape[0]) / 2
    return laid_on(ground, layer, x, y), layer, (x, y)


def _rewritten(
    picture: Pixels,
    box: Box,
    words: str,
    rng: np.random.Generator,
    *,
    blurred: bool = False,
    faces: tuple[str, ...] = DISPLAY,
) -> tuple[Pixels, Mask, str]:
    """A box painted over, then words set there. The mask is all of the box where it differs, and the letters."""
    hole = box_mask(picture, box, 1.0 + box.height * (0.12 if blurred else 0.03))
    ground = _blurred(picture, hole, rng) if blurred else filled_in(picture, hole, rng)
    after, layer, spot = _written(picture, ground, box, words, rng, faces)
    away = np.abs(after.astype(np.int16) - picture).max(axis=2) > 20
    mask = np.maximum(spread_out(picture, layer, *spot), (away & (hole > 0.05)).astype(np.float32))
    return after, mask.astype(np.float32), words


def _large_title(picture: Pixels, rng: np.random.Generator) -> Box:
    """The title's box, widened where it is so narrow that nothing could be written there."""
    box = _grown(picture, title_in(picture, rng), 0.12)
    width, height = size_of(picture)
    wide, high = max(box.width, round(width * 0.5)), max(box.height, round(height * 0.06))
    x = min(max(0, box.x - (wide - box.width) // 2), width - wide)
    y = min(max(0, box.y - (high - box.height) // 2), height - high)
    return Box(x, y, wide, high)


def title_inpainted_anew(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: the title inpainted away and another title set in its place."""

    def draft() -> tuple[Pixels, Mask, str]:
        return _rewritten(picture, _large_title(picture, rng), one_of(rng, TITLES), rng)

    return clearest(picture, draft, rng)


def title_blurred_anew(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: the title blurred away and another title set on the blur."""

    def draft() -> tuple[Pixels, Mask, str]:
        words = one_of(rng, TITLES)
        return _rewritten(picture, _large_title(picture, rng), words, rng, blurred=True)

    return clearest(picture, draft, rng)


def title_word_exchanged(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: the left or the right part of the title, up to a gap between letters, replaced by another word."""

    def draft() -> tuple[Pixels, Mask, str]:
        title = _large_title(picture, rng)
        strokes = np.abs(cv2.Sobel(grey_of(part(picture, title)), cv2.CV_32F, 1, 0)).mean(axis=0)
        calm = cv2.blur(strokes[None, :], (max(3, title.width // 30), 1))[0]
        low, high = round(title.width * 0.38), round(title.width * 0.62)
        cut = low + int(np.argmin(calm[low:high]))
        if rng.random() < 0.5:
            box = Box(title.x, title.y, cut, title.height)
        else:
            box = Box(title.x + cut, title.y, title.width - cut, title.height)
        return _rewritten(picture, box, one_of(rng, WORDS), rng)

    return clearest(picture, draft, rng)


def _small_line(
    picture: Pixels, rng: np.random.Generator, highs: tuple[float, float], rows: tuple[float, float]
) -> Box:
    """A line of small lettering between two heights and in a range of rows, or a strip where one could be."""
    width, height = size_of(picture)
    found = []
    for box in text_lines(picture):
        middle = (box.y + box.height / 2) / height
        if highs[0] < box.height / height < highs[1] and rows[0] < middle < rows[1] and box.width > 0.2 * width:
            found.append(box)
    if found:
        chosen = one_of(rng, found)
        wide, high = max(chosen.width, round(width * 0.34)), max(chosen.height, round(height * 0.026))
    else:
        wide, high = round(width * rng.uniform(0.4, 0.7)), round(height * rng.uniform(0.032, 0.05))
        chosen = Box((width - wide) // 2, round(height * rng.uniform(rows[0] + 0.02, rows[0] + 0.08)), wide, high)
    x = min(max(0, chosen.x - (wide - chosen.width) // 2), width - wide)
    y = min(max(0, chosen.y - (high - chosen.height) // 2), height - high)
    return _grown(picture, Box(x, y, wide, high), 0.15)


def tagline_overwritten(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a line of small lettering painted over and another tagline written there."""

    def draft() -> tuple[Pixels, Mask, str]:
        box = _small_line(picture, rng, (0.012, 0.045), (0.02, 0.9))
        words = one_of(rng, TAGLINES)
        return _rewritten(picture, box, words.upper() if rng.random() < 0.4 else words, rng, faces=TEXT)

    return clearest(picture, draft, rng)


def actor_exchanged(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: an actor's name painted over and another name written there."""

    def draft() -> tuple[Pixels, Mask, str]:
        box = _small_line(picture, rng, (0.014, 0.06), (0.0, 0.3) if rng.random() < 0.7 else (0.6, 0.9))
        names = [NAMES[int(number)] for number in rng.permutation(len(NAMES))]
        words = names[0] if box.width < 12 * box.height else f"{names[0]}   {names[1]}"
        return _rewritten(picture, box, words, rng, faces=DISPLAY if rng.random() < 0.5 else TEXT)

    return clearest(picture, draft, rng)
