"""Starts a batch, watches its file grow, and looks at its worker processes."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.cli.running import PROGRAM, environment


def start(*words: str | Path, cwd: Path) -> subprocess.Popen[bytes]:
    """Start `postercheck` in a process group of its own, as a terminal does."""
    return subprocess.Popen(
        [PROGRAM, *words],
        cwd=cwd,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=_heed_the_keys,
    )


def _heed_the_keys() -> None:
    """A shell starts what it runs in the background deaf to Ctrl+C; that must not be passed on to the program."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_until(true: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Wait, and fail when it takes too long."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


def count_lines(path: Path) -> int:
    """Whole lines in a file that may not be there yet."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


def workers_of(parent: int) -> list[int]:
    """The worker processes of a batch, by Linux's own list of children."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in _command(child)]


def is_running(process: int) -> bool:
    """Whether a process lives, zombies not counted."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _command(process: str) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
