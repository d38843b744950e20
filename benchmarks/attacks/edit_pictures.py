"""Edits: official art with its picture changed: faces, figures, things taken out, another ground, another colour."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.edit_words import saved_by_editor
from benchmarks.attacks.geometry import resize, size_of
from benchmarks.attacks.paint import (
    Mask,
    blend,
    ellipse_mask,
    feather,
    figure_mask,
    gradient,
    mask_box,
    match_colours,
    paste,
    random_colour,
    soft_noise,
)
from benchmarks.attacks.places import box_means, detail_map, detailed_spot
from benchmarks.attacks.values import Attacked, OtherPosters, Part

PLAINLY_DIFFERENT = 14.0
"""Mean difference of brightness and colour (0..255) under which nobody would notice the edit."""


def _cut(picture: Pixels, box: Box) -> Pixels:
    return picture[box.y : box.y + box.height, box.x : box.x + box.width]


def _difference(before: Pixels, after: Pixels, mask: Mask | None = None) -> float:
    away = np.abs(before.astype(np.float32) - after).mean(axis=2)
    return float(away.mean() if mask is None else (away * mask).sum() / max(1.0, mask.sum()))


def _placed(mask: Mask, box: Box) -> Box:
    inner = mask_box(mask, 0.5)
    return Box(box.x + inner.x, box.y + inner.y, inner.width, inner.height)


def face(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A face-sized ellipse in the upper half taken from another poster, in matching colours."""
    width = picture.shape[1]
    across = round(width * rng.uniform(0.16, 0.3))
    size = (across, round(across * rng.uniform(1.2, 1.4)))
    spot = detailed_spot(picture, size, (0.18, 0.5), rng)
    size = (spot.width, spot.height)
    mask = ellipse_mask(size, rng.uniform(0.04, 0.1))
    for _ in range(8):
        other = others.pick(rng)
        source = detailed_spot(other.pixels, _same_share(size, picture, other.pixels), (0.18, 0.5), rng)
        piece, _ = resize(_cut(other.pixels, source), *size)
        piece = match_colours(piece, _cut(picture, spot))
        result = paste(picture, piece, mask, spot.x, spot.y)
        if _difference(_cut(picture, spot), _cut(result, spot), mask) > PLAINLY_DIFFERENT:
            break
    return Attacked(result, (_placed(mask, spot),), f"from {other.name}", saved_as=saved_by_editor(rng))


def figure(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A person-like cut-out from another poster put into the lower part."""
    width, height = size_of(picture)
    for _ in range(8):
        size = (round(width * rng.uniform(0.28, 0.5)), round(height * rng.uniform(0.28, 0.48)))
        other = others.pick(rng)
        source = detailed_spot(other.pixels, _same_share(size, picture, other.pixels), (0.3, 0.55), rng)
        piece, _ = resize(_cut(other.pixels, source), *size)
        x = round(rng.uniform(0, width - size[0]))
        y = round(rng.uniform(height * 0.3, height - size[1]))
        spot = Box(x, y, *size)
        piece = match_colours(piece, _cut(picture, spot), rng.uniform(0.0, 0.6))
        mask = figure_mask(size, rng)
        result = paste(picture, piece, mask, x, y)
        if _difference(_cut(picture, spot), _cut(result, spot), mask) > PLAINLY_DIFFERENT:
            break
    return Attacked(result, (_placed(mask, spot),), f"from {other.name}", saved_as=saved_by_editor(rng))


def removal(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Something 12-30 % of the width taken out: inpainted, or covered with ground from nearby."""
    width = picture.shape[1]
    for _ in range(8):
        across = round(width * rng.uniform(0.12, 0.3))
        spot = detailed_spot(picture, (across, round(across * rng.uniform(0.7, 1.6))), (0.15, 0.85), rng)
        mask = ellipse_mask((spot.width, spot.height), 0.03)
        way = "inpaint" if rng.random() < 0.5 else "clone"
        result = _inpaint(picture, spot, mask) if way == "inpaint" else _clone(picture, spot, mask, rng)
        if _difference(_cut(picture, spot), _cut(result, spot), mask) > PLAINLY_DIFFERENT:
            break
    return Attacked(result, (_placed(mask, spot),), way, saved_as=saved_by_editor(rng))


def _inpaint(picture: Pixels, spot: Box, mask: Mask) -> Pixels:
    hole = np.zeros(picture.shape[:2], np.uint8)
    hole[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width] = (mask > 0.4).astype(np.uint8) * 255
    pad = max(12, spot.width // 3)
    left, top = max(0, spot.x - pad), max(0, spot.y - pad)
    area = (slice(top, spot.y + spot.height + pad), slice(left, spot.x + spot.width + pad))
    result = picture.copy()
    result[area] = cv2.inpaint(np.ascontiguousarray(picture[area]), hole[area], 5, cv2.INPAINT_TELEA)
    return result


def _clone(picture: Pixels, spot: Box, mask: Mask, rng: np.random.Generator) -> Pixels:
    """The calmest of some boxes around the spot, laid over it."""
    calm = box_means(detail_map(picture), spot.width, spot.height)
    width, height = size_of(picture)
    tried = []
    for _ in range(40):
        x = int(np.clip(spot.x + rng.uniform(-2, 2) * spot.width, 0, width - spot.width - 1))
        y = int(np.clip(spot.y + rng.uniform(-2, 2) * spot.height, 0, height - spot.height - 1))
        if Box(x, y, spot.width, spot.height).overlap(spot) < 0.2:
            tried.append((float(calm[y, x]), x, y))
    if not tried:
        return _inpaint(picture, spot, mask)
    _, x, y = min(tried)
    return paste(picture, _cut(picture, Box(x, y, spot.width, spot.height)), mask, spot.x, spot.y)


def background(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure in the middle kept, everything around it from another poster or a gradient."""
    size = size_of(picture)
    mask, box = middle_figure(picture, rng)
    way = str(rng.choice(["other", "other", "blurred", "gradient"]))
    if way == "gradient":
        ground, name = gradient(size, random_colour(rng), random_colour(rng)), ""
    else:
        other = others.pick(rng)
        ground, name = resize(other.pixels, *size)[0], other.name
        if way == "blurred":
            ground = np.asarray(cv2.GaussianBlur(ground, (0, 0), size[0] / 40), np.uint8)
    whole = Box(0, 0, *size)
    # Seen from a library that holds the other poster, the figure is what was added.
    parts = (Part("", box), Part(name, whole)) if way == "other" else ()
    return Attacked(
        blend(ground, picture, mask),
        (whole,),
        f"{way} {name}, figure {box.width} wide",
        saved_as=saved_by_editor(rng),
        parts=parts,
    )


def middle_figure(picture: Pixels, rng: np.random.Generator) -> tuple[Mask, Box]:
    """A figure's mask over the whole picture, somewhere in the middle, and its box."""
    width, height = size_of(picture)
    figure_size = (round(width * rng.uniform(0.55, 0.8)), round(height * rng.uniform(0.6, 0.85)))
    x = round((width - figure_size[0]) * rng.uniform(0.3, 0.7))
    y = height - figure_size[1] - round(height * rng.uniform(0, 0.1))
    mask = np.zeros((height, width), np.float32)
    mask[y : y + figure_size[1], x : x + figure_size[0]] = figure_mask(figure_size, rng)
    return mask, Box(x, y, *figure_size)


def recolour(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One thing in another colour: a coat, a car, the sky's corner."""
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32)
    for _ in range(12):
        mask = _thing(picture, rng)
        angle = np.radians(rng.uniform(70, 200))
        tint = lab.copy()
        red, blue = lab[:, :, 1] - 128, lab[:, :, 2] - 128
        push = rng.uniform(14, 30)
        away = rng.uniform(0, 2 * np.pi)
        tint[:, :, 1] = 128 + red * np.cos(angle) - blue * np.sin(angle) + push * np.cos(away)
        tint[:, :, 2] = 128 + red * np.sin(angle) + blue * np.cos(angle) + push * np.sin(away)
        tinted = np.asarray(cv2.cvtColor(np.clip(tint, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB), np.uint8)
        result = blend(picture, tinted, mask)
        if _difference(picture, result, mask) > PLAINLY_DIFFERENT * 1.8:
            break
    return Attacked(result, (mask_box(mask, 0.4),), f"{np.degrees(angle):.0f} degrees", saved_as=saved_by_editor(rng))


def _thing(picture: Pixels, rng: np.random.Generator) -> Mask:
    """A connected area of like colour of 2-20 % of the poster; a soft blob where none is found."""
    width, height = size_of(picture)
    smooth = cv2.medianBlur(picture, 7)
    for _ in range(10):
        x, y = int(rng.uniform(0.1, 0.9) * width), int(rng.uniform(0.1, 0.9) * height)
        if smooth[y, x].mean() < 40:
            continue
        filled = np.zeros((height + 2, width + 2), np.uint8)
        flags = 4 | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
        reach = float(rng.uniform(4, 12))
        cv2.floodFill(smooth.copy(), filled, (x, y), 0, (reach,) * 3, (reach,) * 3, flags)
        area = cv2.morphologyEx(filled[1:-1, 1:-1], cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
        area = cv2.morphologyEx(area, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
        if 0.02 < area.mean() / 255 < 0.2:
            return feather((area > 0).astype(np.float32), 1.2)
    side = round(width * rng.uniform(0.22, 0.4))
    blob: Mask = np.zeros((height, width), np.float32)
    x, y = int(rng.integers(0, width - side)), int(rng.integers(0, max(1, height - side)))
    cloud = ellipse_mask((side, side), 0.05) * (soft_noise((side, side), rng, 5) > -0.6)
    blob[y : y + side, x : x + side] = feather(cloud.astype(np.float32), side * 0.03)
    return blob


def _same_share(size: tuple[int, int], picture: Pixels, other: Pixels) -> tuple[int, int]:
    """The size on another poster that has the same share of its width."""
    factor = other.shape[1] / picture.shape[1]
    return max(8, round(size[0] * factor)), max(8, round(size[1] * factor))
