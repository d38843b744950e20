"""Where a cropped poster ends on a ground that goes on around it."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from app.compare.aligned.lay_over import LaidOver
from app.compare.aligned.residual import measure_residual
from app.compare.shown.shown_part import only_agreeing, only_shown
from app.compare.surroundings.frame_sides import FrameSides

HEIGHT, WIDTH, RIM = 420, 300, 24
_POINTS = np.linspace(0, 1, 60, endpoint=False)


def laid_on_ground(seams: tuple[float, float, float, float], *, ends: tuple[bool, bool, bool, bool]) -> LaidOver:
    """A poster full of detail; where it ends, at the left, top, right and bottom, a rim of it is smooth ground."""
    drawn = np.random.default_rng(11).integers(0, 255, (HEIGHT // 6, WIDTH // 6, 3), np.uint8)
    reference = cv2.resize(drawn, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST)
    query = reference.copy()
    down = np.linspace(60, 110, HEIGHT)[:, None, None]
    ground = np.broadcast_to(down, (HEIGHT, WIDTH, 3)).astype(np.uint8)
    left, top, right, bottom = (RIM * end for end in ends)
    shown = np.zeros((HEIGHT, WIDTH), bool)
    shown[top : HEIGHT - bottom, left : WIDTH - right] = True
    query[~shown] = ground[~shown]
    return LaidOver(
        query=query,
        reference=reference,
        inside=np.ones((HEIGHT, WIDTH), bool),
        to_query=np.eye(3),
        to_reference=(1.0, 1.0),
        query_scale=1.0,
        sides=FrameSides(goes_on=(True, True, True, True), seamed=_POINTS[None] < np.array(seams)[:, None]),
    )


def test_the_ground_on_every_side_is_no_part_of_the_poster() -> None:
    inside = only_shown(laid_on_ground((0.0, 0.0, 0.0, 0.0), ends=(True, True, True, True))).inside
    assert not inside[: RIM - 4].any()
    assert not inside[-RIM + 4 :].any()
    assert not inside[:, : RIM - 4].any()
    assert not inside[:, -RIM + 4 :].any()
    assert inside[RIM + 12 : -RIM - 12, RIM + 12 : -RIM - 12].all()


@pytest.mark.parametrize("side", range(4))
def test_a_seam_on_the_ground_of_a_poster_that_ends_on_it_is_none_of_the_poster_s(side: int) -> None:
    seams = [0.0] * 4
    seams[side] = 0.6
    inside = only_shown(laid_on_ground((seams[0], seams[1], seams[2], seams[3]), ends=(True, True, True, True))).inside
    strips = [inside[:, : RIM - 4], inside[: RIM - 4], inside[:, -RIM + 4 :], inside[-RIM + 4 :]]
    assert not strips[side].any()


def test_a_seam_is_the_poster_s_own_edge_where_no_other_side_ends_on_a_ground() -> None:
    inside = only_shown(laid_on_ground((0.0, 0.0, 0.0, 0.6), ends=(False, False, False, True))).inside
    assert inside.all()


def laid_between(bars: tuple[int, int], sides: FrameSides, level: int = 255) -> LaidOver:
    """A poster of which as many rows at the top and the bottom as bars say are of one grey, with words in black."""
    drawn = np.random.default_rng(12).integers(0, 200, (HEIGHT // 12, WIDTH // 12, 3), np.uint8)
    reference = cv2.resize(drawn, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST)
    query = reference.copy()
    top, bottom = bars
    for bar in (query[:top], query[HEIGHT - bottom :]):
        bar[:] = level
        bar[10:20, 30:120:3] = 0
    inside = np.ones((HEIGHT, WIDTH), bool)
    return LaidOver(query, reference, inside, np.eye(3), (1.0, 1.0), 1.0, sides=sides)


def test_the_chrome_of_an_app_over_and_under_a_crop_is_no_part_of_the_poster() -> None:
    inside = only_shown(laid_between((66, 90), FrameSides())).inside
    assert not inside[:62].any()
    assert not inside[HEIGHT - 86 :].any()
    assert inside[72 : HEIGHT - 96].all()


def test_one_plain_bar_within_a_picture_that_ends_there_may_have_been_painted() -> None:
    assert only_shown(laid_between((0, 90), FrameSides())).inside.all()


def test_a_plain_half_with_words_may_be_another_poster_s() -> None:
    laid = laid_between((HEIGHT // 2, 0), FrameSides((True, True, True, True), np.zeros((4, len(_POINTS)), dtype=bool)))
    laid.query[40:48, 20:280] = 0
    inside = only_shown(laid).inside
    assert inside[60 : HEIGHT // 2].all()
    assert inside[HEIGHT // 2 :].all()


@pytest.mark.parametrize(("open_at_its_ends", "shown"), [(True, False), (False, True)])
def test_words_across_a_poster_s_side_stand_on_a_ground_that_goes_on_at_its_ends(
    open_at_its_ends: bool, shown: bool
) -> None:
    ground = HEIGHT // 3
    seamed = np.ones((4, len(_POINTS)), dtype=bool)
    seamed[[0, 2]] = not open_at_its_ends
    laid = laid_between((ground, 0), FrameSides((True, True, True, True), seamed), level=100)
    inside = only_agreeing(laid, measure_residual(laid)).inside
    assert inside[: ground - 6].any() == shown
    assert inside[ground + 16 :].all()


def test_what_was_cut_off_before_counts_towards_how_much_of_a_poster_is_left() -> None:
    """A great smooth blob that somebody pasted on the rest of it is no ground then."""
    ground, left = HEIGHT // 3, HEIGHT // 5
    seamed = np.ones((4, len(_POINTS)), dtype=bool)
    seamed[[0, 2]] = False
    laid = laid_between((ground, 0), FrameSides((True, True, True, True), seamed), level=100)
    residual = measure_residual(laid)
    assert not only_agreeing(laid, residual).inside[: ground - 6].any()
    laid.inside[ground + left :] = False
    assert only_agreeing(laid, residual).inside[: ground + left].all()


@pytest.mark.parametrize(("begun", "shown"), [(True, False), (False, True)])
def test_words_stand_on_a_ground_that_began_below_them_up_to_the_poster_s_edge(begun: bool, shown: bool) -> None:
    ground, below = HEIGHT // 3, 40
    laid = laid_between((0, ground), FrameSides((True, True, True, True), _POINTS[None] < np.zeros((4, 1))), level=100)
    laid.query[HEIGHT - below - 24 : HEIGHT - below, 20:280:7] = 0
    laid.inside[HEIGHT - below :] = not begun
    laid.sides.seamed[[0, 2]] = True
    inside = only_agreeing(laid, measure_residual(laid)).inside
    assert inside[HEIGHT - ground + 6 : HEIGHT - below - 30].any() == shown
    assert inside[: HEIGHT - ground - 16].all()


def test_of_next_to_nothing_no_ground_is_sought() -> None:
    laid = laid_between((0, 90), FrameSides((True, True, True, True), np.zeros((4, len(_POINTS)), dtype=bool)))
    laid.inside[1:] = False
    assert np.array_equal(only_agreeing(laid, measure_residual(laid)).inside, laid.inside)


def test_a_crop_ends_where_its_strokes_begin_though_the_poster_is_as_light_as_its_ground() -> None:
    reference = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    reference[::12, 20:280:9] = 0
    reference[1::12, 20:280:9] = 0
    query = reference.copy()
    query[HEIGHT - 60 :] = 255
    query[HEIGHT - 30 : HEIGHT - 20, 40:50] = 90
    open_sides = FrameSides((True, True, True, True), np.zeros((4, len(_POINTS)), dtype=bool))
    laid = LaidOver(query, reference, np.ones((HEIGHT, WIDTH), bool), np.eye(3), (1.0, 1.0), 1.0, sides=open_sides)
    inside = only_shown(laid).inside
    assert not inside[HEIGHT - 58 :].any()
    assert inside[: HEIGHT - 62].all()


@pytest.mark.parametrize(("framed", "kept"), [(True, True), (False, False)], ids=["with the poster", "beyond it"])
def test_a_smooth_picture_that_ends_with_the_poster_is_joined_to_it(*, framed: bool, kept: bool) -> None:
    """Half of the frame is a sky; bars lie over and under both halves, or over and under the poster alone."""
    drawn = np.random.default_rng(13).integers(0, 255, (HEIGHT // 6, WIDTH // 6, 3), np.uint8)
    reference = cv2.resize(drawn, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST)
    query, half = reference.copy(), WIDTH // 2
    query[:, :half] = np.linspace(90, 130, HEIGHT)[:, None, None].astype(np.uint8)
    for bar in (np.s_[:40], np.s_[-40:]):
        query[bar, 0 if framed else half :] = 255
    sides = FrameSides(goes_on=(False, True, False, True), seamed=np.zeros((4, 60), bool))
    laid = LaidOver(query, reference, np.ones((HEIGHT, WIDTH), bool), np.eye(3), (1.0, 1.0), 1.0, sides=sides)
    shown = only_shown(laid)
    inside = only_agreeing(shown, measure_residual(shown)).inside
    assert bool(inside[60:-60, 10 : half - 20].any()) == kept


@pytest.mark.parametrize(("begins", "shown"), [(0, True), (4, True), (40, False)], ids=["whole", "nearly", "cropped"])
def test_a_smooth_rim_with_a_seam_is_ground_where_the_poster_was_cropped_at_two_sides(begins: int, shown: bool) -> None:
    laid = laid_on_ground((0.0, 0.5, 0.0, 0.0), ends=(False, True, False, False))
    inside = laid.inside.copy()
    inside[:, :begins] = inside[:, WIDTH - begins :] = False
    assert bool(only_shown(replace(laid, inside=inside)).inside[: RIM - 4].any()) == shown
