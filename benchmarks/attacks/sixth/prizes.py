"""Edits: made-up prizes."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.sixth.added_words import readable
from benchmarks.attacks.sixth.letters import Face, stacked
from benchmarks.attacks.sixth.spots import calmest
from benchmarks.attacks.sixth.tools import edited, mix
from benchmarks.attacks.sixth.wording import PRIZES
from benchmarks.attacks.values import Attacked, OtherPosters


def laurels(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A made-up prize between two branches of laurel."""
    width, height = size_of(picture)
    capital = width * between(rng, 0.03, 0.04)
    words = one_of(rng, PRIZES)
    text = stacked(words, Face(one_of(rng, ("DejaVuSerif-Bold", "cv:650"))), capital)
    across, down = text.shape[1] + round(capital * 6.4), round(max(capital * 5.6, text.shape[0] * 1.5))
    mask = np.zeros((down, across), np.float32)
    top, left = (down - text.shape[0]) // 2, (across - text.shape[1]) // 2
    mask[top : top + text.shape[0], left : left + text.shape[1]] = text
    for turn in np.linspace(-1.25, 1.25, 9):
        for side in (-1, 1):
            x = across / 2 + side * (across / 2 - capital * 2.4 + capital * 1.4 * np.cos(turn))
            y = down / 2 + np.sin(turn) * (down / 2 - capital * 0.7)
            size = max(2, round(capital * 0.55)), max(1, round(capital * 0.2))
            lean = -side * np.degrees(turn) * 0.6 + 70
            cv2.ellipse(mask, (round(x), round(y)), size, lean * side, 0, 360, (1.0,), -1, cv2.LINE_AA)
    box = calmest(picture, across, down, rng, (0.03, 0.95))
    tone = readable(picture, box, one_of(rng, ((255, 255, 255), (240, 205, 110)))).colour
    layer = np.zeros((height, width), np.float32)
    layer[box.y : box.y + box.height, box.x : box.x + box.width] = mask[: box.height, : box.width]
    return edited(picture, mix(picture, np.full_like(picture, tone), layer), rng, words[1], join=0.15)
