"""How many checks one address may ask for: a token bucket for each, in this process (several workers count apart)."""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from app.web.problems import Problem

MAX_ADDRESSES = 10_000


class RateLimiter:
    """Token buckets by address. A bucket holds a minute's worth; the least recently seen of too many are forgotten."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic, *, what: str = "checks") -> None:
        """per_minute: tokens that flow in each minute, and the size of a bucket; 0 is no limit. what: is counted."""
        self._what = what
        self._per_minute = per_minute
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> None:
        """Pay for one. Raises: Problem 429 with Retry-After in whole seconds."""
        if not self._per_minute:
            return
        with self._lock:
            tokens = self._fill(address)
            if tokens >= 1:
                self._store(address, tokens - 1)
        self._refuse(tokens)

    def refuse_if_empty(self, address: str) -> None:
        """Pay nothing yet: for what costs only when it fails. Raises: Problem 429, as `take` does."""
        if not self._per_minute:
            return
        with self._lock:
            tokens = self._fill(address)
        self._refuse(tokens)

    def _refuse(self, tokens: float) -> None:
        if tokens >= 1:
            return
        wait = max(1, math.ceil((1 - tokens) * 60 / self._per_minute))
        raise Problem(
            429,
            "too_many_requests",
            f"At most {self._per_minute} {self._what} a minute are accepted from one address; wait {wait} seconds.",
            headers={"Retry-After": str(wait)},
        )

    def charge(self, address: str, count: int) -> None:
        """Pay for `count` more checks that were already accepted; the bucket may go below empty."""
        if not self._per_minute or count <= 0:
            return
        with self._lock:
            self._store(address, self._fill(address) - count)

    def _fill(self, address: str) -> float:
        now = self._clock()
        tokens, seen = self._buckets.get(address, (float(self._per_minute), now))
        return min(float(self._per_minute), tokens + (now - seen) * self._per_minute / 60)

    def _store(self, address: str, tokens: float) -> None:
        self._buckets[address] = (tokens, self._clock())
        self._buckets.move_to_end(address)
        while len(self._buckets) > MAX_ADDRESSES:
            self._buckets.popitem(last=False)
