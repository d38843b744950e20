"""A line along which the reference's strokes end is found where a picture was cut there, and nowhere else."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.compare.surroundings.cut_strokes import cut_line, gone_strokes
from app.model.poster_image import Pixels

HIGH, WIDE, LEAST = 200, 160, 4
EVERY_ROW = np.ones(HIGH, dtype=bool)


def drawn(seed: int) -> Pixels:
    """Bars across of many widths and colours, which run on from left to right but for a little noise."""
    chance = np.random.default_rng(seed)
    rows = np.repeat(chance.integers(0, 256, (HIGH // 8, 1, 3)), 8, axis=0)
    return np.clip(rows + chance.normal(0, 2, (HIGH, WIDE, 3)), 0, 255).astype(np.uint8)


@given(st.integers(0, 2**16), st.integers(8, 48), st.integers(0, 255))
def test_what_stands_before_the_line_is_one_colour(seed: int, line: int, level: int) -> None:
    reference = drawn(seed)
    query = reference.copy()
    query[:, :line] = level
    assert abs(cut_line(query, reference, EVERY_ROW, 0, LEAST) - line) <= 3


@given(st.integers(0, 2**16))
def test_a_whole_picture_is_cut_nowhere(seed: int) -> None:
    assert cut_line(drawn(seed), drawn(seed), EVERY_ROW, 0, LEAST) == 0


@given(st.integers(0, 2**16), st.integers(8, 48))
def test_another_picture_in_front_is_no_ground(seed: int, line: int) -> None:
    query = drawn(seed)
    query[:, :line] = drawn(seed + 1)[:, :line]
    assert cut_line(query, drawn(seed), EVERY_ROW, 0, LEAST) == 0


@given(st.integers(0, 2**16), st.integers(8, 48))
def test_what_was_painted_out_within_the_picture_is_no_cut(seed: int, line: int) -> None:
    query = drawn(seed)
    query[40:160, :line] = 128
    assert cut_line(query, drawn(seed), EVERY_ROW, 0, LEAST) == 0


def test_what_the_submitted_picture_does_not_reach_is_not_asked() -> None:
    reference = drawn(5)
    query = reference.copy()
    query[:, :30] = query[:, 30:31]
    assert cut_line(query, reference, EVERY_ROW, 30, LEAST) == 0


def test_rows_that_are_not_looked_at_say_nothing() -> None:
    reference = drawn(6)
    query = reference.copy()
    query[:, :30] = 128
    assert cut_line(query, reference, ~EVERY_ROW, 0, LEAST) == 0


@given(st.integers(0, 2**16), st.integers(8, 48), st.integers(0, 255))
def test_strokes_are_gone_up_to_where_the_poster_begins(seed: int, line: int, level: int) -> None:
    query = drawn(seed)
    query[:, :line] = level
    assert abs(gone_strokes(query, drawn(seed), EVERY_ROW, WIDE // 2) - line) <= 2


@given(st.integers(0, 2**16))
def test_of_a_whole_picture_nothing_is_gone(seed: int) -> None:
    assert gone_strokes(drawn(seed), drawn(seed), EVERY_ROW, WIDE // 2) == 0


def test_a_poster_as_plain_as_its_ground_has_no_strokes_that_could_be_gone() -> None:
    plain = np.full((HIGH, WIDE, 3), 250, np.uint8)
    assert gone_strokes(plain, plain, EVERY_ROW, WIDE // 2) == 0
