"""Runs the real program in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

Done = subprocess.CompletedProcess[str]
PROGRAM = Path(sys.executable).parent / "postercheck"


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without settings of its own, as a user's shell would have it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("POSTERCHECK_")}
    return kept | {"PYTHONWARNINGS": "error", "COLUMNS": "100"} | changes


def postercheck(
    *words: str | Path, stdin: bytes = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run `postercheck` with these words; output as text."""
    done = subprocess.run(
        [PROGRAM, *words], input=stdin, capture_output=True, cwd=cwd, env=environment(**env), timeout=180, check=False
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
