"""Benign, drawn another way than framing, phone and camera: what apps, pages and screens put around a poster."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, resize_by, shift_matrix, size_of, warp
from benchmarks.attacks.lettering import pick_among, words_of_height, words_of_width
from benchmarks.attacks.paint import gradient, paste, rounded_mask, soft_noise, to_uint8
from benchmarks.attacks.second.words import BLACK, OTHER_FACES, WHITE
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

PLAIN_FACES = ("DejaVuSansCondensed.ttf", "LiberationSans-Italic.ttf", "LiberationSerif-Regular.ttf", "verdana.ttf")
SAYINGS = (
    "ME AFTER THREE YEARS OF WAITING",
    "NOBODY: ABSOLUTELY NOBODY:",
    "POV: you open the app",
    "When they drop it at 3 am",
    "TELL ME YOU SEE IT TOO",
)
CHAT = (
    "look what my sister sent me",
    "no way",
    "where did you find that",
    "somebody put it in the group",
    "is it on yet?",
    "asking for a friend",
    "i will bring the snacks",
)
HEADLINES = (
    "Everything we know so far",
    "Ten films to watch this weekend",
    "Fans cannot stop talking",
    "What to stream in March",
)


def meme(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Bars above and below with a joke in each."""
    width, height = size_of(picture)
    dark = rng.random() < 0.3
    ground, ink = (BLACK, WHITE) if dark else (WHITE, BLACK)
    bars = [round(height * rng.uniform(0.08, 0.15)) for _ in range(2)]
    canvas = gradient((width, height + sum(bars)), ground, ground)
    canvas[bars[0] : bars[0] + height] = picture
    for top, bar in ((0, bars[0]), (bars[0] + height, bars[1])):
        words = one_of(rng, SAYINGS)
        mask = words_of_width(words, pick_among(rng, OTHER_FACES), width * rng.uniform(0.75, 0.95))
        canvas = paste(canvas, ink, mask, (width - mask.shape[1]) // 2, top + (bar - mask.shape[0]) // 2)
    return Attacked(canvas, note=f"{bars}", place=shift_matrix(0, bars[0]), shown=Box(0, bars[0], width, height))


def chat(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A chat with the poster small in a bubble among others."""
    size = ((720, 1400), (1080, 2000), (900, 1600))[int(rng.integers(3))]
    dark = rng.random() < 0.4
    unit = size[0] / 100
    canvas = _wall(size, dark=dark, rng=rng)
    poster, place = resize_by(picture, size[0] * rng.uniform(0.42, 0.6) / picture.shape[1])
    top = round((18 + 11 * rng.integers(1, 4)) * unit)
    room = round(size[1] - top - 22 * unit)
    if poster.shape[0] > room:
        poster, place = resize_by(picture, room / picture.shape[0])
    _bubbles(canvas, (18 * unit, top - 6 * unit), dark=dark, rng=rng)
    _bubbles(canvas, (top + poster.shape[0] + 13 * unit, size[1] - 20 * unit), dark=dark, rng=rng)
    pad = round(1.2 * unit)
    left = 3 * pad if rng.random() < 0.5 else size[0] - poster.shape[1] - 3 * pad
    frame = rounded_mask((poster.shape[1] + 2 * pad, poster.shape[0] + round(8 * unit)), round(2.5 * unit))
    canvas[:] = paste(canvas, _bubble_colour(dark=dark, mine=left > 3 * pad), frame, left - pad, top - pad)
    canvas[:] = paste(canvas, poster, rounded_mask(size_of(poster), round(1.8 * unit)), left, top)
    time = f"{int(rng.integers(7, 23))}:{int(rng.integers(10, 60))}"
    _write(canvas, time, (left + pad, top + poster.shape[0] + 1.5 * unit, 2 * unit), WHITE if dark else BLACK, rng)
    return _framed(canvas, poster, (left, top), place, rng)


def _wall(size: tuple[int, int], *, dark: bool, rng: np.random.Generator) -> Pixels:
    """A chat's wallpaper with faint doodles and its coloured head."""
    tone: Colour = (11, 20, 26) if dark else (236, 229, 221)
    canvas = gradient(size, tone, tone)
    red, green, blue = (part + (9 if dark else -12) for part in tone)
    for _ in range(140):
        spot = (int(rng.integers(size[0])), int(rng.integers(size[1])))
        cv2.circle(canvas, spot, int(rng.integers(6, 22)), (red, green, blue), 2, cv2.LINE_AA)
    unit = size[0] / 100
    canvas[: round(14 * unit)] = (32, 44, 51) if dark else (0, 128, 105)
    _write(canvas, "Film night", (18 * unit, 5 * unit, 3.4 * unit), WHITE, rng)
    return canvas


def _bubble_colour(*, dark: bool, mine: bool) -> Colour:
    if mine:
        return (0, 92, 75) if dark else (217, 253, 211)
    return (32, 44, 51) if dark else WHITE


def _bubbles(canvas: Pixels, rows: tuple[float, float], *, dark: bool, rng: np.random.Generator) -> None:
    """One-line messages from one row of pixels to another, left and right."""
    width = canvas.shape[1]
    unit = width / 100
    y = rows[0]
    while y + 7 * unit < rows[1]:
        words = words_of_height(one_of(rng, CHAT), pick_among(rng, PLAIN_FACES), 2.5 * unit)[:, : round(70 * unit)]
        mine = bool(rng.random() < 0.5)
        size = (words.shape[1] + round(6 * unit), round(7.5 * unit))
        x = width - size[0] - round(3 * unit) if mine else round(3 * unit)
        plate = rounded_mask(size, round(2.5 * unit))
        canvas[:] = paste(canvas, _bubble_colour(dark=dark, mine=mine), plate, x, round(y))
        canvas[:] = paste(canvas, WHITE if dark else BLACK, words, x + round(3 * unit), round(y + 2.4 * unit))
        y += 11 * unit


def desktop_post(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A post in a browser: the poster on the left, names and comments on the right."""
    size = ((1280, 800), (1600, 900), (1366, 768))[int(rng.integers(3))]
    dark = rng.random() < 0.5
    ground: Colour = (18, 18, 18) if dark else (250, 250, 250)
    ink: Colour = (236, 236, 236) if dark else (24, 24, 24)
    canvas = gradient(size, ground, ground)
    canvas[: round(size[1] * 0.06)] = (36, 36, 38) if dark else (226, 228, 232)
    high = round(size[1] * rng.uniform(0.72, 0.88))
    poster, place = resize_by(picture, min(high / picture.shape[0], size[0] * 0.55 / picture.shape[1]))
    left, top = round(size[0] * rng.uniform(0.08, 0.16)), round(size[1] * 0.06 + (size[1] * 0.94 - high) / 2)
    canvas[top : top + poster.shape[0], left : left + poster.shape[1]] = poster
    x, line = left + poster.shape[1] + size[0] * 0.02, size[1] * 0.022
    y = top + line
    while y < size[1] * 0.9:
        cv2.circle(canvas, (round(x + line), round(y + line)), round(line), (150, 120, 160), -1, cv2.LINE_AA)
        _write(canvas, one_of(rng, CHAT), (x + 3 * line, y, line * 0.8), ink, rng)
        _write(canvas, f"{int(rng.integers(2, 50))} h   Reply", (x + 3 * line, y + 1.4 * line, line * 0.55), ink, rng)
        y += line * rng.uniform(3.2, 4.4)
    return _framed(canvas, poster, (left, top), place, rng)


def article(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A page on a phone: a headline, the poster at about a third of the width, lines of text beside and below."""
    size = ((750, 1334), (828, 1792), (1080, 2160))[int(rng.integers(3))]
    unit = size[0] / 100
    paper: Colour = (255, 253, 248)
    canvas = gradient(size, paper, paper)
    cv2.rectangle(canvas, (0, round(6 * unit)), (size[0], round(7 * unit)), (170, 20, 30), -1)
    _write(canvas, one_of(rng, HEADLINES), (5 * unit, 12 * unit, 5 * unit), BLACK, rng)
    _write(canvas, "By our film desk, updated today", (5 * unit, 20 * unit, 2 * unit), (110, 110, 110), rng)
    percent = rng.uniform(31, 36)
    poster, place = resize_by(picture, percent * unit / picture.shape[1])
    left = round(5 * unit if rng.random() < 0.5 else (95 - percent) * unit)
    top = round((26 + rng.uniform(0, 12)) * unit)
    y = 26 * unit
    while y < size[1] - 8 * unit:
        beside = top - 5 * unit < y < top + poster.shape[0] + unit
        room = (86 - percent if beside else 90) * unit
        start = (percent + 9) * unit if beside and left < 20 * unit else 5 * unit
        words = " ".join(one_of(rng, CHAT) for _ in range(5))
        mask = words_of_height(words, pick_among(rng, PLAIN_FACES), 2.3 * unit)[:, : round(room)]
        canvas[:] = paste(canvas, (40, 40, 40), mask, round(start), round(y))
        y += 4.6 * unit
    canvas[top : top + poster.shape[0], left : left + poster.shape[1]] = poster[: size[1] - top]
    return _framed(canvas, poster, (left, top), place, rng)


def square_thumbnail(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A square thumbnail 200 pixels high with the whole poster on a plain ground."""
    side = int(rng.choice([200, 220, 240]))
    poster, place = resize_by(picture, side / max(picture.shape[:2]))
    mean = to_uint8(picture.reshape(-1, 3).mean(axis=0))
    tone: Colour = (int(mean[0]), int(mean[1]), int(mean[2]))
    canvas = gradient((side, side), tone, tone)
    left, top = (side - poster.shape[1]) // 2, (side - poster.shape[0]) // 2
    canvas[top : top + poster.shape[0], left : left + poster.shape[1]] = poster
    return _framed(canvas, poster, (left, top), place, rng)


def monitor_photo(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A photo of a monitor: its stripes of red, green and blue, a tilt, a slanting reflection, a dark room."""
    poster, larger = resize_by(picture, max(1.0, 640 / picture.shape[1]))
    width, height = size_of(poster)
    lit = poster.astype(np.float32)
    for channel in range(3):
        lit[:, channel::3, channel] *= 1.12
    lit[::3] *= 0.9
    canvas_size = (round(width * 1.3), round(height * 1.2))
    square = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    there = square + (width * 0.15, height * 0.1) + rng.uniform(-0.05, 0.05, (4, 2)) * (width, height)
    tilt = np.asarray(cv2.getPerspectiveTransform(square, there.astype(np.float32)), np.float64)
    seen = warp(to_uint8(lit), tilt, canvas_size, (14, 15, 18)).astype(np.float32)
    rows, columns = np.mgrid[0 : canvas_size[1], 0 : canvas_size[0]].astype(np.float32)
    middle = rng.uniform(0.2, 0.8) * canvas_size[0] + (rows - canvas_size[1] / 2) * rng.uniform(-0.6, 0.6)
    streak = np.exp(-(((columns - middle) / (canvas_size[0] * 0.06)) ** 2)) * rng.uniform(12, 40)
    seen = seen * rng.uniform(0.85, 1.05) + streak[:, :, None] + rng.normal(0, 2.5, seen.shape)
    pixels, smaller = resize_by(to_uint8(seen), rng.uniform(0.7, 0.95))
    return Attacked(pixels, place=smaller @ tilt @ larger, saved_as=SavedAs("JPEG", int(rng.integers(70, 92))))


def thin_frame(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A fine line drawn inside the poster's edge, gold or white, as print shops do."""
    width, height = size_of(picture)
    inset, thick = round(width * rng.uniform(0.015, 0.03)), max(1, round(width * rng.uniform(0.004, 0.009)))
    colour = ((212, 175, 55), WHITE, (30, 30, 30))[int(rng.integers(3))]
    result = picture.copy()
    cv2.rectangle(result, (inset, inset), (width - 1 - inset, height - 1 - inset), colour, thick, cv2.LINE_AA)
    return Attacked(result, note=f"{thick} px at {inset}")


def barrel(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Straight edges bulging a little, as a wide lens bends them; the corners move by about 1-2 % of the width."""
    width, height = size_of(picture)
    strength = rng.uniform(0.015, 0.04)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = columns / width - 0.5, rows / height - 0.5
    grow = 1 + strength * ((x * x + y * y) * 2 - 0.5)
    bent = cv2.remap(
        picture,
        ((x * grow + 0.5) * width).astype(np.float32),
        ((y * grow + 0.5) * height).astype(np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return Attacked(np.asarray(bent, np.uint8), note=f"{strength:.3f}")


def creased_print(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A scan of a folded print: two light creases and uneven paper on a white margin."""
    width, height = size_of(picture)
    pad = round(width * rng.uniform(0.01, 0.04))
    canvas = gradient((width + 2 * pad, height + 2 * pad), (246, 244, 240), (240, 238, 232))
    light = picture * (1 + 0.06 * soft_noise((width, height), rng, 3))[:, :, None]
    for axis, length in ((0, height), (1, width)):
        at = rng.uniform(0.45, 0.55) * length
        lines = np.arange(length, dtype=np.float32)
        crease = np.exp(-(((lines - at) / max(1.5, width / 250)) ** 2)) * rng.uniform(20, 50)
        light = light + (crease[:, None, None] if axis == 0 else crease[None, :, None])
    canvas[pad : pad + height, pad : pad + width] = to_uint8(light * 0.96 + 6)
    return Attacked(canvas, note=f"margin {pad}", place=shift_matrix(pad, pad), shown=Box(pad, pad, width, height))


def _framed(
    canvas: Pixels, poster: Pixels, corner: tuple[int, int], place: Matrix, rng: np.random.Generator
) -> Attacked:
    """The canvas with the poster at a corner (x, y), saved as screenshots are."""
    saved = SavedAs("PNG") if rng.random() < 0.25 else SavedAs("JPEG", int(rng.integers(72, 95)))
    return Attacked(
        canvas,
        note=f"{poster.shape[1]} of {canvas.shape[1]} px",
        place=shift_matrix(*corner) @ place,
        saved_as=saved,
        shown=Box(*corner, *size_of(poster)),
    )


def _write(
    canvas: Pixels, words: str, where: tuple[float, float, float], colour: Colour, rng: np.random.Generator
) -> None:
    """Words onto the canvas itself. where: x, y and the height of the ink, in pixels."""
    x, y, high = where
    canvas[:] = paste(canvas, colour, words_of_height(words, pick_among(rng, PLAIN_FACES), high), round(x), round(y))
