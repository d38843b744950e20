"""What is the fifth set's own: its apps, emoji and joined posters, the least size of its numbers."""

import numpy as np
import pytest

from benchmarks.attacks.fifth.attacks import APPS, EDITS
from benchmarks.attacks.fifth.emoji import MOODS, any_emoji, face
from benchmarks.attacks.fifth.joins import halves_slanting, halves_upright, strips_of_three
from benchmarks.attacks.fifth.sequels import LEAST
from tests.benchmarks.attack_checks import by_name, run
from tests.benchmarks.drawn_posters import SIZE

NUMBERS = tuple(edit for edit in EDITS if edit.__name__.startswith("number"))
JOINS = (halves_upright, halves_slanting, strips_of_three)


@pytest.mark.parametrize("attack", NUMBERS, ids=by_name)
def test_numbers_are_wide_enough_to_be_seen(attack):
    for seed in range(4):
        (box,) = run(attack, seed).boxes_of_change
        assert box.width >= 0.95 * LEAST * SIZE[0]


@pytest.mark.parametrize("attack", JOINS, ids=by_name)
def test_joined_posters_name_their_parts(attack):
    attacked = run(attack)
    own, *foreign = attacked.parts
    assert own.name == ""
    assert tuple(part.box for part in foreign) == attacked.boxes_of_change
    assert all(part.name.startswith("10") for part in foreign)


@pytest.mark.parametrize("attack", APPS, ids=by_name)
def test_apps_show_the_poster_at_a_third_of_the_width_or_more(attack):
    for seed in (1, 2):
        attacked = run(attack, seed)
        assert attacked.shown is not None
        assert 0.3 <= attacked.shown.width / attacked.pixels.shape[1] <= 1


def test_emoji_are_drawn_in_the_middle_of_their_layer():
    rng = np.random.default_rng(0)
    for layer in [face(60, mood) for mood in MOODS] + [any_emoji(60, rng) for _ in range(20)]:
        assert layer.shape == (60, 60, 4)
        assert 0.3 < (layer[:, :, 3] > 0.5).mean() < 0.9
        assert layer[:3, :3, 3].max() == layer[-3:, -3:, 3].max() == 0
