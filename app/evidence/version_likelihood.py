"""How likely a picture differs from a reference because it is another official version of the artwork.

Told from how the two lie on each other, and from how much differs: officials crop, stretch and set anew, and change
several things at once; who edits a picture changes one thing and leaves its frame. Decision trees, fitted by
benchmarks/fit_version_model.py on attacked posters and pairs of versions; their data, date and figures stand in
version_model.json beside this module.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.compare.regions.decision_trees import DecisionTrees, parse_trees
from app.model.comparison import Comparison

MODEL_PATH: Final = Path(__file__).with_name("version_model.json")
VALUE_NAMES: Final = (
    "query_coverage",
    "reference_coverage",
    "agreement",
    "changed_share",
    "places",
    "top",
    "aspect",
    "stretch",
    "turn",
)


def version_log_odds(comparison: Comparison, size: tuple[int, int]) -> float:
    """Log-odds, at even chances before, that another version differs there and nobody's edit; 0 where nothing does.

    size: of the submitted picture, in pixels.
    """
    if comparison.homography is None or not comparison.regions:
        return 0.0
    return float(_model().scores(np.array([version_values(comparison, size)]))[0, 0])


def version_values(comparison: Comparison, size: tuple[int, int]) -> list[float]:
    """The numbers of VALUE_NAMES for a comparison that was laid over and differs somewhere.

    Coverages, agreement and share: see Comparison. places: how many differ. top: the uppermost one's upper end, of the
    reference's height. aspect: the natural logarithm of how many times as wide for its height one of the two pictures
    is as the other. stretch: the logarithm of how many times as much the reference is scaled along one direction as
    along the other, in its middle. turn: degrees by which it lies turned there.
    """
    reference, homography = comparison.reference, comparison.homography
    assert homography is not None
    aspect = math.log(size[0] * reference.height / (size[1] * reference.width))
    middle = _derivative(homography, (reference.width / 2, reference.height / 2))
    larger, smaller = np.linalg.svd(middle, compute_uv=False)
    return [
        comparison.query_coverage,
        comparison.reference_coverage,
        comparison.agreement,
        comparison.changed_share,
        float(len(comparison.regions)),
        min(region.reference_box.y for region in comparison.regions) / reference.height,
        abs(aspect),
        math.log(float(larger) / max(float(smaller), 1e-9)),
        abs(math.degrees(math.atan2(middle[1, 0], middle[0, 0]))),
    ]


def parse_version_model(stored: Mapping[str, object]) -> DecisionTrees:
    """Raises PostercheckError when the model was fitted for other measurements."""
    return parse_trees(stored, VALUE_NAMES, 1, "benchmarks/fit_version_model.py")


def _derivative(homography: NDArray[np.float64], point: tuple[float, float]) -> NDArray[np.float64]:
    """(2, 2): how the mapping scales and turns about a point."""
    across, down, depth = homography @ (*point, 1.0)
    rows = homography[:2, :2] - np.outer((across / depth, down / depth), homography[2, :2])
    return np.asarray(rows / depth, dtype=np.float64)


@cache
def _model() -> DecisionTrees:
    return parse_version_model(json.loads(MODEL_PATH.read_text(encoding="utf-8")))
