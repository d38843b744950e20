"""Colours mapped block by block are those of each row on its own."""

import numpy as np

from app.compare.aligned.photometry import expected_colours


def test_every_row_is_mapped_as_if_it_were_alone() -> None:
    drawn = np.random.default_rng(5)
    reference = drawn.uniform(0, 255, (200, 90, 3)).astype(np.float32)
    mapping = drawn.normal(0, 0.05, (23, 3)).astype(np.float32)
    mapping[1:4] += np.eye(3, dtype=np.float32)
    whole = expected_colours(reference, mapping)
    downs = np.linspace(-1, 1, len(reference), dtype=np.float32)
    rows = [
        expected_colours(reference[i : i + 1], mapping, (-1.0, float(down), 1.0, float(down)))
        for i, down in enumerate(downs)
    ]
    np.testing.assert_allclose(whole, np.concatenate(rows), atol=1e-2)
    assert whole.std() > 20
