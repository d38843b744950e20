"""The harness's own sums: roles, splits, plans, overlaps, judging, tables."""

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime

import cv2
import pytest

from app.model.geometry import Box
from app.model.report import CheckReport, ReportBox, ReportPart
from benchmarks.attacks.values import Part
from benchmarks.harness.judge import judge
from benchmarks.harness.make_picture import MadePicture
from benchmarks.harness.overlap import any_found, union_overlap
from benchmarks.harness.plan import PlanOptions, in_split, make_plan, slice_names
from benchmarks.harness.posters import Pair, Poster, Roles, read_pairs, read_posters, share_roles, split_of
from benchmarks.harness.results import write_results
from benchmarks.harness.summary import make_row, summarise
from benchmarks.harness.tables import render
from benchmarks.harness.twins import find_twins
from benchmarks.harness.values import Outcome, Task, Truth
from tests.benchmarks.drawn_posters import draw_poster

POSTERS = [
    *(Poster(f"official/{n:03}.jpg", True, f"Film {n}") for n in range(60)),
    *(Poster(f"fan/{n:03}.jpg", False, f"Film {n}") for n in range(20)),
]


def make_report(
    verdict="likely_official", probability=0.97, conclusive=True, relation="same_artwork", match=None, regions=()
):
    matches = []
    if match:
        box = {"x": 0, "y": 0, "width": 1, "height": 1}
        matches.append(
            {
                "reference": {
                    "id": "r_1", "label": "official", "title": "", "path": match, "tier": None, "source": "",
                    "page_url": "", "language": "", "width": 300, "height": 440,
                },
                "relation": relation, "found_by": ["local_features"], "hash_distance": 3, "inliers": 90,
                "mirrored": False, "query_coverage": 1.0, "reference_coverage": 1.0, "changed_share": 0.1,
                "changed_regions": [
                    {"x": b.x, "y": b.y, "width": b.width, "height": b.height, "share": 0.1, "kind": "text",
                     "difference": 0.9, "reference_box": box}
                    for b in regions
                ],
                "homography": None,
            }
        )  # fmt: skip
    return CheckReport.model_validate(
        {
            "id": "c_1", "input": "x", "sha256": "0", "checked_at": datetime.now(UTC), "verdict": verdict,
            "probability_official": probability, "confidence": 0.97, "conclusive": conclusive, "relation": relation,
            "summary": "", "matches": matches, "text": {},
            "reasons": [{"code": "c", "supports": "neither", "weight": 0.5, "text": ""}],
            "image": {"format": "JPEG", "width": 300, "height": 440, "bytes": 1, "metadata": {}},
            "library": {"references": 1, "official": 1, "known_fakes": 0, "version": 1, "demo": False,
                        "of_this_title": None},
            "engine": {"version": "0", "fingerprint_version": 1, "index": "embedded"}, "timings_ms": {"total": 3.0},
        }
    )  # fmt: skip


def make_task(truth=Truth.OFFICIAL, right=("a.jpg",), name="jpeg", group="benign"):
    return Task(name, group, "a.jpg", name, truth, right=right)


def make_made(boxes=(), parts=()):
    return MadePicture(b"", (300, 440), "", tuple(boxes), tuple(parts))


def outcome_of(task, report, made=None, artworks=None) -> Outcome:
    return judge(task, made or make_made(), report, (50.0, 25.0), artworks or {})


def test_roles_keep_everybody_in_one_place():
    roles = share_roles(POSTERS, [])
    groups = (roles.library, roles.known_fakes, roles.strangers, roles.new_fakes)
    assert sorted(p.name for group in groups for p in group) == sorted(p.name for p in POSTERS)
    assert [len(group) for group in groups] == [54, 15, 6, 5]
    assert all(p.official for p in (*roles.library, *roles.strangers))


def test_a_second_file_of_a_title_is_no_stranger():
    usual = share_roles(POSTERS, []).strangers
    same = Poster("official/again.jpg", True, usual[0].title)
    assert usual[0] not in share_roles([*POSTERS, same], []).strangers


def test_no_variant_is_both_kept_and_checked(tmp_path):
    (tmp_path / "variants").mkdir()
    rows = [("1.jpg", "2.jpg"), ("2.jpg", "3.jpg"), ("3.jpg", "1.jpg"), ("4.jpg", "3.jpg")]
    with (tmp_path / "variants" / "pairs.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "file_a", "file_b", "relation"])
        writer.writerows([("T", a, b, "different_art_same_title") for a, b in rows])
    pairs = read_pairs(tmp_path)
    assert not {p.kept.name for p in pairs} & {p.checked.name for p in pairs}
    assert [(p.kept.name[9], p.checked.name[9]) for p in pairs] == [("1", "2"), ("3", "2"), ("3", "4")]


def test_reads_a_manifest_or_a_plain_folder(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("a.jpg", "b/c.png", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert read_posters(tmp_path) == [Poster("a.jpg", True), Poster("b/c.png", True)]
    (tmp_path / "manifest.csv").write_text("path,label,title\na.jpg,known_fake,T\n")
    assert read_posters(tmp_path) == [Poster("a.jpg", False, "T")]


def test_tuning_and_testing_share_no_poster():
    roles = share_roles(POSTERS, [])
    plans = {split: make_plan(roles, PlanOptions(8, split=split)) for split in ("tune", "test")}
    seen = {split: {task.poster for task in plan} for split, plan in plans.items()}
    assert seen["tune"]
    assert seen["test"]
    assert not seen["tune"] & seen["test"]
    assert {split_of(name) for name in seen["tune"]} == {"tune"}
    assert not set(in_split(POSTERS, PlanOptions(split="tune"))) & set(in_split(POSTERS, PlanOptions(split="test")))


def test_every_slice_has_as_many_pictures_as_asked_and_none_twice():
    plan = make_plan(share_roles(POSTERS, []), PlanOptions(30))
    sizes = {name: sum(task.slice == name for task in plan) for name in {task.slice for task in plan}}
    assert sizes.pop("strangers") == 6
    assert sizes.pop("new_fakes") == 5
    assert sizes.pop("known_fakes") == 15
    assert set(sizes.values()) == {30}
    assert len({task.file_name for task in plan}) == len(plan)
    assert set(sizes) < set(slice_names())


def test_slices_and_groups_can_be_picked():
    plan = make_plan(share_roles(POSTERS, []), PlanOptions(2, slices=("mirror", "jpeg_quality")))
    assert {task.slice for task in plan} == {"mirror", *(f"jpeg_quality_{q:02}" for q in (50, 30, 20, 10, 5))}


def test_a_picture_may_be_called_a_version_of_whatever_it_shows_in_any_pair():
    first, second, asked = (Poster(f"variants/{name}.jpg", True, "T") for name in ("1", "2", "3"))
    pairs = (Pair(first, asked, "same_art_text_or_crop_variant"), Pair(second, asked, "different_art_same_title"))
    roles = Roles((), (), (), (), pairs)
    tasks = make_plan(roles, PlanOptions(slices=("different_art_same_title",)))
    assert [task.related for task in tasks] == [(first.name,)]
    other = make_plan(replace(roles, pairs=pairs[1:]), PlanOptions(slices=("variants",)))
    assert [task.related for task in other] == [()]


def test_overlap_counts_area_once():
    true = [Box(0, 0, 100, 100)]
    assert any_found([Box(0, 0, 100, 40)], true)
    assert not any_found([Box(0, 0, 100, 29)], true)
    assert not any_found([], true)
    halves = [Box(0, 0, 100, 60), Box(0, 40, 100, 60)]
    assert union_overlap(halves, true, (200, 200)) == 1.0
    assert union_overlap([Box(100, 0, 100, 100)], true, (200, 200)) == 0.0
    assert union_overlap([Box(0, 0, 500, 1000)], [Box(0, 0, 1000, 1000)], (1000, 1000)) == pytest.approx(0.5, abs=0.01)


def test_a_right_answer_is_right():
    outcome = outcome_of(make_task(), make_report(match="a.jpg"))
    assert outcome.right_reference
    assert outcome.right_verdict is True
    assert not outcome.surely_wrong
    assert outcome.region_found is None


def test_another_file_of_the_same_artwork_is_right_too():
    artworks = {"a.jpg": "a.jpg", "b.jpg": "a.jpg", "c.jpg": "c.jpg"}
    assert outcome_of(make_task(), make_report(match="b.jpg"), artworks=artworks).right_reference
    assert not outcome_of(make_task(), make_report(match="c.jpg"), artworks=artworks).right_reference


def test_a_conclusive_wrong_answer_is_surely_wrong_and_an_unsure_one_is_not():
    task = make_task(Truth.FAN_MADE)
    assert outcome_of(task, make_report(match="a.jpg")).surely_wrong
    unsure = outcome_of(task, make_report(match="a.jpg", conclusive=False))
    assert unsure.right_verdict is False
    assert not unsure.surely_wrong


def test_of_a_stranger_nothing_can_be_said_surely():
    task = make_task(Truth.UNKNOWN, right=())
    plain = make_report("likely_fan_made", 0.4, False, "no_match")
    assert outcome_of(task, plain).right_reference
    assert outcome_of(task, plain).right_verdict is None
    assert not outcome_of(task, plain).surely_wrong
    mixed_up = outcome_of(task, make_report(match="b.jpg"))
    assert not mixed_up.right_reference
    assert mixed_up.surely_wrong


def test_of_a_recomposed_poster_another_version_of_its_source_is_a_fair_word():
    task = replace(make_task(Truth.UNKNOWN, right=()), related=("a.jpg",))
    version = make_report("likely_official", 0.6, False, "official_variant", match="a.jpg")
    assert outcome_of(task, version).right_reference
    altered = make_report("likely_official", 0.6, False, "altered_artwork", match="a.jpg")
    assert not outcome_of(task, altered).right_reference
    assert not outcome_of(replace(task, related=("b.jpg",)), version).right_reference


def test_changes_are_found_where_they_are():
    made = make_made([Box(10, 10, 50, 20)])
    task = make_task(Truth.FAN_MADE)
    there = outcome_of(task, make_report(match="a.jpg", regions=[Box(12, 8, 50, 22)]), made)
    elsewhere = outcome_of(task, make_report(match="a.jpg", regions=[Box(200, 300, 50, 22)]), made)
    assert there.region_found is True
    assert there.union_iou > 0.6
    assert elsewhere.region_found is False
    assert outcome_of(task, make_report(relation="no_match"), made).region_found is False


def test_in_a_composite_the_other_part_is_the_change():
    left, right = Box(0, 0, 150, 440), Box(150, 0, 150, 440)
    made = make_made([right], [Part("a.jpg", left), Part("b.jpg", right)])
    for match, change in (("a.jpg", right), ("b.jpg", left)):
        outcome = outcome_of(make_task(Truth.FAN_MADE), make_report(match=match, regions=[change]), made)
        assert outcome.right_reference
        assert outcome.region_found is True


def test_of_a_composite_the_parts_are_what_is_outlined():
    left, right = Box(0, 0, 150, 440), Box(150, 0, 150, 440)
    made = make_made([right], [Part("a.jpg", left), Part("b.jpg", right)])
    report = make_report(match="a.jpg", relation="composite", regions=[Box(0, 0, 20, 20)])

    def part(letter, reference_id, box):
        shape = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        return ReportPart(
            letter=letter, reference_id=reference_id, title="", share=0.5, colour="blue", outline=[], centre=(1, 1),
            box=ReportBox(**shape), reference_box=None,
        )  # fmt: skip

    told = report.model_copy(update={"parts": [part("A", "r_1", left), part("B", "r_2", right)]})
    outcome = outcome_of(make_task(Truth.FAN_MADE), told, made)
    assert outcome.region_found is True
    assert outcome.union_iou > 0.95
    assert outcome_of(make_task(Truth.FAN_MADE), report, made).region_found is False


def test_rows_average_what_they_should():
    good = outcome_of(make_task(), make_report(match="a.jpg"))
    bad = outcome_of(make_task(), make_report("likely_fan_made", 0.1, True, match="x.jpg"))
    refused = Outcome(make_task(), "", (10, 10), error="too_little_detail")
    row = make_row("jpeg", [good, good, bad, refused])
    assert (row.count, row.refused) == (4, 1)
    assert (row.right_reference, row.right_verdict, row.surely_wrong) == (0.5, 0.5, 0.25)
    assert (row.median_ms, row.times_baseline) == (50.0, 2.0)
    assert row.region_found is None


def test_tables_and_results_can_be_read_again(tmp_path):
    outcomes = [
        outcome_of(make_task(), make_report(match="a.jpg")),
        outcome_of(make_task(Truth.FAN_MADE, name="number", group="edit"), make_report(match="a.jpg")),
    ]
    summary = summarise(outcomes)
    text = render(summary, "Heading")
    for line in ("Heading", "### benign", "### edit", "### Calibration", "| same_artwork |"):
        assert line in text
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in tables)
    write_results(tmp_path / "r.json", {"seed": 0}, summary, outcomes)
    read = json.loads((tmp_path / "r.json").read_text())
    assert read["run"] == {"seed": 0}
    assert [p["slice"] for p in read["pictures"]] == ["jpeg", "number"]
    assert [p["surely_wrong"] for p in read["pictures"]] == [False, True]
    assert read["pictures"][0]["match"]["name"] == "a.jpg"
    assert "![Reliability diagram](r.svg)" in render(summary, "Heading", diagram="r.svg")
    assert "\n\n### Peers\n\n### Calibration" in render(summary, "Heading", peers="### Peers")


def test_a_finding_keeps_the_strength_that_its_weight_was_made_from():
    report = make_report()
    changed = report.reasons[0].model_copy(update={"code": "text_changed", "weight": 1.25, "strength": 0.25})
    silent = report.reasons[0].model_copy(update={"code": "overlay_on_top", "weight": 0.0, "strength": 0.7})
    outcome = outcome_of(make_task(), report.model_copy(update={"reasons": [changed, silent]}))
    assert [finding.strength for finding in outcome.findings] == [0.25, 0.7]


def test_a_sweep_has_its_steps_by_severity_and_one_total():
    tasks = [
        Task(f"jpeg_quality_{q}", "jpeg_quality", "a.jpg", "x", Truth.OFFICIAL, float(q), ("a.jpg",)) for q in (50, 10)
    ]
    summary = summarise([outcome_of(task, make_report(match="a.jpg")) for task in tasks])
    assert [row.severity for row in summary.slices] == [50.0, 10.0]
    assert [(row.name, row.severity, row.count) for row in summary.groups] == [("jpeg_quality", None, 2)]
    assert summary.everything.severity is None


def test_a_held_out_picture_with_a_twin_is_found_and_left_out(tmp_path):
    names = [f"{number}.jpg" for number in range(24)]
    for number, name in enumerate(names):
        cv2.imwrite(str(tmp_path / name), draw_poster(number))
    posters = [Poster(name, True) for name in names]
    stranger = share_roles(posters, []).strangers[0]
    picture = cv2.imread(str(tmp_path / stranger.name))
    kept = next(p for p in share_roles(posters, []).library)
    cv2.imwrite(str(tmp_path / kept.name), picture, [cv2.IMWRITE_JPEG_QUALITY, 60])
    roles = share_roles(posters, [])
    for _ in range(2):
        twins = find_twins(roles, tmp_path, tmp_path)
        assert twins.held_out == {stranger.name}
        assert twins.artworks == {p.name: p.name for p in roles.library}
    plan = make_plan(roles, PlanOptions(5), twins.held_out)
    assert stranger.name not in {task.poster for task in plan}


def test_two_files_of_a_title_or_of_one_picture_are_one_artwork(tmp_path):
    for number, name in ((0, "a.jpg"), (0, "b.jpg"), (1, "c.jpg"), (2, "d.jpg")):
        cv2.imwrite(str(tmp_path / name), draw_poster(number))
    titles = {"a.jpg": "", "b.jpg": "B", "c.jpg": "B", "d.jpg": ""}
    roles = Roles(tuple(Poster(name, True, title) for name, title in titles.items()), (), (), ())
    artworks = find_twins(roles, tmp_path, tmp_path).artworks
    assert artworks == {"a.jpg": "a.jpg", "b.jpg": "a.jpg", "c.jpg": "a.jpg", "d.jpg": "d.jpg"}
