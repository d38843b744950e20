"""Benign: what players and shops lay over a picture."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.frames import rounded
from benchmarks.attacks.sixth.letters import Face, Ink, mask_of, put
from benchmarks.attacks.sixth.tools import Layer, Tone, as_pixels, count, floats, layer_turned, mix, paste, saved
from benchmarks.attacks.sixth.wording import BADGES, TAGS
from benchmarks.attacks.values import Attacked, OtherPosters


def _triangle(
    height: int, width: int, x: float, y: float, reach: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    mask = np.zeros((height, width), np.uint8)
    points = np.array([[x - reach * 0.5, y - reach * 0.62], [x - reach * 0.5, y + reach * 0.62], [x + reach * 0.62, y]])
    cv2.fillPoly(mask, [np.rint(points * 8).astype(np.int32)], (255,), cv2.LINE_AA, 3)
    return floats(mask / 255)


def play_sign(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A play button in the middle."""
    width, height = size_of(picture)
    radius, x, y = width * between(rng, 0.08, 0.15), width / 2, height * between(rng, 0.42, 0.55)
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot(across - x, down - y)
    kind = one_of(rng, ("disc", "ring", "box"))
    tone: Tone = one_of(rng, ((10, 10, 12), (220, 20, 30), (0, 140, 230)))
    result = picture if rng.random() < 0.5 else as_pixels(picture * 0.72)
    if kind == "box":
        plate = np.zeros((height, width), np.float32)
        wide, high = round(radius * 2.6), round(radius * 1.8)
        left, top = round(x - wide / 2), round(y - high / 2)
        plate[top : top + high, left : left + wide] = rounded(wide, high, round(radius * 0.4))
        result = mix(result, np.full_like(picture, tone), plate * 0.9)
    elif kind == "disc":
        result = mix(result, np.full_like(picture, tone), np.clip(radius - far, 0, 1) * 0.7)
    else:
        ring = np.clip(radius * 0.07 + 0.5 - np.abs(far - radius), 0, 1)
        result = mix(result, np.full_like(picture, 255), ring.astype(np.float32))
    result = mix(result, np.full_like(picture, 255), _triangle(height, width, x, y, radius * 0.6))
    return Attacked(result, note=kind, saved_as=saved(rng))


def video_bar(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A paused player: dark foot, progress line, times and signs."""
    width, height = size_of(picture)
    bar = width * 0.15
    fall = np.clip((np.arange(height, dtype=np.float32) - (height - bar * 1.6)) / (bar * 1.2), 0, 1) * 0.8
    shade = np.repeat(fall[:, None], width, axis=1)
    result = mix(picture, np.zeros_like(picture), shade)
    y, left, right = round(height - bar * 0.62), round(width * 0.04), round(width * 0.96)
    thick = max(2, round(width * 0.008))
    at = round(left + (right - left) * between(rng, 0.1, 0.8))
    tone: Tone = one_of(rng, ((240, 30, 40), (255, 255, 255), (30, 150, 250)))
    cv2.line(result, (left, y), (right, y), (150, 150, 150), thick, cv2.LINE_AA)
    cv2.line(result, (left, y), (at, y), tone, thick, cv2.LINE_AA)
    cv2.circle(result, (at, y), thick * 2, tone, -1, cv2.LINE_AA)
    foot, capital = height - bar * 0.28, width * 0.024
    result = mix(result, np.full_like(picture, 255), _triangle(height, width, width * 0.06, foot, width * 0.022))
    minutes = count(rng, 1, 3)
    times = mask_of(f"0:{count(rng, 10, 59)} / {minutes}:{count(rng, 10, 59)}", Face("cv:450"), capital)
    result = put(result, times, Ink(), (width * 0.11 + times.shape[1] / 2, foot), capital)
    side = round(width * 0.035)
    corner = round(width * 0.96), round(foot - side / 2)
    cv2.rectangle(
        result, (corner[0] - side, corner[1]), (corner[0], corner[1] + side), (255, 255, 255), max(1, thick // 2)
    )
    cv2.circle(result, (round(width * 0.86), round(foot)), side // 2, (255, 255, 255), max(1, thick // 2), cv2.LINE_AA)
    return Attacked(result, note="player", saved_as=saved(rng))


def _plate(words: str, face: Face, capital: float, tone: Tone, ink: Tone, radius: float) -> Layer:
    mask = mask_of(words, face, capital)
    width, height = round(mask.shape[1] + capital * 1.3), round(mask.shape[0] + capital * 1.1)
    ground = np.full((height, width, 3), tone, np.uint8)
    ground = put(ground, mask, Ink(ink), (width / 2, height / 2), capital, room=0.99)
    return np.dstack([ground, rounded(width, height, round(radius * height)) * 255]).astype(np.float32)


def app_badge(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A label such as apps lay over a corner or the foot."""
    width, height = size_of(picture)
    words = one_of(rng, BADGES)
    tone: Tone = one_of(rng, ((222, 24, 36), (20, 20, 24), (255, 200, 20), (20, 120, 240), (30, 160, 80)))
    ink: Tone = (20, 20, 20) if sum(tone) > 420 else (255, 255, 255)
    layer = _plate(words, Face("cv:720"), width * between(rng, 0.03, 0.05), tone, ink, one_of(rng, (0.05, 0.2, 0.5)))
    gap = round(width * one_of(rng, (0, 0.03)))
    middle = (width - layer.shape[1]) // 2
    x = one_of(rng, (gap, width - layer.shape[1] - gap, middle))
    y = height - layer.shape[0] - gap if x == middle or rng.random() < 0.3 else gap
    return Attacked(paste(picture, layer, x, y), note=words, saved_as=saved(rng))


def sale_tag(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A shop's price, sale or rating sticker: a burst, a disc or a plate."""
    width, height = size_of(picture)
    words, tone = one_of(rng, TAGS), one_of(rng, ((226, 30, 36), (255, 214, 0), (20, 150, 70), (240, 110, 10)))
    ink: Tone = (20, 20, 20) if sum(tone) > 420 else (255, 255, 255)
    kind = one_of(rng, ("burst", "disc", "plate"))
    if kind == "plate":
        layer = _plate(words, Face("DejaVuSansCondensed-Bold"), width * between(rng, 0.045, 0.06), tone, ink, 0.15)
    else:
        side = round(width * between(rng, 0.24, 0.34))
        down, across = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j].astype(np.float32)
        edge = 0.9 + (0.09 * np.cos(np.arctan2(down, across) * 18) if kind == "burst" else 0.05)
        alpha = np.clip((edge - np.hypot(down, across)) * side / 2, 0, 1)
        ground = np.full((side, side, 3), tone, np.uint8)
        mask = mask_of(words, Face("cv:800"), side * 0.2)
        ground = put(ground, mask, Ink(ink), (side / 2, side / 2), side * 0.2, room=0.76)
        layer = np.dstack([ground, alpha * 255]).astype(np.float32)
    layer = layer_turned(layer, between(rng, -18, 18))
    x = one_of(rng, (round(width * 0.01), width - layer.shape[1] - round(width * 0.01)))
    y = round(between(rng, 0.0, 0.85) * (height - layer.shape[0]))
    return Attacked(paste(picture, layer, x, y), note=f"{kind} {words}", saved_as=saved(rng))
