"""The sums about probabilities, and the drawing of them."""

import math
from xml.etree import ElementTree

import pytest

from benchmarks.harness.calibration import calibrate, wilson
from benchmarks.harness.reliability_diagram import draw_reliability
from benchmarks.harness.values import Truth
from tests.benchmarks.outcomes import make_outcome


def mixed():
    return [
        *(make_outcome(probability=0.95) for _ in range(18)),
        *(make_outcome(Truth.FAN_MADE, 0.95, slice="number", group="edit") for _ in range(2)),
        *(make_outcome(Truth.FAN_MADE, 0.15, slice="number", group="edit") for _ in range(9)),
        make_outcome(probability=0.15),
        make_outcome(Truth.UNKNOWN, 0.5, slice="strangers", group="library", right=()),
    ]


def test_a_share_has_wilsons_interval():
    # Newcombe (1998), table I: 81 of 263 and 0 of 20.
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0.0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)
    assert wilson(1.0, 20)[1] == pytest.approx(1.0)


def test_bins_say_what_was_so_and_how_sure_that_is():
    calibration = calibrate(mixed())
    assert calibration.count == 30
    assert [(b.low, b.count) for b in calibration.bins] == [(0.1, 10), (0.9, 20)]
    low, high = calibration.bins
    assert (low.official, high.official) == pytest.approx((0.1, 0.9))
    assert (high.least, high.most) == pytest.approx(wilson(0.9, 20))
    assert low.said == pytest.approx(0.15)


def test_the_parts_of_the_brier_score_add_up_where_bins_hold_one_value():
    calibration = calibrate(mixed())
    parts = calibration.reliability - calibration.resolution + calibration.uncertainty
    assert calibration.brier == pytest.approx(parts)
    assert calibration.reliability == pytest.approx(0.05**2)
    assert calibration.uncertainty == pytest.approx(19 / 30 * 11 / 30)


def test_groups_and_slices_are_scored_apart():
    calibration = calibrate(mixed())
    by_group = {score.name: score for score in calibration.groups}
    assert set(by_group) == {"benign", "edit"}
    assert by_group["edit"].brier == pytest.approx((2 * 0.95**2 + 9 * 0.15**2) / 11)
    assert by_group["edit"].official == 0
    assert calibration.by_slice == pytest.approx((by_group["benign"].brier + by_group["edit"].brier) / 2)
    expected = (18 * -math.log(0.95) - math.log(0.15)) / 19
    assert by_group["benign"].log_loss == pytest.approx(expected)


def test_one_sure_error_does_not_cost_everything():
    assert calibrate([make_outcome(probability=0.0)]).log_loss == pytest.approx(-math.log(0.001))


def test_nothing_can_be_said_without_a_truth():
    assert calibrate([make_outcome(Truth.UNKNOWN, right=())]) is None


def test_every_bin_is_drawn_in_its_place():
    drawn = ElementTree.fromstring(draw_reliability(calibrate(mixed()), "a < b & c"))
    assert drawn.tag.endswith("svg")
    circles = [mark for mark in drawn if mark.tag.endswith("circle")]
    assert len(circles) == 2
    (left, low), (right, high) = ((float(c.get("cx")), float(c.get("cy"))) for c in circles)
    assert right - left == pytest.approx(0.8 * 360, abs=1)
    assert low - high == pytest.approx(0.8 * 360, abs=1)
    texts = [mark.text for mark in drawn.iter() if mark.tag.endswith("text")]
    assert {"a < b & c", "10", "20"} <= set(texts)
