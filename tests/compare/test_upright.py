"""A turned picture is shown as its reference stands, and places are found in it."""

import cv2
import numpy as np
import pytest

from app.compare.registration.verify_geometry import Homography
from app.compare.upright import UprightPicture, show_upright
from app.model.geometry import Box
from app.model.poster_image import Pixels
from tests.support.pictures import SIZE, draw_artwork, submit
from tests.support.values import make_comparison, make_reference, make_region

POSTER = draw_artwork(41)
PLACE = Box(120, 80, 60, 40)


def turned(degrees: float, grown: float = 1.0) -> tuple[Pixels, Homography]:
    side = round(grown * float(np.hypot(*SIZE)))
    matrix = np.eye(3)
    matrix[:2] = cv2.getRotationMatrix2D((SIZE[0] / 2, SIZE[1] / 2), degrees, grown)
    matrix[:2, 2] += side / 2 - SIZE[0] / 2, side / 2 - SIZE[1] / 2
    return np.asarray(cv2.warpPerspective(POSTER, matrix, (side, side), flags=cv2.INTER_CUBIC), np.uint8), matrix


def shown(pixels: Pixels, matrix: Homography, *, mirrored: bool = False) -> UprightPicture | None:
    reference = make_reference(width=SIZE[0], height=SIZE[1])
    return show_upright(submit(pixels), make_comparison(reference=reference, homography=matrix, mirrored=mirrored))


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("degrees", [-30.0, 12.0, 90.0, 180.0])
def test_it_is_the_poster_again_at_the_size_it_was_submitted_in(degrees: float, mirrored: bool) -> None:
    pixels, matrix = turned(degrees, grown=1.5)
    seen = shown(np.ascontiguousarray(pixels[:, ::-1]) if mirrored else pixels, matrix, mirrored=mirrored)
    assert seen is not None
    assert seen.scale == pytest.approx(1.5, abs=0.01)
    expected = cv2.resize(POSTER, (seen.pixels.shape[1], seen.pixels.shape[0]), interpolation=cv2.INTER_CUBIC)
    apart = np.abs(seen.pixels.astype(int) - expected)[8:-8, 8:-8]
    assert np.median(apart) <= 4
    assert seen.place_of(make_region(reference_box=PLACE)) == PLACE.scaled(seen.scale, seen.scale)


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_box_of_the_submitted_picture_is_found_in_it(mirrored: bool) -> None:
    pixels, matrix = turned(90.0)
    side = pixels.shape[0]
    seen = shown(np.ascontiguousarray(pixels[:, ::-1]) if mirrored else pixels, matrix, mirrored=mirrored)
    assert seen is not None
    (left, top), (right, low) = (
        cv2.perspectiveTransform(np.array([[corner]]), matrix)[0, 0]
        for corner in ((float(PLACE.x), float(PLACE.y + PLACE.height)), (float(PLACE.x + PLACE.width), float(PLACE.y)))
    )
    x, y = min(left, right), min(top, low)
    box = Box(round(x), round(y), PLACE.height, PLACE.width)
    found = seen.box_of(box.flipped(side) if mirrored else box)
    assert found.overlap(PLACE) > 0.9


def test_what_hardly_is_turned_is_read_as_it_stands() -> None:
    assert shown(*turned(4.0)) is None
    assert show_upright(submit(POSTER), make_comparison(homography=None)) is None
