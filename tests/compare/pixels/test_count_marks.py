"""Counting along rows and columns answers as numpy's sums do."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from app.compare.pixels.count_marks import count_marks, first_marked


@given(arrays(np.bool_, st.tuples(st.integers(1, 40), st.integers(1, 300))), st.sampled_from([0, 1]))
def test_as_many_as_are_set(marks: np.ndarray, axis: int) -> None:
    np.testing.assert_array_equal(count_marks(marks, axis), marks.sum(axis=axis))


def test_parts_of_a_map_are_counted_as_they_are() -> None:
    marks = np.random.default_rng(3).random((50, 70)) < 0.4
    np.testing.assert_array_equal(count_marks(marks[5:30, 8:], 0), marks[5:30, 8:].sum(axis=0))
    np.testing.assert_array_equal(count_marks(marks[5:30, 8:], 1), marks[5:30, 8:].sum(axis=1))


def test_the_first_that_is_mostly_marked_is_told_for_each_side() -> None:
    marks = np.zeros((40, 60), dtype=bool)
    marks[3:35, 5:52] = True
    marks[0, :20] = True
    assert first_marked(marks) == (5, 3, 8, 5)
    assert first_marked(np.zeros((4, 6), dtype=bool)) == (0, 0, 0, 0)
