"""Letters drawn with a pen, stroke by stroke."""

import cv2
import numpy as np

from benchmarks.attacks.paint import Mask, mask_box
from benchmarks.attacks.varied.shapes import pick

# Strokes on a board 4 wide and 6 high: pairs of across and down, strokes parted by a bar.
STROKES = {
    "A": "06 20 46|14 34", "B": "00 06 36 45 44 33 03|33 42 41 30 00", "C": "41 30 10 01 05 16 36 45",
    "D": "00 06 26 44 42 20 00", "E": "40 00 06 46|03 33", "F": "40 00 06|03 33", "G": "41 30 10 01 05 16 36 45 43 23",
    "H": "00 06|40 46|03 43", "I": "20 26", "J": "40 45 36 16 05", "K": "00 06|40 03 46", "L": "00 06 46",
    "M": "06 00 23 40 46", "N": "06 00 46 40", "O": "10 01 05 16 36 45 41 30 10", "P": "06 00 30 41 42 33 03",
    "Q": "10 01 05 16 36 45 41 30 10|34 47", "R": "06 00 30 41 42 33 03|23 46",
    "S": "41 30 10 01 02 13 33 44 45 36 16 05",
    "T": "00 40|20 26", "U": "00 05 16 36 45 40", "V": "00 26 40", "W": "00 16 22 36 40", "X": "00 46|40 06",
    "Y": "00 23 40|23 26", "Z": "00 40 06 46", "0": "10 01 05 16 36 45 41 30 10", "1": "11 20 26",
    "2": "01 10 30 41 42 06 46",
    "3": "01 10 30 41 42 33 23|33 44 45 36 16 05", "4": "36 30 04 44", "5": "40 00 03 33 44 45 36 06",
    "6": "40 20 02 05 16 36 45 44 33 03", "7": "00 40 16", "8": "13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33",
    "9": "06 26 44 41 30 10 01 02 13 43", "+": "21 25|03 43", "-": "13 33", ".": "26 26", "!": "20 24|26 26",
    "/": "06 40",
}  # fmt: skip


def draw_path(cover: Mask, path: np.ndarray, strength: float, thick: int) -> None:
    """A line through points (n, 2), to an eighth of a pixel, into a mask."""
    cv2.polylines(cover, [np.rint(path * 8).astype(np.int32)], False, strength, thick, cv2.LINE_AA, 3)


def stroked(words: str, rng: np.random.Generator) -> Mask:
    """Letters of single strokes, with a round pen or a broad one held aslant, steady or not."""
    thick, shake = int(rng.integers(3, 13)), pick(rng, [0.0, 0.0, 1.5, 3.0])
    wide, step = rng.uniform(6, 11), rng.uniform(1.35, 1.9)
    board: Mask = np.zeros((110, int(len(words) * wide * 4 * step) + 60), np.float32)
    left = 20.0
    for letter in words.upper():
        for stroke in STROKES.get(letter, "").split("|"):
            points = np.array([(int(p[0]) * wide + left, int(p[1]) * 11 + 20) for p in stroke.split()], float)
            if len(points):
                points += rng.normal(0, shake, points.shape) if shake else 0
                draw_path(board, points, 1.0, thick)
        left += wide * 4 * step * (0.5 if letter in "I. " else 1)
    if rng.random() < 0.4:
        pen = cv2.getRotationMatrix2D((4, 4), rng.uniform(20, 70), 1)
        broad = cv2.warpAffine(np.pad(np.ones((1, 9), np.uint8), ((4, 4), (0, 0))), pen, (9, 9))
        board = np.asarray(cv2.dilate(board, broad), np.float32)
    return cut(board)


def cut(mask: Mask) -> Mask:
    box = mask_box(mask)
    return mask[box.y : box.y + box.height, box.x : box.x + box.width]
