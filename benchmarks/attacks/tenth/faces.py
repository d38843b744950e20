"""Where the likeliest face and its figure are on a poster."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.tenth.find import enlarged, grey, smaller
from benchmarks.attacks.tenth.masks import Mask, Rng, blurred, resized
from benchmarks.attacks.values import OtherPoster, OtherPosters


def skin_of(small: Pixels) -> Mask:
    """Where the colours are those of skin, 0..1."""
    tones = cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb).astype(np.float32)
    light, red, blue = tones[..., 0], tones[..., 1], tones[..., 2]
    near = ((red - 152) / 14) ** 2 + ((blue - 108) / 14) ** 2
    return np.asarray(np.exp(-near / 2) * ((light > 50) & (light < 245)), np.float32)


def _pattern(wide: int, high: int) -> Mask:
    """Light and shade of a face: brows, eyes and mouth dark; forehead, nose and cheeks light."""
    plan = np.zeros((26, 20), np.float32)
    for x, y, rx, ry, shade in (
        (10, 5, 6, 3, 0.7),
        (5, 16, 3, 3, 0.7),
        (15, 16, 3, 3, 0.7),
        (10, 13, 1, 4, 0.6),
        (6, 10, 3, 1, -1.0),
        (14, 10, 3, 1, -1.0),
        (10, 20, 4, 1, -0.7),
        (10, 24, 3, 1, 0.4),
    ):
        cv2.ellipse(plan, (x, y), (rx, ry), 0, 0, 360, shade, -1)
    return resized(blurred(plan, 0.8), wide, high)


def face_found(picture: Pixels) -> tuple[float, Box]:
    """The likeliest face, an oval of skin with a face's light and shade, and how likely; 0 where it is a guess."""
    small, by = smaller(picture)
    skin, look = skin_of(small), grey(small).astype(np.float32)
    high, wide = skin.shape
    best, place = 0.0, Box(wide // 3, high // 6, wide // 3, min(high // 2, round(0.44 * wide)))
    rise, along = np.linspace(0, 1, high)[:, None], np.linspace(-1, 1, wide)[None]
    prior = 0.06 * np.abs(along) + 0.2 * np.clip(rise - 0.55, 0, 1)
    rough = np.abs(look - blurred(look, 4))
    for share in (0.1, 0.13, 0.16, 0.2, 0.25, 0.31, 0.38, 0.46):
        w = round(share * wide)
        h = round(1.3 * w)
        if h > 0.8 * high:
            continue
        oval = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (w, h)).astype(np.float32)
        wider = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (round(1.6 * w), round(1.5 * h))).astype(np.float32)
        inner = cv2.filter2D(skin, -1, oval / oval.sum())
        outer = cv2.filter2D(skin, -1, wider / wider.sum())
        like = np.full((high, wide), -1.0, np.float32)
        match = cv2.matchTemplate(blurred(look, w / 22), _pattern(w, h), cv2.TM_CCOEFF_NORMED)
        like[h // 2 : h // 2 + match.shape[0], w // 2 : w // 2 + match.shape[1]] = match
        parts = cv2.filter2D(rough, -1, oval / oval.sum())
        worth = 0.8 * like + inner - 0.75 * outer + 0.005 * np.minimum(parts, 14) + min(share, 0.33) - prior
        worth[(inner < 0.25) | (like < 0.2)] = -1
        y, x = np.unravel_index(int(np.argmax(worth)), worth.shape)
        if worth[y, x] > max(best, 0.35):
            best, place = float(worth[y, x]), Box(int(x) - w // 2, int(y) - h // 2, w, h)
    return best, enlarged(place, by, picture)


def face_place(picture: Pixels) -> Box:
    """The likeliest face; the upper middle where there is none."""
    return face_found(picture)[1]


def with_face(others: OtherPosters, rng: Rng) -> OtherPoster:
    """Of six other posters the one with the clearest face: nobody cuts a face out where there is none."""
    return max((others.pick(rng) for _ in range(6)), key=lambda other: face_found(other.pixels)[0])


def figure_mask(picture: Pixels, rng: Rng) -> Mask:
    """What stands before the ground, 0..1: grown from around the face; never nearly nothing or nearly all."""
    # Smaller still than the other searches look: it is the slowest of them by far.
    wide = 150
    high, by = max(8, round(picture.shape[0] * wide / picture.shape[1])), picture.shape[1] / wide
    small = np.asarray(cv2.resize(picture, (wide, high), interpolation=cv2.INTER_AREA), np.uint8)
    face = face_place(picture)
    x, y, w, h = (each / by for each in (face.x, face.y, face.width, face.height))
    sure = np.zeros((high, wide), np.uint8)
    middle = (int(x + w / 2), int(y + h / 2))
    cv2.ellipse(sure, middle, (max(2, int(0.45 * w)), max(2, int(0.5 * h))), 0, 0, 360, 1, -1)
    body = np.array(
        [(x + 0.2 * w, y + h), (x + 0.8 * w, y + h), (x + 1.3 * w, y + 2.6 * h), (x - 0.3 * w, y + 2.6 * h)]
    )
    cv2.fillPoly(sure, [body.astype(np.int32)], 1)
    likely = sure.copy()
    head = (max(2, int(0.75 * w)), max(2, int(0.8 * h)))
    cv2.ellipse(likely, middle, head, 0, 0, 360, 1, -1)
    coat = np.array([(x, y + 0.9 * h), (x + w, y + 0.9 * h), (x + 2.1 * w, y + 4 * h), (x - 1.1 * w, y + 4 * h)])
    cv2.fillPoly(likely, [coat.astype(np.int32)], 1)
    state = np.where(sure > 0, cv2.GC_FGD, np.where(likely > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD)).astype(np.uint8)
    rim = max(2, wide // 40)
    state[:rim][sure[:rim] == 0] = cv2.GC_BGD
    state[:, :rim][sure[:, :rim] == 0], state[:, -rim:][sure[:, -rim:] == 0] = cv2.GC_BGD, cv2.GC_BGD
    # GrabCut draws from OpenCV's own generator.
    cv2.setRNGSeed(int(rng.integers(1, 2**30)))
    cv2.grabCut(small, state, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)
    kept = ((state == cv2.GC_FGD) | (state == cv2.GC_PR_FGD)).astype(np.uint8)
    kept = cv2.morphologyEx(kept, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(kept)
    if count > 1:
        kept = (labels == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))).astype(np.uint8)
    share = float(kept.mean())
    if not 0.04 < share < 0.7:
        kept = likely
    kept = cv2.morphologyEx(kept, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    full = resized(blurred(kept, 0.8), picture.shape[1], picture.shape[0])
    return np.asarray(np.clip(full * 1.6 - 0.3, 0, 1), np.float32)
