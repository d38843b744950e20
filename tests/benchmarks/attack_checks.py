"""What the tests of every set of attacks ask of one attacked picture."""

from collections.abc import Callable
from functools import cache

import cv2
import numpy as np

from app.model.geometry import Box
from benchmarks.attacks.geometry import move_points, resize, size_of
from tests.benchmarks.drawn_posters import SIZE, DrawnOthers, draw_poster


@cache
def run(attack, seed=1, wide=SIZE[0]):
    """What an attack function makes of the first poster, that many pixels wide."""
    return attack(poster(wide), np.random.default_rng(seed), DrawnOthers())


@cache
def poster(wide=SIZE[0]):
    """The first poster, that many pixels wide."""
    return draw_poster(0) if wide == SIZE[0] else resize(draw_poster(0), wide, round(wide * SIZE[1] / SIZE[0]))[0]


def by_name(attack):
    """The name of an attack function, for the ids of tests."""
    return attack.__name__


def assert_boxes_lie_inside(attacked):
    """A picture of at least 48 pixels each way, with all its boxes in it."""
    assert attacked.pixels.dtype == np.uint8
    assert attacked.pixels.shape[2:] == (3,)
    width, height = size_of(attacked.pixels)
    assert min(width, height) >= 48
    for box in (*attacked.boxes_of_change, *(part.box for part in attacked.parts)):
        assert 0 <= box.x < box.x + box.width <= width, box
        assert 0 <= box.y < box.y + box.height <= height, box


def assert_repeats(attack, one):
    """one: what it made of the first poster with seed 1. Again it makes the same, and leaves the poster alone."""
    picture = draw_poster(0)
    two = attack(picture, np.random.default_rng(1), DrawnOthers())
    assert np.array_equal(one.pixels, two.pixels)
    assert (one.boxes_of_change, one.note, one.saved_as) == (two.boxes_of_change, two.note, two.saved_as)
    assert np.array_equal(picture, draw_poster(0))


def assert_something_changed_in_each_box(attacked):
    """Of the first poster, kept in its place: some of each box differs by more than grain does."""
    changed = np.abs(attacked.pixels.astype(int) - poster().astype(int)).max(axis=2) > 12
    for box in attacked.boxes_of_change:
        assert changed[box.y : box.y + box.height, box.x : box.x + box.width].mean() > 0.03, box


def assert_changed_in_the_boxes_alone(attacked, *, changed: float, clear: float, reach: Callable[[Box], int]):
    """Of the first poster. changed: least share of each box that differs by 20 levels. clear: levels by which one pixel
    in 33 of it differs at least. reach: pixels that shadows, glows and feathers may go over a box."""
    assert attacked.boxes_of_change
    away = np.abs(draw_poster(0).astype(int) - attacked.pixels).max(axis=2)
    outside = np.ones(away.shape, bool)
    for box in attacked.boxes_of_change:
        inner = away[box.y : box.y + box.height, box.x : box.x + box.width]
        assert (inner > 20).mean() > changed, box
        assert np.percentile(inner, 97) > clear, box
    for box in (*attacked.boxes_of_change, *(part.box for part in attacked.parts)):
        over = reach(box)
        rows = slice(max(0, box.y - over), box.y + box.height + over)
        outside[rows, max(0, box.x - over) : box.x + box.width + over] = False
    assert not outside.any() or away[outside].max() <= 2


def seen_again(attacked):
    """Smoothed colours at a grid of points of the first poster, and where `place` says that they went."""
    back = cv2.warpPerspective(attacked.pixels, attacked.place, SIZE, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    grid = np.stack(np.meshgrid(np.arange(20, 280, 5), np.arange(20, 420, 5)), axis=-1).reshape(-1, 2)
    there = move_points(grid.astype(float), attacked.place)
    seen = ((there > 8) & (there < np.array(size_of(attacked.pixels)) - 9)).all(axis=1)
    assert seen.sum() > 100
    x, y = grid[seen].T
    return tuple(cv2.GaussianBlur(each, (0, 0), 2)[y, x].astype(int) for each in (draw_poster(0), back))


def likeness(before, after):
    """Correlation of two lots of colours, -1..1."""
    return np.corrcoef(before.ravel(), after.ravel())[0, 1]
