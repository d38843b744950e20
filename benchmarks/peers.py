"""Other tools over the same attacked pictures, beside the product's results.

    python -m benchmarks.robustness FOLDER --posters 20 --pictures PICTURES --output RESULTS.json
    python3 -m venv peers && peers/bin/pip install -r benchmarks/peers-requirements.txt
    peers/bin/python -m benchmarks.peers FOLDER RESULTS.json PICTURES

A tool that only finds copies has one natural way to answer: a match with an official reference means official; a match
with a known fake only, or none at all, means fan-made.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.harness.posters import read_pairs, read_posters, share_roles
from benchmarks.harness.results import task_of
from benchmarks.harness.values import Task, Truth

OURS = "postercheck"
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """One tool's answer to one picture. verdict: None where the truth is not known."""

    tool: str
    slice: str
    group: str
    right_reference: bool
    right_verdict: bool | None


@dataclass(frozen=True, slots=True)
class Known:
    """The library, as far as judging needs it. official: names; artworks: of every reference, see Twins."""

    official: frozenset[str]
    artworks: dict[str, str]


def answer_of(tool: str, task: Task, matches: Sequence[str], known: Known) -> Answer:
    """Judges one peer's matches as the product's are judged."""
    official = known.official
    if task.right:
        wanted = {known.artworks.get(name, name) for name in task.right}
        right_reference = bool(matches) and known.artworks[matches[0]] in wanted
    elif task.truth is Truth.UNKNOWN:
        right_reference = not matches
    else:
        right_reference = not any(name in official for name in matches)
    verdict = Truth.OFFICIAL if any(name in official for name in matches) else Truth.FAN_MADE
    right_verdict = None if task.truth is Truth.UNKNOWN else verdict is task.truth
    return Answer(tool, task.slice, task.group, right_reference, right_verdict)


def table(answers: Sequence[Answer], tools: Sequence[str], by: str) -> str:
    """Right reference / right verdict in per cent, one column a tool."""
    lines = ["| " + " | ".join((by, "n", *tools)) + " |", "|---|--:|" + "---:|" * len(tools)]
    for name in dict.fromkeys(getattr(answer, by) for answer in answers):
        cells = []
        count = 0
        for tool in tools:
            mine = [a for a in answers if a.tool == tool and getattr(a, by) == name]
            count = len(mine)
            told = [a.right_verdict for a in mine if a.right_verdict is not None]
            verdict = f"{100 * sum(told) / len(told):.0f}" if told else "-"
            cells.append(f"{100 * sum(a.right_reference for a in mine) / len(mine):.0f} / {verdict}")
        lines.append("| " + " | ".join((name, str(count), *cells)) + " |")
    return "\n".join(lines)


def ask_peers(tasks: Sequence[Task], files: Sequence[Path], library: dict[str, Path], known: Known) -> list[Answer]:
    """Every peer's answer to every picture; needs the environment of peers-requirements.txt."""
    from benchmarks.peer_tools import PEERS

    answers = []
    for kind in PEERS:
        peer = kind()
        start = time.perf_counter()
        peer.learn(library)
        learnt = time.perf_counter()
        for first in range(0, len(files), CHUNK):
            chunk = slice(first, first + CHUNK)
            for task, matches in zip(tasks[chunk], peer.find(files[chunk]), strict=True):
                answers.append(answer_of(peer.name, task, matches, known))
        each = 1000 * (time.perf_counter() - learnt) / len(files)
        print(f"{peer.name}: library {learnt - start:.0f} s, {each:.0f} ms a picture", file=sys.stderr)
    return answers


def main() -> None:
    """Reads what the product answered, asks the others, prints one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("results", type=Path, help="written by benchmarks.robustness --output")
    parser.add_argument("pictures", type=Path, help="written by benchmarks.robustness --pictures")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables here too")
    options = parser.parse_args()
    imported = share_roles(read_posters(options.folder), read_pairs(options.folder)).imported()
    results = json.loads(options.results.read_text(encoding="utf-8"))
    records = results["pictures"]
    known = Known(frozenset(p.name for p in imported if p.official), results["run"]["artworks"])
    files = [options.pictures / task_of(record).file_name for record in records]
    # In a composite, any of the posters it was made of is a right answer.
    tasks = [replace(task_of(r), right=(*r["right"], *r["sources"])) for r in records]
    answers = [Answer(OURS, r["slice"], r["group"], r["right_reference"], r["right_verdict"]) for r in records]
    answers += ask_peers(tasks, files, {p.name: options.folder / p.name for p in imported}, known)
    tools = tuple(dict.fromkeys(answer.tool for answer in answers))
    tables = "\n\n".join(table(answers, tools, by) for by in ("group", "slice"))
    text = f"Right reference % / right verdict %.\n\n{tables}"
    print(text)
    if options.markdown:
        options.markdown.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
