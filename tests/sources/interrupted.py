"""Kills a sync at random moments and lets it go on, until it is through; used by a test and by a benchmark."""

import random
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from app.library.library import Library
from app.library.query import ReferenceQuery
from tests.cli.running import PROGRAM, environment
from tests.sources.source_server import SourceServer

# What is told of a reference; when it was fetched and added differs between two runs that are otherwise alike.
Told = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Interruption:
    """How one sync was killed and went on. kept_at_kill: pictures in the library after each kill."""

    kills: int
    kept_at_kill: tuple[int, ...]
    summary: str


def sync_command(server: SourceServer, home: Path, rate: int = 1000, jobs: int = 1) -> list[str | Path]:
    options = ("--all", "--base", server.base, "--allow-private", "--contact", "tests@example.org")
    return [PROGRAM, "--home", home, "library", "sync", "tudum", *options, "--rate", str(rate), "--jobs", str(jobs)]


def sync_with_kills(command: list[str | Path], home: Path, waits: list[float], last_after: int = 0) -> Interruption:
    """Kill after each wait (seconds after the first picture was asked for), then let it end by itself.

    last_after: the last kill waits for so many references besides, so that one falls amid the work on any machine.
    """
    kept = []
    kills = 0
    for number, wait in enumerate(waits, start=1):
        process = subprocess.Popen(
            command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        _wait_for_work(process, home)
        time.sleep(wait)
        while number == len(waits) and process.poll() is None and count_references(home) < last_after:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            kills += 1
        kept.append(count_references(home))
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    return Interruption(kills, tuple(kept), done.stdout)


def random_waits(seed: int, count: int, longest: float) -> list[float]:
    chance = random.Random(seed)
    return [chance.uniform(0, longest) for _ in range(count)]


def count_references(home: Path) -> int:
    with Library.open(home) as library:
        return library.references().total


def told_of(home: Path) -> list[Told]:
    """All references with all their provenances, in order, without moments."""
    told: list[Told] = []
    with Library.open(home, create=False) as library:
        for reference in library.references(ReferenceQuery(limit=1000)).items:
            places = tuple(
                (one.tier, one.provenance.source, one.provenance.page_url, one.provenance.image_url, one.gone_at)
                for one in library.provenances(reference.id)
            )
            features = library.fingerprint(reference.id).local_features.descriptors.tobytes()
            named = (reference.id, reference.key, reference.title, reference.kind, reference.tier, reference.state)
            made = (reference.group, reference.provenance.path, places, features, library.original(reference.id))
            told.append((*named, *made))
    return told


def _wait_for_work(process: "subprocess.Popen[bytes]", home: Path) -> None:
    """Until the process holds its lock on the home, so that no kill falls into the start of Python alone."""
    start = time.time()
    cache = home / "sources/work.sqlite3-wal"
    while process.poll() is None and time.time() - start < 60:
        if cache.exists() and cache.stat().st_mtime >= start - 1:
            return
        time.sleep(0.01)
