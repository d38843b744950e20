"""The third set on drawn pictures: valid pixels, repeatable, boxes where something really changed, of its own."""

from functools import cache

import numpy as np
import pytest

from benchmarks.attacks.chains import RESHARING as FIRST_RESHARING
from benchmarks.attacks.chains import reshared
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.geometry import resize
from benchmarks.attacks.lettering import BOLD_FACES
from benchmarks.attacks.registry import ATTACKS, THIRD, UNSEEN
from benchmarks.attacks.second.words import OTHER_FACES, SERIF_FACES
from benchmarks.attacks.third.attacks import BENIGN, EDITS, FRAMES, LOOKS, RESHARING, SCREENS
from benchmarks.attacks.third.letters import DISPLAY, HEAVY, THIN, ink_of_height, ink_of_width
from benchmarks.attacks.third.places import SEEN_FROM
from benchmarks.attacks.third.words import number_like_title, small_roman_after
from tests.benchmarks.attack_checks import (
    assert_boxes_lie_inside,
    assert_changed_in_the_boxes_alone,
    assert_repeats,
    by_name,
    likeness,
    seen_again,
)
from tests.benchmarks.drawn_posters import SIZE, DrawnOthers, draw_poster

MOVED_LITTLE_LIGHT = ("half_kept", "square_cut", "mirrored_trim", "slight_turn", "bars_in_its_tone", "caption_strip",
                      "card_with_shadow", "story_own_blur", "jpeg_small", "messenger_copy")  # fmt: skip
PHOTOS = ("laptop_photo", "tv_photo", "light_box_photo", "wall_print_photo", "framed_behind_glass", "trim_and_curves")


@cache
def run(attack, seed=1, small=False):
    return attack(poster(small), np.random.default_rng(seed), DrawnOthers())


def poster(small=False):
    return resize(draw_poster(0), 185, 270)[0] if small else draw_poster(0)


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("attack", BENIGN + EDITS, ids=by_name)
def test_gives_a_picture_whose_boxes_lie_inside_it(attack, small):
    attacked = run(attack, small=small)
    assert_boxes_lie_inside(attacked)
    assert decode(encode(attacked.pixels, attacked.saved_as)).shape == attacked.pixels.shape


@pytest.mark.parametrize("attack", BENIGN + EDITS, ids=by_name)
def test_same_seed_same_bytes_and_the_picture_given_is_left_alone(attack):
    assert_repeats(attack, run(attack))


@pytest.mark.parametrize("attack", BENIGN, ids=by_name)
def test_harmless_ones_claim_no_change(attack):
    for seed in range(3):
        assert run(attack, seed).boxes_of_change == ()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("attack", EDITS, ids=by_name)
def test_edits_change_what_their_boxes_say_and_nothing_else(attack, seed):
    # Shadows, glows and feathers may reach a little over.
    assert_changed_in_the_boxes_alone(run(attack, seed), changed=0.05, clear=SEEN_FROM, reach=lambda _: 16)


@pytest.mark.parametrize("edit", EDITS, ids=by_name)
def test_reshared_edits_keep_a_change_in_sight(edit):
    after = [reshared(draw_poster(0), np.random.default_rng(seed), DrawnOthers(), edit=edit, ways=RESHARING)
             for seed in range(2)]  # fmt: skip
    assert all(attacked.boxes_of_change for attacked in after)


@pytest.mark.parametrize("attack", [a for a in BENIGN if a.__name__ in MOVED_LITTLE_LIGHT or a in SCREENS], ids=by_name)
def test_place_says_where_each_point_went(attack):
    before, after = seen_again(run(attack, 2))
    assert np.median(np.abs(before - after)) < 10


@pytest.mark.parametrize("attack", [a for a in FRAMES if a.__name__ in PHOTOS], ids=by_name)
def test_place_is_right_where_the_light_is_another_too(attack):
    assert likeness(*seen_again(run(attack, 2))) > 0.85


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


@pytest.mark.parametrize("style", {*DISPLAY, *THIN, *HEAVY}, ids=str)
def test_words_are_as_large_as_asked(style):
    assert ink_of_height("PART 2", style, 30).shape[0] == 30
    assert ink_of_width("PART 2", style, 140).shape[1] == 140


def test_names_are_unique_and_of_this_set_alone():
    names = [attack.__name__ for attack in BENIGN + EDITS]
    assert len(set(names)) == len(names)
    others = {attack.name.removeprefix("second_") for attack in ATTACKS if attack not in (*THIRD, *UNSEEN)}
    others |= {name for name, _ in FIRST_RESHARING}
    assert not set(names) & others
    assert {function for _, function in RESHARING} <= {*LOOKS, *FRAMES, *SCREENS}


def test_it_uses_typefaces_that_the_other_sets_do_not_favour():
    faces = {style.face for style in (*DISPLAY, *THIN, *HEAVY)}
    assert not faces & {*BOLD_FACES, *OTHER_FACES, *SERIF_FACES}
