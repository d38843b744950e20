"""Edits that join two to four posters. All change the picture."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import box_of, figure, letters_in
from benchmarks.attacks.eighth.lines import title_box
from benchmarks.attacks.eighth.people import cut_figure, put, scaled
from benchmarks.attacks.eighth.sheet import WHITE, Mask, Sheet, blurred
from benchmarks.attacks.eighth.tones import toned_like
from benchmarks.attacks.geometry import part_of, resize
from benchmarks.attacks.values import Attacked, OtherPosters, Part


def _fitted(pixels: Pixels, sheet: Sheet) -> Pixels:
    return resize(pixels, sheet.width, sheet.height)[0]


def _joined(sheet: Sheet, mask: Mask, name: str, pixels: Pixels) -> Attacked:
    sheet.ink(mask, 0, 0, pixels)
    new, old = box_of(mask, 0.5), box_of((1 - mask).astype(np.float32), 0.5)
    sheet.changed(new)
    sheet.parts += [Part("", old), Part(name, new)]
    return sheet.done(name)


def halves_side_by_side(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Half of this, half of that, hard or faded at the seam."""
    sheet, other = Sheet(picture), others.pick(rng)
    soft, seam = one_of(rng, (0.003, 0.08)), rng.uniform(0.42, 0.58)
    upright = rng.random() < 0.65
    along = np.linspace(0, 1, sheet.width if upright else sheet.height)
    edge = np.clip((along - seam) / soft + 0.5, 0, 1)
    mask = np.broadcast_to(edge[None] if upright else edge[:, None], (sheet.height, sheet.width)).astype(np.float32)
    return _joined(sheet, mask, other.name, _fitted(other.pixels, sheet))


def slanted_versus(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Two posters cut aslant, a white line between."""
    sheet, other = Sheet(picture), others.pick(rng)
    y, x = np.mgrid[0 : sheet.height, 0 : sheet.width]
    lean = rng.uniform(0.25, 0.9) * one_of(rng, (-1, 1))
    far = (x / sheet.width - 0.5) + lean * (y / sheet.height - 0.5)
    made = _joined(
        sheet, np.clip(far * sheet.width + 0.5, 0, 1).astype(np.float32), other.name, _fitted(other.pixels, sheet)
    )
    sheet.ink(np.clip(sheet.width * (0.008 - np.abs(far)), 0, 1).astype(np.float32), 0, 0, WHITE)
    return made


def grid_of_four(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Quarters: this poster's and those of up to three others."""
    sheet = Sheet(picture)
    half = (sheet.width // 2, sheet.height // 2)
    cells = [Box(x * half[0], y * half[1], half[0], half[1]) for y in (0, 1) for x in (0, 1)]
    own = int(rng.integers(4))
    sheet.parts.append(Part("", cells[own]))
    whole = rng.random() < 0.5
    if whole:
        small = resize(picture, *half)[0]
        sheet.ink(np.ones(small.shape[:2], np.float32), cells[own].x, cells[own].y, small)
    for index, cell in enumerate(cells):
        if index != own:
            other = others.pick(rng)
            piece = resize(other.pixels, *half)[0] if whole else part_of(_fitted(other.pixels, sheet), cell)
            sheet.ink(np.ones(piece.shape[:2], np.float32), cell.x, cell.y, piece)
            sheet.changed(cell)
            sheet.parts.append(Part(other.name, cell))
    scale = np.array([[0.5, 0, cells[own].x], [0, 0.5, cells[own].y], [0, 0, 1.0]])
    scale[0, 0], scale[1, 1] = half[0] / sheet.width, half[1] / sheet.height
    return sheet.done("whole" if whole else "quarters", scale if whole else None)


def strips_of_three(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Three level bands from three posters."""
    sheet = Sheet(picture)
    cuts = [0, round(sheet.height * rng.uniform(0.28, 0.38)), round(sheet.height * rng.uniform(0.6, 0.7)), sheet.height]
    own = int(rng.integers(3))
    for index in range(3):
        band = Box(0, cuts[index], sheet.width, cuts[index + 1] - cuts[index])
        if index == own:
            sheet.parts.append(Part("", band))
            continue
        other = others.pick(rng)
        piece = part_of(_fitted(other.pixels, sheet), band)
        sheet.ink(np.ones(piece.shape[:2], np.float32), 0, band.y, piece)
        sheet.changed(band)
        sheet.parts.append(Part(other.name, band))
    return sheet.done()


def other_ground_behind_figure(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """This poster's figure on another poster's picture; the lower fifth stays."""
    sheet, other = Sheet(picture), others.pick(rng)
    down = np.clip((0.8 - np.arange(sheet.height) / sheet.height) / 0.06, 0, 1)[:, None]
    mask = ((1 - figure(picture)) * down).astype(np.float32)
    return _joined(sheet, mask, other.name, toned_like(_fitted(other.pixels, sheet), picture, 0.35))


def other_figure_in_the_middle(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's figure large in front of this one's picture."""
    sheet, other = Sheet(picture), others.pick(rng)
    pixels, mask = scaled(*cut_figure(other.pixels), sheet.height * rng.uniform(0.5, 0.66))
    x, y = (sheet.width - mask.shape[1]) * rng.uniform(0.3, 0.7), sheet.height * rng.uniform(0.16, 0.28)
    return sheet.done_with(other, put(sheet, toned_like(pixels, picture, 0.45), mask, x, y))


def other_title_on_this_picture(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title strip of another poster over this one's title."""
    sheet, other = Sheet(picture), others.pick(rng)
    box, theirs = title_box(picture), title_box(other.pixels)
    wide = min(sheet.width, max(box.width, round(sheet.width * 0.55)))
    high = min(round(sheet.height * 0.25), max(6, round(wide * theirs.height / theirs.width)))
    strip = resize(part_of(other.pixels, theirs), wide, high)[0]
    high, wide = strip.shape[:2]
    x = min(max(0, box.x + (box.width - wide) // 2), sheet.width - wide)
    y = min(max(0, box.y + (box.height - high) // 2), sheet.height - high)
    mask = np.ones((high, wide), np.float32)
    if rng.random() < 0.4:
        letters = resize(
            np.repeat((letters_in(other.pixels, theirs) * 255).astype(np.uint8)[..., None], 3, axis=2), wide, high
        )[0]
        mask = (letters[..., 0] / 255).astype(np.float32)
        sheet.ink(blurred(mask, wide / 60), x, y, (0, 0, 0), 0.7)
    sheet.ink(mask, x, y, strip)
    return sheet.done_with(other, Box(x, y, wide, high))


def double_exposure(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Another poster's picture showing through the figure."""
    sheet, other = Sheet(picture), others.pick(rng)
    mask = figure(picture)
    sheet.ink(mask, 0, 0, _fitted(other.pixels, sheet), rng.uniform(0.6, 0.8))
    return sheet.done_with(other, box_of(mask))
