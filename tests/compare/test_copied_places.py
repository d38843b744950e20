"""A piece of the poster copied over another place is found, however it lies; stickers and what was moved are none."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from app.compare.compare import ComparedReference, compare
from app.compare.copied_places import find_copied
from app.fingerprints.local_features import compute_local_features
from app.fingerprints.working_copy import make_working_copy
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.report import FoundBy
from tests.support.pictures import SIZE, draw_artwork, submit
from tests.support.values import make_reference

WIDTH, HEIGHT = SIZE
OFFICIAL = draw_artwork(23)
TAKEN, PUT = Box(210, 60, 110, 120), Box(30, 330, 110, 120)


def piece() -> Pixels:
    return OFFICIAL[TAKEN.y : TAKEN.y + TAKEN.height, TAKEN.x : TAKEN.x + TAKEN.width].copy()


def put(pixels: Pixels, what: Pixels) -> Pixels:
    picture = pixels.copy()
    picture[PUT.y : PUT.y + what.shape[0], PUT.x : PUT.x + what.shape[1]] = what
    return picture


def copied_in(submitted: Pixels) -> list[Box]:
    features = compute_local_features(make_working_copy(OFFICIAL))
    held = ComparedReference(make_reference(width=WIDTH, height=HEIGHT), OFFICIAL, (FoundBy.LOCAL_FEATURES,), 4)
    picture = submit(submitted)
    comparison = compare(picture, held, features)
    assert comparison.regions
    return [region.box for region in find_copied(picture, features, comparison, comparison.regions)]


def turned(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 20, 0.9)
    return np.asarray(cv2.warpAffine(pixels, matrix, (width, height), borderMode=cv2.BORDER_REFLECT), np.uint8)


@pytest.mark.parametrize(
    "way",
    [
        lambda pixels: pixels,
        lambda pixels: pixels[:, ::-1],
        turned,
        lambda pixels: cv2.resize(pixels, None, fx=1.25, fy=1.25, interpolation=cv2.INTER_CUBIC),
    ],
    ids=["as it was", "mirrored", "turned", "larger"],
)
@pytest.mark.parametrize("mirrored", [False, True], ids=["upright", "mirrored poster"])
def test_a_copy_is_found_however_it_lies(way: Callable[[Pixels], Pixels], mirrored: bool) -> None:
    edited = put(OFFICIAL, way(piece()))
    (found,) = copied_in(np.ascontiguousarray(edited[:, ::-1]) if mirrored else edited)
    assert found.overlap(PUT.flipped(WIDTH) if mirrored else PUT) > 0.4


def test_a_sticker_or_something_foreign_is_no_copy() -> None:
    dot = cv2.circle(OFFICIAL.copy(), (90, 390), 50, (250, 210, 40), -1)
    foreign = draw_artwork(77)[TAKEN.y : TAKEN.y + TAKEN.height, TAKEN.x : TAKEN.x + TAKEN.width]
    assert copied_in(dot) == copied_in(put(OFFICIAL, foreign)) == []


def test_what_left_its_place_was_moved_and_not_copied() -> None:
    moved = put(OFFICIAL, piece())
    moved[TAKEN.y : TAKEN.y + TAKEN.height, TAKEN.x : TAKEN.x + TAKEN.width] = (40, 46, 80)
    assert copied_in(moved) == []
