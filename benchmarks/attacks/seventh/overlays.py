"""Benign: watermarks, handles, captions, badges, marks and codes over the poster."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import shift_matrix, size_of
from benchmarks.attacks.seventh.canvas import drawn, lay, polygon, rounded
from benchmarks.attacks.seventh.devices import NAMES
from benchmarks.attacks.seventh.lettering import (
    BOOK,
    GROTESK,
    IMPACT,
    PLAIN,
    UI,
    UI_BOLD,
    centred,
    lay_mask,
    line_mask,
    stacked,
)
from benchmarks.attacks.values import Attacked, OtherPosters

SITES = ("www.posterhaus.net", "cinefreaks.org", "moviewallz.com", "www.filmplakat-welt.de", "wallpaperstock.tv")
STOCK = ("posterhaus", "PREVIEW", "SAMPLE", "stockframe", "cinefreaks")


def watermark_all_over(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A pale word repeated slantwise over everything."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    text = STOCK[int(rng.integers(0, len(STOCK)))]
    word = line_mask(text, float(rng.uniform(0.03, 0.05)) * width, PLAIN)
    side = round(float(np.hypot(width, height)))
    sheet = np.zeros((side, side), np.float32)
    step_x, step_y = round(word.shape[1] + 0.1 * width), round(word.shape[0] + float(rng.uniform(0.12, 0.2)) * width)
    for row, y in enumerate(range(0, side - word.shape[0], step_y)):
        for x in range((row % 2) * step_x // 2, side - word.shape[1], step_x):
            sheet[y : y + word.shape[0], x : x + word.shape[1]] = word
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), 30, 1)
    turned = np.asarray(cv2.warpAffine(sheet, turn, (side, side)), np.float32)
    y, x = (side - height) // 2, (side - width) // 2
    opacity = float(rng.uniform(0.2, 0.4))
    lay(canvas, turned[y : y + height, x : x + width], 1, 1, (0, 0, 0), opacity * 0.5)
    lay(canvas, turned[y : y + height, x : x + width], 0, 0, (255, 255, 255), opacity)
    return Attacked(canvas, note=f"{text}, opacity {opacity:.2f}")


def _small_line(picture: Pixels, rng: np.random.Generator, text: str, face_number: int, opacity: float) -> Pixels:
    """A small line near an edge, white with a shadow."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    face = (PLAIN, UI, UI_BOLD, GROTESK)[face_number]
    line = line_mask(text, max(6, float(rng.uniform(0.019, 0.034)) * width), face, widest=0.6 * width)
    gap = round(0.025 * width)
    x = (gap, (width - line.shape[1]) // 2, width - gap - line.shape[1])[int(rng.integers(0, 3))]
    y = height - gap - line.shape[0] if rng.random() < 0.7 else gap
    lay_mask(canvas, line, x, y, (255, 255, 255), shadow=max(0.8, width / 400), opacity=opacity)
    return canvas


def corner_watermark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A small mark and a name, half see-through, in a corner."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    side, gap = round(0.07 * width), round(0.025 * width)
    x, y = width - gap - side, (gap if rng.random() < 0.4 else height - gap - side)
    ring = drawn(
        side, side, lambda pen, k: pen.ellipse((0, 0, side * k - 1, side * k - 1), outline=255, width=max(k, side // 3))
    )
    inner = polygon(side, side, [(0.32, 0.26), (0.32, 0.74), (0.74, 0.5)])
    lay_mask(canvas, np.maximum(ring, inner), x, y, (255, 255, 255), opacity=0.7, shadow=1.0)
    text = STOCK[int(rng.integers(0, len(STOCK)))]
    line = line_mask(text, max(6, 0.028 * width), UI_BOLD)
    lay_mask(
        canvas, line, x - gap - line.shape[1], y + (side - line.shape[0]) // 2, (255, 255, 255), opacity=0.7, shadow=1.0
    )
    return Attacked(canvas, note=text)


def site_address(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The address of a wallpaper site at an edge."""
    text = SITES[int(rng.integers(0, len(SITES)))]
    return Attacked(_small_line(picture, rng, text, int(rng.integers(0, 4)), 0.95), note=text)


def handle_at_the_edge(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An "@" name of whoever posted it."""
    text = "@" + NAMES[int(rng.integers(0, len(NAMES)))]
    return Attacked(_small_line(picture, rng, text, int(rng.integers(0, 3)), 0.85), note=text)


def caption_bars(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """White bars with captions joined on above and below."""
    width, height = size_of(picture)
    above = ["When you finally watch it", "and it is even better than they said"]
    below = ["Follow for more film posts"]
    if rng.random() < 0.5:
        above, below = ["Throwback to this masterpiece"], ["What did you think of it?", "Tell us in the comments"]
    bars = [
        stacked([line_mask(line, 0.03 * width, UI_BOLD, widest=0.92 * width) for line in lines], round(0.025 * width))
        for lines in (above, below)
    ]
    room = [bar.shape[0] + round(0.08 * width) for bar in bars]
    dark = rng.random() < 0.35
    canvas = np.full((height + sum(room), width, 3), 12 if dark else 255, np.uint8)
    canvas[room[0] : room[0] + height] = picture
    ink = (250, 250, 250) if dark else (15, 15, 15)
    left = round(0.04 * width)
    lay(canvas, bars[0], left, (room[0] - bars[0].shape[0]) // 2, ink)
    lay(canvas, bars[1], left, room[0] + height + (room[1] - bars[1].shape[0]) // 2, ink)
    return Attacked(canvas, place=shift_matrix(0, room[0]))


def meme_caption(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Heavy white capitals with a black outline at the top and the foot."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    upper, lower = (
        ("ONE DOES NOT SIMPLY", "SKIP THE CREDITS"),
        ("WHEN YOUR BOSS SAYS", "WORK ON SUNDAY"),
        ("ME WAITING FOR", "THE WEEKEND"),
        ("NOBODY:", "MY CAT AT 3 AM"),
    )[int(rng.integers(0, 4))]
    edge = max(1, round(width / 150))
    for text, share in ((upper, 0.03), (lower, 0.97)):
        line = line_mask(text, 0.075 * width, IMPACT, widest=0.92 * width)
        y = height * share - (line.shape[0] if share > 0.5 else 0)
        centred(canvas, line, width / 2, y, (255, 255, 255), outline=edge)
    return Attacked(canvas, note=f"{upper} / {lower}")


def streaming_badges(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming app's small badges: age, picture quality, rank, progress."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    gap, tall, x = round(0.03 * width), round(0.055 * width), round(0.03 * width)
    for text in (("16+", "4K", "HDR"), ("TV-MA", "HD"), ("12", "UHD", "5.1"))[int(rng.integers(0, 3))]:
        word = line_mask(text, 0.45 * tall, UI_BOLD)
        wide = word.shape[1] + round(0.5 * tall)
        lay(canvas, rounded(wide, tall, tall * 0.2), x, gap, (20, 20, 24), 0.8)
        lay(canvas, word, x + (wide - word.shape[1]) // 2, gap + (tall - word.shape[0]) // 2, (255, 255, 255))
        x += wide + gap // 2
    side = round(0.13 * width)
    lay(canvas, rounded(side, side, side * 0.06), width - side, 0, (229, 9, 20))
    words = stacked([line_mask("TOP", 0.22 * side, UI_BOLD), line_mask("10", 0.36 * side, UI_BOLD)], round(0.1 * side))
    lay(canvas, words, width - side + (side - words.shape[1]) // 2, (side - words.shape[0]) // 2, (255, 255, 255))
    thick = max(2, round(0.012 * width))
    done = round(float(rng.uniform(0.15, 0.9)) * width)
    lay(canvas, np.ones((thick, width), np.float32), 0, height - thick, (110, 110, 110), 0.9)
    lay(canvas, np.ones((thick, done), np.float32), 0, height - thick, (229, 9, 20))
    return Attacked(canvas)


def subtitle_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One or two lines of a film's subtitles."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    said = (
        ["I never said I was coming back."],
        ["You don't understand.", "They already know."],
        ["- Where is she?", "- Gone. Since yesterday."],
    )[int(rng.integers(0, 3))]
    tall = float(rng.uniform(0.026, 0.034)) * width
    y = height * float(rng.uniform(0.84, 0.93))
    colour = (255, 255, 255) if rng.random() < 0.7 else (255, 234, 60)
    for line in said:
        mask = line_mask(line, tall, UI, widest=0.94 * width)
        centred(canvas, mask, width / 2, y, colour, outline=max(1, round(width / 300)))
        y += 2.0 * tall
    return Attacked(canvas, note=" ".join(said))


def review_quote(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A blogger's mark out of ten with a thin rule, in a see-through band."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    tall = round(0.13 * width)
    y = round(float(rng.choice([0.0, 1.0])) * (height - tall))
    lay(canvas, np.ones((tall, width), np.float32), 0, y, (0, 0, 0), 0.65)
    text = f"Our review: {int(rng.integers(5, 11))}/10"
    line = line_mask(text, 0.3 * tall, BOOK, widest=0.8 * width)
    centred(canvas, line, width / 2, y + (tall - line.shape[0]) / 2, (255, 255, 255))
    return Attacked(canvas, note=text)
