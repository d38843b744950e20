"""Tight titles of two lines, which the detector takes for one."""

import numpy as np
import pytest

from app.model.geometry import Box
from app.text.folding import key
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
