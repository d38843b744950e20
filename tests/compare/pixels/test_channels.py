"""One channel at a time gives what numpy's own reduction gives."""

import numpy as np
import pytest

from app.compare.pixels.channels import are_between, largest, median_level, smallest


@pytest.mark.parametrize("shape", [(7, 5, 3), (9, 2), (0, 3), (4, 4, 2)])
@pytest.mark.parametrize("kind", [np.float32, np.int16, np.uint8])
def test_like_the_reduction_over_the_last_axis(shape: tuple[int, ...], kind: type[np.generic]) -> None:
    values = np.random.default_rng(1).integers(0, 200, shape).astype(kind)
    np.testing.assert_array_equal(largest(values), values.max(axis=-1))
    np.testing.assert_array_equal(smallest(values), values.min(axis=-1))
    assert largest(values).dtype == values.dtype


@pytest.mark.parametrize("shape", [(7, 5, 3), (6, 3), (1, 3), (40, 2), (300, 2)])
@pytest.mark.parametrize("most", [3, 256])
def test_the_median_is_that_of_sorted_levels(shape: tuple[int, ...], most: int) -> None:
    pixels = np.random.default_rng(2).integers(0, most, shape).astype(np.uint8)
    np.testing.assert_array_equal(median_level(pixels), np.median(pixels.reshape(-1, shape[-1]), axis=0))


def test_no_pixels_have_no_median() -> None:
    with pytest.raises(ValueError, match="no pixels"):
        median_level(np.zeros((0, 3), np.uint8))


@pytest.mark.parametrize("cut", [np.s_[:], np.s_[::3, 2:], np.s_[:, ::2], np.s_[0], np.s_[:0]])
@pytest.mark.parametrize(("low", "high"), [((-9, 20, 0), (60, 280, 255)), ((5, 5, 5), (4, 9, 9))])
def test_between_is_what_comparing_says(cut: object, low: tuple[int, ...], high: tuple[int, ...]) -> None:
    pixels = np.random.default_rng(3).integers(0, 256, (12, 10, 3)).astype(np.uint8)[cut]  # type: ignore[index]
    expected = ((pixels.astype(int) >= low) & (pixels.astype(int) <= high)).all(axis=-1)
    np.testing.assert_array_equal(are_between(pixels, low, high), expected)
