"""Pictures that are the same to the eye: grouped within a title, and noticed when their labels contradict."""

from pathlib import Path

import numpy as np
import pytest

from app.errors import ReferenceNotFound
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import Library
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.reference import Label, Provenance
from tests.support.pictures import draw_artwork, draw_two, encode, resize

IN_PROCESS = ImportOptions(jobs=1)
BOTH = (Label.OFFICIAL, Label.KNOWN_FAKE)


def new(pixels: Pixels, label: Label = Label.OFFICIAL, title: str = "Quiet Harbour", **options: int) -> NewReference:
    data = encode(pixels, **({"quality": 90} | options))
    return NewReference(data, label, title, provenance=Provenance(path=f"{len(data)}.jpg"))


def add(library: Library, *items: NewReference) -> None:
    summary = add_references(library, items, IN_PROCESS)
    assert summary.problems == ()


def groups(library: Library) -> list[int | None]:
    return [one.group for one in library.references().items]


def test_renditions_of_one_picture_are_a_group(library: Library) -> None:
    artwork = draw_artwork(1)
    add(library, new(artwork), new(draw_artwork(2)), new(resize(artwork, 240, 360)), new(artwork, quality=30))
    assert groups(library) == [1, None, 1, 1]


def test_a_group_does_not_depend_on_the_order(tmp_path: Path) -> None:
    artwork = draw_artwork(1)
    items = [new(artwork), new(artwork, quality=40), new(resize(artwork, 240, 360)), new(draw_artwork(2))]
    for number, order in enumerate(((0, 1, 2, 3), (2, 3, 0, 1))):
        with Library.open(tmp_path / str(number)) as library:
            for index in order:
                add(library, items[index])
            together = {one.sha256 for one in library.references().items if one.group is not None}
            assert len(together) == 3
            assert len({one.group for one in library.references().items}) == 2


def test_only_references_of_one_title_and_label_are_grouped(library: Library) -> None:
    artwork = draw_artwork(1)
    add(
        library,
        new(artwork),
        new(artwork, title="Glass River", quality=80),
        new(artwork, Label.KNOWN_FAKE, quality=70),
        new(artwork, title="", quality=60),
    )
    assert groups(library) == [None] * 4


@pytest.mark.parametrize("first", BOTH)
def test_one_file_with_both_labels_waits_for_a_moderator(library: Library, first: Label) -> None:
    second = BOTH[1 - BOTH.index(first)]
    add(library, new(draw_artwork(1), first))
    assert library.conflicts() == ()
    version = library.version()
    add(library, new(draw_artwork(1), second))
    (conflict,) = library.conflicts()
    assert (conflict.same_file, conflict.distance, conflict.settled_at) == (True, 0, "")
    assert library.get(conflict.official_id).label is Label.OFFICIAL
    assert library.get(conflict.fake_id).label is Label.KNOWN_FAKE
    assert library.version() > version
    assert [(one.code, one.fixed) for one in library.verify(fix=True)] == [("label_conflict", False)]

    library.settle_conflict(conflict.official_id, conflict.fake_id, "The official one came first.")
    assert library.conflicts() == ()
    assert [one.ruling for one in library.conflicts(settled=True)] == ["The official one came first."]
    assert library.verify() == []
    with pytest.raises(ReferenceNotFound):
        library.settle_conflict(conflict.fake_id, conflict.official_id, "the wrong way round")


@pytest.mark.parametrize("seed", range(3))
def test_the_same_picture_saved_otherwise_is_a_conflict_and_a_changed_one_is_none(library: Library, seed: int) -> None:
    artwork = draw_artwork(seed, (600, 900))
    for options in ({"quality": 10}, {"quality": 60}):
        add(library, new(artwork, **options))
    add(library, new(resize(artwork, 200, 300)))
    # A fake made from official art is what fakes are: nothing for a moderator to decide.
    for share in (0.05, 0.12):
        wide = int(600 * share)
        add(library, new(draw_two(artwork, Box(500, 700, wide, int(wide * 1.6))), Label.KNOWN_FAKE))
    assert library.conflicts() == ()
    add(library, new(artwork, Label.KNOWN_FAKE, quality=91))
    assert len(library.conflicts()) == 3
    assert not any(one.same_file for one in library.conflicts())


def test_a_conflict_goes_with_its_reference(library: Library) -> None:
    add(library, new(draw_artwork(1)), new(draw_artwork(1), Label.KNOWN_FAKE))
    library.remove(library.conflicts()[0].fake_id)
    assert library.conflicts() == ()
    assert library.verify() == []


def test_plain_pictures_are_not_taken_for_each_other(library: Library) -> None:
    items = []
    for number, label in enumerate(BOTH):
        picture = np.full((300, 200, 3), 100 + 4 * number, np.uint8)
        # A few dots: enough for key points, and not for a hash.
        for left in (90, 40 + 60 * number):
            picture[140:146, left : left + 6] = 60
        items.append(new(picture, label))
    add(library, *items)
    assert library.conflicts() == ()
    assert groups(library) == [None, None]
