"""Tight titles of two lines, and large numbers beside a title: what the detector takes for one line or overlooks."""

import numpy as np
import pytest

from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.words import ClaimKind, TextLine
from app.text.folding import key
from app.text.lone_number import find_lone_number
from app.text.parse import parse_words
from app.text.pieces import Piece
from app.text.reader import TextReader
from app.text.stacked import may_be_stacked, unstack
from tests.text.drawing import draw_words

CORNERS = np.array([(20, 100), (320, 100), (320, 220), (20, 220)], np.float32)
BOX = Box(20, 100, 300, 120)


def test_two_lines_found_as_one_are_read_each_on_its_own(reader: TextReader) -> None:
    pixels = draw_words([("CHASING", 24, 100, 62), ("HARBOUR", 24, 158, 62)])
    whole = Piece("CHASING", BOX, 0.9)
    assert may_be_stacked(whole, CORNERS)
    first, second = unstack(pixels, CORNERS, whole, lambda corners: reader._read(pixels, corners))
    assert (key(first.text), key(second.text)) == ("CHASING", "HARBOUR")
    assert first.box.y < second.box.y


@pytest.mark.parametrize("readings", [("SENIUR", "SENIOR"), ("OFNIOR", "SENIUR"), ("", "SENIOR"), ("7", "SENIOR")])
def test_one_line_in_tall_letters_stays_one(readings: tuple[str, str]) -> None:
    said = iter([*readings] * 6)
    whole = Piece("SENIOR", BOX, 0.99)
    parts = unstack(np.zeros((300, 400, 3), np.uint8), CORNERS, whole, lambda _: Piece(next(said), BOX, 0.9))
    assert [part.text for part in parts] == ["SENIOR"]


def test_a_line_that_fills_its_box_is_not_tried() -> None:
    low = np.array([(20, 100), (320, 100), (320, 160), (20, 160)], np.float32)
    assert not may_be_stacked(Piece("PURPLE HEARTS", Box(20, 100, 300, 60), 0.99), low)


def numbered(number: str, at: tuple[int, int], high: int = 150) -> Pixels:
    return draw_words([("HARBOUR", 60, 200, 80), (number, *at, high)])


@pytest.mark.parametrize("number", ["2", "3", "5"])
def test_a_large_number_that_stands_alone_below_the_title_is_a_sequel_s(reader: TextReader, number: str) -> None:
    pixels = numbered(number, (205, 300), 110)
    words = parse_words(reader.read_poster(pixels), (pixels.shape[1], pixels.shape[0]))
    assert [claim.number for claim in words.claims if claim.kind is ClaimKind.SEQUEL] == [int(number)]


TITLE = (TextLine("HARBOUR", Box(60, 200, 380, 80), 0.99),)
SIZE = (500, 750)


def test_a_number_is_believed_only_when_it_reads_the_same_each_time() -> None:
    assert find_lone_number(TITLE, SIZE, lambda _: ("2", 0.97))[0].text == "2"
    said = iter([("2", 0.97), ("7", 0.97), ("2", 0.97)] * 3)
    assert find_lone_number(TITLE, SIZE, lambda _: next(said)) == ()
    assert find_lone_number(TITLE, SIZE, lambda _: ("2", 0.8)) == ()
    assert find_lone_number(TITLE, SIZE, lambda _: ("SEA", 0.99)) == ()


def test_no_number_is_looked_for_beside_a_title_that_has_one_or_where_other_lines_stand() -> None:
    has_one = (*TITLE, TextLine("2", Box(200, 290, 50, 80), 0.99))
    assert find_lone_number(has_one, SIZE, lambda _: ("2", 0.97)) == ()
    crowded = (*TITLE, TextLine("a line below it", Box(60, 290, 380, 30), 0.99))
    below = Box(60, 290, 380, 30)
    assert all(not number.box.intersection(below) for number in find_lone_number(crowded, SIZE, lambda _: ("2", 0.97)))
    assert find_lone_number((), SIZE, lambda _: ("2", 0.97)) == ()
