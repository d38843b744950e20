"""Edits of the title itself: other words, words gone, other colours."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.seventh.canvas import Colour, Mask, edited_file, gradient, ground_of, lay
from benchmarks.attacks.seventh.finding import box_of, calm_place
from benchmarks.attacks.seventh.lettering import ROMAN, centred, lay_mask, line_mask
from benchmarks.attacks.seventh.mending import rub_out, spread_of
from benchmarks.attacks.seventh.title_finding import Title, title_of
from benchmarks.attacks.seventh.titling import GOLD, a_face, readable
from benchmarks.attacks.values import Attacked, OtherPosters

TITLES = ("MIDNIGHT HARVEST", "THE LAST ORBIT", "BROKEN CROWN", "IRON VALLEY", "SILENT WATERS", "Dead of Winter",
          "The Glass House", "NIGHTFALL", "Kingdom Lost", "ZERO DAWN")  # fmt: skip


def _ink_of(title: Title, picture: Pixels, word: Box) -> Mask:
    """1 on the letters of that word and a rim around them (or the whole box where none were found)."""
    ink = np.zeros(picture.shape[:2], np.float32)
    rows, columns = slice(word.y, word.y + word.height), slice(word.x, word.x + word.width)
    ink[rows, columns] = title.ink[rows, columns] if title.found else 1.0
    return spread_of(ink, max(1, round(picture.shape[1] / 110)))


def other_title_set(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title painted away and another one set in its place."""
    title = title_of(picture)
    line = title.box
    hole = _ink_of(title, picture, line)
    canvas = rub_out(picture, hole)
    text = TITLES[int(rng.integers(0, len(TITLES)))]
    width = picture.shape[1]
    room = max(line.width, 0.5 * width)
    mask = line_mask(text, max(0.9 * line.height, 0.06 * width), a_face(rng), widest=min(room * 1.1, 0.92 * width))
    y = line.y + (line.height - mask.shape[0]) / 2
    colour, shadow = readable(canvas, line, title.colour)
    placed = centred(canvas, mask, line.x + line.width / 2, y, colour, shadow=shadow)
    return Attacked(canvas, (placed.union(box_of(hole)),), text, saved_as=edited_file(rng))


def title_word_gone(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One word of the title painted away."""
    title = title_of(picture)
    words = title.words
    word = words[int(rng.integers(0, len(words)))]
    if not title.found:
        word = calm_place(picture, round(0.3 * picture.shape[1]), word.height, rng, (0.55, 0.95), busiest=True)
    hole = _ink_of(title, picture, word)
    return Attacked(rub_out(picture, hole), (box_of(hole),), f"of {len(words)} words", saved_as=edited_file(rng))


def title_other_colour(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title in another colour, or in a gradient."""
    title = title_of(picture)
    line = title.box
    canvas = picture.copy()
    paints: list[Colour] = [
        (224, 24, 32),
        GOLD,
        (40, 200, 235),
        (120, 230, 60),
        (245, 110, 200),
        (250, 250, 250),
        (30, 60, 150),
    ]
    taken = (title.colour, ground_of(picture, line))
    far = [p for p in paints if all(max(abs(a - b) for a, b in zip(p, q, strict=True)) > 90 for q in taken)]
    far = far if len(far) > 1 else paints
    first, second = (far[int(i)] for i in rng.choice(len(far), 2, replace=False))
    paint = gradient(line.width, line.height, [(0, first), (1, second if rng.random() < 0.35 else first)])
    if not title.found:
        mask = line_mask(TITLES[0], 0.08 * picture.shape[1], ROMAN, widest=line.width)
        box = lay_mask(canvas, mask, line.x, line.y, first, shadow=2)
        return Attacked(canvas, (box,), "no title found", saved_as=edited_file(rng))
    rows, columns = slice(line.y, line.y + line.height), slice(line.x, line.x + line.width)
    under = picture[rows, columns].astype(np.float32)
    ground = np.array(ground_of(picture, line), np.float32)
    ink = np.array(title.colour, np.float32)
    if float(np.abs(ground - ink).max()) < 40:
        ground = 255 - ink
    along = ((under - ground) @ (ink - ground)) / max(1.0, float((ink - ground) @ (ink - ground)))
    near = spread_of(title.ink[rows, columns], 1)
    lay(
        canvas,
        np.maximum(title.ink[rows, columns], np.clip(along, 0, 1) * near).astype(np.float32),
        line.x,
        line.y,
        paint,
    )
    return Attacked(canvas, (line,), f"{first}", saved_as=edited_file(rng))
