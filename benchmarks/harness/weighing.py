"""The verdict's sum of evidence made again from a results file: which codes spoke, how strongly, for what."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.model.report import VerdictLabel
from app.verdict.weights import CONCLUSIVE_LOG_ODDS, INCONCLUSIVE_RELATIONS, MOST_LOG_ODDS, PRIOR, WEIGHTS
from benchmarks.harness.values import Truth

# A probability is written with four digits: nearer to 0 or 1 than this its log-odds say nothing exact.
_READABLE = 4.5
_ROUNDING = 0.15


@dataclass(frozen=True, slots=True)
class Weighing:
    """Every number of the verdict's sum, as in app.verdict. weights: log-odds of each code at full strength."""

    prior: float
    most_log_odds: float
    conclusive_log_odds: float
    inconclusive_relations: tuple[str, ...]
    weights: Mapping[str, float]

    def as_json(self) -> dict[str, Any]:
        """Plain values, codes in their usual order."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Sample:
    """One checked picture with a truth. kind: its slice, or the sweep that its slice is a step of.

    values: each code's strength, positive towards official, else negative.
    """

    poster: str
    kind: str
    group: str
    official: bool
    relation: str
    said: float
    values: Mapping[str, float]


def present_weighing() -> Weighing:
    """What the product uses now."""
    relations = tuple(sorted(relation.value for relation in INCONCLUSIVE_RELATIONS))
    return Weighing(PRIOR, MOST_LOG_ODDS, CONCLUSIVE_LOG_ODDS, relations, dict(WEIGHTS))


def read_weighing(stored: Mapping[str, Any]) -> Weighing:
    """The inverse of as_json."""
    return Weighing(**{**stored, "inconclusive_relations": tuple(stored["inconclusive_relations"])})


def read_samples(records: Sequence[Mapping[str, Any]]) -> list[Sample]:
    """Every picture of a results file that was checked and has a truth."""
    return [
        Sample(
            record["poster"],
            record["slice"] if record["severity"] is None else record["group"],
            record["group"],
            record["truth"] == Truth.OFFICIAL,
            record["relation"],
            record["probability_official"],
            _values(record["findings"]),
        )
        for record in records
        if record["error"] is None and record["truth"] != Truth.UNKNOWN
    ]


def _values(findings: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    values: dict[str, float] = {}
    for finding in findings:
        strength, supports = finding["strength"], finding["supports"]
        if strength and supports in (VerdictLabel.LIKELY_OFFICIAL, VerdictLabel.LIKELY_FAN_MADE):
            sign = 1 if supports == VerdictLabel.LIKELY_OFFICIAL else -1
            values[finding["code"]] = values.get(finding["code"], 0.0) + sign * strength
    return values


def log_odds(sample: Sample, weighing: Weighing) -> float:
    """The bounded sum; raises KeyError for a code without a weight."""
    total = weighing.prior + sum(weighing.weights[code] * value for code, value in sample.values.items())
    return max(-weighing.most_log_odds, min(weighing.most_log_odds, total))


def chance(total: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-total))


def share_made_again(samples: Sequence[Sample], weighing: Weighing) -> float:
    """How many of the probabilities that were said come out again of the sum, 0..1."""
    right = 0
    for sample in samples:
        said = min(1 - 1e-6, max(1e-6, sample.said))
        before = math.log(said / (1 - said))
        again = log_odds(sample, weighing)
        far_out = min(abs(before), abs(again)) > _READABLE and before * again > 0
        right += far_out or abs(before - again) < _ROUNDING
    return right / len(samples) if samples else 0.0
