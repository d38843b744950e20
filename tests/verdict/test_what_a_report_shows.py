"""What pictures and pages need of a report: places in order, words before and after, words read, metadata."""

from datetime import UTC, datetime

import numpy as np
import pytest

from app.evidence.checks import gather
from app.evidence.context import CheckContext
from app.model.geometry import Box
from app.model.origin import Origin
from app.model.poster_image import PosterImage
from app.model.report import CheckReport, Relation
from app.model.title import ReadPlace
from app.model.words import ChangedWords, PosterWords, TextLine, WordsChange
from app.verdict.make_report import ReportParts, make_report
from app.verdict.weigh import weigh
from tests.support.values import make_comparison, make_context, make_reference, make_region

PARTS = ReportParts("c_0123456789", "poster.jpg", datetime(2026, 11, 23, tzinfo=UTC), 1, "embedded", {"total": 1.0})
IMAGE = PosterImage(np.zeros((450, 300, 3), np.uint8), "ab" * 32, "JPEG", 48_211, metadata={"mode": "RGB"})


def report_of(context: CheckContext) -> CheckReport:
    return make_report(PARTS, IMAGE, context, weigh(gather(context), context.relation))


def test_places_are_numbered_by_their_size() -> None:
    regions = tuple(make_region(share=share) for share in (0.01, 0.03, 0.02))
    (match,) = report_of(make_context(make_comparison(regions=regions, changed_share=0.06))).matches
    assert [region.share for region in match.told_regions] == [0.03, 0.02, 0.01]
    assert match.told_regions == match.changed_regions


@pytest.mark.parametrize(
    ("change", "before", "after", "told"),
    [
        (WordsChange.REPLACED, "HARBOUR", "HARBOUR 2", ("HARBOUR", "HARBOUR 2")),
        (WordsChange.ADDED, "", "PART TWO", (None, "PART TWO")),
        (WordsChange.SAME, "HARBOUR", "HARBOUR", (None, None)),
        (WordsChange.NONE_READ, "", "", (None, None)),
    ],
)
def test_words_before_and_after_are_told_where_they_differ(
    change: WordsChange, before: str, after: str, told: tuple[str | None, str | None]
) -> None:
    region = make_region(read=ReadPlace(ChangedWords(change, before, after, ())))
    (match,) = report_of(make_context(make_comparison(regions=(region,), changed_share=0.02))).matches
    assert (match.changed_regions[0].words_before, match.changed_regions[0].words_after) == told


def test_words_read_and_metadata_are_in_the_report() -> None:
    words = PosterWords((TextLine("QUIET HARBOUR 2", Box(1, 2, 30, 4), 0.98765),), "QUIET HARBOUR 2", (), False)
    report = report_of(make_context(words=words, origin=Origin(metadata={"software": "Paint"})))
    assert (report.text.title, report.text.lines[0].text) == ("QUIET HARBOUR 2", "QUIET HARBOUR 2")
    assert (report.text.lines[0].x, report.text.lines[0].score) == (1, 0.988)
    assert report.image.metadata == {"mode": "RGB", "software": "Paint"}


def test_a_composite_is_told_by_its_parts() -> None:
    upper = np.zeros((48, 48), bool)
    upper[:24] = True
    halves = [
        make_comparison(reference=make_reference(key, title=title), agreement=0.45, changed_share=0.5,
                        regions=(make_region(),), explained_cells=cells)
        for key, title, cells in ((1, "Quiet Harbour", upper), (2, "Glass River", ~upper))
    ]  # fmt: skip
    report = report_of(make_context(*halves))
    assert report.relation is Relation.COMPOSITE
    assert sorted((part.title, part.share) for part in report.parts) == [("Glass River", 0.5), ("Quiet Harbour", 0.5)]
    assert [part.letter for part in report.parts] == ["A", "B"]
    assert report.matches[0].changed_regions
    assert report.matches[0].told_regions == []
    assert CheckReport.model_validate_json(report.model_dump_json()) == report
