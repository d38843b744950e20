"""People: painted busts in clothes, and small figures seen from afar as silhouettes with light on their edges."""

from dataclasses import dataclass

import numpy as np

from reference_images.art.canvas import (
    Array,
    Canvas,
    Point,
    Size,
    blurred,
    mirrored,
    moved,
    polygons,
    ramp,
    rim,
    smooth,
    strokes,
)
from reference_images.art.faces import Face, head
from reference_images.art.palette import Colour, rgb
from reference_images.art.textures import fractal

_NECK = [(0.34, 0.2), (0.36, 0.9), (0.42, 1.25), (0.62, 1.5), (0.5, 2.2)]
_SHOULDERS = [(0.3, 1.3), (0.75, 1.42), (1.3, 1.62), (1.62, 2.0), (1.75, 2.7), (1.85, 4.2), (1.9, 7.5)]
_LAPEL = [(0.1, 2.9), (0.42, 1.28), (0.72, 1.4), (0.86, 1.95), (0.66, 2.1), (0.74, 2.25), (0.2, 3.3)]


@dataclass(frozen=True, slots=True)
class Clothes:
    """What a bust wears. neckline: how far below the chin the skin shows, in half head heights."""

    cloth: Colour = "#20263a"
    inner: Colour | None = None
    neckline: float = 0.45
    lapels: bool = False
    weave: float = 0.22


def bust(canvas: Canvas, face: Face, at: Point, radius: int, clothes: Clothes) -> Array:
    """Paint head and shoulders with the face's middle at `at`; gives the mask of the body."""
    size = canvas.size
    body = polygons(size, smooth(moved(mirrored(_SHOULDERS), at, radius)))
    neck = polygons(size, smooth(moved(mirrored(_NECK), at, radius)))
    x, y = canvas.grid()
    u, v = (x - at[0]) / radius, (y - at[1]) / radius
    side = np.sign(face.light[0])
    _cloth(canvas, face, clothes, (u, v), body)
    scoop = ramp(np.hypot(u / (0.5 + clothes.neckline * 0.35), (v - 1.2) / (clothes.neckline + 0.05)), 1.03, 0.97)
    skin = rgb(face.skin) * np.clip(0.5 + 0.75 * u * side + 0.25 * np.cos(u * 2.4), 0.1, 1)[..., None] * rgb(face.key)
    skin = skin + rgb(face.fill) * np.clip(-u * side, 0, 1)[..., None] * 0.35
    chin = ramp(np.hypot(u / 0.75, (v - 0.75) / 0.62), 1.25, 0.75)
    canvas.lay(skin * (1 - 0.62 * chin[..., None]), np.maximum(neck * (v < 1.35), scoop * np.maximum(neck, body)))
    if clothes.inner:
        collar = [(0.05, 2.6), (0.28, 1.2), (0.5, 1.12), (0.62, 1.5)]
        canvas.lay(
            clothes.inner, polygons(size, *(moved([(s * a, b) for a, b in collar], at, radius) for s in (-1, 1)))
        )
    if clothes.lapels:
        _lapels(canvas, face, clothes, at, radius)
    head(face, radius).put(canvas, round(at[0] - 2 * radius), round(at[1] - 2 * radius))
    return np.maximum(body, neck)


def _cloth(canvas: Canvas, face: Face, clothes: Clothes, place: tuple[Array, Array], body: Array) -> None:
    u, v = place
    side = np.sign(face.light[0])
    folds = fractal(np.random.default_rng(face.seed + 5), canvas.size, (26, 110), 5)
    light = np.clip(0.55 + 0.3 * u * side - 0.12 * (v - 1.6), 0.15, 1.2) * (
        1 - clothes.weave + 2 * clothes.weave * folds
    )
    canvas.lay(rgb(clothes.cloth) * light[..., None], body)
    canvas.glow(face.key, 0.45 * rim(body, int(7 * side), -4))
    canvas.glow(face.edge, 0.5 * rim(body, int(-5 * side), -3))


def _lapels(canvas: Canvas, face: Face, clothes: Clothes, at: Point, radius: int) -> None:
    for s in (-1, 1):
        mask = polygons(canvas.size, moved([(s * a, b) for a, b in _LAPEL], at, radius))
        canvas.shade("#000000", 0.5 * blurred(mask, 6))
        share = 1.25 if s * face.light[0] > 0 else 0.6
        canvas.lay(np.clip(rgb(clothes.cloth) * share, 0, 1), mask)
        canvas.glow(face.key, 0.3 * rim(mask, -3 * s, -2))


_COAT = [(0, -0.99), (0.05, -0.99), (0.065, -0.95), (0.06, -0.9), (0.035, -0.87), (0.05, -0.845), (0.13, -0.82),
(0.16, -0.74),
         (0.17, -0.55), (0.15, -0.44), (0.125, -0.48), (0.12, -0.62), (0.11, -0.5), (0.15, -0.2), (0.13, -0.16), (0.1,
         -0.18),
         (0.09, -0.02), (0.12, 0), (0.03, 0), (0.02, -0.3), (0, -0.36)]  # fmt: skip
_DRESS = [(0, -1), (0.045, -0.99), (0.06, -0.94), (0.06, -0.86), (0.03, -0.85), (0.1, -0.82), (0.12, -0.7), (0.14,
-0.5), (0.125, -0.46),
          (0.1, -0.6), (0.07, -0.7), (0.06, -0.6), (0.1, -0.48), (0.19, -0.16), (0.16, -0.13), (0.06, -0.14), (0.05,
          -0.01), (0.07, 0),
          (0.015, 0), (0.01, -0.14), (0, -0.14)]  # fmt: skip
_SUIT = [(0, -1.02), (0.09, -1), (0.125, -0.93), (0.12, -0.85), (0.09, -0.8), (0.17, -0.78), (0.22, -0.68), (0.24,
-0.42), (0.2, -0.36),
         (0.16, -0.42), (0.15, -0.55), (0.14, -0.42), (0.15, -0.2), (0.16, -0.03), (0.18, 0), (0.04, 0), (0.02,
         -0.32), (0, -0.34)]  # fmt: skip
_HAT = [
    (-0.13, -0.955),
    (-0.06, -0.975),
    (-0.055, -1.04),
    (0, -1.03),
    (0.055, -1.045),
    (0.06, -0.975),
    (0.13, -0.95),
    (0, -0.94),
]
_RIDER = [(-0.55, 0), (-0.5, -0.3), (-0.56, -0.42), (-0.64, -0.25), (-0.68, -0.28), (-0.6, -0.52), (-0.45, -0.58),
(-0.2, -0.55),
          (-0.16, -0.78), (-0.2, -0.95), (-0.13, -1.08), (-0.04, -1.12), (-0.08, -1.2), (-0.07, -1.24), (-0.2, -1.25),
          (-0.07, -1.28),
          (-0.05, -1.36), (0.04, -1.36), (0.06, -1.28), (0.18, -1.24), (0.06, -1.23), (0.05, -1.14), (0.1, -1.06),
          (0.13, -0.85),
          (0.28, -0.82), (0.12, -0.76), (0.1, -0.6), (0.25, -0.62), (0.42, -0.88), (0.47, -0.97), (0.53, -0.88),
          (0.72, -0.72),
          (0.7, -0.66), (0.55, -0.68), (0.45, -0.5), (0.4, -0.35), (0.44, -0.16), (0.4, 0), (0.35, 0), (0.36, -0.16),
          (0.3, -0.32),
          (0.0, -0.3), (0.05, -0.34), (-0.02, -0.24), (-0.06, -0.26), (-0.1, -0.32), (-0.34, -0.3), (-0.42, -0.22),
          (-0.46, 0)]  # fmt: skip
_OUTLINES = {"coat": _COAT, "dress": _DRESS, "suit": _SUIT}


def standing(size: Size, kind: str, at: Point, height: float, *, flip: bool = False, hat: bool = False) -> Array:
    """The mask of a figure seen from afar, feet at `at`: coat, dress, suit (a spacesuit) or rider."""
    turn = -1.0 if flip else 1.0
    if kind == "rider":
        return polygons(size, smooth(moved(_RIDER, at, (turn * height * 0.72, height * 0.72)), 4))
    outline = smooth(moved(mirrored(_OUTLINES[kind]), at, (turn * height, height)), 5)
    shapes = [outline]
    if hat:
        shapes.append(smooth(moved(_HAT, at, (turn * height, height)), 5))
    return polygons(size, *shapes)


def backlit(canvas: Canvas, mask: Array, dark: Colour, edge: Colour, lean: int = 2, *, texture: float = 0.5) -> None:
    """Paint a silhouette with some cloth in it and light along both edges."""
    cloth = fractal(canvas.rng("cloth"), canvas.size, (9, 22), 4)[..., None]
    canvas.lay(rgb(dark) * (1 - texture + 2 * texture * cloth), mask)
    canvas.glow(edge, 0.9 * rim(mask, lean, -1, 1.0))
    canvas.glow(edge, 0.45 * rim(mask, -lean, -1, 1.0))


def birds(
    canvas: Canvas, layer: str, count: int, area: tuple[float, float, float, float], colour: Colour, span: float = 14
) -> None:
    """A flock far away, inside the area (left, top, right, bottom)."""
    rng = canvas.rng(layer)
    lines = []
    for _ in range(count):
        x, y = rng.uniform(area[0], area[2]), rng.uniform(area[1], area[3])
        w, lift = span * rng.uniform(0.4, 1.0), rng.uniform(-0.1, 0.6)
        lines.append(
            (
                [
                    (x - w, y - w * lift),
                    (x - w * 0.4, y - w * 0.45),
                    (x, y),
                    (x + w * 0.45, y - w * 0.4),
                    (x + w, y - w * lift),
                ],
                w / 7,
            )
        )
    canvas.lay(colour, strokes(canvas.size, lines))
