"""The fourth set on drawn pictures: valid pixels, repeatable, boxes where something really changed, of its own."""

import numpy as np
import pytest

from benchmarks.attacks.chains import RESHARING as FIRST_RESHARING
from benchmarks.attacks.chains import reshared
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.fourth.attacks import APPS, BENIGN, EDITS, FRAMES, LOOKS, RESHARING
from benchmarks.attacks.fourth.ink import ANY, WORLD, ink
from benchmarks.attacks.fourth.numerals import LEAST
from benchmarks.attacks.registry import ATTACKS, UNSEEN
from tests.benchmarks.attack_checks import (
    assert_boxes_lie_inside,
    assert_changed_in_the_boxes_alone,
    assert_repeats,
    by_name,
    likeness,
    run,
    seen_again,
)
from tests.benchmarks.drawn_posters import SIZE, DrawnOthers, draw_poster

NUMBERS = tuple(edit for edit in EDITS if edit.__name__.startswith(("numeral", "roman")))
MOVED = (*FRAMES, *APPS)


@pytest.mark.parametrize("attack", BENIGN + EDITS, ids=by_name)
def test_gives_a_picture_whose_boxes_lie_inside_it(attack):
    for wide in (185, SIZE[0]):
        attacked = run(attack, wide=wide)
        assert_boxes_lie_inside(attacked)
    small = run(attack, wide=185)
    assert decode(encode(small.pixels, small.saved_as)).shape == small.pixels.shape


@pytest.mark.parametrize("attack", BENIGN + EDITS, ids=by_name)
def test_same_seed_same_bytes_and_the_picture_given_is_left_alone(attack):
    assert_repeats(attack, run(attack))


@pytest.mark.parametrize("attack", BENIGN, ids=by_name)
def test_harmless_ones_claim_no_change(attack):
    assert run(attack).boxes_of_change == run(attack, 2).boxes_of_change == ()


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("attack", EDITS, ids=by_name)
def test_edits_change_what_their_boxes_say_and_nothing_else(attack, seed):
    # Shadows, glows and halos may reach over.
    assert_changed_in_the_boxes_alone(
        run(attack, seed), changed=0.05, clear=20, reach=lambda box: 16 + max(box.width, box.height) // 5
    )


@pytest.mark.parametrize("attack", NUMBERS, ids=by_name)
def test_numbers_are_wide_enough_to_be_seen(attack):
    for seed in range(4):
        (box,) = run(attack, seed).boxes_of_change
        assert box.width >= 0.85 * LEAST * SIZE[0]


@pytest.mark.parametrize("edit", EDITS, ids=by_name)
def test_reshared_edits_keep_a_change_in_sight(edit):
    assert reshared(draw_poster(0), np.random.default_rng(3), DrawnOthers(), edit=edit, ways=RESHARING).boxes_of_change


@pytest.mark.parametrize("attack", MOVED, ids=by_name)
def test_place_says_where_each_point_went(attack):
    assert likeness(*seen_again(run(attack, 2))) > 0.9


@pytest.mark.parametrize("attack", APPS, ids=by_name)
def test_apps_show_the_poster_at_a_third_to_nine_tenths_of_the_width(attack):
    for seed in (1, 2):
        attacked = run(attack, seed)
        assert attacked.shown is not None
        assert 0.32 <= attacked.shown.width / attacked.pixels.shape[1] <= 0.92


@pytest.mark.parametrize("hand", {*ANY, *WORLD}, ids=str)
def test_words_fill_the_room_they_are_given(hand):
    height, width = ink("PART 2", hand, (140, 60)).shape
    assert width in (139, 140) or height == 60
    assert width <= 140
    assert height <= 60


def test_names_are_unique_and_of_this_set_alone():
    names = [attack.__name__ for attack in BENIGN + EDITS]
    assert len(set(names)) == len(names)
    known = (attack.name for attack in ATTACKS if attack not in UNSEEN)
    others = {name.removeprefix("second_").removeprefix("third_") for name in known}
    others |= {name for name, _ in FIRST_RESHARING}
    assert not set(names) & others
    assert {function for _, function in RESHARING} <= {*LOOKS, *FRAMES, *APPS}
    assert all(name == function.__name__ for name, function in RESHARING)
