"""Benign: inside phones, apps and players."""

import numpy as np
from PIL import ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import resize, resize_by, shift_matrix, size_of
from benchmarks.attacks.seventh.canvas import (
    Colour,
    Mask,
    disc,
    drawn,
    gradient,
    lay,
    polygon,
    rounded,
)
from benchmarks.attacks.seventh.lettering import UI, UI_BOLD, lay_mask, line_mask
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

NAMES = ("film.fan_91", "cinephile.daily", "moviemaniac", "juliawatches", "popcorn.club", "thereelguy")


def _clock(rng: np.random.Generator) -> str:
    return f"{int(rng.integers(7, 24))}:{int(rng.integers(0, 60)):02d}"


def _status_icons(canvas: Pixels, right: int, middle: int, tall: int, colour: Colour) -> None:
    """Signal, wireless and battery, ending at right."""

    def cell(pen: ImageDraw.ImageDraw, k: int) -> None:
        pen.rounded_rectangle((0, 0, tall * 2 * k - 2 * k, tall * k - 1), tall * k * 0.25, outline=255, width=k)
        pen.rectangle((2 * k, 2 * k, tall * k, tall * k - 2 * k - 1), fill=255)

    battery = drawn(tall * 2, tall, cell)
    lay(canvas, battery, right - tall * 2, middle - tall // 2, colour)
    fan = drawn(
        tall, tall, lambda pen, k: pen.pieslice((-tall * k * 0.5, 0, tall * k * 1.5, tall * k * 2), 225, 315, 255)
    )
    lay(canvas, fan, right - round(tall * 3.4), middle - tall // 2, colour)
    for bar in range(4):
        high = max(1, round(tall * (0.35 + 0.2 * bar)))
        stick = np.ones((high, max(1, tall // 5)), np.float32)
        lay(canvas, stick, right - round(tall * (4.9 - 0.32 * bar)), middle + tall // 2 - high, colour)


def status_bar_on_top(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A full-screen screenshot: the phone's clock, signal and battery over the top, a home bar at the foot."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    tall = max(7, round(0.026 * width))
    shade = np.repeat(np.linspace(0.6, 0, tall * 4, dtype=np.float32)[:, None], width, axis=1)
    lay(canvas, shade, 0, 0, (0, 0, 0))
    lay_mask(canvas, line_mask(_clock(rng), tall, UI_BOLD), round(0.05 * width), round(tall * 0.9), (255, 255, 255))
    _status_icons(canvas, round(0.95 * width), round(tall * 1.4), tall, (255, 255, 255))
    bar = rounded(round(0.36 * width), max(2, tall // 4), tall / 8)
    lay(canvas, bar, round(0.32 * width), height - tall, (255, 255, 255), 0.9)
    return Attacked(canvas, saved_as=SavedAs("PNG"))


def notification_banner(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A message's banner came down while the screenshot was taken."""
    canvas = picture.copy()
    width, _ = size_of(canvas)
    wide, tall = round(0.92 * width), round(0.17 * width)
    x, y = round(0.04 * width), round(0.03 * width)
    dark = rng.random() < 0.4
    lay(canvas, rounded(wide, tall, tall * 0.28), x, y, (44, 44, 48) if dark else (240, 240, 244), 0.95)
    ink: Colour = (245, 245, 247) if dark else (20, 20, 22)
    side = round(tall * 0.56)
    icon_x, icon_y = x + round(tall * 0.2), y + (tall - side) // 2
    lay(canvas, rounded(side, side, side * 0.24), icon_x, icon_y, ((52, 199, 89), (10, 122, 255))[int(rng.integers(2))])
    bubble = drawn(side, side, lambda pen, k: pen.ellipse([side * k * v for v in (0.18, 0.24, 0.82, 0.74)], fill=255))
    lay(canvas, bubble, icon_x, icon_y, (255, 255, 255))
    who = ("Mum", "Alex", "Work group", "Sophie", "Dad")[int(rng.integers(5))]
    said = ("are you coming tonight?", "Call me when you can", "haha did you see this", "Running 10 min late")[
        int(rng.integers(4))
    ]
    room = wide - tall * 1.1
    left = icon_x + side + round(tall * 0.2)
    lay_mask(canvas, line_mask(who, 0.15 * tall, UI_BOLD, widest=room), left, y + round(0.24 * tall), ink)
    lay_mask(canvas, line_mask(said, 0.15 * tall, UI, widest=room), left, y + round(0.58 * tall), ink)
    now = line_mask("now", 0.12 * tall, UI)
    lay_mask(canvas, now, x + wide - now.shape[1] - round(tall * 0.2), y + round(0.25 * tall), ink, opacity=0.55)
    return Attacked(canvas, saved_as=SavedAs("PNG"))


def player_over_it(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A video player's chrome: play button, progress bar, times."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    tall = round(0.2 * width)
    shade = np.repeat(np.linspace(0, 0.8, tall, dtype=np.float32)[:, None], width, axis=1)
    lay(canvas, shade, 0, height - tall, (0, 0, 0))
    knob = round(0.19 * width)
    x, y = (width - knob) // 2, (height - knob) // 2
    lay(canvas, disc(knob), x, y, (0, 0, 0), 0.6)
    lay(canvas, polygon(knob, knob, [(0.38, 0.27), (0.38, 0.73), (0.74, 0.5)]), x, y, (255, 255, 255))
    done, long = float(rng.uniform(0.05, 0.8)), round(0.92 * width)
    thick, left, line = max(2, round(0.009 * width)), round(0.04 * width), height - round(0.085 * width)
    lay(canvas, rounded(long, thick, thick / 2), left, line, (255, 255, 255), 0.45)
    lay(canvas, rounded(max(4, round(long * done)), thick, thick / 2), left, line, (229, 9, 20))
    lay(canvas, disc(thick * 3), left + round(long * done) - thick, line - thick, (229, 9, 20))
    seconds = int(rng.integers(70, 200))
    now = round(seconds * done)
    times = f"{now // 60}:{now % 60:02d} / {seconds // 60}:{seconds % 60:02d}"
    lay_mask(canvas, line_mask(times, max(6, 0.023 * width), UI), left, line + round(0.03 * width), (255, 255, 255))
    side = round(0.045 * width)
    frame = drawn(
        side, side, lambda pen, k: pen.rectangle((0, 0, side * k - 1, side * k - 1), outline=255, width=k * 2)
    )
    lay(canvas, frame, width - left - side, line + round(0.02 * width), (255, 255, 255))
    return Attacked(canvas)


def in_a_phone_story(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """In the middle of an upright story with a name, bars on top and a reply field."""
    width, height = size_of(picture)
    sheet_wide = round(width / float(rng.uniform(0.62, 0.9)))
    sheet_high = max(round(sheet_wide * 16 / 9), round(height * 1.2))
    tops = [(28, 30, 60), (80, 30, 70), (20, 60, 70), (200, 120, 90), (30, 30, 30)]
    top, foot = (tops[int(i)] for i in rng.choice(len(tops), 2, replace=False))
    canvas = gradient(sheet_wide, sheet_high, [(0, top), (1, foot)]).astype(np.uint8)
    x, y = (sheet_wide - width) // 2, (sheet_high - height) // 2
    canvas[y : y + height, x : x + width] = picture
    unit = sheet_wide / 100
    for bar in range(3):
        strip = rounded(round(30 * unit), max(2, round(0.7 * unit)), 0.3 * unit)
        lay(canvas, strip, round((3 + 32 * bar) * unit), round(3 * unit), (255, 255, 255), 1.0 if bar == 0 else 0.4)
    lay(canvas, disc(round(8 * unit)), round(4 * unit), round(6 * unit), (220, 90, 120))
    name = one_of(rng, NAMES)
    lay_mask(canvas, line_mask(name, 2.2 * unit, UI_BOLD), round(15 * unit), round(8.8 * unit), (255, 255, 255))
    low = sheet_high - round(13 * unit)
    pill: Mask = rounded(round(76 * unit), round(9 * unit), 4.5 * unit)
    lay(canvas, pill, round(4 * unit), low, (255, 255, 255), 0.22)
    lay_mask(
        canvas, line_mask("Send message", 2.2 * unit, UI), round(9 * unit), low + round(3.2 * unit), (255, 255, 255)
    )
    return Attacked(canvas, place=shift_matrix(x, y), note=f"{width / sheet_wide:.2f} of the width")


def in_an_app_page(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A film app's page in a screenshot, the poster a third of its width."""
    width, height = size_of(picture)
    small, place = resize(picture, max(110, round(0.75 * width)), round(max(110, round(0.75 * width)) * height / width))
    wide = small.shape[1] * 3
    dark = rng.random() < 0.6
    unit = wide / 100
    tall = max(round(wide * 1.7), small.shape[0] + round(60 * unit))
    canvas = np.full((tall, wide, 3), (18, 20, 26) if dark else (250, 250, 250), np.uint8)
    ink: Colour = (236, 236, 240) if dark else (24, 24, 28)
    stripe, _ = resize_by(others.pick(rng).pixels, 0.5)
    banner, _ = resize(stripe[: max(8, stripe.shape[0] // 3)], wide, round(36 * unit))
    canvas[: banner.shape[0]] = (banner * 0.55).astype(np.uint8)
    lay_mask(canvas, line_mask(_clock(rng), 2.2 * unit, UI_BOLD), round(4 * unit), round(2 * unit), (255, 255, 255))
    _status_icons(canvas, round(96 * unit), round(3.2 * unit), max(6, round(2.6 * unit)), (255, 255, 255))
    x, y = round(5 * unit), round(28 * unit)
    canvas[y : y + small.shape[0], x : x + small.shape[1]] = small
    left, line = x + small.shape[1] + round(5 * unit), round(41 * unit)
    for text, size in (
        ("Details", 3.4),
        ("2 h 04 min, Drama", 1.9),
        ("7.3 / 10   (18 204)", 2.1),
        ("+ Watchlist", 2.2),
    ):
        mask = line_mask(text, size * unit, UI_BOLD if size > 2 else UI, widest=wide - left - 3 * unit)
        lay_mask(canvas, mask, left, line, ink)
        line += round(size * unit * 2.6)
    line = y + small.shape[0] + round(6 * unit)
    while line < tall - 14 * unit:
        length = float(rng.uniform(55, 90)) * unit
        lay(canvas, rounded(round(length), round(1.6 * unit), 0.8 * unit), x, line, ink, 0.25)
        line += round(4.5 * unit)
    for tab in range(4):
        lay(canvas, disc(round(5 * unit)), round((10 + 25 * tab) * unit), tall - round(8 * unit), ink, 0.5)
    return Attacked(canvas, place=shift_matrix(x, y) @ place, saved_as=SavedAs("PNG"))
