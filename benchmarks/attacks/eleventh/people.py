"""People and things exchanged, altered, added or removed."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh import tones
from benchmarks.attacks.eleventh.draw import Patch, blend, blurred, lay, lay_mid, resized, softened
from benchmarks.attacks.eleventh.find import around, calm_place, face, figure
from benchmarks.attacks.eleventh.luck import bright_colour, likely
from benchmarks.attacks.eleventh.mend import closed, edited, widened
from benchmarks.attacks.eleventh.setting import standing_out
from benchmarks.attacks.geometry import part_of
from benchmarks.attacks.paint import Mask
from benchmarks.attacks.values import Attacked, OtherPosters


def _oval(wide: int, high: int, feather: float = 0.05) -> Mask:
    mask = np.zeros((high, wide), np.float32)
    cv2.ellipse(mask, (wide // 2, high // 2), (max(1, int(wide * 0.44)), max(1, int(high * 0.45))), 0, 0, 360, 1, -1)
    return softened(mask, feather * wide)


def _cut_out(pixels: Pixels, mask: Mask) -> Patch:
    return np.dstack([pixels, np.clip(mask * 255, 0, 255).astype(np.uint8)])


def _hue_turned(pixels: Pixels, by: int, stronger: float) -> Pixels:
    hsv = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV).astype(np.int32)
    hsv[..., 0] = (hsv[..., 0] + by) % 180
    hsv[..., 1] = np.clip(hsv[..., 1] * stronger + 12, 0, 255)
    return np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8)


def face_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The face of another poster put over the face, its light matched well or badly."""
    other, spot, result = others.pick(rng).pixels, face(picture), picture.copy()
    own = part_of(picture, spot)
    new = resized(part_of(other, face(other)), spot.width, spot.height)
    if likely(rng, 0.6):
        new = tones.as_pixels(new + (own.mean((0, 1)) - new.mean((0, 1))) * between(rng, 0.3, 0.9))
    box = lay(result, _cut_out(new, _oval(spot.width, spot.height, between(rng, 0.01, 0.06))), spot.x, spot.y)
    return edited(picture, result, [box], rng)


def face_aged(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Wrinkles, pale skin and white temples drawn on the face."""
    spot, result = face(picture), picture.copy()
    part = part_of(picture, spot)
    wrinkled = tones.saturated(part, between(rng, 0.2, 0.5)).astype(np.float32) + between(rng, 28, 48)
    fine = rng.normal(0, 1, (max(4, spot.height // 4), max(3, spot.width // 14))).astype(np.float32)
    folds = np.asarray(cv2.resize(fine, (spot.width, spot.height), interpolation=cv2.INTER_CUBIC), np.float32)
    aged = tones.as_pixels(wrinkled - 38 * np.clip(folds - 0.3, 0, 1)[..., None])
    box = lay(result, _cut_out(aged, _oval(spot.width, spot.height, 0.08)), spot.x, spot.y)
    return edited(picture, result, [box], rng)


def eyes_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The eyes made to glow or blacked out."""
    spot, result = face(picture), picture.copy()
    ink = one_of(rng, ((255, 40, 30), (90, 200, 255), (255, 230, 90), (240, 250, 240), (8, 8, 8), bright_colour(rng)))
    ink = standing_out(picture, spot, ink)
    size = max(4, int(spot.width * between(rng, 0.14, 0.22)))
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    glow = np.clip(1.25 * (1 - np.hypot(x, y * 1.2)), 0, 1).astype(np.float32)
    patch = _cut_out(np.full((size, size, 3), ink, np.uint8), glow)
    height = spot.y + spot.height * between(rng, 0.38, 0.44)
    boxes = [lay_mid(result, patch, spot.x + spot.width * share, height) for share in (0.31, 0.69)]
    return edited(picture, result, boxes, rng)


def hair_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The hair around the face dyed."""
    spot = face(picture)
    crown = widened(spot, spot.width * 0.25, picture)
    crown = Box(crown.x, crown.y, crown.width, max(4, int(crown.height * 0.75)))
    mask = _oval(crown.width, crown.height, 0.04)
    left, top = spot.x - crown.x, spot.y - crown.y
    inner = _oval(spot.width, spot.height, 0.05)[: max(0, crown.height - top)]
    mask[top : top + inner.shape[0], left : left + spot.width] *= 1 - inner
    part, dye = part_of(picture, crown), np.array(bright_colour(rng), np.float32)
    light = part.mean(2, keepdims=True) / 255
    dyed = tones.as_pixels(dye * (0.3 + light * between(rng, 0.7, 1.0)))
    result = picture.copy()
    part_of(result, crown)[:] = blend(part, dyed, mask * np.float32(between(rng, 0.6, 0.9)))
    return edited(picture, result, [crown], rng)


def thing_repainted(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A coloured thing (a dress, a car, a sky) given another colour."""
    hsv = cv2.cvtColor(blurred(picture, 1.5), cv2.COLOR_RGB2HSV).astype(np.int16)
    strong = np.flatnonzero((hsv[..., 1] > 70) & (hsv[..., 2] > 60))
    hue = int(hsv[..., 0].ravel()[one_of(rng, strong)]) if len(strong) > 99 else 0
    near = np.abs((hsv[..., 0] - hue + 90) % 180 - 90) < 12
    mask = (near & (hsv[..., 1] > 55) & (hsv[..., 2] > 45)).astype(np.uint8)
    mask = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    _, names, sizes, _ = cv2.connectedComponentsWithStats(mask)
    chosen, grey = (figure(picture) > 0.5).astype(np.float32), tones.saturated(picture, 0).astype(np.float32) / 255
    painted = tones.as_pixels(np.array(bright_colour(rng), np.float32) * (0.35 + 0.65 * grey))
    if len(sizes) > 1 and sizes[1:, cv2.CC_STAT_AREA].max() > 0.008 * mask.size:
        chosen = (np.asarray(names) == 1 + int(np.argmax(sizes[1:, cv2.CC_STAT_AREA]))).astype(np.float32)
        painted = _hue_turned(picture, int(rng.integers(35, 140)), 1.3)
    return edited(picture, blend(picture, painted, softened(chosen, 1)), [around(chosen)], rng)


def figure_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A figure cut from another poster set beside the others."""
    other, result = others.pick(rng).pixels, picture.copy()
    mask = figure(other)
    frame = around(mask)
    size = between(rng, 0.22, 0.45) * picture.shape[1]
    to = (max(4, int(size)), max(4, int(min(size * frame.height / frame.width, 0.7 * picture.shape[0]))))
    person = resized(part_of(other, frame), *to)
    if likely(rng, 0.5):
        person = tones.as_pixels(person + (picture.mean((0, 1)) - person.mean((0, 1))) * between(rng, 0.2, 0.6))
    shape = np.asarray(cv2.resize(part_of(mask, frame), to))
    x = one_of(rng, (0.03 * picture.shape[1], picture.shape[1] * 0.97 - to[0], between(rng, 0, 0.8) * picture.shape[1]))
    y = between(rng, 0.75, 0.97) * picture.shape[0] - to[1]
    return edited(picture, result, [lay(result, _cut_out(person, shape.astype(np.float32)), x, max(0, y))], rng)


def figure_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure in the middle, or only its upper part, painted out."""
    mask = figure(picture)
    if likely(rng, 0.5):
        mask[int(picture.shape[0] * between(rng, 0.45, 0.6)) :] = 0
    frame = widened(around(mask), 0.03 * picture.shape[1], picture)
    return edited(picture, closed(picture, mask, rng), [frame], rng)


def stamped_over(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Something covered with a piece of calm ground copied from elsewhere on the poster."""
    head, share = face(picture), between(rng, 0.18, 0.32)
    side = share * picture.shape[1]
    calm = calm_place(picture, rng, share, share, (0.05, 0.95))
    if abs(calm.x - head.x) + abs(calm.y - head.y) < side:
        calm = Box(
            picture.shape[1] - calm.x - calm.width, picture.shape[0] - calm.y - calm.height, calm.width, calm.height
        )
    piece = part_of(picture, calm)[:, ::-1]
    x, y = head.x + head.width * between(rng, 0.3, 0.7), head.y + head.height * between(rng, 0.4, 0.6)
    result = picture.copy()
    box = lay_mid(result, _cut_out(np.ascontiguousarray(piece), _oval(calm.width, calm.height)), x, y)
    return edited(picture, result, [box], rng)
