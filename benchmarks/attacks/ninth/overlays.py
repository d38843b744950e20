"""Benign: things laid over the poster that nobody takes for a part of it."""

from collections.abc import Callable

import cv2
import numpy as np
from PIL.ImageDraw import ImageDraw

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.ninth.draw import Layer, Paint, drawn, lay, lettering, pick, shaded, spread, stamp, turned
from benchmarks.attacks.ninth.find import calm_spot
from benchmarks.attacks.values import Attacked, OtherPosters

WHITE: Colour = (255, 255, 255)


def emoji(size: float, kind: str) -> Layer:
    """A shaded yellow face, or a heart."""

    def paint(draw: ImageDraw, w: int, h: int) -> None:
        def oval(x: float, y: float, across: float, down: float, colour: Colour) -> None:
            draw.ellipse(((x - across) * w, (y - down) * h, (x + across) * w, (y + down) * h), (*colour, 255))

        if kind == "heart":
            for x in (0.28, 0.72):
                oval(x, 0.32, 0.26, 0.26, (222, 30, 50))
            corners = [(0.045, 0.42), (0.955, 0.42), (0.5, 0.97)]
            draw.polygon([(x * w, y * h) for x, y in corners], (222, 30, 50, 255))
            return
        oval(0.5, 0.5, 0.49, 0.49, (232, 160, 24))
        oval(0.5, 0.49, 0.46, 0.46, (255, 206, 56))
        for x in (0.32, 0.68):
            if kind == "love":
                for side in (-0.055, 0.055):
                    oval(x + side, 0.33, 0.07, 0.07, (228, 36, 60))
                draw.polygon(
                    [((x + dx) * w, dy * h) for dx, dy in ((-0.12, 0.36), (0.12, 0.36), (0, 0.5))], (228, 36, 60, 255)
                )
            elif kind == "laugh":
                draw.arc(((x - 0.1) * w, 0.3 * h, (x + 0.1) * w, 0.48 * h), 190, 350, (92, 56, 12, 255), w // 22)
                oval(x + (0.2 if x > 0.5 else -0.2), 0.54, 0.09, 0.12, (90, 180, 250))
            else:
                oval(x, 0.38, 0.06, 0.09, (92, 56, 12))
        if kind == "shock":
            oval(0.5, 0.72, 0.11, 0.14, (92, 56, 12))
        else:
            draw.chord((0.24 * w, 0.42 * h, 0.76 * w, 0.86 * h), 0, 180, (110, 50, 20, 255))
            draw.chord((0.34 * w, 0.7 * h, 0.66 * w, 0.9 * h), 180, 360, (235, 90, 90, 255))

    return shaded(drawn(size, size, paint), 0.35)


def _free(picture: Pixels, layer: Layer, rng: np.random.Generator) -> tuple[int, int]:
    width, height = size_of(picture)
    right, bottom = max(1, width - layer.shape[1]), max(1, height - layer.shape[0])
    return int(rng.integers(right)), int(rng.integers(bottom))


def emoji_sticker(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One large emoji with a shadow, anywhere."""
    kind = pick(rng, "love", "laugh", "shock", "heart")
    layer = turned(emoji(picture.shape[1] * rng.uniform(0.16, 0.3), kind), rng.uniform(-15, 15))
    return Attacked(stamp(picture, layer, *_free(picture, layer, rng), shadow=0.35)[0], note=kind)


def several_emoji(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Four to seven small emoji."""
    result = picture
    for _ in range(int(rng.integers(4, 8))):
        layer = emoji(picture.shape[1] * rng.uniform(0.07, 0.14), pick(rng, "love", "laugh", "shock", "heart"))
        result, _ = stamp(result, layer, *_free(picture, layer, rng))
    return Attacked(result)


def repeated_watermark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A site's name aslant all over, faint."""
    width, height = size_of(picture)
    word = pick(rng, "moviestills.example", "SAMPLE", "© posterstock", "PREVIEW")
    layer = turned(lettering(word, WHITE, height=width * 0.04, width=width * 0.4), 30)
    mask, step = np.zeros((height, width), np.float32), round(width * 0.27)
    for row, y in enumerate(range(-step, height, step)):
        for x in range(-step + row % 2 * step // 2, width, round(step * 1.6)):
            mask = np.maximum(mask, spread(picture, layer[..., 3] / 255, x, y))
    seen = rng.uniform(0.3, 0.5)
    under = lay(picture, (0, 0, 0), np.roll(mask, (1, 1), (0, 1)) * seen)
    return Attacked(lay(under, WHITE, mask * seen), note=word)


def corner_watermark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A site's address in a corner."""
    width, height = size_of(picture)
    word = pick(rng, "www.filmfan.example", "MovieDB", "cinema-world.example", "POSTERHUB")
    layer = lettering(word, WHITE, width=width * rng.uniform(0.2, 0.34), style="Sans")
    x = width * 0.02 if rng.random() < 0.4 else width * 0.98 - layer.shape[1]
    y = height * 0.015 if rng.random() < 0.3 else height * 0.985 - layer.shape[0]
    return Attacked(stamp(picture, layer, x, y, 0.75, shadow=0.5)[0], note=word)


def handle_of_a_fan(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """@somebody in a rounded tag."""
    width, height = size_of(picture)
    text = lettering(pick(rng, "@cine.lover", "@moviegeek_22", "@reel.talks"), WHITE, width=width * 0.3, style="Sans")
    down, across = text.shape[:2]
    tag: Paint = lambda d, w, h: d.rounded_rectangle((0, 0, w - 1, h - 1), h // 3, (0, 0, 0, 150))  # noqa: E731
    x, y = width * rng.uniform(0.05, 0.55), height * rng.uniform(0.1, 0.9)
    x = min(x, width - across - down * 1.2)
    result, box = stamp(picture, drawn(across + down, down * 2, tag), x, y)
    return Attacked(stamp(result, text, box.x + down / 2, box.y + down / 2)[0])


def caption_on_a_bar(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A line on a bar across the picture, as on stories and memes."""
    width, height = size_of(picture)
    words = pick(rng, "who is watching this tonight?", "me on a friday night", "OUT NOW – link in bio", "rate it 1–10")
    text = lettering(words, WHITE, width=width * 0.86, height=width * 0.05, style="Sans")
    bar = np.zeros((height, width), np.float32)
    deep = text.shape[0] * 2.2
    top = height * float(rng.choice([0.0, 0.55, 0.7, 1.0]))
    top = min(top, height - deep)
    bar[round(top) : round(top + deep)] = rng.uniform(0.6, 1)
    result = lay(picture, (0, 0, 0), bar)
    return Attacked(stamp(result, text, (width - text.shape[1]) / 2, top + deep * 0.27)[0], note=words)


def play_button(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A round, or red and rounded, play button in the middle."""
    width, height = size_of(picture)
    size, red = width * rng.uniform(0.18, 0.28), rng.random() < 0.4

    def paint(draw: ImageDraw, w: int, h: int) -> None:
        if red:
            draw.rounded_rectangle((0, h * 0.14, w - 1, h * 0.86), h // 6, (230, 20, 20, 240))
        else:
            draw.ellipse((0, 0, w - 1, h - 1), (0, 0, 0, 130), (255, 255, 255, 255), max(2, w // 22))
        draw.polygon([(w * 0.4, h * 0.3), (w * 0.4, h * 0.7), (w * 0.72, h * 0.5)], (255, 255, 255, 255))

    return Attacked(stamp(picture, drawn(size, size, paint), (width - size) / 2, (height - size) / 2)[0])


def controls_of_a_player(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Progress, pause and time on a darkened foot."""
    width, height = size_of(picture)
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    result = lay(picture, (0, 0, 0), np.repeat(np.clip((rows - 0.8) * 4, 0, 0.75), width, axis=1))
    done = rng.uniform(0.1, 0.8)

    def paint(draw: ImageDraw, w: int, h: int) -> None:
        line = h // 14
        draw.rectangle((0, h * 0.2 - line, w, h * 0.2 + line), (200, 200, 200, 130))
        draw.rectangle((0, h * 0.2 - line, w * done, h * 0.2 + line), (230, 20, 30, 255))
        draw.ellipse((w * done - h * 0.18, h * 0.02, w * done + h * 0.18, h * 0.38), (230, 20, 30, 255))
        for x in (0.02, 0.055):
            draw.rectangle((w * x, h * 0.55, w * (x + 0.02), h), (255, 255, 255, 255))
        for x in (0.0, 0.035):
            draw.line((w * (0.93 + x), h * 0.58, w * (0.96 + x), h * 0.58), (255, 255, 255, 255), line)
            draw.line((w * (0.93 + x), h * 0.97, w * (0.96 + x), h * 0.97), (255, 255, 255, 255), line)

    bar = drawn(width * 0.92, width * 0.11, paint)
    result, box = stamp(result, bar, width * 0.04, height - width * 0.15)
    time = f"{rng.integers(0, 2)}:{rng.integers(10, 60)} / 2:{rng.integers(10, 40)}"
    text = lettering(time, WHITE, height=width * 0.03, style="Sans")
    return Attacked(stamp(result, text, width * 0.15, box.y + box.height * 0.62)[0])


def badge_of_an_app(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A rating, NEW or 4K in a coloured badge in an upper corner."""
    width = picture.shape[1]
    words = pick(rng, "★ 8.1", "NEW", "4K", "TOP 10", "HD")
    colour = [(220, 30, 40, 255), (245, 190, 30, 255), (20, 120, 220, 255)][int(rng.integers(3))]
    text = lettering(words, WHITE, height=width * 0.035)
    down, across = text.shape[:2]
    plate: Paint = lambda d, w, h: d.rounded_rectangle((0, 0, w - 1, h - 1), h // 5, colour)  # noqa: E731
    x = width * 0.03 if rng.random() < 0.5 else width * 0.97 - across - down
    result, box = stamp(picture, drawn(across + down, down * 2, plate), x, width * 0.03)
    return Attacked(stamp(result, text, box.x + down / 2, box.y + down / 2)[0], note=words)


def _by_hand(picture: Pixels, colour: Colour, points: np.ndarray, thick: float) -> Pixels:
    """A line of a shaky hand through the points."""
    mask = np.zeros(picture.shape[:2], np.uint8)
    line = np.round(points * 16).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(mask, [line], False, 255, max(2, round(thick)), cv2.LINE_AA, 4)
    return lay(picture, colour, mask / 255)


def circle_or_arrow_by_hand(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A red ring round something, or an arrow to it."""
    width, height = size_of(picture)
    middle = np.array([width, height]) * rng.uniform(0.3, 0.7, 2)
    colour: Colour = (235, 20, 25) if rng.random() < 0.7 else (255, 225, 0)
    thick = width * rng.uniform(0.011, 0.018)
    if rng.random() < 0.5:
        angles = np.linspace(0, 2 * np.pi * 1.08, 60)
        radius = width * rng.uniform(0.12, 0.2) * (1 + 0.06 * np.sin(angles * 1.4) + angles / 60)
        ring = middle + np.stack([np.cos(angles), np.sin(angles) * 0.8], 1) * radius[:, None]
        return Attacked(_by_hand(picture, colour, ring, thick), note="circle")
    angle, long = rng.uniform(0, 2 * np.pi), width * rng.uniform(0.2, 0.3)
    point: Callable[[float, float], np.ndarray] = lambda a, r: middle + r * np.array([np.cos(a), np.sin(a)])  # noqa: E731
    shaft = np.stack([point(angle + 0.35 * (1 - t), long * t) for t in np.linspace(1, 0, 20)])
    head = np.stack([point(angle + 0.75, long * 0.35), middle, point(angle - 0.2, long * 0.35)])
    return Attacked(_by_hand(_by_hand(picture, colour, shaft, thick), colour, head, thick), note="arrow")


def remark_of_a_fan(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A few words in outlined letters, slightly aslant."""
    width, height = size_of(picture)
    words = pick(rng, "best movie EVER!!", "i can't wait omg", "still crying :(", "so underrated", "10/10 !!!")
    colours: list[Colour] = [WHITE, (255, 235, 60), (255, 120, 190)]
    colour = colours[int(rng.integers(3))]
    style = pick(rng, "Sans-BoldOblique", "Sans-Bold", "Serif-BoldItalic")
    layer = lettering(words, colour, width=width * rng.uniform(0.45, 0.7), style=style, outline=(0, 0, 0))
    layer = turned(layer, rng.uniform(-10, 10))
    zone = Box(0, round(height * 0.08), width, round(height * 0.84))
    spot = calm_spot(picture, layer.shape[1], layer.shape[0], rng, zone)
    return Attacked(stamp(picture, layer, *spot)[0], note=words)
