"""Where the time of one check goes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

STAGES = ("load", "fingerprint", "search", "compare", "text")


class Stopwatch:
    """Milliseconds by stage; a stage that runs twice adds up."""

    def __init__(self) -> None:
        self._timings = dict.fromkeys(STAGES, 0.0)
        self._start = time.perf_counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time the block."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self._timings[name] += (time.perf_counter() - start) * 1000

    def read(self) -> dict[str, float]:
        """All stages and the total until now, rounded to a tenth."""
        whole = (time.perf_counter() - self._start) * 1000
        return {name: round(value, 1) for name, value in {**self._timings, "total": whole}.items()}
