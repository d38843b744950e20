"""Outcomes of checks that never ran, for the benchmark's sums."""

from benchmarks.harness.values import Finding, Outcome, Task, Truth
from benchmarks.harness.weighing import present_weighing


def make_outcome(truth=Truth.OFFICIAL, probability=0.9, **changes) -> Outcome:
    """One checked picture. Of the changes, slice, group, poster, right and attack belong to the task."""
    named = {"slice": "jpeg", "group": "benign", "poster": "a.jpg", "attack": "jpeg", "right": ("a.jpg",)}
    task = Task(truth=truth, **{name: changes.pop(name, usual) for name, usual in named.items()})
    verdict = "likely_official" if probability > 0.5 else "likely_fan_made"
    values = {"relation": "same_artwork", "right_reference": True, "check_ms": 50.0, "baseline_ms": 25.0, **changes}
    return Outcome(task, "", (300, 440), verdict=verdict, probability_official=probability, **values)


def make_finding(code, strength, supports="likely_official") -> Finding:
    """As the report gives it."""
    return Finding(code, supports, round(present_weighing().weights[code] * strength, 2), strength)
