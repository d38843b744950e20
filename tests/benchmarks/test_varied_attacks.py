"""The varied attacks on a small drawn picture: repeatable, valid, boxes where it changed, every kind reachable."""

from functools import cache

import cv2
import numpy as np
import pytest

from benchmarks.attacks.encode import decode, encode
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.varied import chrome, claims, letters, paint, stickers
from benchmarks.attacks.varied.icons import ICONS, icon
from benchmarks.attacks.varied.shapes import chosen
from benchmarks.attacks.varied.things import CLOUDED, THINGS, thing
from tests.benchmarks.drawn_posters import DrawnOthers, draw_poster

BENIGN = (
    (stickers.stickers, tuple(stickers.KINDS), 0.2),
    (chrome.chrome, tuple(chrome.KINDS), 0.2),
)
EDITS = (
    (claims.claims, tuple(claims.KINDS), 0.15),
    (letters.relettering, tuple(letters.KINDS), 0.1),
    (paint.repainting, tuple(paint.KINDS), 0.1),
)


@cache
def poster():
    return cv2.resize(draw_poster(0), (200, 293), interpolation=cv2.INTER_AREA)


def seeds_of(kinds, together):
    """For every kind a seed whose first draw is this kind alone."""
    found = {}
    for seed in range(3000):
        names = chosen(np.random.default_rng(seed), kinds, together)
        if len(names) == 1:
            found.setdefault(names[0], seed)
        if len(found) == len(kinds):
            break
    assert set(found) == set(kinds)
    return found


def cases(attacks):
    return [
        pytest.param(function, seed, kind, id=f"{function.__name__}-{kind}")
        for function, kinds, together in attacks
        for kind, seed in seeds_of(kinds, together).items()
    ]


def run(function, seed):
    return function(poster(), np.random.default_rng(seed), DrawnOthers())


def check_pixels(pixels):
    assert pixels.dtype == np.uint8
    assert pixels.shape == poster().shape


@pytest.mark.parametrize(("function", "seed", "kind"), cases(BENIGN))
def test_harmless_kinds_draw_something_and_claim_no_change(function, seed, kind):
    before = poster().copy()
    attacked = run(function, seed)
    check_pixels(attacked.pixels)
    assert attacked.boxes_of_change == ()
    assert attacked.note == kind
    assert np.array_equal(poster(), before)
    assert (np.abs(attacked.pixels.astype(int) - before).max(axis=2) > 8).sum() > 10


@pytest.mark.parametrize(("function", "seed", "kind"), cases(EDITS))
def test_edits_change_what_their_boxes_say(function, seed, kind):
    before = poster().copy()
    attacked = run(function, seed)
    check_pixels(attacked.pixels)
    assert attacked.note.startswith(kind)
    assert np.array_equal(poster(), before)
    assert attacked.boxes_of_change
    width, height = size_of(before)
    saved = decode(encode(attacked.pixels, attacked.saved_as))
    away = np.abs(saved.astype(int) - before).max(axis=2)
    for box in attacked.boxes_of_change:
        assert 0 <= box.x < box.x + box.width <= width
        assert 0 <= box.y < box.y + box.height <= height
        inner = away[box.y : box.y + box.height, box.x : box.x + box.width]
        assert (inner > 20).mean() > 0.03, box


@pytest.mark.parametrize("function", [function for function, _, _ in BENIGN + EDITS])
def test_the_same_seed_draws_the_same_and_another_draws_another(function):
    one, again, other = run(function, 5), run(function, 5), run(function, 6)
    assert np.array_equal(one.pixels, again.pixels)
    assert one.boxes_of_change == again.boxes_of_change
    assert one.note == again.note
    assert not np.array_equal(one.pixels, other.pixels)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_covers_some_of_its_board(name):
    piece = icon(40, np.random.default_rng(3), name)
    assert piece.pixels.shape == (40, 40, 3)
    assert 0.01 < piece.cover.mean() <= 1


@pytest.mark.parametrize("name", [*THINGS, *CLOUDED])
def test_every_thing_covers_some_of_its_board(name):
    piece = thing(60, (200, 40, 40), np.random.default_rng(3), name)
    assert piece.size[1] == 60
    assert 0.005 < piece.cover.mean() <= 1
