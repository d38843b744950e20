"""What the result page says, worked out from reports."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from app.model.report import CheckReport, SkippedInput
from app.reports.format import NO_THUMBNAILS
from app.reports.html import html_row
from app.reports.text import report_text
from app.web.presentation import MAX_CROPS, view_batch_row, view_result, web_link


def make_report(**changes: Any) -> CheckReport:
    report = {
        "id": "c_0123456789abcdef",
        "input": "a.png",
        "sha256": "0" * 64,
        "checked_at": datetime.now(UTC),
        "verdict": "likely_fan_made",
        "probability_official": 0.03,
        "confidence": 0.97,
        "conclusive": True,
        "relation": "altered_artwork",
        "summary": "Changed.",
        "reasons": [],
        "matches": [make_match([make_region(40, 610, 0.02), make_region(300, 80, 0.05)])],
        "text": {},
        "image": {"format": "PNG", "width": 500, "height": 750, "bytes": 10, "metadata": {}},
        "library": {
            "references": 1,
            "official": 1,
            "known_fakes": 0,
            "version": 1,
            "demo": False,
            "of_this_title": None,
        },
        "engine": {"version": "1", "fingerprint_version": 1, "index": "embedded"},
        "timings_ms": {"total": 12.3},
    }
    return CheckReport.model_validate({**report, **changes})


def make_region(x: int, y: int, share: float, **changes: Any) -> dict[str, Any]:
    box = {"x": x, "y": y, "width": 100, "height": 60}
    return {**box, "share": share, "kind": "text", "difference": 0.9, "reference_box": {**box, "x": x + 7}, **changes}


def make_match(regions: list[dict[str, Any]], **changes: Any) -> dict[str, Any]:
    reference = {
        "id": "r_1", "label": "official", "title": "A film", "path": "a.jpg", "tier": "A", "source": "tudum",
        "page_url": "https://example.org/", "language": "en", "width": 400, "height": 600,
    }  # fmt: skip
    match = {
        "reference": reference, "relation": "altered_artwork", "found_by": ["local_features"], "hash_distance": None,
        "inliers": 100, "mirrored": False, "query_coverage": 1.0, "reference_coverage": 1.0, "changed_share": 0.1,
        "changed_regions": regions, "homography": [1, 0, 0, 0, 1, 0, 0, 0, 1],
    }  # fmt: skip
    return {**match, **changes}


def make_reason(**changes: Any) -> dict[str, Any]:
    return {"code": "x", "supports": "likely_fan_made", "weight": 3.5, "text": "Because.", **changes}


def test_regions_are_numbered_as_in_the_report_and_reasons_point_at_them() -> None:
    box = {"x": 300, "y": 80, "width": 100, "height": 60}
    view = view_result(make_report(reasons=[make_reason(region=box), make_reason(region={**box, "x": 1})]))
    assert [(region.number, region.submitted.box.x) for region in view.regions] == [(1, 40), (2, 300)]
    assert view.regions[0].reference.box.x == 47
    assert [reason.region for reason in view.reasons] == [2, None]


def test_the_page_the_text_and_the_batch_give_each_place_the_same_number() -> None:
    report = make_report()
    told = [(f"{region.submitted.box.x}, y {region.submitted.box.y}") for region in view_result(report).regions]
    lines = " ".join(report_text(report).split())
    row = html_row(report, NO_THUMBNAILS)
    for number, place in enumerate(told, start=1):
        assert re.search(rf"{number}\. words; [^.]*\.[^.]* at x {place}", lines)
        assert re.search(rf"<b>{number}</b> words; [^<]* at x {place}", row)


def test_crops_and_numbers_stay_inside_their_picture() -> None:
    regions = [make_region(0, 0, 0.1), make_region(400, 690, 0.2), make_region(-20, 740, 0.3)]
    for region in view_result(make_report(matches=[make_match(regions)])).regions:
        for mark, width, height in ((region.submitted, 500, 750), (region.reference, 400, 600)):
            assert mark.crop.x >= 0
            assert mark.crop.y >= 0
            assert mark.crop.x + mark.crop.width <= width
            assert mark.crop.y + mark.crop.height <= height
            assert mark.badge_radius <= mark.badge_x <= width - mark.badge_radius
            assert mark.badge_radius <= mark.badge_y <= height - mark.badge_radius


def test_elements_in_common_are_not_marked_as_changes() -> None:
    view = view_result(make_report(matches=[make_match([make_region(40, 610, 0.1)], relation="shared_elements")]))
    assert view.regions == []
    assert view.best is not None
    assert not view.best.same_artwork
    assert not view.best.aligned, "nothing to lay over each other"


def test_a_crop_holds_its_region_and_is_as_wide_as_its_place_on_the_page() -> None:
    for x, y in ((200, 300), (395, 10), (0, 690)):
        mark = view_result(make_report(matches=[make_match([make_region(x, y, 0.1)])])).regions[0].submitted
        assert mark.crop.width == pytest.approx(1.5 * mark.crop.height, abs=1)
        assert mark.crop.x <= x
        assert mark.crop.y <= y
        assert mark.crop.x + mark.crop.width >= x + 100
        assert mark.crop.y + mark.crop.height >= y + 60


def test_a_number_stands_beside_its_region_where_there_is_room() -> None:
    mark = view_result(make_report(matches=[make_match([make_region(200, 300, 0.1)])])).regions[0].submitted
    assert ((200 - mark.badge_x) ** 2 + (300 - mark.badge_y) ** 2) ** 0.5 == pytest.approx(mark.badge_radius, rel=0.05)


@pytest.mark.parametrize(
    ("changes", "tone", "headline"),
    [
        ({}, "fan", "Likely fan-made"),
        ({"verdict": "likely_official"}, "official", "Likely official"),
        ({"conclusive": False}, "unsure", "Not sure"),
        ({"conclusive": False, "verdict": "likely_official", "confidence": 0.99}, "unsure", "Not sure"),
    ],
)
def test_tone_and_headline(changes: dict[str, Any], tone: str, headline: str) -> None:
    verdict = view_result(make_report(**changes)).verdict
    assert (verdict.tone, verdict.headline) == (tone, headline)


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(0.999, "Very sure: over 99 %"), (0.92, "Quite sure: 92 %"), (0.8, "Fairly sure: 80 %"), (0.55, "55 %")],
)
def test_confidence_in_words_and_never_certain(confidence: float, words: str) -> None:
    assert words in view_result(make_report(confidence=confidence)).verdict.explanation


def test_reasons_come_strongest_first_and_neutral_ones_last() -> None:
    reasons = [
        make_reason(text="c", supports="neither", weight=0),
        make_reason(text="b", supports="likely_official", weight=0.5),
        make_reason(text="a", weight=3.5),
    ]
    view = view_result(make_report(reasons=reasons))
    assert [(reason.text, reason.tone, reason.dots) for reason in view.reasons] == [
        ("a", "fan", 3),
        ("b", "official", 1),
        ("c", "neither", 0),
    ]


def test_many_regions_are_cut_and_counted() -> None:
    regions = [make_region(number, number, 0.01) for number in range(MAX_CROPS + 3)]
    view = view_result(make_report(matches=[make_match(regions)]))
    assert (len(view.regions), view.hidden_regions) == (MAX_CROPS, 3)


def test_a_report_without_matches_has_nothing_beside_it() -> None:
    view = view_result(make_report(matches=[], conclusive=False, relation="no_match"))
    assert (view.best, view.regions, view.others) == (None, [], [])


def test_words_of_a_region() -> None:
    words = {"words_before": "HEARTS", "words_after": "HEARTS 2"}
    view = view_result(make_report(matches=[make_match([make_region(1, 1, 0.1, **words)])]))
    assert view.regions[0].words == "“HEARTS” became “HEARTS 2”"
    assert (view.regions[0].before, view.regions[0].after) == ("HEARTS", "HEARTS 2")


def make_part(letter: str, reference_id: str | None, **changes: Any) -> dict[str, Any]:
    half = {"x": 0, "y": 0, "width": 250, "height": 750}
    part = {
        "letter": letter, "reference_id": reference_id, "title": "A film" if reference_id else "", "share": 0.5,
        "colour": "blue", "outline": [[[0, 0], [250, 0], [250, 750], [0, 750]]], "centre": [125, 375], "box": half,
        "reference_box": {**half, "width": 200, "height": 600} if reference_id else None,
    }  # fmt: skip
    return {**part, **changes}


def test_a_composite_is_shown_by_its_parts_and_not_by_what_one_source_lacks() -> None:
    parts = [make_part("A", "r_1"), make_part("?", None, colour="grey")]
    match = make_match([make_region(40, 610, 0.1)], relation="composite")
    other = {**match, "reference": {**match["reference"], "id": "r_2"}}
    view = view_result(make_report(relation="composite", matches=[match, other], parts=parts))
    assert view.regions == []
    assert [(part.letter, part.share, part.reference is None) for part in view.parts] == [
        ("A", "50 % of the picture", False),
        ("?", "50 % of the picture", True),
    ]
    assert view.parts[0].path == "M0 0L250 0L250 750L0 750Z"
    assert set(view.sources) == {"r_1"}
    assert [match.id for match in view.others] == ["r_2"], "a source is not told twice"


def test_metadata_and_timings_are_apart_from_the_facts() -> None:
    image = {"format": "PNG", "width": 500, "height": 750, "bytes": 10, "metadata": {"software": "Paint"}}
    view = view_result(make_report(image=image))
    assert view.metadata == [("software", "Paint")]
    assert view.timings == [("total", "12 ms")]
    assert not {"software", "Time: total"} & {name for name, _ in view.facts}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "", "//example.org", "data:x", "http://[", "https://"])
def test_only_web_addresses_become_links(address: str) -> None:
    assert web_link(address) is None
    reference = {**make_match([])["reference"], "page_url": address}
    best = view_result(make_report(matches=[make_match([], reference=reference)])).best
    assert best is not None
    assert best.link is None


def test_batch_rows() -> None:
    unsure = view_batch_row(make_report(conclusive=False))
    assert (unsure.tone, unsure.headline) == ("unsure", "Not sure; leans likely fan-made")
    skipped = SkippedInput.model_validate({"input": "b.txt", "error": {"code": "not_an_image", "text": "No picture."}})
    row = view_batch_row(skipped)
    assert (row.name, row.tone, row.text, row.check_id) == ("b.txt", "failed", "No picture.", None)
