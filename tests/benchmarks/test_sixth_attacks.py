"""The sixth set on drawn pictures: valid pixels, repeatable, boxes where something really changed, of its own."""

import numpy as np
import pytest

from benchmarks.attacks.chains import CHAINABLE, reshared
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.registry import ATTACKS, UNSEEN
from benchmarks.attacks.sixth.attacks import BENIGN, EDITS, RESHARING
from benchmarks.attacks.sixth.frames import story_post
from benchmarks.attacks.sixth.lens import seen_aslant, trimmed
from benchmarks.attacks.sixth.screens import app_third, feed_post, stream_page
from tests.benchmarks.attack_checks import (
    assert_boxes_lie_inside,
    assert_repeats,
    by_name,
    likeness,
    poster,
    run,
    seen_again,
)
from tests.benchmarks.drawn_posters import SIZE, DrawnOthers, draw_poster

MOVED = (seen_aslant, trimmed, feed_post, story_post, app_third, stream_page)


@pytest.mark.parametrize("attack", BENIGN + EDITS, ids=by_name)
def test_gives_a_picture_whose_boxes_lie_inside_it(attack):
    for wide in (200, SIZE[0]):
        attacked = run(attack, wide=wide)
        assert_boxes_lie_inside(attacked)
        assert decode(encode(attacked.pixels, attacked.saved_as)).shape == attacked.pixels.shape


@pytest.mark.parametrize("attack", BENIGN + EDITS, ids=by_name)
def test_same_seed_same_bytes_and_the_picture_given_is_left_alone(attack):
    assert_repeats(attack, run(attack))


@pytest.mark.parametrize("attack", BENIGN, ids=by_name)
def test_harmless_ones_claim_no_change(attack):
    assert run(attack).boxes_of_change == run(attack, 2).boxes_of_change == ()


@pytest.mark.parametrize("attack", EDITS, ids=by_name)
def test_edits_change_something_in_each_of_their_boxes(attack):
    attacked = run(attack)
    changed = np.abs(attacked.pixels.astype(int) - poster().astype(int)).max(axis=2) > 12
    assert attacked.boxes_of_change
    for box in attacked.boxes_of_change:
        assert changed[box.y : box.y + box.height, box.x : box.x + box.width].mean() > 0.03


@pytest.mark.parametrize("edit", EDITS, ids=by_name)
def test_reshared_edits_keep_a_change_in_sight(edit):
    assert reshared(draw_poster(0), np.random.default_rng(3), DrawnOthers(), edit=edit, ways=RESHARING).boxes_of_change


@pytest.mark.parametrize("attack", MOVED, ids=by_name)
def test_place_says_where_each_point_went(attack):
    assert likeness(*seen_again(run(attack, 2))) > 0.9


def test_names_are_unique_and_functions_of_this_set_alone():
    names = [attack.__name__ for attack in BENIGN + EDITS]
    assert len(set(names)) == len(names)
    others = {attack.function for attack in ATTACKS if attack not in UNSEEN} | {function for _, function in CHAINABLE}
    assert not {*BENIGN, *EDITS} & others
