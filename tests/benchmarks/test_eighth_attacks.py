"""What is the eighth set's own: a grid that shows the whole poster says where."""

from benchmarks.attacks.eighth.mashups import grid_of_four
from tests.benchmarks.attack_checks import likeness, run, seen_again


def test_a_grid_of_whole_posters_places_the_own_one():
    made = next(run(grid_of_four, seed=seed) for seed in range(9) if run(grid_of_four, seed=seed).note == "whole")
    assert likeness(*seen_again(made)) > 0.9
