"""Where things are on a poster, by rough means: title, small lettering, face, calm places, figures."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighteenth.lettering import Mask
from benchmarks.attacks.geometry import part_of, resize, size_of


def small_of(pixels: Pixels, wide: int = 320) -> tuple[Pixels, float]:
    """A small copy, and how many times larger the picture is."""
    width, height = size_of(pixels)
    return resize(pixels, wide, round(height * wide / width))[0], width / wide


def detail(pixels: Pixels) -> Mask:
    """Strength of edges in a small copy, 0..255."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    kernel = np.ones((3, 3), np.uint8)
    return np.asarray(cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, kernel), np.float32)


def text_lines(pixels: Pixels) -> list[Box]:
    """Boxes that look like lines of lettering, the most striking first."""
    small, factor = small_of(pixels)
    edges, (width, height) = detail(small), size_of(small)
    strong = (edges > max(60.0, float(np.percentile(edges, 82)))).astype(np.uint8)
    joined = cv2.morphologyEx(strong, cv2.MORPH_CLOSE, np.ones((3, 13), np.uint8))
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((4, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    found = []
    for x, y, wide, high, area in stats[1:count]:
        if wide < 2.0 * high or wide < width * 0.12 or high > height * 0.2 or high < 4 or area < 0.5 * wide * high:
            continue
        lower = 1.5 if y > height * 0.5 else 1.0
        score = float(wide * high) * lower * float(edges[y : y + high, x : x + wide].mean())
        found.append((score, Box(int(x), int(y), int(wide), int(high)).scaled(factor, factor)))
    return [box for _, box in sorted(found, key=lambda pair: -pair[0])]


def title_of(pixels: Pixels) -> Box:
    """The most striking line of lettering, or where a title usually stands."""
    width, height = size_of(pixels)
    wide = [box for box in text_lines(pixels) if box.width > width * 0.25 and box.height > width * 0.035]
    return wide[0] if wide else Box(int(width * 0.18), int(height * 0.74), int(width * 0.64), int(height * 0.09))


def face_of(pixels: Pixels) -> Box:
    """The likeliest face: a skin-coloured blob with detail in the upper part, else the most detailed place there."""
    small, factor = small_of(pixels, 240)
    (width, height), edges = size_of(small), detail(small)
    _, red, blue = cv2.split(cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb))
    skin = ((red > 138) & (red < 190) & (blue > 80) & (blue < 128)).astype(np.uint8)
    skin = np.asarray(cv2.morphologyEx(skin, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)), np.uint8)
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(0, 1, height))
    prior = np.exp(-1.5 * across**2 - 6 * (down - 0.36) ** 2)
    best, box = -1.0, Box(0, 0, 1, 1)
    for share in (0.18, 0.26, 0.36):
        wide = round(min(width, height) * share)
        high = min(round(wide * 1.3), height - 1)
        fill = cv2.blur(skin.astype(np.float32), (wide, high))
        rich = np.minimum(cv2.blur(edges, (wide, high)) / 40, 1.2)
        score = (fill**1.5 * rich + 0.12 * rich) * prior * share**0.25
        score[: high // 2 + 1], score[-high // 2 - 1 :] = -2, -2
        score[:, : wide // 2 + 1], score[:, -wide // 2 - 1 :] = -2, -2
        y, x = np.unravel_index(int(score.argmax()), score.shape)
        if score[y, x] > best:
            best, box = float(score[y, x]), Box(int(x - wide // 2), int(y - high // 2), wide, high)
    return box.scaled(factor, factor)


def calm_place(
    pixels: Pixels, size: tuple[float, float], rows: tuple[float, float], rng: np.random.Generator, middle: bool = True
) -> tuple[float, float]:
    """The middle of one of the calmest places so large, between two heights (shares of the picture)."""
    small, factor = small_of(pixels, 160)
    wide, high = (max(3, min(round(size[0] / factor), 158)), max(3, round(size[1] / factor)))
    busy, (width, height) = cv2.blur(detail(small), (wide, high)), size_of(small)
    spots = []
    for y in np.linspace(max(rows[0] * height, high / 2 + 4), min(rows[1] * height, height - high / 2 - 4), 14):
        for x in (width / 2,) if middle else np.linspace(wide / 2 + 5, width - wide / 2 - 5, 6):
            value = busy[min(height - 1, max(0, int(y))), min(width - 1, max(0, int(x)))]
            spots.append((float(value), float(x) * factor, float(y) * factor))
    return one_of(rng, sorted(spots)[:3])[1:]


def figure_mask(pixels: Pixels, frame: Box) -> Mask:
    """What stands out in a frame by GrabCut, soft, 0..1; an ellipse where that finds nothing."""
    small, factor = small_of(pixels, 200)
    small = np.asarray(cv2.GaussianBlur(small, (0, 0), 1.0), np.uint8)
    area = frame.scaled(1 / factor, 1 / factor)
    labels = np.zeros(small.shape[:2], np.uint8)
    cv2.setRNGSeed(1)
    part_of(labels, area)[:] = cv2.GC_PR_BGD
    centre = (area.x + area.width // 2, area.y + area.height // 2)
    for label, share in ((cv2.GC_PR_FGD, 0.42), (cv2.GC_FGD, 0.15)):
        cv2.ellipse(labels, centre, (round(area.width * share), round(area.height * share)), 0, 0, 360, int(label), -1)
    cv2.grabCut(small, labels, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_MASK)
    near = (labels & 1).astype(np.uint8)
    opened = cv2.morphologyEx(near, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    near = np.asarray(cv2.morphologyEx(opened, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)), np.uint8)
    count, parts, stats, _ = cv2.connectedComponentsWithStats(near)
    largest = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax()) if count > 1 else 0
    mask = (parts == largest).astype(np.float32) if largest else np.zeros(near.shape, np.float32)
    if not 0.22 * area.area < mask.sum() < 0.94 * area.area:
        mask[:] = 0
        cv2.ellipse(mask, centre, (area.width // 2, area.height // 2), 0, 0, 360, 1.0, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), 1.0)
    return np.clip(np.asarray(cv2.resize(mask, size_of(pixels), interpolation=cv2.INTER_LINEAR), np.float32), 0, 1)


def blended(under: Pixels, above: Pixels, mask: Mask) -> Pixels:
    """One picture over the other of its size."""
    share = mask[..., None]
    return np.asarray(under * (1 - share) + above * share + 0.5, np.uint8)


def box_of(mask: Mask, least: float = 0.4) -> Box:
    """The box round what a mask covers."""
    rows, columns = np.nonzero(mask > least)
    return Box(int(columns.min()), int(rows.min()), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)


def painted_over(pixels: Pixels, box: Box, rng: np.random.Generator) -> Pixels:
    """The box filled from round it by inpainting, with the picture's grain."""
    small, factor = small_of(pixels, min(size_of(pixels)[0], 360))
    hole = np.zeros(small.shape[:2], np.uint8)
    near = box.scaled(1 / factor, 1 / factor)
    hole[max(0, near.y - 2) : near.y + near.height + 2, max(0, near.x - 2) : near.x + near.width + 2] = 255
    filled = cv2.inpaint(small, hole, 5, cv2.INPAINT_TELEA)
    large = np.asarray(cv2.resize(filled, size_of(pixels), interpolation=cv2.INTER_CUBIC), np.float32)
    large = np.clip(large + rng.normal(0, 2.5, large.shape[:2])[..., None], 0, 255)
    mask = np.zeros(pixels.shape[:2], np.float32)
    part_of(mask, box)[:] = 1
    return blended(
        pixels, large.astype(np.uint8), np.asarray(cv2.GaussianBlur(mask, (0, 0), max(1.0, factor)), np.float32)
    )


def cover_size(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """The picture scaled and cut about its middle to a size."""
    factor = max(size[0] / pixels.shape[1], size[1] / pixels.shape[0])
    large, _ = resize(pixels, round(pixels.shape[1] * factor) + 1, round(pixels.shape[0] * factor) + 1)
    left, top = (large.shape[1] - size[0]) // 2, (large.shape[0] - size[1]) // 2
    return np.ascontiguousarray(large[top : top + size[1], left : left + size[0]])
