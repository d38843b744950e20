"""Key points: pinned to the version, in original pixels at any working size, and turned over exactly."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from app.fingerprints.compute import FINGERPRINT_VERSION
from app.fingerprints.local_features import FEATURES, compute_local_features, mirror_features, root_sift
from app.fingerprints.working_copy import make_working_copy
from app.model.fingerprint import LocalFeatures
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork, resize

# The strongest key points of picture 1: x, y, size, angle.
GOLDEN_COUNT = 389
GOLDEN_KEYPOINTS = (
    (79.3, 368.1, 4.2, 192),
    (79.3, 368.1, 4.2, 357),
    (229.7, 338.9, 13.9, 266),
    (229.5, 340.2, 14.9, 267),
    (98.9, 179.9, 20.5, 183),
    (306.2, 410.2, 9.8, 238),
)


def features_of(pixels: Pixels, side: int = 640, count: int = FEATURES) -> LocalFeatures:
    return compute_local_features(make_working_copy(pixels, side), count)


def nearest(points: NDArray[np.float32], others: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For each point the index of the nearest of the others, by place, and how far that is."""
    away = np.hypot(points[:, None, 0] - others[None, :, 0], points[:, None, 1] - others[None, :, 1])
    best = away.argmin(axis=1)
    return best, away[np.arange(len(points)), best]


def test_key_points_are_pinned_to_the_version() -> None:
    """Other values here mean that stored features no longer fit: raise FINGERPRINT_VERSION, then pin the new ones."""
    assert FINGERPRINT_VERSION == 1
    features = features_of(draw_artwork(1))
    assert len(features) == pytest.approx(GOLDEN_COUNT, rel=0.02)
    for x, y, size, angle in GOLDEN_KEYPOINTS:
        away = np.abs(features.keypoints[:20] - (x, y, size, angle))
        away[:, 3] = np.minimum(away[:, 3], 360 - away[:, 3])
        assert ((away[:, :2].max(axis=1) < 0.5) & (away[:, 2] < 0.5) & (away[:, 3] < 3)).any(), (x, y)


def test_descriptors_are_whole_sift_and_strongest_first() -> None:
    features = features_of(draw_artwork(1))
    assert features.descriptors.shape == (len(features), 128)
    norms = np.linalg.norm(features.descriptors.astype(float), axis=1)
    assert 480 < np.median(norms) < 530
    few = features_of(draw_artwork(1), count=50)
    assert len(few) == 50
    assert np.allclose(few.keypoints[:, :2], features.keypoints[:50, :2], atol=0.01)
    assert np.array_equal(features.strongest(50).descriptors, features.descriptors[:50])


@pytest.mark.parametrize("size", [(360, 540), (1024, 1536), (251, 377)])
@pytest.mark.parametrize("side", [640, 1280])
def test_places_are_in_original_pixels_at_any_working_size(size: tuple[int, int], side: int) -> None:
    original = draw_artwork(7)
    features, reference = features_of(resize(original, *size), side), features_of(original)
    assert features.image_size == size
    stretch = np.array([size[0] / 360, size[1] / 540])
    expected = (reference.keypoints[:200, :2] + 0.5) * stretch - 0.5
    _, away = nearest(expected, features.keypoints)
    assert np.median(away) < 0.8 * max(stretch)
    assert features.keypoints[:, 0].max() < size[0]
    assert features.keypoints[:, 1].max() < size[1]


def test_sizes_grow_with_the_picture() -> None:
    small, large = features_of(draw_artwork(7)), features_of(resize(draw_artwork(7), 1440, 2160))
    likeness = root_sift(small.strongest(200).descriptors) @ root_sift(large.descriptors).T
    twin, sure = likeness.argmax(axis=1), likeness.max(axis=1) > 0.9
    assert sure.sum() > 50
    assert np.median(large.keypoints[twin[sure], 2] / small.keypoints[:200][sure, 2]) == pytest.approx(4, rel=0.1)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("size", [(360, 540), (1000, 700)])
def test_turning_features_over_is_turning_the_picture_over(seed: int, size: tuple[int, int]) -> None:
    artwork = draw_artwork(seed, size)
    derived = mirror_features(features_of(artwork)).strongest(300)
    extracted = features_of(np.ascontiguousarray(artwork[:, ::-1]))
    likeness = root_sift(derived.descriptors) @ root_sift(extracted.descriptors).T
    close = np.hypot(
        derived.keypoints[:, None, 0] - extracted.keypoints[None, :, 0],
        derived.keypoints[:, None, 1] - extracted.keypoints[None, :, 1],
    )
    _, away = nearest(derived.keypoints, extracted.keypoints)
    assert np.median(away) < 1.5
    # Several key points may lie at one place, with other angles: the likest of them is meant.
    at_place = np.where(close < 2.5, likeness, 0)
    assert (at_place.max(axis=1) > 0.9).mean() > 0.7
    twin = at_place.argmax(axis=1)
    sure = at_place.max(axis=1) > 0.9
    turn = np.abs(derived.keypoints[sure, 3] - extracted.keypoints[twin[sure], 3]) % 360
    assert np.median(np.minimum(turn, 360 - turn)) < 3


def test_turning_over_twice_is_nothing() -> None:
    features = features_of(draw_artwork(1))
    back = mirror_features(mirror_features(features))
    assert np.allclose(back.keypoints[:, :3], features.keypoints[:, :3], atol=1e-3)
    turn = np.abs(back.keypoints[:, 3] - features.keypoints[:, 3])
    assert np.minimum(turn, 360 - turn).max() < 1e-3
    assert np.array_equal(back.descriptors, features.descriptors)


def test_a_plain_picture_has_no_key_points() -> None:
    features = features_of(np.full((300, 200, 3), 90, np.uint8))
    assert len(features) == 0
    assert features.keypoints.shape == (0, 4)
    assert features.descriptors.shape == (0, 128)
    assert features.image_size == (200, 300)
    assert len(mirror_features(features)) == 0


@given(
    arrays(np.uint8, st.tuples(st.integers(0, 5), st.just(128)))
    .filter(lambda descriptors: bool((descriptors.sum(axis=1) > 0).all()))
)  # fmt: skip
def test_root_sift_has_unit_length_and_is_the_hellinger_kernel(descriptors: NDArray[np.uint8]) -> None:
    vectors = root_sift(descriptors)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    shares = descriptors / np.maximum(descriptors.sum(axis=1, keepdims=True, dtype=np.float64), 1)
    slow = np.sqrt(shares[:, None] * shares[None]).sum(axis=2)
    assert np.allclose(vectors @ vectors.T, slow, atol=1e-4)


def test_an_empty_descriptor_is_no_number_out_of_range() -> None:
    assert np.array_equal(root_sift(np.zeros((1, 128), np.uint8)), np.zeros((1, 128), np.float32))
