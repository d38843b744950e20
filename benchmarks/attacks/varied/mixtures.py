"""Marks, claims and repaints of as many looks as chance makes: the region model learns from them, others measure it.

Every drawing is a random mixture: plates, rings, glyphs, icons, lines; faces, slants, fills, edges; grounds, sources
and outlines. No two runs of an attack look alike, so that the model cannot learn one look by heart.
"""

import string
from itertools import pairwise

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks import phrases
from benchmarks.attacks.edit_words import saved_by_editor
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.lettering import pick_among, words_of_height
from benchmarks.attacks.paint import (
    Mask,
    blend,
    ellipse_mask,
    feather,
    figure_mask,
    gradient,
    luminance,
    mask_box,
    match_colours,
    paste,
    random_colour,
    rounded_mask,
    soft_noise,
    to_uint8,
)
from benchmarks.attacks.places import calm_spot, lettering_colour, title_band
from benchmarks.attacks.values import Attacked, OtherPosters
from benchmarks.attacks.varied.typefaces import FACES

GLYPHS = "☺☻♥♡★☆✓✔✗✘✦✧➜➤➔☠☎✿❀❄☀☁☂♫♪✉✂✈☞⚡⚠⚑♛♞⬤◆◉▶▲▼●■✎☢☯"
PLAIN: tuple[Colour, ...] = (
    (255, 255, 255), (0, 0, 0), (229, 9, 20), (255, 204, 0),
    (29, 155, 240), (47, 170, 74), (255, 45, 120), (120, 60, 220),
)  # fmt: skip


def _face(rng: np.random.Generator, *, symbols: bool = False) -> str | None:
    return pick_among(rng, ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf") if symbols else FACES)


def _plain(rng: np.random.Generator) -> Colour:
    return PLAIN[int(rng.integers(len(PLAIN)))] if rng.random() < 0.75 else random_colour(rng)


def _account(rng: np.random.Generator) -> str:
    letters = "".join(rng.choice(list(string.ascii_lowercase + "aeiou_."), int(rng.integers(5, 14))))
    return str(rng.choice([f"@{letters}", f"@{letters}{int(rng.integers(100))}", f"{letters}.com", f"u/{letters}"]))


def _count(rng: np.random.Generator) -> str:
    value = rng.uniform(1, 900)
    return str(rng.choice([f"{value:.1f}K", f"{value:.0f}", f"{value / 90:.1f}M", f"0:{int(rng.integers(10, 60))}"]))


def _apart(colour: Colour, rng: np.random.Generator) -> Colour:
    """Black or white, whichever can be read on the colour; sometimes any other."""
    if rng.random() < 0.2:
        return random_colour(rng)
    return (0, 0, 0) if luminance(colour) > 135 else (255, 255, 255)


def _sign(side: int, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """A small thing of an app or a keyboard: a glyph, a ring, a disc with a glyph in it, a round picture, a bar."""
    colour = _plain(rng)
    ground = np.full((side, side, 3), colour, np.uint8)
    glyph = words_of_height(str(rng.choice(list(GLYPHS))), _face(rng, symbols=True), side * rng.uniform(0.5, 0.9))
    glyph = glyph[:side, :side]
    place = ((side - glyph.shape[0]) // 2, (side - glyph.shape[1]) // 2)
    inner: Mask = np.zeros((side, side), np.float32)
    inner[place[0] : place[0] + glyph.shape[0], place[1] : place[1] + glyph.shape[1]] = glyph
    match int(rng.integers(5)):
        case 0:
            return ground, inner
        case 1:
            ring: Mask = np.zeros((side, side), np.float32)
            thick = max(1, round(side * rng.uniform(0.05, 0.22)))
            cv2.circle(ring, (side // 2, side // 2), side // 2 - thick, 1.0, thick, cv2.LINE_AA)
            return ground, np.maximum(ring, inner if rng.random() < 0.4 else 0)
        case 2:
            disc = ellipse_mask((side, side), 0.02)
            return blend(ground, _apart(colour, rng), inner), disc
        case 3:
            plate = rounded_mask((side, side), max(1, round(side * rng.uniform(0.1, 0.45))))
            return blend(ground, _apart(colour, rng), inner), plate
        case _:
            picture = gradient((side, side), random_colour(rng), random_colour(rng))
            return blend(picture, _apart(colour, rng), inner), ellipse_mask((side, side), 0.02)


def marks(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: rows and columns of signs, counts beside them, accounts, progress bars, frames, scribbles."""
    result = picture.copy()
    drawn = []
    ways = ("signs", "signs", "account", "account", "bar", "frame", "scribble", "pointer")
    for way in rng.choice(ways, int(rng.integers(1, 4)), replace=False):
        result = _MARKS[str(way)](result, rng)
        drawn.append(str(way))
    return Attacked(result, note=", ".join(drawn))


def _signs(picture: Pixels, rng: np.random.Generator) -> Pixels:
    width, height = size_of(picture)
    side = max(7, round(width * rng.uniform(0.035, 0.16)))
    count, down = int(rng.integers(1, 6)), rng.random() < 0.5
    step = round(side * rng.uniform(1.05, 2.3))
    x, y = _somewhere((width, height), (side if down else step * count, step * count if down else side), rng)
    numbered, opacity = rng.random() < 0.4, rng.choice([1.0, 1.0, 0.85, 0.6])
    for number in range(count):
        pixels, mask = _sign(side, rng)
        at = (x, y + number * step) if down else (x + number * step, y)
        picture = paste(picture, pixels, mask * np.float32(opacity), *at)
        if numbered:
            words = words_of_height(_count(rng), _face(rng), max(5.0, side * rng.uniform(0.25, 0.4)))
            picture = paste(picture, (255, 255, 255), words, at[0], at[1] + side + 2)
    return picture


def _written(picture: Pixels, rng: np.random.Generator) -> Pixels:
    width, height = size_of(picture)
    words = _account(rng) if rng.random() < 0.7 else str(rng.choice(phrases.LINES + phrases.REMARKS))
    mask = words_of_height(words, _face(rng), max(6.0, height * rng.uniform(0.012, 0.035)))[:, : width - 4]
    x, y = _somewhere((width, height), (mask.shape[1], mask.shape[0]), rng)
    colour = _plain(rng)
    if rng.random() < 0.45:
        pad = max(2, round(mask.shape[0] * rng.uniform(0.3, 0.8)))
        plate = rounded_mask((mask.shape[1] + 2 * pad, mask.shape[0] + 2 * pad), round(pad * rng.uniform(0.1, 1.2)))
        picture = paste(picture, colour, plate * np.float32(rng.uniform(0.5, 1.0)), x - pad, y - pad)
        colour = _apart(colour, rng)
    elif rng.random() < 0.5:
        shade = feather(np.pad(mask, 4), max(0.6, mask.shape[0] / 9))
        picture = paste(picture, _apart(colour, rng), shade, x - 4, y - 4)
    return paste(picture, colour, mask * np.float32(rng.choice([1.0, 0.9, 0.6, 0.4])), x, y)


def _bar(picture: Pixels, rng: np.random.Generator) -> Pixels:
    width, height = size_of(picture)
    thick = max(2, round(height * rng.uniform(0.003, 0.014)))
    y = round(height * rng.choice([0.005, 0.02, 0.9, 0.96, 0.985]))
    left, right = round(width * rng.uniform(0, 0.06)), round(width * rng.uniform(0.94, 1.0))
    cuts = np.linspace(left, right, int(rng.integers(2, 6))).astype(int)
    result = picture.copy()
    for number, (start, end) in enumerate(pairwise(cuts)):
        colour = _plain(rng) if number == 0 else (190, 190, 190)
        cv2.rectangle(result, (int(start), y), (int(end) - 2 * thick, y + thick), colour, -1)
    return result


def _frame(picture: Pixels, rng: np.random.Generator) -> Pixels:
    width, height = size_of(picture)
    away, thick = round(width * rng.uniform(0, 0.06)), max(1, round(width * rng.uniform(0.003, 0.025)))
    result = picture.copy()
    cv2.rectangle(result, (away, away), (width - 1 - away, height - 1 - away), _plain(rng), thick)
    return result


def _scribble(picture: Pixels, rng: np.random.Generator) -> Pixels:
    width, height = size_of(picture)
    centre = rng.uniform(0.2, 0.8, 2) * (width, height)
    turn = np.linspace(0, rng.uniform(1.2, 3) * 2 * np.pi, 60)
    reach = width * rng.uniform(0.06, 0.25)
    round_it = np.stack([np.cos(turn), np.sin(turn) * rng.uniform(0.3, 1.2)], axis=1) * reach
    wave = rng.normal(0, reach * 0.04, round_it.shape).cumsum(axis=0) * 0.4
    points = np.rint(centre + round_it + wave).astype(np.int32)
    result = picture.copy()
    cv2.polylines(result, [points], False, _plain(rng), max(2, round(width * rng.uniform(0.006, 0.02))), cv2.LINE_AA)
    return result


def _pointer(picture: Pixels, rng: np.random.Generator) -> Pixels:
    width, height = size_of(picture)
    start, end = (rng.uniform(0.1, 0.9, 2) * (width, height) for _ in range(2))
    end = start + (end - start) * min(1.0, 0.35 * width / max(1.0, float(np.hypot(*(end - start)))))
    result = picture.copy()
    tips = [tuple(int(v) for v in point) for point in (start, end)]
    cv2.arrowedLine(result, *tips, _plain(rng), max(2, round(width * rng.uniform(0.008, 0.03))), cv2.LINE_AA, 0, 0.3)
    return result


_MARKS = {
    "signs": _signs, "account": _written, "bar": _bar, "frame": _frame, "scribble": _scribble, "pointer": _pointer
}  # fmt: skip


def claim(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: a number, part, season, date or maker, in any face and fill: bare, on a plate or a ribbon, aslant."""
    width, height = size_of(picture)
    words = _claimed(rng)
    high = height * (rng.uniform(0.04, 0.13) if len(words) <= 4 else rng.uniform(0.016, 0.055))
    mask = words_of_height(words, _face(rng), max(7.0, high), spacing=rng.choice([0.0, 0.0, 0.06, 0.15]))
    if mask.shape[1] > width * 0.9:
        mask = np.asarray(cv2.resize(mask, (round(width * 0.88), max(7, round(mask.shape[0] * 0.7)))), np.float32)
    band = title_band(picture, rng, 0.14)
    near = rng.random() < 0.6
    size = (mask.shape[1], mask.shape[0])
    x, y = calm_spot(picture, size, band, rng) if near else _somewhere((width, height), size, rng)
    colour = lettering_colour(picture, band, Box(x, y, *size), rng) if rng.random() < 0.6 else _plain(rng)
    piece: Pixels = np.full((*mask.shape, 3), colour, np.uint8)
    if rng.random() < 0.3:
        piece = gradient(size, colour, random_colour(rng))
    cover = mask
    if rng.random() < 0.4:
        pad = max(2, round(mask.shape[0] * rng.uniform(0.25, 0.8)))
        cover, piece = _plate(mask, piece, pad, rng)
        x, y = x - pad, y - pad
    elif rng.random() < 0.35:
        pad = max(2, mask.shape[0] // 8)
        grown = np.asarray(
            cv2.dilate(np.pad(mask, pad), np.ones((3, 3), np.uint8), iterations=pad // 2 + 1), np.float32
        )
        picture = paste(picture, _apart(colour, rng), feather(grown, rng.choice([0.3, pad])), x - pad, y - pad)
    if rng.random() < 0.3:
        cover, piece, x, y = _slant(cover, piece, (x, y), rng)
    result = paste(picture, piece, feather(cover, 0.4), x, y)
    inked = mask_box(cover)
    box = _inside(Box(x + inked.x, y + inked.y, inked.width, inked.height), (width, height))
    return Attacked(result, (box,), words, saved_as=saved_by_editor(rng))


def _claimed(rng: np.random.Generator) -> str:
    number, year = int(rng.integers(2, 10)), int(rng.integers(2025, 2030))
    made = (
        str(number), "II", "III", "IV", f"PART {number}", f"Part {number}", f"VOL. {number}", f"CHAPTER {number}",
        f"SEASON {number}", f"Season {number}", f"S{number}", f"{year}", f"COMING {year}", f"Summer {year}",
        f"{int(rng.integers(1, 29))}.{int(rng.integers(1, 13))}.{year}", "COMING SOON", "NEW EPISODES", "THE SEQUEL",
        "N", "NETFLIX", "A NETFLIX FILM", "NETFLIX ORIGINAL", "hulu", "max", "HBO", "A24", "PIXAR", "MARVEL", "Disney+",
    )  # fmt: skip
    pools = (made, made, phrases.PARTS, phrases.DATES, phrases.SEASONS)
    return str(rng.choice(pools[int(rng.integers(len(pools)))]))


def _plate(mask: Mask, piece: Pixels, pad: int, rng: np.random.Generator) -> tuple[Mask, Pixels]:
    """The letters on a plate, a ribbon with pointed ends or a plain box; cut out of it now and then."""
    letters = np.pad(mask, pad)
    height, width = letters.shape
    ground = _plain(rng)
    top: Pixels = np.full((height, width, 3), ground, np.uint8)
    if rng.random() < 0.4:
        top = gradient((width, height), ground, random_colour(rng))
    ink = _apart(ground, rng) if rng.random() < 0.8 else tuple(int(v) for v in piece.reshape(-1, 3)[0])
    cover = rounded_mask((width, height), round(pad * rng.choice([0, 0.5, 1.0, 1.6])))
    if rng.random() < 0.3:
        notch = height // 3
        points = [(0, 0), (width, 0), (width - notch, height // 2), (width, height), (0, height), (notch, height // 2)]
        cover = np.zeros((height, width), np.float32)
        cv2.fillPoly(cover, [np.array(points, np.int32)], 1.0, cv2.LINE_AA)
    return cover * np.float32(rng.choice([1.0, 1.0, 0.85])), blend(top, ink, letters)


def _slant(
    cover: Mask, piece: Pixels, corner: tuple[int, int], rng: np.random.Generator
) -> tuple[Mask, Pixels, int, int]:
    height, width = cover.shape
    degrees = rng.uniform(-25, 25)
    side = int(np.hypot(width, height)) + 4
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[:, 2] += (side / 2 - width / 2, side / 2 - height / 2)
    turned = np.asarray(cv2.warpAffine(cover, turn, (side, side)), np.float32)
    filled = np.asarray(cv2.warpAffine(piece, turn, (side, side), borderMode=cv2.BORDER_REPLICATE), np.uint8)
    return turned, filled, corner[0] + (width - side) // 2, corner[1] + (height - side) // 2


def repaint(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: an area of any outline filled with another poster, itself moved or flipped, a sky, a blur, a colour."""
    width, height = size_of(picture)
    for _ in range(8):
        mask = _area((width, height), rng)
        filled = _filling(picture, mask, rng, others)
        result = blend(picture, filled, mask)
        away = np.abs(result.astype(np.float32) - picture).mean(axis=2)
        if float((away * mask).sum() / max(1.0, float(mask.sum()))) > 16.0:
            break
    box = _inside(mask_box(mask, 0.4), (width, height))
    return Attacked(result, (box,), f"{box.width} x {box.height}", saved_as=saved_by_editor(rng))


def _area(size: tuple[int, int], rng: np.random.Generator) -> Mask:
    width, height = size
    mask: Mask = np.zeros((height, width), np.float32)
    match int(rng.integers(5)):
        case 0:
            edge = round(height * rng.uniform(0.15, 0.5))
            mask[:edge] = np.clip(np.linspace(rng.uniform(1, 4), 0, edge), 0, 1)[:, None]
            return mask[::-1].copy() if rng.random() < 0.3 else mask
        case 1:
            cells = soft_noise(size, rng, int(rng.integers(2, 6)))
            blob = feather((cells > rng.uniform(0.35, 0.6)).astype(np.float32), width * rng.uniform(0.003, 0.02))
            return blob if blob.mean() > 0.01 else np.maximum(blob, ellipse_mask(size, 0.3))
        case 2:
            side = (round(width * rng.uniform(0.12, 0.6)), round(height * rng.uniform(0.08, 0.45)))
            inner = rounded_mask(side, round(min(side) * rng.uniform(0, 0.4)))
        case 3:
            side = (round(width * rng.uniform(0.12, 0.45)),) * 2
            inner = ellipse_mask(side, rng.uniform(0.02, 0.15))
        case _:
            side = (round(width * rng.uniform(0.2, 0.6)), round(height * rng.uniform(0.2, 0.6)))
            inner = figure_mask(side, rng)
    x, y = int(rng.integers(0, width - side[0] + 1)), int(rng.integers(0, height - side[1] + 1))
    mask[y : y + side[1], x : x + side[0]] = feather(inner, width * rng.choice([0.001, 0.004, 0.015]))
    return mask


def _filling(picture: Pixels, mask: Mask, rng: np.random.Generator, others: OtherPosters) -> Pixels:
    size = size_of(picture)
    match int(rng.integers(6)):
        case 0:
            other, _ = resize(others.pick(rng).pixels, *size)
            return match_colours(other, picture, rng.uniform(0, 1)) if rng.random() < 0.6 else other
        case 1:
            return np.ascontiguousarray(picture[:, ::-1])
        case 2:
            across, down = (int(rng.uniform(0.15, 0.6) * side) for side in size)
            return np.ascontiguousarray(np.roll(picture, (down, across), (0, 1)))
        case 3:
            cloud = 14 * soft_noise(size, rng, int(rng.integers(2, 8)))[:, :, None]
            sky = gradient(size, random_colour(rng), random_colour(rng)).astype(np.float32)
            return to_uint8(sky + cloud + rng.normal(0, 3, (size[1], size[0], 1)))
        case 4:
            hole = (mask > 0.35).astype(np.uint8) * 255
            return np.asarray(cv2.inpaint(picture, hole, 4, cv2.INPAINT_TELEA), np.uint8)
        case _:
            hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV).astype(np.int16)
            hsv[:, :, 0] = (hsv[:, :, 0] + int(rng.integers(35, 145))) % 180
            hsv[:, :, 1] = np.clip(hsv[:, :, 1] * rng.uniform(0.8, 1.6) + 30, 0, 255)
            return np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8)


def _somewhere(frame: tuple[int, int], size: tuple[int, int], rng: np.random.Generator) -> tuple[int, int]:
    """A corner, an edge, or anywhere; inside the frame as far as it fits."""
    places = []
    for whole, part in zip(frame, size, strict=True):
        room = max(0, whole - part)
        margin = min(room, round(whole * rng.uniform(0.01, 0.06)))
        places.append(int(rng.choice([margin, room - margin, rng.uniform(0, room)])))
    return places[0], places[1]


def _inside(box: Box, frame: tuple[int, int]) -> Box:
    x, y = min(max(0, box.x), frame[0] - 1), min(max(0, box.y), frame[1] - 1)
    right, bottom = min(frame[0], box.x + box.width), min(frame[1], box.y + box.height)
    return Box(x, y, max(1, right - x), max(1, bottom - y))
