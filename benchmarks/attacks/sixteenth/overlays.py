"""Harmless: things laid over the poster by people and apps who share it."""

import numpy as np
from PIL import Image

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, part_of, shift_matrix, size_of
from benchmarks.attacks.sixteenth import drawn, words
from benchmarks.attacks.sixteenth.lettering import BOLD, PLAIN, Style, centred, faded, lay, lettered, style_for, turned
from benchmarks.attacks.values import Attacked, OtherPosters

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)


def _anywhere(pixels: Pixels, layer: Image.Image, rng: np.random.Generator) -> Pixels:
    width, height = size_of(pixels)
    x = between(rng, width * 0.02, max(width * 0.03, width * 0.98 - layer.width))
    return lay(pixels, layer, x, between(rng, height * 0.02, max(height * 0.03, height * 0.98 - layer.height)))[0]


def sticker(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    size = pixels.shape[1] * between(rng, 0.14, 0.3)
    kind = one_of(rng, ("laugh", "love", "cry", "heart", "heart", "star"))
    colour = one_of(rng, ((230, 30, 60), (255, 110, 180), (250, 205, 40), (110, 90, 230)))
    edge = WHITE if rng.random() < 0.6 else None
    shapes = {"heart": drawn.HEART, "star": drawn.STAR}
    layer = drawn.sign(size, shapes[kind], colour, edge) if kind in shapes else drawn.smiley(size, kind)
    return Attacked(_anywhere(pixels, turned(layer, between(rng, -20, 20)), rng), note=kind)


def speech_bubble(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    text = one_of(rng, words.REMARKS)
    layer = drawn.bubble(text, max(88.0, pixels.shape[1] * between(rng, 0.24, 0.42)), rng.random() < 0.3)
    return Attacked(_anywhere(pixels, turned(layer, between(rng, -8, 8)), rng), note=text)


def watermark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    text, slant = one_of(rng, words.SITES), one_of(rng, (0, 0, 25, 35))
    kind = one_of(rng, ("middle", "middle", "corner", "tiled", "tiled"))
    wide = max(80.0, width * (between(rng, 0.5, 0.8) if kind == "middle" else between(rng, 0.24, 0.36)))
    style = Style(one_of(rng, BOLD + PLAIN), BLACK if pixels.mean() > 150 else WHITE)
    layer = faded(lettered(text, style, wide, height, 1), between(rng, 0.35, 0.6))
    if kind == "corner":
        return Attacked(lay(pixels, layer, width * 0.97 - layer.width, height * 0.97 - layer.height)[0], note=text)
    layer = turned(layer, slant)
    if kind == "tiled":
        step_x, step_y = round(layer.width * 1.2), round(layer.height * between(rng, 1.3, 2.2) + 10)
        veil = Image.new("RGBA", (width, height), (*style.colour, 0))
        for row, y in enumerate(range(0, height, step_y)):
            for x in range(-step_x // 2 * (row % 2), width, step_x):
                veil.paste(layer, (x, y), layer.getchannel("A").point([255 * (value > 0) for value in range(256)]))
        layer = veil
    x, y = (width - layer.width) / 2, (height - layer.height) * between(rng, 0.35, 0.65)
    return Attacked(lay(pixels, layer, x, y)[0], note=f"{kind} {text}")


def handle(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    text, right, below = one_of(rng, words.HANDLES), rng.random() < 0.6, rng.random() < 0.75
    wide, high = max(100.0, width * between(rng, 0.24, 0.36)), max(13.0, height * 0.032)
    x, y = width * 0.97 - wide if right else width * 0.03, height * 0.975 - high if below else height * 0.02
    room = Box(max(0, round(x)), round(y), round(wide), round(high))
    style = style_for(part_of(pixels, room), rng, PLAIN + BOLD[:2])
    layer = lettered(text, style, wide, high, 1)
    return Attacked(lay(pixels, layer, x + wide - layer.width if right else x, y)[0], note=text)


def caption_bar(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    text, high = one_of(rng, words.CAPTIONS), max(round(height * between(rng, 0.08, 0.15)), 34)
    ink, ground = (BLACK, WHITE) if rng.random() < 0.5 else (WHITE, BLACK)
    above, y = rng.random() < 0.4, min(round(height * one_of(rng, (0.0, 0.4, 0.55, 0.9))), height - high)
    if above:
        pixels, y = np.concatenate([np.full((high, width, 3), ground, np.uint8), pixels]), 0
    else:
        pixels, _ = lay(pixels, drawn.plate(width, high, ground, between(rng, 0.55, 1.0)), 0, y)
    layer = lettered(text, Style(one_of(rng, BOLD[:2] + PLAIN), ink), width * 0.92, high * 0.8)
    result, _ = centred(pixels, layer, Box(0, y, width, high))
    return Attacked(result, note=text, place=shift_matrix(0, high if above else 0))


def meme_text(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    text, style = one_of(rng, words.CAPTIONS).upper(), Style(one_of(rng, BOLD[:2]), WHITE, BLACK, between(rng, 0.75, 1))
    layer = lettered(text, style, width * 0.92, height * 0.16, 3)
    y = height * 0.02 if rng.random() < 0.5 else height * 0.98 - layer.height
    return Attacked(lay(pixels, layer, (width - layer.width) / 2, y)[0], note=text)


def play_sign(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    size = min(width, height) * between(rng, 0.16, 0.3)
    plate: Colour | None = one_of(rng, (None, BLACK, BLACK, (210, 20, 25)))
    layer = faded(drawn.play_button(size, WHITE, plate), between(rng, 0.7, 1.0))
    return Attacked(lay(pixels, layer, (width - size) / 2, (height - size) / 2)[0])


def video_player(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    if rng.random() < 0.5:
        pixels = play_sign(pixels, rng, others).pixels
    width, height = size_of(pixels)
    unit, done, long = max(13.0, width * 0.04), between(rng, 0.05, 0.9), int(rng.integers(75, 190))
    x, line, now = width * 0.04, width * 0.92, round(done * long)
    thick, accent = unit * 0.18, one_of(rng, ((230, 20, 25), (30, 140, 255), (240, 240, 240)))
    time = lettered(f"{now // 60}:{now % 60:02d} / {long // 60}:{long % 60:02d}", Style(""), width, unit * 0.8, 1)
    frame = drawn.layer(unit, unit, lambda d, w, h: d.rectangle((w * 0.1, h * 0.1, w * 0.9, h * 0.9), None, WHITE, 8))
    for layer, left, up in (
        (drawn.plate(width, unit * 3, BLACK, 0.45), 0.0, 0.0),
        (drawn.plate(line, thick, (200, 200, 200), 0.6), x, 2.2),
        (drawn.plate(line * done, thick, accent), x, 2.2),
        (drawn.plate(unit * 0.3, unit, WHITE), x, 1.45),
        (drawn.plate(unit * 0.3, unit, WHITE), x + unit * 0.5, 1.45),
        (time, x + unit * 1.6, 1.35),
        (frame, width * 0.96 - unit, 1.45),
    ):
        pixels = lay(pixels, layer, left, height - unit * up)[0]
    return Attacked(pixels)


def phone_app(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = size_of(pixels)
    unit = max(18.0, width * between(rng, 0.07, 0.1))
    pixels = lay(pixels, drawn.plate(width, unit * 3, BLACK, 0.4), 0, height)[0]
    y, like = min(height * between(rng, 0.38, 0.5), height - unit * 9), one_of(rng, (WHITE, (240, 40, 70)))
    for shape, colour in ((drawn.HEART, like), (drawn.SPEECH, WHITE), (drawn.ARROW, WHITE)):
        count = f"{between(rng, 1, 99):.1f}K" if rng.random() < 0.6 else str(int(rng.integers(20, 999)))
        label = lettered(count, Style(), unit, unit * 0.42, 1)
        pixels = lay(pixels, drawn.sign(unit, shape, colour), width * 0.97 - unit, y)[0]
        pixels = lay(pixels, label, width * 0.97 - unit / 2 - label.width / 2, y + unit * 1.1)[0]
        y += unit * 1.9
    name, line = one_of(rng, [text for text in words.HANDLES if text[0] == "@"]), one_of(rng, words.STORY_LINES)
    for text, style, row in ((name, Style(), 2.3), (line, Style("DejaVuSans.ttf"), 1.3)):
        pixels = lay(pixels, lettered(text, style, width * 0.75, unit * 0.7, 1), width * 0.04, height - unit * row)[0]
    return Attacked(pixels, note=f"{name} {line}")
