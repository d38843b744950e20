"""Edits of who is on the poster: faces, eyes, hair, clothes, figures."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.ninth.draw import Mask, bounds, ellipse, fill, lay, spread
from benchmarks.attacks.ninth.find import all_ink, face_of, figure_of, likeliest_face, skin
from benchmarks.attacks.values import Attacked, OtherPoster, OtherPosters, Part

DYES: tuple[Colour, ...] = ((196, 40, 44), (36, 92, 200), (40, 150, 70), (220, 176, 60), (150, 50, 170), (236, 120, 30))


def dyed(picture: Pixels, tint: Colour) -> NDArray[np.float32]:
    """The picture in shades of one colour, the dark parts lifted so that it shows."""
    bright = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)[..., None] / 255
    shade = 0.45 + 1.0 * bright
    return np.asarray(np.clip(np.array(tint, np.float32) * shade, 0, 255), np.float32)


def far_dye(picture: Pixels, mask: Mask, rng: np.random.Generator) -> Colour:
    """One of the dyes that differ most from what is in the mask."""
    there = picture[mask > 0.5].mean(axis=0) if (mask > 0.5).any() else np.full(3, 128.0)
    ranked = sorted(DYES, key=lambda dye: -float(np.abs(np.array(dye) - there).sum()))
    return ranked[int(rng.integers(3))]


def _somebody(others: OtherPosters, rng: np.random.Generator) -> OtherPoster:
    """Of four other posters the one with the surest face."""
    return max((others.pick(rng) for _ in range(4)), key=lambda other: likeliest_face(other.pixels)[1])


def face_swapped(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The face of another poster over this one's, colours matched, edges soft."""
    other = _somebody(others, rng)
    mine, theirs = face_of(picture), face_of(other.pixels)
    scale = mine.half / theirs.half
    move = np.array([[scale, 0, mine.x - scale * theirs.x], [0, scale, mine.y - scale * theirs.y]])
    brought = cv2.warpAffine(other.pixels, move, size_of(picture), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REFLECT)
    oval = mine.oval(picture, soft=max(1.5, mine.half * 0.2))
    inner = oval > 0.5
    here, there = picture[inner].astype(float), brought[inner].astype(float)
    stretch = np.clip(here.std(axis=0) / np.maximum(8, there.std(axis=0)), 0.8, 1.4)
    matched = (brought - there.mean(axis=0)) * stretch + 0.7 * here.mean(axis=0) + 0.3 * there.mean(axis=0)
    box = bounds(oval)
    return Attacked(lay(picture, np.clip(matched, 0, 255), oval), (box,), parts=(Part(other.name, box),))


def eyes_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Both eyes glowing in red, blue, green or white."""
    face = face_of(picture)
    tints: list[Colour] = [(255, 30, 20), (60, 190, 255), (80, 255, 90), (250, 250, 255)]
    tint = tints[int(rng.integers(4))]
    result, boxes, size = picture, [], max(2.2, face.half * 0.16)
    grey = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (0, 0), max(1.0, face.half * 0.08))
    height, width = grey.shape
    for side in (-1, 1):
        x, y = face.x + side * face.half * 0.4, face.y - face.half * 0.25
        left, top, reach = max(0, round(x - size)), max(0, round(y - size)), max(3, round(size * 2))
        window = grey[top : min(height, top + reach), left : min(width, left + reach)]
        if window.size:  # the eye is the darkest place about where it should be
            _, _, (x, y), _ = cv2.minMaxLoc(window)
            x, y = x + left, y + top
        x, y = np.clip(x, size, width - size), np.clip(y, size, height - size)
        glow = ellipse(picture, x, y, size * 1.5, size * 1.1, size)
        result = lay(result, tint, glow * 0.6)
        iris = ellipse(picture, x, y, size, size * 0.75, 1)
        result = lay(result, tint, iris)
        result = lay(result, (255, 255, 255), ellipse(picture, x, y, size * 0.4, size * 0.35, 1) * 0.8)
        boxes.append(bounds(np.maximum(iris, glow * 0.6)))
    return Attacked(result, tuple(boxes), note=str(tint))


def hair_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The hair round the face dyed."""
    face = face_of(picture)
    half = face.half
    cap = ellipse(picture, face.x, face.y - half * 0.55, half * 1.35, half * 1.5, half * 0.25)
    inside = ellipse(picture, face.x, face.y + half * 0.35, half * 0.95, half * 1.45, half * 0.2)
    bare = cv2.GaussianBlur(skin(picture), (0, 0), max(1.0, half * 0.04))
    rows = np.arange(picture.shape[0], dtype=np.float32)[:, None]
    upper = np.clip((face.y + half * 0.3 - rows) / (half * 0.3), 0, 1)
    mask = cap * (1 - inside) * (1 - 0.8 * bare) * upper
    tint = far_dye(picture, mask, rng)
    return Attacked(lay(picture, dyed(picture, tint), mask * 0.85), (bounds(mask),), note=str(tint))


def clothes_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """What the figure wears dyed, its folds kept."""
    face, figure = face_of(picture), figure_of(picture)
    rows = np.arange(picture.shape[0], dtype=np.float32)[:, None]
    neck = min(face.y + face.half * 1.4, bounds(figure).y + bounds(figure).height * 0.55)
    below = np.clip((rows - neck) / max(2.0, face.half * 0.3), 0, 1)
    mask = figure * below * (1 - skin(picture)) * (1 - all_ink(picture))
    mask = cv2.GaussianBlur(mask, (0, 0), max(0.8, picture.shape[1] / 400))
    tint = far_dye(picture, mask, rng)
    return Attacked(lay(picture, dyed(picture, tint), mask * 0.9), (bounds(mask),), note=str(tint))


def cut_out(pixels: Pixels) -> tuple[Pixels, Mask]:
    """The figure of a poster, as a small picture and its mask."""
    mask = figure_of(pixels)
    box = bounds(mask)
    rows, columns = slice(box.y, box.y + box.height), slice(box.x, box.x + box.width)
    return pixels[rows, columns], np.ascontiguousarray(mask[rows, columns])


def put_in(picture: Pixels, piece: Pixels, mask: Mask, x: int, y: int) -> tuple[Pixels, Box]:
    """The picture with a cut-out piece at (x, y)."""
    full = spread(picture, mask, x, y)
    colours = np.stack([spread(picture, piece[..., n].astype(np.float32), x, y) for n in range(3)], axis=2)
    return lay(picture, colours, full), bounds(full)


def figure_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure of another poster beside this one's, its light fitted to the picture's."""
    width, height = size_of(picture)
    other = _somebody(others, rng)
    piece, mask = cut_out(other.pixels)
    factor = min(height * rng.uniform(0.3, 0.45) / len(piece), width * 0.45 / piece.shape[1])
    size = max(8, round(piece.shape[1] * factor)), max(8, round(len(piece) * factor))
    piece, _ = resize(piece, *size)
    mask = np.clip(cv2.resize(mask, (piece.shape[1], piece.shape[0]), interpolation=cv2.INTER_AREA), 0, 1)
    piece = np.clip(piece * 0.85 + picture.mean(axis=(0, 1)) * 0.15, 0, 255).astype(np.uint8)
    x = width * 0.03 if rng.random() < 0.5 else width * 0.97 - size[0]
    y = height * rng.uniform(0.7, 0.85) - size[1]
    result, box = put_in(picture, piece, np.asarray(mask, np.float32), round(x), round(y))
    return Attacked(result, (box,), parts=(Part(other.name, box),))


def figure_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The figure painted out, the lettering over it kept."""
    reach = max(3, picture.shape[1] // 50)
    figure = np.asarray(cv2.dilate(figure_of(picture), np.ones((reach, reach), np.uint8)), np.float32)
    emptied = fill(picture, figure, rng)
    best, texture = np.inf, picture
    for shift in (-0.6, -0.45, -0.3, 0.3, 0.45, 0.6):  # the surroundings' texture over the smooth filling
        by = round(picture.shape[1] * shift)
        hidden = float((np.roll(figure, by, axis=1) * figure).sum())
        if hidden < best:
            best, texture = hidden, np.roll(emptied, by, axis=1)
    coarse = picture.shape[1] / 45
    rough = np.clip(texture - cv2.GaussianBlur(texture, (0, 0), coarse).astype(np.float32), -6, 6)
    inner = cv2.GaussianBlur(figure, (0, 0), reach / 2) * figure
    smooth = cv2.GaussianBlur(emptied, (0, 0), coarse / 2)
    emptied = lay(emptied, np.clip(smooth + rough, 0, 255), inner)
    kept = all_ink(picture)
    return Attacked(lay(emptied, picture, kept), (bounds(figure * (1 - kept)),))
