"""Harmless: the poster within something else: a screen, a story, an app."""

import cv2
import numpy as np
from PIL import Image

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import resize, resize_by, size_of, warp
from benchmarks.attacks.sixteenth import drawn, words
from benchmarks.attacks.sixteenth.lettering import BOLD, Style, colours, lay, lettered
from benchmarks.attacks.sixteenth.plain import GROUNDS, on_ground, plain, slanted
from benchmarks.attacks.values import Attacked, OtherPosters


def photo_of_screen(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    shown, place = resize_by(pixels, max(1.0, 600 / pixels.shape[1]))
    width, height = size_of(shown)
    bezel, level = round(width * between(rng, 0.03, 0.08)), int(rng.integers(10, 40))
    screen, move = on_ground(shown, plain((width + 2 * bezel, height + 2 * bezel), (level,) * 3), bezel, bezel)
    margin = between(rng, 0.03, 0.1)
    lean = slanted(size_of(screen), rng, (0.02, 0.1), margin)
    size = round(screen.shape[1] * (1 + 2 * margin)), round(screen.shape[0] * (1 + 2 * margin))
    values = warp(screen, lean, size, one_of(rng, GROUNDS[2:])).astype(np.float32)
    down, across = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    angle, period = one_of(rng, (1.5708, between(rng, 0.2, 1.3))), between(rng, 3, 12)
    wave = np.cos((across * np.cos(angle) + down * np.sin(angle) + 0.0003 * across * down) * 6.28 / period)
    values *= 1 + between(rng, 0.03, 0.08) * wave[..., None]
    x, y, reach = size[0] * rng.random(), size[1] * rng.random() * 0.7, size[0] * between(rng, 0.12, 0.3)
    glare = np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * reach**2))
    values += between(rng, 40, 110) * glare[..., None]
    values *= np.array([between(rng, 0.92, 1.04), 1.0, between(rng, 0.96, 1.1)], np.float32)
    values += rng.normal(0, between(rng, 2, 7), values.shape)
    return Attacked(np.clip(values, 0, 255).astype(np.uint8), place=lean @ move @ place)


def story(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width, height = 720, 1280
    if rng.random() < 0.5:
        ground = cv2.GaussianBlur(cv2.resize(pixels, (width, height)), (0, 0), 28)
        ground = np.asarray(ground * between(rng, 0.5, 0.85), np.uint8)
    else:
        ground = plain((width, height), one_of(rng, (*GROUNDS, *colours("f4b6c2 5b2a86 1f6f8b ff8a5c"))))
    factor = min(between(rng, 0.6, 0.82) * width / pixels.shape[1], 0.7 * height / pixels.shape[0])
    small, place = resize_by(pixels, factor)
    x, y = (width - small.shape[1]) // 2, (height - small.shape[0]) // 2
    result, move = on_ground(small, ground, x, y)
    text, light = one_of(rng, words.STORY_LINES), ground.mean() > 135
    layer = lettered(text, Style(one_of(rng, BOLD), (20, 20, 20) if light else (255, 255, 255)), 600, y * 0.4, 2, 90)
    at = y * 0.55 if rng.random() < 0.6 else height - y * 0.6
    result, _ = lay(result, layer, (width - layer.width) / 2, at - layer.height / 2)
    return Attacked(result, note=text, place=move @ place)


def app_screenshot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    width = int(one_of(rng, (720, 828, 1080)))
    size, unit, dark = (width, round(width * between(rng, 1.5, 2.1))), width / 36, rng.random() < 0.5
    ink, pale = ((255, 255, 255), (120, 120, 128)) if dark else ((20, 20, 22), (150, 150, 155))
    accent = one_of(rng, colours("e50914 f5c518 1a73e8 00a86b 7b2cbf"))
    wide = round(width * between(rng, 0.3, 0.37))
    small, place = resize(pixels, wide, round(wide * pixels.shape[0] / pixels.shape[1]))
    left = round(unit * 1.5) if rng.random() < 0.7 else round((width - wide) / 2)
    ground = plain(size, (18, 18, 20) if dark else (250, 250, 250))
    canvas, move = on_ground(small, ground, left, round(unit * 6))

    def put(layer: Image.Image, x: float, y: float) -> None:
        nonlocal canvas
        canvas, _ = lay(canvas, layer, x, y)

    def text(phrase: str, x: float, y: float, high: float, style: Style, far: float) -> None:
        put(lettered(phrase, style, far, high * 2.6, 2, high * 1.3), x, y)

    time = f"{int(rng.integers(1, 24))}:{int(rng.integers(60)):02d}"
    text(time, unit, unit * 0.5, unit * 1.1, Style(colour=ink), unit * 5)
    put(drawn.plate(unit * 2, unit, ink, 1.0, 0.25), width - unit * 3, unit * 0.6)
    text(one_of(rng, words.SITES), unit * 3, unit * 2.8, unit * 1.4, Style(colour=accent), unit * 20)
    y = unit * 6
    for step in range(5 if left < unit * 2 else 0):
        style = Style("DejaVuSans.ttf" if step else "DejaVuSans-Bold.ttf", ink)
        x = left + wide + unit * 1.5
        text(one_of(rng, words.SCREEN_TEXTS), x, y, unit * (1.0 if step else 1.3), style, width - x - unit * 1.5)
        y += unit * 3.4
    y, x = max(unit * 6 + small.shape[0], y) + unit * 1.5, unit * 1.5
    for label in rng.permutation(words.BUTTONS)[:3].tolist():
        put(drawn.plate(unit * 10, unit * 3, accent, 1.0, 0.33), x, y)
        letters = lettered(label, Style(), unit * 8, unit * 1.5, 1, unit * 1.4)
        put(letters, x + unit * 5 - letters.width / 2, y + unit * 1.5 - letters.height / 2)
        x += unit * 11
    y += unit * 5
    while y < size[1] - unit * 6:
        text(one_of(rng, words.SCREEN_TEXTS), unit * 1.5, y, unit * 1.1, Style("DejaVuSans.ttf", ink), unit * 30)
        for row in range(1, int(rng.integers(2, 4))):
            put(drawn.plate(unit * between(rng, 18, 33), unit * 0.7, pale, 0.5), unit * 1.5, y + row * unit * 2.2)
        y += unit * 6.6
    for step, shape in enumerate((drawn.HEART, drawn.STAR, drawn.SPEECH, drawn.ARROW)):
        put(drawn.sign(unit * 2, shape, pale), unit * (3.5 + 9 * step), size[1] - unit * 3)
    return Attacked(canvas, note=f"{wide} of {width} px", place=move @ place)
