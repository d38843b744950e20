"""Places: skies, mountains, seas, woods, cities, and what stands in them."""

import numpy as np

from reference_images.art.canvas import Array, Canvas, Point, Size, blurred, polygons, ramp, strokes
from reference_images.art.palette import Colour, Stops, gradient, rgb
from reference_images.art.textures import Rng, ahead, fractal, value_noise


def sky(canvas: Canvas, stops: Stops) -> None:
    """A gradient from top (0) to bottom (1), with faint bands of haze."""
    _, y = canvas.grid()
    haze = 0.03 * (fractal(canvas.rng("haze"), canvas.size, (400, 40), 3) - 0.5)
    canvas.lay(gradient(y / canvas.size[1] + haze, stops))


def ridge(rng: Rng, size: Size, base: float, height: float, *, cell: float = 240, octaves: int = 6) -> Array:
    """The rows (one a column) of a mountain line that rises up to `height` above `base`."""
    line = fractal(rng, (size[0], 2), (cell, cell * 4), octaves, 0.5)[0]
    return base - height * line


def under(canvas: Canvas, line: Array) -> Array:
    """The mask below a line given as one row for each column."""
    _, y = canvas.grid()
    return np.clip(y - line[None, :] + 0.5, 0, 1)


def mountains(
    canvas: Canvas,
    layer: str,
    line: Array,
    light: Colour,
    dark: Colour,
    *,
    snow: float = 0.0,
    cell: float = 70,
    rough: float = 1.0,
) -> Array:
    """Rock (less rough: earth) below a line, lit from the left, with `snow` pixels of snow on top; gives the mask."""
    mask = under(canvas, line)
    noise = fractal(canvas.rng(layer), canvas.size, (cell, cell * 1.5), 6, 0.5)
    folds = np.abs(noise - 0.5) * 2
    relief = np.clip(0.5 + 7 * rough * (folds - ahead(folds, 4, 2)), 0, 1)
    canvas.lay(gradient(relief, [(0, dark), (1, light)]), mask)
    if snow:
        _, y = canvas.grid()
        cover = ramp(y - line[None, :] + 60 * (noise - 0.5), snow, snow * 0.45) * mask
        canvas.lay(gradient(relief, [(0, "#6f86ab"), (1, "#f4f8ff")]), cover * 0.9)
    return mask


def sea(
    canvas: Canvas, layer: str, horizon: float, near: Colour, far: Colour, *, glint: Colour, path: float | None = None
) -> None:
    """Waves in perspective below the horizon; `path` is the column of the light's road on the water."""
    x, y = canvas.grid()
    depth = np.clip(y - horizon, 0.5, None)
    rng = canvas.rng(layer)
    table = value_noise(rng, (1024, 1024), (5, 5)) + 0.7 * value_noise(rng, (1024, 1024), (14, 11))
    distance = 2600 / (depth + 12)
    column = ((x - canvas.size[0] / 2) * distance / 22 + 512).astype(int) % 1024
    row = (distance * 21.0).astype(int) % 1024
    wave = table[row, column]
    share = ramp(depth, 0, canvas.size[1] - horizon)
    colour = gradient(share, [(0, far), (1, near)]) * np.clip(1 + 0.22 * wave, 0.4, 1.8)[..., None]
    below = (y > horizon).astype(np.float32)
    canvas.lay(colour, below)
    spread = 14 + depth * 0.32
    road = np.exp(-(((x - path) / spread) ** 2)) if path is not None else np.full_like(x, 0.25)
    canvas.glow(glint, below * ramp(wave, 0.5, 1.5) * road)


def conifers(
    canvas: Canvas, layer: str, base: Array, height: tuple[float, float], colour: Colour, *, gap: float = 14
) -> Array:
    """A row of firs along a line (one row for each column)."""
    rng = canvas.rng(layer)
    shapes: list[list[Point]] = []
    x = -20.0
    while x < canvas.size[0] + 20:
        tall = rng.uniform(*height)
        foot = float(base[int(np.clip(x, 0, canvas.size[0] - 1))]) + 6
        left, right = [], []
        steps = int(6 + tall / 9)
        for step in range(steps + 1):
            share = step / steps
            reach = tall * 0.2 * share * rng.uniform(0.75, 1.15)
            row = foot - tall * (1 - share)
            left += [(x - reach, row), (x - reach * 0.45, row)]
            right += [(x + reach * rng.uniform(0.8, 1.1), row), (x + reach * 0.45, row)]
        shapes.append([*left, *reversed(right)])
        x += rng.uniform(0.5, 1.5) * gap
    mask = polygons(canvas.size, *shapes)
    tone = fractal(canvas.rng(layer + " tone"), canvas.size, (6, 9), 3)
    canvas.lay(rgb(colour) * (0.6 + 0.8 * tone[..., None]), np.maximum(mask, under(canvas, base)))
    return mask


def bare_tree(
    rng: Rng, foot: Point, height: float, lean: float = 0.0, depth: int = 7
) -> list[tuple[list[Point], float]]:
    """Branches of a leafless tree as lines with widths."""
    lines: list[tuple[list[Point], float]] = []

    def grow(at: Point, angle: float, length: float, width: float, level: int) -> None:
        bend = angle + rng.normal(0, 0.12)
        middle = (at[0] + np.sin(angle) * length / 2, at[1] - np.cos(angle) * length / 2)
        end = (float(middle[0] + np.sin(bend) * length / 2), float(middle[1] - np.cos(bend) * length / 2))
        lines.append(([at, (float(middle[0]), float(middle[1])), end], width))
        if level:
            for side in (-1, 1):
                turn = bend + side * rng.uniform(0.22, 0.62)
                grow(end, turn, length * rng.uniform(0.62, 0.85), width * 0.66, level - 1)

    grow(foot, lean, height * 0.3, height * 0.055, depth)
    return lines


def leafy_tree(canvas: Canvas, layer: str, foot: Point, height: float, light: Colour, dark: Colour) -> None:
    """A tree with a crown of dabbed leaves, lit from the upper left."""
    rng = canvas.rng(layer)
    canvas.lay("#2a1a14", strokes(canvas.size, bare_tree(rng, foot, height * 0.8, depth=4)))
    count = int(height * 3.2)
    angle, reach = rng.uniform(0, 2 * np.pi, count), np.sqrt(rng.random(count))
    xs = foot[0] + height * 0.36 * reach * np.cos(angle)
    ys = foot[1] - height * 0.7 + height * 0.3 * reach * np.sin(angle)
    tone = np.clip(
        0.5 - (xs - foot[0]) / height - (ys - foot[1] + height * 0.7) / height * 1.4 + rng.normal(0, 0.16, count), 0, 1
    )
    for level in range(4):
        chosen = (tone * 4).astype(int).clip(0, 3) == level
        dabs = [
            ([(x, y), (x + 3, y + 2)], float(rng.uniform(3, 6))) for x, y in zip(xs[chosen], ys[chosen], strict=True)
        ]
        canvas.lay(gradient(np.float32(level / 3), [(0, dark), (1, light)]), strokes(canvas.size, dabs))


def skyline(
    canvas: Canvas, layer: str, base: float, height: float, colour: Colour, *, windows: list[Colour], lit: float = 0.35
) -> Array:
    """Towers with lit windows standing on row `base`; gives their mask."""
    rng = canvas.rng(layer)
    towers: list[list[Point]] = []
    panes: dict[Colour, list[list[Point]]] = {paint: [] for paint in windows}
    x = -10.0
    while x < canvas.size[0]:
        wide, tall = rng.uniform(26, 62), height * rng.uniform(0.35, 1.0) ** 1.3
        top = base - tall
        towers.append([(x, base), (x, top), (x + wide, top), (x + wide, base)])
        crown = int(rng.integers(4))
        if crown == 0:
            towers.append([(x + wide * 0.48, top), (x + wide * 0.5, top - tall * 0.3), (x + wide * 0.53, top)])
        elif crown == 1:
            towers.append(
                [(x + wide * 0.2, top), (x + wide * 0.2, top - 14), (x + wide * 0.8, top - 14), (x + wide * 0.8, top)]
            )
        elif crown == 2:
            towers.append([(x, top), (x + wide / 2, top - wide * 0.7), (x + wide, top)])
        for row in np.arange(top + 8, base - 6, 9):
            for column in np.arange(x + 4, x + wide - 5, 7):
                if rng.random() < lit:
                    pane = [(column, row), (column + 3.6, row), (column + 3.6, row + 5), (column, row + 5)]
                    panes[windows[int(rng.integers(len(windows)))]].append(pane)
        x += wide + rng.uniform(-8, 6)
    mask = polygons(canvas.size, *towers)
    _, y = canvas.grid()
    canvas.lay(rgb(colour) * (0.75 + 0.5 * ramp(y, base - height, base))[..., None], mask)
    for paint, shapes in panes.items():
        glass = polygons(canvas.size, *shapes)
        canvas.lay(paint, glass * 0.9)
        canvas.glow(paint, blurred(glass, 3) * 0.6)
    return mask


def disc(canvas: Canvas, centre: Point, radius: float) -> Array:
    """A round mask with a soft pixel at its edge."""
    x, y = canvas.grid()
    return ramp(np.hypot(x - centre[0], y - centre[1]), radius + 1, radius - 1)


def planet(
    canvas: Canvas,
    layer: str,
    centre: Point,
    radius: float,
    colours: Stops,
    *,
    light: Point = (-0.7, -0.5),
    bands: float = 0.5,
) -> Array:
    """A lit ball with banded or blotchy weather."""
    x, y = canvas.grid()
    u, v = (x - centre[0]) / radius, (y - centre[1]) / radius
    depth = np.sqrt(np.clip(1 - u**2 - v**2, 0, 1))
    blotch = fractal(canvas.rng(layer), canvas.size, (radius * 0.9, radius * (0.9 - 0.7 * bands)), 6)
    band = 0.5 + 0.5 * np.sin((v + 0.16 * (blotch - 0.5)) * 17)
    colour = gradient(np.clip((1 - bands) * blotch + bands * (0.6 * band + 0.4 * blotch), 0, 1), colours)
    day = np.clip(u * light[0] + v * light[1] + depth * 0.45, 0.02, 1)
    mask = disc(canvas, centre, radius)
    canvas.lay(colour * day[..., None], mask)
    return mask


def grass(
    canvas: Canvas, layer: str, rows: tuple[float, float], count: int, colours: list[Colour], length: float = 26
) -> None:
    """Blades of grass, the nearer the longer."""
    rng = canvas.rng(layer)
    for paint in colours:
        blades = []
        for _ in range(count // len(colours)):
            share = rng.random() ** 0.7
            x, y = rng.uniform(-10, canvas.size[0] + 10), rows[0] + (rows[1] - rows[0]) * share
            tall, lean = length * (0.25 + share) * rng.uniform(0.5, 1.2), rng.normal(0, 0.3)
            blades.append(
                ([(x, y), (x + lean * tall * 0.4, y - tall * 0.6), (x + lean * tall, y - tall)], 0.7 + 1.1 * share)
            )
        canvas.lay(paint, strokes(canvas.size, blades))
