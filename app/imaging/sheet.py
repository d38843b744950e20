"""Sheets of several pictures in rows, each under a title that can be read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from app.imaging.lettering import drawable, font, shorten, wrap
from app.model.poster_image import Pixels

_GROUND = (24, 26, 32)
_LETTERS = (238, 240, 245)
_SOFT = (176, 180, 190)
_GAP = 20
_TITLE, _HEAD = 22, 30
_TITLE_HEIGHT, _HEAD_HEIGHT = 36, 42
_HEAD_LINES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A picture and what stands above it."""

    title: str
    pixels: Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Tiles side by side in `columns` places of equal width, none of them higher than `height` pixels."""

    tiles: Sequence[Tile]
    columns: int
    height: int
    title: str = ""


def make_sheet(rows: Sequence[Row], width: int, head: str = "") -> Pixels:
    """All rows under each other on a dark ground, `width` pixels wide, under a head of at most three lines."""
    lines = wrap(drawable(head), _HEAD, width - 2 * _GAP, _HEAD_LINES)
    blocks = [_lay_out(row, width) for row in rows]
    head_height = len(lines) * _HEAD_HEIGHT + (_GAP if lines else 0)
    sheet = Image.new("RGB", (width, _GAP + head_height + sum(block.height for block in blocks)), _GROUND)
    pen, top = ImageDraw.Draw(sheet), _GAP
    for line in lines:
        pen.text((_GAP, top + _HEAD_HEIGHT // 2), line, font=font(_HEAD), fill=_LETTERS, anchor="lm")
        top += _HEAD_HEIGHT
    top += _GAP if lines else 0
    for block in blocks:
        sheet.paste(block, (0, top))
        top += block.height
    return np.asarray(sheet)


def _lay_out(row: Row, width: int) -> Image.Image:
    place = (width - _GAP * (row.columns + 1)) // row.columns
    pictures = [_fit(tile.pixels, place, row.height) for tile in row.tiles]
    lines = [range(start, min(start + row.columns, len(pictures))) for start in range(0, len(pictures), row.columns)]
    heights = [_TITLE_HEIGHT + max(pictures[number].height for number in line) + _GAP for line in lines]
    head = _TITLE_HEIGHT if row.title else 0
    block = Image.new("RGB", (width, head + sum(heights)), _GROUND)
    pen, top = ImageDraw.Draw(block), head
    if row.title:
        pen.text((_GAP, head // 2), row.title, font=font(_TITLE), fill=_SOFT, anchor="lm")
    for line, height in zip(lines, heights, strict=True):
        for column, number in enumerate(line):
            left = _GAP + column * (place + _GAP)
            title = shorten(drawable(row.tiles[number].title), _TITLE, place)
            pen.text((left, top + _TITLE_HEIGHT // 2), title, font=font(_TITLE), fill=_LETTERS, anchor="lm")
            block.paste(pictures[number], (left, top + _TITLE_HEIGHT))
        top += height
    return block


def _fit(pixels: Pixels, width: int, height: int) -> Image.Image:
    picture = Image.fromarray(pixels)
    factor = min(width / picture.width, height / picture.height)
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS)
