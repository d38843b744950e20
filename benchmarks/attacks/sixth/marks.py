"""Benign: things put on top that claim nothing."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.icons import STICKERS, icon
from benchmarks.attacks.sixth.letters import Face, Ink, inked, mask_of, put, some_face, stacked
from benchmarks.attacks.sixth.tools import Layer, Tone, count, floats, layer_turned, mix, paste, saved, soften
from benchmarks.attacks.sixth.wording import HANDLES, REMARKS, SITES, SUBTITLES
from benchmarks.attacks.values import Attacked, OtherPosters

BRIGHT: tuple[Tone, ...] = (
    (235, 30, 40),
    (255, 235, 40),
    (40, 220, 90),
    (255, 255, 255),
    (30, 144, 255),
    (255, 60, 200),
)


def _stuck(picture: Pixels, rng: np.random.Generator, low: float, high: float) -> Pixels:
    width, height = size_of(picture)
    side = round(width * between(rng, low, high))
    layer = layer_turned(icon(one_of(rng, STICKERS), side), between(rng, -25, 25))
    x, y = between(rng, 0.02, 0.98) * width, between(rng, 0.05, 0.95) * height
    return paste(picture, layer, round(x - layer.shape[1] / 2), round(y - layer.shape[0] / 2))


def one_emoji(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One large sticker."""
    return Attacked(_stuck(picture, rng, 0.16, 0.36), note="one", saved_as=saved(rng))


def many_emoji(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Several stickers."""
    number = count(rng, 4, 9)
    result = picture
    for _ in range(number):
        result = _stuck(result, rng, 0.08, 0.2)
    return Attacked(result, note=f"{number}", saved_as=saved(rng))


def _stroke(
    mask: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    points: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    thick: int,
) -> None:
    cv2.polylines(mask, [np.rint(points * 8).astype(np.int32)], False, (255,), thick, cv2.LINE_AA, 3)


def scrawl(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A circle, an arrow or a wild line drawn by finger."""
    width, height = size_of(picture)
    mask = np.zeros((height, width), np.uint8)
    thick = max(2, round(width * between(rng, 0.008, 0.018)))
    middle = np.array([between(rng, 0.3, 0.7) * width, between(rng, 0.25, 0.7) * height])
    kind = one_of(rng, ("circle", "arrow", "line", "both"))
    if kind in ("circle", "both"):
        turn = np.linspace(0.2, 2 * np.pi + between(rng, 0.3, 0.9), 70)
        reach = width * between(rng, 0.14, 0.24) * (1 + 0.06 * np.sin(turn * 1.5 + between(rng, 0, 6)))
        _stroke(mask, middle + np.column_stack([reach * np.cos(turn), 1.15 * reach * np.sin(turn)]), thick)
    if kind in ("arrow", "both"):
        lean = between(rng, 0, 2 * np.pi)
        ahead = np.array([np.cos(lean), np.sin(lean)])
        aside = np.array([-ahead[1], ahead[0]])
        tail, length = middle + ahead * width * 0.45, width * 0.28
        along = np.linspace(0, 1, 30)[:, None]
        _stroke(mask, tail - ahead * length * along + aside * width * 0.03 * np.sin(3 * along), thick)
        tip = tail - ahead * length
        wings = [tip + (ahead + aside * 0.7) * width * 0.07, tip, tip + (ahead - aside * 0.7) * width * 0.07]
        _stroke(mask, np.array(wings), thick)
    if kind == "line":
        steps = np.cumsum(rng.normal(0, width * 0.035, (60, 2)), axis=0)
        smooth = np.column_stack([np.convolve(steps[:, axis], np.ones(5) / 5, "valid") for axis in (0, 1)])
        _stroke(mask, middle + smooth, thick)
    colour = np.full_like(picture, one_of(rng, BRIGHT))
    return Attacked(mix(picture, colour, floats(mask / 255)), note=kind, saved_as=saved(rng))


def corner_mark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A site's half-clear name in a corner."""
    width, height = size_of(picture)
    capital = width * between(rng, 0.026, 0.045)
    mask = mask_of(one_of(rng, SITES), some_face(rng), capital)
    x = mask.shape[1] / 2 + width * 0.03 if rng.random() < 0.4 else width * 0.97 - mask.shape[1] / 2
    y = height * (0.97 if rng.random() < 0.7 else 0.03)
    ink = Ink(shadow=0.08, opacity=between(rng, 0.5, 0.9))
    return Attacked(put(picture, mask, ink, (x, y), capital), note="corner", saved_as=saved(rng))


def diagonal_marks(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A stock site's name again and again across the picture."""
    width, height = size_of(picture)
    capital = width * between(rng, 0.035, 0.06)
    tone: Tone = (255, 255, 255) if rng.random() < 0.75 else (0, 0, 0)
    ink = Ink(tone, opacity=between(rng, 0.25, 0.45))
    layer, _ = inked(mask_of(one_of(rng, SITES), Face("cv:600", spacing=0.1), capital), ink, capital)
    layer = layer_turned(layer, one_of(rng, (30, -30, 45, 20)))
    step_x, step_y = round(layer.shape[1] * 0.85), round(layer.shape[0] * between(rng, 0.42, 0.7))
    result = picture
    for row, y in enumerate(range(-step_y, height, step_y)):
        for x in range(-step_x + (row % 2) * step_x // 2, width, step_x):
            result = paste(result, layer, x, y)
    return Attacked(result, note="repeated", saved_as=saved(rng))


def handle_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Somebody's @name, sometimes on a strip."""
    width, height = size_of(picture)
    capital = width * between(rng, 0.028, 0.045)
    y = height * one_of(rng, (0.05, 0.5, 0.94, 0.96))
    result = picture
    if rng.random() < 0.4:
        strip = np.zeros((round(capital * 2.4), width, 4), np.float32)
        strip[..., 3] = between(rng, 110, 190)
        result = paste(picture, strip, 0, round(y - capital * 1.2))
    words = one_of(rng, ("{}", "via {}", "follow {}", "IG: {}")).format(one_of(rng, HANDLES))
    x = width * between(rng, 0.3, 0.7)
    face = Face(one_of(rng, ("cv:500", "aileron", "DejaVuSans", "DejaVuSerif-Italic")))
    written = put(result, mask_of(words, face, capital), Ink(shadow=0.09), (x, y), capital)
    return Attacked(written, note=words, saved_as=saved(rng))


def fan_remark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A remark written over the picture."""
    width, height = size_of(picture)
    capital, words = width * between(rng, 0.045, 0.075), one_of(rng, REMARKS)
    x, y = width * between(rng, 0.35, 0.65), height * between(rng, 0.1, 0.9)
    if rng.random() < 0.4:
        mask = mask_of(words, Face("cv:650"), capital)
        tone: Tone = one_of(rng, BRIGHT)
        dark = sum(tone) < 380
        height_of, width_of = round(capital * 2.2), min(width, round(mask.shape[1] + capital * 1.6))
        strip: Layer = np.full((height_of, width_of, 4), 255, np.float32)
        strip[..., :3] = tone
        x = float(np.clip(x, width_of / 2, width - width_of / 2))
        result = paste(picture, strip, round(x - width_of / 2), round(y - height_of / 2))
        ink = Ink((255, 255, 255) if dark else (10, 10, 10))
        room = (width_of - capital) / width
        return Attacked(put(result, mask, ink, (x, y), capital, room=room), note=words, saved_as=saved(rng))
    ink = Ink(one_of(rng, BRIGHT), rim=0.12, shadow=0.05)
    result = put(picture, mask_of(words, some_face(rng), capital), ink, (x, y), capital)
    return Attacked(result, note=words, saved_as=saved(rng))


def subtitle_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One or two lines as under a film."""
    width, height = size_of(picture)
    capital, lines = width * between(rng, 0.03, 0.04), one_of(rng, SUBTITLES)
    tone: Tone = (255, 255, 255) if rng.random() < 0.6 else (255, 236, 60)
    face = Face(one_of(rng, ("cv:500", "DejaVuSans", "aileron")), slant=0.15 if rng.random() < 0.2 else 0)
    mask = stacked(lines, face, capital)
    y = height * between(rng, 0.86, 0.94)
    result = picture
    if rng.random() < 0.3:
        shade = np.zeros((height, width), np.float32)
        top = round(y - mask.shape[0] / 2 - capital)
        cv2.rectangle(
            shade,
            (round(width * 0.08), top),
            (round(width * 0.92), top + mask.shape[0] + round(capital * 2)),
            (0.6,),
            -1,
        )
        result = mix(picture, np.zeros_like(picture), soften(shade, 1))
    ink = Ink(tone, rim=0.14, shadow=0.06)
    return Attacked(put(result, mask, ink, (width / 2, y), capital), note=lines[0], saved_as=saved(rng))
