"""The words of one changed place in both pictures: what was added to lettering that still reads the same."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from app.checker.place_words import read_words
from app.compare.upright import show_upright
from app.model.comparison import RegionChances
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.words import ChangedWords, ClaimKind, WordsChange
from app.text.continued_title import replaces_title
from app.text.reader import TextReader
from tests.support.pictures import submit
from tests.support.values import make_comparison, make_reference, make_region, make_shape
from tests.text.drawing import draw_words, ink_box

OFFICIAL = draw_words([("PURPLE", 40, 420, 80), ("HEARTS", 40, 510, 80)])


def with_two(colour: tuple[int, int, int], top: int, letters: int) -> Pixels:
    """A 2 over the last letter of the title."""
    picture = Image.fromarray(OFFICIAL)
    font = ImageFont.load_default(letters)
    ImageDraw.Draw(picture).text((300, top), "2", fill=colour, font=font, stroke_width=letters // 30)
    return np.asarray(picture)


def words_of(submitted: Pixels, place: Box, share: float, reader: TextReader) -> ChangedWords:
    comparison = make_comparison(reference=make_reference(width=OFFICIAL.shape[1], height=OFFICIAL.shape[0]))
    region = make_region(box=place, reference_box=place, share=share)
    return read_words(region, comparison, submit(submitted), OFFICIAL, reader)


@pytest.mark.parametrize(("colour", "top", "letters"), [((200, 60, 60), 500, 120), ((120, 130, 170), 500, 70)])
def test_a_number_over_a_title_s_last_letter_is_read_in_its_place(
    colour: tuple[int, int, int], top: int, letters: int, reader: TextReader
) -> None:
    edited = with_two(colour, top, letters)
    place = ink_box(OFFICIAL, edited)
    assert [line.text for line in reader.read_place(edited, place)] == ["HEARTS"]
    words = words_of(edited, place, 0.01, reader)
    assert words.change is WordsChange.ADDED
    assert [(claim.kind, claim.number) for claim in words.added] == [(ClaimKind.SEQUEL, 2)]


def test_a_large_place_and_one_where_nothing_was_added_keep_their_words(reader: TextReader) -> None:
    edited = with_two((200, 60, 60), 500, 120)
    assert words_of(edited, ink_box(OFFICIAL, edited), 0.2, reader).change is WordsChange.SAME
    assert words_of(OFFICIAL, Box(290, 520, 70, 70), 0.01, reader).change is WordsChange.SAME


PLATE = Box(20, 410, 440, 190)


def with_plate(words: str) -> Pixels:
    """Other words on a plate that hides the title."""
    picture = Image.fromarray(OFFICIAL)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((PLATE.x, PLATE.y, PLATE.x + PLATE.width, PLATE.y + PLATE.height), fill=(20, 40, 90))
    draw.text((40, 470), words, fill=(240, 240, 240), font=ImageFont.load_default(50), stroke_width=1)
    return np.asarray(picture)


def words_on_plate(words: str, title: str, reader: TextReader) -> ChangedWords:
    reference = make_reference(width=OFFICIAL.shape[1], height=OFFICIAL.shape[0], title=title)
    # Its new letters are as finely drawn as the old ones: nothing seems to have gone away.
    region = make_region(
        box=PLATE,
        reference_box=PLATE,
        share=0.1,
        chances=RegionChances(0.5, 0.4, 0.1, 0.0),
        shape=make_shape(removed=0.0),
    )
    return read_words(region, make_comparison(reference=reference), submit(with_plate(words)), OFFICIAL, reader)


def test_a_title_hidden_under_other_words_is_read_in_the_reference(reader: TextReader) -> None:
    words = words_on_plate("BROKEN CROWN", "Purple Hearts", reader)
    assert words.change is WordsChange.REPLACED
    assert "PURPLE" in words.before
    assert words.after == "BROKEN CROWN"


def test_the_title_of_a_reference_without_one_is_its_largest_lettering(reader: TextReader) -> None:
    words = words_on_plate("BROKEN CROWN", "", reader)
    assert (words.change, words.large) == (WordsChange.REPLACED, "PURPLE")
    assert replaces_title(words, "")


def test_words_over_anything_else_are_added(reader: TextReader) -> None:
    assert words_on_plate("BROKEN CROWN", "Velvet Meridian", reader).change is WordsChange.ADDED


def test_a_long_place_of_one_line_is_read_without_what_stands_beside_it(reader: TextReader) -> None:
    beside = [("BESIDE", 420, 60, 40), ("PART TWO", 40, 60, 40)]
    edited = draw_words([("PURPLE", 40, 420, 80), ("HEARTS", 40, 510, 80), *beside])
    place = Box(36, 60, 230, 48)
    assert [line.text for line in reader.read_alone(edited, place)] == ["PART TWO"]
    assert reader.read_alone(edited, Box(36, 410, 300, 190)) == ()
    assert reader.read_alone(edited, Box(40, 650, 300, 40)) == ()
    region = make_region(box=place, reference_box=place, share=0.02, shape=make_shape(removed=0.0))
    comparison = make_comparison(reference=make_reference(width=OFFICIAL.shape[1], height=OFFICIAL.shape[0]))
    assert read_words(region, comparison, submit(edited), OFFICIAL, reader).after == "PART TWO"


@pytest.mark.parametrize("before", [False, True], ids=["written over it", "mirrored with it"])
def test_words_in_a_mirrored_picture_are_read_whichever_way_they_run(before: bool, reader: TextReader) -> None:
    words, width = [("COMING SOON", 40, 60, 60)], OFFICIAL.shape[1]
    mirrored = np.ascontiguousarray(OFFICIAL[:, ::-1])
    if before:
        lettered = draw_words([("PURPLE", 40, 420, 80), ("HEARTS", 40, 510, 80), *words])
        submitted = np.ascontiguousarray(lettered[:, ::-1])
    else:
        submitted = mirrored.copy()
        submitted[:200] = draw_words(words)[:200]
    here = ink_box(mirrored, submitted)
    region = make_region(box=here, reference_box=here.flipped(width), share=0.05, shape=make_shape(removed=0.0))
    reference = make_reference(width=width, height=OFFICIAL.shape[0])
    read = read_words(region, make_comparison(reference=reference, mirrored=True), submit(submitted), OFFICIAL, reader)
    assert (read.change, read.after) == (WordsChange.ADDED, "COMING SOON")


@pytest.mark.parametrize("degrees", [180, 90, 20], ids=["upside down", "a quarter", "a little"])
@pytest.mark.parametrize("before", [False, True], ids=["written over it", "turned with it"])
def test_words_in_a_turned_picture_are_read_whichever_way_they_run(
    before: bool, degrees: int, reader: TextReader
) -> None:
    words, (height, width) = ("COMING SOON", 60, 60, 50), OFFICIAL.shape[:2]
    side = round(np.hypot(width, height))
    matrix = np.eye(3)
    matrix[:2] = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    matrix[:2, 2] += side / 2 - width / 2, side / 2 - height / 2

    def turn(pixels: Pixels) -> Pixels:
        return np.asarray(cv2.warpPerspective(pixels, matrix, (side, side), flags=cv2.INTER_CUBIC), np.uint8)

    turned = turn(OFFICIAL)
    if before:
        lettered = draw_words([("PURPLE", 40, 420, 80), ("HEARTS", 40, 510, 80), words])
        submitted, there = turn(lettered), ink_box(OFFICIAL, lettered)
        here = _around(np.array(_corners(there)), matrix)
    else:
        picture = Image.fromarray(turned)
        ImageDraw.Draw(picture).text((260, 430), words[0], fill=(250, 250, 250), font=ImageFont.load_default(50))
        submitted = np.asarray(picture)
        here = ink_box(turned, submitted)
        there = _around(np.array(_corners(here)), np.linalg.inv(matrix))
    region = make_region(box=here, reference_box=there, share=0.05, shape=make_shape(removed=0.0))
    comparison = make_comparison(reference=make_reference(width=width, height=height), homography=matrix)
    picture_shown = submit(submitted)
    read = read_words(region, comparison, picture_shown, OFFICIAL, reader, show_upright(picture_shown, comparison))
    assert "COMING SOON" in read.after
    assert read.change in (WordsChange.ADDED, WordsChange.REPLACED)


def _corners(box: Box) -> list[tuple[float, float]]:
    right, low = box.x + box.width, box.y + box.height
    return [(box.x, box.y), (right, box.y), (right, low), (box.x, low)]


def _around(corners: NDArray[np.float64], matrix: NDArray[np.float64]) -> Box:
    moved = cv2.perspectiveTransform(corners[None].astype(np.float64), matrix)[0]
    (left, top), (right, low) = moved.min(axis=0), moved.max(axis=0)
    return Box(int(left), int(top), int(right - left) + 1, int(low - top) + 1)


def test_the_count_under_an_app_s_buttons_is_read_at_their_foot(reader: TextReader) -> None:
    picture = Image.fromarray(OFFICIAL)
    draw = ImageDraw.Draw(picture)
    for top in (100, 190, 280):
        draw.ellipse((424, top, 466, top + 42), fill=(250, 250, 250))
        draw.text((424, top + 50), "818", fill=(250, 250, 250), font=ImageFont.load_default(22), stroke_width=1)
    place = Box(422, 98, 46, 264)
    region = make_region(box=place, reference_box=place, share=0.03, shape=make_shape(removed=0.0))
    comparison = make_comparison(reference=make_reference(width=OFFICIAL.shape[1], height=OFFICIAL.shape[0]))
    assert read_words(region, comparison, submit(np.asarray(picture)), OFFICIAL, reader).after == "818"


def test_what_stands_beside_a_place_is_what_it_was(reader: TextReader) -> None:
    picture = Image.fromarray(draw_words([("MERIDIAN", 40, 420, 60)]))
    ImageDraw.Draw(picture).text((400, 405), "2", fill=(240, 60, 60), font=ImageFont.load_default(90), stroke_width=3)
    edited = np.asarray(picture)
    place = ink_box(draw_words([("MERIDIAN", 40, 420, 60)]), edited)
    after, beside = reader.read_apart(edited, place)
    assert [line.text for line in after] == ["MERIDIAN 2"]
    assert beside is not None
    assert [line.text for line in beside] == ["MERIDIAN"]
    # Lettering that reaches over the border of the place may have been something else.
    assert reader.read_apart(edited, Box(200, 410, 100, 80))[1] is None


def test_words_that_the_reference_shows_too_are_not_added(reader: TextReader) -> None:
    """A filter brought them out; what went away, nothing, gives no reason to read the reference there."""
    grey = np.full_like(OFFICIAL, 96)
    faint, plain = grey.copy(), grey.copy()
    ink = draw_words([("THE LOST LANTERN", 40, 520, 40)]).astype(int) - draw_words([("", 0, 0, 10)]).astype(int)
    faint[np.abs(ink).max(axis=2) > 60] = 132
    plain[np.abs(ink).max(axis=2) > 60] = 235
    place = ink_box(grey, plain)
    region = make_region(box=place, reference_box=place, share=0.02, shape=make_shape(removed=0.0, correlation=0.7))
    comparison = make_comparison(reference=make_reference(width=OFFICIAL.shape[1], height=OFFICIAL.shape[0]))
    assert read_words(region, comparison, submit(plain), faint, reader).change is WordsChange.SAME
    assert read_words(region, comparison, submit(plain), grey, reader).change is WordsChange.ADDED
