"""Begins a network of fit_region_network where what is shipped was left, to learn on from new places.

The shipped file has each convolution and the normalization after it folded into one. Normalizing what the folded
convolution gives for some pictures, and undoing just that, is the same again, and can learn. Several narrow networks
begin a wide one: side by side in it they answer as they did together, and what lies between them can learn, too (as
Net2Net: Chen, Goodfellow and Shlens, 2016).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

Weights = dict[str, NDArray[np.float32]]
# A head is given the mean and the largest answers of the near view, and of the far one.
_GIVEN = 4


def stored_weights(path: Path, number: int) -> Weights:
    """Those of one network of the ensemble, by the names that they have in it. Raises KeyError when it has fewer."""
    found = {each.name: numpy_helper.to_array(each) for each in onnx.load(str(path)).graph.initializer}
    # What is the same in every network is stored with the first one.
    prefix = f"networks.{number}."
    own = {name.removeprefix(prefix): value for name, value in found.items() if name.startswith(prefix)}
    shared = {
        name.removeprefix("networks.0."): value for name, value in found.items() if name.endswith((".mean", ".spread"))
    }
    if "head.1.weight" not in own:
        raise KeyError(f"{path.name} has no network {number}.")
    return shared | own


def stored_networks(path: Path) -> list[Weights]:
    """All that a file holds, at least one."""
    found = [stored_weights(path, 0)]
    while True:
        try:
            found.append(stored_weights(path, len(found)))
        except KeyError:
            return found


def side_by_side(networks: Sequence[Weights]) -> Weights:
    """One network as wide as all of them, whose scores are their mean."""
    joined = dict(networks[0])
    for name in networks[0]:
        every = [each[name] for each in networks]
        if name in ("mean", "spread"):
            continue
        if name == "head.1.weight":
            joined[name] = _joined_heads(networks)
        elif name == "head.4.weight":
            joined[name] = np.concatenate(every, axis=1) / len(every)
        elif name == "head.4.bias":
            joined[name] = np.mean(every, axis=0)
        elif every[0].ndim == 4 and ".layers.0.layers.0." not in name:
            joined[name] = _blocks(every)
        else:
            # What is given first is given to all; biases follow each other.
            joined[name] = np.concatenate(every)
    return joined


def _blocks(every: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Each network's (made, given, ...) takes only what it made itself."""
    made, given = (sum(each.shape[axis] for each in every) for axis in (0, 1))
    whole = np.zeros((made, given, *every[0].shape[2:]), np.float32)
    row = column = 0
    for each in every:
        whole[row : row + each.shape[0], column : column + each.shape[1]] = each
        row, column = row + each.shape[0], column + each.shape[1]
    return whole


def _joined_heads(networks: Sequence[Weights]) -> NDArray[np.float32]:
    """Each takes its own part of what the views give, the mean and the largest of each, and all measurements."""
    heads = [each["head.1.weight"] for each in networks]
    measured = len(networks[0]["mean"])
    parts = [np.split(head[:, :-measured], _GIVEN, axis=1) for head in heads]
    columns = [_blocks([part[number] for part in parts]) for number in range(_GIVEN)]
    return np.concatenate([*columns, np.concatenate([head[:, -measured:] for head in heads])], axis=1)


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
