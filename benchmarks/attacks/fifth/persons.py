"""Edits, the fifth set: a face exchanged, figures pasted, removed or doubled, clothes or hair in another colour."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.fifth.layers import Layer, laid_on, spread_out
from benchmarks.attacks.fifth.targets import clearest, face_in, filled_in, part, silhouette
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.paint import Mask, ellipse_mask, feather, match_colours, to_uint8
from benchmarks.attacks.values import Attacked, OtherPosters


def cut_out(picture: Pixels, shape: Mask, box: Box) -> Layer:
    """What a box of a picture shows through a shape of any size; past the edges the picture is repeated."""
    pad = max(box.width, box.height)
    wide = cv2.copyMakeBorder(picture, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
    piece = np.asarray(wide, np.uint8)[box.y + pad : box.y + pad + box.height, box.x + pad : box.x + pad + box.width]
    fitted = resize(np.ascontiguousarray(piece), shape.shape[1], shape.shape[0])[0]
    return np.dstack([fitted.astype(np.float32), shape]).astype(np.float32)


def person_box(face: Box, size: tuple[int, int]) -> Box:
    """Head and body under a face: the box a silhouette fits on, inside a picture of a (width, height)."""
    wide = round(face.width * 3.0)
    x = face.x + face.width // 2 - wide // 2
    y = round(face.y + face.height * 0.5 - wide * 1.35 * 0.25)
    left, top = max(0, x), max(0, y)
    return Box(left, top, min(x + wide, size[0]) - left, min(y + round(wide * 1.35), size[1]) - top)


def face_patched(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: a face-sized soft ellipse of another poster over a face of this one, its tones matched at times."""

    def draft() -> tuple[Pixels, Mask, str]:
        spot = face_in(picture, rng, (0.2, 0.38))
        other = others.pick(rng)
        source = face_in(other.pixels, rng, (0.22, 0.36))
        shape = ellipse_mask((spot.width, spot.height), rng.uniform(0.03, 0.08))
        layer = cut_out(other.pixels, shape, source)
        if rng.random() < 0.6:
            toned = match_colours(to_uint8(layer[:, :, :3]), part(picture, spot), rng.uniform(0.4, 0.8))
            layer = np.dstack([toned.astype(np.float32), shape]).astype(np.float32)
        after = laid_on(picture, layer, spot.x, spot.y)
        return after, spread_out(picture, layer, spot.x, spot.y), f"from {other.name}"

    return clearest(picture, draft, rng)


def figure_set_in(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: somebody from another poster, head to waist in a soft outline, at the foot or beside the middle."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        other = others.pick(rng)
        source = person_box(face_in(other.pixels, rng, (0.16, 0.28)), size_of(other.pixels))
        wide = round(width * rng.uniform(0.32, 0.6))
        high = min(round(wide * source.height / max(1, source.width)), round(height * 0.6))
        layer = cut_out(other.pixels, silhouette((wide, high), rng.uniform(-0.06, 0.06)), source)
        x = rng.uniform(0.0, 1.0) * (width - wide)
        y = height - high if rng.random() < 0.5 else rng.uniform(0.25, 0.8) * (height - high)
        return laid_on(picture, layer, x, y), spread_out(picture, layer, x, y), f"from {other.name}"

    return clearest(picture, draft, rng)


def figure_painted_out(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: somebody, or whatever stands there, inpainted away in the outline of a person."""

    def draft() -> tuple[Pixels, Mask, str]:
        box = person_box(face_in(picture, rng, (0.14, 0.24)), size_of(picture))
        layer = cut_out(picture, silhouette((box.width, box.height)), box)
        hole = spread_out(picture, layer, box.x, box.y)
        after = filled_in(picture, hole, rng)
        return after, hole, f"{box.width} wide"

    return _where_changed(clearest(picture, draft, rng, seen=45.0), picture)


def _where_changed(attacked: Attacked, picture: Pixels) -> Attacked:
    """The same with one box, tight around what really differs."""
    away = np.abs(attacked.pixels.astype(np.int16) - picture).max(axis=2).astype(np.float32)
    clear = cv2.morphologyEx((away > 22).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    (whole,) = attacked.boxes_of_change
    inside = np.zeros_like(clear)
    rows, columns = slice(whole.y, whole.y + whole.height), slice(whole.x, whole.x + whole.width)
    inside[rows, columns] = clear[rows, columns]
    left, top, wide, high = (int(v) for v in cv2.boundingRect(inside))
    boxes = (Box(left, top, wide, high),) if wide * high > 0.2 * whole.area else attacked.boxes_of_change
    return Attacked(attacked.pixels, boxes, attacked.note, saved_as=attacked.saved_as)


def figure_doubled(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: somebody of this poster once more, mirrored, at the other side, smaller or larger."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        box = person_box(face_in(picture, rng, (0.13, 0.22)), size_of(picture))
        wide = round(box.width * rng.uniform(0.7, 1.15))
        high = round(wide * box.height / box.width)
        layer = np.ascontiguousarray(cut_out(picture, silhouette((wide, high)), box)[:, ::-1])
        right = box.x + box.width / 2 < width / 2
        x = width - wide - rng.uniform(0, 0.05) * width if right else rng.uniform(0, 0.05) * width
        y = float(np.clip(box.y + rng.uniform(-0.1, 0.25) * height, 0, max(0, height - high)))
        return laid_on(picture, layer, x, y), spread_out(picture, layer, x, y), "right" if right else "left"

    return clearest(picture, draft, rng)


def clothes_recoloured(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Edit: what somebody wears below the face, or the hair above it, in a strong other colour."""

    def draft() -> tuple[Pixels, Mask, str]:
        width, height = size_of(picture)
        face = face_in(picture, rng, (0.18, 0.28))
        hair = bool(rng.random() < 0.35)
        middle = (face.x + face.width // 2, face.y + round(face.height * (0.05 if hair else 1.9)))
        axes = (round(face.width * (0.75 if hair else 1.2)), round(face.height * (0.45 if hair else 1.0)))
        mask: Mask = np.zeros((height, width), np.float32)
        cv2.ellipse(mask, middle, axes, 0, 0, 360, 1.0, -1, cv2.LINE_AA)
        mask = feather(mask * _like_the_middle(picture, mask, rng), width / 100)
        hue, strength = int(rng.integers(0, 180)), rng.uniform(0.75, 1.0)
        tones = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV).astype(np.float32)
        tones[:, :, 0] = hue
        tones[:, :, 1] = np.maximum(tones[:, :, 1], rng.uniform(150, 220))
        tones[:, :, 2] = np.clip(tones[:, :, 2] * 0.75 + 60, 0, 235)
        dyed = cv2.cvtColor(to_uint8(tones), cv2.COLOR_HSV2RGB).astype(np.float32)
        share = mask[:, :, None] * strength
        return to_uint8(picture * (1 - share) + dyed * share), mask, f"{'hair' if hair else 'clothes'}, hue {2 * hue}"

    return clearest(picture, draft, rng, seen=70.0)


def _like_the_middle(picture: Pixels, mask: Mask, rng: np.random.Generator) -> Mask:
    """Where, inside a mask, the colours are among the two commonest of three there."""
    tones = cv2.cvtColor(cv2.GaussianBlur(picture, (0, 0), 2), cv2.COLOR_RGB2LAB).astype(np.float32)
    inside = tones[mask > 0.5]
    if len(inside) < 50:
        return np.ones_like(mask)
    samples = inside[rng.integers(0, len(inside), 600)]
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 1.0)
    cv2.setRNGSeed(int(rng.integers(2**31)))
    _, labels, centres = cv2.kmeans(samples, 3, np.empty(0, np.int32), criteria, 2, cv2.KMEANS_PP_CENTERS)
    counts = np.bincount(labels.ravel(), minlength=3)
    nearest = np.linalg.norm(tones[:, :, None, :] - centres[None, None], axis=3).argmin(axis=2)
    chosen = (nearest != int(np.argmin(counts))).astype(np.uint8)
    return np.asarray(cv2.morphologyEx(chosen, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)), np.float32)
