"""How fast a host is asked, told by a clock that only moves when somebody sleeps."""

import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from app.sources.pacing import REST_AFTER, Pace, Pacer, read_retry_after


class Clock:
    """Time passes only in sleep."""

    def __init__(self) -> None:
        self.now = 100.0

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def make_pacer(**pace: float) -> tuple[Pacer, Clock]:
    clock = Clock()
    values = {"requests_per_second": 2.0, "burst": 3} | pace
    return Pacer(Pace(**values), clock.read, clock.sleep, random.Random(1)), clock  # type: ignore[arg-type]


def test_a_burst_goes_at_once_and_then_the_pace_holds() -> None:
    pacer, clock = make_pacer()
    moments = []
    for _ in range(7):
        pacer.wait_for_turn("a")
        moments.append(round(clock.now - 100, 3))
    assert moments == [0, 0, 0, 0.5, 1.0, 1.5, 2.0]


def test_a_pause_fills_the_bucket_up_to_the_burst() -> None:
    pacer, clock = make_pacer()
    for _ in range(3):
        pacer.wait_for_turn("a")
    clock.now += 60
    start = clock.now
    for _ in range(4):
        pacer.wait_for_turn("a")
    assert clock.now - start == pytest.approx(0.5)


def test_hosts_have_buckets_of_their_own() -> None:
    pacer, clock = make_pacer(burst=1)
    pacer.wait_for_turn("a")
    pacer.wait_for_turn("b")
    assert clock.now == 100


def test_a_crawl_delay_slows_a_host_down_and_no_other() -> None:
    pacer, clock = make_pacer()
    pacer.slow_down("a", 5)
    pacer.wait_for_turn("a")
    pacer.wait_for_turn("a")
    assert clock.now - 100 == pytest.approx(5)
    pacer.wait_for_turn("b")
    assert clock.now - 100 == pytest.approx(5)


def test_pauses_grow_within_their_jitter_and_have_an_end() -> None:
    pacer, clock = make_pacer(first_wait=1.0, longest_wait=8.0)
    for attempt, longest in enumerate((1, 2, 4, 8, 8)):
        clock.now += 1000
        before = clock.now
        assert pacer.back_off("a", attempt, None)
        pacer.wait_for_turn("a")
        assert longest / 2 <= clock.now - before <= longest


def test_what_the_host_asks_for_is_waited_out_unless_it_is_too_long() -> None:
    pacer, clock = make_pacer(first_wait=1.0, longest_wait=8.0)
    assert pacer.back_off("a", 0, 5.0)
    pacer.wait_for_turn("a")
    assert 105 <= clock.now <= 106
    assert not pacer.back_off("a", 0, 3600.0)


def test_a_host_rests_after_trouble_in_a_row_and_an_answer_ends_the_row() -> None:
    pacer, _ = make_pacer()
    for _ in range(REST_AFTER - 1):
        pacer.count_trouble("a")
    pacer.count_success("a")
    pacer.count_trouble("a")
    assert not pacer.is_resting("a")
    for _ in range(REST_AFTER - 1):
        pacer.count_trouble("a")
    assert pacer.is_resting("a")
    assert not pacer.is_resting("b")


@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7.0), (" 0 ", 0.0), ("", None), (None, None), ("soon", None), ("-1", None)]
)
def test_retry_after_in_seconds(value: str | None, seconds: float | None) -> None:
    assert read_retry_after(value) == seconds


def test_retry_after_as_a_date() -> None:
    soon = datetime.now(UTC) + timedelta(seconds=30)
    assert read_retry_after(format_datetime(soon, usegmt=True)) == pytest.approx(30, abs=2)
    assert read_retry_after(format_datetime(soon - timedelta(days=1), usegmt=True)) == 0
