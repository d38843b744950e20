"""Bytes in, verdict out, with the demo library: the examples, honest copies, edits, fakes and strangers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from app.checker import Checker, CheckerOptions, open_checker
from app.errors import NotAnImage, TooLittleDetail
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.report import CheckReport, Relation, VerdictLabel
from benchmarks.attacks.encode import encode
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.pool import PosterPool, random_for
from benchmarks.attacks.registry import BENIGN, attack_named
from benchmarks.attacks.values import Attacked
from tests.support import pictures
from tests.support.pictures import decode, draw_artwork

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "reference_images"
EXAMPLES = ROOT / "examples"
POSTERS = ("the-salt-lantern", "copper-ninth", "velvet-meridian")
EVERY_BENIGN = [attack.name for attack in BENIGN]
# Attacks that lay something over the poster: what lies there may leave a doubt, but never the wrong certainty.
LAID_OVER = {"sticker", "watermark", "handle", "caption_over", "play_button", "player_overlay", "chained2", "chained3"}
# At a third of a screenshot's width too few of this poster's key points are left to find it by.
TOO_SMALL = {("screenshot_small", "the-salt-lantern")}
CLAIMS = ("number", "words", "season", "title_replaced", "face")


@dataclass(frozen=True)
class Stated:
    """A line of examples/README.md: what the checker should say."""

    name: str
    verdict: VerdictLabel
    conclusive: bool
    relation: Relation


def stated_examples() -> list[Stated]:
    stated = []
    for line in (EXAMPLES / "README.md").read_text(encoding="utf-8").splitlines():
        found = re.match(r"\| `(.+?)` \|.*\| likely (official|fan-made)(, not conclusive)? \((\w+)\) \|", line)
        if found:
            name, verdict, unsure, relation = found.groups()
            label = VerdictLabel(f"likely_{verdict.replace('-', '_')}")
            stated.append(Stated(name, label, not unsure, Relation(relation)))
    return stated


@pytest.fixture(scope="module")
def checker(demo_copy: Path) -> Iterator[Checker]:
    with open_checker(CheckerOptions(home=demo_copy)) as opened:
        yield opened


def official_file(poster: str) -> bytes:
    return (DEMO / "official" / f"{poster}.jpg").read_bytes()


def attacked(poster: str, name: str, seed: int = 0) -> Attacked:
    others = tuple(path.name for path in sorted((DEMO / "official").glob("*.jpg")))
    pool = PosterPool(DEMO / "official", others, without=f"{poster}.jpg")
    return attack_named(name).function(decode(official_file(poster)), random_for(seed, poster, name), pool)


def check_attacked(checker: Checker, poster: str, name: str, seed: int = 0) -> CheckReport:
    made = attacked(poster, name, seed)
    return checker.check(encode(made.pixels, made.saved_as), f"{poster}-{name}")


def best_path(report: CheckReport) -> str:
    return report.matches[0].reference.path if report.matches else ""


def test_the_examples_page_lists_every_example() -> None:
    assert {stated.name for stated in stated_examples()} == {path.name for path in EXAMPLES.glob("*.jpg")}


@pytest.mark.parametrize("stated", stated_examples(), ids=lambda stated: stated.name)
def test_an_example_gets_the_answer_that_its_page_states(checker: Checker, stated: Stated) -> None:
    report = checker.check((EXAMPLES / stated.name).read_bytes(), stated.name)
    assert (report.verdict, report.relation) == (stated.verdict, stated.relation), report.summary
    assert report.conclusive == stated.conclusive


def test_the_added_two_is_marked_in_its_place(checker: Checker) -> None:
    report = checker.check((EXAMPLES / "sequel-added.jpg").read_bytes(), "sequel")
    before, after = decode(official_file("the-salt-lantern")), decode((EXAMPLES / "sequel-added.jpg").read_bytes())
    rows, columns = np.nonzero(np.abs(before.astype(int) - after).max(axis=2) > 60)
    left, top = int(columns.min()), int(rows.min())
    true = Box(left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1)
    found = [Box(r.x, r.y, r.width, r.height) for r in report.matches[0].changed_regions]
    assert max((box.overlap(true) for box in found), default=0) >= 0.3


@pytest.mark.parametrize("poster", POSTERS)
def test_the_file_itself_is_official(checker: Checker, poster: str) -> None:
    report = checker.check(official_file(poster), poster)
    assert (report.verdict, report.relation, report.conclusive) == (
        VerdictLabel.LIKELY_OFFICIAL,
        Relation.SAME_ARTWORK,
        True,
    )
    assert "same_file" in {reason.code for reason in report.reasons}
    assert best_path(report) == f"official/{poster}.jpg"
    assert report.matches[0].changed_regions == []


@pytest.mark.parametrize("number", range(len(EVERY_BENIGN)), ids=EVERY_BENIGN)
def test_an_honest_copy_is_official(checker: Checker, number: int) -> None:
    poster, name = POSTERS[number % len(POSTERS)], EVERY_BENIGN[number]
    if (name, poster) in TOO_SMALL:
        poster = POSTERS[(number + 1) % len(POSTERS)]
    report = check_attacked(checker, poster, name)
    assert best_path(report) == f"official/{poster}.jpg"
    right = report.verdict is VerdictLabel.LIKELY_OFFICIAL
    assert right or (name in LAID_OVER and not report.conclusive), report.summary


def test_most_stickers_and_marks_leave_a_poster_official(checker: Checker) -> None:
    reports = [check_attacked(checker, poster, name) for poster in POSTERS for name in sorted(LAID_OVER)]
    assert sum(report.verdict is VerdictLabel.LIKELY_OFFICIAL for report in reports) >= 0.8 * len(reports)


def test_a_plate_over_small_print_is_not_surely_a_caption(checker: Checker) -> None:
    report = check_attacked(checker, "copper-ninth", "title_replaced")
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE or not report.conclusive, report.summary


# Of copper-ninth, "title_replaced" covers the small print: that is the test before this one.
EDITED = [
    (poster, name) for name in CLAIMS for poster in POSTERS if (poster, name) != ("copper-ninth", "title_replaced")
]


@pytest.mark.parametrize(("poster", "name"), EDITED)
def test_an_edit_is_fan_made_and_its_place_is_marked(checker: Checker, poster: str, name: str) -> None:
    made = attacked(poster, name)
    report = checker.check(encode(made.pixels, made.saved_as), name)
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE, report.summary
    assert report.relation in {Relation.ALTERED_ARTWORK, Relation.COMPOSITE}
    assert best_path(report) == f"official/{poster}.jpg"
    shared = [
        Box(r.x, r.y, r.width, r.height).intersection(true)
        for r in report.matches[0].changed_regions
        for true in made.boxes_of_change
    ]
    assert max(shared, default=0) > 0
    width, height = size_of(made.pixels)
    for region in report.matches[0].changed_regions:
        assert 0 <= region.x < region.x + region.width <= width
        assert 0 <= region.y < region.y + region.height <= height


@pytest.mark.parametrize("name", ["mirror", "screenshot", "story"])
def test_an_edit_stays_fan_made_when_it_is_passed_on(checker: Checker, name: str) -> None:
    # Of this poster, it is the title itself that is replaced; a plate over small print is a caption to many.
    edited = attacked("the-salt-lantern", "title_replaced")
    pool = PosterPool(DEMO / "official", ("copper-ninth.jpg",))
    passed_on = attack_named(name).function(edited.pixels, random_for(1, "the-salt-lantern", name), pool)
    report = checker.check(encode(passed_on.pixels, passed_on.saved_as), name)
    assert report.verdict is VerdictLabel.LIKELY_FAN_MADE, report.summary
    assert best_path(report) == "official/the-salt-lantern.jpg"


@pytest.mark.parametrize("path", sorted((DEMO / "known_fakes").glob("*.jpg")), ids=lambda path: path.stem)
def test_a_known_fake_is_known_again(checker: Checker, path: Path) -> None:
    smaller = pictures.resize(decode(path.read_bytes()), 420, 630)
    report = checker.check(pictures.encode(smaller, "JPEG", quality=70), path.name)
    assert (report.verdict, report.relation) == (VerdictLabel.LIKELY_FAN_MADE, Relation.KNOWN_FAKE), report.summary
    assert report.conclusive
    assert report.matches[0].reference.label == "known_fake"
    assert report.matches[0].reference.path == f"known_fakes/{path.name}"


@pytest.mark.parametrize("seed", range(4))
def test_a_stranger_is_not_in_the_library_and_that_is_not_conclusive(checker: Checker, seed: int) -> None:
    report = checker.check(pictures.encode(draw_artwork(seed)), "stranger.jpg", title="The Salt Lantern")
    assert report.relation in {Relation.NO_MATCH, Relation.SHARED_ELEMENTS}
    assert (report.verdict, report.conclusive) == (VerdictLabel.LIKELY_FAN_MADE, False)
    references = report.library.references
    assert references == len(list(DEMO.glob("*/*.jpg")))
    assert str(references) in report.summary
    assert report.library.demo
    assert report.library.of_this_title == 3


def test_of_an_unknown_title_there_is_none(checker: Checker) -> None:
    data = pictures.encode(draw_artwork(1))
    assert checker.check(data, "a", title="No Such Film").library.of_this_title == 0
    assert checker.check(data, "a").library.of_this_title is None


@pytest.mark.parametrize(
    "pixels",
    [np.full((600, 400, 3), 128, np.uint8), np.zeros((600, 400, 3), np.uint8)],
    ids=["grey", "black"],
)
def test_a_plain_picture_has_too_little_detail(checker: Checker, pixels: Pixels) -> None:
    with pytest.raises(TooLittleDetail):
        checker.check(pictures.encode(pixels, "PNG"), "plain.png")


def test_a_half_dark_half_light_picture_is_no_match(checker: Checker) -> None:
    """Its hash collides with that of anything divided like it."""
    pixels = np.zeros((600, 400, 3), np.uint8)
    pixels[300:] = 255
    try:
        report = checker.check(pictures.encode(pixels, "PNG"), "halves.png")
    except TooLittleDetail:
        return
    assert report.relation is Relation.NO_MATCH


def test_what_is_no_picture_is_said_to_be_none(checker: Checker) -> None:
    with pytest.raises(NotAnImage):
        checker.check(b"not a picture", "notes.txt")
