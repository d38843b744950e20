"""Edits: a grid of four posters, and large new things painted in."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, resize, shift_matrix, size_of
from benchmarks.attacks.seventeenth.edit_figures import filling
from benchmarks.attacks.seventeenth.ink import inside, luminance
from benchmarks.attacks.seventeenth.overlays import laid
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def grid_of_four(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """This poster and three others, two by two."""
    width, height = size_of(pixels)
    canvas, ours = np.zeros((2 * height, 2 * width, 3), np.uint8), int(rng.integers(4))
    parts = []
    for cell in range(4):
        box = Box(cell % 2 * width, cell // 2 * height, width, height)
        other = None if cell == ours else others.pick(rng)
        part_of(canvas, box)[:] = pixels if other is None else filling(other.pixels, width, height)
        parts.append(Part("" if other is None else other.name, box))
    factor = min(1.0, 1400 / (2 * width))
    canvas, scale = resize(canvas, round(2 * width * factor), round(2 * height * factor))
    parts = [Part(part.name, inside(part.box.scaled(factor, factor), canvas)) for part in parts]
    place = scale @ shift_matrix(ours % 2 * width, ours // 2 * height)
    return Attacked(canvas, tuple(part.box for part in parts if part.name), place=place, parts=tuple(parts))


def painted(
    pixels: Pixels, drawing: Image.Image, rng: np.random.Generator, share: float, low: float, name: str
) -> Attacked:
    """The drawing cut to its ink, so many shares of the poster wide, its middle at a height drawn round `low`."""
    ink = drawing.getchannel("A").point(lambda value: 255 if value > 90 else 0).getbbox()
    drawing = drawing.crop(ink)
    height, width = pixels.shape[:2]
    factor = min(width * share / drawing.width, height * 0.6 / drawing.height)
    wide, high = round(drawing.width * factor), round(drawing.height * factor)
    x = int(rng.integers(2, max(3, width - wide - 2)))
    y = min(max(2, round(height * (low + between(rng, -0.08, 0.08)) - high / 2)), height - high - 2)
    return Attacked(laid(pixels, drawing, x, y, (wide, high)), (Box(x, y, wide, high),), note=name)


def dark_at(pixels: Pixels, upper: float, lower: float) -> bool:
    """Whether a band of the poster is rather dark."""
    rows = pixels.shape[0]
    return luminance(np.median(pixels[int(upper * rows) : int(lower * rows)].reshape(-1, 3), axis=0)) < 128


def moon(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A moon with craters in the upper part."""
    image = Image.new("RGBA", (400, 400))
    draw = ImageDraw.Draw(image)
    pale = dark_at(pixels, 0.05, 0.45)
    disc, spot = ((245, 240, 215), (205, 198, 170)) if pale else ((170, 40, 30), (110, 20, 20))
    draw.ellipse((4, 4, 396, 396), fill=(*disc, 255))
    for x, y, reach in ((130, 120, 46), (260, 220, 60), (150, 280, 34), (280, 100, 26), (90, 210, 22)):
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=(*spot, 255))
    return painted(pixels, image.filter(ImageFilter.GaussianBlur(3)), rng, between(rng, 0.26, 0.42), 0.22, "moon")


def fire(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Flames from the foot."""
    image = Image.new("RGBA", (600, 420))
    draw = ImageDraw.Draw(image)
    for colour, tall in (((205, 35, 10), 400), ((250, 120, 15), 290), ((255, 225, 80), 170)):
        for x in range(40, 570, 62):
            high, lean = tall * between(rng, 0.65, 1.0), between(rng, -25, 25)
            tongue = (
                x - 60,
                420,
                x - 34,
                420 - high * 0.45,
                x + lean,
                420 - high,
                x + 36,
                420 - high * 0.4,
                x + 60,
                420,
            )
            draw.polygon(tongue, fill=(*colour, 255))
    return painted(pixels, image.filter(ImageFilter.GaussianBlur(4)), rng, between(rng, 0.55, 0.9), 0.78, "fire")


def sword(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A large sword, slanted."""
    image = Image.new("RGBA", (700, 700))
    draw = ImageDraw.Draw(image)
    dark = dark_at(pixels, 0.25, 0.75)
    light, shade, grip = (
        ((235, 240, 250), (165, 175, 190), (200, 150, 50)) if dark else ((70, 78, 92), (28, 32, 40), (120, 30, 20))
    )
    draw.polygon((350, 10, 385, 60, 385, 500, 350, 500), fill=light)
    draw.polygon((350, 10, 315, 60, 315, 500, 350, 500), fill=shade)
    draw.rounded_rectangle((225, 500, 475, 535), 14, fill=grip)
    draw.rectangle((330, 535, 370, 650), fill=(75, 45, 25))
    draw.ellipse((318, 640, 382, 695), fill=grip)
    turned = image.rotate(between(rng, 20, 55) * one_of(rng, (-1, 1)), Image.Resampling.BICUBIC, expand=True)
    return painted(pixels, turned, rng, between(rng, 0.45, 0.75), 0.5, "sword")


def car(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A car seen from the side, flat or in colour."""
    image = Image.new("RGBA", (640, 280))
    draw = ImageDraw.Draw(image)
    dark = dark_at(pixels, 0.55, 0.95)
    body = one_of(
        rng, ((250, 210, 40), (235, 60, 40), (235, 235, 240)) if dark else ((15, 15, 20), (140, 10, 20), (20, 50, 120))
    )
    draw.polygon((30, 150, 130, 140, 215, 60, 400, 55, 490, 135, 600, 150, 620, 215, 20, 215), fill=body)
    draw.polygon((165, 138, 228, 78, 300, 76, 300, 138), fill=(150, 190, 210))
    draw.polygon((316, 76, 390, 74, 450, 136, 316, 138), fill=(150, 190, 210))
    for x in (145, 490):
        draw.ellipse((x - 58, 160, x + 58, 276), fill=(20, 20, 22))
        draw.ellipse((x - 28, 190, x + 28, 246), fill=(180, 180, 185))
    return painted(pixels, image, rng, between(rng, 0.42, 0.7), 0.76, "car")
