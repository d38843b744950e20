"""Worker processes: order, few items in flight, and what happens when they die."""

import os

import pytest

from app.errors import LibraryError
from app.library.workers import IN_FLIGHT, MAX_CRASHES, WorkerCrashed, run_in_order


def die_on_sevens(number: int) -> int:
    if number % 10 == 7:
        os._exit(3)
    return number * 2


def refuse_fives(number: int) -> int:
    if number == 5:
        raise LibraryError("five")
    return number


def tell_process(_: int) -> int:
    return os.getpid()


def test_results_come_in_order_and_crashes_are_single() -> None:
    results = list(run_in_order(die_on_sevens, range(30), 2))
    assert [number for number, _ in results] == list(range(30))
    for number, result in results:
        assert result == (WorkerCrashed() if number % 10 == 7 else number * 2)


def test_items_are_drawn_as_needed() -> None:
    drawn = []
    results = run_in_order(tell_process, (drawn.append(number) or number for number in range(50)), 2)
    for done, _ in enumerate(results):
        assert len(drawn) - done <= 2 * IN_FLIGHT
    assert len(drawn) == 50


@pytest.mark.parametrize(("jobs", "count"), [(1, 20), (2, 3)])
def test_little_work_is_done_here(jobs: int, count: int) -> None:
    assert {process for _, process in run_in_order(tell_process, range(count), jobs)} == {os.getpid()}


def test_more_work_is_done_elsewhere() -> None:
    assert os.getpid() not in {process for _, process in run_in_order(tell_process, range(8), 2)}


def test_an_error_of_the_function_arrives() -> None:
    with pytest.raises(LibraryError, match="five"):
        list(run_in_order(refuse_fives, range(10), 2))


def die(_: int) -> None:
    os._exit(3)


def test_dying_workers_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.library.workers.MAX_CRASHES", 3)
    assert MAX_CRASHES > 3
    seen = []
    with pytest.raises(LibraryError, match="3 worker processes died"):
        seen.extend(run_in_order(die, range(100), 2))
