"""What people draw and write on pictures: scribbles, rings, underlines, captions, subtitles, meme words, watermarks."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.paint import Mask, feather, soft_noise
from benchmarks.attacks.places import detailed_spot, title_band
from benchmarks.attacks.varied.pieces import faded, flat, lay, over
from benchmarks.attacks.varied.shapes import BLACK, WHITE, Piece, any_colour, pick, vivid
from benchmarks.attacks.varied.strokes import draw_path


def strokes(picture: Pixels, paths: list[np.ndarray], rng: np.random.Generator) -> Pixels:
    """Lines of a pen, a marker, chalk or a highlighter through points of the picture."""
    width, height = size_of(picture)
    cover: Mask = np.zeros((height, width), np.float32)
    thick = max(1, round(width * rng.uniform(0.004, 0.025)))
    for path in paths:
        draw_path(cover, path, 1.0, thick)
    if rng.random() < 0.2:
        cover = cover * (soft_noise((width, height), rng, width // 4) > -0.3).astype(np.float32)
    colour = pick(rng, [(230, 20, 30), WHITE, BLACK, (255, 230, 0), any_colour(rng), vivid(rng)])
    piece = flat(feather(cover, rng.uniform(0.3, 0.8)), colour)
    if rng.random() < 0.2:
        glow = flat(feather(cover, thick * 1.5), vivid(rng))
        piece = over(piece, glow)
    return lay(picture, faded(piece, pick(rng, [1.0, 1.0, 0.85, 0.6])), 0, 0)


def scribble(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A ring round something, an arrow by hand, a cross, an underline, a wild line, hatching, a heart."""
    size = np.array(size_of(picture), float)
    paths: list[np.ndarray] = []
    for _ in range(int(rng.integers(1, 4))):
        middle, reach = rng.uniform(0.15, 0.85, 2) * size, size[0] * rng.uniform(0.06, 0.28)
        turn = np.linspace(0, 1, 50)[:, None]
        shake = rng.normal(0, reach * 0.03, (50, 2)).cumsum(axis=0) * 0.4
        match int(rng.integers(8)):
            case 0 | 1:
                angle = (rng.uniform(0, 6) + turn * rng.uniform(5.8, 14)).ravel()
                path = np.stack([np.cos(angle), np.sin(angle) * rng.uniform(0.4, 1.2)], 1) * reach
            case 2:
                way = rng.normal(0, 1, 2)
                way *= reach / np.hypot(*way)
                paths += [middle + way + np.array([[c * -way[0] - s * way[1], s * way[0] - c * way[1]], [0, 0]]) * 0.4
                          for c, s in ((0.8, 0.6), (0.8, -0.6))]  # fmt: skip
                path = (2 * turn - 1) * way + np.array([-way[1], way[0]]) * rng.normal(0, 0.3) * (
                    1 - (2 * turn - 1) ** 2
                )
            case 3:
                paths.append(middle + np.array([[-1, -1], [1, 1]]) * reach * 0.7)
                path = (2 * turn - 1) * np.array([reach, -reach]) * 0.7
            case 4:
                path = np.hstack([(2 * turn - 1) * reach, np.sin(turn * rng.uniform(0, 30)) * reach * 0.05])
                paths.append(middle + path + (0, reach * 0.15))
            case 5:
                path = rng.normal(0, reach * 0.16, (50, 2)).cumsum(axis=0) * 0.5
            case 6:
                path = np.hstack([(2 * turn - 1) * reach, np.where(np.arange(50) % 2, 1, -1)[:, None] * reach * 0.4])
            case _:
                angle = turn.ravel() * 2 * np.pi
                down = 13 * np.cos(angle) - 5 * np.cos(2 * angle) - 2 * np.cos(3 * angle) - np.cos(4 * angle)
                path = np.stack([16 * np.sin(angle) ** 3, -down], 1) * reach / 24
        paths.append(middle + path + shake)
    return strokes(picture, paths, rng)


def highlighter(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A clear colour over lines of words, or the tint of words that are marked."""
    width, height = size_of(picture)
    band = title_band(picture, rng, rng.uniform(0.03, 0.12))
    cover: Mask = np.zeros((height, width), np.float32)
    y = band.y if rng.random() < 0.6 else int(rng.uniform(0.05, 0.9) * height)
    high = max(6, round(band.height * rng.uniform(0.5, 1)))
    for row in range(int(rng.integers(1, 4))):
        left, right = rng.uniform(0, 0.4) * width, rng.uniform(0.6, 1) * width
        cover[y + round(row * high * 1.15) : y + round(row * high * 1.15) + high, round(left) : round(right)] = 1
    colour = pick(rng, [(255, 240, 0), (120, 255, 80), (60, 140, 255), (255, 120, 200), vivid(rng)])
    share = feather(cover, rng.uniform(0.3, 2))[:, :, None] * np.float32(rng.uniform(0.4, 0.9))
    if rng.random() < 0.5:
        tinted = picture * (np.asarray(colour, np.float32) / 255)
    else:
        tinted = picture * np.float32(0.6) + np.asarray(colour, np.float32) * 0.4
    return np.asarray(np.rint(picture * (1 - share) + tinted * share), np.uint8)


def hidden(picture: Pixels, rng: np.random.Generator) -> Pixels:
    """A small place made unreadable: blurred, in large squares, with a bar, as faces and names are on re-shares."""
    width, height = size_of(picture)
    for _ in range(int(rng.integers(1, 4))):
        size = (round(width * rng.uniform(0.06, 0.22)), round(width * rng.uniform(0.04, 0.2)))
        spot = detailed_spot(picture, size, (0.1, 0.95), rng)
        inner = (slice(spot.y, spot.y + spot.height), slice(spot.x, spot.x + spot.width))
        part, result = picture[inner], picture.copy()
        match int(rng.integers(4)):
            case 0 | 1:
                cells = int(rng.integers(3, 9))
                small = cv2.resize(
                    part, (cells, max(2, round(cells * size[1] / size[0]))), interpolation=cv2.INTER_AREA
                )
                result[inner] = cv2.resize(small, (spot.width, spot.height), interpolation=cv2.INTER_NEAREST)
            case 2:
                result[inner] = cv2.GaussianBlur(part, (0, 0), size[0] * rng.uniform(0.08, 0.2))
            case _:
                result[inner] = pick(rng, [BLACK, WHITE, any_colour(rng)])
        if rng.random() < 0.4:
            oval: Mask = np.zeros((height, width), np.float32)
            middle = (spot.x + spot.width // 2, spot.y + spot.height // 2)
            cv2.ellipse(oval, middle, (spot.width // 2, spot.height // 2), 0, 0, 360, 1.0, -1, cv2.LINE_AA)
            result = lay(picture, Piece(result, feather(oval, rng.uniform(0.3, 3))), 0, 0)
        picture = result
    return picture
