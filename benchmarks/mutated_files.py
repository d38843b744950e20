"""How the reading of origins bears damaged files: python -m benchmarks.mutated_files FOLDER.

Damages the folder's pictures in every usual way, reads each one's origin, and counts errors, slow files and attempts to
open a connection. Python's own sockets are forbidden meanwhile; for native code run it under `strace -f -e network`.
"""

import argparse
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.origin.read_origin import read_origin

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF", ".avif": "AVIF"}
# What one file may take before it counts as hanging; the reading of credentials gives up by itself after 10 s.
MOST_SECONDS = 15.0

Mutation = Callable[[bytearray, random.Random], None]


@dataclass
class Outcome:
    """files: read. errors: by the exception's name. seconds: of each file. codes: findings. connections: attempted."""

    files: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    connections: int = 0

    @property
    def hung(self) -> int:
        """Files that took longer than MOST_SECONDS."""
        return sum(seconds > MOST_SECONDS for seconds in self.seconds)


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _flip_head(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(min(len(data), 4096))] = chance.randrange(256)


def _truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def _cut_out(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 5000)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randint(1, 20_000)]
    data[start:start] = piece * chance.randint(1, 20)


def _huge_length(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(max(1, min(len(data), 60_000) - 4))
    data[start : start + 4] = chance.choice([b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", bytes(4), b"\x80\x00\x00\x00"])


def _noise(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    size = min(len(data) - start, chance.randint(1, 400))
    data[start : start + size] = chance.randbytes(size)


def _swap(data: bytearray, chance: random.Random) -> None:
    first, second = sorted(chance.randrange(len(data)) for _ in range(2))
    size = min(second - first, len(data) - second, 3000)
    data[first : first + size], data[second : second + size] = data[second : second + size], data[first : first + size]


MUTATIONS: tuple[Mutation, ...] = (
    _flip,
    _flip_head,
    _truncate,
    _cut_out,
    _repeat,
    _huge_length,
    _noise,
    _swap,
)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A damaged copy: one to three of the usual ways, one after the other."""
    damaged = bytearray(data)
    for mutation in chance.sample(MUTATIONS, chance.randint(1, 3)):
        if len(damaged) > 8:
            mutation(damaged, chance)
    return bytes(damaged)


@contextmanager
def no_sockets(outcome: Outcome) -> Iterator[None]:
    """Inside, every connection that Python would make is counted and refused."""
    watching = threading.Event()
    watching.set()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching.is_set() and event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
            outcome.connections += 1
            raise PermissionError(f"No connection may be opened here ({event}).")

    # An audit hook stays for the life of the process; afterwards this one only looks away.
    sys.addaudithook(watch)
    try:
        yield
    finally:
        watching.clear()


def read_mutated(pictures: Sequence[tuple[bytes, str]], count: int, seed: int) -> Outcome:
    """Read `count` damaged copies of the pictures (bytes, format), taken in turn."""
    chance, outcome = random.Random(seed), Outcome()
    with no_sockets(outcome):
        for number in range(count):
            data, file_format = pictures[number % len(pictures)]
            damaged = mutate(data, chance)
            started = time.perf_counter()
            try:
                origin = read_origin(damaged, file_format=file_format)
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is counted
                outcome.errors[type(error).__name__] += 1
            else:
                outcome.codes.update(finding.code for finding in origin.findings)
            outcome.seconds.append(time.perf_counter() - started)
            outcome.files += 1
    return outcome


def main() -> None:
    """Reads the folder's pictures, damages and reads them, prints the figures; exit code 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutated_files", description=__doc__)
    parser.add_argument("folder", type=Path, help="pictures to damage")
    parser.add_argument("--count", type=int, default=2000, help="damaged files (2000)")
    parser.add_argument("--seed", type=int, default=2026, help="another seed damages otherwise (2026)")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.iterdir() if path.suffix.lower() in FORMATS)
    if not paths:
        sys.exit(f"No pictures in {options.folder}.")
    pictures = [(path.read_bytes(), FORMATS[path.suffix.lower()]) for path in paths]
    outcome = read_mutated(pictures, options.count, options.seed)
    ordered = sorted(outcome.seconds)
    print(f"{outcome.files} damaged files from {len(pictures)} pictures, seed {options.seed}")
    print(f"errors: {sum(outcome.errors.values())} {dict(outcome.errors) or ''}")
    print(f"hung (over {MOST_SECONDS:.0f} s): {outcome.hung}; connections attempted: {outcome.connections}")
    median, late, most = (1000 * ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99, 1.0))
    print(f"ms a file: median {median:.1f}, 99th {late:.1f}, most {most:.1f}")
    print("findings: " + ", ".join(f"{code} {number}" for code, number in outcome.codes.most_common()))
    if outcome.errors or outcome.hung or outcome.connections:
        sys.exit(1)


if __name__ == "__main__":
    main()
