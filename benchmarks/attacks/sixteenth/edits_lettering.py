"""Edits: words, numbers and logos that were not on the poster."""

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.sixteenth import drawn, words
from benchmarks.attacks.sixteenth import lettering as letters
from benchmarks.attacks.sixteenth.places import calm_place, find_title, grown, inside
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters


def _title_style(pixels: Pixels, title: Box, ground: Pixels, rng: np.random.Generator) -> letters.Style:
    """Letters in the title's colour, where those can be read on the ground; else in another."""
    part = part_of(pixels, title)
    _, light = cv2.threshold(cv2.cvtColor(part, cv2.COLOR_RGB2GRAY), 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    chosen = part[light >= light.max() if light.mean() < 0.5 else light <= light.min()]
    red, green, blue = np.median(chosen, axis=0).astype(int).tolist()
    style = letters.style_for(ground, rng)
    if abs(letters.light_of((red, green, blue)) - float(ground.mean())) < 95:
        return style
    outline = letters.colours("0a0a0a" if letters.light_of((red, green, blue)) > 110 else "fafafa")[0]
    return replace(style, colour=(red, green, blue), outline=outline if ground.std() > 38 else None)


def _numbered(pixels: Pixels, rng: np.random.Generator, number: str, title: Box, room: Box) -> Attacked:
    style = _title_style(pixels, title, part_of(pixels, room), rng)
    result, box = letters.centred(pixels, letters.lettered(number, style, room.width, room.height, 1), room)
    return Attacked(result, (box,), number)


def number_at_title(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    title, number = find_title(pixels), one_of(rng, words.NUMBERS)
    high = min(max(title.height * between(rng, 0.8, 1.1), height * 0.06), height * 0.14)
    wide = high * (0.75 if number.isdigit() else 0.4 + 0.35 * len(number))
    x, y = title.x + title.width + width * 0.02, title.y + title.height - high
    if x + wide > width * 0.98:
        x, y = title.x + (title.width - wide) / 2, title.y + title.height + height * 0.01
        if y + high > height * 0.98:
            x, y = width * 0.97 - wide, title.y - high * 1.05
    return _numbered(pixels, rng, number, title, inside(Box(round(x), round(y), round(wide), round(high)), pixels))


def small_number(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    title, wide = find_title(pixels), pixels.shape[1] * between(rng, 0.06, 0.075)
    top, foot = title.y / pixels.shape[0], (title.y + title.height) / pixels.shape[0]
    room = calm_place(pixels, wide, wide * 1.3, rng, top - 0.08, foot + 0.1)
    return _numbered(pixels, rng, one_of(rng, words.NUMBERS), title, room)


def _adder(
    name: str, texts: tuple[str, ...], wide: tuple[float, float], high: float, *places: tuple[float, float]
) -> AttackFunction:
    """An edit of that name: one of the texts, in a calm place between two heights; without them: near the title."""

    def added(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        text, (width, height), style = one_of(rng, texts), size_of(pixels), letters.style_for(pixels, rng)
        title = find_title(pixels) if not places else Box(0, 0, 1, 1)
        top, foot = title.y / height, (title.y + title.height) / height
        rows = one_of(rng, places or (((foot, foot + 0.16) if foot < 0.88 else (top - 0.16, top)),))
        layer = letters.lettered(text, style, width * between(rng, *wide), max(16.0, height * high))
        room = calm_place(pixels, layer.width + 4, layer.height + 4, rng, *rows)
        result, box = letters.write(pixels, text, room, rng)
        return Attacked(result, (box,), text)

    added.__name__ = added.__qualname__ = name
    return added


sequel_line = _adder("sequel_line", words.SEQUEL_LINES, (0.45, 0.8), 0.07)
release_date = _adder("release_date", words.DATES, (0.5, 0.85), 0.065, (0.72, 0.98))
service_name = _adder("service_name", words.SERVICES, (0.35, 0.65), 0.07, (0.01, 0.2), (0.78, 0.98))
actor_added = _adder("actor_added", words.NAMES, (0.45, 0.8), 0.06, (0.01, 0.2))
tagline_added = _adder("tagline_added", words.TAGLINES, (0.6, 0.9), 0.12, (0.02, 0.35), (0.6, 0.96))
credit_added = _adder("credit_added", words.CREDITS, (0.55, 0.85), 0.1, (0.01, 0.25), (0.75, 0.98))


def studio_logo(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    name, width = one_of(rng, words.STUDIOS), pixels.shape[1]
    ground = one_of(rng, letters.colours("e50914 0b3d91 111111 f5c518 ffffff 5a189a"))
    ink = letters.colours("ffffff" if letters.light_of(ground) < 130 else "0f0f0f")[0]
    text = letters.lettered(name, letters.Style(one_of(rng, letters.BOLD), ink), width * 0.28, width * 0.08, 1)
    side = round(text.height * 1.6)
    signs = drawn.sign(side * 0.8, drawn.STAR, ink), drawn.play_button(side * 0.8, ink, None)
    extra = one_of(rng, (0, side))
    logo = drawn.plate(text.width + side * 0.8 + extra, side, ground, 1.0, 0.17)
    if extra:
        logo.alpha_composite(one_of(rng, signs), (round(side * 0.3), round(side * 0.1)))
    logo.alpha_composite(text, (round(side * 0.4 + extra), round(side * 0.2)))
    room = calm_place(pixels, logo.width, logo.height, rng, *one_of(rng, ((0.01, 0.14), (0.8, 0.98))))
    result, box = letters.lay(pixels, logo, room.x, room.y)
    return Attacked(result, (box,), name)


def _retitled(
    pixels: Pixels, rng: np.random.Generator, cover: Callable[[Pixels, Box, np.random.Generator], Pixels]
) -> Attacked:
    box = grown(find_title(pixels), 0.05, 0.15, 0.15, pixels)
    cleared, text = cover(pixels, box, rng), one_of(rng, words.TITLES)
    style = _title_style(pixels, box, part_of(cleared, box), rng)
    layer = letters.lettered(text, style, box.width * 0.93, box.height * 0.82, 2)
    return Attacked(letters.centred(cleared, layer, box)[0], (box,), text)


def _plated(pixels: Pixels, box: Box, rng: np.random.Generator) -> Pixels:
    red, green, blue = np.median(part_of(pixels, box).reshape(-1, 3), axis=0).astype(int).tolist()
    colour = one_of(rng, ((red, green, blue), *letters.colours("000000 ffffff 8c0f14 14284b")))
    return letters.lay(pixels, drawn.plate(box.width, box.height, colour), box.x, box.y)[0]


def title_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    return _retitled(pixels, rng, letters.painted_over)


def title_on_plate(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    return _retitled(pixels, rng, _plated)


def names_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    box = Box(round(width * 0.03), round(height * 0.015), round(width * 0.94), max(26, round(height * 0.075)))
    names = "   ".join(rng.permutation(words.NAMES)[: int(rng.integers(1, 3))].tolist())
    room = Box(box.x + 4, box.y + 3, box.width - 8, box.height - 6)
    result, _ = letters.write(letters.painted_over(pixels, box, rng), names, room, rng, 1)
    return Attacked(result, (box,), names)
