"""Edits, the fifth set: two or three posters made into one."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.fifth.layers import box_in, laid_on, spread_out
from benchmarks.attacks.fifth.persons import cut_out
from benchmarks.attacks.fifth.targets import SEEN, face_in, kept_as, silhouette, standing_out
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.paint import Mask, blend, feather
from benchmarks.attacks.values import Attacked, OtherPoster, OtherPosters, Part


def _apart_from(
    picture: Pixels, mask: Mask, rng: np.random.Generator, others: OtherPosters
) -> tuple[OtherPoster, Pixels]:
    """Another poster in this one's size that looks different under the mask."""
    for _ in range(6):
        other = others.pick(rng)
        fitted = resize(other.pixels, *size_of(picture))[0]
        if np.abs(fitted.astype(np.int16) - picture).max(axis=2)[mask > 0.5].mean() > SEEN:
            break
    return other, fitted


def _joined(picture: Pixels, masks: list[Mask], rng: np.random.Generator, others: OtherPosters, note: str) -> Attacked:
    """Another poster under each mask."""
    after, rest, parts = picture, np.ones(picture.shape[:2], np.float32), []
    for mask in masks:
        other, fitted = _apart_from(picture, mask, rng, others)
        after = blend(after, fitted, mask)
        rest = rest * (1 - mask)
        parts.append(Part(other.name, box_in(picture, mask)))
    own = Part("", box_in(picture, rest))
    boxes = tuple(part.box for part in parts)
    return Attacked(after, boxes, note, saved_as=kept_as(rng), parts=(own, *parts))


def _band(picture: Pixels, low: float, high: float, slope: float, softness: float) -> Mask:
    """Everything between two upright lines, shares of the width at half the height; slope: lean of both."""
    width, height = size_of(picture)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    across = columns / width - slope * (rows / height - 0.5)
    mask: Mask = ((across >= low) & (across < high)).astype(np.float32)
    return feather(mask, softness * width)


def halves_upright(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: the left half of one poster and the right half of another."""
    seam = rng.uniform(0.42, 0.58)
    low, high = (-9.0, seam) if rng.random() < 0.5 else (seam, 9.0)
    return _joined(
        picture, [_band(picture, low, high, 0.0, float(rng.choice([0.0, 0.01])))], rng, others, f"{seam:.2f}"
    )


def halves_slanting(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: two posters along a diagonal with a soft seam."""
    seam, slope = rng.uniform(0.45, 0.55), rng.uniform(0.5, 1.1) * float(rng.choice([-1, 1]))
    low, high = (-9.0, seam) if rng.random() < 0.5 else (seam, 9.0)
    mask = _band(picture, low, high, slope, rng.uniform(0.01, 0.05))
    return _joined(picture, [mask], rng, others, f"slope {slope:.2f}")


def strips_of_three(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: three posters as upright, slanting or lying strips, this one being one of them."""
    slope = float(rng.choice([0.0, 0.0, rng.uniform(-0.25, 0.25)]))
    lying = bool(rng.random() < 0.4)
    edges = (-9.0, rng.uniform(0.3, 0.37), rng.uniform(0.63, 0.7), 9.0)
    own, masks = int(rng.integers(3)), []
    for number in range(3):
        if number != own:
            if lying:
                turned = np.ascontiguousarray(picture.transpose(1, 0, 2))
                masks.append(np.ascontiguousarray(_band(turned, edges[number], edges[number + 1], slope, 0.0).T))
            else:
                masks.append(_band(picture, edges[number], edges[number + 1], slope, 0.0))
    return _joined(picture, masks, rng, others, f"{'lying' if lying else 'upright'}, own {own}")


def head_on_other_body(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: another poster's head, with hair and neck, on the body of this one, larger than the one below it."""
    best, most = None, -1.0
    for _ in range(6):
        spot = face_in(picture, rng, (0.2, 0.32))
        other = others.pick(rng)
        wide = round(spot.width * rng.uniform(1.9, 2.4))
        shape = silhouette((wide * 2, round(wide * 2.4)))[: round(wide * 1.16), wide // 2 : wide // 2 + wide]
        rows = np.linspace(0, 1, shape.shape[0], dtype=np.float32)[:, None]
        shape = np.ascontiguousarray(shape * np.clip((1 - rows) / 0.06, 0, 1))
        source = face_in(other.pixels, rng, (0.2, 0.3))
        high = round(source.width * 2 * shape.shape[0] / shape.shape[1])
        box = Box(source.x - source.width // 2, source.y - round(source.height * 0.45), source.width * 2, high)
        layer = cut_out(other.pixels, shape, box)
        x = spot.x + spot.width / 2 - wide / 2
        y = max(0.0, spot.y + spot.height * 0.5 - shape.shape[0] * 0.5)
        after, mask = laid_on(picture, layer, x, y), spread_out(picture, layer, x, y)
        strength = float(np.abs(after.astype(np.int16) - picture).max(axis=2)[mask > 0.5].mean())
        if strength > most:
            best, most = (after, mask, other.name), strength
        if most > SEEN:
            break
    assert best is not None
    after, mask, name = best
    there = box_in(picture, mask)
    whole = Part("", box_in(picture, np.ones_like(mask)))
    return Attacked(after, (there,), f"from {name}", saved_as=kept_as(rng), parts=(whole, Part(name, there)))


def cut_out_on_other_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Edit: who stands in front on this poster, cut out and put before all of another one."""
    front = standing_out(picture, rng)
    other, ground = _apart_from(picture, 1 - front, rng, others)
    after = blend(ground, picture, front)
    behind = box_in(picture, 1 - front)
    parts = (Part("", box_in(picture, front)), Part(other.name, behind))
    return Attacked(after, (behind,), f"before {other.name}", saved_as=kept_as(rng), parts=parts)
