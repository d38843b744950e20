"""Edits: words of a poster replaced, removed or dyed."""

from itertools import pairwise

import cv2
import numpy as np

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.added_words import like_face, set_line
from benchmarks.attacks.sixth.letters import Face, Ink, mask_of, put, some_face, stacked
from benchmarks.attacks.sixth.matte import far_tone, wiped
from benchmarks.attacks.sixth.spots import Line, calmest, lines_of, title_of
from benchmarks.attacks.sixth.tools import Mask, Tone, as_pixels, edited, floats, mix, soften
from benchmarks.attacks.sixth.wording import ACTORS, TAGLINES, TITLES, WORDS
from benchmarks.attacks.values import Attacked, OtherPosters


def _grown(ink: Mask, high: float, share: float) -> Mask:
    reach = max(1, round(high * share)) * 2 + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    return np.asarray(cv2.dilate((ink > 0.35).astype(np.float32), kernel), np.float32)


def _without(picture: Pixels, line: Line, rng: np.random.Generator) -> Pixels:
    """The picture with a line wiped out."""
    return wiped(picture, _grown(line.ink, line.high, 0.14), rng)


def _fitted(picture: Pixels, words: str, face: Face, box: Box, tone: Tone, shadow: float) -> Pixels:
    """Words as large as a box allows, set in its middle."""
    plain = mask_of(words, face, 60)
    capital = min(box.width / plain.shape[1], box.height / plain.shape[0]) * 60
    mask = mask_of(words, face, capital)
    return set_line(picture, mask, (box.x + box.width / 2, box.y + box.height / 2), capital, tone, shadow)


def title_gone(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title wiped out, or else the clearest lines."""
    title = title_of(picture)
    lines = [title] if title else lines_of(picture)[:3]
    if not lines:
        box = calmest(picture, size_of(picture)[0] // 2, size_of(picture)[1] // 8, rng, (0.3, 0.7))
        patch = np.zeros(picture.shape[:2], np.float32)
        patch[box.y : box.y + box.height, box.x : box.x + box.width] = 1
        return edited(picture, wiped(picture, patch, rng), rng, "patch", least=8)
    result = picture
    for line in lines:
        result = _without(result, line, rng)
    return edited(picture, result, rng, "title" if title else "lines", join=0.08)


def title_new(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title wiped out or covered, and another one set."""
    width, height = size_of(picture)
    title, words = title_of(picture), one_of(rng, TITLES)
    if title is None or rng.random() < 0.15:
        down, top = round(height * between(rng, 0.1, 0.15)), round(height * between(rng, 0.72, 0.84))
        strip = picture.copy()
        strip[top : top + down] = as_pixels(np.median(picture[top : top + down].reshape(-1, 3), axis=0) * 0.5)
        room = Box(round(width * 0.08), top + down // 5, round(width * 0.84), round(down * 0.6))
        return edited(
            picture, _fitted(strip, words, some_face(rng), room, (255, 255, 255), 0), rng, f"{words} on a bar"
        )
    bare = _without(picture, title, rng)
    box, room_width = title.box, max(title.box.width, round(width * 0.5))
    x = int(np.clip(box.x + box.width / 2 - room_width / 2, 2, width - room_width - 2))
    room = Box(x, box.y, room_width, min(max(box.height, round(width * 0.07)), height - box.y))
    split = words.split(" ")
    if len(split) > 1 and box.height > 2.2 * title.high:
        face, middle = like_face(title, rng), len(split) // 2 or 1
        lines = " ".join(split[:middle]), " ".join(split[middle:])
        capital = room.height / 2.6
        mask = stacked(lines, face, capital)
        centre = room.x + room.width / 2, room.y + room.height / 2
        return edited(picture, set_line(bare, mask, centre, capital, title.colour, 0.04), rng, words, join=0.08)
    after = _fitted(bare, words, like_face(title, rng), room, title.colour, 0.04)
    return edited(picture, after, rng, words, join=0.08)


def _words_of(line: Line) -> list[list[Box]]:
    """The letters of a line in words."""
    letters = sorted(line.letters, key=lambda box: box.x)
    gaps = [max(0, right.x - left.x - left.width) for left, right in pairwise(letters)]
    least = max(2.2 * float(np.median(gaps)), 0.28 * line.high) if gaps else 0
    words = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > least:
            words.append([])
        words[-1].append(letter)
    return words


def word_new(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One word of the title exchanged for another of about its size."""
    lines = lines_of(picture)
    if not lines or lines[0].score < 10:
        return title_new(picture, rng, others)
    line = lines[0]
    own = surround(one_of(rng, _words_of(line)))
    ink = np.zeros_like(line.ink)
    part = np.s_[own.y : own.y + own.height, own.x : own.x + own.width]
    ink[part] = line.ink[part]
    if not (ink > 0.35).any() or own.height < 0.03 * size_of(picture)[0]:
        return title_new(picture, rng, others)
    bare = wiped(picture, _grown(ink, line.high, 0.14), rng)
    fitting = round(own.width / max(1.0, own.height * 0.75))
    word = min(rng.permutation(WORDS), key=lambda text: abs(len(text) - fitting))
    face = like_face(line, rng)
    mask = mask_of(str(word), face, own.height)
    squeezed = Face(face.font, face.stretch * float(np.clip(own.width / mask.shape[1], 0.6, 1.5)))
    after = _fitted(bare, str(word), squeezed, own, line.colour, 0)
    return edited(picture, after, rng, str(word), join=0.06)


def _line_new(
    picture: Pixels, rng: np.random.Generator, options: tuple[str, ...], within: tuple[float, float], share: float
) -> Attacked:
    """One of the smaller lines exchanged; where there is none, a new one is set."""
    width, height = size_of(picture)
    words, lines = one_of(rng, options), lines_of(picture)[1:]
    fitting = [line for line in lines if within[0] < line.box.y / height < within[1] and line.box.width > width * 0.2]
    if fitting:
        line = fitting[0]
        wide = max(line.box.width, round(width * min(0.8, 0.03 * len(words))))
        x = int(np.clip(line.box.x + line.box.width / 2 - wide / 2, 2, width - wide - 2))
        room = Box(x, line.box.y, wide, max(line.box.height, round(width * 0.045)))
        after = _fitted(_without(picture, line, rng), words, like_face(line, rng), room, line.colour, 0)
        return edited(picture, after, rng, f"{words} for a line", join=0.06)
    capital = width * share
    mask = mask_of(words, some_face(rng), capital)
    box = calmest(picture, mask.shape[1], mask.shape[0], rng, within)
    middle = box.x + box.width / 2, box.y + box.height / 2
    return edited(picture, set_line(picture, mask, middle, capital, (255, 255, 255), 0.06), rng, f"{words} new")


def tagline_new(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another tagline."""
    return _line_new(picture, rng, TAGLINES, (0.3, 0.92), between(rng, 0.04, 0.05))


def actor_new(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another actor's name."""
    return _line_new(picture, rng, ACTORS, (0.0, 0.5), between(rng, 0.045, 0.06))


def title_dyed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title in another colour, plain or shaded."""
    title = title_of(picture)
    if title is None:
        lines = lines_of(picture)
        if not lines:
            mask = mask_of(one_of(rng, TITLES), some_face(rng), size_of(picture)[0] * 0.08)
            middle = size_of(picture)[0] / 2, size_of(picture)[1] * 0.8
            ink = Ink((225, 30, 40), rim=0.06)
            return edited(picture, put(picture, mask, ink, middle, mask.shape[0]), rng, "new title")
        title = max(lines, key=lambda line: line.box.area)
    high, tone = title.high, far_tone(rng, title.colour)
    mask = soften(_grown(title.ink, high, 0.03), 0.6) if high > 30 else np.clip(title.ink * 1.5, 0, 1)
    box = title.box
    fall = np.clip((np.arange(picture.shape[0], dtype=np.float32) - box.y) / box.height, 0, 1)[:, None, None]
    colours = floats(tone) * (1 - fall * between(rng, 0, 0.5)) + np.zeros(picture.shape, np.float32)
    return edited(picture, mix(picture, as_pixels(colours), mask), rng, f"colour {tone}", join=0.08)
