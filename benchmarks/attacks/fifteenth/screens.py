"""Harmless: the poster on a screen (photographed, in a story, in an app), and what players and apps draw over it."""

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.fifteenth.drawings import sign
from benchmarks.attacks.fifteenth.layers import BLACK, WHITE, Ink, blend, paste_drawing, set_words
from benchmarks.attacks.fifteenth.lettering import BOLD, SCREEN, fitted, word_mask
from benchmarks.attacks.fifteenth.overlays import HANDLES
from benchmarks.attacks.geometry import Colour, onto_corners, resize, resize_by, shift_matrix, size_of, warp
from benchmarks.attacks.lettering import named_font
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

REMARKS = ("so excited for this!!", "movie night", "who's coming with me?", "10/10 would watch again", "this weekend?",
           "finally watched it", "underrated tbh", "my favourite film ever")  # fmt: skip
RED: Colour = (229, 20, 30)


def photo_of_screen(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A monitor with the poster on it, photographed: bezel, perspective, scan lines or moire, glare, noise."""
    width, height = size_of(pixels)
    margin = round(min(width, height) * between(rng, 0.08, 0.14))
    wide, tall, edge = width + 2 * margin, height + 2 * margin, round(margin * 0.55)
    canvas = np.full((tall, wide, 3), one_of(rng, ((92, 84, 78), (52, 56, 64), (150, 140, 128))), np.uint8)
    cv2.rectangle(canvas, (edge, edge), (wide - edge, tall - edge), (18, 18, 20), -1)
    canvas[margin : margin + height, margin : margin + width] = pixels
    lean = between(rng, 0.015, 0.05)
    corners = rng.uniform(-lean, lean, (4, 2)) / 2 + ((lean, lean), (1, -lean), (1 - lean, 1 + lean), (lean, 1))
    bend = onto_corners(size_of(canvas), corners * (wide, tall))
    y, x = np.mgrid[0:tall, 0:wide]
    tilt, waves = between(rng, 0, 0.5), np.sin(y * 2 * np.pi / between(rng, 3, 5))
    lines = 1 + between(rng, 0.05, 0.1) * (waves if rng.random() < 0.5 else waves * np.sin((x - y * tilt) / 9))
    away = (x / wide - between(rng, 0.2, 0.8)) ** 2 * 11 + (y / tall - between(rng, 0.1, 0.5)) ** 2 * 25
    photo = warp(canvas, bend, (wide, tall), (70, 66, 62)) * lines[:, :, None] * (0.95, 1.0, 1.05)
    photo = cv2.GaussianBlur(photo + between(rng, 40, 85) * np.exp(-away)[:, :, None], (0, 0), 0.6)
    photo = np.clip(photo + rng.normal(0, between(rng, 3, 6), photo.shape), 0, 255).astype(np.uint8)
    return Attacked(photo, place=bend @ shift_matrix(margin, margin), saved_as=SavedAs("JPEG", 80))


def story(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An upright 9:16 canvas, the poster in its middle, a line of text off the poster."""
    wide = one_of(rng, (720, 900, 1080))
    tall = wide * 16 // 9
    poster, scale = resize_by(pixels, min(wide * between(rng, 0.7, 0.8) / size_of(pixels)[0], tall * 0.7 / len(pixels)))
    if rng.random() < 0.55:
        far, _ = resize(pixels, wide // 8, tall // 8)
        canvas = np.asarray(cv2.resize(cv2.GaussianBlur(far, (0, 0), 6), (wide, tall)) * 0.7, np.uint8)
    else:
        above, below = rng.integers(20, 235, (2, 3))
        canvas = np.repeat(np.linspace(above, below, tall)[:, None], wide, axis=1).astype(np.uint8)
    x, y = (wide - poster.shape[1]) // 2, (tall - poster.shape[0]) // 2
    canvas[y : y + poster.shape[0], x : x + poster.shape[1]] = poster
    name = fitted(one_of(rng, HANDLES), wide * 0.036, one_of(rng, SCREEN), wide * 0.5)
    set_words(canvas, name, round(wide * 0.06), round(tall * 0.03), Ink(WHITE, shadow=True))
    words = fitted(one_of(rng, REMARKS), wide * between(rng, 0.05, 0.075), one_of(rng, BOLD), wide * 0.86)
    line = y + poster.shape[0] + tall // 33 if rng.random() < 0.6 else y - words.shape[0] - tall // 33
    set_words(canvas, words, (wide - words.shape[1]) // 2, line, Ink(WHITE, shadow=True))
    return Attacked(canvas, place=shift_matrix(x, y) @ scale, shown=Box(x, y, *size_of(poster)))


def app_screenshot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A film app's page on a phone: the poster a third as wide as the screen, words and buttons round it."""
    wide, dark = one_of(rng, (720, 828, 1080)), rng.random() < 0.5
    tall, unit = round(wide * between(rng, 1.6, 2.1)), wide / 100
    ground, ink, soft = (BLACK, WHITE, (60, 60, 68)) if dark else (WHITE, BLACK, (222, 222, 228))
    accent = one_of(rng, (RED, (30, 110, 240), (215, 150, 20), (0, 150, 100), (120, 70, 220)))
    page, file = Image.new("RGB", (wide, tall), ground), one_of(rng, ("default", "DejaVuSans.ttf", "DejaVuSerif.ttf"))
    draw = ImageDraw.Draw(page)

    def write(left: float, top: float, text: str, size: float, colour: Colour = ink) -> None:
        draw.text((left * unit, top * unit), text, colour, named_font(file, round(size * unit)))

    write(5, 2, f"{rng.integers(1, 13)}:{rng.integers(10, 60)}", 3.6)
    write(68, 2, f"5G  {rng.integers(8, 100)}%", 3.6)
    draw.rounded_rectangle((87 * unit, 2.6 * unit, 94 * unit, 6 * unit), unit, ink)
    write(5, 12, "<   " + one_of(rng, ("Film details", "Watchlist", "My movies", "Search", "Discover")), 4.6)
    poster, scale = resize_by(pixels, wide * between(rng, 0.31, 0.36) / pixels.shape[1])
    (across, down), x, y = size_of(poster), round(5 * unit), round(24 * unit)
    page.paste(Image.fromarray(poster), (x, y))
    for row, line in enumerate(("Details", f"{rng.integers(85, 170)} min", f"{between(rng, 5, 9):.1f} / 10", "PG-13")):
        write((x + across) / unit + 4, 25 + row * 6.2, line, 4 if row else 5)
    low = max(y + down, 55 * unit) / unit + 5
    for left, line, fill, colour in ((5, "Watch trailer", accent, WHITE), (52, "+ My list", soft, ink)):
        draw.rounded_rectangle((left * unit, low * unit, (left + 43) * unit, (low + 10) * unit), 2 * unit, fill)
        write(left + 9, low + 2.8, line, 3.8, colour)
    for row, line in enumerate(("People who meet at the wrong time,", "and what became of it.", "", "More like this")):
        write(5, low + 15 + row * 5.6, line, 3.5)
    for card in range(3):
        box = ((5 + card * 31) * unit, (low + 40) * unit, (33 + card * 31) * unit, (low + 82) * unit)
        draw.rounded_rectangle(box, unit, tuple(int(value) for value in rng.integers(50, 200, 3)))
    saved_as = SavedAs(one_of(rng, ("PNG", "JPEG")))
    return Attacked(np.array(page), place=shift_matrix(x, y) @ scale, saved_as=saved_as, shown=Box(x, y, across, down))


def play_button(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A round or a red play button in the middle."""
    (width, height), result = size_of(pixels), pixels.copy()
    radius, x, y = round(min(width, height) * between(rng, 0.09, 0.15)), width // 2, height // 2
    if rng.random() < 0.5:
        mask = np.zeros((height, width), np.float32)
        blend(result, np.asarray(cv2.circle(mask, (x, y), radius, between(rng, 0.5, 0.8), -1), np.float32), 0, 0, BLACK)
        cv2.circle(result, (x, y), radius, WHITE, max(2, radius // 12), cv2.LINE_AA)
    else:
        plate = Image.new("RGBA", (radius * 8, round(radius * 5.6)))
        ImageDraw.Draw(plate).rounded_rectangle((0, 0, *plate.size), radius, RED)
        small = plate.resize((plate.width // 4, plate.height // 4), Image.Resampling.BOX)
        paste_drawing(result, small, x - small.width // 2, y - small.height // 2)
    play = sign("play", round(radius * 0.9), WHITE)
    paste_drawing(result, play, x - round(play.width * 0.42), y - play.height // 2)
    return Attacked(result)


def video_player(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A player's controls at the bottom: timeline, pause, time, full screen."""
    (width, height), result = size_of(pixels), pixels.copy()
    unit = max(10, round(min(width, height) * 0.035))
    fade = np.repeat(np.linspace(0, 0.85, unit * 6, dtype=np.float32)[:, None], width, axis=1)
    blend(result, fade, 0, height - unit * 6, BLACK)
    colour, share, total = one_of(rng, (RED, (0, 150, 255), WHITE)), between(rng, 0.1, 0.8), int(rng.integers(70, 180))
    y, thick, done = height - unit * 3, max(2, unit // 4), round(unit + (width - 2 * unit) * share)
    cv2.line(result, (unit, y), (width - unit, y), (150, 150, 150), thick, cv2.LINE_AA)
    cv2.line(result, (unit, y), (done, y), colour, thick, cv2.LINE_AA)
    cv2.circle(result, (done, y), max(3, unit // 2), colour, -1, cv2.LINE_AA)
    for x in (unit, round(unit * 1.7)):
        cv2.rectangle(result, (x, height - unit * 2), (x + max(2, unit // 3), height - unit), WHITE, -1)
    time = word_mask(f"0:{round(60 * share):02d} / {total // 60}:{total % 60:02d}", unit * 1.2, one_of(rng, SCREEN))
    set_words(result, time, unit * 4, height - unit - time.shape[0], Ink(WHITE))
    cv2.rectangle(result, (width - unit * 2, height - unit * 2), (width - unit, height - unit), WHITE, 1 + unit // 12)
    return Attacked(result)


def phone_app_chrome(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Heart, comment and share signs with counts at the right side; account and caption at the bottom."""
    (width, height), result = size_of(pixels), pixels.copy()
    side, ink = max(22, round(min(width, height) * between(rng, 0.085, 0.11))), Ink(WHITE, shadow=True)
    step, face = min(round(side * 1.9), round(height * 0.16)), one_of(rng, SCREEN)
    x, y = width - round(side * 1.5), round(height * 0.9) - step * 3
    for kind, colour in (("heart", one_of(rng, (WHITE, (254, 44, 85)))), ("comment", WHITE), ("share", WHITE)):
        paste_drawing(result, sign(kind, side, colour, (90, 90, 94)), x, y)
        number = word_mask(f"{between(rng, 1, 99):.1f}K", max(11, side * 0.36), face)
        set_words(result, number, x + (side - number.shape[1]) // 2, y + round(side * 1.06), ink)
        y += step
    size = max(12, min(width, height) * 0.042)
    for row, line in enumerate((one_of(rng, HANDLES), f"{one_of(rng, REMARKS)} #fyp")):
        words = word_mask(line, size * (1 - 0.15 * row), face)
        set_words(result, words, round(width * 0.04), round(height * 0.9 + row * size * 1.5), ink)
    return Attacked(result)
