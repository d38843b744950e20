"""Signs that people and apps lay over pictures are told by their outline, in any colour and size; letters are none."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.compare.marks.pictograms import recognise, recognise_all
from app.compare.regions.place_views import LAYERS, VIEW_SIDE
from app.model.comparison import Pictogram
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork, resize

# Drawn this much larger, so that edges are soft.
FINE = 8
SIDE = VIEW_SIDE * FINE
GROUND = resize(draw_artwork(5)[100:260, 60:220], VIEW_SIDE, VIEW_SIDE)
CALM = np.full_like(GROUND, 70)
COLOURS = st.sampled_from([(255, 45, 85), (255, 255, 255), (255, 204, 0), (0, 200, 120), (160, 60, 240)])
Outline = NDArray[np.float64]

HEART = np.array(
    [(0, 45), (-42, 0), (-45, -18), (-36, -34), (-20, -36), (0, -20), (20, -36), (36, -34), (45, -18), (42, 0)]
)
STAR = np.array([(r * np.sin(k * np.pi / 5), -r * np.cos(k * np.pi / 5)) for k, r in enumerate([46.0, 20.0] * 5)])
ARROW = np.array([(-50, -9), (8, -9), (8, -26), (50, 0), (8, 26), (8, 9), (-50, 9)])
BLADE = np.array([(-50, -4), (-28, -4), (-28, -20), (-22, -20), (-22, -7), (38, -7), (50, 0)])
SWORD = np.concatenate([BLADE, (BLADE * (1, -1))[-2::-1]])
POINTER = np.array([(-15, -30), (-15, 26), (-2, 14), (7, 33), (16, 29), (7, 11), (25, 11)])


def view_of(after: Pixels, before: Pixels) -> NDArray[np.uint8]:
    """The near view of a place that holds all that differs, and a little around it."""
    view = np.full((VIEW_SIDE, VIEW_SIDE, LAYERS), 255, np.uint8)
    view[..., :3], view[..., 3:6] = after, before
    differs = (np.abs(after.astype(int) - before).max(axis=2) > 20).astype(np.uint8)
    view[..., 6] = cv2.dilate(differs, np.ones((3, 3), np.uint8)) * 255
    return view


def over(cover: NDArray[np.uint8], colour: tuple[int, int, int], ground: Pixels = GROUND) -> Pixels:
    """cover: (SIDE, SIDE) 0..255, laid over the ground in one colour."""
    share = cv2.resize(cover, (VIEW_SIDE, VIEW_SIDE), interpolation=cv2.INTER_AREA)[..., None] / 255
    return (ground * (1 - share) + np.array(colour) * share).round().astype(np.uint8)


def filled(outline: Outline, lean: float = 0.0, size: float = 4.0) -> NDArray[np.uint8]:
    cosine, sine = np.cos(np.radians(lean)), np.sin(np.radians(lean))
    points = outline @ np.array([[cosine, sine], [-sine, cosine]]) * size + SIDE / 2
    cover = np.zeros((SIDE, SIDE), np.uint8)
    cv2.fillPoly(cover, [points.round().astype(np.int32)], (255,))
    return cover


def lettered(words: str, face: int, thick: int) -> NDArray[np.uint8]:
    cover = np.zeros((SIDE, SIDE), np.uint8)
    (width, height), _ = cv2.getTextSize(words, face, 9, thick)
    cv2.putText(cover, words, ((SIDE - width) // 2, (SIDE + height) // 2), face, 9, (255,), thick, cv2.LINE_AA)
    return cover


@settings(deadline=None)
@given(st.floats(-25, 25), st.floats(3.2, 4.8), COLOURS)
def test_a_heart_and_a_star_leaning_to_a_side(lean: float, size: float, colour: tuple[int, int, int]) -> None:
    for outline, sign in ((HEART, Pictogram.HEART), (STAR, Pictogram.STAR)):
        assert recognise(view_of(over(filled(outline, lean, size), colour, CALM), CALM)) is sign


@settings(deadline=None)
@given(st.floats(0, 360), st.floats(3.6, 4.8), COLOURS)
def test_an_arrow_pointing_anywhere(turned: float, size: float, colour: tuple[int, int, int]) -> None:
    assert recognise(view_of(over(filled(ARROW, turned, size), colour, CALM), CALM)) is Pictogram.ARROW


@pytest.mark.parametrize("turned", [0, 75, 140, 250])
def test_an_arrow_with_a_rim(turned: float) -> None:
    rim = over(cv2.dilate(filled(ARROW, turned, 3.8), np.ones((33, 33), np.uint8)), (250, 250, 250))
    assert recognise(view_of(over(filled(ARROW, turned, 3.8), (220, 20, 36), rim), GROUND)) is Pictogram.ARROW
    # A blade with a guard is pointed and has a rim of light, but nothing in it is an arrow.
    glow = over(cv2.dilate(filled(SWORD, turned, 3.8), np.ones((17, 17), np.uint8)), (250, 250, 250))
    assert recognise(view_of(over(filled(SWORD, turned, 3.8), (120, 120, 130), glow), GROUND)) is None


@pytest.mark.parametrize("mirrored", [False, True])
def test_what_a_mouse_points_with(mirrored: bool) -> None:
    cover = filled(POINTER * (-1 if mirrored else 1, 1), size=6)
    assert recognise(view_of(over(cover, (250, 250, 250), CALM), CALM)) is Pictogram.POINTER


@pytest.mark.parametrize("size", [3.0, 4.5, 6.0])
def test_a_pointer_in_two_colours(size: float) -> None:
    rim = over(filled(POINTER * 1.18, size=size), (250, 250, 250))
    assert recognise(view_of(over(filled(POINTER, size=size), (5, 5, 5), rim), GROUND)) is Pictogram.POINTER


@pytest.mark.parametrize("axes", [(200, 200), (210, 150), (130, 200)])
def test_a_ring_drawn_round_something(axes: tuple[int, int]) -> None:
    cover = np.zeros((SIDE, SIDE), np.uint8)
    cv2.ellipse(cover, (SIDE // 2, SIDE // 2), axes, 0, 0, 360, (255,), 24, cv2.LINE_AA)
    assert recognise(view_of(over(cover, (235, 20, 20)), GROUND)) is Pictogram.RING


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("plate", ["disc", "rectangle"])
def test_a_play_button(plate: str, mirrored: bool) -> None:
    cover = np.zeros((SIDE, SIDE), np.uint8)
    if plate == "disc":
        cv2.circle(cover, (SIDE // 2, SIDE // 2), 190, (255,), -1)
    else:
        cv2.rectangle(cover, (60, 130), (SIDE - 60, SIDE - 130), (255,), -1)
    button = over(cover, (200, 25, 30))
    triangle = filled(np.array([(-18, -22), (-18, 22), (20, 0)]), 180 if mirrored else 0)
    assert recognise(view_of(over(triangle, (255, 255, 255), button), GROUND)) is Pictogram.PLAY


def test_a_play_button_that_lettering_shines_through() -> None:
    words = over(lettered("MEW", cv2.FONT_HERSHEY_TRIPLEX, 40), (250, 250, 250))
    cover = np.zeros((SIDE, SIDE), np.uint8)
    cv2.rectangle(cover, (60, 110), (SIDE - 60, SIDE - 110), (160,), -1)
    badge = over(cover, (220, 20, 20), words)
    triangle = filled(np.array([(-11, -14), (-11, 14), (13, 0)]))
    assert recognise(view_of(over(triangle, (255, 255, 255), badge), words)) is Pictogram.PLAY


def test_a_play_button_whose_dark_side_lies_on_dark_ground() -> None:
    ground = GROUND.copy()
    ground[:, :20] = 30
    cover = np.zeros((SIDE, SIDE), np.uint8)
    cv2.rectangle(cover, (40, 110), (SIDE - 40, SIDE - 110), (255,), -1)
    triangle = filled(np.array([(-20, -20), (-20, 20), (16, 0)]))
    button = over(triangle, (255, 255, 255), over(cover, (32, 32, 32), ground))
    assert recognise(view_of(button, ground)) is Pictogram.PLAY


def test_a_play_button_on_ground_that_is_as_grey_here_and_there() -> None:
    ground = GROUND.copy()
    for top, low, left, right in (
        (34, 45, 15, 29),
        (18, 30, 46, 56),
        (18, 31, 11, 19),
        (29, 44, 45, 55),
        (19, 33, 28, 43),
    ):
        ground[top:low, left:right] = 72
    cover = np.zeros((SIDE, SIDE), np.uint8)
    cv2.rectangle(cover, (60, 140), (SIDE - 60, SIDE - 140), (255,), -1)
    triangle = filled(np.array([(-20, -20), (-20, 20), (16, 0)]), size=3.0)
    button = over(triangle, (255, 255, 255), over(cover, (70, 70, 70), ground))
    assert recognise(view_of(button, ground)) is Pictogram.PLAY


def test_a_triangle_that_points_up_is_no_play_button() -> None:
    cover = np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(cover, (SIDE // 2, SIDE // 2), 190, (255,), -1)
    button = over(cover, (20, 140, 110))
    even = np.array([(-10, -18), (-10, 18), (21.2, 0)])
    for turned, sign in ((0, Pictogram.PLAY), (8, Pictogram.PLAY), (90, None), (-90, None)):
        assert recognise(view_of(over(filled(even, turned), (255, 255, 255), button), GROUND)) is sign, turned


def test_a_triangle_alone_is_a_play_button_when_it_is_white() -> None:
    triangle = filled(np.array([(-22, -26), (-22, 26), (24, 0)]))
    assert recognise(view_of(over(triangle, (245, 245, 245)), GROUND)) is Pictogram.PLAY
    assert recognise(view_of(over(triangle, (150, 30, 40)), GROUND)) is None


def test_a_sword_is_no_arrow() -> None:
    for turned in (0, 30, 180):
        assert recognise(view_of(over(filled(SWORD, turned), (230, 230, 225), CALM), CALM)) is None


@pytest.mark.parametrize("words", [*"0123456789", *"ADGIJKLMNOQRSTVXZ", "II", "IV"])
@pytest.mark.parametrize("face", [cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_TRIPLEX], ids=["plain", "serif"])
@pytest.mark.parametrize("thick", [50, 80])
def test_letters_and_figures_are_no_signs(words: str, face: int, thick: int) -> None:
    cover = lettered(words, face, thick)
    for ground in (GROUND, CALM):
        assert recognise(view_of(over(cover, (240, 230, 220), ground), ground)) is None


def test_plates_are_no_signs() -> None:
    plate, bar = (np.zeros((SIDE, SIDE), np.uint8) for _ in range(2))
    plate[120:390, 60:450] = 255
    bar[230:280, 30:480] = 255
    for cover in (plate, bar):
        assert recognise(view_of(over(cover, (230, 60, 60)), GROUND)) is None


def test_another_picture_is_no_sign() -> None:
    other = resize(draw_artwork(9)[100:260, 60:220], VIEW_SIDE, VIEW_SIDE)
    assert recognise(view_of(other, GROUND)) is None
    assert recognise(view_of(GROUND, GROUND)) is None


def test_each_of_many_places_has_an_answer() -> None:
    heart = view_of(over(filled(HEART), (255, 45, 85)), GROUND)
    found = recognise_all(np.stack([heart] * 20))
    assert len(found) == 20
    assert found[0] is Pictogram.HEART
    assert found[-1] is None


def disc(points: int = 0, inner: float = 0.85) -> Outline:
    """Round, or with so many points."""
    count = 2 * points or 72
    radius = np.where(np.arange(count) % 2 == 0, 46.0, 46.0 * inner if points else 46.0)
    turn = np.arange(count) * 2 * np.pi / count
    return np.column_stack([radius * np.sin(turn), -radius * np.cos(turn)])


@pytest.mark.parametrize(
    "outline", [disc(), disc() * (1, 0.7), disc(12), disc(18, 0.9)], ids=["disc", "oval", "12", "18"]
)
@pytest.mark.parametrize("colour", [(255, 45, 85), (0, 122, 255), (255, 150, 0)])
def test_a_disc_of_one_vivid_colour_is_a_plain_shape(outline: Outline, colour: tuple[int, int, int]) -> None:
    assert recognise(view_of(over(filled(outline), colour, CALM), CALM)) is Pictogram.SHAPE


def test_a_pill_is_a_plain_shape_however_it_leans() -> None:
    for lean in (-30, 0, 20, 75):
        cover = np.zeros((SIDE, SIDE), np.uint8)
        reach = 100 * np.array([np.cos(np.radians(lean)), np.sin(np.radians(lean))])
        ends = [np.round(SIDE / 2 + way * reach).astype(int).tolist() for way in (-1, 1)]
        cv2.line(cover, ends[0], ends[1], (255,), 150)
        assert recognise(view_of(over(cover, (0, 200, 120), CALM), CALM)) is Pictogram.SHAPE


def test_a_pale_moon_a_badge_and_what_was_painted_over_in_the_ground_s_colour_are_none() -> None:
    moon = over(filled(disc()), (240, 232, 205), CALM)
    badge = over(lettered("2", cv2.FONT_HERSHEY_DUPLEX, 30), (255, 255, 255), over(filled(disc()), (255, 45, 85), CALM))
    for after in (moon, badge):
        assert recognise(view_of(after, CALM)) is None
    sky = np.full_like(GROUND, (40, 90, 200))
    balloon = over(filled(disc()), (250, 240, 20), sky)
    assert recognise(view_of(sky, balloon)) is None
