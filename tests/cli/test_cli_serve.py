"""`postercheck serve` as a process: it says where it is, answers, and ends when told to."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.dockerfile import image_instructions
from tests.cli.processes import start, wait_until
from tests.cli.running import environment, postercheck


@contextmanager
def _serving(home: Path, *words: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server on a free port, and its address; ended hard if the test did not end it."""
    process = start("serve", "--home", home, "--port", "0", *words, cwd=home)
    try:
        assert process.stderr is not None
        line = process.stderr.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line + process.stderr.read().decode()
        yield process, found[0]
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _fetch(address: str) -> str:
    """What is there; nothing while nobody answers, or the one who does is not ready yet."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _answers(address: str) -> bool:
    return bool(_fetch(address + "healthz"))


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_serves_the_library_and_ends_when_told_to(filled_home: Path, workers: str) -> None:
    with _serving(filled_home, "--workers", workers) as (process, address):
        wait_until(lambda: _answers(address), "the first answer")
        wait_until(lambda: "Glass River" in _fetch(address + "api/v1/references").title(), "the library's posters")
        process.send_signal(signal.SIGTERM)
        output, messages = process.communicate(timeout=40)
    assert process.returncode in (0, -signal.SIGTERM), messages.decode()
    assert output == b"", "the log belongs on standard error"
    assert b"/healthz" in messages
    assert b"Traceback" not in messages


def test_the_images_health_check_sees_a_living_and_a_missing_server(filled_home: Path) -> None:
    check = next(rest for name, rest in image_instructions() if name == "HEALTHCHECK")
    words = json.loads(check[check.index("[") :])
    assert words[0] == "python"
    with _serving(filled_home) as (_process, address):
        wait_until(lambda: _answers(address), "the first answer")
        env = environment(POSTERCHECK_PORT=address.rstrip("/").rpartition(":")[2])
        assert subprocess.run([sys.executable, *words[1:]], env=env, check=False).returncode == 0
    assert subprocess.run([sys.executable, *words[1:]], env=env, capture_output=True, check=False).returncode != 0


def test_a_taken_port_is_said_in_words(filled_home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = postercheck("serve", "--home", filled_home, "--port", str(port))
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
