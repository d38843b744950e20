"""How a picture lies on a reference, measured; and what the shipped trees make of it."""

import math

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import PostercheckError
from app.evidence.version_likelihood import VALUE_NAMES, parse_version_model, version_log_odds, version_values
from app.model.comparison import Comparison
from app.model.geometry import Box
from tests.support.values import make_comparison, make_region

SIZE = (300, 450)
CHANGED = (make_region(box=Box(40, 90, 60, 45), reference_box=Box(40, 90, 60, 45)),)


def measured(comparison: Comparison, size: tuple[int, int] = SIZE) -> dict[str, float]:
    return dict(zip(VALUE_NAMES, version_values(comparison, size), strict=True))


def laid(homography: np.ndarray) -> Comparison:
    return make_comparison(regions=CHANGED, changed_share=0.02, homography=homography)


def test_a_picture_that_was_only_edited_lies_as_its_reference() -> None:
    values = measured(laid(np.eye(3)))
    assert values["aspect"] == values["stretch"] == values["turn"] == 0
    assert values["places"] == 1
    assert values["top"] == pytest.approx(0.2)


@given(st.floats(-170, 170), st.floats(0.2, 4), st.floats(1, 1.5))
def test_stretch_and_turn_are_what_the_mapping_does(degrees: float, scale: float, stretch: float) -> None:
    turned = np.vstack([cv2.getRotationMatrix2D((150, 225), -degrees, scale), (0, 0, 1)])
    values = measured(laid(turned @ np.diag([stretch, 1.0, 1.0])))
    assert values["stretch"] == pytest.approx(math.log(stretch), abs=1e-6)
    assert values["turn"] == pytest.approx(abs(degrees), abs=1e-6)


@given(st.integers(100, 2000), st.integers(100, 2000))
def test_aspect_is_alike_whichever_picture_is_the_wider(width: int, height: int) -> None:
    values = measured(laid(np.eye(3)), (width, height))
    assert values["aspect"] == pytest.approx(abs(math.log(width / height * 450 / 300)))


def test_perspective_is_measured_in_the_middle_of_the_reference() -> None:
    corners = np.array([(0, 0), (300, 0), (300, 450), (0, 450)], np.float32)
    photographed = np.array([(20, 10), (270, 40), (260, 400), (30, 440)], np.float32)
    homography = cv2.getPerspectiveTransform(corners, photographed)
    near = cv2.perspectiveTransform(np.array([[(150, 225), (150.01, 225), (150, 225.01)]]), homography)[0]
    expected = np.linalg.svd((near[1:] - near[0]).T / 0.01, compute_uv=False)
    values = measured(laid(homography))
    assert values["stretch"] == pytest.approx(math.log(expected[0] / expected[1]), abs=1e-3)


def test_a_cropped_and_stretched_picture_with_several_changes_is_likelier_another_version() -> None:
    edit = laid(np.eye(3))
    places = [make_region(reference_box=Box(10, y, 200, 30)) for y in (8, 120, 300, 400)]
    version = make_comparison(
        regions=tuple(places),
        changed_share=0.18,
        agreement=0.75,
        query_coverage=0.94,
        reference_coverage=0.9,
        homography=np.array([[1.06, 0.002, -8.0], [0.001, 1.02, -6.0], [0.0, 0.0, 1.0]]),
    )
    assert version_log_odds(edit, SIZE) < -2
    assert version_log_odds(version, (300, 437)) > 2


def test_where_nothing_differs_or_nothing_was_laid_over_nothing_is_told() -> None:
    assert version_log_odds(make_comparison(), SIZE) == 0
    assert version_log_odds(make_comparison(regions=CHANGED, homography=None), SIZE) == 0


def test_a_model_for_other_measurements_is_refused() -> None:
    with pytest.raises(PostercheckError, match="other measurements"):
        parse_version_model({"values": list(VALUE_NAMES[1:]), "base": [0.0], "trees": [[]]})
