"""Tells from a changed place's shape what it holds, and how likely it changes what the poster says or shows.

A small ensemble of decision trees, fitted by benchmarks/fit_region_model.py on attacked posters; its data, date and
figures stand in region_model.json beside this module.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.errors import PostercheckError
from app.model.comparison import RegionChances, RegionShape

MODEL_PATH = Path(__file__).with_name("region_model.json")
# Share of the frame under which a place is hardly a repainted picture: on pictures that nobody edited it is a seam or a
# misfit, and edits of faces and figures show .0044 and more. The model has learnt from fragments of edits too.
_LEAST_REPAINT = 0.004
# The classes in the model's order: something laid over, lettering changed, picture changed, another official version.
CLASSES = ("overlay", "text", "picture", "variant")


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Nodes as arrays of one length. feature: -1 at a leaf. left, right: next node up to the threshold, and above."""

    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class RegionModel:
    """base: (4,) log-odds before any tree. trees: for each class, those whose leaves add to its log-odds."""

    base: NDArray[np.float64]
    trees: tuple[tuple[Tree, ...], ...]


def tell_kind(shape: RegionShape) -> RegionChances:
    """How likely each of CLASSES is, by the fitted model; for places too small to show anything, less of a repaint."""
    overlay, text, picture, variant = (float(chance) for chance in kind_chances(shape, _model()))
    shown = min(1.0, shape.share / _LEAST_REPAINT)
    return RegionChances(overlay + (1 - shown) * picture, text, shown * picture, variant)


def kind_chances(shape: RegionShape, model: RegionModel) -> NDArray[np.float64]:
    """Likelihood of each of CLASSES, (4,), summing to 1."""
    values = shape_values(shape)
    scores = model.base + [sum(_leaf(tree, values) for tree in trees) for trees in model.trees]
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def shape_values(shape: RegionShape) -> list[float]:
    """The shape's fields as numbers, in their order, and the box's proportions."""
    values = [float(getattr(shape, field.name)) for field in fields(shape)]
    return [*values, shape.width / max(shape.height, 1e-3)]


def value_names() -> list[str]:
    """Names of shape_values' numbers."""
    return [*(field.name for field in fields(RegionShape)), "proportions"]


def parse_model(stored: Mapping[str, object]) -> RegionModel:
    """Raises PostercheckError when the model was fitted for other measurements."""
    if stored.get("values") != value_names():
        raise PostercheckError(
            "The region model was fitted for other measurements; run benchmarks/fit_region_model.py."
        )
    kinds = stored["trees"]
    if not isinstance(kinds, list) or len(kinds) != len(CLASSES):
        raise PostercheckError("The region model does not have one list of trees for each kind.")
    trees = tuple(tuple(_parse_tree(tree) for tree in kind) for kind in kinds)
    return RegionModel(np.array(stored["base"], dtype=np.float64), trees)


def _parse_tree(stored: Mapping[str, list[float]]) -> Tree:
    return Tree(
        feature=np.array(stored["feature"], dtype=np.int64),
        threshold=np.array(stored["threshold"], dtype=np.float64),
        left=np.array(stored["left"], dtype=np.int64),
        right=np.array(stored["right"], dtype=np.int64),
        value=np.array(stored["value"], dtype=np.float64),
    )


def _leaf(tree: Tree, values: list[float]) -> float:
    node = 0
    while tree.feature[node] >= 0:
        node = int(tree.left[node] if values[tree.feature[node]] <= tree.threshold[node] else tree.right[node])
    return float(tree.value[node])


@cache
def _model() -> RegionModel:
    return parse_model(json.loads(MODEL_PATH.read_text(encoding="utf-8")))
