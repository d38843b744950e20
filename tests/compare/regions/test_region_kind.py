"""Trees walked side by side answer as trees walked one by one."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from app.compare.regions.decision_trees import DecisionTrees
from app.compare.regions.region_kind import CLASSES, kind_chances, parse_model, shape_values, tell_kinds, value_names
from app.errors import PostercheckError
from app.model.comparison import Pictogram, RegionShape
from benchmarks.fit_region_model import set_beside
from tests.support.values import make_shape

SHARE, WIDTH = value_names().index("share"), value_names().index("width")
STUMP = {
    "feature": [SHARE, -1, -1],
    "threshold": [0.1, 0, 0],
    "left": [1, 0, 0],
    "right": [2, 0, 0],
    "value": [0, -1, 2],
}
DEEP = {
    "feature": [WIDTH, -1, SHARE, -1, WIDTH, -1, -1],
    "threshold": [0.3, 0, 0.5, 0, 0.8, 0, 0],
    "left": [1, 0, 3, 0, 5, 0, 0],
    "right": [2, 0, 4, 0, 6, 0, 0],
    "value": [0, 0.5, 0, 1.5, 0, -0.5, -2.5],
}
LEAF = {"feature": [-1], "threshold": [0], "left": [0], "right": [0], "value": [0.25]}
STORED: dict[str, Any] = {
    "values": value_names(),
    "base": [0.1, 0.0, -0.2, 0.0],
    "trees": [[STUMP, DEEP], [DEEP], [LEAF], []],
}


def walked(tree: Mapping[str, list[float]], values: list[float]) -> float:
    """The plain way: from the root, left where the value is not above the threshold."""
    node = 0
    while tree["feature"][node] >= 0:
        below = values[int(tree["feature"][node])] <= tree["threshold"][node]
        node = int(tree["left"][node] if below else tree["right"][node])
    return tree["value"][node]


def chances_of(shape: RegionShape, model: DecisionTrees) -> NDArray[np.float64]:
    """(4,), of one place."""
    (chances,) = kind_chances(np.array([shape_values(shape)]), model)
    return chances


@pytest.mark.parametrize("share", [0.02, 0.1, 0.4, 0.7])
@pytest.mark.parametrize("width", [0.1, 0.3, 0.6, 0.9])
def test_all_trees_at_once_answer_as_one_by_one(share: float, width: float) -> None:
    shape = make_shape(share=share, width=width)
    values = shape_values(shape)
    scores = np.array(STORED["base"]) + [sum(walked(tree, values) for tree in trees) for trees in STORED["trees"]]
    expected = np.exp(scores) / np.exp(scores).sum()
    assert chances_of(shape, parse_model(STORED)) == pytest.approx(expected)


def test_a_model_without_trees_holds_everything_equally_likely() -> None:
    empty = parse_model(STORED | {"base": [0.0] * 4, "trees": [[], [], [], []]})
    assert chances_of(make_shape(), empty) == pytest.approx([1 / len(CLASSES)] * len(CLASSES))


def test_a_model_for_other_measurements_is_refused() -> None:
    with pytest.raises(PostercheckError, match="other measurements"):
        parse_model(STORED | {"values": value_names()[:-1]})
    with pytest.raises(PostercheckError, match="each kind"):
        parse_model(STORED | {"trees": [[], []]})


def test_two_fits_side_by_side_answer_with_the_mean_of_their_log_odds() -> None:
    other: dict[str, Any] = {
        "values": value_names(),
        "base": [0.0, 0.4, 0.0, 0.0],
        "trees": [[LEAF], [STUMP], [], [DEEP, DEEP]],
    }
    for share, width in ((0.02, 0.1), (0.4, 0.6), (0.7, 0.9)):
        shape = make_shape(share=share, width=width)
        one, two = (np.log(chances_of(shape, parse_model(each))) for each in (STORED, other))
        expected = np.exp((one + two) / 2) / np.exp((one + two) / 2).sum()
        both = chances_of(shape, parse_model(set_beside(STORED, other)))
        assert both == pytest.approx(expected, abs=1e-4)


def test_a_plain_shape_is_likelier_laid_over_unless_it_is_as_small_as_an_eye() -> None:
    eye, disc = make_shape(share=0.002), make_shape(share=0.02)
    shapes = [eye, disc]
    bare, told = (tell_kinds(shapes, None, signs) for signs in ([None, None], [Pictogram.SHAPE, Pictogram.SHAPE]))
    surely = tell_kinds(shapes, None, [Pictogram.HEART, Pictogram.HEART])
    assert told[0] == bare[0]
    assert bare[1].overlay < told[1].overlay < surely[1].overlay
