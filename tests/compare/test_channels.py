"""One channel at a time gives what numpy's own reduction gives."""

import numpy as np
import pytest

from app.compare.channels import largest, smallest


@pytest.mark.parametrize("shape", [(7, 5, 3), (9, 2), (0, 3), (4, 4, 2)])
@pytest.mark.parametrize("kind", [np.float32, np.int16, np.uint8])
def test_like_the_reduction_over_the_last_axis(shape: tuple[int, ...], kind: type[np.generic]) -> None:
    values = np.random.default_rng(1).integers(0, 200, shape).astype(kind)
    np.testing.assert_array_equal(largest(values), values.max(axis=-1))
    np.testing.assert_array_equal(smallest(values), values.min(axis=-1))
    assert largest(values).dtype == values.dtype
