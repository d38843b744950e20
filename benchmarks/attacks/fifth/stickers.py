"""Benign, the fifth set: emoji laid over a poster, one, many or in a reaction row; price tags, badges, scribbles."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fifth.emoji import MOODS, any_emoji, face, fire, heart, star, thumb
from benchmarks.attacks.fifth.layers import (
    SCREEN_BOLD,
    Layer,
    Pen,
    centred,
    curve,
    laid_on,
    lettered,
    over,
    rimmed,
    shadowed,
    turned,
)
from benchmarks.attacks.fifth.targets import kept_as
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.lettering import pick_among
from benchmarks.attacks.values import Attacked, OtherPosters

TAGS = ("-50%", "SALE", "ONLY 4.99", "9.99", "-30%", "2 FOR 1", "€ 12", "$7.99", "HOT DEAL", "-70%")
BADGES = ("LIVE", "HD", "4K", "NEW", "TOP 10", "FREE", "UHD", "TRENDING")
WHITE: Colour = (255, 255, 255)


def _dressed(layer: Layer, rng: np.random.Generator, *, outlined: bool) -> Layer:
    """Turned a little, with or without a white outline, with a shadow now and then."""
    wide = layer.shape[1]
    result = rimmed(layer, (255, 255, 255), wide * rng.uniform(0.03, 0.06)) if outlined else layer
    if rng.random() < 0.4:
        result = shadowed(result, wide * 0.03, 0.45)
    return turned(result, float(rng.uniform(-25, 25)))


def emoji_single(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: one emoji, 8 to 30 % of the width, anywhere."""
    width, height = size_of(picture)
    layer = _dressed(any_emoji(width * rng.uniform(0.08, 0.3), rng), rng, outlined=bool(rng.random() < 0.5))
    x, y = rng.uniform(0.12, 0.88) * width, rng.uniform(0.08, 0.92) * height
    return Attacked(centred(picture, layer, x, y), note="one", saved_as=kept_as(rng))


def emoji_scattered(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: three to nine emoji of all sizes, here and there."""
    width, height = size_of(picture)
    count, outlined = int(rng.integers(3, 10)), bool(rng.random() < 0.5)
    after = picture
    for _ in range(count):
        layer = _dressed(any_emoji(width * rng.uniform(0.06, 0.18), rng), rng, outlined=outlined)
        after = centred(after, layer, rng.uniform(0.06, 0.94) * width, rng.uniform(0.04, 0.96) * height)
    return Attacked(after, note=f"{count}", saved_as=kept_as(rng))


def reaction_row(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a row of four to six small emoji in a light or dark pill, as under a message, with a count at times."""
    width, height = size_of(picture)
    side, count = width * rng.uniform(0.07, 0.1), int(rng.integers(4, 7))
    shapes = [thumb(side), heart(side), fire(side), star(side), *(face(side, mood) for mood in MOODS[1:6])]
    chosen = [shapes[int(number)] for number in rng.permutation(len(shapes))[:count]]
    dark = bool(rng.random() < 0.4)
    ground: Colour = (36, 38, 44) if dark else (252, 252, 252)
    number = str(int(rng.integers(2, 900))) if rng.random() < 0.6 else ""
    wide = side * (1.15 * count + 0.6 + 0.5 * len(number))
    pill = Pen(wide, side * 1.5).box(0.0, 0.0, 1.0, side * 1.5 / wide, ground, side * 0.75 / wide).layer()
    row = shadowed(pill, side * 0.12, 0.4)
    x = max(0.0, min(width - row.shape[1], rng.uniform(0.0, 1.0) * (width - row.shape[1])))
    y = height * rng.uniform(0.05, 0.9)
    after = laid_on(picture, row, x, y)
    middle = y + row.shape[0] / 2
    left = x + (row.shape[1] - wide) / 2 + side * 0.35
    for position, layer in enumerate(chosen):
        after = laid_on(after, layer, left + side * 1.15 * position, middle - side / 2)
    if number:
        tone: Colour = (230, 230, 230) if dark else (90, 94, 102)
        letters = lettered(number, pick_among(rng, SCREEN_BOLD), tone, height=side * 0.45)
        after = laid_on(after, letters, left + side * 1.15 * count + side * 0.05, middle - letters.shape[0] / 2)
    return Attacked(after, note=f"{count}{' dark' if dark else ''}", saved_as=kept_as(rng))


def price_tag(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a shop's round, jagged or slanted sticker with a price or a discount, mostly near a corner."""
    width, height = size_of(picture)
    wide = width * rng.uniform(0.17, 0.3)
    tones: tuple[tuple[Colour, Colour], ...] = (
        ((226, 26, 44), (255, 255, 255)), ((255, 214, 10), (200, 10, 30)), ((20, 150, 80), (255, 255, 255)),
        ((255, 110, 20), (255, 255, 255)), ((20, 20, 24), (255, 220, 60)),
    )  # fmt: skip
    ground, ink = one_of(rng, tones)
    kind = str(rng.choice(("round", "jagged", "slip")))
    pen = Pen(wide, wide if kind != "slip" else wide * 0.5)
    if kind == "jagged":
        turn = np.linspace(0, 2 * np.pi, 37)[:-1]
        reach = np.where(np.arange(36) % 2, 0.42, 0.49)
        pen.shape(np.stack([0.5 + reach * np.cos(turn), 0.5 + reach * np.sin(turn)], axis=1), ground)
    elif kind == "round":
        pen.disc(0.5, 0.5, 0.49, (255, 255, 255)).disc(0.5, 0.5, 0.45, ground)
    else:
        pen.shape([(0.0, 0.25), (0.18, 0.02), (0.99, 0.02), (0.99, 0.48), (0.18, 0.48)], ground)
        pen.disc(0.14, 0.25, 0.035, (240, 240, 240))
    layer = pen.layer()
    letters = lettered(str(rng.choice(TAGS)), pick_among(rng, SCREEN_BOLD), ink, width=wide * 0.66, height=wide * 0.24)
    words = np.zeros_like(layer)
    x, y = round(wide * (0.56 if kind == "slip" else 0.5) - letters.shape[1] / 2), (len(layer) - len(letters)) // 2
    words[y : y + letters.shape[0], x : x + letters.shape[1]] = letters
    layer = turned(shadowed(over(layer, words), wide * 0.03, 0.5), float(rng.uniform(-18, 18)))
    x_share, y_share = rng.choice([0.16, 0.84]), rng.choice([0.13, 0.5, 0.87])
    after = centred(picture, layer, width * x_share, height * (y_share + rng.uniform(-0.03, 0.03)))
    return Attacked(after, note=kind, saved_as=kept_as(rng))


def app_badge(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: an app's LIVE, HD, 4K or NEW badge in a corner."""
    width, height = size_of(picture)
    words = str(rng.choice(BADGES))
    letters = lettered(words, pick_among(rng, SCREEN_BOLD), WHITE, height=max(7.0, width * rng.uniform(0.025, 0.045)))
    pad = round(letters.shape[0] * 0.55)
    lead = round(letters.shape[0] * 1.1) if words == "LIVE" else 0
    size = (letters.shape[1] + 2 * pad + lead, letters.shape[0] + 2 * pad)
    tones: tuple[Colour, ...] = ((228, 20, 34), (24, 26, 32), (20, 120, 230), (240, 130, 10))
    tone = tones[0] if words == "LIVE" else tones[int(rng.integers(4))]
    pen = Pen(*size).box(0, 0, 1, size[1] / size[0], tone, rng.uniform(0.02, 0.12))
    if lead:
        pen.disc((pad + lead * 0.35) / size[0], size[1] / size[0] / 2, letters.shape[0] * 0.4 / size[0], WHITE)
    layer = pen.layer()
    sign = np.zeros_like(layer)
    sign[pad : pad + letters.shape[0], pad + lead : pad + lead + letters.shape[1]] = letters
    x = float(rng.choice([0.04, 0.96])) * (width - size[0])
    y = float(rng.choice([0.03, 0.03, 0.97])) * (height - size[1])
    return Attacked(laid_on(picture, over(layer, sign), x, y), note=words, saved_as=kept_as(rng))


def scribbled_hint(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Benign: a hand-drawn circle round something and an arrow to it, or a neat red ring, as in clickbait."""
    width, height = size_of(picture)
    x, y = rng.uniform(0.25, 0.75) * width, rng.uniform(0.2, 0.8) * height
    across, down = rng.uniform(0.08, 0.2, 2) * width
    tones: tuple[Colour, ...] = ((235, 20, 30), (235, 20, 30), (255, 230, 0), (30, 220, 80), (255, 255, 255))
    tone, thick = one_of(rng, tones), rng.uniform(0.009, 0.018)
    neat = bool(rng.random() < 0.4)
    turn = np.linspace(0, 2 * np.pi if neat else rng.uniform(6.4, 11.5), 24)
    shake = 0.0 if neat else 0.09
    reach = 1 + rng.uniform(-shake, shake, 24)
    ring = np.stack(
        [x + (across if not neat else down) * reach * np.cos(turn), y + down * reach * np.sin(turn)], axis=1
    )
    pen = Pen(width, height).stroke(curve(ring / width, closed=False), tone, thick)
    if rng.random() < 0.6:
        side = 1 if x < width / 2 else -1
        tip = np.array([x + side * across * 1.25, y - down * 0.5])
        tail = tip + np.array([side * 0.22, -0.16]) * width
        bend = (tip + tail) / 2 + rng.uniform(-0.05, 0.05, 2) * width
        pen.stroke(curve(np.array([tail, bend, tip]) / width, closed=False), tone, thick)
        for hook in ((side * 0.075, -0.005), (side * 0.015, -0.075)):
            pen.stroke([tuple(tip / width), tuple(tip / width + hook)], tone, thick)
    return Attacked(laid_on(picture, pen.layer(), 0, 0), note="neat" if neat else "scribbled", saved_as=kept_as(rng))
