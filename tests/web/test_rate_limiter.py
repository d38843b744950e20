"""The token bucket, by a clock of its own."""

import pytest

from app.web import limits
from app.web.limits import RateLimiter
from app.web.problems import Problem


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_minute_gives_so_many_and_time_gives_them_back() -> None:
    clock = Clock()
    limiter = RateLimiter(3, clock)
    for _ in range(3):
        limiter.take("a")
    with pytest.raises(Problem) as refused:
        limiter.take("a")
    assert (refused.value.status, refused.value.headers["Retry-After"]) == (429, "20")
    limiter.take("b")
    clock.now += 20
    limiter.take("a")
    with pytest.raises(Problem):
        limiter.take("a")


def test_a_charge_may_overdraw_and_has_to_be_waited_for() -> None:
    clock = Clock()
    limiter = RateLimiter(60, clock)
    limiter.take("a")
    limiter.charge("a", 99)
    clock.now += 40
    with pytest.raises(Problem):
        limiter.take("a")
    clock.now += 1
    limiter.take("a")


def test_no_limit() -> None:
    limiter = RateLimiter(0)
    for _ in range(1000):
        limiter.take("a")
    limiter.charge("a", 10**6)
    limiter.take("a")


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ADDRESSES", 10)
    limiter = RateLimiter(1, Clock())
    for number in range(11):
        limiter.take(str(number))
    limiter.take("0")
    with pytest.raises(Problem):
        limiter.take("10")
