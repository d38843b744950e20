"""Turning a map so that a side lies on the left, and back."""

import numpy as np
import pytest

from app.compare.pixels.turns import turn_back, turn_to_left

MAP = np.arange(12, dtype=np.uint8).reshape(3, 4)


@pytest.mark.parametrize(
    ("side", "lies_left"), [(0, [0, 4, 8]), (1, [0, 1, 2, 3]), (2, [3, 7, 11]), (3, [8, 9, 10, 11])]
)
def test_the_side_lies_on_the_left_in_its_own_order(side: int, lies_left: list[int]) -> None:
    assert turn_to_left(MAP, side)[:, 0].tolist() == lies_left


@pytest.mark.parametrize("side", range(4))
@pytest.mark.parametrize("picture", [MAP, np.arange(36, dtype=np.float32).reshape(3, 4, 3)], ids=["map", "picture"])
def test_what_was_turned_comes_back(picture: np.ndarray, side: int) -> None:
    assert (turn_back(turn_to_left(picture, side), side) == picture).all()
