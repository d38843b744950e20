"""Every attack on drawn pictures: valid pixels, repeatable, boxes where something really changed."""

from functools import cache

import cv2
import numpy as np
import pytest

from app.model.geometry import Box
from benchmarks.attacks.chains import CHAINABLE, RESHARING, then
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.geometry import move_points, size_of
from benchmarks.attacks.lettering import BOLD_FACES
from benchmarks.attacks.registry import ATTACKS, UNSEEN, attack_named
from benchmarks.attacks.second.words import OTHER_FACES, SERIF_FACES
from benchmarks.attacks.values import Attack, Attacked, Expected, Group
from benchmarks.learnt_attacks import attacks_to_learn as fitting_attacks
from tests.benchmarks.drawn_posters import SIZE, DrawnOthers, draw_poster

EDITS = [attack for attack in ATTACKS if attack.group in (Group.EDIT, Group.SECOND_EDIT)]
RESHARED = [attack for attack in ATTACKS if attack.group in (Group.RESHARED_EDIT, Group.SECOND_RESHARED_EDIT)]
KNOWN = [attack for attack in ATTACKS if attack not in UNSEEN]
HARMLESS = [attack for attack in KNOWN if attack.expected is Expected.OFFICIAL]


@cache
def run(attack: Attack, seed=1) -> Attacked:
    return attack.function(draw_poster(0), np.random.default_rng(seed), DrawnOthers())


def by_name(attack):
    return attack.name


@pytest.mark.parametrize("attack", KNOWN, ids=by_name)
def test_gives_a_picture_whose_boxes_lie_inside_it(attack):
    attacked = run(attack)
    assert attacked.pixels.dtype == np.uint8
    assert attacked.pixels.ndim == 3
    assert attacked.pixels.shape[2] == 3
    width, height = size_of(attacked.pixels)
    assert min(width, height) >= 48
    for box in (*attacked.boxes_of_change, *(part.box for part in attacked.parts)):
        assert 0 <= box.x < box.x + box.width <= width
        assert 0 <= box.y < box.y + box.height <= height
    assert decode(encode(attacked.pixels, attacked.saved_as)).shape == attacked.pixels.shape


@pytest.mark.parametrize("attack", KNOWN, ids=by_name)
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
    before, attacked = draw_poster(0), run(attack, seed)
    after = attacked.pixels
    assert attacked.boxes_of_change
    outside = np.ones(before.shape[:2], bool)
    parts = [part.box for part in attacked.parts]
    for box in attacked.boxes_of_change:
        inner = (slice(box.y, box.y + box.height), slice(box.x, box.x + box.width))
        away = np.abs(before[inner].astype(int) - after[inner]).max(axis=2)
        assert (away > 20).mean() > 0.03, box
    for box in (*attacked.boxes_of_change, *parts):
        # Shadows, edges and feathers may reach a little over.
        outside[max(0, box.y - 14) : box.y + box.height + 14, max(0, box.x - 14) : box.x + box.width + 14] = False
    if outside.any():
        assert np.abs(before.astype(int) - after)[outside].max() <= 2


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
    before, after = seen_again(name)
    assert np.median(np.abs(before - after)) < 8


@pytest.mark.parametrize("name", ["screen_photo", "second_monitor_photo"])
def test_place_is_right_where_the_light_is_another_too(name):
    before, after = seen_again(name)
    assert np.corrcoef(before.ravel(), after.ravel())[0, 1] > 0.9


def seen_again(name):
    """Smoothed colours at a grid of points of the picture before, and where `place` says that they went."""
    picture = draw_poster(0)
    attacked = attack_named(name).function(picture, np.random.default_rng(2), DrawnOthers())
    back = cv2.warpPerspective(
        attacked.pixels, attacked.place, SIZE, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderValue=(0, 0, 0)
    )
    grid = np.stack(np.meshgrid(np.arange(20, 280, 5), np.arange(20, 420, 5)), axis=-1).reshape(-1, 2)
    there = move_points(grid.astype(float), attacked.place)
    width, height = size_of(attacked.pixels)
    seen = ((there > 8) & (there < np.array([width - 9, height - 9]))).all(axis=1)
    assert seen.sum() > 100
    x, y = grid[seen].T
    return tuple(cv2.GaussianBlur(each, (0, 0), 2)[y, x].astype(int) for each in (picture, back))


def test_names_are_unique_and_sweeps_have_their_severity():
    names = [attack.name for attack in ATTACKS]
    assert len(set(names)) == len(names)
    sweeps = {Group.NUMBER_WIDTH, Group.CROP_KEPT, Group.JPEG_QUALITY, Group.WIDTH_IN_SCREENSHOT, Group.THUMBNAIL}
    for attack in ATTACKS:
        assert (attack.severity is not None) == (attack.group in sweeps)


def test_nothing_is_fitted_on_the_unseen_set():
    fitted_on = {attack.group for attack, _ in fitting_attacks()}
    unseen = {attack.group for attack in UNSEEN}
    assert unseen == {Group.UNSEEN_BENIGN, Group.UNSEEN_EDIT, Group.UNSEEN_RESHARED_EDIT}
    assert not fitted_on & unseen
    functions = {attack.function for attack in UNSEEN if attack.group is not Group.UNSEEN_RESHARED_EDIT}
    assert not functions & {attack.function for attack in ATTACKS if attack not in UNSEEN}
    assert not functions & {function for _, function in (*CHAINABLE, *RESHARING)}


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
