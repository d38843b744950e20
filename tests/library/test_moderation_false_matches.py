"""A pair that a moderator called a false match stays one for copies too, and nothing else is kept from matching."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.fingerprints.perceptual_hash import hash_distances
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import Library
from app.library.moderation.false_matches import SAME_PICTURE_BITS
from app.library.moderation.moderation import Moderation
from app.model.fingerprint import PerceptualHash
from app.model.reference import Label
from tests.library.conftest import draw_picture
from tests.library.reporting import hash_of, make_report, saved


@pytest.fixture
def moderation(library: Library) -> Moderation:
    return Moderation(library.database, library.pictures)


@pytest.fixture
def reference_id(library: Library) -> str:
    """Of drawn picture 9."""
    new = NewReference(saved(draw_picture(9)), Label.OFFICIAL)
    assert add_references(library, [new], ImportOptions(jobs=1)).added == 1
    return library.references().items[0].id


def of(library: Library, data: bytes) -> frozenset[str]:
    return library.false_matches_of(hashlib.sha256(data).hexdigest(), hash_of(data))


def copies(picture: Image.Image) -> list[bytes]:
    """Saved again, at other qualities and sizes."""
    half = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS)
    return [*(saved(picture, quality) for quality in (30, 50, 75, 95)), saved(half)]


def test_copies_of_a_picture_lie_within_the_limit() -> None:
    for seed in range(20):
        picture = draw_picture(seed)
        many = np.stack([hash_of(copy).bits for copy in copies(picture)])
        assert hash_distances(hash_of(saved(picture)).bits, many).max() <= SAME_PICTURE_BITS // 2


def test_the_picture_and_its_copies_are_kept_from_the_reference(
    library: Library, moderation: Moderation, reference_id: str
) -> None:
    reported = make_report(1)
    assert of(library, reported.picture or b"") == frozenset()
    entry = moderation.mark_false_match(moderation.report(reported).id, reference_id, "", "Ann")
    for data in (reported.picture or b"", *copies(draw_picture(1))):
        assert of(library, data) == {reference_id}
    assert of(library, saved(draw_picture(2))) == frozenset()
    assert of(library, saved(draw_picture(9))) == frozenset()
    moderation.undo(entry.id, "Ann")
    assert of(library, reported.picture or b"") == frozenset()


def test_what_looks_like_the_reference_is_still_found(
    library: Library, moderation: Moderation, reference_id: str
) -> None:
    # The reported picture is the reference with a small mark: so near that copies of the two can hardly be told apart.
    marked = draw_picture(9)
    ImageDraw.Draw(marked).ellipse((93, 143, 101, 151), fill=(255, 255, 255))
    data = saved(marked)
    reported = make_report(9, sha256=hashlib.sha256(data).hexdigest(), perceptual_hash=hash_of(data), picture=data)
    assert hash_distances(hash_of(data).bits, hash_of(saved(draw_picture(9))).bits[None])[0] <= SAME_PICTURE_BITS
    moderation.mark_false_match(moderation.report(reported).id, reference_id, "", "Ann")
    assert of(library, data) == {reference_id}
    assert of(library, saved(draw_picture(9))) == frozenset()


def test_a_hash_that_says_nothing_is_not_believed(library: Library, moderation: Moderation, reference_id: str) -> None:
    plain = PerceptualHash(hash_of(saved(draw_picture(1))).bits, 1.0)
    moderation.mark_false_match(moderation.report(make_report(1)).id, reference_id, "", "Ann")
    assert library.false_matches_of("0" * 64, plain) == frozenset()
    assert library.false_matches_of(make_report(1).sha256, plain) == {reference_id}


def test_other_processes_see_it_and_a_restart_keeps_it(
    home: Path, library: Library, moderation: Moderation, reference_id: str
) -> None:
    with Library.open(home) as other:
        assert of(other, saved(draw_picture(1))) == frozenset()
        moderation.mark_false_match(moderation.report(make_report(1)).id, reference_id, "", "Ann")
        assert of(other, saved(draw_picture(1))) == {reference_id}
    library.close()
    with Library.open(home, create=False) as again:
        assert of(again, saved(draw_picture(1))) == {reference_id}


def test_two_reports_of_one_pair_are_undone_apart(library: Library, moderation: Moderation, reference_id: str) -> None:
    first = moderation.report(make_report(1))
    second = moderation.report(make_report(1, check_id="c_anothercheckofit"))
    kept = moderation.mark_false_match(first.id, reference_id, "", "Ann")
    repeated = moderation.mark_false_match(second.id, reference_id, "", "Ann")
    moderation.undo(repeated.id, "Ann")
    assert of(library, saved(draw_picture(1))) == {reference_id}
    moderation.undo(kept.id, "Ann")
    assert of(library, saved(draw_picture(1))) == frozenset()


def test_it_outlives_the_removal_of_its_reference(library: Library, moderation: Moderation, reference_id: str) -> None:
    moderation.mark_false_match(moderation.report(make_report(1)).id, reference_id, "", "Ann")
    library.remove(reference_id)
    assert of(library, saved(draw_picture(1))) == {reference_id}
    assert add_references(library, [NewReference(saved(draw_picture(9)), Label.OFFICIAL)]).added == 1
    assert of(library, saved(draw_picture(1))) == {reference_id}
