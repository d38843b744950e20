"""Edits: moons, fire, explosions and blood. All change the picture."""

import cv2
import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import box_of, figure, oval
from benchmarks.attacks.eighth.sheet import Sheet, blurred
from benchmarks.attacks.eighth.worlds import clouds
from benchmarks.attacks.values import Attacked, OtherPosters


def moon_or_planet_behind(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A cratered moon, red moon or ringed glow behind the figure."""
    sheet = Sheet(picture)
    size = round(sheet.width * rng.uniform(0.3, 0.6))
    disc = oval(Box(0, 0, size, size), 0.03)
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    lit = np.clip(0.55 + 0.5 * (-(x) * 0.6 - y * 0.5) + 0.25 * np.sqrt(np.clip(1 - x**2 - y**2, 0, 1)), 0.08, 1.15)
    surface = lit * (0.55 + 0.6 * clouds(size, size, rng, 4))
    for _ in range(22):
        at, reach = rng.uniform(0.05, 0.95, 2) * size, max(2.0, size * rng.gamma(1.6, 0.018))
        far = np.hypot((x + 1) * size / 2 - at[0], (y + 1) * size / 2 - at[1]) / reach
        lit_rim = 0.35 * np.exp(-(((far - 1) * 4) ** 2)) * ((x + 1) * size / 2 - at[0]) / reach
        surface = surface * np.clip(1 - 0.3 * np.clip(1.1 - far, 0, 1) + lit_rim, 0.3, 1.5)
    colour = one_of(rng, ((236, 232, 216), (210, 60, 40), (90, 140, 220), (240, 180, 110)))
    paint = np.clip(np.asarray(colour) * surface[..., None], 0, 255).astype(np.uint8)
    left, top = (
        round(sheet.width * rng.uniform(0.05, 0.95 - size / sheet.width)),
        round(sheet.height * rng.uniform(0.03, 0.16)),
    )
    hidden = figure(picture)[top : top + size, left : left + size]
    seen = (disc * (1 - 0.97 * hidden)).astype(np.float32)
    seen = seen if seen.sum() > 0.4 * disc.sum() else disc
    glow = oval(Box(0, 0, size * 2, size * 2), 1.0) ** 2
    sheet.ink(glow, left - size / 2, top - size / 2, colour, 0.35, "screen")
    sheet.ink(seen, left, top, paint, 0.96)
    sheet.changed(box_of(seen, at=(left, top)))
    return sheet.done()


def flames_from_below(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Fire licking up the lower third, with sparks and a warm glow."""
    sheet = Sheet(picture)
    high = round(sheet.height * rng.uniform(0.28, 0.42))
    noise = clouds(sheet.width, high, rng, 5)
    y, x = np.mgrid[0:high, 0 : sheet.width]
    bend = np.clip(x + (noise - 0.5) * sheet.width * 0.14, 0, sheet.width - 1).astype(np.float32)
    tongues = cv2.resize(
        rng.random((1, 13)).astype(np.float32), (sheet.width, 1), interpolation=cv2.INTER_CUBIC
    ).repeat(high, 0)
    tongues = np.asarray(cv2.remap(tongues, bend, np.zeros_like(bend), cv2.INTER_LINEAR), np.float32)
    heat = np.clip(y / high * 1.7 - 0.35 - 0.6 * tongues * (1 - y / high) - 0.5 * (1 - noise) + 0.1, 0, 1)
    levels = (0, 0.25, 0.55, 0.85, 1)
    paint = np.stack(
        [
            np.interp(heat, levels, values)
            for values in ((60, 200, 250, 255, 255), (0, 40, 130, 220, 246), (0, 8, 20, 90, 190))
        ],
        axis=2,
    )
    top = sheet.height - high
    sheet.ink(np.clip(heat * 2.4, 0, 1).astype(np.float32), 0, top, np.clip(paint, 0, 255).astype(np.uint8), 0.97)
    mask = np.zeros((sheet.height, sheet.width), np.float32)
    for px, py in zip(
        rng.integers(0, sheet.width, 45).tolist(), rng.integers(top, sheet.height, 45).tolist(), strict=True
    ):
        cv2.circle(mask, (px, py), max(1, sheet.width // 260), 1.0, -1, cv2.LINE_AA)
    sheet.ink(mask, 0, 0, (255, 190, 80), 0.95)
    tight = box_of(np.clip(heat * 2.4, 0, 1).astype(np.float32))
    sheet.changed(Box(0, top + tight.y, sheet.width, tight.height))
    return sheet.done()


def explosion_behind(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A ball of fire and smoke behind the figure, debris flying."""
    sheet = Sheet(picture)
    size = round(sheet.width * rng.uniform(0.5, 0.8))
    noise = clouds(size, size, rng, 4)
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    away = np.hypot(x, y) + (noise - 0.5) * 0.75
    heat = np.clip(1.05 - away * 1.25, 0, 1)
    levels = (0, 0.15, 0.4, 0.7, 1)
    paint = np.stack(
        [
            np.interp(heat, levels, values)
            for values in ((40, 90, 230, 255, 255), (34, 40, 110, 210, 250), (32, 28, 20, 80, 220))
        ],
        axis=2,
    )
    paint *= (0.7 + 0.6 * clouds(size, size, rng, 9))[..., None]
    ball = np.clip((0.92 - away) * 5, 0, 1)
    for _ in range(26):
        turn, far = rng.uniform(0, 2 * np.pi), rng.uniform(0.4, 0.95)
        at = (int((1 + far * np.cos(turn)) * size / 2), int((1 + far * np.sin(turn)) * size / 2))
        cv2.circle(ball, at, max(1, size // 120), 1.0, -1, cv2.LINE_AA)
    left, top = round(sheet.width * rng.uniform(0.05, 0.95) - size / 2), round(sheet.height * rng.uniform(0.18, 0.4))
    left = min(max(0, left), sheet.width - size)
    hidden = figure(picture)[top : top + size, left : left + size]
    seen = ball[: hidden.shape[0], : hidden.shape[1]] * (1 - 0.95 * hidden)
    seen = (seen if seen.sum() > 0.4 * ball.sum() else ball).astype(np.float32)
    sheet.ink(seen, left, top, np.clip(paint, 0, 255).astype(np.uint8))
    tight = box_of(seen)
    sheet.changed(Box(left + tight.x, top + tight.y, tight.width, min(tight.height, sheet.height - top - tight.y)))
    return sheet.done()


def blood_splashed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Blood splashed and run down over a part of the picture."""
    sheet = Sheet(picture)
    mask = np.zeros((sheet.height, sheet.width), np.float32)
    centre = rng.uniform((0.25, 0.15), (0.75, 0.5)) * (sheet.width, sheet.height)
    for _ in range(70):
        turn, far = rng.uniform(0, 2 * np.pi), rng.gamma(1.5, 0.07) * sheet.width
        at = (int(centre[0] + far * np.cos(turn)), int(centre[1] + far * np.sin(turn)))
        cv2.circle(mask, at, max(1, int(sheet.width * rng.gamma(1.5, 0.008))), 1.0, -1, cv2.LINE_AA)
        if rng.random() < 0.2:
            cv2.line(
                mask,
                at,
                (at[0], at[1] + int(sheet.height * rng.uniform(0.03, 0.14))),
                1.0,
                max(1, sheet.width // 110),
                cv2.LINE_AA,
            )
    wet = blurred(mask, sheet.width / 180)
    gleam = np.clip(wet - np.roll(wet, max(1, sheet.width // 150), axis=0), 0, 1)[..., None]
    paint = np.clip(np.asarray((132, 6, 12)) * (0.8 + 0.3 * wet[..., None]) + gleam * 130, 0, 255).astype(np.uint8)
    sheet.ink(np.clip(wet * 2.2 - 0.5, 0, 1), 0, 0, paint, 0.95)
    sheet.changed(box_of(np.clip(wet * 2.2 - 0.5, 0, 1)))
    return sheet.done()
