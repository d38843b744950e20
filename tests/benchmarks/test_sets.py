"""Every set of attacks after the second: valid pixels, repeatable, boxes where something really changed, of its own."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from app.model.geometry import Box
from benchmarks.attacks import chains
from benchmarks.attacks.eighth import cameras, passing, screens
from benchmarks.attacks.eleventh import copies as eleventh_copies
from benchmarks.attacks.eleventh import frames as eleventh_frames
from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.fifth import attacks as fifth
from benchmarks.attacks.fourth import attacks as fourth
from benchmarks.attacks.ninth import copies
from benchmarks.attacks.registry import BENIGN, EDITS, SETS, AttackSet
from benchmarks.attacks.seventh import reframing
from benchmarks.attacks.sixth import frames, lens
from benchmarks.attacks.sixth import screens as sixth_screens
from benchmarks.attacks.tenth import copies as tenth_copies
from benchmarks.attacks.tenth import phones as tenth_phones
from benchmarks.attacks.third import attacks as third
from benchmarks.attacks.third import frames as third_frames
from benchmarks.attacks.third import photos as third_photos
from benchmarks.attacks.twelfth import framed, moved
from benchmarks.attacks.twentieth import harmless as twentieth
from benchmarks.attacks.values import AttackFunction
from tests.benchmarks.attack_checks import (
    assert_boxes_lie_inside,
    assert_changed_in_the_boxes_alone,
    assert_repeats,
    assert_something_changed_in_each_box,
    likeness,
    poster,
    run,
    seen_again,
)
from tests.benchmarks.drawn_posters import DrawnOthers, draw_poster

Reach = Callable[[Box], int]


def by_share(least: int, share: float) -> Reach:
    """So many pixels, and a share of the longer side."""
    return lambda box: least + round(share * max(box.width, box.height))


# The second set is asked about with the first, in test_attacks.
LATER = SETS[1:]
# How far shadows, glows and feathers go over a box; None: over the whole picture, as grain does.
REACH: dict[str, Reach | None] = {
    "third": by_share(16, 0),
    "fourth": by_share(16, 0.2),
    "fifth": by_share(16, 0.2),
    "sixth": None,
    "seventh": by_share(12, 0.34),
    "eighth": by_share(12, 0.67),
    "ninth": by_share(12, 0.34),
    "tenth": by_share(12, 0.34),
    "eleventh": by_share(12, 0.34),
    "unseen": by_share(12, 0.34),
    "thirteenth": by_share(12, 0.34),
    "fourteenth": by_share(12, 0.34),
    "fifteenth": by_share(12, 0.34),
    "sixteenth": by_share(12, 0.34),
    "seventeenth": by_share(12, 0.34),
    "eighteenth": by_share(12, 0.34),
    "nineteenth": by_share(12, 0.34),
    "twentieth": by_share(12, 0.34),
}
# In the sets of the plain ways they are called so.
PLAIN_MOVED = frozenset(
    {
        *("perspective", "seen_from_side", "seen_from_the_side", "from_the_side"),
        *("rotated", "slight_rotation", "slightly_rotated", "cropped", "cropped_edges", "cropped_sides"),
        *("story", "app_screenshot", "white_border", "bordered", "letterboxed"),
    }
)
# Some that put the poster elsewhere and say where: those of the sets that call them otherwise, and of the plain ones.
OTHERWISE_CALLED: dict[str, tuple[AttackFunction, ...]] = {
    "third": (*third.SCREENS, third_photos.laptop_photo, third_photos.wall_print_photo, third_frames.slight_turn),
    "fourth": (*fourth.FRAMES, *fourth.APPS),
    "fifth": (*fifth.VIEWS, *fifth.APPS),
    "sixth": (lens.seen_aslant, lens.trimmed, frames.story_post, sixth_screens.feed_post, sixth_screens.app_third),
    "seventh": (reframing.hung_askew, reframing.trimmed_by_a_tenth, reframing.letterboxed),
    "eighth": (
        *(passing.cropped_for_square_post, passing.squeezed_to_fit, screens.gallery_screenshot),
        *(screens.story_on_blurred_ground, screens.chat_bubble, cameras.print_on_bedroom_wall),
    ),
    "ninth": (
        *(copies.rotated, copies.cropped_by_a_tenth, copies.app_screenshot, copies.photo_of_a_screen),
        copies.bordered,
    ),
    "tenth": (
        *(tenth_copies.seen_aslant, tenth_copies.cropped_by_a_tenth),
        *(tenth_phones.square_with_bars, tenth_phones.story),
    ),
    "eleventh": (
        *(eleventh_copies.seen_aslant, eleventh_copies.trimmed, eleventh_copies.half_kept),
        *(eleventh_frames.border, eleventh_frames.app_page),
    ),
    "unseen": (
        *(moved.seen_aslant, moved.zoomed_in),
        *(framed.made_square_with_bars, framed.white_border),
    ),
    "twentieth": (
        *(twentieth.keystone, twentieth.tilted, twentieth.mirrored, twentieth.half_kept),
        *(twentieth.chat_third, twentieth.story_post),
    ),
}
MOVED = OTHERWISE_CALLED | {
    of.name: tuple(attack for attack in of.benign if attack.__name__ in PLAIN_MOVED)
    for of in LATER
    if of.name not in OTHERWISE_CALLED
}


def each(chosen: Callable[[AttackSet], Sequence[AttackFunction]]) -> pytest.MarkDecorator:
    """What is chosen of every set, with the set."""
    found = [(of, attack) for of in LATER for attack in chosen(of)]
    return pytest.mark.parametrize(
        ("of", "attack"), found, ids=[f"{of.name}-{attack.__name__}" for of, attack in found]
    )


@each(lambda of: of.benign)
def test_harmless_ones_give_a_picture_repeat_and_claim_no_change(of: AttackSet, attack: AttackFunction):
    attacked = run(attack)
    assert_repeats(attack, attacked)
    for one in (attacked, run(attack, wide=200)):
        assert_boxes_lie_inside(one)
        assert one.boxes_of_change == ()
        assert decode(encode(one.pixels, one.saved_as)).shape == one.pixels.shape


@each(lambda of: of.edits)
def test_edits_give_a_picture_repeat_and_change_what_their_boxes_say(of: AttackSet, attack: AttackFunction):
    attacked, reach = run(attack), REACH[of.name]
    assert_repeats(attack, attacked)
    for one in (attacked, run(attack, wide=200)):
        assert_boxes_lie_inside(one)
        assert one.boxes_of_change
    for one in (attacked,) if reach is None else (attacked, run(attack, 2)):
        if reach is None:
            assert_something_changed_in_each_box(one)
        elif one.pixels.shape == poster().shape and np.array_equal(one.place, np.eye(3)):
            assert_changed_in_the_boxes_alone(one, changed=0.05, clear=20, reach=reach)


@each(lambda of: of.edits)
def test_reshared_edits_keep_a_change_in_sight(of: AttackSet, attack: AttackFunction):
    chance = np.random.default_rng(3)
    again = chains.reshared(draw_poster(0), chance, DrawnOthers(), edit=attack, ways=of.resharing)
    assert_boxes_lie_inside(again)
    assert again.boxes_of_change


@each(lambda of: MOVED[of.name])
def test_place_says_where_each_point_went(of: AttackSet, attack: AttackFunction):
    assert likeness(*seen_again(run(attack, 2))) > 0.85


@pytest.mark.parametrize("of", LATER, ids=lambda of: of.name)
def test_names_are_unique_within_a_set(of: AttackSet):
    names = [attack.__name__ for attack in (*of.benign, *of.edits)]
    assert len(set(names)) == len(names)
    assert len({name for name, _ in of.resharing}) == len(of.resharing)


def test_no_two_sets_share_a_drawing():
    known: set[object] = {attack.function for attack in (*BENIGN, *EDITS)}
    for of in SETS:
        own = {*of.benign, *of.edits}
        assert not known & own
        known |= own
