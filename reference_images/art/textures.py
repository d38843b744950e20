"""What makes a flat surface look photographed or painted: noise, clouds, grain, stars, rain, rays, bokeh."""

import numpy as np
from PIL import Image, ImageDraw

from reference_images.art.canvas import Array, Canvas, Point, Size, blurred, drawn_mask, ramp, strokes
from reference_images.art.palette import Colour, gradient, rgb

Rng = np.random.Generator


def value_noise(rng: Rng, size: Size, cell: Point) -> Array:
    """Smooth noise about 0 with blobs of `cell` (x, y) pixels."""
    cells = (max(2, round(size[0] / cell[0]) + 2), max(2, round(size[1] / cell[1]) + 2))
    small = Image.fromarray(rng.standard_normal((cells[1], cells[0])).astype(np.float32))
    return np.asarray(small.resize(size, Image.Resampling.BICUBIC), np.float32)


def fractal(rng: Rng, size: Size, cell: Point, octaves: int = 5, gain: float = 0.55) -> Array:
    """Fractal noise in 0..1: octaves of value noise, each half as large and `gain` as strong."""
    total = np.zeros((size[1], size[0]), np.float32)
    for octave in range(octaves):
        if min(cell) / 2**octave < 1:
            break
        total += gain**octave * value_noise(rng, size, (cell[0] / 2**octave, cell[1] / 2**octave))
    low, high = np.percentile(total, (1, 99))
    return np.clip((total - low) / (high - low), 0, 1).astype(np.float32)


def ahead(noise: Array, dx: int, dy: int) -> Array:
    """The noise as it is dx pixels to the right and dy below: what a slope is measured against."""
    return np.pad(noise[dy:, dx:], ((0, dy), (0, dx)), mode="edge")


def clouds(
    canvas: Canvas, layer: str, light: Colour, dark: Colour, *, cover: float = 0.5, cell: Point = (260, 90)
) -> Array:
    """Lay lit clouds over the whole canvas and give their mask; `cover` is the share of sky they take."""
    noise = fractal(canvas.rng(layer), canvas.size, cell, 6)
    mask = ramp(noise, 1 - cover - 0.12, 1 - cover + 0.28)
    relief = np.clip(0.5 + 4.0 * (noise - ahead(noise, 5, 7)), 0, 1)
    canvas.lay(gradient(relief, [(0, dark), (1, light)]), mask)
    return mask


def brush(canvas: Canvas, layer: str, strength: float = 0.12, along: Point = (60, 3)) -> None:
    """Make paint look brushed: streaks of light and dark."""
    streaks = fractal(canvas.rng(layer), canvas.size, along, 3) - 0.5
    canvas.pixels = np.clip(canvas.pixels * (1 + strength * 2 * streaks[..., None]), 0, 1)


def mottle(canvas: Canvas, layer: str, strength: float = 0.15, cell: float = 40) -> None:
    """Uneven light and dirt, as on a wall or on old print."""
    noise = fractal(canvas.rng(layer), canvas.size, (cell, cell), 6) - 0.5
    canvas.pixels = np.clip(canvas.pixels * (1 + strength * 2 * noise[..., None]), 0, 1)


def grain(canvas: Canvas, amount: float = 0.017) -> None:
    """Film grain of two sizes."""
    rng = canvas.rng("grain")
    fine = rng.standard_normal(canvas.pixels.shape[:2]).astype(np.float32)
    coarse = value_noise(rng, canvas.size, (2.2, 2.2))
    canvas.pixels = np.clip(canvas.pixels + amount * (0.45 * fine + 0.8 * coarse)[..., None], 0, 1)


def vignette(canvas: Canvas, strength: float = 0.55) -> None:
    """Darker corners."""
    x, y = canvas.grid()
    radius = np.hypot(x / canvas.size[0] - 0.5, y / canvas.size[1] - 0.5)
    canvas.pixels *= 1 - strength * ramp(radius, 0.35, 0.78)[..., None]


def fog(canvas: Canvas, layer: str, colour: Colour, band: tuple[float, float, float], strength: float = 0.8) -> None:
    """Drifting fog in a band of rows (start, thickest, end)."""
    _, y = canvas.grid()
    top, middle, bottom = band
    share = np.minimum(ramp(y, top, middle), ramp(y, bottom, middle))
    canvas.lay(colour, share * strength * (0.35 + 0.65 * fractal(canvas.rng(layer), canvas.size, (220, 50), 5)))


def stars(canvas: Canvas, layer: str, count: int, *, below: float = 900, tint: Colour = "#ffffff") -> None:
    """Stars of many sizes above row `below`; the brightest have rays."""
    rng = canvas.rng(layer)
    xs, ys = rng.uniform(0, canvas.size[0], count), rng.uniform(0, below, count)
    sizes = 0.35 + 1.6 * rng.random(count) ** 5

    def draw(pencil: ImageDraw.ImageDraw, scale: float) -> None:
        for x, y, r in zip(xs, ys, sizes, strict=True):
            pencil.ellipse([(x - r) * scale, (y - r) * scale, (x + r) * scale, (y + r) * scale], fill=255)
            if r > 1.5:
                pencil.line([((x - 5 * r) * scale, y * scale), ((x + 5 * r) * scale, y * scale)], fill=120)
                pencil.line([(x * scale, (y - 5 * r) * scale), (x * scale, (y + 5 * r) * scale)], fill=120)

    mask = drawn_mask(canvas.size, draw)
    canvas.glow(tint, mask)
    canvas.glow(tint, 0.8 * blurred(mask, 3))


def rain(canvas: Canvas, layer: str, count: int, colour: Colour, slant: float = 0.12) -> None:
    """Streaks of rain, slanting by `slant` pixels a row."""
    rng = canvas.rng(layer)
    xs, ys = rng.uniform(-60, canvas.size[0] + 60, count), rng.uniform(-40, canvas.size[1], count)
    lengths = rng.uniform(12, 52, count)
    streaks = [([(x, y), (x - slant * n, y + n)], 0.7) for x, y, n in zip(xs, ys, lengths, strict=True)]
    canvas.glow(colour, 0.55 * strokes(canvas.size, streaks))


def rays(canvas: Canvas, layer: str, centre: Point, colour: Colour, strength: float = 0.5) -> None:
    """Shafts of light from a point."""
    x, y = canvas.grid()
    angle = np.arctan2(y - centre[1], x - centre[0])
    table = fractal(canvas.rng(layer), (256, 256), (7, 7), 3)  # read along a circle, so that the beams have no seam
    beam = table[(128 + 110 * np.sin(angle)).astype(int), (128 + 110 * np.cos(angle)).astype(int)]
    beam = blurred(beam, 1.2)
    falloff = np.exp(-np.hypot(x - centre[0], y - centre[1]) / 420)
    canvas.glow(colour, strength * ramp(beam, 0.45, 0.95) * falloff)


def halo(canvas: Canvas, centre: Point, radius: float, colour: Colour, strength: float = 0.9) -> None:
    """A soft round glow."""
    x, y = canvas.grid()
    distance = np.hypot(x - centre[0], y - centre[1]) / radius
    canvas.glow(colour, strength * np.exp(-(distance**2) * 1.6))


def bokeh(canvas: Canvas, layer: str, count: int, colours: list[Colour], rows: tuple[float, float]) -> None:
    """Discs of light out of focus between two rows."""
    rng = canvas.rng(layer)
    x, y = canvas.grid()
    for _ in range(count):
        cx, cy, radius = rng.uniform(0, canvas.size[0]), rng.uniform(*rows), rng.uniform(5, 24)
        distance = np.hypot(x - cx, y - cy)
        disc = ramp(distance, radius + 1, radius - 1) * (0.55 + 0.45 * (distance / radius) ** 2)
        canvas.glow(colours[int(rng.integers(len(colours)))], disc * rng.uniform(0.15, 0.6))


def specks(canvas: Canvas, layer: str, count: int, colour: Colour, rows: tuple[float, float] = (0, 900)) -> None:
    """Embers, snow, ash or dust: short soft dashes between two rows."""
    rng = canvas.rng(layer)
    lines = []
    for _ in range(count):
        x, y, turn = rng.uniform(0, canvas.size[0]), rng.uniform(*rows), rng.uniform(0, np.pi)
        reach, width = rng.uniform(0.5, 3.2), rng.uniform(0.8, 2.6)
        lines.append(([(x, y), (x + reach * np.cos(turn), y + reach * np.sin(turn))], width))
    mask = strokes(canvas.size, lines)
    canvas.lay(rgb(colour), mask * 0.9)
    canvas.glow(colour, blurred(mask, 4) * 0.7)


def halftone(canvas: Canvas, colour: Colour, pitch: float, amount: Array) -> None:
    """Printer's dots on a turned grid, as large as `amount` (0..1) says."""
    x, y = canvas.grid()
    u, v = (x + y) / pitch * np.pi / 1.414, (x - y) / pitch * np.pi / 1.414
    wave = 0.5 + 0.25 * (np.cos(u * 1.414) + np.cos(v * 1.414))
    canvas.lay(colour, ramp(wave - (1 - amount), -0.05, 0.05))
