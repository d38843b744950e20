"""Edits of the picture drawn another way than those of edit_pictures and composites."""

from collections.abc import Callable

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.paint import Mask, blend, feather, gradient, grey_of, mask_box, soft_noise, to_uint8
from benchmarks.attacks.second.words import editor_export
from benchmarks.attacks.values import Attacked, OtherPosters, Part

NOTICED_FROM = 16.0
"""Mean difference (0..255) over the changed place under which nobody would call it an edit."""
SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((20, 24, 60), (232, 122, 72)),
    ((8, 10, 28), (54, 62, 110)),
    ((96, 160, 222), (226, 236, 246)),
    ((60, 12, 70), (242, 170, 130)),
    ((70, 74, 80), (172, 176, 180)),
)


def face_from_above(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An ellipse from the upper part of another poster with a feathered edge and tones matched by their ranks."""
    width, height = size_of(picture)

    def attempt() -> tuple[Pixels, Mask, str]:
        across = round(width * rng.uniform(0.18, 0.32))
        spot = _somewhere(picture, (across, round(across * 1.3)), (0.2, 0.8), (0.18, 0.46), rng)
        other = others.pick(rng)
        there, _ = resize(other.pixels, width, height)
        source = _somewhere(there, (spot.width, spot.height), (0.25, 0.75), (0.14, 0.42), rng)
        piece = _tones_like(_cut(there, source), _cut(picture, spot))
        mask = _oval(picture, spot, 0.12)
        return blend(picture, _laid(picture, piece, spot), mask), mask, f"from {other.name}"

    return _noticed(picture, attempt, rng)


def head_mirrored(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A head's place in the upper part with left and right changed over."""
    width = picture.shape[1]

    def attempt() -> tuple[Pixels, Mask, str]:
        across = round(width * rng.uniform(0.22, 0.36))
        spot = _somewhere(picture, (across, round(across * 1.25)), (0.25, 0.75), (0.2, 0.5), rng)
        mask = _oval(picture, spot, 0.08)
        turned = np.ascontiguousarray(_cut(picture, spot)[:, ::-1])
        return blend(picture, _laid(picture, turned, spot), mask), mask, f"{across} px"

    return _noticed(picture, attempt, rng)


def person_inpainted(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Somebody as large as a person taken out and filled in from the surroundings."""
    width, height = size_of(picture)
    small, _ = resize(picture, max(48, width // 3), max(48, height // 3))

    def attempt() -> tuple[Pixels, Mask, str]:
        size = (round(width * rng.uniform(0.2, 0.32)), round(height * rng.uniform(0.28, 0.42)))
        spot = _somewhere(picture, size, (0.2, 0.8), (0.35, 0.7), rng)
        mask = _oval(picture, spot, 0.03)
        hole, _ = resize((mask > 0.05).astype(np.uint8) * 255, small.shape[1], small.shape[0])
        filled = np.asarray(cv2.inpaint(small, (hole > 0).astype(np.uint8), 3, cv2.INPAINT_NS), np.uint8)
        ground, _ = resize(filled, width, height)
        return blend(picture, to_uint8(ground + rng.normal(0, 2, ground.shape)), mask), mask, f"{size[0]}x{size[1]}"

    return _noticed(picture, attempt, rng)


def sky_replaced(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Another sky behind whatever stands out in the upper part."""
    width, height = size_of(picture)
    detail = cv2.GaussianBlur(np.abs(cv2.Laplacian(grey_of(picture), cv2.CV_32F)), (0, 0), 3)

    def attempt() -> tuple[Pixels, Mask, str]:
        foot = rng.uniform(0.25, 0.42)
        down = np.linspace(0, 1, height, dtype=np.float32)[:, None]
        ramp = np.clip((foot - down + 0.04 * soft_noise((width, height), rng, 6)) / 0.08 + 0.5, 0, 1)
        ramp[down[:, 0] > foot + 0.1] = 0
        mask: Mask = (ramp * np.clip(1.25 - detail / 18, 0.1, 1)).astype(np.float32)
        top, low = one_of(rng, SKIES)
        sky = gradient((width, round(height * foot) + 1), top, low)
        ground = np.repeat(sky[-1:], height, axis=0)
        ground[: len(sky)] = sky[:height]
        return blend(picture, ground, mask), mask, f"down to {foot:.2f}"

    return _noticed(picture, attempt, rng)


def ghost_face(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A large head from another poster shining through the upper part."""
    width, height = size_of(picture)

    def attempt() -> tuple[Pixels, Mask, str]:
        across = round(width * rng.uniform(0.5, 0.8))
        spot = _somewhere(picture, (across, round(across * 1.1)), (0.3, 0.7), (0.25, 0.4), rng)
        other = others.pick(rng)
        source, _ = resize(other.pixels, width, height)
        from_box = _somewhere(source, (round(across * 0.6), round(across * 0.66)), (0.3, 0.7), (0.15, 0.4), rng)
        piece, _ = resize(_cut(source, from_box), spot.width, spot.height)
        mask = _oval(picture, spot, 0.2) * np.float32(rng.uniform(0.55, 0.8))
        return blend(picture, _laid(picture, piece, spot), mask), mask, f"from {other.name}"

    return _noticed(picture, attempt, rng)


def twice_there(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A figure of the poster itself once more, smaller, elsewhere in the lower part."""
    width, height = size_of(picture)

    def attempt() -> tuple[Pixels, Mask, str]:
        size = (round(width * rng.uniform(0.26, 0.4)), round(height * rng.uniform(0.32, 0.48)))
        source = _somewhere(picture, size, (0.3, 0.7), (0.3, 0.6), rng)
        factor = rng.uniform(0.65, 0.95)
        piece, _ = resize(_cut(picture, source), round(size[0] * factor), round(size[1] * factor))
        spot = _somewhere(picture, size_of(piece), (0.15, 0.85), (0.5, 0.8), rng)
        mask = _oval(picture, spot, 0.06)
        return blend(picture, _laid(picture, piece, spot), mask), mask, f"x{factor:.2f}"

    return _noticed(picture, attempt, rng)


def split_aslant(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters along a slanting line with a bright seam."""
    width, height = size_of(picture)
    other = others.pick(rng)
    there, _ = resize(other.pixels, width, height)
    at_top, at_foot = (round(width * rng.uniform(0.3, 0.7)) for _ in range(2))
    mask: Mask = np.zeros((height, width), np.float32)
    cv2.fillPoly(mask, [np.array([(at_top, 0), (width, 0), (width, height), (at_foot, height)], np.int32)], 1.0)
    result = blend(picture, there, feather(mask, 1.0))
    cv2.line(result, (at_top, 0), (at_foot, height), (245, 245, 245), max(1, width // 90), cv2.LINE_AA)
    left, right = min(at_top, at_foot), max(at_top, at_foot)
    box = Box(left, 0, width - left, height)
    parts = (Part("", Box(0, 0, right, height)), Part(other.name, box))
    return Attacked(result, (box,), f"with {other.name}", saved_as=editor_export(rng), parts=parts)


def _noticed(picture: Pixels, attempt: Callable[[], tuple[Pixels, Mask, str]], rng: np.random.Generator) -> Attacked:
    """The first of ten attempts that anybody would notice, or the strongest of them."""
    best: tuple[float, Pixels, Mask, str] | None = None
    for _ in range(10):
        result, mask, note = attempt()
        away = np.abs(picture.astype(np.float32) - result).mean(axis=2)
        strength = float((away * mask).sum() / max(1.0, float(mask.sum())))
        if best is None or strength > best[0]:
            best = (strength, result, mask, note)
        if strength > NOTICED_FROM:
            break
    assert best is not None
    _, result, mask, note = best
    box = mask_box(mask, 0.25 * float(mask.max()))
    return Attacked(result, (box,), note, saved_as=editor_export(rng))


def _somewhere(
    picture: Pixels,
    size: tuple[int, int],
    across: tuple[float, float],
    down: tuple[float, float],
    rng: np.random.Generator,
) -> Box:
    """A box whose middle lies in the given shares of the picture, moved inside it."""
    width, height = size_of(picture)
    box_width, box_height = min(size[0], width - 2), min(size[1], height - 2)
    x = round(rng.uniform(*across) * width - box_width / 2)
    y = round(rng.uniform(*down) * height - box_height / 2)
    return Box(min(max(0, x), width - box_width), min(max(0, y), height - box_height), box_width, box_height)


def _cut(picture: Pixels, box: Box) -> Pixels:
    return picture[box.y : box.y + box.height, box.x : box.x + box.width]


def _laid(picture: Pixels, piece: Pixels, spot: Box) -> Pixels:
    result = picture.copy()
    result[spot.y : spot.y + spot.height, spot.x : spot.x + spot.width] = piece
    return result


def _oval(picture: Pixels, spot: Box, softness: float) -> Mask:
    """An ellipse inside the spot, over the whole picture. softness: feather as a share of the spot's width."""
    rows, columns = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    across = (columns - (spot.x + spot.width / 2)) / (spot.width / 2)
    down = (rows - (spot.y + spot.height / 2)) / (spot.height / 2)
    mask: Mask = np.clip((1 - np.hypot(across, down)) / max(0.01, 2 * softness), 0, 1).astype(np.float32)
    return mask


def _tones_like(piece: Pixels, target: Pixels) -> Pixels:
    """The piece with each channel's values taken, rank by rank, from the target's."""
    result = np.empty_like(piece)
    shares = np.linspace(0, 1, 65)
    for channel in range(3):
        have, want = np.quantile(piece[:, :, channel], shares), np.quantile(target[:, :, channel], shares)
        result[:, :, channel] = np.interp(piece[:, :, channel], have, want)
    return result
