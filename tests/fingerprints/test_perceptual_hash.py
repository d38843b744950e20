"""The hash of a picture never changes within a version, survives saving, and distances are what they say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fingerprints.compute import FINGERPRINT_VERSION, compute_fingerprint
from app.fingerprints.perceptual_hash import HASH_BITS, MIN_DETAIL, compute_perceptual_hash, hash_distances
from app.fingerprints.working_copy import make_working_copy
from app.model.fingerprint import PerceptualHash
from app.model.poster_image import Pixels
from tests.support.pictures import as_image, decode, draw_artwork, encode, resize

hashes = st.binary(min_size=32, max_size=32).map(lambda data: np.frombuffer(data, np.uint8))


def hash_of(pixels: Pixels) -> PerceptualHash:
    return compute_perceptual_hash(make_working_copy(pixels).grey)


def distance(one: Pixels, other: Pixels) -> int:
    return int(hash_distances(hash_of(one).bits, hash_of(other).bits[None])[0])


@pytest.mark.parametrize(
    ("seed", "size", "golden"),
    [
        (1, (360, 540), "939f3c4e0994c73a86ac43d474d3e9e6586a6cb15b706bc585eb472adb441b68"),
        (2, (360, 540), "d8553f05eed27e901784234dc9cd68993f425326d943b7cd6670e4264f6a798a"),
        (3, (900, 1300), "d1f3bc33ea77ae0f89d14a0fcd18c1c88b905846787bfc6e8a5fe41c852c834d"),
    ],
)
def test_the_hash_is_pinned_to_the_version(seed: int, size: tuple[int, int], golden: str) -> None:
    """Another value here means that stored hashes no longer fit: raise FINGERPRINT_VERSION, then pin the new one."""
    assert FINGERPRINT_VERSION == 1
    assert hash_of(draw_artwork(seed, size)).bits.tobytes().hex() == golden


def test_a_fingerprint_names_its_version_and_its_file() -> None:
    image = as_image(draw_artwork(1))
    fingerprint = compute_fingerprint(image)
    assert (fingerprint.version, fingerprint.sha256) == (FINGERPRINT_VERSION, image.sha256)
    assert fingerprint.perceptual_hash.bits.shape == (32,)


@pytest.mark.parametrize("seed", range(4))
def test_saving_and_resizing_hardly_move_it_and_strangers_are_far(seed: int) -> None:
    artwork = draw_artwork(seed)
    assert distance(artwork, decode(encode(artwork, "JPEG", quality=40))) <= 16
    assert distance(artwork, resize(artwork, 200, 300)) <= 24
    assert distance(artwork, draw_artwork(seed + 100)) > 80


def test_plain_pictures_are_told_by_their_detail() -> None:
    plain = np.full((300, 200, 3), 77, np.uint8)
    assert hash_of(plain).detail < MIN_DETAIL < hash_of(draw_artwork(1)).detail


@given(one=hashes, many=st.lists(hashes, min_size=0, max_size=8))
def test_distances_count_differing_bits(one: np.ndarray, many: list[np.ndarray]) -> None:
    stacked = np.array(many, np.uint8).reshape(-1, 32)
    slow = [sum(bin(int(a) ^ int(b)).count("1") for a, b in zip(one, other, strict=True)) for other in many]
    assert hash_distances(one, stacked).tolist() == slow


@given(one=hashes)
def test_a_hash_is_at_no_distance_from_itself_and_at_full_distance_from_its_opposite(one: np.ndarray) -> None:
    assert hash_distances(one, np.stack([one, ~one])).tolist() == [0, HASH_BITS]


def test_distances_do_not_need_aligned_arrays() -> None:
    wide = np.random.default_rng(0).integers(0, 256, (5, 65), dtype=np.uint8)
    part = wide[:, 1:33]
    assert hash_distances(wide[0, 1:33], part).tolist() == hash_distances(part[0].copy(), part.copy()).tolist()
