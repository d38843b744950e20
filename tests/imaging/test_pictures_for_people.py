"""Drawing and encoding: sizes hold, marks are where they belong, and nothing is said about the maker."""

import io

import numpy as np
import pytest
from PIL import Image

from app.imaging.draw import heat, outline, side_by_side
from app.imaging.encode import encode_jpeg, encode_png
from app.model.geometry import Box
from tests.support.pictures import draw_artwork

ARTWORK = draw_artwork(3, (120, 180))


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def test_an_outline_surrounds_the_place_and_leaves_its_inside_alone() -> None:
    box = Box(40, 60, 50, 70)
    marked = outline(ARTWORK, [box])
    assert marked.shape == ARTWORK.shape
    inside = (slice(box.y + 2, box.y + box.height - 2), slice(box.x + 2, box.x + box.width - 2))
    assert np.array_equal(marked[inside], ARTWORK[inside])
    changed = np.argwhere((marked != ARTWORK).any(axis=2))
    (top, left), (bottom, right) = changed.min(axis=0), changed.max(axis=0)
    assert top < box.y
    assert left < box.x
    assert right >= box.x + box.width - 1
    assert bottom >= box.y + box.height - 1


@pytest.mark.parametrize("box", [Box(0, 0, 120, 180), Box(119, 179, 1, 1), Box(0, 0, 1, 1), Box(-5, -5, 300, 300)])
def test_outlines_at_the_edge_are_cut_and_not_refused(box: Box) -> None:
    assert outline(ARTWORK, [box]).shape == ARTWORK.shape


def test_no_box_no_change() -> None:
    assert np.array_equal(outline(ARTWORK, []), ARTWORK)


def test_heat_glows_where_the_strength_is() -> None:
    strength = np.zeros(ARTWORK.shape[:2], np.float32)
    strength[60:120, 30:90] = 1.0
    glowing = heat(ARTWORK, strength).astype(int)
    assert glowing.shape == ARTWORK.shape
    spread = glowing.max(axis=2) - glowing.min(axis=2)
    assert spread[70:110, 40:80].mean() > 40
    assert spread[:40].max() == 0


def test_heat_takes_values_out_of_range() -> None:
    strength = np.full(ARTWORK.shape[:2], 7.0, np.float32)
    assert np.array_equal(heat(ARTWORK, strength), heat(ARTWORK, np.ones_like(strength)))


def test_a_sheet_holds_every_picture_at_one_height() -> None:
    sheet = side_by_side([("One", ARTWORK), ("Two", draw_artwork(4, (200, 100)))], height=240)
    assert sheet.shape[0] > 240
    assert sheet.shape[1] > 160 + 480
    assert sheet.dtype == np.uint8


def test_png_gives_the_pixels_back_and_carries_no_metadata() -> None:
    picture = opened(encode_png(ARTWORK))
    assert picture.format == "PNG"
    assert np.array_equal(np.asarray(picture), ARTWORK)
    assert picture.info == {}


def test_jpeg_is_shrunk_to_the_side_and_carries_no_metadata() -> None:
    picture = opened(encode_jpeg(ARTWORK, quality=95))
    assert picture.size == (120, 180)
    assert np.abs(np.asarray(picture).astype(int) - ARTWORK).mean() < 5
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not picture.getexif()
    assert opened(encode_jpeg(ARTWORK, max_side=90)).size == (60, 90)
    assert opened(encode_jpeg(ARTWORK, max_side=900)).size == (120, 180)
