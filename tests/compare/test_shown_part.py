"""Where a cropped poster ends on a ground that goes on around it."""

import cv2
import numpy as np
import pytest

from app.compare.frame_sides import FrameSides
from app.compare.lay_over import LaidOver
from app.compare.shown_part import only_shown

HEIGHT, WIDTH, RIM = 420, 300, 24


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
        sides=FrameSides(goes_on=(True, True, True, True), seams=seams),
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
