"""A yellow face as phones draw it."""

import numpy as np

from benchmarks.attacks.seventh.canvas import (
    FINE,
    Colour,
    Mask,
    disc,
    drawn,
    gradient,
    lay,
    polygon,
)

DARK: Colour = (92, 58, 14)

HEART = [
    (
        0.5 + 0.48 * np.sin(t) ** 3,
        0.47 - 0.0295 * (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)),
    )
    for t in np.linspace(0, 2 * np.pi, 60)
]


def emoji(side: int, kind: int) -> tuple[Mask, Mask]:
    """A shaded yellow face as phones draw them: colours and mask. kind: 0 joy, 1 love, 2 cool, 3 shock, 4 smile."""
    face = np.ascontiguousarray(gradient(side, side, [(0, (255, 226, 92)), (0.6, (255, 202, 48)), (1, (242, 150, 30))]))
    sheet = np.clip(face, 0, 255).astype(np.uint8)

    def put(boxes: list[tuple[float, float, float, float]], colour: Colour) -> None:
        for box in boxes:
            edges = [v * side * FINE for v in box]
            lay(sheet, drawn(side, side, lambda pen, _, at=edges: pen.ellipse(at, fill=255)), 0, 0, colour)  # type: ignore[misc]

    def curve(box: tuple[float, float, float, float], start: int, end: int, thick: float) -> None:
        width = max(2, round(thick * side * FINE))
        mask = drawn(side, side, lambda pen, k: pen.arc([v * side * k for v in box], start, end, 255, width))
        lay(sheet, mask, 0, 0, DARK)

    def open_mouth(top: float, low: float) -> None:
        across = [0.24, 2 * top - low, 0.76, low]
        mask = drawn(side, side, lambda pen, k: pen.chord([v * side * k for v in across], 0, 180, 255))
        lay(sheet, mask, 0, 0, DARK)
        teeth = drawn(
            side, side, lambda pen, k: pen.rectangle([v * side * k for v in (0.3, top, 0.7, top + 0.06)], 255)
        )
        lay(sheet, mask * teeth, 0, 0, (255, 255, 255))

    if kind == 0:
        curve((0.2, 0.3, 0.42, 0.52), 190, 350, 0.05)
        curve((0.58, 0.3, 0.8, 0.52), 190, 350, 0.05)
        open_mouth(0.54, 0.84)
        put([(0.03, 0.44, 0.22, 0.64), (0.78, 0.44, 0.97, 0.64)], (76, 178, 240))
    elif kind == 1:
        heart = max(4, round(0.34 * side))
        for left in (0.1, 0.56):
            lay(sheet, polygon(heart, heart, HEART), round(left * side), round(0.22 * side), (226, 38, 58))
        open_mouth(0.6, 0.86)
    elif kind == 2:
        put([(0.1, 0.3, 0.48, 0.54), (0.52, 0.3, 0.9, 0.54)], (26, 28, 36))
        band = drawn(side, side, lambda pen, k: pen.rectangle([v * side * k for v in (0.06, 0.3, 0.94, 0.36)], 255))
        lay(sheet, band, 0, 0, (26, 28, 36))
        curve((0.28, 0.46, 0.72, 0.8), 20, 160, 0.05)
    elif kind == 3:
        put([(0.2, 0.28, 0.4, 0.5), (0.6, 0.28, 0.8, 0.5)], (255, 255, 255))
        put([(0.26, 0.34, 0.35, 0.45), (0.65, 0.34, 0.74, 0.45), (0.38, 0.58, 0.62, 0.86)], DARK)
    else:
        put([(0.28, 0.3, 0.4, 0.48), (0.6, 0.3, 0.72, 0.48)], DARK)
        curve((0.22, 0.3, 0.78, 0.8), 25, 155, 0.055)
    return sheet.astype(np.float32), disc(side)
