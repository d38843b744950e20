"""A reference is found where it lies in the submitted picture, whichever way it was laid there, and nowhere else."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from app.compare.compare import ComparedReference, compare
from app.compare.registration.align_small import align_small
from app.compare.registration.match_features import match_features
from app.compare.registration.register import register_by_features, register_directly
from app.compare.registration.verify_geometry import GeometryFailure, picture_corners, project, verify_geometry
from app.fingerprints.local_features import compute_local_features
from app.fingerprints.working_copy import make_working_copy
from app.model.fingerprint import LocalFeatures
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.report import FoundBy
from tests.support.pictures import SIZE, draw_artwork, resize, submit
from tests.support.values import make_reference

Matrix = NDArray[np.float64]
REFERENCE = draw_artwork(11)
WIDTH, HEIGHT = SIZE


def features_of(pixels: Pixels) -> LocalFeatures:
    return compute_local_features(make_working_copy(pixels))


FEATURES = features_of(REFERENCE)


def laid(matrix: Matrix, size: tuple[int, int]) -> Pixels:
    """The reference on a plain ground."""
    picture = cv2.warpPerspective(REFERENCE, matrix, size, flags=cv2.INTER_CUBIC, borderValue=(90, 90, 90))
    return np.asarray(picture, np.uint8)


def similarity(seed: int) -> tuple[Matrix, tuple[int, int]]:
    """Any turn, half to twice the size, anywhere in a picture that holds all of it."""
    random = np.random.default_rng(seed)
    angle, scale = random.uniform(-np.pi, np.pi), 2 ** random.uniform(-0.8, 0.8)
    turn = np.eye(3)
    turn[:2, :2] = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return inside(turn, random)


def perspective(seed: int) -> tuple[Matrix, tuple[int, int]]:
    """The corners moved by up to a tenth of the sides: a page seen from a slant."""
    random = np.random.default_rng(seed)
    corners = picture_corners(SIZE)
    moved = corners + random.uniform(-0.1, 0.1, (4, 2)) * SIZE
    return inside(cv2.getPerspectiveTransform(corners.astype(np.float32), moved.astype(np.float32)), random)


def inside(matrix: Matrix, random: np.random.Generator) -> tuple[Matrix, tuple[int, int]]:
    corners = project(matrix, picture_corners(SIZE))
    low, high = corners.min(axis=0), corners.max(axis=0)
    margin = random.uniform(10, 60, 2)
    shift = np.eye(3)
    shift[:2, 2] = margin - low
    width, height = (high - low + margin + random.uniform(10, 60, 2)).astype(int)
    return shift @ matrix, (int(width), int(height))


def corner_error(found: Matrix, true: Matrix, size: tuple[int, int]) -> float:
    """The largest error of a corner, as a share of the submitted picture's longer side."""
    corners = picture_corners(SIZE)
    away = project(found, corners) - project(true, corners)
    return float(np.hypot(*away.T).max() / max(size))


@pytest.mark.parametrize("make", [similarity, perspective])
@pytest.mark.parametrize("seed", range(6))
def test_the_mapping_is_recovered(make, seed: int) -> None:
    true, size = make(seed)
    found = register_by_features(submit(laid(true, size)), FEATURES)
    assert not found.mirrored
    assert found.verification.failure is None
    assert found.verification.homography is not None
    assert corner_error(found.verification.homography, true, size) < 0.008
    assert found.verification.spread > 0.3


@pytest.mark.parametrize("make", [similarity, perspective])
@pytest.mark.parametrize("seed", range(20, 23))
@pytest.mark.parametrize("mirrored_first", [False, True])
def test_a_mirrored_picture_maps_to_itself_turned_over(make, seed: int, mirrored_first: bool) -> None:
    true, size = make(seed)
    flipped = np.ascontiguousarray(laid(true, size)[:, ::-1])
    found = register_by_features(submit(flipped), FEATURES, mirrored_first=mirrored_first)
    assert found.mirrored
    assert found.verification.homography is not None
    assert corner_error(found.verification.homography, true, size) < 0.008


def test_looking_for_the_mirror_image_first_does_not_make_a_plain_picture_mirrored() -> None:
    found = register_by_features(submit(REFERENCE), FEATURES, mirrored_first=True)
    assert not found.mirrored
    assert found.verification.homography is not None


def test_a_poster_small_in_a_large_picture_is_mapped_exactly() -> None:
    true = np.array([[0.9, 0, 500.0], [0, 0.9, 700.0], [0, 0, 1]])
    size = (1400, 1900)
    found = register_by_features(submit(laid(true, size)), FEATURES)
    assert found.verification.homography is not None
    assert corner_error(found.verification.homography, true, size) < 0.002


@pytest.mark.parametrize("seed", range(30, 38))
def test_strangers_do_not_fit_and_the_gate_is_named(seed: int) -> None:
    found = register_by_features(submit(draw_artwork(seed)), FEATURES).verification
    assert found.homography is None
    assert found.failure in {
        GeometryFailure.TOO_FEW_MATCHES,
        GeometryFailure.NO_COMMON_PLANE,
        GeometryFailure.TOO_FEW_INLIERS,
    }


def test_a_plain_picture_has_too_few_matches() -> None:
    found = register_by_features(submit(np.full((300, 200, 3), 120, np.uint8)), FEATURES).verification
    assert (found.homography, found.failure, found.inliers) == (None, GeometryFailure.TOO_FEW_MATCHES, 0)


def moved_features(matrix: Matrix) -> LocalFeatures:
    """The reference's own features at other places, their sizes and angles left alone."""
    keypoints = FEATURES.keypoints.copy()
    keypoints[:, :2] = project(matrix, keypoints[:, :2].astype(np.float64))
    return LocalFeatures(keypoints, FEATURES.descriptors, SIZE)


def failure_of(matrix: Matrix) -> GeometryFailure | None:
    query = moved_features(matrix)
    return verify_geometry(query, FEATURES, match_features(query, FEATURES)).failure


def test_a_mapping_that_turns_the_picture_over_is_refused() -> None:
    turned = np.array([[-1.0, 0, WIDTH], [0, 1, 0], [0, 0, 1]])
    assert failure_of(turned) in {GeometryFailure.TURNED_OVER, GeometryFailure.NO_COMMON_PLANE}


@pytest.mark.parametrize(
    "matrix",
    [
        np.array([[1.0, 0, 0], [0, 0.12, 200], [0, 0, 1]]),
        np.array([[1.0, 0, 0], [0, 1, 0], [0.02, 0, 1]]),
    ],
    ids=["squeezed", "seen along its plane"],
)
def test_a_mapping_that_no_page_could_have_is_refused(matrix: Matrix) -> None:
    assert failure_of(matrix) is GeometryFailure.FOLDED


def test_points_of_one_place_are_one_witness() -> None:
    """A logo's worth of points is no agreement, however many angles SIFT gives each."""
    picture = resize(draw_artwork(50, (60, 60)), 90, 90)
    patch = REFERENCE.copy()
    patch[200:230, 100:130] = resize(picture, 30, 30)
    stranger = draw_artwork(51)
    stranger[300:330, 200:230] = resize(picture, 30, 30)
    assert register_by_features(submit(stranger), features_of(patch)).verification.homography is None


@pytest.mark.parametrize("size", [(360, 540), (180, 270), (720, 1080), (250, 375), (301, 450)])
def test_a_plain_reshare_is_registered_directly(size: tuple[int, int]) -> None:
    found = register_directly(submit(resize(REFERENCE, *size)), REFERENCE, SIZE)
    assert found is not None
    true = np.array([[size[0] / 360, 0, 0], [0, size[1] / 540, 0], [0, 0, 1]])
    assert corner_error(found, true, size) < 0.006


def test_a_larger_copy_is_registered_by_the_middles_of_its_pixels() -> None:
    """Four times as large, the first pixel's middle lies one and a half pixels further in."""
    found = register_directly(submit(resize(REFERENCE, 4 * WIDTH, 4 * HEIGHT)), REFERENCE, SIZE)
    assert found is not None
    middle = project(found, np.array([[WIDTH / 2, HEIGHT / 2]]))[0]
    assert middle == pytest.approx((2 * WIDTH + 1.5, 2 * HEIGHT + 1.5), abs=0.5)


def test_a_slight_crop_is_registered_directly_too() -> None:
    found = register_directly(submit(REFERENCE[8:532, 5:355]), REFERENCE, SIZE)
    assert found is not None
    assert corner_error(found, np.array([[1.0, 0, -5], [0, 1, -8], [0, 0, 1]]), SIZE) < 0.01


def test_another_shape_or_another_picture_is_not_registered_directly() -> None:
    assert register_directly(submit(REFERENCE[:400]), REFERENCE, SIZE) is None
    assert register_directly(submit(draw_artwork(77)), REFERENCE, SIZE) is None
    assert register_directly(submit(np.full((540, 360, 3), 80, np.uint8)), REFERENCE, SIZE) is None


def test_registering_is_repeatable() -> None:
    true, size = perspective(3)
    one, two = (register_by_features(submit(laid(true, size)), FEATURES).verification.homography for _ in range(2))
    assert one is not None
    assert np.array_equal(one, two)


@pytest.mark.parametrize("down", [0.02, 0.42, 0.78], ids=["above", "in the middle", "below"])
def test_a_caption_does_not_draw_a_direct_alignment(down: float) -> None:
    """The picture lies in place but for what is put on it; a tenth of a small picture's pixel is half of one here."""
    template = cv2.cvtColor(cv2.resize(draw_artwork(21), (107, 160), interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    picture = template.copy()
    top = round(160 * down)
    picture[top : top + 30] = 235
    cv2.putText(picture, "wait", (30, top + 22), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 10, 2)
    warp = align_small(template, picture)
    assert warp is not None
    corners = warp[:, :2] @ np.array([[0, 107, 0, 107], [0, 0, 160, 160]]) + warp[:, 2:]
    assert np.abs(corners - [[0, 107, 0, 107], [0, 0, 160, 160]]).max() < 0.1


def test_two_pictures_do_not_fit_each_other() -> None:
    one, other = (cv2.cvtColor(cv2.resize(draw_artwork(seed), (107, 160)), cv2.COLOR_RGB2GRAY) for seed in (21, 5))
    warp = align_small(one, other)
    assert warp is None or np.abs(warp - np.eye(2, 3)).max() > 0.5


def test_a_place_of_a_picture_is_registered_as_if_it_were_cut_out() -> None:
    page = np.full((1500, 900, 3), 24, np.uint8)
    page[304 : 304 + 270, 123 : 123 + 180] = resize(REFERENCE, 180, 270)
    found = register_directly(submit(page), REFERENCE, SIZE, place=Box(120, 300, 180, 270))
    assert found is not None
    assert project(found, picture_corners(SIZE)) == pytest.approx(
        np.array([[123, 304], [303, 304], [303, 574], [123, 574]]), abs=1.5
    )
    assert register_directly(submit(page), REFERENCE, SIZE, place=Box(500, 900, 180, 270)) is None


def test_the_artwork_under_a_title_that_was_moved_is_laid_over_by_its_own_points() -> None:
    title, ground = draw_artwork(31, (240, 90)), resize(draw_artwork(32, (60, 90)), *SIZE)
    reference, version = ground.copy(), resize(ground[54:, 36:], *SIZE).copy()
    reference[320:410, 30:270] = title
    version[380:470, 30:270] = title
    features = features_of(reference)
    first = register_by_features(submit(version), features)
    assert first.verification.homography is not None
    stood, down = np.array([[30.0, 320.0], [270.0, 410.0]]), np.array([0.0, 60.0])
    np.testing.assert_allclose(project(first.verification.homography, stood), stood + down, atol=2)
    held = ComparedReference(make_reference(width=WIDTH, height=HEIGHT), reference, (FoundBy.LOCAL_FEATURES,), None)
    comparison = compare(submit(version), held, features)
    assert comparison.homography is not None
    artwork, grown = np.array([[36.0, 54.0], [360.0, 540.0]]), np.array([[0.0, 0.0], [360.0, 540.0]])
    np.testing.assert_allclose(project(comparison.homography, artwork), grown, atol=4)
