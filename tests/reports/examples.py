"""Reports made by hand for the tests of the formats: an altered poster, and variations of it."""

from datetime import UTC, datetime
from typing import Any

from app.model.report import (
    CheckReport,
    FoundBy,
    PartColour,
    RegionKind,
    Relation,
    ReportBox,
    ReportEngine,
    ReportImage,
    ReportLibrary,
    ReportLine,
    ReportMatch,
    ReportPart,
    ReportReason,
    ReportReference,
    ReportRegion,
    ReportText,
    SkippedInput,
    SkippedReason,
    VerdictLabel,
)

EVIL = "<script>alert(1)</script>\x1b[31m\u202e[bold]x[/bold]&\"'"


def make_region(**changes: Any) -> ReportRegion:
    values: dict[str, Any] = {
        "x": 40,
        "y": 610,
        "width": 420,
        "height": 96,
        "share": 0.069,
        "kind": RegionKind.TEXT,
        "difference": 0.8,
        "reference_box": ReportBox(x=44, y=655, width=450, height=103),
        "words_before": "QUIET HARBOUR",
        "words_after": "QUIET HARBOUR 2",
    }
    return ReportRegion(**(values | changes))


def make_match(**changes: Any) -> ReportMatch:
    values: dict[str, Any] = {
        "reference": ReportReference(
            id="r_1",
            label="official",
            title="Quiet Harbour",
            path="official/quiet-harbour.jpg",
            tier="A",
            source="tudum",
            page_url="https://example.org/quiet-harbour",
            language="en",
            width=540,
            height=800,
        ),
        "relation": Relation.ALTERED_ARTWORK,
        "found_by": [FoundBy.LOCAL_FEATURES],
        "hash_distance": 18,
        "inliers": 214,
        "mirrored": False,
        "query_coverage": 0.98,
        "reference_coverage": 1.0,
        "changed_share": 0.071,
        "changed_regions": [make_region()],
        "homography": [1.0, 0, 0, 0, 1.0, 0, 0, 0, 1.0],
    }
    return ReportMatch(**(values | changes))


def make_report(**changes: Any) -> CheckReport:
    values: dict[str, Any] = {
        "id": "c_1",
        "input": "folder/poster.jpg",
        "sha256": "ab" * 32,
        "checked_at": datetime(2026, 11, 23, 10, tzinfo=UTC),
        "verdict": VerdictLabel.LIKELY_FAN_MADE,
        "probability_official": 0.03,
        "confidence": 0.97,
        "conclusive": True,
        "relation": Relation.ALTERED_ARTWORK,
        "summary": "Official artwork of Quiet Harbour with the title changed.",
        "reasons": [
            make_reason("artwork_known", VerdictLabel.LIKELY_OFFICIAL, 0.4, "The artwork is known."),
            make_reason("words_read", "neither", 0.0, "Words were read."),
            make_reason("title_changed", VerdictLabel.LIKELY_FAN_MADE, 3.1, "The title was changed."),
        ],
        "matches": [make_match()],
        "text": ReportText(),
        "image": ReportImage(format="JPEG", width=500, height=750, bytes=48211, metadata={}),
        "library": ReportLibrary(references=3, official=2, known_fakes=1, version=4, demo=False, of_this_title=None),
        "engine": ReportEngine(version="0.1.0", fingerprint_version=1, index="embedded"),
        "timings_ms": {"total": 110.3},
    }
    return CheckReport(**(values | changes))


def make_reason(code: str, supports: Any, weight: float, text: str) -> ReportReason:
    return ReportReason(code=code, supports=supports, weight=weight, text=text)


def make_unknown(**changes: Any) -> CheckReport:
    values: dict[str, Any] = {
        "probability_official": 0.4,
        "confidence": 0.6,
        "conclusive": False,
        "relation": Relation.NO_MATCH,
        "summary": "Nothing in the library looks like this.",
        "reasons": [],
        "matches": [],
    }
    return make_report(**(values | changes))


def make_part(letter: str = "A", **changes: Any) -> ReportPart:
    """The upper half of the picture, from the usual reference."""
    values: dict[str, Any] = {
        "letter": letter,
        "reference_id": "r_1",
        "title": "Quiet Harbour",
        "share": 0.5,
        "colour": PartColour.BLUE,
        "outline": [[(0, 0), (500, 0), (500, 375), (0, 375)]],
        "centre": (250, 180),
        "box": ReportBox(x=0, y=0, width=500, height=375),
        "reference_box": ReportBox(x=0, y=0, width=540, height=400),
    }
    return ReportPart(**(values | changes))


def make_composite(**changes: Any) -> CheckReport:
    """Half of it from a reference, the rest from elsewhere."""
    elsewhere = make_part(
        "?",
        reference_id=None,
        title="",
        share=0.41,
        colour=PartColour.GREY,
        outline=[[(0, 375), (500, 375), (500, 750), (0, 750)]],
        reference_box=None,
    )
    match = make_match(relation=Relation.COMPOSITE)
    values = {"relation": Relation.COMPOSITE, "matches": [match], "parts": [make_part(), elsewhere]}
    return make_report(**(values | changes))


def make_skipped(name: str = "folder/broken.jpg", text: str = "The file is empty.") -> SkippedInput:
    return SkippedInput(input=name, error=SkippedReason(code="not_an_image", text=text))


def make_evil_report() -> CheckReport:
    """Foreign words wherever a report can hold them."""
    reference = make_match().reference.model_copy(
        update={"title": EVIL, "path": EVIL, "source": EVIL, "page_url": "javascript:alert(1)"}
    )
    region = make_region(words_before=EVIL, words_after=EVIL)
    return make_report(
        input=f"folder/{EVIL}.jpg",
        summary=EVIL,
        reasons=[make_reason("title_changed", VerdictLabel.LIKELY_FAN_MADE, 3.1, EVIL)],
        matches=[make_match(reference=reference, changed_regions=[region]), make_match(failure=EVIL)],
        text=ReportText(title=EVIL, lines=[ReportLine(x=0, y=0, width=9, height=9, text=EVIL, score=0.5)]),
        image=ReportImage(format="JPEG", width=500, height=750, bytes=48211, metadata={EVIL: EVIL}),
    )


def make_evil_composite() -> CheckReport:
    """Foreign words in the parts too."""
    return make_composite(
        input=f"{EVIL}.jpg", parts=[make_part(title=EVIL), make_part("B", title="", reference_id=EVIL)]
    )
