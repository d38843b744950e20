"""Fitted trees in the form that app/compare/regions/decision_trees.py reads."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def store_ensemble(classifier: Any) -> dict[str, Any]:  # noqa: ANN401 - scikit-learn's HistGradientBoostingClassifier
    """base and trees, a list of them for each score: one where there are two classes."""
    stages = classifier._predictors
    trees = [[_tree(stage[kind]) for stage in stages] for kind in range(len(stages[0]))]
    base = [round(float(value), 6) for value in np.ravel(classifier._baseline_prediction)]
    return {"base": base, "trees": trees}


def _tree(predictor: Any) -> dict[str, list[float]]:  # noqa: ANN401 - scikit-learn's own node table
    nodes: NDArray[Any] = predictor.nodes
    leaf = nodes["is_leaf"].astype(bool)
    return {
        "feature": [-1 if end else int(value) for end, value in zip(leaf, nodes["feature_idx"], strict=True)],
        "threshold": [0 if end else round(float(v), 6) for end, v in zip(leaf, nodes["num_threshold"], strict=True)],
        "left": [int(value) for value in nodes["left"]],
        "right": [int(value) for value in nodes["right"]],
        "value": [round(float(v), 5) if end else 0 for end, v in zip(leaf, nodes["value"], strict=True)],
    }
