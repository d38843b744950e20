"""What is the third set's own: its apps, its lettering, the least size of its numbers."""

import pytest

from benchmarks.attacks.lettering import BOLD_FACES
from benchmarks.attacks.second.words import OTHER_FACES, SERIF_FACES
from benchmarks.attacks.third.attacks import SCREENS
from benchmarks.attacks.third.letters import DISPLAY, HEAVY, THIN, ink_of_height, ink_of_width
from benchmarks.attacks.third.words import number_like_title, small_roman_after
from tests.benchmarks.attack_checks import by_name, run
from tests.benchmarks.drawn_posters import SIZE


@pytest.mark.parametrize("attack", SCREENS, ids=by_name)
def test_screens_show_the_poster_at_a_third_to_nine_tenths_of_the_width(attack):
    for seed in range(3):
        attacked = run(attack, seed)
        assert attacked.shown is not None
        assert 0.32 <= attacked.shown.width / attacked.pixels.shape[1] <= 0.92


@pytest.mark.parametrize("attack", [number_like_title, small_roman_after], ids=by_name)
def test_numbers_are_wide_enough_to_be_seen(attack):
    for seed in range(8):
        (box,) = run(attack, seed).boxes_of_change
        assert box.width >= 0.04 * SIZE[0]


@pytest.mark.parametrize("style", dict.fromkeys((*DISPLAY, *THIN, *HEAVY)), ids=str)
def test_words_are_as_large_as_asked(style):
    assert ink_of_height("PART 2", style, 30).shape[0] == 30
    assert ink_of_width("PART 2", style, 140).shape[1] == 140


def test_it_uses_typefaces_that_the_other_sets_do_not_favour():
    faces = {style.face for style in (*DISPLAY, *THIN, *HEAVY)}
    assert not faces & {*BOLD_FACES, *OTHER_FACES, *SERIF_FACES}
