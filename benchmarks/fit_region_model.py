"""Fits app/compare/regions/region_model.json: what a changed place holds, told from its shape.

    python -m pip install -r benchmarks/requirements-fit.txt
    python -m benchmarks.fit_region_model ../shared/posters --posters 240 --seed 21 --keep places.npz

The places come from region_samples, and count as `evened` says. A sixth of the posters is held out, for the figures;
they go into the file with date, data and seed. With --beside, the trees that are shipped stay, and those that are
fitted stand beside them, each fit counting half: what was learnt from places that are gone is not lost.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from app.compare.regions.region_kind import CLASSES, MODEL_PATH, parse_model, value_names
from app.errors import PostercheckError
from benchmarks.region_samples import Samples, choose, collect, describe, evened, held_out, keep, load, measure, without
from benchmarks.stored_trees import store_ensemble

_ROUNDS, _LEAVES, _RATE = 300, 12, 0.06
# Held back this much, trees lose .003 of their accuracy on attacks like those learnt from, and are much less sure of
# the wrong thing on others: log-loss .65 to .52 on the second set when fitted on the first (44 posters, two ways).
_PULL, _FEWEST, _SEEN = 20.0, 30, 0.3


def fit(samples: Samples, seed: int) -> tuple[dict[str, Any], dict[str, float]]:
    """The stored form of the model, fitted on five sixths of the posters, and its accuracy on the others."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    held = held_out(samples, seed)
    classifier = HistGradientBoostingClassifier(
        max_iter=_ROUNDS,
        max_leaf_nodes=_LEAVES,
        learning_rate=_RATE,
        l2_regularization=_PULL,
        min_samples_leaf=_FEWEST,
        max_features=_SEEN,
        class_weight="balanced",
        random_state=0,
    )
    classifier.fit(samples.values[~held], samples.kinds[~held], evened(samples, ~held))
    figures = measure(classifier.predict_proba(samples.values[held]), choose(samples, held))
    return {"values": value_names(), **store_ensemble(classifier)}, figures


def set_beside(shipped: dict[str, Any], fitted: dict[str, Any]) -> dict[str, Any]:
    """One model of two in stored form: the trees of both, so that their log-odds are averaged."""
    both = [
        [_weighing_half(tree) for tree in (*of_kind, *others)]
        for of_kind, others in zip(shipped["trees"], fitted["trees"], strict=True)
    ]
    base = [round((one + other) / 2, 6) for one, other in zip(shipped["base"], fitted["base"], strict=True)]
    return {"values": fitted["values"], "base": base, "trees": both}


def _weighing_half(tree: dict[str, list[float]]) -> dict[str, list[float]]:
    return {**tree, "value": [round(value / 2, 5) for value in tree["value"]]}


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posters", type=int, default=240)
    parser.add_argument("--share", type=float, default=0.3, help="of the attacks, for each poster")
    parser.add_argument("--seed", type=int, default=21)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, metavar="NPZ", help="store the places here, for fit_region_network too")
    parser.add_argument("--use", type=Path, metavar="NPZ", help="fit on places stored before")
    parser.add_argument("--without", metavar="SET", help="learn nothing from this set of attacks, as in sixth")
    parser.add_argument("--beside", action="store_true", help="keep the trees that are shipped, each fit counting half")
    options = parser.parse_args()
    shipped = json.loads(MODEL_PATH.read_text(encoding="utf-8")) if options.beside else None
    _make_readable()
    start = time.monotonic()
    samples = (
        load(options.use)
        if options.use
        else collect(options.folder, options.posters, options.seed, options.share, options.jobs)
    )
    if options.keep:
        keep(samples, options.keep)
    samples = without(samples, options.without)
    stored, figures = fit(samples, options.seed)
    about = {"made_by": "benchmarks/fit_region_model.py", **describe(samples, options.seed), **figures}
    if shipped is not None:
        stored = set_beside(shipped, stored)
        about["beside"] = shipped["about"]
    MODEL_PATH.write_text(json.dumps({"about": about, **stored}, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"\n{json.dumps(about, indent=1)}\n{time.monotonic() - start:.0f} s", file=sys.stderr)


def _make_readable() -> None:
    """Put a model without trees in the place of one that was fitted for other measurements: comparing reads it."""
    try:
        parse_model(json.loads(MODEL_PATH.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, PostercheckError):
        empty = {"values": value_names(), "base": [0.0] * len(CLASSES), "trees": [[] for _ in CLASSES]}
        MODEL_PATH.write_text(json.dumps(empty), encoding="utf-8")


if __name__ == "__main__":
    main()
