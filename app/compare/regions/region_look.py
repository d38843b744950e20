"""Tells from how a changed place looks, before and after, what it holds.

A small convolutional network, fitted by benchmarks/fit_region_network.py on attacked posters; its data, date and
figures stand in the metadata of region_network.onnx beside this module.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import PostercheckError

NETWORK_PATH = Path(__file__).with_name("region_network.onnx")


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
    scores = np.asarray(region_network().session.run(None, {"views": views, "values": values})[0], np.float64)
    scores -= scores.max(axis=1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))


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
def region_network() -> RegionNetwork:
    """The one that belongs to this version, loaded at the first place that is looked at."""
    return load_network(NETWORK_PATH)
