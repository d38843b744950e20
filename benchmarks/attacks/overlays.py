"""Benign: things laid over the poster by apps and fans that claim nothing: stickers, watermarks, captions, buttons."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.lettering import pick_face, words_of_height, words_of_width
from benchmarks.attacks.paint import Mask, feather, paste, rounded_mask, to_uint8
from benchmarks.attacks.phrases import HANDLES, REMARKS, SITES
from benchmarks.attacks.stickers import STICKERS
from benchmarks.attacks.values import Attacked, OtherPosters

WHITE = (255, 255, 255)
BLACK = (0, 0, 0)


def sticker(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One or two emoji stickers, 8-20 % of the width each."""
    width, height = size_of(picture)
    result, drawn = picture, []
    for _ in range(1 + int(rng.random() < 0.3)):
        name, draw = one_of(rng, STICKERS)
        side = round(width * rng.uniform(0.08, 0.2))
        pixels, mask = draw(side, rng)
        x, y = round(rng.uniform(0, width - side)), round(rng.uniform(0, height - side))
        if rng.random() < 0.5:
            shade = feather(mask, max(1.0, side / 25)) * 0.5
            result = paste(result, BLACK, shade, x + side // 30, y + side // 22)
        result = paste(result, pixels, mask, x, y)
        drawn.append(name)
    return Attacked(result, note=", ".join(drawn))


def watermark(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A see-through handle or site name in a corner."""
    words = str(rng.choice(HANDLES + SITES))
    mask = words_of_width(words, pick_face(rng), picture.shape[1] * rng.uniform(0.15, 0.34))
    x, y = _corner(picture, mask, rng)
    opacity = rng.uniform(0.35, 0.7)
    colour = WHITE if rng.random() < 0.8 else BLACK
    return Attacked(paste(picture, colour, mask * opacity, x, y), note=f"{words} {opacity:.2f}")


def watermark_repeated(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A see-through name all over, aslant, as picture sites do it."""
    width, height = size_of(picture)
    words = str(rng.choice(SITES + HANDLES))
    mask = words_of_width(words, pick_face(rng), width * rng.uniform(0.22, 0.32))
    side = int(1.6 * max(width, height))
    sheet: Mask = np.zeros((side, side), np.float32)
    step_x, step_y = round(mask.shape[1] * 1.5), round(mask.shape[0] * rng.uniform(5, 8))
    for row, y in enumerate(range(0, side - mask.shape[0], step_y)):
        for x in range((row % 2) * step_x // 2, side - mask.shape[1], step_x):
            sheet[y : y + mask.shape[0], x : x + mask.shape[1]] = mask
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), rng.uniform(20, 45), 1.0)
    turned = np.asarray(cv2.warpAffine(sheet, turn, (side, side)), np.float32)
    x, y = (side - width) // 2, (side - height) // 2
    opacity = rng.uniform(0.15, 0.35)
    cover = turned[y : y + height, x : x + width] * opacity
    return Attacked(paste(picture, WHITE, cover, 0, 0), note=f"{words} {opacity:.2f}")


def handle(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A small opaque account name, with a dark edge or on a small plate."""
    words = one_of(rng, HANDLES)
    face = pick_face(rng)
    height = max(7.0, picture.shape[0] * rng.uniform(0.018, 0.032))
    mask = words_of_height(words, face, height)
    x, y = _corner(picture, mask, rng)
    if rng.random() < 0.4:
        pad = max(2, mask.shape[0] // 3)
        plate = rounded_mask((mask.shape[1] + 2 * pad, mask.shape[0] + 2 * pad), pad)
        result = paste(picture, BLACK, plate * 0.75, x - pad, y - pad)
    else:
        grown = np.asarray(cv2.dilate(np.pad(mask, 2), np.ones((3, 3), np.uint8)), np.float32)
        result = paste(picture, BLACK, grown, x - 2, y - 2)
    return Attacked(paste(result, WHITE, mask, x, y), note=words)


def caption_over(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A see-through band over the upper or lower edge, or at a third, with a sentence in it."""
    width, height = size_of(picture)
    words = one_of(rng, REMARKS)
    mask = words_of_width(words, pick_face(rng), width * rng.uniform(0.55, 0.9))
    band = min(round(height * 0.16), round(mask.shape[0] * rng.uniform(1.7, 2.4)))
    y = round(rng.choice([0.0, 0.06, 0.86, 1.0]) * (height - band))
    dark = rng.random() < 0.75
    cover = np.full((band, width), rng.uniform(0.45, 0.75), np.float32)
    result = paste(picture, BLACK if dark else WHITE, cover, 0, y)
    text_y = y + (band - mask.shape[0]) // 2
    result = paste(result, WHITE if dark else BLACK, mask, (width - mask.shape[1]) // 2, text_y)
    return Attacked(result, note=words)


def play_button(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """The round play button of a video still, in the middle."""
    width, height = size_of(picture)
    side = round(width * rng.uniform(0.14, 0.26))
    big = 4 * side
    disc: Mask = np.zeros((big, big), np.float32)
    cv2.circle(disc, (big // 2, big // 2), big // 2 - 4, 1.0, -1)
    arrow: Mask = np.zeros((big, big), np.float32)
    points = np.array([[big * 0.39, big * 0.3], [big * 0.39, big * 0.7], [big * 0.73, big * 0.5]], np.int32)
    cv2.fillPoly(arrow, [points], 1.0)
    x, y = (width - side) // 2, (height - side) // 2
    result = paste(picture, BLACK, _shrunk(disc, side) * rng.uniform(0.4, 0.8), x, y)
    return Attacked(paste(result, WHITE, _shrunk(arrow, side) * 0.95, x, y), note=f"{side} px")


def player_overlay(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A video player's controls: darkened foot, progress bar with a knob, the time."""
    width, height = size_of(picture)
    foot = round(height * rng.uniform(0.1, 0.18))
    shade = np.linspace(0, rng.uniform(0.6, 0.85), foot, dtype=np.float32)[:, None]
    result = paste(picture, BLACK, np.repeat(shade, width, axis=1), 0, height - foot)
    thick = max(2, round(height * 0.007))
    left, right = round(width * 0.04), round(width * 0.96)
    y = height - round(foot * 0.3)
    played = round(left + (right - left) * rng.uniform(0.1, 0.9))
    result[y : y + thick, left:right] = to_uint8(result[y : y + thick, left:right] * 0.5 + 110)
    result[y : y + thick, left:played] = (230, 20, 30) if rng.random() < 0.5 else WHITE
    cv2.circle(result, (played, y + thick // 2), thick * 2, WHITE, -1, cv2.LINE_AA)
    minute, second = int(rng.integers(0, 3)), int(rng.integers(10, 60))
    time = words_of_height(f"{minute}:{second} / 2:{int(rng.integers(10, 60))}", pick_face(rng), foot * 0.2)
    result = paste(result, WHITE, time, left, y - round(foot * 0.2) - time.shape[0])
    return Attacked(result, note=f"{minute}:{second}")


def _shrunk(mask: Mask, side: int) -> Mask:
    return np.asarray(cv2.resize(mask, (side, side), interpolation=cv2.INTER_AREA), np.float32)


def _corner(picture: Pixels, mask: Mask, rng: np.random.Generator) -> tuple[int, int]:
    width, height = size_of(picture)
    margin = round(width * rng.uniform(0.02, 0.05))
    right, low = max(0, width - mask.shape[1] - margin), max(0, height - mask.shape[0] - margin)
    return (margin if rng.random() < 0.5 else right), (margin if rng.random() < 0.3 else low)
