"""Edits, the fourth set: faces, eyes, figures, hair and cloth changed."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.fourth.layers import PLAIN_TO_SEE, box_of, laid, plainest, spread
from benchmarks.attacks.fourth.spots import calm_corner, head_in, standing
from benchmarks.attacks.geometry import Colour, part_of, resize, size_of
from benchmarks.attacks.paint import Mask, feather, grey_of, match_colours, soft_noise, to_uint8
from benchmarks.attacks.places import detail_map
from benchmarks.attacks.values import Attacked, OtherPosters

EYE_TONES: tuple[Colour, ...] = ((40, 230, 90), (255, 40, 30), (60, 170, 255), (255, 220, 60), (240, 240, 255))


def egg(size: tuple[int, int], softness: float) -> Mask:
    """The shape of a face in a (width, height): broad above, narrow at the chin. softness: share of the width."""
    width, height = size
    turn = np.linspace(0, 2 * np.pi, 90)
    half = width * (0.5 - 1.2 * softness) - 1
    x = width / 2 + half * np.cos(turn) * (1 - 0.16 * np.sin(turn))
    y = height / 2 + (height * (0.5 - 1.2 * softness) - 1) * np.sin(turn)
    mask: Mask = np.zeros((height, width), np.float32)
    cv2.fillPoly(mask, [np.rint(np.stack([x, y], axis=1)).astype(np.int32)], 1.0, cv2.LINE_AA)
    return feather(mask, width * softness)


def _over(picture: Pixels, piece: Pixels, shape: Mask, spot: tuple[int, int]) -> tuple[Pixels, Mask]:
    """A piece laid onto the picture at (x, y) through a mask of its size, and that mask in the picture."""
    canvas = picture.copy()
    x, y = spot
    left, top = max(0, x), max(0, y)
    right, foot = min(picture.shape[1], x + shape.shape[1]), min(picture.shape[0], y + shape.shape[0])
    canvas[top:foot, left:right] = piece[top - y : foot - y, left - x : right - x]
    mask = spread(picture, shape, spot)
    return laid(picture, canvas, mask), mask


def face_of_somebody_else(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A face from another poster, a little turned and toned like its place, over one of this poster's."""

    def draft() -> tuple[Pixels, Mask, str]:
        spot = head_in(picture, round(picture.shape[1] * rng.uniform(0.2, 0.36)), rng)
        other = others.pick(rng)
        source = head_in(other.pixels, round(other.pixels.shape[1] * rng.uniform(0.22, 0.38)), rng)
        piece, _ = resize(np.ascontiguousarray(part_of(other.pixels, source)), spot.width, spot.height)
        turn = cv2.getRotationMatrix2D((spot.width / 2, spot.height / 2), rng.uniform(-14, 14), 1.06)
        size = (spot.width, spot.height)
        piece = np.asarray(cv2.warpAffine(piece, turn, size, borderMode=cv2.BORDER_REFLECT), np.uint8)
        piece = match_colours(piece, np.ascontiguousarray(part_of(picture, spot)), rng.uniform(0.4, 0.9))
        after, mask = _over(picture, piece, egg(size, rng.uniform(0.02, 0.06)), (spot.x, spot.y))
        return after, mask, f"from {other.name}"

    return plainest(picture, draft, rng)


def face_in_the_sky(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One more face, large and soft-edged, high up or at the side, screened or laid over the ground."""

    def draft() -> tuple[Pixels, Mask, str]:
        other = others.pick(rng)
        source = head_in(other.pixels, round(other.pixels.shape[1] * rng.uniform(0.28, 0.45)), rng)
        wide = round(picture.shape[1] * rng.uniform(0.3, 0.45))
        size = (wide, min(round(wide * 1.28), picture.shape[0] // 2))
        piece, _ = resize(np.ascontiguousarray(part_of(other.pixels, source)), *size)
        x = round(rng.choice([0.02, 0.3, 0.55]) * picture.shape[1])
        y = round(rng.uniform(0.01, 0.25) * picture.shape[0])
        shape = egg(size, 0.09) * np.float32(rng.uniform(0.75, 1.0))
        if rng.random() < 0.4:
            canvas = picture.copy()
            canvas[y : y + size[1], x : x + size[0]] = piece[:, : picture.shape[1] - x]
            mask = spread(picture, shape, (x, y))
            return laid(picture, canvas, mask, "screen"), mask, f"screened from {other.name}"
        after, mask = _over(picture, piece, shape, (x, y))
        return after, mask, f"from {other.name}"

    return plainest(picture, draft, rng)


def eyes_of_another_colour(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Two irises in a loud colour, softly shining, where the eyes of a large face would be."""

    def draft() -> tuple[Pixels, Mask, str]:
        face = head_in(picture, round(picture.shape[1] * rng.uniform(0.34, 0.52)), rng)
        dark = 255 - cv2.GaussianBlur(grey_of(np.ascontiguousarray(part_of(picture, face))), (0, 0), face.width / 40)
        band = slice(round(face.height * 0.3), round(face.height * 0.5))
        radius = max(3, round(face.width * rng.uniform(0.055, 0.08)))
        mask: Mask = np.zeros(picture.shape[:2], np.float32)
        for low, high in ((0.18, 0.42), (0.58, 0.82)):
            left = round(face.width * low)
            area = dark[band, left : round(face.width * high)]
            y, x = np.unravel_index(int(np.argmax(area)), area.shape)
            spot = (face.x + left + int(x), face.y + band.start + int(y))
            cv2.circle(mask, spot, radius, 1.0, -1, cv2.LINE_AA)
        tone = one_of(rng, EYE_TONES)
        shine = np.clip(feather(mask, radius * 0.5), 0, 0.5)
        after = laid(laid(picture, tone, shine, "screen"), tone, mask * np.float32(0.8))
        return after, mask, f"radius {radius}"

    return _each_apart(plainest(picture, draft, rng, enough=45.0), picture)


def _each_apart(attacked: Attacked, picture: Pixels) -> Attacked:
    """One box for each of the changed islands instead of one around all of them."""
    moved = (np.abs(attacked.pixels.astype(np.int16) - picture).max(axis=2) > 25).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(moved)
    large = stats[1:][stats[1:, cv2.CC_STAT_AREA] >= 0.3 * stats[1:, cv2.CC_STAT_AREA].max()] if count > 1 else []
    boxes = tuple(Box(*(int(v) for v in row[:4])) for row in large)
    return Attacked(attacked.pixels, boxes or attacked.boxes_of_change, attacked.note, saved_as=attacked.saved_as)


def _cut_figure(picture: Pixels, rng: np.random.Generator) -> tuple[Pixels, Mask]:
    """Whoever stands in the middle, and their mask, both cut to their box."""
    cover = standing(picture, rng)
    box = box_of(cover)
    return np.ascontiguousarray(part_of(picture, box)), np.ascontiguousarray(part_of(cover, box))


def figure_smaller_again(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The poster's own figure once more at 40 to 65 % of its size, mirrored, beside itself."""

    def draft() -> tuple[Pixels, Mask, str]:
        piece, cover = _cut_figure(picture, rng)
        factor = rng.uniform(0.4, 0.65)
        small, _ = resize(np.ascontiguousarray(piece[:, ::-1]), *(round(v * factor) for v in size_of(piece)))
        shape = np.asarray(cv2.resize(np.ascontiguousarray(cover[:, ::-1]), size_of(small)), np.float32)
        x = round(float(rng.choice([0.0, 1.0])) * (picture.shape[1] - shape.shape[1]))
        y = round(rng.uniform(0.45, 0.95) * (picture.shape[0] - shape.shape[0]))
        after, mask = _over(picture, small, shape, (x, y))
        return after, mask, f"at {factor:.2f}"

    return plainest(picture, draft, rng)


def figure_grown(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The poster's own figure 25 to 50 % larger, over where it stood."""

    def draft() -> tuple[Pixels, Mask, str]:
        cover = standing(picture, rng)
        box = box_of(cover)
        factor = rng.uniform(1.25, 1.5)
        piece = np.ascontiguousarray(part_of(picture, box))
        large, _ = resize(piece, *(round(v * factor) for v in size_of(piece)))
        shape = np.asarray(cv2.resize(np.ascontiguousarray(part_of(cover, box)), size_of(large)), np.float32)
        x = round(box.x + box.width / 2 - shape.shape[1] / 2)
        after, mask = _over(picture, large, shape, (x, box.y + box.height - shape.shape[0]))
        return after, mask, f"by {factor:.2f}"

    return plainest(picture, draft, rng)


def figure_from_elsewhere(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Somebody out of another poster standing at one side, toned like this one, with a dropped shadow."""
    width, height = size_of(picture)

    def draft() -> tuple[Pixels, Mask, str]:
        other = others.pick(rng)
        piece, cover = _cut_figure(other.pixels, rng)
        factor = min(width * rng.uniform(0.32, 0.5) / piece.shape[1], height * 0.6 / piece.shape[0])
        size = tuple(max(12, round(v * factor)) for v in size_of(piece))
        small, _ = resize(piece, *size)
        shape = np.asarray(cv2.resize(cover, size), np.float32)
        toned = match_colours(small, picture, rng.uniform(0.1, 0.6))
        x = round(float(rng.choice([-0.02, 1.02])) * (width - size[0]))
        y = round(rng.uniform(0.7, 1.0) * (height - size[1]))
        below = laid(picture, (0, 0, 0), feather(spread(picture, shape, (x + 3, y + 2)), 2.0) * np.float32(0.5))
        after, mask = _over(below, toned, shape, (x, y))
        return after, mask, f"from {other.name}"

    return plainest(picture, draft, rng)


def figure_stamped_away(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Something as large as a person stamped over with the ground from beside it, feathered, as a clone brush does."""
    width, height = size_of(picture)

    def draft() -> tuple[Pixels, Mask, str]:
        size = (round(width * rng.uniform(0.22, 0.34)), round(height * rng.uniform(0.25, 0.4)))
        x = round(rng.uniform(0.25, 0.75) * (width - size[0]))
        y = round(rng.uniform(0.3, 0.75) * (height - size[1]))
        quiet = calm_corner(picture, size, rng)
        if abs(quiet[0] - x) + abs(quiet[1] - y) < size[0]:
            quiet = (width - size[0] if x < width / 2 - size[0] / 2 else 0, y)
        piece = np.ascontiguousarray(part_of(picture, Box(*quiet, *size)))
        piece = match_colours(piece, np.ascontiguousarray(part_of(picture, Box(0, y, width, size[1]))), 0.4)
        shape = np.zeros((size[1], size[0]), np.float32)
        cv2.ellipse(shape, (size[0] // 2, size[1] // 2), (size[0] * 4 // 10, size[1] * 43 // 100), 0, 0, 360, 1.0, -1)
        after, mask = _over(picture, piece, feather(shape, size[0] * 0.04), (x, y))
        return after, mask, f"{size[0]}x{size[1]}"

    return plainest(picture, draft, rng, enough=1.8 * PLAIN_TO_SEE)


def cloth_dyed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """What the figure wears below the shoulders turned to quite another hue, folds kept."""
    height = picture.shape[0]

    def draft() -> tuple[Pixels, Mask, str]:
        cover = standing(picture, rng)
        box = box_of(cover)
        rows = np.clip((np.arange(height) - box.y - box.height * rng.uniform(0.3, 0.4)) / (0.05 * height), 0, 1)
        foot = np.clip((box.y + box.height * 0.9 - np.arange(height)) / (0.05 * height), 0, 1)
        mask = (cover * (rows * foot)[:, None]).astype(np.float32)
        return dyed(picture, mask, rng), mask, "cloth"

    return plainest(picture, draft, rng, enough=34.0)


def hair_dyed(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """An arch over a head's place, as hair lies, in pink, blue, green, red or platinum."""
    width, height = size_of(picture)

    def draft() -> tuple[Pixels, Mask, str]:
        face = head_in(picture, round(width * rng.uniform(0.24, 0.38)), rng)
        hood: Mask = np.zeros((height, width), np.float32)
        middle = (face.x + face.width // 2, face.y + face.height // 2)
        cv2.ellipse(hood, middle, (round(face.width * 0.62), round(face.height * 0.62)), 0, 170, 370, 1.0, -1)
        inner = (middle[0], middle[1] + round(face.height * 0.1))
        cv2.ellipse(hood, inner, (round(face.width * 0.38), round(face.height * 0.42)), 0, 0, 360, 0.0, -1)
        ragged = feather(hood, width / 90) + 0.16 * soft_noise((width, height), rng, 40)
        mask = feather((ragged > 0.5).astype(np.float32), width / 220)
        mask *= np.clip(0.6 + detail_map(picture) / 120, 0, 1)
        return dyed(picture, mask, rng), mask, f"{face.width} px"

    return plainest(picture, draft, rng, enough=40.0)


def dyed(picture: Pixels, mask: Mask, rng: np.random.Generator) -> Pixels:
    """What the mask covers in a loud hue, light and shade kept and lifted where it was dark."""
    hue = int(rng.integers(180))
    grey = grey_of(picture)
    levels = np.stack([np.full_like(grey, hue), np.full_like(grey, rng.uniform(150, 220)), 55 + grey * 0.75], axis=2)
    tone = np.asarray(cv2.cvtColor(to_uint8(levels), cv2.COLOR_HSV2RGB), np.uint8)
    return laid(picture, tone, mask * np.float32(0.9))
