"""The fourth set on drawn pictures: valid pixels, repeatable, boxes where something really changed, of its own."""

from functools import cache

import cv2
import numpy as np
import pytest

from benchmarks.attacks.chains import RESHARING as FIRST_RESHARING
from benchmarks.attacks.chains import reshared
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.fourth.attacks import APPS, BENIGN, EDITS, FRAMES, LOOKS, RESHARING
from benchmarks.attacks.fourth.ink import ANY, WORLD, ink
from benchmarks.attacks.fourth.numerals import LEAST
from benchmarks.attacks.geometry import move_points, resize, size_of
from benchmarks.attacks.registry import ATTACKS, UNSEEN
from tests.benchmarks.drawn_posters import SIZE, DrawnOthers, draw_poster

NUMBERS = tuple(edit for edit in EDITS if edit.__name__.startswith(("numeral", "roman")))
MOVED = (*FRAMES, *APPS)


@cache
def run(attack, seed=1, wide=SIZE[0]):
    return attack(poster(wide), np.random.default_rng(seed), DrawnOthers())


@cache
def poster(wide=SIZE[0]):
    return draw_poster(0) if wide == SIZE[0] else resize(draw_poster(0), wide, round(wide * SIZE[1] / SIZE[0]))[0]


def by_name(attack):
    return attack.__name__


@pytest.mark.parametrize("attack", BENIGN + EDITS, ids=by_name)
def test_gives_a_picture_whose_boxes_lie_inside_it(attack):
    for wide in (185, SIZE[0]):
        attacked = run(attack, wide=wide)
        assert attacked.pixels.dtype == np.uint8
        assert attacked.pixels.shape[2:] == (3,)
        width, height = size_of(attacked.pixels)
        assert min(width, height) >= 48
        for box in (*attacked.boxes_of_change, *(part.box for part in attacked.parts)):
            assert 0 <= box.x < box.x + box.width <= width
            assert 0 <= box.y < box.y + box.height <= height
    small = run(attack, wide=185)
    assert decode(encode(small.pixels, small.saved_as)).shape == small.pixels.shape


@pytest.mark.parametrize("attack", BENIGN + EDITS, ids=by_name)
def test_same_seed_same_bytes_and_the_picture_given_is_left_alone(attack):
    picture = draw_poster(0)
    one, two = run(attack), attack(picture, np.random.default_rng(1), DrawnOthers())
    assert np.array_equal(one.pixels, two.pixels)
    assert (one.boxes_of_change, one.note, one.saved_as) == (two.boxes_of_change, two.note, two.saved_as)
    assert np.array_equal(picture, draw_poster(0))


@pytest.mark.parametrize("attack", BENIGN, ids=by_name)
def test_harmless_ones_claim_no_change(attack):
    assert run(attack).boxes_of_change == run(attack, 2).boxes_of_change == ()


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("attack", EDITS, ids=by_name)
def test_edits_change_what_their_boxes_say_and_nothing_else(attack, seed):
    before, attacked = draw_poster(0), run(attack, seed)
    assert attacked.boxes_of_change
    away = np.abs(before.astype(int) - attacked.pixels).max(axis=2)
    outside = np.ones(away.shape, bool)
    for box in attacked.boxes_of_change:
        inner = away[box.y : box.y + box.height, box.x : box.x + box.width]
        assert (inner > 20).mean() > 0.05, box
        assert np.percentile(inner, 97) > 20, box
    for box in (*attacked.boxes_of_change, *(part.box for part in attacked.parts)):
        # Shadows, glows and halos may reach over.
        reach = 16 + max(box.width, box.height) // 5
        outside[
            max(0, box.y - reach) : box.y + box.height + reach, max(0, box.x - reach) : box.x + box.width + reach
        ] = 0
    assert not outside.any() or away[outside].max() <= 2


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
    picture, attacked = draw_poster(0), run(attack, 2)
    back = cv2.warpPerspective(attacked.pixels, attacked.place, SIZE, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    grid = np.stack(np.meshgrid(np.arange(20, 280, 5), np.arange(20, 420, 5)), axis=-1).reshape(-1, 2)
    there = move_points(grid.astype(float), attacked.place)
    seen = ((there > 8) & (there < np.array(size_of(attacked.pixels)) - 9)).all(axis=1)
    assert seen.sum() > 100
    x, y = grid[seen].T
    before, after = (cv2.GaussianBlur(each, (0, 0), 2)[y, x].astype(float) for each in (picture, back))
    assert np.corrcoef(before.ravel(), after.ravel())[0, 1] > 0.9


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
