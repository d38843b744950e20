"""Whether the probabilities mean what they say: bins with their intervals, Brier score, its parts, log-loss."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.harness.values import Outcome, Truth

BINS = 10
LEAST_CHANCE = 0.001
"""Probabilities nearer to 0 or 1 count as this far away, so that one sure error does not decide the whole log-loss."""


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Pictures whose probability fell into [low, high): what was said and what was so.

    least, most: 95 % interval of the share of official ones after Wilson (1927).
    """

    low: float
    high: float
    count: int
    said: float
    official: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Score:
    """How good the probabilities of some pictures are. brier: mean squared error. log_loss: in nats."""

    name: str
    count: int
    brier: float
    log_loss: float
    said: float
    official: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Every picture that was checked and has a truth.

    brier: every picture counts the same; by_slice: every slice does; known_art_brier: where the artwork is in the
    library.
    reliability - resolution + uncertainty is the Brier score of the bins' means (Murphy 1973): how far the bins are off
    what they say, how far they are told apart, and how mixed the truth is.
    """

    brier: float
    by_slice: float
    known_art_brier: float
    log_loss: float
    count: int
    reliability: float
    resolution: float
    uncertainty: float
    bins: tuple[ReliabilityBin, ...]
    groups: tuple[Score, ...]


def calibrate(outcomes: Sequence[Outcome]) -> Calibration | None:
    """None when no picture was checked that has a truth."""
    told = [o for o in outcomes if o.error is None and o.task.truth is not Truth.UNKNOWN]
    if not told:
        return None
    known = [o for o in told if o.task.right] or told
    bins = _bins(told)
    base = statistics.fmean(_truth(o) for o in told)
    slices = [[o for o in told if o.task.slice == name] for name in dict.fromkeys(o.task.slice for o in told)]
    groups = {name: [o for o in told if o.task.group == name] for name in dict.fromkeys(o.task.group for o in told)}
    whole = score("all", told)
    return Calibration(
        brier=whole.brier,
        by_slice=statistics.fmean(score("", each).brier for each in slices),
        known_art_brier=score("known", known).brier,
        log_loss=whole.log_loss,
        count=len(told),
        reliability=sum(b.count * (b.said - b.official) ** 2 for b in bins) / len(told),
        resolution=sum(b.count * (b.official - base) ** 2 for b in bins) / len(told),
        uncertainty=base * (1 - base),
        bins=bins,
        groups=tuple(score(name, each) for name, each in groups.items()),
    )


def score(name: str, outcomes: Sequence[Outcome]) -> Score:
    """Of pictures that have a truth; raises StatisticsError for none."""
    pairs = [(o.probability_official, _truth(o)) for o in outcomes]
    return Score(
        name=name,
        count=len(pairs),
        brier=statistics.fmean((said - true) ** 2 for said, true in pairs),
        log_loss=statistics.fmean(log_loss(said, true) for said, true in pairs),
        said=statistics.fmean(said for said, _ in pairs),
        official=statistics.fmean(true for _, true in pairs),
    )


def log_loss(said: float, true: float) -> float:
    """What one probability costs, in nats."""
    chance = min(1 - LEAST_CHANCE, max(LEAST_CHANCE, said))
    return -math.log(chance if true else 1 - chance)


def wilson(share: float, count: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share seen in so many pictures (Wilson 1927)."""
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return max(0.0, middle - half), min(1.0, middle + half)


def _truth(outcome: Outcome) -> float:
    return float(outcome.task.truth is Truth.OFFICIAL)


def _bins(told: Sequence[Outcome]) -> tuple[ReliabilityBin, ...]:
    bins = []
    for number in range(BINS):
        inside = [o for o in told if min(BINS - 1, int(o.probability_official * BINS)) == number]
        if inside:
            official = statistics.fmean(_truth(o) for o in inside)
            said = statistics.fmean(o.probability_official for o in inside)
            interval = wilson(official, len(inside))
            bins.append(ReliabilityBin(number / BINS, (number + 1) / BINS, len(inside), said, official, *interval))
    return tuple(bins)
