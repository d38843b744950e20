"""Harmless: turned, mirrored, cropped, seen aslant, photographed."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eighteenth.tones import rounded
from benchmarks.attacks.geometry import Colour, crop, onto_corners, resize, shift_matrix, size_of, warp
from benchmarks.attacks.values import Attacked, Matrix, OtherPosters, SavedAs

GROUNDS: tuple[Colour, ...] = (
    (236, 232, 224), (205, 198, 188), (60, 58, 62), (24, 26, 30), (150, 165, 170), (122, 84, 58), (255, 255, 255)
)  # fmt: skip


def tilted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Not quite straight; the corners black, white, or filled by their neighbours."""
    degrees = between(rng, 1.0, 6.0) * one_of(rng, (-1, 1))
    width, height = size_of(pixels)
    place = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), [0, 0, 1]])
    kind = one_of(rng, ("black", "white", "edge"))
    border = cv2.BORDER_REPLICATE if kind == "edge" else cv2.BORDER_CONSTANT
    fill = (255, 255, 255) if kind == "white" else (0, 0, 0)
    made = cv2.warpPerspective(
        pixels, place, (width, height), flags=cv2.INTER_CUBIC, borderMode=border, borderValue=fill
    )
    return Attacked(np.asarray(made, np.uint8), place=place, note=f"{degrees:.1f} degrees, {kind}")


def mirrored(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """As front cameras save it."""
    place = np.array([[-1.0, 0, size_of(pixels)[0]], [0, 1, 0], [0, 0, 1]])
    return Attacked(np.ascontiguousarray(pixels[:, ::-1]), place=place)


def cropped_sides(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """5 to 15 % of every side gone."""
    width, height = size_of(pixels)
    left, right, top, bottom = rng.uniform(0.05, 0.15, 4)
    box = Box(int(left * width), int(top * height), int(width * (1 - left - right)), int(height * (1 - top - bottom)))
    part, place = crop(pixels, box)
    return Attacked(part, place=place)


def half_crop(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About half of the poster: top, bottom, left, right, or a square out of the middle, as feeds cut it."""
    width, height = size_of(pixels)
    kind, share = one_of(rng, ("top", "bottom", "left", "right", "middle")), between(rng, 0.48, 0.58)
    if kind in ("left", "right"):
        wide = round(width * share)
        box = Box(0 if kind == "left" else width - wide, 0, wide, height)
    else:
        tall = round(height * share)
        box = Box(0, {"top": 0, "bottom": height - tall, "middle": (height - tall) // 2}[kind], width, tall)
    part, place = crop(pixels, box)
    return Attacked(part, place=place, note=kind)


def aslant(
    rng: np.random.Generator, size: tuple[int, int], strength: float, margin: float
) -> tuple[Matrix, tuple[int, int]]:
    """A place that turns the picture away to one side, and the size of the ground."""
    width, height = size
    deep, tall = between(rng, 0.5, 1.0) * strength, between(rng, 0.2, 0.5) * strength
    left, top = width * margin, height * margin
    corners = np.array([[0, deep * height], [width, 0], [width, height], [0, height * (1 - tall)]])
    corners[:, 0] = np.where(corners[:, 0] > 0, width * (1 - deep * 0.9), 0)
    if rng.random() < 0.5:
        corners = corners[[1, 0, 3, 2]] * np.array([-1, 1]) + np.array([width * (1 - deep * 0.9), 0])
    corners += np.array([left, top])
    return onto_corners(size, corners), (round(width * (1 - deep * 0.9) + 2 * left), round(height + 2 * top))


def seen_from_the_side(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Photographed aslant, on a plain ground."""
    strength = between(rng, 0.08, 0.2)
    place, size = aslant(rng, size_of(pixels), strength, between(rng, 0.03, 0.1))
    return Attacked(warp(pixels, place, size, one_of(rng, GROUNDS)), place=place, note=f"{strength:.2f}")


def photo_of_screen(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A laptop's or tablet's screen taken with a phone: bezel, rows of the display, glare, noise."""
    width, height = size_of(pixels)
    scale = min(1.0, 900 / width)
    shown, first = resize(pixels, round(width * scale), round(height * scale))
    wide = size_of(shown)[0]
    bezel, room = round(wide * between(rng, 0.03, 0.07)), round(wide * between(rng, 0.04, 0.12))
    shade = int(rng.integers(8, 40))
    framed = np.asarray(
        cv2.copyMakeBorder(shown, bezel, bezel, bezel, bezel, cv2.BORDER_CONSTANT, value=(shade, shade, shade + 3)),
        np.uint8,
    )
    ground = tuple(int(value * 0.6) for value in one_of(rng, GROUNDS))
    place = shift_matrix(bezel, bezel) @ first
    slant, size = aslant(rng, size_of(framed), between(rng, 0.02, 0.07), room / wide)
    image = warp(framed, slant, size, (ground[0], ground[1], ground[2])).astype(np.float32)
    down, across = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    angle, period = between(rng, -0.5, 0.5), between(rng, 3.2, 9.0)
    wave = np.sin((down * np.cos(angle) + across * np.sin(angle)) * (2 * np.pi / period))
    image *= (1 + between(rng, 0.03, 0.08) * wave)[..., None]
    middle, spread = rng.uniform(0.15, 0.85, 2) * np.array(size), size[0] * between(rng, 0.12, 0.25)
    glare = np.exp(-(((across - middle[0]) ** 2) + (down - middle[1]) ** 2) / (2 * spread**2))
    image += glare[..., None] * between(rng, 30, 80)
    image *= np.array(one_of(rng, ((1.0, 1.0, 1.0), (0.93, 1.0, 1.08), (1.06, 1.0, 0.92))), np.float32)
    soft = cv2.GaussianBlur(image, (0, 0), between(rng, 0.6, 1.1))
    return Attacked(
        rounded(soft + rng.normal(0, between(rng, 3, 8), image.shape)),
        place=slant @ place,
        saved_as=SavedAs("JPEG", int(rng.integers(75, 92))),
    )
