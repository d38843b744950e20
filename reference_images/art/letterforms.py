"""The project's own display letters: skeletons on a unit grid, written out with a pen that gives them their style."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageDraw

from reference_images.art.canvas import Array, Point

Path: TypeAlias = tuple[Point, ...]

# Width, then strokes. "L x,y x,y ..." is a chain of lines; "O cx,cy rx,ry from,to" an arc in degrees,
# clockwise from the right.
# Heights run from 0 (cap line) to 1 (base line).
_SKELETONS = {
    "A": ".74|L 0,1 .37,0 .74,1|L .14,.66 .6,.66",
    "B": ".58|L 0,0 0,1|L 0,0 .3,0|O .3,.24 .24,.24 -90,90|L 0,.48 .32,.48|O .32,.74 .26,.26 -90,90|L .32,1 0,1",
    "C": ".74|O .42,.5 .42,.5 48,312",
    "D": ".7|L 0,0 0,1|L 0,0 .22,0|O .22,.5 .48,.5 -90,90|L .22,1 0,1",
    "E": ".52|L 0,0 0,1|L 0,0 .52,0|L 0,.48 .42,.48|L 0,1 .52,1",
    "F": ".5|L 0,0 0,1|L 0,0 .5,0|L 0,.5 .4,.5",
    "G": ".78|O .42,.5 .42,.5 20,312|L .5,.58 .8,.58 .8,.74",
    "H": ".66|L 0,0 0,1|L .66,0 .66,1|L 0,.48 .66,.48",
    "I": "0|L 0,0 0,1",
    "J": ".4|L .4,0 .4,.74|O .18,.74 .22,.26 0,150",
    "K": ".62|L 0,0 0,1|L .58,0 0,.56|L .2,.4 .62,1",
    "L": ".5|L 0,0 0,1|L 0,1 .5,1",
    "M": ".84|L 0,1 .06,0 .42,.78 .78,0 .84,1",
    "N": ".68|L 0,1 0,0 .68,1 .68,0",
    "O": ".84|O .42,.5 .42,.5 0,360",
    "P": ".56|L 0,0 0,1|L 0,0 .28,0|O .28,.28 .28,.28 -90,90|L .28,.56 0,.56",
    "Q": ".84|O .42,.5 .42,.5 0,360|L .5,.72 .82,1.08",
    "R": ".6|L 0,0 0,1|L 0,0 .28,0|O .28,.27 .27,.27 -90,90|L .28,.54 0,.54|L .26,.54 .6,1",
    "S": ".54|O .27,.25 .25,.25 90,325|O .27,.74 .27,.26 -90,145",
    "T": ".64|L 0,0 .64,0|L .32,0 .32,1",
    "U": ".66|L 0,0 0,.66|O .33,.66 .33,.34 0,180|L .66,.66 .66,0",
    "V": ".72|L 0,0 .36,1 .72,0",
    "W": "1.04|L 0,0 .27,1 .52,.12 .77,1 1.04,0",
    "X": ".66|L 0,0 .66,1|L .64,0 .02,1",
    "Y": ".66|L 0,0 .33,.52|L .66,0 .33,.52 .33,1",
    "Z": ".62|L .02,0 .6,0 0,1 .62,1",
    "0": ".62|O .31,.5 .31,.5 0,360",
    "1": ".24|L 0,.16 .22,0 .22,1",
    "2": ".54|O .27,.27 .26,.27 190,390|L .5,.4 0,1 .55,1",
    "3": ".5|O .24,.25 .24,.25 210,450|O .24,.74 .27,.26 -90,150",
    "4": ".6|L .46,1 .46,0 0,.7 .62,.7",
    "5": ".52|L .48,0 .08,0 .04,.46|O .24,.7 .28,.3 -125,140",
    "6": ".56|O .28,.69 .28,.31 0,360|L .44,0 .08,.5",
    "7": ".54|L 0,0 .54,0 .14,1",
    "8": ".54|O .27,.25 .23,.25 0,360|O .27,.74 .27,.26 0,360",
    "9": ".56|O .28,.31 .28,.31 0,360|L .48,.5 .12,1",
    "&": ".7|L .7,1 .16,.26|O .3,.2 .17,.2 160,380|L .46,.27 .06,.68|O .26,.76 .24,.24 190,45",
    "'": "0|L 0,0 0,.2",
    "-": ".3|L 0,.55 .3,.55",
    ".": "0|L 0,.98 0,1",
    ":": "0|L 0,.3 0,.32|L 0,.98 0,1",
    "!": "0|L 0,0 0,.7|L 0,.98 0,1",
    " ": ".22",
}
_ARMED = "EFLTZ"  # letters whose arms end in a tick when the pen has serifs


@dataclass(frozen=True, slots=True)
class Pen:
    """How a skeleton becomes a letter; every length is a share of the cap height."""

    thin: float = 0.06
    broad: float = 0.0
    angle: float = -20.0
    serif: float = 0.0
    width: float = 1.0
    spacing: float = 0.2


SERIF = Pen(thin=0.035, broad=0.13, serif=0.16, spacing=0.27)
FINE_SERIF = Pen(thin=0.022, broad=0.075, serif=0.13, spacing=0.34)
SLAB = Pen(thin=0.15, serif=0.3, width=0.9, spacing=0.34)
DECO = Pen(thin=0.045, width=1.12, spacing=0.26)
HEAVY = Pen(thin=0.19, width=0.88, spacing=0.3)
TALL = Pen(thin=0.1, width=0.52, spacing=0.19)
CHISEL = Pen(thin=0.05, broad=0.2, angle=-38, width=0.86, spacing=0.24)


@lru_cache(maxsize=64)
def _paths(letter: str) -> tuple[float, tuple[Path, ...]]:
    width, *strokes = _SKELETONS[letter].split("|")
    return float(width), tuple(tuple(_path(stroke)) for stroke in strokes)


def _path(stroke: str) -> Iterator[Point]:
    kind, *numbers = stroke.split()
    pairs = [(float(a), float(b)) for a, b in (pair.split(",") for pair in numbers)]
    if kind == "L":
        yield from pairs
        return
    (cx, cy), (rx, ry), (start, end) = pairs
    for degree in np.linspace(start, end, 40):
        yield cx + rx * float(np.cos(np.radians(degree))), cy + ry * float(np.sin(np.radians(degree)))


def written(text: str, height: int, pen: Pen) -> Array:
    """One line of capitals as a mask (about `height` pixels plus the pen) in 0..1. KeyError for an unknown letter."""
    scale = height * 3
    margin = round(scale * (max(pen.thin, pen.broad) / 2 + pen.serif / 2 + 0.04))
    advances = [_paths(letter)[0] * pen.width + pen.spacing for letter in text]
    # A lone stem sits closer than the skeleton's zero width would put it, so its pen width is added.
    advances = [a + (pen.broad + pen.thin) * 0.5 for a in advances]
    sheet = Image.new("L", (round(sum(advances) * scale) + 2 * margin, scale + 2 * margin))
    pencil = ImageDraw.Draw(sheet)
    x = float(margin)
    for letter, advance in zip(text, advances, strict=True):
        for path in _paths(letter)[1]:
            points = np.array([(x + px * pen.width * scale, margin + py * scale) for px, py in path])
            _stroke(pencil, points, scale, pen)
            if pen.serif:
                _serif(pencil, points, path, scale, pen, armed=letter in _ARMED)
        x += advance * scale
    return np.asarray(sheet.reduce(3), np.float32) / 255


def _stroke(pencil: ImageDraw.ImageDraw, path: np.ndarray, scale: int, pen: Pen) -> None:
    if np.ptp(path, axis=0).max() < 0.04 * scale:  # a full stop
        (x, y), radius = path.mean(0), max(pen.thin, pen.broad, 0.07) * 0.6 * scale
        pencil.ellipse([x - radius, y - radius, x + radius, y + radius], fill=255)
        return
    turn = np.radians(pen.angle)
    nib = np.array([np.cos(turn), np.sin(turn)]) * pen.broad * scale / 2
    thin = max(2, round(pen.thin * scale))
    for start, end in pairwise(path):
        if pen.broad:
            pencil.polygon([tuple(p) for p in (start - nib, start + nib, end + nib, end - nib)], fill=255)
            for offset in (-nib, nib):
                pencil.line([tuple(start + offset), tuple(end + offset)], fill=255, width=thin)
        pencil.line([tuple(start), tuple(end)], fill=255, width=thin)
    if not pen.broad:
        for x, y in path[1:-1]:
            pencil.ellipse([x - thin / 2, y - thin / 2, x + thin / 2, y + thin / 2], fill=255)


def _serif(pencil: ImageDraw.ImageDraw, points: np.ndarray, path: Path, scale: int, pen: Pen, *, armed: bool) -> None:
    """Bars across the stems that end on the cap line or the base line, and ticks at the ends of arms."""
    reach, thick = pen.serif * scale / 2 + pen.broad * scale * 0.3, max(2, round(min(pen.thin, 0.09) * scale))
    for (x, y), (bx, by), (_, height) in ((points[0], points[1], path[0]), (points[-1], points[-2], path[-1])):
        steep = abs(y - by) > max(abs(x - bx), 0.1 * scale)
        if steep and min(abs(height), abs(height - 1)) < 0.01:
            pencil.line([x - reach, y, x + reach, y], fill=255, width=thick)
    if armed and len(path) == 2 and path[0][1] == path[1][1]:
        x, y = points[-1]
        pencil.line([x, y - reach * 0.55, x, y + reach * 0.55], fill=255, width=thick)
