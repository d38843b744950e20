"""The first two sets and the sweeps on drawn pictures: valid pixels, repeatable, boxes where something changed."""

from functools import cache

import numpy as np
import pytest
from PIL import ImageFont

from app.model.geometry import Box
from benchmarks.attacks.any_light import any_light
from benchmarks.attacks.any_sticker import any_badge, any_sticker
from benchmarks.attacks.any_words import any_award, any_page_name
from benchmarks.attacks.chains import CHAINABLE, RESHARING, then
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.geometry import move_points
from benchmarks.attacks.lettering import BOLD_FACES, named_font
from benchmarks.attacks.registry import ATTACKS, NEVER_LEARNT, SETS, attack_named
from benchmarks.attacks.second.words import OTHER_FACES, SERIF_FACES
from benchmarks.attacks.values import Attack, Attacked, AttackFunction, Expected, Group
from benchmarks.learnt_attacks import ANY_CHAINS, set_of
from benchmarks.learnt_attacks import attacks_to_learn as fitting_attacks
from tests.benchmarks.attack_checks import (
    assert_boxes_lie_inside,
    assert_changed_in_the_boxes_alone,
    likeness,
    seen_again,
)
from tests.benchmarks.drawn_posters import SIZE, DrawnOthers, draw_poster

EDITS = [attack for attack in ATTACKS if attack.group in (Group.EDIT, Group.SECOND_EDIT)]
RESHARED = [attack for attack in ATTACKS if attack.group in (Group.RESHARED_EDIT, Group.SECOND_RESHARED_EDIT)]
FIRST_TWO = [attack for attack in ATTACKS if set_of(attack.name) in ("", "second")]
HARMLESS = [attack for attack in FIRST_TWO if attack.expected is Expected.OFFICIAL]


@cache
def run(attack: Attack, seed=1) -> Attacked:
    return attack.function(draw_poster(0), np.random.default_rng(seed), DrawnOthers())


def by_name(attack):
    return attack.name


@pytest.mark.parametrize("attack", FIRST_TWO, ids=by_name)
def test_gives_a_picture_whose_boxes_lie_inside_it(attack):
    attacked = run(attack)
    assert_boxes_lie_inside(attacked)
    assert decode(encode(attacked.pixels, attacked.saved_as)).shape == attacked.pixels.shape


@pytest.mark.parametrize("attack", FIRST_TWO, ids=by_name)
def test_same_seed_same_bytes_and_the_picture_given_is_left_alone(attack):
    picture = draw_poster(0)
    before = picture.copy()
    one, two = run(attack), attack.function(picture, np.random.default_rng(1), DrawnOthers())
    assert encode(one.pixels, one.saved_as) == encode(two.pixels, two.saved_as)
    assert one.boxes_of_change == two.boxes_of_change
    assert one.note == two.note
    assert np.array_equal(picture, before)


@pytest.mark.parametrize("attack", HARMLESS, ids=by_name)
def test_harmless_ones_claim_no_change(attack):
    assert run(attack).boxes_of_change == ()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("attack", EDITS, ids=by_name)
def test_edits_change_what_their_boxes_say_and_nothing_else(attack, seed):
    # Shadows, edges and feathers may reach a little over.
    assert_changed_in_the_boxes_alone(run(attack, seed), changed=0.03, clear=0, reach=lambda _: 14)


@pytest.mark.parametrize("attack", RESHARED, ids=by_name)
def test_reshared_edits_keep_a_change_in_sight(attack):
    assert any(run(attack, seed).boxes_of_change for seed in range(3))


@pytest.mark.parametrize(
    "name",
    ["crop12", "crop_half", "square", "bars", "story", "mirror", "rotate_inside", "perspective", "screenshot",
     "screenshot_small", "caption_bar", "resize", "upscale", "thumbnail_pixels_300", "second_meme", "second_chat",
     "second_desktop_post", "second_article", "second_square_thumbnail", "second_creased_print",
     "second_three_saves"],
)  # fmt: skip
def test_place_says_where_each_point_went(name):
    before, after = seen_again(run(attack_named(name), 2))
    assert np.median(np.abs(before - after)) < 8


@pytest.mark.parametrize("name", ["screen_photo", "second_monitor_photo"])
def test_place_is_right_where_the_light_is_another_too(name):
    assert likeness(*seen_again(run(attack_named(name), 2))) > 0.9


def test_names_are_unique_and_sweeps_have_their_severity():
    names = [attack.name for attack in ATTACKS]
    assert len(set(names)) == len(names)
    sweeps = set(list(Group)[list(Group).index(Group.NUMBER_WIDTH) :])
    for attack in ATTACKS:
        assert (attack.severity is not None) == (attack.group in sweeps)


@pytest.mark.parametrize("name", sorted(NEVER_LEARNT))
def test_nothing_is_fitted_on_these_sets(name: str):
    fitted_on = {attack.group for attack, _ in fitting_attacks()}
    (of,) = (each for each in SETS if each.name == name)
    groups = {attack.group for attack in of.attacks()}
    assert groups == {Group(f"{name}_{kind}") for kind in ("benign", "edit", "reshared_edit")}
    assert not fitted_on & groups
    functions = {*of.benign, *of.edits}
    assert not functions & {attack.function for attack in ATTACKS if attack.group not in groups}
    assert not functions & {function for _, function in (*CHAINABLE, *RESHARING)}


def test_what_covers_and_what_letters_is_part_of_its_set():
    for of in SETS:
        names = {attack.name for attack in of.attacks()}
        assert of.covering_names() <= names
        assert of.lettering_names() <= names
        assert of.covering_names()
        assert of.lettering_names()


def test_the_second_set_uses_other_typefaces():
    assert not set(OTHER_FACES) & set(BOLD_FACES)
    assert not set(SERIF_FACES) & set(BOLD_FACES)


def test_a_thumbnail_is_as_high_as_asked():
    assert run(attack_named("thumbnail_pixels_100")).pixels.shape[0] == 100


@pytest.mark.parametrize(("name", "share"), [("number6", 0.06), ("number_width_percent_03", 0.03)])
def test_numbers_are_as_wide_as_asked(name, share):
    (box,) = run(attack_named(name)).boxes_of_change
    assert abs(box.width - share * SIZE[0]) <= 2


def test_a_change_that_an_app_cuts_off_is_no_longer_claimed():
    screenshot = attack_named("screenshot").function
    top = Box(0, 0, SIZE[0], 12)
    seen = set()
    for seed in range(12):
        edited = Attacked(draw_poster(0), (top,))
        after = then(edited, screenshot, np.random.default_rng(seed), DrawnOthers())
        whole = move_points(np.array([[0.0, 0.0]]), after.place)[0, 1] >= after.shown.y - 1
        assert bool(after.boxes_of_change) == whole
        seen.add(bool(whole))
    assert seen == {True, False}


def test_a_font_that_the_machine_has_not_is_pillow_s_own():
    assert named_font("no such font.ttf", 30).getname() == ImageFont.load_default(30).getname()


@pytest.mark.parametrize("turn", range(12))
def test_any_sticker_lies_on_the_poster_and_leaves_the_rest(turn: int):
    poster = draw_poster(0)
    one, two = (any_sticker(poster, np.random.default_rng(turn), DrawnOthers()) for _ in range(2))
    assert np.array_equal(one.pixels, two.pixels)
    assert one.boxes_of_change == ()
    away = np.abs(one.pixels.astype(int) - poster.astype(int)).max(axis=2) > 12
    assert 0.0005 < away.mean() < 0.35


@pytest.mark.parametrize("turn", range(12))
def test_any_badge_says_its_claim_where_it_lies_and_nowhere_else(turn: int):
    poster = draw_poster(0)
    attacked = any_badge(poster, np.random.default_rng(turn), DrawnOthers())
    assert_boxes_lie_inside(attacked)
    assert_changed_in_the_boxes_alone(attacked, changed=0.2, clear=60, reach=lambda _: 0)
    (box,) = attacked.boxes_of_change
    assert 0.1 * poster.shape[1] < max(box.width, box.height) < 0.4 * poster.shape[1]


@pytest.mark.parametrize("turn", range(12))
@pytest.mark.parametrize("drawn", [any_light, any_page_name])
def test_any_light_and_any_page_s_name_are_seen_and_no_change(drawn: AttackFunction, turn: int):
    poster = draw_poster(0)
    one, two = (drawn(poster, np.random.default_rng(turn), DrawnOthers()) for _ in range(2))
    assert np.array_equal(one.pixels, two.pixels)
    assert one.boxes_of_change == ()
    assert not np.array_equal(one.pixels, poster)


@pytest.mark.parametrize("turn", range(12))
def test_any_award_is_given_where_it_lies_and_nowhere_else(turn: int):
    attacked = any_award(draw_poster(0), np.random.default_rng(turn), DrawnOthers())
    assert_boxes_lie_inside(attacked)
    assert_changed_in_the_boxes_alone(attacked, changed=0.01, clear=40, reach=lambda _: 0)


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("chain", ANY_CHAINS, ids=by_name)
def test_chains_across_all_hands_keep_what_was_done_in_sight(chain: Attack, turn: int):
    attacked = run(chain, turn)
    assert bool(attacked.boxes_of_change) == (chain.expected is Expected.FAN_MADE)
    assert_boxes_lie_inside(attacked)
    again = chain.function(draw_poster(0), np.random.default_rng(turn), DrawnOthers())
    assert np.array_equal(attacked.pixels, again.pixels)


def test_chains_across_all_hands_use_nothing_that_is_kept_from_learning():
    kept = {each for of in SETS if of.name in NEVER_LEARNT for each in (*of.benign, *of.edits)}
    for chain in ANY_CHAINS:
        for functions in chain.function.keywords.values():
            assert functions
            assert not kept & set(functions)
