"""The results file: how it was run, the tables, and one record a picture."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.harness.summary import Summary
from benchmarks.harness.values import Outcome, Task, Truth


def describe_machine() -> dict[str, str | int | None]:
    """What a reader needs to judge the times."""
    return {
        "system": platform.system(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
    }


def write_results(path: Path, run: dict[str, object], summary: Summary, outcomes: Sequence[Outcome]) -> None:
    """JSON; every picture is one line, so that it can be read with line tools too."""
    head = json.dumps({"run": run, "summary": asdict(summary)}, indent=1)
    records = ",\n".join(json.dumps(_record(outcome)) for outcome in outcomes)
    path.write_text(f'{head[:-2]},\n "pictures": [\n{records}\n]}}\n', encoding="utf-8")


def task_of(record: dict[str, Any]) -> Task:
    """The task a record of a results file came from."""
    return Task(
        slice=record["slice"],
        group=record["group"],
        poster=record["poster"],
        attack=record["attack"],
        truth=Truth(record["truth"]),
        severity=record["severity"],
        right=tuple(record["right"]),
        round=record["round"],
        related=tuple(record.get("related", ())),
    )


def _record(outcome: Outcome) -> dict[str, object]:
    record = asdict(outcome)
    task = record.pop("task")
    return {**task, **record, "right_verdict": outcome.right_verdict, "surely_wrong": outcome.surely_wrong}


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if facts.is_file():
        for line in facts.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()
