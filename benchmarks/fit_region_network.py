"""Fits app/compare/regions/region_network.onnx: what a changed place holds, told from its look before and after.

    python -m pip install -r benchmarks/requirements-fit.txt
    python -m benchmarks.fit_region_model ../shared/posters --keep places.npz
    python -m benchmarks.fit_region_network places.npz --seed 1

With --go-on, what is shipped learns on from new places, more gently, in place of one that knows nothing; several
narrow networks go on as one. A sixth of the posters is held out, for the figures. The network is small, so that a place
takes a millisecond on one core: five convolutions over the near view, five over the whole frame at half its size, and
the measurements beside them. Its weights are averaged over the last steps (Polyak and Juditsky, 1992), which makes it
less sure of what only a few drawings have taught it. With --networks several, begun differently, are asked and their
likelihoods averaged (a deep ensemble: Lakshminarayanan, Pritzel and Blundell, 2017).
"""

import argparse
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from app.compare.regions.place_views import LAYERS, VIEW_SIDE
from app.compare.regions.region_kind import CLASSES, value_names
from app.compare.regions.region_look import NETWORK_PATH, region_network
from benchmarks.region_samples import Samples, choose, describe, evened, held_out, load, measure, without
from benchmarks.resume_network import Weights, resume, side_by_side, stored_networks

_WIDTH, _HIDDEN, _DROPPED = 32, 192, 0.3
_BATCH, _RATE, _DECAY, _SMOOTHED = 128, 3e-3, 0.02, 0.03
_AVERAGED = 0.998
# How fast networks learn on that have learnt before, and from how many places they take how their layers answer.
_GENTLE_RATE, _RESUMED_FROM = 1e-3, 512
# How drawings are varied while learning: colours of both pictures alike, noise of the submitted one, the near view's
# place and size; how often flipped, coloured otherwise, and left without measurements.
_GAIN, _OFFSET, _NOISE, _MOVED, _TURNED = 0.3, 0.15, 0.03, 0.12, 0.12
_FLIPPED, _OTHER_COLOURS, _WITHOUT_VALUES = 0.3, 0.3, 0.15


class Layer(nn.Module):
    """A convolution, and what follows one."""

    def __init__(self, given: int, made: int, size: int, stride: int) -> None:
        super().__init__()
        convolution = nn.Conv2d(given, made, size, stride, size // 2, bias=False)
        self.layers = nn.Sequential(convolution, nn.BatchNorm2d(made), nn.ReLU())

    def forward(self, picture: Tensor) -> Tensor:
        """(n, given, h, w) to (n, made, h / stride, w / stride)."""
        made: Tensor = self.layers(picture)
        return made


class Eye(nn.Module):
    """One view as numbers."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            Layer(LAYERS + 3, width, 5, 2),
            Layer(width, width * 2, 3, 2),
            Layer(width * 2, width * 3, 3, 1),
            Layer(width * 3, width * 4, 3, 2),
            Layer(width * 4, width * 4, 3, 1),
        )

    def forward(self, view: Tensor) -> Tensor:
        """(n, 8, side, side) in 0..1 to (n, 8 * width): the mean and the largest answer of each kind."""
        seen = self.layers(self.prepared(view))
        return torch.cat([seen.mean((2, 3)), seen.amax((2, 3))], 1)

    def prepared(self, view: Tensor) -> Tensor:
        """(n, 8, side, side) in 0..1 to (n, 11, side, side): round zero, and the difference of the two pictures."""
        difference = (view[:, :3] - view[:, 3:6]) * view[:, 7:8]
        return torch.cat([view - 0.5, 2 * difference], 1)


class Network(nn.Module):
    """Scores of CLASSES for places."""

    def __init__(self, mean: Tensor, spread: Tensor) -> None:
        super().__init__()
        self.near, self.far = Eye(_WIDTH), Eye(_WIDTH)
        self.register_buffer("mean", mean)
        self.register_buffer("spread", spread)
        self.head = nn.Sequential(
            nn.Dropout(_DROPPED),
            nn.Linear(2 * 8 * _WIDTH + len(mean), _HIDDEN),
            nn.ReLU(),
            nn.Dropout(_DROPPED),
            nn.Linear(_HIDDEN, len(CLASSES)),
        )

    def scores(self, near: Tensor, far: Tensor, measured: Tensor) -> Tensor:
        """near, far: see `as_pictures`. measured: see `measure`."""
        found: Tensor = self.head(torch.cat([self.near(near), self.far(far), measured], 1))
        return found

    def measure(self, values: Tensor) -> Tensor:
        """Values in units of their spread."""
        return ((values - self.mean) / self.spread).clamp(-4, 4)

    def forward(self, views: Tensor, values: Tensor) -> Tensor:
        """As the checker calls it: views (n, 2, 64, 64, 8) uint8, values (n, v) float32."""
        near, far = as_pictures(views)
        return self.scores(near, far, self.measure(values))


class Ensemble(nn.Module):
    """Several networks, and their likelihoods averaged."""

    def __init__(self, networks: list[Network]) -> None:
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def forward(self, views: Tensor, values: Tensor) -> Tensor:
        """Scores of CLASSES; see Network."""
        answers = [network(views, values).softmax(1) for network in self.networks]
        scores: Tensor = torch.stack(answers).mean(0).clamp_min(1e-9).log()
        return scores


def as_pictures(views: Tensor) -> tuple[Tensor, Tensor]:
    """Near views, (n, 8, 64, 64) in 0..1, and far ones at half that size."""
    pictures = views.permute(0, 1, 4, 2, 3).to(torch.float32) / 255
    return pictures[:, 0], functional.avg_pool2d(pictures[:, 1], 2)


def fit(samples: Samples, chosen: NDArray[np.bool_], epochs: int, seed: int, resumed: Weights | None = None) -> Network:
    """Learns from the chosen places, drawn as often as `evened` says; classes count the same, whatever they number.

    resumed: what the network begins with; nothing learnt before if None.
    """
    torch.manual_seed(seed)
    chance = torch.Generator().manual_seed(seed)
    rows, often = np.flatnonzero(chosen), torch.from_numpy(evened(samples, chosen))
    values, kinds = torch.tensor(samples.values[rows]), torch.tensor(samples.kinds[rows])
    seen = np.bincount(samples.kinds[rows], weights=often.numpy(), minlength=len(CLASSES))
    weights = torch.tensor(len(kinds) / (len(CLASSES) * seen.clip(1)))
    network = Network(values.mean(0), values.std(0) + 1e-3)
    rate = _RATE
    if resumed is not None:
        first = rows[torch.multinomial(often, _RESUMED_FROM, generator=chance).sort().values.numpy()]
        resume(network, resumed, *as_pictures(torch.from_numpy(samples.views[first])))
        rate = _GENTLE_RATE
    averaged = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(_AVERAGED), use_buffers=True
    )
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=_DECAY)
    steps = epochs * (len(kinds) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps + 1, pct_start=0.15)
    start = time.monotonic()
    for step in range(steps):
        drawn = torch.multinomial(often, _BATCH, replacement=True, generator=chance).sort().values
        near, far = as_pictures(torch.from_numpy(samples.views[rows[drawn.numpy()]]))
        near, far = _varied(near, far, chance)
        measured = network.measure(values[drawn])
        measured = measured + 0.05 * torch.randn(measured.shape, generator=chance)
        measured = measured * (torch.rand(len(drawn), 1, generator=chance) >= _WITHOUT_VALUES)
        # Half the digits take little more than half the time, and the sums that matter keep all of them.
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network.scores(near, far, measured)
        losses = functional.cross_entropy(scores.float(), kinds[drawn], reduction="none", label_smoothing=_SMOOTHED)
        weight = weights[kinds[drawn]].to(torch.float32)
        loss = (losses * weight).sum() / weight.sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        averaged.update_parameters(network)
        if step % 50 == 0:
            print(f"\r{step}/{steps}, {time.monotonic() - start:.0f} s, {loss.item():.3f}", end="", file=sys.stderr)
    found: Network = averaged.module
    found.eval()
    return found


def _varied(near: Tensor, far: Tensor, chance: torch.Generator) -> tuple[Tensor, Tensor]:
    """Both views of each place, coloured otherwise and flipped alike; the near one moved, turned and grown a little."""
    count = len(near)

    def uniform(*shape: int) -> Tensor:
        return torch.rand(count, *shape, generator=chance)

    gain, offset = 1 + _GAIN * (uniform(3, 1, 1) - 0.5), _OFFSET * (uniform(3, 1, 1) - 0.5)
    order = torch.where((uniform(1) < _OTHER_COLOURS), uniform(3).argsort(1), torch.arange(3).expand(count, 3))
    layers = torch.cat([order, order + 3, torch.tensor([6, 7]).expand(count, 2)], 1)
    flipped = uniform(1, 1, 1) < _FLIPPED
    views = []
    for view in (near, far):
        mixed = view[torch.arange(count)[:, None], layers]
        mixed[:, :6] = (mixed[:, :6] * torch.cat([gain, gain], 1) + torch.cat([offset, offset], 1)).clamp_(0, 1)
        views.append(torch.where(flipped, mixed.flip(3), mixed))
    views[0][:, :3] += _NOISE * uniform(1, 1, 1) * torch.randn(views[0][:, :3].shape, generator=chance)
    grown, turned = 1 + _MOVED * (2 * uniform() - 1), _TURNED * (2 * uniform() - 1)
    across, down = (_MOVED * (2 * uniform() - 1) for _ in range(2))
    cosine, sine = grown * torch.cos(turned), grown * torch.sin(turned)
    places = torch.stack([torch.stack([cosine, -sine, across], 1), torch.stack([sine, cosine, down], 1)], 1)
    grid = functional.affine_grid(places, list(near.shape), align_corners=False)
    return functional.grid_sample(views[0], grid, align_corners=False), views[1]


def chances(network: nn.Module, samples: Samples) -> NDArray[np.float64]:
    """(n, 4) likelihoods of CLASSES."""
    found = []
    with torch.no_grad():
        for first in range(0, len(samples.kinds), 256):
            part = slice(first, first + 256)
            scores = network(torch.from_numpy(samples.views[part]), torch.from_numpy(samples.values[part]))
            found.append(scores.softmax(1).numpy())
    return np.concatenate(found).astype(np.float64)


def export(network: Ensemble, about: dict[str, object], path: Path) -> None:
    """As ONNX, any number of places at once, with where it comes from."""
    import onnx

    places = torch.export.Dim("places", min=1, max=4096)
    views = torch.zeros(2, 2, VIEW_SIDE, VIEW_SIDE, LAYERS, dtype=torch.uint8)
    values = torch.zeros(2, len(value_names()))
    torch.onnx.export(
        network,
        (views, values),
        str(path),
        input_names=["views", "values"],
        output_names=["scores"],
        dynamic_shapes={"views": {0: places}, "values": {0: places}},
        external_data=False,
        dynamo=True,
    )
    stored = onnx.load(str(path))
    for found in (*stored.graph.node, *stored.graph.value_info):
        found.ClearField("doc_string")
        found.ClearField("metadata_props")
    stored.ClearField("metadata_props")
    for key, value in (("values", value_names()), ("about", about)):
        stored.metadata_props.add(key=key, value=json.dumps(value))
    onnx.save(stored, str(path))


def fit_several(options: argparse.Namespace) -> Ensemble:
    """Each in a process of its own, on the posters that are not held out."""
    with ProcessPoolExecutor(options.networks, mp_context=get_context("spawn")) as workers:
        return Ensemble(list(workers.map(partial(_fit_one, options=options), range(options.networks))))


def _fit_one(number: int, options: argparse.Namespace) -> Network:
    torch.set_num_threads(max(1, 2 // options.networks))
    samples = without(load(options.places), options.without)
    resumed = None
    if options.go_on:
        stored = stored_networks(NETWORK_PATH)
        resumed = stored[number] if len(stored) == options.networks else side_by_side(stored)
    return fit(samples, ~held_out(samples, options.seed), options.epochs, options.seed + number, resumed)


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", type=Path, help="what fit_region_model --keep stored")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--networks", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", metavar="SET", help="learn nothing from this set of attacks, as in sixth")
    parser.add_argument("--go-on", action="store_true", help="learn on with what is shipped")
    options = parser.parse_args()
    before = region_network().about if options.go_on else None
    network = fit_several(options)
    samples = without(load(options.places), options.without)
    kept = choose(samples, held_out(samples, options.seed))
    figures = measure(chances(network, kept), kept)
    about = {
        "made_by": "benchmarks/fit_region_network.py",
        "networks": options.networks,
        "epochs": options.epochs,
        **({"went_on_from": before} if before else {}),
        **describe(samples, options.seed),
        **figures,
    }
    export(network, about, NETWORK_PATH)
    print(f"\n{json.dumps(about, indent=1)}", file=sys.stderr)


if __name__ == "__main__":
    main()
