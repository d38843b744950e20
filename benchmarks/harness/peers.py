"""Other tools beside the product: the same pictures, the same library, judged by the same rules, in the same run.

A tool that only finds copies has one natural way to answer "is it official?": it says so when the picture matches an
official reference, and says "not official" when it matches a known fake or nothing. Where two readings are possible,
the tool gets the kinder one.
"""

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.harness.values import Outcome, Task, Truth

OURS = "postercheck"
BEST = 5
"""A peer is right when one of so many best matches is: as many as a report of the product shows. The product's first
match has to be the right one. Without a bound, a tool that matches everything would always be right."""
ROOT = Path(__file__).resolve().parents[2]
"""The folder in which `python -m benchmarks.peers` finds itself."""
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class PeerJob:
    """python: interpreter of the peers' environment. references: files by name. store: a folder for what peers keep."""

    python: Path
    references: dict[str, Path]
    official: frozenset[str]
    artworks: dict[str, str]
    store: Path


@dataclass(frozen=True, slots=True)
class PeerTool:
    """One tool and how it was asked. missing: why it could not be; None when it was."""

    name: str
    setting: str
    version: str = ""
    learn_seconds: float = 0.0
    picture_ms: float = 0.0
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One tool's answer to one picture. right_verdict: None where the truth is not known.

    right_reference: the poster was recognised; for pictures that nothing in the library accounts for: none was named,
    but the one that a picture was composed anew from.
    """

    tool: str
    slice: str
    group: str
    right_reference: bool
    right_verdict: bool | None

    @property
    def right_both(self) -> bool:
        """The answer that somebody who asks needs: the right poster, and the right word about it."""
        return self.right_reference and self.right_verdict is not False


@dataclass(frozen=True, slots=True)
class PeerRun:
    """The product's answers and everybody else's to the same pictures."""

    tools: tuple[PeerTool, ...]
    answers: tuple[Answer, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """The product first, then every tool that could be asked."""
        return (OURS, *(tool.name for tool in self.tools if tool.missing is None))


def sample(tasks: Iterable[Task], count: int) -> frozenset[str]:
    """File names of the first tasks of each slice; the order within a slice is already drawn at random."""
    taken: dict[str, int] = {}
    chosen = set()
    for task in tasks:
        taken[task.slice] = taken.get(task.slice, 0) + 1
        if taken[task.slice] <= count:
            chosen.add(task.file_name)
    return frozenset(chosen)


def compare_with_peers(outcomes: Sequence[Outcome], pictures: Path, job: PeerJob, work: Path) -> PeerRun:
    """Asks every tool about the kept pictures of these outcomes. work: a folder for the job and the answers.

    Raises CalledProcessError when the peers' process fails.
    """
    asked = [outcome for outcome in outcomes if (pictures / outcome.task.file_name).is_file()]
    job_file, answers_file = work / "job.json", work / "answers.json"
    files = [str(pictures / outcome.task.file_name) for outcome in asked]
    references = {name: str(path) for name, path in job.references.items()}
    job_file.write_text(
        json.dumps({"references": references, "pictures": files, "store": str(job.store)}), encoding="utf-8"
    )
    subprocess.run(
        [job.python, "-m", "benchmarks.peers", job_file, answers_file],
        cwd=ROOT,
        env={**os.environ, **dict.fromkeys(ONE_THREAD, "1")},
        check=True,
    )
    answers = [Answer(OURS, o.task.slice, o.task.group, o.right_reference, o.right_verdict) for o in asked]
    tools = []
    for told in json.loads(answers_file.read_text(encoding="utf-8")):
        matches = told.pop("matches", [])
        told.pop("package")
        tools.append(PeerTool(**told))
        answers += [answer_of(told["name"], o, found, job) for o, found in zip(asked, matches, strict=False)]
    return PeerRun(tuple(tools), tuple(answers))


def answer_of(tool: str, outcome: Outcome, matches: Sequence[str], job: PeerJob) -> Answer:
    """Judges one tool's matches (best first) as the product's are judged, or more kindly."""
    task = outcome.task
    best_is_official = bool(matches) and matches[0] in job.official
    if task.right:
        # In a composite, any of the posters it was made of is a right answer.
        wanted = {job.artworks.get(name, name) for name in (*task.right, *outcome.sources)}
        right_reference = any(job.artworks.get(name, name) in wanted for name in matches[:BEST])
    elif task.truth is Truth.UNKNOWN:
        related = {job.artworks.get(name, name) for name in task.related}
        right_reference = not matches or job.artworks.get(matches[0], matches[0]) in related
    else:
        right_reference = not best_is_official
    match task.truth:
        case Truth.OFFICIAL:
            right_verdict: bool | None = any(name in job.official for name in matches[:BEST])
        case Truth.FAN_MADE:
            right_verdict = not best_is_official
        case _:
            right_verdict = None
    return Answer(tool, task.slice, task.group, right_reference, right_verdict)
