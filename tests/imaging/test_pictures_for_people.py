"""Drawing and encoding: sizes hold, marks are where they belong, and nothing is said about the maker."""

import io

import numpy as np
import pytest
from PIL import Image

from app.imaging.crops import Place, before_and_after
from app.imaging.draw import heat, outline
from app.imaging.encode import encode_jpeg, encode_png
from app.imaging.lettering import drawable, font, shorten, wrap
from app.imaging.parts import COLOURS, add_legend, tint_parts
from app.imaging.places import crop_around, place_badges, scale_box
from app.imaging.sheet import Row, Tile, make_sheet
from app.model.geometry import Box
from app.model.report import PartColour, ReportBox, ReportPart
from tests.support.pictures import draw_artwork

ARTWORK = draw_artwork(3, (120, 180))
POSTER = draw_artwork(5, (400, 600))


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


def test_each_number_looks_different() -> None:
    boxes = [Box(200, 300, 80, 80)]
    drawn = {name: outline(POSTER, boxes, [name]).tobytes() for name in ("1", "2", "A", "12")}
    assert len(set(drawn.values())) == len(drawn)


def test_numbers_do_not_hide_each_other_nor_leave_the_picture() -> None:
    boxes = [Box(100, 100, 80, 60), Box(102, 103, 200, 90), Box(0, 0, 30, 30), Box(390, 590, 10, 10)]
    badges = place_badges(boxes, (400, 600))
    for number, badge in enumerate(badges):
        assert badge.radius <= badge.x <= 400 - badge.radius
        assert badge.radius <= badge.y <= 600 - badge.radius
        for other in badges[:number]:
            assert np.hypot(badge.x - other.x, badge.y - other.y) >= 2 * badge.radius - 1e-6


@pytest.mark.parametrize("box", [Box(200, 300, 40, 50), Box(0, 0, 400, 40), Box(0, 0, 400, 600), Box(390, 590, 10, 10)])
def test_a_crop_holds_its_place_with_room_around_and_stays_in_the_picture(box: Box) -> None:
    crop = crop_around(box, (400, 600))
    assert 0 <= crop.x <= box.x
    assert 0 <= crop.y <= box.y
    assert box.x + box.width <= crop.x + crop.width <= 400
    assert box.y + box.height <= crop.y + crop.height <= 600
    assert crop.area > box.area or box.area == 400 * 600


def test_before_and_after_stand_side_by_side_and_large() -> None:
    box = Box(200, 300, 40, 30)
    changed = POSTER.copy()
    changed[300:330, 200:240] = (250, 0, 250)
    pair = before_and_after(Place(POSTER, box), Place(changed, box), 800)
    assert pair.shape[1] == 800
    magenta = (np.abs(pair.astype(int) - (250, 0, 250)).max(axis=2) < 12).sum(axis=0)
    assert magenta[:400].max() < 0.1 * pair.shape[0]
    assert magenta[400:].max() > 0.2 * pair.shape[0], "a place of 40 pixels fills a good part of its crop"


def test_a_mirrored_picture_is_shown_the_way_of_its_reference() -> None:
    box = Box(40, 300, 60, 45)
    flipped = np.ascontiguousarray(POSTER[:, ::-1])
    pair = before_and_after(
        Place(POSTER, box), Place(flipped, Box(400 - 40 - 60, 300, 60, 45), mirrored=True), 606
    ).astype(int)
    apart = np.abs(pair[:, :299] - pair[:, 307:]).mean()
    assert apart < 0.3 * np.abs(pair[:, :299] - pair[:, 307:][:, ::-1]).mean()


def make_part(letter: str, colour: PartColour, top: int, low: int) -> ReportPart:
    ring = [(0, top), (400, top), (400, low), (0, low)]
    box = ReportBox(x=0, y=top, width=400, height=low - top)
    return ReportPart(
        letter=letter,
        reference_id=f"r_{letter}",
        title=f"Film {letter}",
        share=(low - top) / 600,
        colour=colour,
        outline=[ring],
        centre=(200, (top + low) // 2),
        box=box,
        reference_box=box,
    )


PARTS = [make_part("A", PartColour.BLUE, 0, 250), make_part("B", PartColour.ORANGE, 350, 600)]


def test_each_part_gets_its_colour_and_the_rest_stays() -> None:
    tinted = tint_parts(POSTER, PARTS).astype(int)
    assert tinted.shape == POSTER.shape
    assert np.array_equal(tinted[260:340], POSTER[260:340])
    for part, rows in zip(PARTS, (slice(20, 230), slice(370, 580)), strict=True):
        colour = np.array(COLOURS[part.colour])
        before = np.abs(POSTER[rows, 20:380].astype(int) - colour).mean()
        assert np.abs(tinted[rows, 20:380] - colour).mean() < 0.8 * before


def test_parts_can_be_told_apart_without_colours() -> None:
    plain = np.full_like(POSTER, 128)
    grey = [
        np.asarray(Image.fromarray(tint_parts(plain, [make_part("A", colour, 0, 600)])).convert("L"), dtype=int)
        for colour in PartColour
    ]
    patches = [picture[300:420, 30:150] - picture[300:420, 30:150].mean() for picture in grey]
    for number, patch in enumerate(patches):
        assert patch.std() > 1, "a pattern, not only a colour"
        for other in patches[:number]:
            assert (patch * other).mean() < 0.7 * patch.std() * other.std()


def test_the_legend_stands_under_the_picture_and_hides_nothing() -> None:
    sheet = add_legend(POSTER, [(part, f"{part.title}, 42 %") for part in PARTS])
    assert np.array_equal(sheet[:600], POSTER)
    assert sheet.shape[0] > 640
    assert (sheet[600:].max(axis=(1, 2)) > 200).any()


def test_every_pair_of_colours_is_far_apart_in_lightness_or_hue() -> None:
    colours = [np.array(colour, int) for colour in COLOURS.values()]
    for number, colour in enumerate(colours):
        assert all(np.abs(colour - other).max() >= 60 for other in colours[:number])


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


def test_a_sheet_holds_its_rows_whole_under_their_titles() -> None:
    tiles = [Tile("One", ARTWORK), Tile("Two", draw_artwork(4, (200, 100)))]
    one = make_sheet([Row(tiles, 2, 240)], 900)
    assert one.shape[1] == 900
    assert one.shape[0] > 240
    two = make_sheet([Row(tiles, 2, 240), Row(tiles, 1, 240, "Again")], 900)
    assert two.shape[0] > one.shape[0] + 2 * 240
    headed = make_sheet([Row(tiles, 2, 240)], 900, "What it is " * 40)
    assert one.shape[0] < headed.shape[0] < one.shape[0] + 240
    titles = np.abs(one[:50].astype(int) - one[0, 0]).max(axis=2) > 100
    assert titles[:, :450].any()
    assert titles[:, 450:].any()


def test_words_that_cannot_be_drawn_are_left_out_and_none_is_torn() -> None:
    assert drawable("Amélie") == "Amelie"
    assert drawable("a\x1b[31m\u202eb") == "a[31mb"
    assert drawable("서울의 봄", "r_12") == "r_12"
    assert font(20).getlength(shorten("word " * 50, 20, 200)) <= 200
    lines = wrap("one two three four five six seven eight nine ten", 20, 120, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("...")
    assert all(font(20).getlength(line) <= 120 for line in lines)


def test_boxes_follow_their_picture() -> None:
    assert scale_box(Box(10, 20, 30, 40), 2, 0.5) == Box(20, 10, 60, 20)


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
