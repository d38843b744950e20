"""Tells from how a changed place looks, before and after, what it holds.

Small convolutional networks, fitted by benchmarks/fit_region_network.py on attacked posters, the second file's on more
hands than the first's; data, date and figures stand in the metadata of each file beside this module. Their likelihoods
are averaged: what they think alike is known, and where they differ neither is (benchmarks/fit_region_network.py names
the source). On 444 pictures of a set that neither has learnt from (benchmarks/robustness.py, split tune, seed 4501,
2026-11-26) the Brier score is .0391 with the first alone, .0381 with the second, .0354 with both.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import PostercheckError

NETWORK_PATHS = tuple(Path(__file__).with_name(f"region_network_{number}.onnx") for number in (1, 2))

_LEAST_LIKELIHOOD = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class RegionNetwork:
    """session: takes `views` (n, 2, 64, 64, 8) uint8 and `values` (n, v) float32, gives (n, 4) scores.

    values: names of the measurements it was fitted for. about: where it comes from.
    """

    session: Any
    values: list[str]
    about: dict[str, object]


def look_scores(views: NDArray[np.uint8], values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Log-likelihood of each of region_kind.CLASSES for each place, (n, 4). views: see draw_views. values: (n, v)."""
    given = {"views": views, "values": values}
    answers = [np.asarray(network.session.run(None, given)[0], np.float64) for network in region_networks()]
    likelihoods = [_softmax(scores) for scores in answers]
    return np.asarray(np.log(np.maximum(np.mean(likelihoods, axis=0), _LEAST_LIKELIHOOD)))


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def load_network(path: Path) -> RegionNetwork:
    """One thread, as every check. Raises PostercheckError when the file is not the network's."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        stored = session.get_modelmeta().custom_metadata_map
        return RegionNetwork(session, json.loads(stored["values"]), json.loads(stored["about"]))
    except Exception as error:  # onnxruntime raises types of its own for each kind of damage
        raise PostercheckError(f"The region network {path.name} cannot be read: {error}") from error


@cache
def region_networks() -> tuple[RegionNetwork, ...]:
    """Those that belong to this version, loaded at the first place that is looked at."""
    return tuple(map(load_network, NETWORK_PATHS))
