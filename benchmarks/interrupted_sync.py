"""Kills a sync of many pictures at random moments, lets it go on, and holds the library against one undisturbed run.

    python -m benchmarks.interrupted_sync [--pictures 500] [--kills 20] [--seed 2026] [--jobs 2]

A local server stands for the source; the pictures are drawn. Ends with code 1 when anything differs.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.library.library import Library
from tests.cli.running import environment
from tests.sources.interrupted import random_waits, sync_command, sync_with_kills, told_of
from tests.sources.source_server import build_tudum, running_source

EACH = 10


def main() -> int:
    """1. A source. 2. A sync with kills. 3. One without. 4. What differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--longest", type=float, default=4.0, help="seconds of work before a kill, at most")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, running_source() as server:
        # 1.
        paths = build_tudum(server, pages=given.pictures // EACH, each=EACH)
        broken, whole = Path(folder) / "broken", Path(folder) / "whole"
        # 2.
        start = time.monotonic()
        waits = random_waits(given.seed, given.kills, given.longest)
        result = sync_with_kills(sync_command(server, broken, jobs=given.jobs), broken, waits)
        took = time.monotonic() - start
        fetched = sum(server.full[path] for path in paths)
        twice = sum(server.full[path] > 1 for path in paths)
        # 3.
        start = time.monotonic()
        done = subprocess.run(
            sync_command(server, whole, jobs=given.jobs), env=environment(), capture_output=True, text=True, check=False
        )
        undisturbed = time.monotonic() - start
        # 4.
        same = told_of(broken) == told_of(whole)
        with Library.open(broken) as library:
            left = [problem.code for problem in library.verify(fix=True)]
            whole_again = library.verify() == []
    print(f"{given.pictures} pictures, {result.kills} kills of {given.kills} tried, seed {given.seed}")
    print(f"in the library after each kill: {', '.join(map(str, result.kept_at_kill))}")
    print(f"bodies fetched: {fetched}; pictures that were on their way at a kill and came twice: {twice}")
    told = ", ".join(left) or "nothing"
    print(f"what verify finds: {told}; sound after verify --fix: {whole_again}")
    print(f"time: {took:.0f} s with kills, {undisturbed:.0f} s without")
    print(f"the same library as one run: {same}")
    print(result.summary, end="")
    return 0 if same and not left and done.returncode == 0 and fetched - given.pictures <= result.kills else 1


if __name__ == "__main__":
    sys.exit(main())
