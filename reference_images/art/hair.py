"""Hair for a painted head: where it grows, how its strands run, and how the light lies on it."""

from typing import Protocol

import numpy as np

from reference_images.art.canvas import Array, blurred, ramp
from reference_images.art.palette import Colour, rgb


class HasHair(Protocol):
    """What of a face the hair depends on."""

    @property
    def hair(self) -> Colour: ...
    @property
    def style(self) -> str: ...
    @property
    def light(self) -> tuple[float, float, float]: ...
    @property
    def edge(self) -> Colour: ...
    @property
    def key(self) -> Colour: ...
    @property
    def seed(self) -> int: ...


def paint_hair(
    face: HasHair, place: tuple[Array, Array, Array, Array], colour: Array, alpha: Array
) -> tuple[Array, Array]:
    """Colour and alpha of a head with its hair; place holds u, v and the turned fu, fv of every pixel."""
    if face.style == "bald":
        return colour, alpha
    u, v, fu, fv = place
    strand = _strands(face, u, v)
    mask = blurred(_GROWTH[face.style](u, v, fu, fv, 0.05 * (strand - 0.5)), 0.8)
    ink = _lit_strands(face, u, v, strand)
    shadow = np.clip(blurred(mask, 7) * 1.1, 0, 1) * 0.55
    colour = colour * (1 - shadow[..., None])
    colour = colour + (ink - colour) * mask[..., None]
    return colour.astype(np.float32), np.maximum(alpha, mask)


def _strands(face: HasHair, u: Array, v: Array) -> Array:
    """Noise in 0..1 that runs along the hair, from the parting outwards and then down (or in curls)."""
    rng = np.random.default_rng(face.seed + 31)
    if face.style == "curly":
        waves = [
            np.sin(u * rng.uniform(9, 30) + rng.uniform(0, 6) + 2.2 * np.sin(v * rng.uniform(8, 26) + k))
            for k in range(7)
        ]
        return np.clip(0.5 + sum(waves) / 7, 0, 1).astype(np.float32)
    across = np.arctan2(u - 0.12, np.clip(v + 1.05, 0.02, None) * 0.8 + 0.12)
    below = np.clip(v + 0.1, 0, None)
    across = across * (1 - ramp(below, 0, 0.7)) + u * 1.3 * ramp(below, 0, 0.7) + 0.05 * np.sin(v * 5 + u * 3)
    total = np.zeros_like(u)
    for frequency in (9, 21, 47, 90):
        table = rng.random(frequency * 4)
        total += np.interp((across + 2.5) * frequency * 0.8, np.arange(frequency * 4), table).astype(np.float32)
    return np.clip((total / 4 - 0.5) * 1.9 + 0.5, 0, 1)


def _lit_strands(face: HasHair, u: Array, v: Array, strand: Array) -> Array:
    lx, ly, _ = face.light
    side = np.clip(0.55 + 0.5 * (u * lx * 1.2 + (v + 0.4) * ly * 0.6), 0.22, 1.1)
    sheen = np.exp(-(((np.hypot(u - 0.3 * lx, v + 0.1) - 0.86) / 0.13) ** 2)) * side
    rim = ramp(np.hypot(u / 0.86, (v + 0.05) / 1.12), 0.9, 1.15) * np.clip(-u * np.sign(lx), 0, 1)
    ink = rgb(face.hair) * (side * (0.35 + 0.95 * strand))[..., None]
    ink = ink + rgb(face.key) * (0.26 * sheen * strand**1.5)[..., None]
    return ink + rgb(face.edge) * (0.07 * rim * (0.3 + 0.7 * strand))[..., None]


def _scalp(u: Array, v: Array, width: float, height: float) -> Array:
    return ramp(np.hypot(u / width, (v + 0.12) / height), 1.03, 0.98)


def _hairline(fu: Array, fv: Array, wave: Array, level: float) -> Array:
    """Above the forehead: 1 where hair grows."""
    line = level + 0.42 * np.clip(np.abs(fu) - 0.18, 0, None) ** 1.6 + wave
    return ramp(fv, line + 0.03, line - 0.03)


def _short(u: Array, v: Array, fu: Array, fv: Array, wave: Array) -> Array:
    cap = _scalp(u, v, 0.76, 0.98) * _hairline(fu, fv, wave * 2, -0.58)
    sides = _scalp(u, v, 0.75, 0.98) * ramp(np.abs(fu) + wave - 0.25 * (v + 0.3), 0.55, 0.6) * ramp(v + wave, 0.1, -0.1)
    return np.maximum(cap, sides)


def _swept(u: Array, v: Array, fu: Array, fv: Array, wave: Array) -> Array:
    quiff = ramp(np.hypot((u + 0.1) / 0.72, (v + 0.62) / (0.58 + wave)), 1.03, 0.97) * _hairline(
        fu, fv, wave * 2, -0.52
    )
    return np.maximum(quiff, _short(u, v, fu, fv, wave))


def _long(u: Array, v: Array, fu: Array, fv: Array, wave: Array) -> Array:
    spread = 0.88 + 0.09 * np.sin(v * 3.1 + 0.4) + 0.1 * np.clip(v, 0, None)
    curtain = (
        ramp(np.abs(u) + wave, spread + 0.01, spread - 0.03)
        * ramp(v, -0.15, -0.1)
        * ramp(v + wave * 6 + 0.12 * np.abs(u), 1.75, 1.6)
    )
    opening = ramp(np.abs(fu) + wave + 0.06 * np.clip(v, 0, None), 0.56, 0.62)
    front = _scalp(u, v, 0.9, 1.08) * _hairline(fu - 0.1, fv, wave, -0.6)
    sides = _scalp(u, v, 0.9, 1.08) * opening * ramp(v, 0.1, 0.0)
    return np.maximum(np.maximum(front, sides), curtain * opening)


def _bob(u: Array, v: Array, fu: Array, fv: Array, wave: Array) -> Array:
    spread = 0.88 + 0.1 * np.clip(v + 0.2, 0, 1)
    curtain = (
        ramp(np.abs(u) + wave, spread + 0.02, spread - 0.02) * ramp(v, -0.15, -0.1) * ramp(v + wave * 2, 0.84, 0.78)
    )
    opening = ramp(np.abs(fu) + wave, 0.54, 0.6)
    fringe = _scalp(u, v, 0.9, 1.06) * ramp(fv + wave * 2 - 0.05 * np.cos(fu * 4), -0.3, -0.38)
    return np.maximum(np.maximum(fringe, _scalp(u, v, 0.9, 1.06) * opening * ramp(v, 0.1, 0.0)), curtain * opening)


def _bun(u: Array, v: Array, fu: Array, fv: Array, wave: Array) -> Array:
    knot = ramp(np.hypot(u - 0.1, v + 1.22) + wave, 0.36, 0.32)
    return np.maximum(
        knot,
        _scalp(u, v, 0.77, 1.0)
        * np.maximum(
            _hairline(fu, fv, wave, -0.6), ramp(np.abs(fu) - 0.3 * (v + 0.3), 0.58, 0.62) * ramp(v, 0.02, -0.1)
        ),
    )


def _curly(u: Array, v: Array, fu: Array, fv: Array, wave: Array) -> Array:
    puff = ramp(np.hypot(u / 1.06, (v + 0.3) / 1.06) + wave * 2.2, 1.03, 0.97) * ramp(v + wave * 4, 0.55, 0.4)
    face = ramp(np.hypot(fu / 0.6, (fv - 0.3) / 0.86) + wave * 2.4, 1.0, 1.05)
    return puff * face


_GROWTH = {
    "short": _short,
    "swept": _swept,
    "long": _long,
    "bob": _bob,
    "bun": _bun,
    "curly": _curly,
}
