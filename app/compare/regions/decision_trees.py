"""Ensembles of small decision trees, as the scripts in benchmarks/ fit and store them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.errors import PostercheckError


@dataclass(frozen=True, slots=True, eq=False)
class DecisionTrees:
    """All trees side by side, so that what was measured goes down all of them at once.

    base: (k,) scores, in log-odds, before any tree. kind: (trees,) the score to which a tree's leaf adds. The others:
    (trees, nodes), padded with leaves. feature: of the values. left, right: next node up to the threshold, and above; a
    leaf leads to itself. value: what a leaf adds. depth: steps until every tree has come to a leaf.
    """

    base: NDArray[np.float64]
    kind: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    depth: int

    def scores(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, k) log-odds. values: (n, v), in the order of the names that the trees were fitted for."""
        trees, nodes = self.feature.shape
        root = np.arange(trees) * nodes
        feature, threshold, value = self.feature.ravel(), self.threshold.ravel(), self.value.ravel()
        left, right = self.left.ravel(), self.right.ravel()
        scores = np.empty((len(values), len(self.base)))
        for row, measured in enumerate(values):
            node = root
            for _ in range(self.depth):
                below = measured[feature[node]] <= threshold[node]
                node = root + np.where(below, left[node], right[node])
            scores[row] = self.base + np.bincount(self.kind, weights=value[node], minlength=len(self.base))
        return scores


def parse_trees(stored: Mapping[str, object], names: Sequence[str], kinds: int, script: str) -> DecisionTrees:
    """names: of the values, in their order. kinds: how many scores. script: what fits these trees, for the error.

    Raises PostercheckError when the trees were fitted for other measurements.
    """
    if stored.get("values") != list(names):
        raise PostercheckError(f"The decision trees were fitted for other measurements; run {script}.")
    of_kinds = stored["trees"]
    if not isinstance(of_kinds, list) or len(of_kinds) != kinds:
        raise PostercheckError(f"The decision trees are not one list for each kind; run {script}.")
    trees = [(kind, tree) for kind, of_kind in enumerate(of_kinds) for tree in of_kind]
    nodes = max((len(tree["feature"]) for _, tree in trees), default=1)
    shape = (len(trees), nodes)
    feature, left = np.zeros(shape, np.int64), np.tile(np.arange(nodes), (len(trees), 1))
    right, threshold, value = left.copy(), np.zeros(shape), np.zeros(shape)
    for row, (_, tree) in enumerate(trees):
        inner = np.array(tree["feature"]) >= 0
        places = np.nonzero(inner)[0]
        feature[row, places] = np.array(tree["feature"])[inner]
        left[row, places], right[row, places] = np.array(tree["left"])[inner], np.array(tree["right"])[inner]
        threshold[row, places] = np.array(tree["threshold"])[inner]
        value[row, : len(inner)] = tree["value"]
    kind = np.array([kind for kind, _ in trees], np.int64)
    depth = max((_depth(tree) for _, tree in trees), default=0)
    return DecisionTrees(np.array(stored["base"], np.float64), kind, feature, threshold, left, right, value, depth)


def _depth(tree: Mapping[str, list[float]]) -> int:
    """Steps from the root to the furthest leaf; a node stands before those that it leads to."""
    depths = [0] * len(tree["feature"])
    for node, feature in enumerate(tree["feature"]):
        if feature >= 0:
            for after in (tree["left"][node], tree["right"][node]):
                depths[int(after)] = depths[node] + 1
    return max(depths)
