"""The fifth set on drawn pictures: valid pixels, repeatable, boxes where something really changed, of its own."""

import numpy as np
import pytest

from benchmarks.attacks.chains import CHAINABLE, reshared
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.fifth.attacks import APPS, BENIGN, EDITS, RESHARING, VIEWS
from benchmarks.attacks.fifth.emoji import MOODS, any_emoji, face
from benchmarks.attacks.fifth.joins import halves_slanting, halves_upright, strips_of_three
from benchmarks.attacks.fifth.sequels import LEAST
from benchmarks.attacks.fourth import attacks as fourth
from benchmarks.attacks.registry import BENIGN as FIRST_BENIGN
from benchmarks.attacks.registry import EDITS as FIRST_EDITS
from benchmarks.attacks.second import attacks as second
from benchmarks.attacks.third import attacks as third
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

NUMBERS = tuple(edit for edit in EDITS if edit.__name__.startswith("number"))
JOINS = (halves_upright, halves_slanting, strips_of_three)
MOVED = (*VIEWS, *APPS)


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


@pytest.mark.parametrize("attack", EDITS, ids=by_name)
def test_another_seed_gives_another_picture(attack):
    assert not np.array_equal(run(attack, 1).pixels, run(attack, 2).pixels)


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
        assert box.width >= 0.95 * LEAST * SIZE[0]


@pytest.mark.parametrize("attack", JOINS, ids=by_name)
def test_joined_posters_name_their_parts(attack):
    attacked = run(attack)
    own, *foreign = attacked.parts
    assert own.name == ""
    assert tuple(part.box for part in foreign) == attacked.boxes_of_change
    assert all(part.name.startswith("10") for part in foreign)


@pytest.mark.parametrize("edit", EDITS, ids=by_name)
def test_reshared_edits_keep_a_change_in_sight(edit):
    assert reshared(draw_poster(0), np.random.default_rng(3), DrawnOthers(), edit=edit, ways=RESHARING).boxes_of_change


@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize("attack", MOVED, ids=by_name)
def test_place_says_where_each_point_went(attack, seed):
    assert likeness(*seen_again(run(attack, seed))) > 0.9


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


def test_names_are_unique_and_of_this_set_alone():
    names = [attack.__name__ for attack in BENIGN + EDITS]
    assert len(set(names)) == len(names)
    others = {attack.name for attack in (*FIRST_BENIGN, *FIRST_EDITS)} | {name for name, _ in CHAINABLE}
    for functions in (
        second.LOOKS,
        second.FRAMES,
        second.EDITS,
        third.BENIGN,
        third.EDITS,
        fourth.BENIGN,
        fourth.EDITS,
    ):
        others |= {function.__name__ for function in functions}
    assert not set(names) & others
    assert {function for _, function in RESHARING} <= set(BENIGN)
    assert all(name == function.__name__ for name, function in RESHARING)
