"""The shapes of things that fans add: drawn with a pen, to be lit elsewhere."""

import numpy as np

from benchmarks.attacks.eighth.sprites import Pen
from benchmarks.attacks.geometry import Colour


def sword(pen: Pen) -> None:
    """Point up."""
    pen.shape([(0.5, 0.0), (0.545, 0.08), (0.535, 0.68), (0.465, 0.68), (0.455, 0.08)], (200, 206, 216))
    pen.stroke([(0.5, 0.08), (0.5, 0.66)], (132, 138, 150), 0.014)
    pen.shape([(0.32, 0.68), (0.68, 0.68), (0.7, 0.725), (0.3, 0.725)], (186, 146, 60))
    pen.shape([(0.47, 0.72), (0.53, 0.72), (0.53, 0.92), (0.47, 0.92)], (74, 44, 30))
    pen.disc(0.5, 0.95, 0.045, 0.045, (196, 156, 70))


def pistol(pen: Pen) -> None:
    """Barrel to the left."""
    pen.shape([(0.02, 0.28), (0.86, 0.26), (0.9, 0.32), (0.88, 0.44), (0.02, 0.42)], (52, 54, 60))
    pen.shape([(0.6, 0.42), (0.88, 0.42), (0.98, 0.82), (0.74, 0.86)], (40, 36, 34))
    pen.arc(0.52, 0.48, 0.1, 0.09, (0, 200), (52, 54, 60), 0.035)
    pen.shape([(0.06, 0.24), (0.1, 0.24), (0.1, 0.29), (0.06, 0.29)], (40, 42, 46))
    for x in (0.7, 0.74, 0.78, 0.82):
        pen.stroke([(x, 0.28), (x, 0.36)], (30, 30, 34), 0.012)


def axe(pen: Pen) -> None:
    """Blade up."""
    pen.shape([(0.47, 0.1), (0.53, 0.1), (0.54, 1.0), (0.46, 1.0)], (110, 74, 44))
    pen.shape([(0.5, 0.12), (0.72, 0.04), (0.84, 0.2), (0.72, 0.4), (0.5, 0.3)], (168, 174, 182))
    pen.shape([(0.77, 0.08), (0.84, 0.2), (0.77, 0.34), (0.73, 0.2)], (216, 220, 226))


def car(body: Colour) -> Pen:
    """A sports car from the side."""
    pen = Pen()
    pen.shape(
        [
            (0.02, 0.62),
            (0.06, 0.52),
            (0.26, 0.47),
            (0.4, 0.35),
            (0.66, 0.34),
            (0.8, 0.46),
            (0.96, 0.5),
            (0.98, 0.63),
            (0.94, 0.66),
            (0.04, 0.66),
        ],
        body,
    )
    pen.shape([(0.31, 0.47), (0.42, 0.375), (0.52, 0.37), (0.52, 0.465)], (36, 46, 60))
    pen.shape([(0.54, 0.37), (0.65, 0.37), (0.745, 0.46), (0.54, 0.465)], (36, 46, 60))
    pen.shape([(0.03, 0.54), (0.1, 0.53), (0.09, 0.57)], (255, 246, 200))
    pen.shape([(0.94, 0.52), (0.97, 0.52), (0.97, 0.57)], (230, 30, 30))
    for x in (0.2, 0.79):
        pen.disc(x, 0.64, 0.085, 0.085, (20, 20, 22))
        pen.disc(x, 0.64, 0.05, 0.05, (150, 154, 160))
    return pen


def ship(pen: Pen) -> None:
    """A saucer-like warship with engines, seen from below."""
    pen.shape(
        [(0.0, 0.52), (0.2, 0.4), (0.5, 0.33), (0.8, 0.4), (1.0, 0.52), (0.72, 0.62), (0.28, 0.62)], (126, 132, 142)
    )
    pen.shape([(0.36, 0.36), (0.5, 0.24), (0.64, 0.36)], (150, 156, 166))
    pen.shape([(0.3, 0.62), (0.7, 0.62), (0.6, 0.68), (0.4, 0.68)], (70, 74, 84))
    for x in np.linspace(0.1, 0.9, 14).tolist():
        pen.stroke([(x, 0.45), (x + (x - 0.5) * 0.05, 0.58)], (92, 96, 106), 0.008)
        pen.disc(x, 0.53, 0.008, 0.008, (255, 236, 160))
    for x in (0.42, 0.5, 0.58):
        pen.disc(x, 0.65, 0.028, 0.018, (130, 220, 255))


def crown(pen: Pen) -> None:
    """Gold with stones."""
    pen.shape(
        [(0.08, 0.8), (0.03, 0.3), (0.27, 0.55), (0.5, 0.18), (0.73, 0.55), (0.97, 0.3), (0.92, 0.8)], (232, 184, 60)
    )
    pen.shape([(0.08, 0.7), (0.92, 0.7), (0.91, 0.84), (0.09, 0.84)], (196, 144, 36))
    for x, colour in ((0.25, (190, 20, 40)), (0.5, (30, 70, 200)), (0.75, (190, 20, 40))):
        pen.disc(x, 0.77, 0.045, 0.045, colour)
    for x, y in ((0.03, 0.3), (0.5, 0.18), (0.97, 0.3)):
        pen.disc(x, y + 0.01, 0.04, 0.04, (250, 214, 110))


def wing(feather: Colour) -> Pen:
    """A left wing; its root is at the right edge."""
    pen = Pen()
    for row, (long, shade) in enumerate(((0.95, 0.75), (0.72, 0.88), (0.5, 1.0))):
        for turn in np.linspace(0.15, 1.35, 11):
            tip = (0.97 - long * np.cos(turn - 0.45), 0.32 + long * 0.72 * np.sin(turn - 0.45) + 0.06 * row)
            wide = 0.05 - 0.008 * row
            tint = tuple(int(v * shade * (0.9 + 0.1 * np.sin(turn * 9))) for v in feather)
            middle = ((0.95 + tip[0]) / 2, (0.35 + tip[1]) / 2)
            points = [(0.96, 0.33), (middle[0], middle[1] - wide), tip, (middle[0] + wide / 2, middle[1] + wide)]
            pen.shape(points, (tint[0], tint[1], tint[2]))
    return pen


def dragon(pen: Pen) -> None:
    """A flying beast, wings spread."""
    skin: Colour = (128, 112, 92)
    for side in (-1, 1):
        edge = [
            (0.5, 0.42),
            (0.5 + side * 0.2, 0.14),
            (0.5 + side * 0.49, 0.22),
            (0.5 + side * 0.42, 0.38),
            (0.5 + side * 0.36, 0.36),
            (0.5 + side * 0.3, 0.5),
            (0.5 + side * 0.22, 0.45),
            (0.5 + side * 0.14, 0.58),
        ]
        pen.shape(edge, (150, 78, 62))
        pen.stroke([(0.5, 0.42), (0.5 + side * 0.2, 0.14), (0.5 + side * 0.49, 0.22)], skin, 0.022)
        pen.stroke([(0.5 + side * 0.2, 0.14), (0.5 + side * 0.36, 0.36)], skin, 0.012)
        pen.stroke([(0.5 + side * 0.2, 0.14), (0.5 + side * 0.22, 0.45)], skin, 0.012)
    pen.disc(0.5, 0.5, 0.1, 0.18, skin)
    pen.stroke([(0.5, 0.4), (0.46, 0.28), (0.5, 0.2)], skin, 0.09)
    pen.shape([(0.46, 0.2), (0.5, 0.1), (0.58, 0.17), (0.64, 0.2), (0.56, 0.25), (0.47, 0.25)], skin)
    pen.stroke([(0.5, 0.62), (0.55, 0.76), (0.47, 0.88), (0.54, 0.98)], skin, 0.05)
    pen.disc(0.545, 0.18, 0.009, 0.009, (255, 190, 40))


def tentacle(pen: Pen) -> None:
    """An arm rising from below, with suckers."""
    along = np.linspace(0, 1, 46)
    x = 0.5 + 0.2 * np.sin(along * 5.2) * (0.4 + along)
    y = 1.02 - along * 0.98
    for px, py, t in zip(x.tolist(), y.tolist(), along.tolist(), strict=True):
        wide = 0.13 * (1 - t) ** 0.8 + 0.012
        pen.disc(px, py, wide, wide, (72, 92, 74))
    for px, py, t in list(zip(x.tolist(), y.tolist(), along.tolist(), strict=True))[::4]:
        wide = 0.04 * (1 - t) ** 0.8 + 0.005
        pen.disc(px - 0.05 * (1 - t), py, wide, wide, (176, 160, 140))


def shark_fin(pen: Pen) -> None:
    """A fin in foam."""
    pen.shape(
        [(0.12, 0.86), (0.3, 0.5), (0.5, 0.26), (0.76, 0.12), (0.7, 0.4), (0.74, 0.66), (0.86, 0.86)], (86, 98, 110)
    )
    for x in np.linspace(0.05, 0.95, 14).tolist():
        pen.disc(x, 0.88, 0.06, 0.035, (230, 240, 244))
