"""The words of one changed place in both pictures: what was added to lettering that still reads the same."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.checker.place_words import read_words
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.words import ChangedWords, ClaimKind, WordsChange
from app.text.reader import TextReader
from tests.support.pictures import submit
from tests.support.values import make_comparison, make_reference, make_region
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
