"""What is the fourth set's own: its apps, its lettering, the least size of its numbers."""

import pytest

from benchmarks.attacks.fourth.attacks import APPS, EDITS
from benchmarks.attacks.fourth.ink import ANY, WORLD, ink
from benchmarks.attacks.fourth.numerals import LEAST
from tests.benchmarks.attack_checks import by_name, run
from tests.benchmarks.drawn_posters import SIZE

NUMBERS = tuple(edit for edit in EDITS if edit.__name__.startswith(("numeral", "roman")))


@pytest.mark.parametrize("attack", NUMBERS, ids=by_name)
def test_numbers_are_wide_enough_to_be_seen(attack):
    for seed in range(4):
        (box,) = run(attack, seed).boxes_of_change
        assert box.width >= 0.85 * LEAST * SIZE[0]


@pytest.mark.parametrize("attack", APPS, ids=by_name)
def test_apps_show_the_poster_at_a_third_to_nine_tenths_of_the_width(attack):
    for seed in (1, 2):
        attacked = run(attack, seed)
        assert attacked.shown is not None
        assert 0.32 <= attacked.shown.width / attacked.pixels.shape[1] <= 0.92


@pytest.mark.parametrize("hand", dict.fromkeys((*ANY, *WORLD)), ids=str)
def test_words_fill_the_room_they_are_given(hand):
    height, width = ink("PART 2", hand, (140, 60)).shape
    assert width in (139, 140) or height == 60
    assert width <= 140
    assert height <= 60
