"""Faces, hair, eyes and figures changed, added or taken away."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.paint import to_uint8
from benchmarks.attacks.twelfth.colours import VIVID, Colour
from benchmarks.attacks.twelfth.copies import toned
from benchmarks.attacks.twelfth.erase import cloned_over, patched
from benchmarks.attacks.twelfth.find import coloured_thing, extent, face_of, figure_of
from benchmarks.attacks.twelfth.pixels import Floats, grey_of, lay, resized, softened
from benchmarks.attacks.twelfth.places import cut_box, edited
from benchmarks.attacks.twelfth.shapes import clouds, disc
from benchmarks.attacks.values import Attacked, OtherPosters


def _oval(box: Box, feather: float) -> Floats:
    mask = np.zeros((box.height, box.width), np.float32)
    inner = disc(0.84 * box.width, 0.84 * box.height)
    y, x = (box.height - inner.shape[0]) // 2, (box.width - inner.shape[1]) // 2
    mask[y : y + inner.shape[0], x : x + inner.shape[1]] = inner
    return softened(mask, max(0.6, feather * box.width))


def tone_like(piece: Pixels, target: Pixels, share: float) -> Pixels:
    """The piece with its mean and spread of colours drawn towards the target's."""
    values, aim = piece.astype(np.float32), target.astype(np.float32)
    mean, spread = values.mean(axis=(0, 1)), values.std(axis=(0, 1)) + 1
    fitted = (values - mean) * np.clip((aim.std(axis=(0, 1)) + 1) / spread, 0.5, 1.6) + aim.mean(axis=(0, 1))
    return to_uint8(values + share * (fitted - values))


def face_swapped(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's face over the face, its colours more or less fitted."""
    box, other = face_of(picture), others.pick(rng)
    piece = resized(part_of(other.pixels, face_of(other.pixels)), box.width, box.height)
    piece = tone_like(piece, part_of(picture, box), between(rng, 0.2, 0.8))
    return edited(picture, lay(picture, piece, _oval(box, between(rng, 0.02, 0.06)), box.x, box.y), other.name)


def face_reshaped(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A face blown up or pinched in a phone editor."""
    face = face_of(picture)
    box = cut_box(face.x - 0.2 * face.width, face.y - 0.2 * face.height, 1.4 * face.width, 1.4 * face.height, picture)
    piece, power = part_of(picture, box), one_of(rng, (between(rng, 0.3, 0.5), between(rng, -0.8, -0.5)))
    y, x = np.mgrid[-1 : 1 : box.height * 1j, -1 : 1 : box.width * 1j].astype(np.float32)
    pull = 1 - power * np.clip(1 - np.sqrt(x * x + y * y), 0, 1)
    across, down = ((x * pull + 1) / 2 * (box.width - 1)), ((y * pull + 1) / 2 * (box.height - 1))
    bent = cv2.remap(
        piece, across.astype(np.float32), down.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    whole = np.ones((box.height, box.width), np.float32)
    return edited(picture, lay(picture, np.asarray(bent, np.uint8), whole, box.x, box.y), f"by {power:.2f}")


def face_aged(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A face made old: paler, its folds deepened, lines drawn on the forehead."""
    box = face_of(picture)
    piece = part_of(picture, box).astype(np.float32)
    fine = piece - softened(piece, 0.03 * box.width)
    mottled = 1 + 0.25 * (clouds(box.width, box.height, rng, 9)[..., None] - 0.5)
    old = (
        toned(
            to_uint8(piece + between(rng, 1.4, 2.6) * fine),
            (1, 1, 1),
            between(rng, 5, 25),
            0.9,
            between(rng, 0.4, 0.8),
        )
        * mottled
    ).astype(np.float32)
    lines = np.zeros((box.height, box.width), np.float32)
    for share in (0.14, 0.2, 0.26):
        points = [
            (x * box.width, (share + 0.03 * (x - 0.5) ** 2 + rng.normal(0, 0.006)) * box.height)
            for x in np.linspace(0.28, 0.72, 9)
        ]
        cv2.polylines(lines, [np.array(points, np.int32)], False, 1.0, max(1, box.width // 50), cv2.LINE_AA)
    old -= between(rng, 20, 55) * softened(lines, 0.7)[..., None]
    return edited(picture, lay(picture, to_uint8(old), _oval(box, 0.04), box.x, box.y), "aged")


def eyes_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Eyes made to glow in a colour."""
    box, colour = face_of(picture), one_of(rng, (*VIVID, (255, 255, 255), (0, 0, 0)))
    size, after, places = max(8.0, between(rng, 0.13, 0.2) * box.width), picture, []
    for x in (0.31, 0.69):
        eye = disc(size, 0.7 * size)
        left, top = box.x + x * box.width - size / 2, box.y + 0.42 * box.height - 0.35 * size
        after = lay(after, colour, softened(np.pad(eye, 3), 1.0) * np.float32(0.9), left - 3, top - 3)
        places.append(cut_box(left - 4, top - 4, size + 8, 0.7 * size + 8, picture))
    return edited(picture, after, str(colour), within=places)


def tinted(picture: Pixels, colour: Colour, mask: Floats) -> Pixels:
    """The masked part in another colour, its light and shade kept."""
    shade = 0.35 + grey_of(picture).astype(np.float32)[..., None] / 160
    return lay(picture, to_uint8(np.array(colour, np.float32) * shade), mask)


def hair_recoloured(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The hair above and beside the face dyed."""
    face, colour = face_of(picture), one_of(rng, VIVID)
    box = cut_box(face.x - 0.25 * face.width, face.y - 0.35 * face.height, 1.5 * face.width, 1.1 * face.height, picture)
    crown = softened(disc(box.width, 1.5 * box.height)[: box.height], 0.03 * box.width)
    y, x = face.y - box.y, face.x - box.x
    hole = _oval(face, 0.05)[: box.height - y]
    crown[y : y + hole.shape[0], x : x + face.width] *= 1 - hole[:, : crown.shape[1] - x]
    piece = part_of(picture, box)
    lab = cv2.cvtColor(piece, cv2.COLOR_RGB2LAB).astype(np.float32)
    top = lab[max(0, y - face.height // 6) : y + face.height // 12 + 1, x + face.width // 4 : x + 3 * face.width // 4]
    near = np.linalg.norm(lab - np.median(top.reshape(-1, 3), axis=0), axis=2)
    hair = crown * softened((near < between(rng, 28, 45)).astype(np.float32), 0.012 * box.width)
    hair = hair if float((hair > 0.3).mean()) > 0.12 else crown
    dyed = tinted(piece, colour, np.asarray(hair * between(rng, 0.7, 0.95), np.float32))
    return edited(picture, lay(picture, dyed, np.ones_like(crown), box.x, box.y), str(colour))


def thing_repainted(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A dress, a car or a wall given another colour; the figure where nothing has a colour of its own."""
    mask, colour = coloured_thing(picture, rng), one_of(rng, VIVID)
    mask = mask if mask.max() > 0.5 else figure_of(picture)
    hue = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV)
    if rng.random() < 0.6 and float(hue[..., 1][mask > 0.5].mean()) > 90:
        hue[..., 0] = (hue[..., 0].astype(np.int16) + int(rng.integers(45, 135))) % 180
        return edited(picture, lay(picture, np.asarray(cv2.cvtColor(hue, cv2.COLOR_HSV2RGB), np.uint8), mask), "hue")
    return edited(picture, tinted(picture, colour, mask * np.float32(0.85)), str(colour))


def cut_figure(picture: Pixels) -> tuple[Pixels, Floats]:
    """The main figure cut out: its pixels and its feathered outline."""
    mask = figure_of(picture)
    box = extent(mask)
    return part_of(picture, box), part_of(mask, box)


def figure_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A figure of another poster set into this one."""
    (width, height), other = size_of(picture), others.pick(rng)
    piece, mask = cut_figure(other.pixels)
    scale = min(between(rng, 0.3, 0.55) * height / piece.shape[0], 0.6 * width / piece.shape[1])
    piece = resized(piece, piece.shape[1] * scale, piece.shape[0] * scale)
    mask = np.asarray(cv2.resize(mask, size_of(piece)), np.float32)
    piece = tone_like(piece, picture, between(rng, 0.0, 0.4))
    x, y = between(rng, 0, 1) * (width - piece.shape[1]), between(rng, 0.3, 1) * (height - piece.shape[0])
    return edited(picture, lay(picture, piece, mask, x, y), other.name)


def figure_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The main figure, or the upper part of a very large one, filled in from around."""
    mask = figure_of(picture)
    box = extent(mask, 0.15)
    box = cut_box(box.x, box.y, box.width, min(box.height, 0.45 * picture.shape[0]), picture)
    return edited(picture, patched(picture, part_of(mask, box) > 0.15, box), "filled in")


def thing_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A thing healed away: something coloured, or the face where there is none."""
    mask = coloured_thing(picture, rng)
    box = extent(mask) if mask.max() > 0.5 else face_of(picture)
    width, height = size_of(picture)
    box = cut_box(box.x, box.y, min(box.width, 0.4 * width), min(box.height, 0.3 * height), picture)
    return edited(picture, cloned_over(picture, box), "patched over")
