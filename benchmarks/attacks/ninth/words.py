"""Edits of what is written: numbers, names, dates and titles put on, changed or taken away."""

from itertools import pairwise

import cv2
import numpy as np

from app.model.geometry import Box, surround
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.ninth.draw import Layer, bounds, fill, lay, lettering, pick, shaded, stamp
from benchmarks.attacks.ninth.find import Line, calm_spot, lines_of_text, title_of
from benchmarks.attacks.values import Attacked, OtherPosters


def _readable(picture: Pixels, colour: Colour, box: Box) -> Colour:
    """The colour, or white or black where it would not be read."""
    ground = np.median(picture[box.y : box.y + box.height, box.x : box.x + box.width].reshape(-1, 3), axis=0)
    if np.abs(ground - colour).mean() > 70:
        return colour
    return (250, 248, 242) if ground.mean() < 140 else (14, 14, 18)


def _written(picture: Pixels, layer: Layer, x: float, y: float) -> Attacked:
    result, box = stamp(picture, layer, x, y, shadow=0.45)
    return Attacked(result, (box,))


def _behind_title(picture: Pixels, rng: np.random.Generator, sign: str, width: float) -> Attacked:
    """A sign after the title, or under its end where no room is left."""
    wide, title = picture.shape[1], title_of(picture)
    box, style = title.box, pick(rng, "Sans-Bold", "Serif-Bold", "SansCondensed-Bold")
    x, y = box.x + box.width + wide * 0.02, float(box.y + box.height)
    beside = x + width < wide * 0.98
    if not beside:
        x, y = box.x + box.width - width, box.y + box.height * 1.12 + width * 1.3
    place = Box(min(wide - 4, max(0, round(x))), min(round(y), picture.shape[0] - 4) - 3, round(width), 3)
    colour = _readable(picture, title.colour, place)
    dark: Colour = (int(colour[0] * 0.75), int(colour[1] * 0.75), int(colour[2] * 0.75))
    layer = lettering(sign, colour, width=width * 0.9 + 2, style=style, far=dark)
    size = round(width), max(6, round(layer.shape[0] * width / layer.shape[1]))
    layer = np.asarray(cv2.resize(layer, size, interpolation=cv2.INTER_AREA), np.float32)
    attacked = _written(picture, layer, x, y - layer.shape[0])
    return Attacked(attacked.pixels, attacked.boxes_of_change, note=f"{sign}, {width / wide:.1%} of the width")


def two_behind_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A "2" of 6 to 12 % of the width behind the title."""
    return _behind_title(picture, rng, "2", picture.shape[1] * rng.uniform(0.06, 0.12))


def roman_two_behind_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A "II" behind the title."""
    return _behind_title(picture, rng, "II", picture.shape[1] * rng.uniform(0.06, 0.1))


def _under_title(
    picture: Pixels, words: str, part: float, tracking: float, style: str, tint: Colour | None
) -> Attacked:
    width, height = size_of(picture)
    title = title_of(picture)
    below = title.box.y + title.box.height + round(height * 0.012)
    size = Box(0, min(below, height - 8), width, 8)
    colour = _readable(picture, tint or title.colour, size)
    layer = lettering(words, colour, width=width * part, tracking=tracking, style=style)
    x = title.box.x + title.box.width / 2 - layer.shape[1] / 2
    if below + layer.shape[0] > height * 0.98:
        below = title.box.y - layer.shape[0] - round(height * 0.012)
    attacked = _written(picture, layer, np.clip(x, width * 0.03, width * 0.97 - layer.shape[1]), below)
    return Attacked(attacked.pixels, attacked.boxes_of_change, note=words)


def part_two(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """PART TWO, spaced, under the title."""
    words = pick(rng, "PART TWO", "CHAPTER TWO", "PART II", "THE RETURN")
    return _under_title(picture, words, rng.uniform(0.42, 0.6), 0.25, "Sans", None)


def season_two(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """SEASON 2 under the title, in red or the title's colour."""
    red: Colour | None = (214, 24, 32) if rng.random() < 0.5 else None
    return _under_title(
        picture,
        pick(rng, "SEASON 2", "SEASON 3", "NEW SEASON"),
        rng.uniform(0.36, 0.52),
        0.08,
        "SansCondensed-Bold",
        red,
    )


def date_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A day of release near the foot."""
    width, height = size_of(picture)
    month = pick(rng, "MARCH", "JULY", "OCTOBER", "DECEMBER")
    words = pick(rng, f"{month} {rng.integers(2, 29)}", f"COMING {month} 2027", f"IN CINEMAS {month} 2026")
    probe = Box(0, round(height * 0.9), width, round(height * 0.08))
    colour = _readable(picture, (250, 250, 250), probe)
    layer = lettering(words, colour, width=width * rng.uniform(0.4, 0.62), height=width * 0.055, tracking=0.06)
    zone = Box(round(width * 0.05), round(height * 0.84), round(width * 0.9), round(height * 0.15))
    x, y = calm_spot(picture, layer.shape[1], layer.shape[0], rng, zone)
    attacked = _written(picture, layer, (width - layer.shape[1]) / 2 if rng.random() < 0.7 else x, y)
    return Attacked(attacked.pixels, attacked.boxes_of_change, note=words)


def streaming_service(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The name of a streaming service at the head or foot."""
    width, height = size_of(picture)
    words = pick(rng, "NETFLIX", "HBO MAX", "prime video", "DISNEY+", "hulu")
    tints: dict[str, Colour] = {"NETFLIX": (229, 9, 20), "prime video": (20, 150, 230), "hulu": (28, 231, 131)}
    top = rng.random() < 0.5
    zone = Box(round(width * 0.04), round(height * (0.015 if top else 0.87)), round(width * 0.92), round(height * 0.11))
    layer = lettering(words, (1, 1, 1), width=width * rng.uniform(0.2, 0.32), style="SansCondensed-Bold")
    x, y = calm_spot(picture, layer.shape[1], layer.shape[0], rng, zone)
    tint = _readable(picture, tints.get(words, (250, 250, 250)), Box(x, y, layer.shape[1], layer.shape[0]))
    layer[..., :3] = tint
    attacked = _written(picture, layer, x, y)
    return Attacked(attacked.pixels, attacked.boxes_of_change, note=words)


def actors_name(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One more name, in spaced thin capitals, in the upper part."""
    width, height = size_of(picture)
    name = f"{pick(rng, 'TOM', 'ANNA', 'RYAN', 'ZOE', 'IDRIS')} {pick(rng, 'HARLAND', 'DE VRIES', 'MOORE', 'KEATON')}"
    layer = lettering(name, (1, 1, 1), width=width * rng.uniform(0.3, 0.48), style="Sans", tracking=0.12)
    zone = Box(round(width * 0.04), round(height * 0.02), round(width * 0.92), round(height * 0.2))
    x, y = calm_spot(picture, layer.shape[1], layer.shape[0], rng, zone)
    layer[..., :3] = _readable(picture, (248, 246, 240), Box(x, y, layer.shape[1], layer.shape[0]))
    attacked = _written(picture, layer, x, y)
    return Attacked(attacked.pixels, attacked.boxes_of_change, note=name)


def _wiped(picture: Pixels, line: Line, box: Box, rng: np.random.Generator) -> Pixels:
    """The picture without the letters in the box of a line."""
    reach, gap = max(2, round(line.box.height * 0.1)), max(3, round(line.box.height * 0.3))
    inside = np.zeros(picture.shape[:2], np.float32)
    margin = max(1, reach // 2)
    rows = slice(max(0, box.y - margin), box.y + box.height + margin)
    columns = slice(max(0, box.x - margin), box.x + box.width + margin)
    inside[rows, columns] = 1
    solid = cv2.morphologyEx((line.ink > 0.2).astype(np.float32), cv2.MORPH_CLOSE, np.ones((gap, gap), np.uint8))
    ink = cv2.dilate(solid, np.ones((reach * 2 + 1, reach * 2 + 1), np.uint8))
    return fill(picture, inside * ink if ink.any() else inside, rng, np.asarray(ink, np.float32))


def _replaced(picture: Pixels, line: Line, words: str, style: str, rng: np.random.Generator) -> Attacked:
    width = picture.shape[1]
    wiped = _wiped(picture, line, line.box, rng)
    colour = _readable(wiped, line.colour, line.box)
    room = max(line.box.width, round(width * 0.3))
    layer = lettering(words, colour, width=room, height=line.box.height, style=style)
    x = line.box.x + (line.box.width - layer.shape[1]) / 2
    result, box = stamp(wiped, layer, x, line.box.y + (line.box.height - layer.shape[0]) / 2)
    return Attacked(result, (line.box.union(box),), note=words)


def title_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title painted out, another one in its place and colour."""
    words = pick(rng, "MIDNIGHT", "THE HOLLOW", "AFTERMATH", "LAST LIGHT", "RED HARBOR")
    return _replaced(picture, title_of(picture), words, pick(rng, "Sans-Bold", "Serif-Bold"), rng)


def tagline_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A small line painted out, another one in its place."""
    lines = lines_of_text(picture)
    title, least = lines[0], picture.shape[1] * 0.018
    small = [n for n in lines[1:] if least < n.box.height < title.box.height * 0.8 and len(n.letters) >= 5]
    small.sort(key=lambda line: -line.box.width)
    words = pick(rng, "This time there is no way home", "Every secret has a price", "He is back", "Trust no one twice")
    if small:
        line = small[int(rng.integers(min(3, len(small))))]
        return _replaced(picture, line, words, pick(rng, "Sans", "Serif-Italic", "Sans-Bold"), rng)
    attacked = _under_title(picture, words, 0.6, 0, "Serif-Italic", None)
    return Attacked(attacked.pixels, attacked.boxes_of_change, note=words)


def title_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The letters of the title in another strong colour, their shading kept."""
    title = title_of(picture)
    tints: list[Colour] = [(225, 30, 40), (40, 210, 90), (30, 130, 245), (250, 200, 30), (230, 60, 200)]
    tints = [tint for tint in tints if np.abs(np.array(tint) - title.colour).mean() > 60]
    tint = one_of(rng, tints)
    if not title.ink.any():
        layer = shaded(lettering("UNTITLED", tint, width=title.box.width, height=title.box.height))
        return _written(picture, layer, title.box.x, title.box.y)
    bright = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[..., None] / max(1.0, float(np.mean(title.colour)))
    light = np.clip(0.6 + 0.4 * bright, 0.6, 1.3)
    ink = cv2.GaussianBlur(cv2.dilate(title.ink, np.ones((2, 2), np.uint8)), (0, 0), 0.6)
    return Attacked(lay(picture, np.clip(np.array(tint) * light, 0, 255), ink), (bounds(title.ink),), note=str(tint))


def word_removed_from_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The shorter part of the title, on one side of its widest gap, painted out."""
    title = title_of(picture)
    letters = list(title.letters)
    if len(letters) < 2:
        box = Box(title.box.x, title.box.y, title.box.width // 2, title.box.height)
    else:
        gaps = [right.x - left.x - left.width for left, right in pairwise(letters)]
        cut = 1 + int(np.argmax(gaps))
        if max(gaps) < title.box.height * 0.15:
            cut = len(letters) // 2
        first, last = surround(letters[:cut]), surround(letters[cut:])
        box = first if first.width < last.width else last
    return Attacked(_wiped(picture, title, box, rng), (box,))
