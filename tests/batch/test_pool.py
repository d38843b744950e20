"""The pool keeps order, takes few items ahead, and outlives processes that are really killed."""

from collections.abc import Iterator

import pytest

from app.batch.pool import PoolOptions, WorkerDied, WorkersCannotStart, map_in_order
from tests.batch.killers import die_at_once, double_or_die, nothing, refuse, set_up, tell_process

OPTIONS = PoolOptions(2, set_up, ("ready",))


def test_results_keep_the_order_and_every_process_was_set_up_once() -> None:
    results = list(map_in_order(double_or_die, range(20), OPTIONS))
    assert results == [(number * 2, ["ready"]) for number in range(20)]


def test_no_item_gives_no_result() -> None:
    assert list(map_in_order(double_or_die, [], OPTIONS)) == []


def test_items_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def source() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = map_in_order(double_or_die, source(), OPTIONS)
    for _ in range(3):
        next(results)
    results.close()
    assert 3 <= taken <= 3 + 2 * 4


def test_an_item_that_kills_its_process_is_given_up_and_all_others_are_done() -> None:
    items = [1, 2, -1, 3, 4, 5, -2, -3, *range(6, 30)]
    results = list(map_in_order(double_or_die, items, OPTIONS))
    assert results == [WorkerDied(item) if item < 0 else (item * 2, ["ready"]) for item in items]


def test_an_error_of_the_work_comes_out_as_it_is() -> None:
    with pytest.raises(ValueError, match="no 7"):
        list(map_in_order(refuse, [7], OPTIONS))


def test_processes_that_cannot_start_are_an_error_and_no_endless_loop() -> None:
    with pytest.raises(WorkersCannotStart, match="--jobs 1"):
        list(map_in_order(double_or_die, [1, 2, 3], PoolOptions(2, die_at_once)))


def test_several_processes_share_the_work() -> None:
    assert len(set(map_in_order(tell_process, range(12), PoolOptions(2, nothing)))) == 2
