"""From evidence to sentences, and from everything to the one report."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import __version__
from app.errors import PostercheckError
from app.evidence.checks import gather
from app.evidence.context import CheckContext
from app.model.comparison import Pictogram
from app.model.evidence import Direction, Evidence, Verdict
from app.model.geometry import Box
from app.model.poster_image import PosterImage
from app.model.reference import Label
from app.model.report import CheckReport, RegionKind, Relation, VerdictLabel
from app.verdict.explain import explain, summarise
from app.verdict.make_report import ReportParts, make_report
from app.verdict.weigh import weigh
from app.verdict.weights import WEIGHTS
from tests.support.values import LIBRARY, make_comparison, make_context, make_reference, make_region

GOLDEN = Path(__file__).parent / "golden" / "report.json"
PARTS = ReportParts(
    id="c_0123456789",
    name="folder/poster.jpg",
    checked_at=datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
    fingerprint_version=1,
    index_name="embedded",
    timings_ms={"load": 3.1, "fingerprint": 60.2, "search": 4.0, "compare": 41.7, "text": 0.0, "total": 110.3},
)
IMAGE = PosterImage(np.zeros((450, 300, 3), np.uint8), "ab" * 32, "JPEG", 48_211, metadata={"mode": "RGB"})


def report_of(context: CheckContext) -> CheckReport:
    return make_report(PARTS, IMAGE, context, weigh(gather(context), context.relation))


def context_of_a_sequel() -> CheckContext:
    """Official artwork with a "2" on it and a sticker, and a logo shared with another reference."""
    regions = (
        make_region(claim=0.9, box=Box(200, 300, 30, 45), reference_box=Box(201, 299, 30, 46), share=0.0123456),
        make_region(claim=0.03, kind=RegionKind.OVERLAY, box=Box(10, 10, 40, 40), reference_box=Box(11, 9, 40, 41)),
    )
    altered = make_comparison(
        regions=regions,
        changed_share=0.0323456,
        agreement=0.93,
        homography=np.array([[1.0, 0.0, 2.5], [0.0, 1.0, -1.25], [0.0, 0.0, 1.0]]),
    )
    logo = make_comparison(
        reference=make_reference(7, title="Glass River", tier=None),
        agreement=0.02,
        inliers=21,
        changed_share=0.95,
        hash_distance=None,
    )
    return make_context(altered, logo)


def golden_report() -> dict[str, Any]:
    """The report of a sequel as JSON, the program's version left out."""
    held: dict[str, Any] = json.loads(report_of(context_of_a_sequel()).model_dump_json())
    held["engine"]["version"] = "(any)"
    return held


def test_the_report_is_as_it_was() -> None:
    """A change is one of what every user gets. Was it meant? python -m tests.support.write_golden_report"""
    assert golden_report() == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_a_report_comes_back_from_json_as_it_went() -> None:
    for context in (context_of_a_sequel(), make_context(), make_context(make_comparison())):
        report = report_of(context)
        assert CheckReport.model_validate_json(report.model_dump_json()) == report


def test_a_report_takes_no_field_that_it_does_not_know() -> None:
    held = json.loads(report_of(make_context()).model_dump_json())
    with pytest.raises(ValueError, match="surprise"):
        CheckReport.model_validate({**held, "surprise": 1})


def test_matches_are_at_most_five_best_first() -> None:
    comparisons = [make_comparison(reference=make_reference(n), agreement=0.99 - 0.02 * n) for n in range(1, 9)]
    matches = report_of(make_context(*comparisons[::-1])).matches
    assert [match.reference.id for match in matches] == [f"r_{n:04}" for n in range(1, 6)]


def test_nothing_found_is_an_honest_report() -> None:
    report = report_of(make_context())
    assert (report.verdict, report.conclusive) == (VerdictLabel.LIKELY_FAN_MADE, False)
    assert report.matches == []
    assert "1,650" in report.summary
    assert any("1,650" in reason.text for reason in report.reasons)


def test_how_many_references_of_the_title_there_are_is_told() -> None:
    report = report_of(make_context(library=replace(LIBRARY, of_this_title=3)))
    assert report.library.of_this_title == 3
    assert any("3" in reason.text.replace("1,650", "") for reason in report.reasons)


def test_a_reference_that_could_not_be_aligned_says_why() -> None:
    context = make_context()
    failed = make_comparison(homography=None, failure="folded", hash_distance=None)
    related = replace(context, related=(replace(make_context(make_comparison()).related[0], comparison=failed),))
    (match,) = make_report(PARTS, IMAGE, related, weigh(gather(context), Relation.NO_MATCH)).matches
    assert (match.homography, match.failure, match.hash_distance) == (None, "folded", None)


def test_the_engine_is_named() -> None:
    engine = report_of(make_context()).engine
    assert (engine.version, engine.fingerprint_version, engine.index) == (__version__, 1, "embedded")


def verdict_of(relation: Relation, *, conclusive: bool) -> Verdict:
    return Verdict(VerdictLabel.LIKELY_FAN_MADE, relation, 0.2, 0.8, conclusive, ())


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("title", ["Quiet Harbour", ""])
def test_every_relation_has_a_summary(relation: Relation, title: str) -> None:
    sure = summarise(verdict_of(relation, conclusive=True), LIBRARY, title)
    unsure = summarise(verdict_of(relation, conclusive=False), LIBRARY, title)
    assert sure.endswith(".")
    assert "  " not in sure
    assert unsure.startswith(sure)
    assert len(unsure) > len(sure)
    if title and relation is not Relation.NO_MATCH:
        assert title in sure


def test_summaries_tell_relations_apart() -> None:
    told = {summarise(verdict_of(relation, conclusive=True), LIBRARY, "Quiet Harbour") for relation in Relation}
    assert len(told) == len(Relation)


def test_what_stands_beside_unchanged_artwork_is_in_the_summary() -> None:
    place = make_comparison(query_coverage=0.4)
    alone = report_of(make_context(place)).summary
    panel = report_of(make_context(place, in_panels=True)).summary
    beside = report_of(make_context(place, beside=Box(0, 0, 20, 30))).summary
    assert "without a change" in alone
    assert "put together with other pictures" in panel
    assert "beside a picture that the library does not know" in beside


@pytest.mark.parametrize("context", [make_context(), context_of_a_sequel(), make_context(make_comparison())])
def test_every_finding_is_a_sentence(context: CheckContext) -> None:
    for evidence in gather(context):
        text = explain(evidence)
        assert text[0].isupper()
        assert text.endswith(".")
        assert "{" not in text


def test_facts_are_optional_in_no_sentence_that_a_check_fills() -> None:
    fake = make_context(make_comparison(reference=make_reference(2, Label.KNOWN_FAKE, title="")))
    assert all(explain(evidence) for evidence in gather(fake))


@pytest.mark.parametrize("sign", Pictogram)
def test_a_sign_that_lies_over_a_poster_is_named(sign: Pictogram) -> None:
    facts = {"title": "", "share": "0.6 %", "pictogram": sign.value}
    named = explain(Evidence("overlay_on_top", Direction.NEITHER, facts=facts))
    assert sign.value in named.split(" lies on ")[0].casefold()


def test_a_finding_without_a_sentence_is_an_error() -> None:
    with pytest.raises(PostercheckError, match="moon_phase"):
        explain(Evidence("moon_phase", Direction.NEITHER))
    assert "moon_phase" not in WEIGHTS
