"""Harmless: what players and phones lay over a picture."""

import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eighteenth import overlays, screens
from benchmarks.attacks.eighteenth.lettering import PLAIN, font
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.values import Attacked, OtherPosters

WHITE = (255, 255, 255, 235)


def over(pixels: Pixels) -> tuple[Image.Image, ImageDraw.ImageDraw, float]:
    """An empty sheet over the picture, its pen, and a hundredth of the picture's width."""
    sheet = Image.new("RGBA", size_of(pixels), (0, 0, 0, 0))
    return sheet, ImageDraw.Draw(sheet), size_of(pixels)[0] / 100


def merged(pixels: Pixels, sheet: Image.Image) -> Pixels:
    """The sheet laid on the picture."""
    whole = Image.fromarray(pixels).convert("RGBA")
    whole.alpha_composite(sheet)
    return np.asarray(whole.convert("RGB"))


def play_button(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The sign of a video, round, square or bare."""
    sheet, pen, unit = over(pixels)
    x, y, side = size_of(pixels)[0] / 2, size_of(pixels)[1] / 2, unit * between(rng, 7, 12)
    kind = one_of(rng, ("round", "box", "bare"))
    if kind == "round":
        pen.ellipse(
            (x - side, y - side, x + side, y + side), fill=(0, 0, 0, 140), outline=WHITE, width=max(2, int(unit))
        )
    elif kind == "box":
        pen.rounded_rectangle(
            (x - side * 1.3, y - side * 0.9, x + side * 1.3, y + side * 0.9), side * 0.3, (230, 20, 20, 240)
        )
    pen.polygon(
        [(x - side * 0.35, y - side * 0.5), (x - side * 0.35, y + side * 0.5), (x + side * 0.55, y)], fill=WHITE
    )
    return Attacked(merged(pixels, sheet), note=kind)


def video_player(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A paused player: shade at the foot, timeline, pause sign and time."""
    sheet, pen, unit = over(pixels)
    (width, height), at = size_of(pixels), between(rng, 0.1, 0.9)
    for row in range(round(unit * 22)):
        pen.line((0, height - row, width, height - row), fill=(0, 0, 0, int(170 * (1 - row / (unit * 22)))))
    line, colour = height - unit * 11, one_of(rng, ((255, 0, 0, 255), (229, 9, 20, 255), (40, 140, 255, 255), WHITE))
    pen.line((unit * 4, line, width - unit * 4, line), fill=(200, 200, 200, 150), width=max(2, int(unit)))
    end = unit * 4 + at * (width - unit * 8)
    pen.line((unit * 4, line, end, line), fill=colour, width=max(2, int(unit)))
    pen.ellipse((end - unit * 1.6, line - unit * 1.6, end + unit * 1.6, line + unit * 1.6), fill=colour)
    for left in (5.0, 7.4):
        pen.rectangle((unit * left, height - unit * 7, unit * (left + 1.4), height - unit * 2.6), fill=WHITE)
    time = f"{int(at * 98)}:{rng.integers(10, 60)} / 1:38:{rng.integers(10, 60)}"
    pen.text((unit * 12, height - unit * 6.8), time, font=font(PLAIN, max(9, round(unit * 3.4))), fill=WHITE)
    pen.rectangle(
        (width - unit * 9, height - unit * 7, width - unit * 4, height - unit * 3),
        outline=WHITE,
        width=max(1, int(unit * 0.6)),
    )
    return Attacked(merged(pixels, sheet), note=time)


def short_video_signs(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Heart, comments and share with their counts down the right side, an account and a line at the foot."""
    sheet, pen, unit = over(pixels)
    (width, height), step = size_of(pixels), unit * 15
    top = max(unit * 4, height - unit * 22 - 3 * step)
    for number, sign in enumerate("🤍💬🔁"):
        layer = Image.fromarray(overlays.emoji(sign, unit * 8))
        sheet.alpha_composite(layer, (round(width - unit * 12), round(top + number * step)))
        pen.text(
            (width - unit * 12, top + number * step + unit * 8.6),
            f"{rng.integers(2, 900)}K",
            font=font(PLAIN, max(8, round(unit * 2.6))),
            fill=WHITE,
        )
    pen.text(
        (unit * 4, height - unit * 15),
        "@" + screens.name_line(rng),
        font=font(PLAIN, max(9, round(unit * 3.8))),
        fill=WHITE,
    )
    pen.text(
        (unit * 4, height - unit * 9), "original sound  #fyp", font=font(PLAIN, max(9, round(unit * 3))), fill=WHITE
    )
    return Attacked(merged(pixels, sheet), note="right side")
