"""Parts of a composite: disjoint, within the picture, and where the references really are."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evidence.composite_parts import LEAST_REST, split_composite
from app.evidence.context import RelatedReference
from app.imaging.trace import trace_parts
from app.model.report import Relation
from app.verdict.report_parts import report_parts
from tests.support.pictures import draw_artwork
from tests.support.values import make_comparison, make_reference

CELLS = 48
SIZE = (300, 450)


def composite(*explained: np.ndarray, **changes: object) -> list[RelatedReference]:
    return [
        RelatedReference(
            make_comparison(reference=make_reference(key), explained_cells=cells, **changes), Relation.COMPOSITE
        )
        for key, cells in enumerate(explained, start=1)
    ]


def area(rows: slice, columns: slice = slice(None)) -> np.ndarray:
    cells = np.zeros((CELLS, CELLS), bool)
    cells[rows, columns] = True
    return cells


def speckled(cells: np.ndarray, seed: int, share: float = 0.1) -> np.ndarray:
    """With so many cells told wrongly, as real pictures have them."""
    return np.asarray(cells ^ (np.random.default_rng(seed).random(cells.shape) < share))


@given(
    seed=st.integers(0, 2**32 - 1),
    sources=st.integers(2, 4),
    share=st.floats(0.02, 0.98),
    pictured=st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_parts_are_disjoint_and_their_outlines_lie_in_the_picture(
    seed: int, sources: int, share: float, pictured: bool
) -> None:
    random = np.random.default_rng(seed)
    coarse = random.random((sources, 6, 6)) < share
    related = composite(*np.kron(coarse, np.ones((1, 8, 8))).astype(bool))
    parts = split_composite(related, draw_artwork(seed % 7, SIZE) if pictured else None)
    if parts:
        assert np.sum([part.cells for part in parts], axis=0).max() <= 1
    assert sum(part.share for part in parts) <= 1 + 1e-9
    told = report_parts(parts, SIZE)
    assert [part.share for part in told] == pytest.approx([part.share for part in parts], abs=1e-4)
    assert len({part.letter for part in told}) == len({part.colour for part in told}) == len(told)
    for part in told:
        points = [point for ring in part.outline for point in ring]
        assert all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in [*points, part.centre])
        assert 0 <= part.box.x <= part.box.x + part.box.width <= SIZE[0]
        assert 0 <= part.box.y <= part.box.y + part.box.height <= SIZE[1]
        assert all(len(ring) >= 3 for ring in part.outline)
        assert len(points) < 500


def test_two_halves_meet_in_the_middle() -> None:
    upper, lower = area(slice(0, 24)), area(slice(24, 48))
    parts = split_composite(composite(speckled(upper, 1), speckled(lower, 2)))
    assert [part.share for part in parts] == pytest.approx([0.5, 0.5], abs=0.04)
    assert (parts[0].cells & upper).sum() > 0.95 * upper.sum()
    assert (parts[1].cells & lower).sum() > 0.95 * lower.sum()


def test_what_both_explain_goes_to_the_part_that_it_adjoins() -> None:
    # Posters of one studio share their credits: the first explains them too, though it lies above.
    credits = area(slice(40, 48))
    upper, lower = area(slice(0, 24)) | credits, area(slice(24, 48))
    parts = split_composite(composite(upper, lower))
    assert not parts[0].cells[40:].any()
    assert parts[1].cells[40:].all()


def test_a_figure_on_another_ground_is_a_hole_in_it() -> None:
    figure = area(slice(12, 36), slice(16, 32))
    parts = split_composite(composite(~figure, figure))
    ground, cut_out = trace_parts([part.cells for part in parts], SIZE)
    assert (len(ground.rings), len(cut_out.rings)) == (2, 1)
    x, y = ground.centre
    assert not figure[y * CELLS // SIZE[1], x * CELLS // SIZE[0]], "the letter of the ground stands on the ground"
    x, y = cut_out.centre
    assert figure[y * CELLS // SIZE[1], x * CELLS // SIZE[0]]


def joined_picture() -> np.ndarray:
    """Two artworks one above the other under a plain sky, with a foreign band between."""
    picture = np.concatenate([draw_artwork(1, (300, 180)), draw_artwork(2, (300, 90)), draw_artwork(3, (300, 180))])
    picture[:60] = (40, 60, 90)
    return picture


def test_with_the_picture_plain_ground_is_no_gap_and_foreign_drawing_is_a_part_of_its_own() -> None:
    seen, lower = area(slice(7, 18)), area(slice(29, 48))
    parts = split_composite(composite(seen, lower), joined_picture())
    assert [part.comparison is None for part in parts] == [False, False, True]
    assert [part.share for part in parts] == pytest.approx([0.4, 0.4, 0.2], abs=0.05)
    without = split_composite(composite(seen, lower))
    assert len(without) == 2
    assert without[0].share < parts[0].share - 0.1, "nobody can tell plain ground from foreign without the picture"


def test_a_little_that_is_foreign_is_no_part() -> None:
    upper, lower = area(slice(0, 24)), area(slice(25, 48))
    parts = split_composite(composite(upper, lower), draw_artwork(1, SIZE))
    assert all(part.comparison is not None for part in parts)
    assert sum(part.share for part in parts) > 1 - LEAST_REST


def test_other_pictures_have_no_parts() -> None:
    cells = area(slice(0, 24))
    (one,) = composite(cells)
    assert split_composite([]) == ()
    assert split_composite([one]) == ()
    assert split_composite([replace(one, relation=Relation.ALTERED_ARTWORK)] * 2) == ()


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_part_is_placed_in_its_reference_too(mirrored: bool) -> None:
    left, right = area(slice(None), slice(0, 24)), area(slice(None), slice(24, 48))
    # The reference is twice the picture's size and taken from its right half, or its left when it was mirrored.
    homography = np.diag([0.5, 0.5, 1.0])
    related = composite(left, right, mirrored=mirrored, homography=homography)
    for item in related:
        object.__setattr__(item.comparison, "reference", make_reference(1, width=600, height=900))
    first, second = report_parts(split_composite(related), SIZE)
    assert first.reference_box is not None
    assert second.reference_box is not None
    assert (first.reference_box.x < 20) is not mirrored
    assert (second.reference_box.x < 20) is mirrored
    assert first.reference_box.width == pytest.approx(300, abs=16)
