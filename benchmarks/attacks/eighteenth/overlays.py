"""Harmless: stickers, captions, watermarks and players' signs over the poster."""

import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eighteenth import words
from benchmarks.attacks.eighteenth.lettering import (
    APP_FACES,
    BOLD,
    RUBIK,
    TITLE_FACES,
    Layer,
    fitted_mask,
    font,
    inked,
    lay,
    lay_middle,
    stacked,
    turned,
    write,
)  # fmt: skip
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.values import Attacked, OtherPosters

EMOJI = "😂😍🔥😭🤩😱🥰👀💯👏🍿🎬🙌😎💀✨💖⭐"


def emoji(sign: str, side: float) -> Layer:
    """A colour emoji as a layer so high; a yellow face where the machine has none."""
    image = Image.new("RGBA", (160, 160), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.text((12, 12), sign, font=font("NotoColorEmoji.ttf", 109), fill="white", embedded_color=True)
    image = image.crop(image.getbbox())
    return np.asarray(image.resize((round(side), round(side)), Image.Resampling.LANCZOS))


def anywhere(rng: np.random.Generator, pixels: Pixels) -> tuple[float, float]:
    """A point well inside."""
    width, height = size_of(pixels)
    return width * between(rng, 0.16, 0.84), height * between(rng, 0.12, 0.88)


def emoji_stickers(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One to four emoji, as dragged onto a story."""
    made, count = pixels, int(rng.integers(1, 5))
    for sign in rng.choice(list(EMOJI), count, replace=False):
        side = size_of(pixels)[0] * between(rng, 0.09, 0.2)
        made, _ = lay_middle(made, turned(emoji(str(sign), side), between(rng, -25, 25)), *anywhere(rng, pixels))
    return Attacked(made, note=f"{count} emoji")


def drawn_sticker(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A flat sticker with a white cut edge: heart, star or flower."""
    kind, image, turn = (
        one_of(rng, ("heart", "star", "flower")),
        Image.new("L", (240, 240), 0),
        np.linspace(0, 6.283, 120),
    )
    reach = 70 + 32 * np.sign(np.cos(5 * turn)) if kind == "star" else 80 + 22 * np.cos(6 * turn)
    across, down = reach * np.sin(turn), -reach * np.cos(turn)
    if kind == "heart":
        across = 90 * np.sin(turn) ** 3
        down = -5.6 * (13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn))
    ImageDraw.Draw(image).polygon(
        [(float(x) + 120, float(y) + 116) for x, y in zip(across, down, strict=True)], fill=255
    )
    ink = one_of(rng, ((235, 52, 86), (255, 204, 40), (92, 200, 120), (90, 140, 250), (250, 130, 200)))
    wide = round(size_of(pixels)[0] * between(rng, 0.14, 0.26))
    layer = Image.fromarray(inked(np.asarray(image), ink, (255, 255, 255), 9)).resize(
        (wide, wide), Image.Resampling.LANCZOS
    )
    made, _ = lay_middle(pixels, turned(np.asarray(layer), between(rng, -20, 20)), *anywhere(rng, pixels))
    return Attacked(made, note=kind)


def plated(mask: np.ndarray, ink: tuple[int, int, int], plate: tuple[int, int, int, int], corner: float) -> Layer:
    """Lettering on a plate with rounded corners. corner: in heights of the plate."""
    high = mask.shape[0]
    image = Image.new("RGBA", (mask.shape[1] + round(high * 1.4), round(high * 2)), (0, 0, 0, 0))
    ImageDraw.Draw(image).rounded_rectangle(
        (0, 0, image.width - 1, image.height - 1), corner * image.height, fill=plate
    )
    image.alpha_composite(Image.fromarray(inked(mask, ink)), (round(high * 0.7), round(high * 0.5)))
    return np.asarray(image)


def speech_bubble(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bubble with a short remark."""
    width, text = size_of(pixels)[0], one_of(rng, words.REMARKS)
    mask = fitted_mask(text, one_of(rng, APP_FACES), (width * 0.34, width * between(rng, 0.035, 0.055)))
    fill = one_of(rng, ((255, 255, 255), (10, 132, 255), (52, 199, 89), (255, 236, 150)))
    ink = (255, 255, 255) if fill[0] < 99 else (20, 20, 20)
    bubble = Image.fromarray(plated(mask, ink, (*fill, 255), 0.5))
    image = Image.new("RGBA", (bubble.width, round(bubble.height * 1.3)), (0, 0, 0, 0))
    at, foot = bubble.width * between(rng, 0.25, 0.6), bubble.height
    points = [(at, foot * 0.8), (at + foot * 0.45, foot * 0.8), (at - foot * 0.05, foot * 1.28)]
    ImageDraw.Draw(image).polygon(points, fill=(*fill, 255))
    image.alpha_composite(bubble)
    made, _ = lay_middle(pixels, np.asarray(image), *anywhere(rng, pixels))
    return Attacked(made, note=text)


def watermark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A site's name, half seen through: once across, or tiled aslant."""
    (width, height), text, tiled = size_of(pixels), one_of(rng, words.SITES), bool(rng.random() < 0.5)
    face, ink, opacity = one_of(rng, TITLE_FACES), one_of(rng, ((255, 255, 255), (0, 0, 0))), between(rng, 0.3, 0.55)
    high = width * (between(rng, 0.022, 0.035) if tiled else between(rng, 0.05, 0.09))
    word = inked(fitted_mask(text, face, (width * (0.3 if tiled else 0.8), high)), ink)
    layer = turned(word, one_of(rng, (0, 20, 30, 45)) if not tiled else one_of(rng, (0, 30)))
    if not tiled:
        made, _ = lay_middle(pixels, layer, width / 2, height * between(rng, 0.3, 0.7), opacity)
        return Attacked(made, note=f"once {opacity:.2f}")
    sheet = np.zeros((height, width, 4), np.uint8)
    down, across = round(layer.shape[0] + width * 0.1), round(layer.shape[1] + width * 0.06)
    for row, top in enumerate(range(0, height, down)):
        for left in range(-across // 2 * (row % 2), width, across):
            cut = layer[: height - top, max(0, -left) : width - left]
            sheet[top : top + cut.shape[0], max(0, left) : max(0, left) + cut.shape[1]] = cut
    made, _ = lay(pixels, sheet, 0, 0, opacity)
    return Attacked(made, note=f"tiled {opacity:.2f}")


def corner_handle(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An account or address small in a corner."""
    (width, height), text = size_of(pixels), one_of(rng, words.HANDLES)
    mask = fitted_mask(text, one_of(rng, APP_FACES), (width * 0.32, width * between(rng, 0.022, 0.034)))
    x, y = one_of(rng, (0.04, 0.96)) * width, one_of(rng, (0.025, 0.975)) * height
    made, _ = write(
        pixels, mask, (min(max(x, mask.shape[1] / 2 + width * 0.02), width * 0.98 - mask.shape[1] / 2), y), rng
    )
    return Attacked(made, note=text)


def caption(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A remark over the picture: a dark strip across, a plate behind the words, or outlined capitals of a meme."""
    (width, height), text = size_of(pixels), one_of(rng, words.CAPTIONS)
    kind, face = one_of(rng, ("strip", "plate", "meme")), one_of(rng, (RUBIK, BOLD, "DejaVuSansCondensed-Bold.ttf"))
    y = height * one_of(rng, (0.08, 0.3, 0.55, 0.72, 0.92))
    if kind == "meme":
        parts = text.upper().split()
        halves = [" ".join(part) for part in (parts[: len(parts) // 2 + 1], parts[len(parts) // 2 + 1 :]) if part]
        masks = [fitted_mask(half, face, (width * 0.9, width * 0.065)) for half in halves]
        layer = inked(stacked(masks, 0.4), (255, 255, 255), (0, 0, 0), max(2, round(width * 0.006)))
    elif kind == "plate":
        colours = one_of(rng, (((20, 20, 20), (255, 255, 255, 255)), ((255, 255, 255), (0, 0, 0, 255))))
        layer = plated(fitted_mask(text, face, (width * 0.78, width * 0.04)), *colours, 0.25)
    else:
        mask = fitted_mask(text, face, (width * 0.88, width * 0.042))
        strip = Image.new("RGBA", (width, round(mask.shape[0] * 2.2)), (0, 0, 0, 150))
        strip.alpha_composite(
            Image.fromarray(inked(mask, (255, 255, 255))), ((width - mask.shape[1]) // 2, mask.shape[0] // 2)
        )
        layer = np.asarray(strip)
    made, _ = lay_middle(pixels, layer, width / 2, y)
    return Attacked(made, note=f"{kind}: {text}")
