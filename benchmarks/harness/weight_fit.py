"""Weights of evidence by logistic regression: never against their code's direction, never far from what they were.

Every kind of picture (a slice, or a whole sweep) counts the same, and so do the two truths: a poster that somebody asks
about is taken to be official as often as not, which is what a prior of zero says. How often each kind of change happens
out there nobody knows.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.attacks.pool import stable_hash
from benchmarks.harness.calibration import log_loss
from benchmarks.harness.weighing import Sample, Weighing, chance, log_odds

Numbers = NDArray[np.float64]
HELD = frozenset({"not_in_library"})
"""Codes that no benchmark can weigh: how often a poster that the library lacks is official, only the world knows."""
PULLS = (0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1)
"""Tried strengths of the pull (L2) towards the present weights, in nats for each squared log-odd."""


@dataclass(frozen=True, slots=True)
class FitOptions:
    """least: pictures a code must speak on to be fitted. folds: parts of the posters, each held out once."""

    least: int = 30
    folds: int = 5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a weighing is on some samples; every kind and both truths count the same. Shares are 0..1."""

    brier: float
    log_loss: float
    right: float
    conclusive: float
    surely_wrong: float


def sample_weights(samples: Sequence[Sample]) -> Numbers:
    """One for each sample, 1 in all: half for each truth, within it the same for each kind."""
    of_kind = Counter((sample.official, sample.kind) for sample in samples)
    kinds = Counter(official for official, _ in of_kind)
    shares = [1 / (len(kinds) * kinds[s.official] * of_kind[s.official, s.kind]) for s in samples]
    return np.array(shares)


def fitted_codes(samples: Sequence[Sample], weighing: Weighing, options: FitOptions) -> tuple[str, ...]:
    """Codes that spoke often enough, in the order of the weights."""
    spoken = Counter(code for sample in samples for code, value in sample.values.items() if value)
    return tuple(code for code in weighing.weights if spoken[code] >= options.least and code not in HELD)


def fit(samples: Sequence[Sample], weighing: Weighing, codes: Sequence[str], pull: float) -> Weighing:
    """The same weighing with other weights for these codes, between 0 and the bound of the sum."""
    from scipy.optimize import minimize

    present = np.array([weighing.weights[code] for code in codes])
    values = np.array([[sample.values.get(code, 0.0) for code in codes] for sample in samples])
    rest = np.array([_sum_without(sample, weighing, codes) for sample in samples])
    signs = np.array([1.0 if sample.official else -1.0 for sample in samples])
    shares = sample_weights(samples)

    def cost(weights: Numbers) -> tuple[float, Numbers]:
        margins = signs * (rest + values @ weights)
        away = weights - present
        loss = float(shares @ np.logaddexp(0, -margins) + pull * away @ away)
        slope = -(shares * signs / (1 + np.exp(np.clip(margins, -500, 500)))) @ values + 2 * pull * away
        return loss, slope

    bounds = [(0.0, weighing.most_log_odds)] * len(codes)
    found = minimize(cost, present, jac=True, method="L-BFGS-B", bounds=bounds)
    fitted = {code: round(float(weight), 3) for code, weight in zip(codes, found.x, strict=True)}
    return replace(weighing, weights={**weighing.weights, **fitted})


def _sum_without(sample: Sample, weighing: Weighing, codes: Sequence[str]) -> float:
    others = (weighing.weights[code] * value for code, value in sample.values.items() if code not in codes)
    return weighing.prior + sum(others)


def split_posters(samples: Sequence[Sample], options: FitOptions) -> list[tuple[list[Sample], list[Sample]]]:
    """(fitted on, held out) for each fold; all pictures of a poster are in the same one."""
    folds = [stable_hash(f"fold {options.seed} {sample.poster}") % options.folds for sample in samples]
    parts = []
    for number in range(options.folds):
        kept = [sample for sample, fold in zip(samples, folds, strict=True) if fold != number]
        held_out = [sample for sample, fold in zip(samples, folds, strict=True) if fold == number]
        if kept and held_out:
            parts.append((kept, held_out))
    return parts


def cross_validated(
    samples: Sequence[Sample], weighing: Weighing, codes: Sequence[str], pull: float, options: FitOptions
) -> tuple[list[tuple[Sample, float]], list[Weighing]]:
    """Every sample with the log-odds that weights fitted on other posters give it; and those weights, fold by fold."""
    pairs: list[tuple[Sample, float]] = []
    fitted = []
    for kept, held_out in split_posters(samples, options):
        fold = fit(kept, weighing, codes, pull)
        fitted.append(fold)
        pairs += [(sample, log_odds(sample, fold)) for sample in held_out]
    return pairs, fitted


def quality(pairs: Sequence[tuple[Sample, float]], weighing: Weighing) -> Quality:
    """Of samples and the log-odds they were given."""
    shares = sample_weights([sample for sample, _ in pairs])
    chances = [chance(total) for _, total in pairs]
    right = np.array([sample.official == (total > 0) for sample, total in pairs])
    sure = np.array(
        [
            abs(total) >= weighing.conclusive_log_odds and sample.relation not in weighing.inconclusive_relations
            for sample, total in pairs
        ]
    )
    squares = np.array([(said - sample.official) ** 2 for (sample, _), said in zip(pairs, chances, strict=True)])
    losses = np.array([log_loss(said, sample.official) for (sample, _), said in zip(pairs, chances, strict=True)])
    return Quality(
        brier=float(shares @ squares),
        log_loss=float(shares @ losses),
        right=float(shares @ right),
        conclusive=float(shares @ sure),
        surely_wrong=float(shares @ (sure & ~right)),
    )


def best_pull(
    samples: Sequence[Sample], weighing: Weighing, codes: Sequence[str], options: FitOptions
) -> tuple[float, Mapping[float, float]]:
    """The pull whose weights lose least on posters they were not fitted on, and the log-loss of each that was tried."""
    losses = {
        pull: quality(cross_validated(samples, weighing, codes, pull, options)[0], weighing).log_loss for pull in PULLS
    }
    return min(losses, key=lambda pull: losses[pull]), losses
