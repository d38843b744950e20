"""Lettering that stands elsewhere than in the reference is found; a figure, a copy and a repaint are none."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from app.compare.compare import ComparedReference, compare
from app.compare.moved_parts import find_moved
from app.fingerprints.local_features import compute_local_features
from app.fingerprints.working_copy import make_working_copy
from app.model.comparison import MovedPart
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.report import FoundBy
from tests.support.pictures import SIZE, draw_artwork, submit
from tests.support.values import make_reference

WIDTH, HEIGHT = SIZE
ABOVE, BELOW = Box(40, 30, 280, 44), Box(40, 430, 280, 44)
GROUND = (40, 46, 80)


def clear(pixels: Pixels, place: Box) -> Pixels:
    picture = pixels.copy()
    picture[place.y : place.y + place.height, place.x : place.x + place.width] = GROUND
    return picture


def write(pixels: Pixels, place: Box, grown: float = 1.0) -> Pixels:
    lettering = np.full((place.height, place.width, 3), GROUND, np.uint8)
    cv2.putText(lettering, "VELVET MERIDIAN", (8, 32), cv2.FONT_HERSHEY_TRIPLEX, 0.9, (240, 220, 90), 2)
    lettering = cv2.resize(lettering, None, fx=grown, fy=grown, interpolation=cv2.INTER_CUBIC)
    picture = pixels.copy()
    picture[place.y : place.y + lettering.shape[0], place.x : place.x + lettering.shape[1]] = lettering
    return picture


BARE = clear(clear(draw_artwork(21), ABOVE), BELOW)
OFFICIAL = write(BARE, ABOVE)


def moved_in(submitted: Pixels, *, asked_before: bool = False) -> MovedPart | None:
    features = compute_local_features(make_working_copy(OFFICIAL))
    held = ComparedReference(make_reference(width=WIDTH, height=HEIGHT), OFFICIAL, (FoundBy.LOCAL_FEATURES,), 4)
    comparison = compare(submit(submitted), held, features)
    assert comparison.regions
    picture = submit(submitted)
    if asked_before:
        assert len(picture.features)
    return find_moved(picture, features, comparison)


def lies_in(place: Box, around: Box) -> bool:
    return place.intersection(around) >= 0.8 * place.area


@pytest.mark.parametrize("asked_before", [False, True], ids=["changed places alone", "the whole picture"])
def test_a_title_set_below_is_found_in_both_places(asked_before: bool) -> None:
    moved = moved_in(write(BARE, BELOW), asked_before=asked_before)
    assert moved is not None
    assert lies_in(moved.here, BELOW)
    assert lies_in(moved.there, ABOVE)


def test_in_a_mirrored_copy_too() -> None:
    moved = moved_in(np.ascontiguousarray(write(BARE, BELOW)[:, ::-1]))
    assert moved is not None
    assert lies_in(moved.here, Box(WIDTH - BELOW.x - BELOW.width, BELOW.y, BELOW.width, BELOW.height))


def test_a_smaller_title_is_the_same_title() -> None:
    moved = moved_in(write(BARE, BELOW, grown=0.8))
    assert moved is not None
    assert lies_in(moved.there, ABOVE)


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_title_that_stands_beside_all_that_the_reference_shows_is_found_there(mirrored: bool) -> None:
    sheet = np.full((HEIGHT + 160, WIDTH, 3), GROUND, np.uint8)
    sheet[160:] = BARE
    sheet = write(sheet, Box(40, 40, 280, 44))
    moved = moved_in(np.ascontiguousarray(sheet[:, ::-1]) if mirrored else sheet)
    assert moved is not None
    assert lies_in(moved.here, Box(40, 40, 280, 44))
    assert lies_in(moved.there, ABOVE)


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda: write(OFFICIAL, BELOW), id="a second title beside the first"),
        pytest.param(lambda: BARE, id="no title any more"),
        pytest.param(lambda: write(BARE, ABOVE, grown=1.1), id="a larger title in its own place"),
    ],
)
def test_nothing_was_moved(edit: Callable[[], Pixels]) -> None:
    assert moved_in(edit()) is None
