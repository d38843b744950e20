"""Words as masks of ink, in the typefaces at hand."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from benchmarks.attacks.lettering import named_font

Mask = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface. file: a .ttf by name, or "cv:" and OpenCV's own. squeeze: width; tracking: space between letters."""

    file: str
    weight: int = 400
    squeeze: float = 1.0
    tracking: float = 0.0


BOLD = (
    Face("DejaVuSans-Bold.ttf"), Face("DejaVuSans-Bold.ttf", squeeze=0.6), Face("cv:sans", 800),
    Face("DejaVuSansCondensed-Bold.ttf", squeeze=0.75), Face("DejaVuSerif-Bold.ttf"), Face("cv:italic", 700),
    Face("DejaVuSerifCondensed-Bold.ttf", squeeze=0.75, tracking=0.06), Face("cv:sans", 700, squeeze=0.65),
    Face("DejaVuSans-BoldOblique.ttf", squeeze=0.85), Face("DejaVuSansMono-Bold.ttf"))  # fmt: skip
PLAIN = (
    Face("DejaVuSans.ttf", squeeze=0.85), Face("DejaVuSans.ttf", tracking=0.25), Face("DejaVuSerif.ttf", tracking=0.12),
    Face("DejaVuSerif-Italic.ttf"), Face("DejaVuSansCondensed.ttf", squeeze=0.85, tracking=0.1),
    Face("DejaVuSansMono.ttf", squeeze=0.85), Face("cv:sans", 500), Face("cv:italic", 400), Face("default"),
    Face("default", tracking=0.2))  # fmt: skip
SCREEN = (Face("default"), Face("cv:sans", 500), Face("cv:sans", 700), Face("DejaVuSans-Bold.ttf", squeeze=0.85))


def word_mask(text: str, size: float, face: Face) -> Mask:
    """The line of text, cut tight. size: the font's, in pixels."""
    big = max(10, round(size * 2))
    step, pieces = round(face.tracking * big), list(text) if face.tracking else [text]
    canvas = np.zeros((big * 3, big * 2 + (big * 2 + step) * len(text), 3), np.uint8)
    if face.file.startswith("cv:"):
        font, x = cv2.FontFace(face.file[3:]), big // 2
        for piece in pieces:
            x = cv2.putText(canvas, piece, (x, big * 2), (255, 255, 255), font, big, face.weight)[0][0] + step
    else:
        picture, type_, left = Image.fromarray(canvas), named_font(face.file, big), big / 2
        for piece in pieces:
            ImageDraw.Draw(picture).text((left, big * 2), piece, (255, 255, 255), type_, anchor="ls")
            left += type_.getlength(piece) + step
        canvas = np.array(picture)
    inked = np.ascontiguousarray(canvas[:, :, 0])
    x, y, width, height = cv2.boundingRect(inked)
    size_now = (max(2, round(width * face.squeeze / 2)), max(2, round(height / 2)))
    mask = cv2.resize(inked[y : y + height, x : x + width], size_now, interpolation=cv2.INTER_AREA)
    return np.asarray(mask / np.float32(255), np.float32)


def fitted(text: str, size: float, face: Face, widest: float) -> Mask:
    """The line of text, set smaller when it would be wider than there is room."""
    return lines_mask((text,), size, face, widest)


def lines_mask(lines: Sequence[str], size: float, face: Face, widest: float) -> Mask:
    """Lines under each other, centred, all in the size in which the widest fits."""
    masks = [word_mask(line, size, face) for line in lines]
    across = max(mask.shape[1] for mask in masks)
    if across > widest:
        return lines_mask(lines, size * 0.98 * widest / across, face, widest)
    rows = []
    for mask in masks:
        spare = across - mask.shape[1]
        rows.append(np.pad(mask, ((0, round(size * 0.3)), (spare // 2, spare - spare // 2))))
    return np.vstack(rows)[: -round(size * 0.3)]
