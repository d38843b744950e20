"""The other tools' side of a robustness run: python -m benchmarks.peers JOB.json ANSWERS.json.

Started by benchmarks.robustness --peers PYTHON, with the interpreter of an environment that has peers-requirements.txt:

    python3 -m venv peers && peers/bin/pip install -r benchmarks/peers-requirements.txt
    python -m benchmarks.robustness FOLDER --peers peers/bin/python

The job names the library's files and the very pictures that the product was just given; the answers are matches, judged
by whoever asked.
"""

import json
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.peer_tools import PEERS, Peer

CHUNK = 200


def ask(kind: type[Peer], references: dict[str, Path], pictures: Sequence[Path], store: Path | None) -> dict[str, Any]:
    """One tool's matches for every picture and how long it took, or why it could not be asked."""
    about = {"name": kind.name, "package": kind.package, "setting": kind.setting}
    try:
        peer = kind()
    except ImportError as error:
        print(f"{kind.name}: not installed ({error})", file=sys.stderr)
        return {**about, "missing": str(error)}
    start = time.perf_counter()
    peer.learn(references, store)
    learnt = time.perf_counter()
    print(f"{kind.name}: {len(references)} references read", file=sys.stderr)
    matches: list[list[str]] = []
    for first in range(0, len(pictures), CHUNK):
        matches += peer.find(pictures[first : first + CHUNK])
        print(f"{kind.name}: {len(matches)} of {len(pictures)}", file=sys.stderr)
    picture_ms = 1000 * (time.perf_counter() - learnt) / max(1, len(pictures))
    timed = {"learn_seconds": round(learnt - start, 1), "picture_ms": round(picture_ms, 1)}
    return {**about, "version": version(kind.package), **timed, "matches": matches}


def main(job_path: str, answers_path: str) -> None:
    """Reads the job, asks every tool, writes the answers."""
    job = json.loads(Path(job_path).read_text(encoding="utf-8"))
    references = {name: Path(path) for name, path in job["references"].items()}
    pictures = [Path(path) for path in job["pictures"]]
    store = Path(job["store"]) if job["store"] else None
    answers = [ask(kind, references, pictures, store) for kind in PEERS]
    Path(answers_path).write_text(json.dumps(answers), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
