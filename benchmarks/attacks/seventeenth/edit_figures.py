"""Edits: faces, figures, grounds, colours and composites."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, resize, whole_of
from benchmarks.attacks.seventeenth.ink import Mask, inside, mix, on_size
from benchmarks.attacks.seventeenth.look import box_of, busy_place, figure_mask, head_place, oval
from benchmarks.attacks.seventeenth.tone import to_pixels
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def filling(pixels: Pixels, width: int, height: int) -> Pixels:
    """A picture scaled and cut so that it fills a size."""
    factor = max(width / pixels.shape[1], height / pixels.shape[0])
    large, _ = resize(pixels, max(width, round(pixels.shape[1] * factor)), max(height, round(pixels.shape[0] * factor)))
    x, y = (large.shape[1] - width) // 2, (large.shape[0] - height) // 2
    return large[y : y + height, x : x + width]


def matched(patch: Pixels, ground: Pixels, share: float) -> Pixels:
    """The patch with its colours moved towards the ground's."""
    ours, theirs = (cv2.cvtColor(part, cv2.COLOR_RGB2LAB).astype(np.float32) for part in (patch, ground))
    spread = np.clip((theirs.std(axis=(0, 1)) + 4) / (ours.std(axis=(0, 1)) + 4), 0.6, 1.5)
    moved = (ours - ours.mean(axis=(0, 1))) * spread + theirs.mean(axis=(0, 1))
    both = to_pixels(np.asarray(ours * (1 - share) + moved * share, np.float32))
    return np.asarray(cv2.cvtColor(both, cv2.COLOR_LAB2RGB), np.uint8)


def soft_patch(pixels: Pixels, patch: Pixels, box: Box) -> Pixels:
    """The patch in the box through a feathered ellipse."""
    changed = pixels.copy()
    part_of(changed, box)[:] = mix(part_of(pixels, box), patch, oval(box.width, box.height))
    return changed


def face_swapped(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's face, feathered, its colours matched."""
    other = others.pick(rng)
    box = inside(head_place(pixels, rng), pixels)
    theirs = part_of(other.pixels, inside(head_place(other.pixels, rng), other.pixels))
    patch = matched(filling(theirs, box.width, box.height), part_of(pixels, box), between(rng, 0.4, 0.8))
    return Attacked(soft_patch(pixels, patch, box), (box,), note=other.name)


def figure_pasted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A figure from another poster, cut out softly, set on the foot or to a side."""
    other = others.pick(rng)
    mask = figure_mask(other.pixels)
    cut = box_of(mask)
    height, width = pixels.shape[:2]
    factor = min(width * between(rng, 0.36, 0.56) / cut.width, height * 0.55 / cut.height)
    size = round(cut.width * factor), round(cut.height * factor)
    figure, soft = cv2.resize(part_of(other.pixels, cut), size), cv2.resize(part_of(mask, cut), size)
    x = one_of(rng, (round(width * 0.04), round(width * 0.96) - size[0], (width - size[0]) // 2))
    y = round((height - size[1]) * between(rng, 0.35, 0.9))
    box = Box(x, y, *size)
    changed = pixels.copy()
    part_of(changed, box)[:] = mix(part_of(pixels, box), np.asarray(figure, np.uint8), np.asarray(soft, np.float32))
    return Attacked(changed, (box,), note=other.name)


def removal_box(pixels: Pixels, rng: np.random.Generator) -> Box:
    """The thing in the way: a busy place of a third of the width."""
    width = pixels.shape[1] * between(rng, 0.26, 0.4)
    return inside(busy_place(pixels, (width, width * between(rng, 0.9, 1.4)), (0.05, 0.15, 0.95, 0.75)), pixels)


def figure_removed(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Inpainted away."""
    box = removal_box(pixels, rng)
    mask = (on_size(oval(box.width, box.height, 0.02), box.x, box.y, pixels) > 0.3).astype(np.uint8)
    return Attacked(np.asarray(cv2.inpaint(pixels, mask, 6, cv2.INPAINT_TELEA), np.uint8), (box,))


def thing_cloned_away(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Covered with texture from somewhere else on the poster."""
    box = removal_box(pixels, rng)
    height, width = pixels.shape[:2]
    spots = [
        Box(int(x), int(y), box.width, box.height)
        for x, y in zip(rng.integers(0, width - box.width, 40), rng.integers(0, height - box.height, 40), strict=True)
    ]
    free = [spot for spot in spots if not spot.intersection(box)] or spots
    seen = part_of(pixels, box).astype(np.float32)
    ground = float(np.median(np.concatenate([seen[0], seen[-1]])))
    source = min(
        free, key=lambda spot: abs(float(part_of(pixels, spot).mean()) - ground) + float(part_of(pixels, spot).std())
    )
    return Attacked(soft_patch(pixels, part_of(pixels, source), box), (box,))


def background_replaced(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's picture, or a gradient, round the kept figure."""
    height, width = pixels.shape[:2]
    mask = figure_mask(pixels)
    parts: tuple[Part, ...] = ()
    if rng.random() < 0.5:
        other = others.pick(rng)
        ground, note = filling(other.pixels, width, height), other.name
        parts = (Part(other.name, whole_of(pixels)), Part("", box_of(mask)))
    else:
        upper, lower = (rng.integers(0, 256, 3).astype(np.float32) for _ in range(2))
        rows = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
        ground, note = to_pixels(np.tile(upper * (1 - rows) + lower * rows, (1, width, 1))), "gradient"
    return Attacked(mix(ground, pixels, mask), (whole_of(pixels),), note=note, parts=parts)


def figure_on_other(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """This poster's figure on another poster's ground, the other one's words and all."""
    other = others.pick(rng)
    mask = figure_mask(pixels)
    ground = np.asarray(cv2.resize(other.pixels, pixels.shape[1::-1], interpolation=cv2.INTER_AREA), np.uint8)
    whole = whole_of(pixels)
    return Attacked(
        mix(ground, pixels, mask), (whole,), other.name, parts=(Part(other.name, whole), Part("", box_of(mask)))
    )


def recolour(pixels: Pixels, mask: Mask, rng: np.random.Generator) -> Pixels:
    """Another hue, strong enough to be seen, inside the mask."""
    hsv = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV).astype(np.float32)
    vivid = hsv[..., 1] > 60
    old = float(np.median(hsv[..., 0][(mask > 0.5) & vivid])) if ((mask > 0.5) & vivid).any() else 0.0
    hsv[..., 0] = (old + between(rng, 45, 120)) % 180
    hsv[..., 1] = np.clip(hsv[..., 1] * 0.5 + 130, 0, 255)
    hsv[..., 2] = np.clip(hsv[..., 2] * 0.7 + 50, 0, 235)
    return mix(pixels, np.asarray(cv2.cvtColor(to_pixels(hsv), cv2.COLOR_HSV2RGB), np.uint8), mask)


def part_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Clothes or hair: a soft-edged part in another hue."""
    width = pixels.shape[1] * between(rng, 0.28, 0.45)
    box = inside(busy_place(pixels, (width, width * between(rng, 0.8, 1.3)), (0.05, 0.2, 0.95, 0.85)), pixels)
    return Attacked(recolour(pixels, on_size(oval(box.width, box.height), box.x, box.y, pixels), rng), (box,))


def sky_recoloured(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Everything round the figure, down to about the middle, in another hue."""
    height, width = pixels.shape[:2]
    low = round(height * between(rng, 0.3, 0.5))
    fade = np.clip((low - np.arange(height)) / (height * 0.06) + 0.5, 0, 1).astype(np.float32)
    mask = fade[:, None] * (1 - figure_mask(pixels)) * 0.9
    return Attacked(
        recolour(pixels, np.asarray(mask, np.float32), rng), (Box(0, 0, width, low + round(height * 0.025)),)
    )


def halves_joined(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Half of this poster and half of another, side by side or one above the other."""
    other, changed = others.pick(rng), pixels.copy()
    height, width = pixels.shape[:2]
    theirs = np.asarray(cv2.resize(other.pixels, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    if rng.random() < 0.5:
        halves = [Box(0, 0, width // 2, height), Box(width // 2, 0, width - width // 2, height)]
    else:
        halves = [Box(0, 0, width, height // 2), Box(0, height // 2, width, height - height // 2)]
    ours, new = halves if rng.random() < 0.5 else halves[::-1]
    part_of(changed, new)[:] = part_of(theirs, new)
    return Attacked(changed, (new,), other.name, parts=(Part("", ours), Part(other.name, new)))
