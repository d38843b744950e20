"""Edits that add things to the scene, lit and toned to belong there. All change the picture."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth import shapes
from benchmarks.attacks.eighth.belonging import belong
from benchmarks.attacks.eighth.finding import box_of, face_box, figure, oval
from benchmarks.attacks.eighth.sheet import Sheet, blurred
from benchmarks.attacks.eighth.sprites import Sprite, sprite_of
from benchmarks.attacks.values import Attacked, OtherPosters


def _mirrored(sprite: Sprite) -> Sprite:
    return np.ascontiguousarray(sprite[0][:, ::-1]), np.ascontiguousarray(sprite[1][:, ::-1])


def weapon_in_scene(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sword, axe or pistol held up beside the figure."""
    sheet = Sheet(picture)
    kind = one_of(rng, (shapes.sword, shapes.axe, shapes.pistol))
    size = sheet.width * (rng.uniform(0.28, 0.4) if kind is shapes.pistol else rng.uniform(0.5, 0.8))
    sprite, angle = sprite_of(kind), rng.uniform(-35, 35)
    if rng.random() < 0.5:
        sprite = _mirrored(sprite)
    x, y = sheet.width * one_of(rng, (0.27, 0.5, 0.73)), sheet.height * rng.uniform(0.45, 0.62)
    sheet.changed(belong(sheet, sprite, x, y, size, rng, angle=angle))
    return sheet.done(kind.__name__)


def car_parked_in_front(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sports car low in the picture, with a shadow beneath."""
    sheet = Sheet(picture)
    size = sheet.width * rng.uniform(0.5, 0.8)
    sprite = shapes.car(one_of(rng, ((190, 24, 28), (30, 32, 38), (230, 170, 30), (40, 90, 180)))).sprite()
    if rng.random() < 0.5:
        sprite = _mirrored(sprite)
    x, y = sheet.width * rng.uniform(0.35, 0.65), sheet.height * rng.uniform(0.6, 0.76)
    under = oval(Box(0, 0, round(size), max(4, round(size * 0.12))), 0.9)
    sheet.ink(under, x - size / 2, y + size * 0.12, (0, 0, 0), 0.75)
    sheet.changed(belong(sheet, sprite, x, y, size, rng))
    return sheet.done()


def ship_over_the_scene(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A spaceship in the upper ground, behind the figure, its light below it."""
    sheet = Sheet(picture)
    size, x, y = (
        sheet.width * rng.uniform(0.4, 0.8),
        sheet.width * rng.uniform(0.3, 0.7),
        sheet.height * rng.uniform(0.12, 0.26),
    )
    made = belong(
        sheet, sprite_of(shapes.ship), x, y, size, rng, angle=rng.uniform(-12, 12), toned=0.5, hide=figure(picture)
    )
    if rng.random() < 0.4:
        beam = np.zeros((sheet.height, sheet.width), np.float32)
        low = y + sheet.height * 0.4
        points = np.asarray(
            [
                (x - size * 0.06, y + size * 0.14),
                (x + size * 0.06, y + size * 0.14),
                (x + size * 0.3, low),
                (x - size * 0.3, low),
            ],
            np.int32,
        )
        cv2.fillPoly(beam, [points], 1.0)
        fade = np.clip((low - np.arange(sheet.height)) / (low - y), 0, 1)[:, None]
        beam = (blurred(beam, sheet.width / 80) * fade).astype(np.float32)
        sheet.ink(beam, 0, 0, (150, 230, 255), 0.7, "screen")
        made = made.union(box_of(beam, 0.25))
    sheet.changed(made)
    return sheet.done()


def beast_in_the_sky(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A dragon flying above or behind."""
    sheet = Sheet(picture)
    size, x, y = (
        sheet.width * rng.uniform(0.4, 0.7),
        sheet.width * rng.uniform(0.3, 0.7),
        sheet.height * rng.uniform(0.16, 0.32),
    )
    hide = figure(picture) if rng.random() < 0.6 else None
    sheet.changed(
        belong(sheet, sprite_of(shapes.dragon), x, y, size, rng, angle=rng.uniform(-20, 20), toned=0.5, hide=hide)
    )
    return sheet.done()


def creature_from_below(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Tentacles or a shark's fin rising at the foot."""
    sheet = Sheet(picture)
    if rng.random() < 0.65:
        for x in rng.permutation([0.15, 0.42, 0.68, 0.88])[: int(rng.integers(2, 4))].tolist():
            size = sheet.width * rng.uniform(0.38, 0.6)
            sprite = sprite_of(shapes.tentacle)
            sprite = _mirrored(sprite) if x > 0.5 else sprite
            sheet.changed(belong(sheet, sprite, x * sheet.width, sheet.height - size * 0.5, size, rng, stretch=1.2))
    else:
        size = sheet.width * rng.uniform(0.25, 0.4)
        x, y = sheet.width * rng.uniform(0.25, 0.75), sheet.height * rng.uniform(0.6, 0.75)
        sheet.changed(belong(sheet, sprite_of(shapes.shark_fin), x, y, size, rng, toned=0.5))
    return sheet.done()


def crown_on_head(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A gold crown on the likeliest head."""
    sheet, box = Sheet(picture), face_box(picture)
    size = box.width * rng.uniform(0.85, 1.1)
    y = max(size * 0.36, box.y - size * 0.12)
    sheet.changed(
        belong(
            sheet, sprite_of(shapes.crown), box.x + box.width / 2, y, size, rng, angle=rng.uniform(-10, 10), toned=0.25
        )
    )
    return sheet.done()


def wings_behind_figure(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Angel's or raven's wings on both sides, behind the figure."""
    sheet, hide = Sheet(picture), figure(picture)
    body = box_of(hide)
    feather = one_of(rng, ((244, 242, 236), (46, 44, 52), (180, 40, 36)))
    size = sheet.width * rng.uniform(0.4, 0.52)
    middle, y = (
        min(max(body.x + body.width / 2, sheet.width * 0.35), sheet.width * 0.65),
        sheet.height * rng.uniform(0.38, 0.48),
    )
    sprite = shapes.wing(feather).sprite()
    for side in (-1, 1):
        one = sprite if side < 0 else _mirrored(sprite)
        sheet.changed(belong(sheet, one, middle + side * size * 0.52, y, size, rng, hide=hide, stretch=1.25))
    return sheet.done()
