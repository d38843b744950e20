"""Begins a network of fit_region_network where the one that is shipped was left, to learn on from new places.

The shipped file has each convolution and the normalization after it folded into one. Normalizing what the folded
convolution gives for some pictures, and undoing just that, is the same again, and can learn.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

Weights = dict[str, NDArray[np.float32]]


def stored_weights(path: Path, number: int) -> Weights:
    """Those of one network of the ensemble, by the names that they have in it. Raises KeyError when it has fewer."""
    found = {each.name: numpy_helper.to_array(each) for each in onnx.load(str(path)).graph.initializer}
    # What is the same in every network is stored with the first one.
    own = {name.removeprefix(f"networks.{number}."): value for name, value in found.items()}
    shared = {
        name.removeprefix("networks.0."): value for name, value in found.items() if name.endswith((".mean", ".spread"))
    }
    if "head.1.weight" not in own:
        raise KeyError(f"{path.name} has no network {number}.")
    return shared | own


def resume(network: nn.Module, weights: Weights, near: Tensor, far: Tensor) -> None:
    """network: a Network, whose weights are replaced. near, far: some hundred pictures, see `as_pictures`."""
    with torch.no_grad():
        for name in ("mean", "spread"):
            getattr(network, name).copy_(torch.tensor(weights[name]))
        for layer in (1, 4):
            for kind in ("weight", "bias"):
                getattr(network.head[layer], kind).copy_(torch.tensor(weights[f"head.{layer}.{kind}"]))
        for name, pictures in (("near", near), ("far", far)):
            _resume_eye(getattr(network, name), name, weights, pictures)


def _resume_eye(eye: Any, name: str, weights: Weights, pictures: Tensor) -> None:  # noqa: ANN401 - fit_region_network's
    seen = eye.prepared(pictures)
    for number, layer in enumerate(eye.layers):
        folded = f"{name}.layers.{number}.layers.0.weight"
        convolution, normalization, bend = layer.layers
        convolution.weight.copy_(torch.tensor(weights[folded]))
        given = convolution(seen)
        mean, spread = given.mean((0, 2, 3)), given.var((0, 2, 3), unbiased=False)
        bias = torch.tensor(weights[f"{folded}_bias"])
        normalization.running_mean.copy_(mean)
        normalization.running_var.copy_(spread)
        normalization.weight.copy_((spread + normalization.eps).sqrt())
        normalization.bias.copy_(mean + bias)
        seen = bend(given + bias[:, None, None])
