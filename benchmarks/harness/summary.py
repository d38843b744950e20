"""Outcomes to the numbers of the tables."""

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.harness.calibration import Calibration, calibrate
from benchmarks.harness.values import Outcome

UNMADE = ("library", "variants")
"""Groups whose slices differ in what a right relation is."""


@dataclass(frozen=True, slots=True)
class Row:
    """One slice or group. Shares are 0..1, None where the question has no meaning; times in ms."""

    name: str
    group: str
    severity: float | None
    count: int
    right_reference: float | None
    right_verdict: float | None
    conclusive: float | None
    surely_wrong: float | None
    region_found: float | None
    union_iou: float | None
    any_region: float | None
    median_ms: float | None
    slow_ms: float | None
    times_baseline: float | None
    refused: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything the tables show."""

    slices: tuple[Row, ...]
    groups: tuple[Row, ...]
    everything: Row
    calibration: Calibration | None
    relations: dict[str, dict[str, int]]


def summarise(outcomes: Sequence[Outcome]) -> Summary:
    """Slices and groups in the order in which they were measured."""
    slices = {o.task.slice: o.task.group for o in outcomes}
    groups = dict.fromkeys(slices.values())
    told_apart = [g for g in groups if g not in UNMADE] + [name for name, g in slices.items() if g in UNMADE]
    return Summary(
        slices=tuple(make_row(name, [o for o in outcomes if o.task.slice == name]) for name in slices),
        groups=tuple(make_row(group, [o for o in outcomes if o.task.group == group]) for group in groups),
        everything=make_row("all", outcomes),
        calibration=calibrate(outcomes),
        relations={
            name: dict(Counter(o.relation or "refused" for o in outcomes if name in (o.task.slice, o.task.group)))
            for name in told_apart
        },
    )


def make_row(name: str, outcomes: Sequence[Outcome]) -> Row:
    """The numbers of some outcomes; raises StatisticsError for none."""
    checked = [o for o in outcomes if o.error is None]
    return Row(
        name=name,
        group=outcomes[0].task.group,
        severity=outcomes[0].task.severity if name == outcomes[0].task.slice else None,
        count=len(outcomes),
        right_reference=_share(o.right_reference for o in outcomes),
        right_verdict=_share(o.right_verdict for o in outcomes if o.right_verdict is not None),
        conclusive=_share(o.conclusive for o in outcomes),
        surely_wrong=_share(o.surely_wrong for o in outcomes),
        region_found=_share(o.region_found for o in outcomes if o.region_found is not None),
        union_iou=_share(o.union_iou for o in outcomes if o.union_iou is not None),
        any_region=_share(bool(o.regions) for o in checked),
        median_ms=statistics.median(o.check_ms for o in checked) if checked else None,
        slow_ms=_percentile([o.check_ms for o in checked], 0.95),
        times_baseline=statistics.median(o.check_ms / o.baseline_ms for o in checked) if checked else None,
        refused=len(outcomes) - len(checked),
    )


def _share(values: Iterable[float]) -> float | None:
    collected = list(values)
    return statistics.fmean(collected) if collected else None


def _percentile(values: Sequence[float], share: float) -> float | None:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None
