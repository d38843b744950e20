"""Harmless: something laid over the poster that is plainly not part of it."""

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.seventeenth import words
from benchmarks.attacks.seventeenth.ink import DARK, PAPER, PLAIN, any_face, ink_against, letters, on_size, stamp
from benchmarks.attacks.seventeenth.tone import to_pixels
from benchmarks.attacks.values import Attacked, OtherPosters

SHARP = 4  # how many times as large shapes are drawn before they are scaled


def laid(pixels: Pixels, drawing: Image.Image, x: int, y: int, size: tuple[int, int]) -> Pixels:
    """An RGBA drawing over the picture in a size, at a place."""
    base = Image.fromarray(pixels).convert("RGBA")
    layer = Image.new("RGBA", base.size)
    layer.paste(drawing.resize(size, Image.Resampling.LANCZOS), (x, y))
    return np.array(Image.alpha_composite(base, layer).convert("RGB"))


def heart_points(side: int) -> list[tuple[float, float]]:
    """A heart that fills a square."""
    turn = np.linspace(0, 2 * np.pi, 80)
    across = 16 * np.sin(turn) ** 3
    down = -(13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn))
    return list(zip((side * (0.5 + across / 36)).tolist(), (side * (0.47 + down / 36)).tolist(), strict=True))


def star_points(side: int, spikes: int = 5) -> list[tuple[float, float]]:
    """A star that fills a square."""
    turn = np.arange(2 * spikes) * np.pi / spikes - np.pi / 2
    reach = np.where(np.arange(2 * spikes) % 2 == 0, 0.48, 0.21) * side
    return list(
        zip((side / 2 + reach * np.cos(turn)).tolist(), (side / 2 + reach * np.sin(turn)).tolist(), strict=True)
    )


def spot_for(pixels: Pixels, rng: np.random.Generator, wide: int, high: int) -> tuple[int, int]:
    """Anywhere the thing is wholly on the poster."""
    height, width = pixels.shape[:2]
    return int(rng.integers(2, max(3, width - wide - 2))), int(rng.integers(2, max(3, height - high - 2)))


def sticker(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A smiley, a heart or a star."""
    kind = one_of(rng, ("smiley", "heart", "star"))
    side = round(min(pixels.shape[:2]) * between(rng, 0.13, 0.26))
    raw = side * SHARP
    image = Image.new("RGBA", (raw, raw))
    draw = ImageDraw.Draw(image)
    pen = max(2, raw // 40)
    if kind == "smiley":
        draw.ellipse((pen, pen, raw - pen, raw - pen), fill=(255, 205, 40, 255), outline=(190, 130, 0, 255), width=pen)
        for eye in (0.34, 0.66):
            box = (raw * (eye - 0.06), raw * 0.28, raw * (eye + 0.06), raw * 0.46)
            draw.ellipse(box, fill=(70, 45, 10, 255))
        draw.chord((raw * 0.25, raw * 0.38, raw * 0.75, raw * 0.82), 0, 180, fill=(110, 40, 20, 255))
    else:
        points = heart_points(raw) if kind == "heart" else star_points(raw)
        fill = (
            one_of(rng, ((235, 30, 60), (255, 90, 160)))
            if kind == "heart"
            else one_of(rng, ((255, 200, 0), (60, 160, 255)))
        )
        draw.polygon(points, fill=(*fill, 255))
        draw.line([*points, points[0]], fill=(*PAPER, 255), width=2 * pen, joint="curve")
    image = image.rotate(between(rng, -20, 20), Image.Resampling.BICUBIC)
    return Attacked(laid(pixels, image, *spot_for(pixels, rng, side, side), (side, side)), note=kind)


def speech_bubble(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bubble with a short remark."""
    wide = round(pixels.shape[1] * between(rng, 0.28, 0.42))
    high = round(wide * 0.58)
    raw, deep = wide * SHARP, high * SHARP
    image = Image.new("RGBA", (raw, deep))
    draw = ImageDraw.Draw(image)
    pen = max(3, raw // 70)
    draw.polygon(
        (raw * 0.25, deep * 0.6, raw * 0.45, deep * 0.6, raw * 0.2, deep - pen), fill=PAPER, outline=DARK, width=pen
    )
    draw.ellipse((pen, pen, raw - pen, deep * 0.8), fill=PAPER, outline=DARK, width=pen)
    draw.polygon((raw * 0.27, deep * 0.58, raw * 0.43, deep * 0.58, raw * 0.3, deep * 0.78), fill=PAPER)
    remark = one_of(rng, words.REMARKS)
    x, y = spot_for(pixels, rng, wide, high)
    covered = laid(pixels, image, x, y, (wide, high))
    mask = letters(remark, any_face(rng), wide * 0.66, high * 0.26)
    place = x + (wide - mask.shape[1]) // 2, y + round(high * 0.4) - mask.shape[0] // 2
    return Attacked(stamp(covered, mask, *place, DARK)[0], note=remark)


def watermark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A site's name, half transparent, once and large."""
    height, width = pixels.shape[:2]
    text = one_of(rng, words.SITES)
    mask = letters(text, any_face(rng), width * between(rng, 0.5, 0.8), height * 0.12)
    angle = one_of(rng, (0.0, between(rng, 20, 40)))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    y = round(height * (0.5 if angle else between(rng, 0.15, 0.8)))
    full = on_size(mask, (width - mask.shape[1]) // 2, y, pixels)
    full = np.asarray(cv2.warpAffine(full, turn, (width, height)), np.float32)
    strength = between(rng, 0.3, 0.5)
    colour, _ = ink_against(pixels[full > 0.3], rng, PAPER)
    return Attacked(stamp(pixels, full, 0, 0, colour, None, strength)[0], note=f"{text} {strength:.2f}")


def tiled_watermark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The same all over, slanted and small."""
    height, width = pixels.shape[:2]
    text = one_of(rng, words.SITES)
    mask = letters(text, one_of(rng, PLAIN), width * between(rng, 0.2, 0.3), height * 0.06)
    side = round(1.5 * max(height, width))
    cell = np.pad(mask, ((0, round(width * between(rng, 0.1, 0.2))), (0, round(width * 0.08))))
    sheet = np.tile(cell, (side // cell.shape[0] + 1, side // cell.shape[1] + 1))
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), between(rng, 20, 40), 1)
    full = np.asarray(cv2.warpAffine(sheet, turn, (side, side)), np.float32)
    full = full[(side - height) // 2 :, (side - width) // 2 :][:height, :width]
    strength = between(rng, 0.25, 0.4)
    return Attacked(
        stamp(pixels, full, 0, 0, (40, 40, 40) if pixels.mean() > 140 else PAPER, None, strength)[0], note=text
    )


def handle(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A user's or a site's name, small in a corner."""
    height, width = pixels.shape[:2]
    text = one_of(rng, words.HANDLES)
    mask = letters(text, any_face(rng), width * between(rng, 0.24, 0.38), height * 0.03)
    edge = round(width * 0.025)
    x = one_of(rng, (edge, width - mask.shape[1] - edge))
    y = one_of(rng, (edge, height - mask.shape[0] - edge))
    colour, rim = ink_against(pixels[y : y + mask.shape[0], x : x + mask.shape[1]], rng, PAPER)
    return Attacked(stamp(pixels, mask, x, y, colour, rim)[0], note=text)


def caption_bar(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A bar across the picture with a remark, as stories have them."""
    height, width = pixels.shape[:2]
    text = one_of(rng, words.CAPTIONS)
    mask = letters(text, one_of(rng, PLAIN), width * 0.84, height * 0.035)
    high = round(mask.shape[0] * between(rng, 2.0, 2.8))
    y = round((height - high) * between(rng, 0.1, 0.9))
    ground, ink = one_of(rng, ((DARK, PAPER), (PAPER, DARK)))
    bar = pixels.astype(np.float32)
    strength = between(rng, 0.6, 1.0)
    bar[y : y + high] = bar[y : y + high] * (1 - strength) + np.asarray(ground, np.float32) * strength
    place = (width - mask.shape[1]) // 2, y + (high - mask.shape[0]) // 2
    return Attacked(stamp(to_pixels(bar), mask, *place, ink)[0], note=text)


def meme_remark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """White capitals with a black rim over the picture, top or bottom."""
    height, width = pixels.shape[:2]
    text = one_of(rng, words.CAPTIONS).upper()
    parts = text.split(" ")
    text = " ".join(parts[: (len(parts) + 1) // 2]) + "\n" + " ".join(parts[(len(parts) + 1) // 2 :])
    mask = letters(text, any_face(rng), width * between(rng, 0.7, 0.9), height * 0.13)
    y = round(height * 0.04) if rng.random() < 0.5 else round(height * 0.95) - mask.shape[0]
    return Attacked(stamp(pixels, mask, (width - mask.shape[1]) // 2, y, PAPER, DARK)[0], note=text)
