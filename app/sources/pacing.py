"""How fast a host is asked, and when it is left alone: a token bucket a host, and a rest for hosts that cannot."""

import email.utils
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

# A host that was too busy, or not to be reached, for so many addresses one after the other is left alone for the rest
# of the run: one broken address is no reason to stop, five in a row are no accident.
REST_AFTER = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """requests a second, from one host; burst: how many at once after a pause. first_wait, longest_wait: seconds of
    the first pause after trouble, which then doubles, and of the longest one that is sat out."""

    requests_per_second: float = 4.0
    burst: int = 4
    first_wait: float = 0.5
    longest_wait: float = 60.0


@dataclass(slots=True)
class _Host:
    tokens: float
    filled_at: float
    rate: float
    quiet_until: float = 0.0
    troubles: int = 0


@dataclass(slots=True)
class Pacer:
    """Waits in the thread that asks."""

    pace: Pace
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: random.Random = field(default_factory=random.Random)
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def wait_for_turn(self, host: str) -> None:
        """Take a token of this host's bucket, and wait for one if it is empty."""
        state = self._state(host)
        now = self.clock()
        ready = max(now, state.quiet_until)
        state.tokens = min(float(self.pace.burst), state.tokens + (ready - state.filled_at) * state.rate)
        state.filled_at = ready
        if state.tokens < 1:
            ready += (1 - state.tokens) / state.rate
            state.tokens, state.filled_at = 1.0, ready
        state.tokens -= 1
        if ready > now:
            self.sleep(ready - now)

    def slow_down(self, host: str, seconds_between: float) -> None:
        """Keep at least so many seconds between two requests (robots.txt's crawl-delay)."""
        state = self._state(host)
        state.rate = min(state.rate, 1 / seconds_between)
        state.tokens = min(state.tokens, 1.0)

    def back_off(self, host: str, attempt: int, asked: float | None) -> bool:
        """Keep quiet for as long as the host asked, or longer after each attempt (0, 1, ...), with jitter.

        False: it asked for longer than anybody sits out.
        """
        if asked is not None and asked > self.pace.longest_wait:
            return False
        grown = min(self.pace.longest_wait, self.pace.first_wait * 2**attempt)
        # Full jitter over the upper half: clients that were turned away together do not come back together.
        seconds = asked + self.chance.uniform(0, self.pace.first_wait) if asked is not None else grown
        if asked is None:
            seconds = grown * self.chance.uniform(0.5, 1.0)
        state = self._state(host)
        state.quiet_until = max(state.quiet_until, self.clock() + seconds)
        return True

    def count_trouble(self, host: str) -> None:
        """The host did not answer an address, tries and all."""
        self._state(host).troubles += 1

    def count_success(self, host: str) -> None:
        """It answered, whatever it said."""
        self._state(host).troubles = 0

    def is_resting(self, host: str) -> bool:
        """Whether it is not to be asked again in this run."""
        return self._state(host).troubles >= REST_AFTER

    def _state(self, host: str) -> _Host:
        if host not in self._hosts:
            self._hosts[host] = _Host(float(self.pace.burst), self.clock(), self.pace.requests_per_second)
        return self._hosts[host]


def read_retry_after(value: str | None) -> float | None:
    """Seconds to wait by a Retry-After header, which holds seconds or a date (RFC 9110, 10.2.3); None: not said."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value.strip()[:9])
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
