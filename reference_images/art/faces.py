"""Painted heads: a face is a small landscape of heights, turned and lit, with eyes, lips, brows and hair on top."""

from dataclasses import dataclass

import numpy as np

from reference_images.art.canvas import Array, Layer, Point, blurred, mirrored, moved, polygons, ramp, smooth
from reference_images.art.hair import paint_hair
from reference_images.art.palette import Colour, rgb

_CONTOUR = [(0, -1), (0.42, -0.9), (0.66, -0.55), (0.7, -0.1), (0.67, 0.3), (0.54, 0.66), (0.27, 0.95), (0, 1.02)]
_EAR = [(-0.5, -0.8), (0.3, -1), (1, -0.6), (0.9, 0.1), (0.5, 0.8), (0, 1), (-0.6, 0.5)]

# Hills and hollows of half a face: x, y, reach in x, reach in y, height. Lengths in half head heights.
_RELIEF = (
    (0.30, -0.06, 0.17, 0.11, -0.10),  # eye socket
    (0.30, -0.05, 0.11, 0.06, 0.055),  # eyeball
    (0.28, -0.25, 0.24, 0.07, 0.05),  # brow
    (0.42, 0.24, 0.17, 0.16, 0.05),  # cheek
    (0.42, 0.52, 0.16, 0.16, -0.04),  # hollow below it
    (0.00, 0.02, 0.06, 0.26, 0.10),  # bridge of the nose
    (0.00, 0.30, 0.085, 0.075, 0.13),  # its tip
    (0.10, 0.33, 0.05, 0.045, 0.06),  # its wing
    (0.00, 0.515, 0.17, 0.035, 0.035),  # upper lip
    (0.00, 0.625, 0.14, 0.045, 0.05),  # lower lip
    (0.00, 0.70, 0.13, 0.03, -0.035),  # below it
    (0.00, 0.86, 0.17, 0.11, 0.06),  # chin
    (0.24, 0.56, 0.05, 0.08, -0.03),  # corner of the mouth
)


@dataclass(frozen=True, slots=True)
class Face:
    """Who is painted, and in which light. yaw, pitch, tilt: radians; yaw -0.6..0.6."""

    skin: Colour = "#d9a07c"
    hair: Colour = "#3a2418"
    style: str = "short"
    eyes: Colour = "#5a4632"
    lips: Colour = "#a8524a"
    yaw: float = 0.25
    pitch: float = 0.0
    tilt: float = 0.0
    jaw: float = 1.0
    smile: float = 0.3
    beard: float = 0.0
    brow: float = 1.0
    glasses: bool = False
    light: tuple[float, float, float] = (-0.6, -0.5, 0.62)
    key: Colour = "#fff1dc"
    fill: Colour = "#31406b"
    edge: Colour = "#7fb4ff"
    seed: int = 1


@dataclass(frozen=True, slots=True)
class _Head:
    """The head's own coordinates for every pixel (u right, v down, in half head heights), turned and unturned."""

    u: Array
    v: Array
    fu: Array
    fv: Array
    depth: Array
    pixel: float


def head(face: Face, radius: int) -> Layer:
    """A head with hair whose face is 2 * radius pixels high, centred in a layer of 4 * radius by 4 * radius pixels."""
    side = 4 * radius
    place = _place(face, radius, side)
    contour = [(x * (1 if y < 0.2 else 1 + (face.jaw - 1) * min(1, (y - 0.2) * 2)), y) for x, y in _CONTOUR]
    outline = _turned(smooth(moved(mirrored(contour), (0, 0), 1)), face.tilt, side / 2, radius)
    ears = [
        _turned(smooth(moved(_EAR, (s * 0.69, -0.02), (s * 0.13, 0.23))), face.tilt, side / 2, radius) for s in (-1, 1)
    ]
    skin_mask, ear_mask = polygons((side, side), outline), polygons((side, side), *ears)
    colour = _lit_skin(face, place)
    _paint_features(face, place, colour)
    _paint_ears(face, place, colour, skin_mask)
    alpha = np.maximum(skin_mask, ear_mask)
    colour, alpha = paint_hair(face, (place.u, place.v, place.fu, place.fv), colour, alpha)
    return Layer(colour, alpha)


def _turned(points: list[Point], tilt: float, centre: float, radius: float) -> list[Point]:
    c, s = np.cos(tilt), np.sin(tilt)
    return [(float(centre + radius * (x * c - y * s)), float(centre + radius * (x * s + y * c))) for x, y in points]


def _place(face: Face, radius: int, side: int) -> _Head:
    y, x = (np.mgrid[0:side, 0:side].astype(np.float32) + 0.5 - side / 2) / radius
    c, s = np.cos(face.tilt), np.sin(face.tilt)
    u, v = x * c + y * s, -x * s + y * c
    depth = np.sqrt(np.clip(1 - (u / 0.8) ** 2 - (v / 1.15) ** 2, 0.0, 1))
    fu = u * np.cos(face.yaw) - 0.62 * depth * np.sin(face.yaw)
    fv = v * np.cos(face.pitch) - 0.62 * depth * np.sin(face.pitch)
    return _Head(u, v, fu, fv, depth, 1.5 / radius)


def _bump(place: _Head, x: float, y: float, reach_x: float, reach_y: float) -> Array:
    return np.exp(-(((place.fu - x) / reach_x) ** 2) - ((place.fv - y) / reach_y) ** 2)


def _lit_skin(face: Face, place: _Head) -> Array:
    """Skin under a key light, a fill light from the other side and a rim light from behind."""
    height = 0.62 * place.depth
    hollow = np.zeros_like(height)
    for x, y, rx, ry, rise in _RELIEF:
        hill = rise * (_bump(place, x, y, rx, ry) + (_bump(place, -x, y, rx, ry) if x else 0))
        height = height + hill
        hollow += np.minimum(hill, 0)
    step = float(abs(place.u[0, 1] - place.u[0, 0])) or 1e-3
    slope_y, slope_x = np.gradient(height, step)
    length = np.sqrt(slope_x**2 + slope_y**2 + 1)
    nx, ny, nz = -slope_x / length, -slope_y / length, 1 / length
    lx, ly, lz = np.array(face.light) / np.linalg.norm(face.light)
    key = np.clip((nx * lx + ny * ly + nz * lz + 0.18) / 1.18, 0, 1) ** 1.25
    fill = np.clip(-nx * lx * 0.8 + nz * 0.45, 0, 1)
    shine = np.clip(nx * lx * 0.5 + ny * ly * 0.5 + nz * (0.5 + lz / 2), 0, 1) ** 26
    edge = np.clip(-nx * np.sign(lx), 0, 1) ** 3 * (1 - nz) * 1.3
    blush = 0.16 * (_bump(place, 0.4, 0.28, 0.2, 0.16) + _bump(place, -0.4, 0.28, 0.2, 0.16)) + 0.2 * _bump(
        place, 0, 0.3, 0.1, 0.09
    )
    skin = rgb(face.skin) * (1 - blush[..., None]) + rgb("#c24a3c") * blush[..., None]
    pores = np.random.default_rng(face.seed).standard_normal(height.shape).astype(np.float32)
    skin = skin * (1 + 0.02 * pores[..., None])
    shadow = np.clip(1 + 2.6 * hollow, 0.4, 1)[..., None]
    lit = skin * (key[..., None] * rgb(face.key) * 1.12 + fill[..., None] * rgb(face.fill) * 0.75 + 0.05) * shadow
    lit = lit + 0.2 * shine[..., None] * rgb(face.key) + edge[..., None] * rgb(face.edge) * 0.7
    return lit.astype(np.float32)


def _paint_ears(face: Face, place: _Head, colour: Array, skin: Array) -> None:
    lit = np.clip(0.45 + 0.5 * place.u * np.sign(face.light[0]), 0.12, 1)
    shell = np.hypot((np.abs(place.u) - 0.72) / 0.11, (place.v + 0.02) / 0.2)
    fold = 0.75 + 0.25 * np.sin(shell * 7)
    _lay(colour, rgb(face.skin) * rgb(face.key) * (lit * fold * 0.8)[..., None], (1 - skin) * (np.abs(place.v) < 0.4))


def _lay(colour: Array, paint: Array | Colour, mask: Array) -> None:
    ink = rgb(paint) if isinstance(paint, str) else paint
    colour += (ink - colour) * np.clip(mask, 0, 1)[..., None]


def _paint_features(face: Face, place: _Head, colour: Array) -> None:
    brightness = np.clip(colour.mean(-1, keepdims=True) * 1.5, 0.18, 1)
    for side in (-1, 1):
        _paint_eye(face, place, colour, brightness, side)
        _paint_brow(face, place, colour, side)
    _paint_nose(place, colour)
    _paint_mouth(face, place, colour, brightness)
    if face.beard:
        _paint_beard(face, place, colour)
    if face.glasses:
        _paint_glasses(face, place, colour)


def _paint_eye(face: Face, place: _Head, colour: Array, brightness: Array, side: int) -> None:
    """White, iris, pupil, glint, lashes and the fold of the lid."""
    px = place.pixel
    u, v = (place.fu - side * 0.3) / 0.155, place.fv + 0.065 + 0.06 * (place.fu * side - 0.3)
    upper, lower = -0.072 * np.clip(1 - u**2, 0, 1) ** 0.8, 0.05 * np.clip(1 - u**2, 0, 1)
    inside = ramp(v - upper, -px, px) * ramp(v - lower, px, -px) * ramp(np.abs(u), 1.0, 0.94)
    _lay(colour, rgb("#efe9e2") * brightness * 0.95, inside)
    distance = np.hypot(place.fu - side * 0.3 + 0.0, place.fv + 0.08)
    iris = rgb(face.eyes) * brightness * 1.5 * (0.65 + 5.0 * np.clip(distance - 0.02, 0, 0.05)[..., None])
    _lay(colour, iris, inside * ramp(distance, 0.073 + px / 2, 0.073 - px))
    _lay(
        colour,
        "#140c0a",
        inside * np.maximum(ramp(distance, 0.034 + px, 0.034), 0.7 * ramp(np.abs(distance - 0.073), px, 0)),
    )
    _lay(colour, "#000000", 0.42 * inside * ramp(v - upper, 0.045, 0))
    glint = np.hypot(place.fu - side * 0.3 + 0.025, place.fv + 0.105)
    _lay(colour, "#ffffff", inside * ramp(glint, 0.02 + px / 2, 0.008))
    lash = ramp(np.abs(v - upper), 0.02 + px / 2, 0.006) * ramp(np.abs(u), 1.12, 0.98)
    _lay(colour, "#1a0f0c", 0.92 * lash)
    _lay(colour, "#3c1f18", 0.5 * ramp(np.abs(v - lower), 0.012 + px / 2, 0) * ramp(np.abs(u), 1.0, 0.85))
    fold = ramp(np.abs(v - upper * 1.1 + 0.042), 0.014 + px / 2, 0) * ramp(np.abs(u), 1.1, 0.7)
    _lay(colour, colour * 0.45, 0.75 * fold)


def _paint_brow(face: Face, place: _Head, colour: Array, side: int) -> None:
    u = (place.fu * side - 0.3) / 0.21
    middle = -0.235 - 0.045 * np.cos(u * 1.5 - 0.5) + 0.02 * face.brow * (u < 0) * u**2
    thick = 0.036 * face.brow * np.clip(1.05 - 0.4 * (u + 1), 0.2, 1)
    hairs = 0.82 + 0.18 * np.sin(place.fu * 240 + place.fv * 130 * side)
    _lay(
        colour,
        rgb(face.hair) * 0.55,
        hairs * 0.9 * ramp(np.abs(place.fv - middle), thick, thick * 0.35) * ramp(np.abs(u), 1.05, 0.9),
    )


def _paint_nose(place: _Head, colour: Array) -> None:
    for side in (-1, 1):
        _lay(colour, colour * 0.25, 0.8 * _bump(place, side * 0.06, 0.368, 0.03, 0.014))
        wing = np.hypot((place.fu - side * 0.1) / 0.062, (place.fv - 0.335) / 0.06)
        _lay(colour, colour * 0.6, 0.5 * ramp(np.abs(wing - 1), 0.25, 0) * (place.fu * side > 0.1))
    _lay(colour, colour * 0.72, 0.6 * _bump(place, 0, 0.41, 0.085, 0.025))


def _paint_mouth(face: Face, place: _Head, colour: Array, brightness: Array) -> None:
    """Upper and lower lip, the line between them, and the shadow below."""
    u = place.fu / 0.235
    bend = -0.045 * face.smile * u**2
    line = 0.565 + bend - 0.012 * np.cos(u * 5.5) * np.exp(-((u * 2) ** 2))
    arch = np.clip(1 - u**2, 0, 1)
    top = line - 0.068 * arch**0.8 * (1 - 0.26 * np.exp(-((u * 5) ** 2)))
    bottom = line + 0.092 * arch**0.7
    inside = ramp(np.abs(u), 1.02, 0.9)
    upper = ramp(place.fv, top - 0.012, top + 0.014) * ramp(place.fv, line + 0.008, line - 0.008) * inside
    lower = ramp(place.fv, bottom + 0.014, bottom - 0.016) * ramp(place.fv, line - 0.008, line + 0.008) * inside
    lips = rgb(face.lips) * (0.25 + 1.0 * brightness)
    _lay(colour, lips * 0.66, 0.85 * upper)
    gleam = 1 + 0.5 * _bump(place, -0.05, 0.615, 0.07, 0.018)[..., None]
    _lay(colour, lips * gleam, 0.8 * lower)
    _lay(
        colour,
        "#2a0d0c",
        0.85 * ramp(np.abs(place.fv - line), 0.013 + place.pixel / 2, 0.002) * ramp(np.abs(u), 1.08, 0.85),
    )


def _paint_beard(face: Face, place: _Head, colour: Array) -> None:
    rng = np.random.default_rng(face.seed + 7)
    hairs = 0.5 + 0.5 * rng.random(place.fu.shape).astype(np.float32)
    jaw = ramp(place.fv + 0.55 * np.abs(place.fu) ** 1.5, 0.5, 0.72)
    cheek = ramp(np.abs(place.fu), 0.42, 0.6) * ramp(place.fv, 0.0, 0.3)
    moustache = _bump(place, 0.12, 0.455, 0.12, 0.04) + _bump(place, -0.12, 0.455, 0.12, 0.04)
    mouth = ramp(np.hypot(place.fu / 0.24, (place.fv - 0.575) / 0.1), 1.0, 0.8)
    region = blurred(np.clip(np.maximum(np.maximum(jaw, cheek), moustache) - mouth, 0, 1), 1.5)
    shade = (0.35 + 0.9 * colour.mean(-1, keepdims=True)) * rgb(face.hair)
    _lay(colour, shade, face.beard * hairs * region)


def _paint_glasses(face: Face, place: _Head, colour: Array) -> None:
    px = place.pixel
    for side in (-1, 1):
        rim = np.hypot((place.fu - side * 0.31) / 0.22, (place.fv + 0.05) / 0.19)
        _lay(colour, "#cfe4f2", 0.12 * ramp(rim, 1, 0.95))
        _lay(colour, "#16110f", ramp(np.abs(rim - 1), 0.09 + px, 0.05))
    _lay(colour, "#16110f", ramp(np.abs(place.fv + 0.1), 0.02 + px, 0.01) * (np.abs(place.fu) < 0.1))
