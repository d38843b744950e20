"""Worker processes keep order, take few items ahead, and are outlived by the work when they are really killed."""

import os
from collections.abc import Iterator

import pytest

from app.errors import LibraryError, WorkersKeepDying
from app.library.workers import IN_FLIGHT, PoolOptions, WorkerDied, run_in_order
from tests.library.worker_tasks import count_threads, die, double_or_die, refuse_fives, set_up, tell_process

OPTIONS = PoolOptions(2, set_up, ("ready",))


def test_results_keep_the_order_and_every_process_was_set_up_once() -> None:
    results = list(run_in_order(double_or_die, range(20), OPTIONS))
    assert results == [(number, (number * 2, ["ready"])) for number in range(20)]


def test_no_item_gives_no_result() -> None:
    assert list(run_in_order(double_or_die, [], OPTIONS)) == []


def test_items_are_drawn_only_as_they_are_needed() -> None:
    drawn = 0

    def source() -> Iterator[int]:
        nonlocal drawn
        for number in range(10_000):
            drawn += 1
            yield number

    results = run_in_order(double_or_die, source(), OPTIONS)
    for _ in range(3):
        next(results)
    results.close()
    assert 3 <= drawn <= 3 + 2 * IN_FLIGHT


def test_an_item_that_kills_its_process_is_given_up_and_all_others_are_done() -> None:
    items = [1, 2, -1, 3, 4, 5, -2, -3, *range(6, 30)]
    results = list(run_in_order(double_or_die, items, OPTIONS))
    assert results == [(item, WorkerDied() if item < 0 else (item * 2, ["ready"])) for item in items]


@pytest.mark.parametrize("options", [PoolOptions(2), PoolOptions(1, few=4)])
def test_an_error_of_the_work_comes_out_as_it_is(options: PoolOptions) -> None:
    with pytest.raises(LibraryError, match="five"):
        list(run_in_order(refuse_fives, range(10), options))


def test_processes_that_cannot_start_are_an_error_and_no_endless_loop() -> None:
    with pytest.raises(WorkersKeepDying, match="--jobs 1"):
        list(run_in_order(double_or_die, [1, 2, 3], PoolOptions(2, die)))


def test_after_so_many_deaths_it_cannot_be_the_items() -> None:
    with pytest.raises(WorkersKeepDying, match="3 worker processes died"):
        list(run_in_order(die, range(100), PoolOptions(2, max_deaths=3)))


@pytest.mark.parametrize(("jobs", "count"), [(1, 20), (2, 3)])
def test_little_work_is_done_here(jobs: int, count: int) -> None:
    assert {process for _, process in run_in_order(tell_process, range(count), PoolOptions(jobs, few=4))} == {
        os.getpid()
    }


@pytest.mark.parametrize("options", [PoolOptions(2, few=4), PoolOptions(2)])
def test_more_work_is_shared_by_other_processes(options: PoolOptions) -> None:
    processes = {process for _, process in run_in_order(tell_process, range(12), options)}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_every_process_uses_one_thread() -> None:
    assert {threads for _, threads in run_in_order(count_threads, range(4), PoolOptions(2))} == {1}
