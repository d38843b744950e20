"""The checker over time: several threads, a library that other processes change, reports and drawings of them."""

import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.checker import Checker, CheckerOptions, View, open_checker
from app.compare.submitted import SubmittedPicture
from app.errors import LibraryBroken, WrongUse
from app.fingerprints.local_features import compute_local_features
from app.fingerprints.working_copy import COARSE_SIDE, WorkingCopy
from app.imaging.load import load_image
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import Library
from app.library.moderation.moderation import Moderation
from app.library.moderation.values import NewReport, ReportKind
from app.library.packs.load import load_pack
from app.library.packs.write import PackOptions, export_pack
from app.model.fingerprint import LocalFeatures
from app.model.poster_image import Pixels
from app.model.reference import Label, ReferenceState
from app.model.report import CheckReport, Relation
from tests.cli.running import postercheck
from tests.support.pictures import decode, draw_artwork, encode, resize

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
# As in the contract between the faces; more is allowed.
FIELDS = {
    "": "id input sha256 checked_at verdict probability_official confidence conclusive relation summary reasons "
    "matches text image library engine timings_ms",
    "reasons": "code supports weight text reference_id region",
    "matches": "reference relation found_by hash_distance inliers mirrored query_coverage reference_coverage "
    "changed_share changed_regions",
    "matches.reference": "id label title path tier source page_url language",
    "matches.changed_regions": "x y width height share kind words_before words_after",
    "text": "title lines",
    "image": "format width height bytes metadata",
    "library": "references official known_fakes version demo of_this_title",
    "engine": "version fingerprint_version index",
    "timings_ms": "load fingerprint search compare text total",
}


@pytest.fixture(scope="module")
def checker(demo_copy: Path) -> Iterator[Checker]:
    with open_checker(CheckerOptions(home=demo_copy)) as opened:
        yield opened


@pytest.fixture(scope="module")
def edited() -> bytes:
    return (EXAMPLES / "sequel-added.jpg").read_bytes()


@pytest.fixture(scope="module")
def report(checker: Checker, edited: bytes) -> CheckReport:
    return checker.check(
        edited, "folder/sequel-added.jpg", source_url="https://example.org/p", title="The Salt Lantern"
    )


def steady(report: CheckReport) -> dict[str, object]:
    """A report without what differs from run to run."""
    held: dict[str, object] = json.loads(report.model_dump_json())
    for name in ("id", "checked_at", "timings_ms"):
        del held[name]
    return held


def inner(held: object, path: str) -> list[dict[str, object]]:
    """The objects at a dotted path, lists flattened."""
    level = [held]
    for name in filter(None, path.split(".")):
        found = [item[name] for item in level if isinstance(item, dict)]
        level = [part for item in found for part in (item if isinstance(item, list) else [item])]
    return [item for item in level if isinstance(item, dict)]


@pytest.mark.parametrize("path", FIELDS)
def test_a_report_has_every_field_of_the_contract(report: CheckReport, path: str) -> None:
    found = inner(json.loads(report.model_dump_json()), path)
    assert found
    for item in found:
        assert set(FIELDS[path].split()) <= set(item)


def test_a_report_is_of_this_file_and_this_library(report: CheckReport, edited: bytes, checker: Checker) -> None:
    assert report.input == "folder/sequel-added.jpg"
    assert report.id.startswith("c_")
    assert report.sha256 == load_image(edited).sha256
    assert (report.image.format, report.image.bytes) == ("JPEG", len(edited))
    assert report.checked_at.utcoffset() is not None
    assert report.library.version == checker.library.version()
    assert report.timings_ms["total"] >= sum(report.timings_ms.values()) / 2 - 1
    assert CheckReport.model_validate_json(report.model_dump_json()) == report


def test_matches_are_few_and_the_best_one_is_first(report: CheckReport) -> None:
    assert 1 <= len(report.matches) <= 5
    assert report.matches[0].reference.path == "official/the-salt-lantern.jpg"
    assert len({match.reference.id for match in report.matches}) == len(report.matches)


def test_identifiers_differ_and_everything_else_repeats(checker: Checker, edited: bytes) -> None:
    one, other = (checker.check(edited, "same") for _ in range(2))
    assert one.id != other.id
    assert steady(one) == steady(other)


def test_threads_get_the_reports_that_one_thread_gets(checker: Checker) -> None:
    files = sorted(EXAMPLES.glob("*.jpg"))[:6]
    alone = {path.name: steady(checker.check(path.read_bytes(), path.name)) for path in files}
    together: dict[str, list[object]] = {path.name: [] for path in files}

    def work(order: list[Path]) -> None:
        for path in order:
            try:
                together[path.name].append(steady(checker.check(path.read_bytes(), path.name)))
            except Exception as error:  # noqa: BLE001 - told by the main thread
                together[path.name].append(error)

    threads = [threading.Thread(target=work, args=(order,)) for order in (files, files[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, reports in together.items():
        assert reports == [alone[name], alone[name]]


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    assert picture.format == "PNG"
    return picture


def test_every_view_has_its_size(checker: Checker, edited: bytes, report: CheckReport) -> None:
    submitted = (report.image.width, report.image.height)
    rendition = checker.library.rendition(report.matches[0].reference.id)
    drawn = {view: opened(checker.draw(edited, report, view)) for view in View}
    assert drawn[View.OVERLAY].size == submitted
    assert drawn[View.HEAT].size == submitted
    assert drawn[View.REFERENCE].size == (rendition.shape[1], rendition.shape[0])
    wide, high = drawn[View.ALIGNED].size
    assert wide / high == pytest.approx(rendition.shape[1] / rendition.shape[0], rel=0.02)
    assert drawn[View.DIFF].width > drawn[View.DIFF].height


def test_views_show_the_changed_place(checker: Checker, edited: bytes, report: CheckReport) -> None:
    region = report.matches[0].changed_regions[0]
    glow = np.asarray(opened(checker.draw(edited, report, View.HEAT)).convert("RGB")).astype(int)
    colour = glow.max(axis=2) - glow.min(axis=2)
    place = colour[region.y : region.y + region.height, region.x : region.x + region.width]
    assert place.mean() > 4 * colour.mean()
    marked = np.asarray(opened(checker.draw(edited, report, View.OVERLAY)).convert("RGB")).astype(int)
    assert (np.abs(marked - decode(edited)).max(axis=2) > 40).any()


def test_views_of_a_mirrored_picture_are_the_right_way_round(checker: Checker, edited: bytes) -> None:
    data = encode(np.ascontiguousarray(decode(edited)[:, ::-1]), "PNG")
    report = checker.check(data, "mirrored")
    assert report.matches[0].mirrored
    aligned = np.asarray(opened(checker.draw(data, report, View.ALIGNED)).convert("RGB"))
    reference = resize(checker.library.rendition(report.matches[0].reference.id), aligned.shape[1], aligned.shape[0])
    as_it_is = np.abs(aligned.astype(int) - reference).mean()
    assert as_it_is < 0.5 * np.abs(aligned[:, ::-1].astype(int) - reference).mean()


def test_without_a_match_there_is_only_the_picture(checker: Checker) -> None:
    data = encode(draw_artwork(3), "PNG")
    report = checker.check(data, "stranger")
    if report.relation is Relation.NO_MATCH:
        assert np.array_equal(decode(checker.draw(data, report, View.OVERLAY)), draw_artwork(3))
        for view in set(View) - {View.OVERLAY}:
            with pytest.raises(WrongUse):
                checker.draw(data, report, view)


def test_what_another_process_adds_is_matched_by_the_next_check(tmp_path: Path) -> None:
    home = tmp_path / "home"
    newcomer = tmp_path / "newcomer.png"
    newcomer.write_bytes(encode(draw_artwork(40), "PNG"))
    with open_checker(CheckerOptions(home=home)) as checker:
        copy = encode(resize(draw_artwork(40), 300, 450), "JPEG", quality=80)
        before = checker.check(copy, "copy")
        assert (before.relation, before.library.references) == (Relation.NO_MATCH, 0)
        done = postercheck("--home", home, "library", "add", newcomer, "--label", "official", "--title", "New Film")
        assert done.returncode == 0, done.stderr
        after = checker.check(copy, "copy")
        assert after.relation is Relation.SAME_ARTWORK
        assert after.matches[0].reference.title == "New Film"
        assert after.library.references == 1
        reference = after.matches[0].reference.id
        checker.library.set_state(reference, ReferenceState.DISABLED)
        assert checker.check(copy, "copy").matches == []
        assert checker.check(newcomer.read_bytes(), "the file itself").matches == []
        checker.library.set_state(reference, ReferenceState.ACTIVE)
        assert checker.check(copy, "copy").relation is Relation.SAME_ARTWORK
        checker.library.remove(reference)
        assert checker.check(copy, "copy").relation is Relation.NO_MATCH


def test_a_home_that_cannot_be_one_is_a_library_error(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(LibraryBroken):
        open_checker(CheckerOptions(home=tmp_path / "home"))


def test_a_pair_that_a_moderator_ruled_out_is_never_matched_again(tmp_path: Path) -> None:
    artwork = draw_artwork(61)
    path = tmp_path / "poster.png"
    path.write_bytes(encode(artwork, "PNG"))
    copy = encode(artwork, quality=60)
    with open_checker(CheckerOptions(home=tmp_path / "home")) as checker:
        add_references(checker.library, [NewReference(path, Label.OFFICIAL, "Sixty-one")], ImportOptions(jobs=1), None)
        matched = checker.check(copy, "copy.jpg")
        assert matched.relation is Relation.SAME_ARTWORK
        image = load_image(copy)
        wrong = NewReport(
            kind=ReportKind.WRONG_VERDICT,
            check_id=matched.id,
            sha256=matched.sha256,
            perceptual_hash=SubmittedPicture(image).perceptual_hash,
            report=matched.model_dump_json(),
        )
        moderation = Moderation(checker.library.database, checker.library.pictures)
        report = moderation.report(wrong)
        entry = moderation.mark_false_match(report.id, matched.matches[0].reference.id, "another film", "Ann")
        assert checker.check(copy, "copy.jpg").relation is Relation.NO_MATCH
        assert checker.check(path.read_bytes(), "itself.png").relation is Relation.SAME_ARTWORK
        moderation.undo(entry.id, "Ann")
        assert checker.check(copy, "copy.jpg").relation is Relation.SAME_ARTWORK


def test_a_reference_known_by_its_fingerprint_only_is_found_and_not_laid_over(tmp_path: Path) -> None:
    artwork, other = draw_artwork(62), draw_artwork(63)
    news = []
    for name, pixels in (("a.png", artwork), ("b.png", other)):
        (tmp_path / name).write_bytes(encode(pixels, "PNG"))
        news.append(NewReference(tmp_path / name, Label.OFFICIAL, f"Poster {name}"))
    with Library.open(tmp_path / "full") as full:
        add_references(full, news, ImportOptions(jobs=1), None)
        export_pack(full, tmp_path / "library.pack", PackOptions())
    with open_checker(CheckerOptions(home=tmp_path / "light")) as checker:
        load_pack(checker.library, tmp_path / "library.pack")
        again = checker.check(encode(artwork, quality=70), "again.jpg")
        assert again.relation is Relation.SHARED_ELEMENTS
        assert not again.conclusive
        assert again.matches[0].reference.title == "Poster a.png"
        assert again.matches[0].failure == "picture_missing"
        assert "known_by_fingerprint" in [reason.code for reason in again.reasons]
        assert any("one official reference of Poster a.png" in note for note in again.library.notes)
        itself = checker.check((tmp_path / "a.png").read_bytes(), "a.png")
        assert itself.relation is Relation.SAME_ARTWORK


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Longest sides of the copies that key points are taken from, as they are taken."""
    sides: list[int] = []

    def recording(copy: WorkingCopy, most: int) -> LocalFeatures:
        sides.append(max(copy.grey.shape))
        return compute_local_features(copy, most)

    monkeypatch.setattr("app.compare.submitted.compute_local_features", recording)
    return sides


def cropped(pixels: Pixels) -> bytes:
    height, width = pixels.shape[:2]
    return encode(pixels[height // 12 :, width // 12 :])


def test_a_small_copy_is_enough_for_a_cropped_poster(checker: Checker, looked_at: list[int]) -> None:
    official = decode(next((ROOT / "reference_images" / "official").glob("*.jpg")).read_bytes())
    report = checker.check(cropped(official), "cropped.jpg")
    assert report.relation is Relation.SAME_ARTWORK
    assert looked_at
    assert max(looked_at) <= COARSE_SIDE


def test_an_edit_is_looked_at_closely(checker: Checker, edited: bytes, looked_at: list[int]) -> None:
    report = checker.check(cropped(decode(edited)), "cropped.jpg")
    assert report.relation is Relation.ALTERED_ARTWORK
    assert max(looked_at) > COARSE_SIDE
