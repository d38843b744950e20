"""Puts a verdict and what it rests on into the one object that every face shows."""

from dataclasses import dataclass
from datetime import datetime

from app import __version__
from app.evidence.composite_parts import split_composite
from app.evidence.context import CheckContext, RelatedReference
from app.model.comparison import ChangedRegion
from app.model.evidence import Verdict, WeighedEvidence
from app.model.geometry import Box
from app.model.poster_image import PosterImage
from app.model.reference import LibrarySummary, Reference
from app.model.report import (
    CheckReport,
    ReportBox,
    ReportEngine,
    ReportImage,
    ReportLibrary,
    ReportLine,
    ReportMatch,
    ReportReason,
    ReportReference,
    ReportRegion,
    ReportText,
    VerdictLabel,
)
from app.model.words import PosterWords, WordsChange
from app.verdict.coverage_notes import coverage_notes
from app.verdict.explain import explain, summarise
from app.verdict.report_parts import report_parts

_MOST_MATCHES = 5


@dataclass(frozen=True, slots=True)
class ReportParts:
    """What the report says of the check itself."""

    id: str
    name: str
    checked_at: datetime
    fingerprint_version: int
    index_name: str
    timings_ms: dict[str, float]


def make_report(parts: ReportParts, image: PosterImage, context: CheckContext, verdict: Verdict) -> CheckReport:
    """The report of one picture."""
    title = context.best.comparison.reference.title if context.best else ""
    return CheckReport(
        id=parts.id,
        input=parts.name,
        sha256=image.sha256,
        checked_at=parts.checked_at,
        verdict=verdict.label,
        probability_official=round(verdict.probability_official, 4),
        confidence=round(verdict.confidence, 4),
        conclusive=verdict.conclusive,
        relation=verdict.relation,
        summary=summarise(verdict, context.library, title),
        reasons=[_reason(item) for item in verdict.evidence],
        matches=[_match(item) for item in context.related[:_MOST_MATCHES]],
        parts=report_parts(context.parts or split_composite(context.related), (image.width, image.height)),
        text=_text(context.words),
        image=ReportImage(
            format=image.format,
            width=image.width,
            height=image.height,
            bytes=image.byte_count,
            metadata=image.metadata | context.origin.metadata,
        ),
        library=_library(context.library, _notes(context, parts.checked_at)),
        engine=ReportEngine(version=__version__, fingerprint_version=parts.fingerprint_version, index=parts.index_name),
        timings_ms=parts.timings_ms,
    )


def _reason(item: WeighedEvidence) -> ReportReason:
    evidence = item.evidence
    direction = evidence.direction.value
    return ReportReason(
        code=evidence.code,
        supports="neither" if direction == "neither" else VerdictLabel(direction),
        weight=round(item.weight, 2),
        strength=round(evidence.strength, 4),
        text=explain(evidence),
        reference_id=evidence.reference_id,
        region=None if evidence.region is None else _box(evidence.region),
    )


def _match(item: RelatedReference) -> ReportMatch:
    comparison = item.comparison
    homography = comparison.homography
    return ReportMatch(
        reference=_reference(comparison.reference),
        relation=item.relation,
        found_by=list(comparison.found_by),
        hash_distance=comparison.hash_distance,
        inliers=comparison.inliers,
        mirrored=comparison.mirrored,
        query_coverage=round(comparison.query_coverage, 4),
        reference_coverage=round(comparison.reference_coverage, 4),
        changed_share=round(comparison.changed_share, 4),
        changed_regions=[_region(region) for region in sorted(comparison.regions, key=lambda region: -region.share)],
        homography=None if homography is None else [float(value) for value in homography.reshape(-1)],
        failure=comparison.failure,
    )


def _region(region: ChangedRegion) -> ReportRegion:
    before, after = _changed_words(region)
    return ReportRegion(
        **_box(region.box).model_dump(),
        share=round(region.share, 4),
        kind=region.kind,
        difference=round(region.difference, 3),
        reference_box=_box(region.reference_box),
        words_before=before or None,
        words_after=after or None,
    )


def _changed_words(region: ChangedRegion) -> tuple[str, str]:
    """What the place read before and reads now; two empty strings where that was not read or is the same."""
    if region.read is None or region.read.words.change is WordsChange.SAME:
        return "", ""
    return region.read.words.before, region.read.words.after


def _text(words: PosterWords | None) -> ReportText:
    if words is None:
        return ReportText()
    lines = [
        ReportLine(**_box(line.box).model_dump(), text=line.text, score=round(line.score, 3)) for line in words.lines
    ]
    return ReportText(title=words.title or None, lines=lines)


def _box(box: Box) -> ReportBox:
    return ReportBox(x=box.x, y=box.y, width=box.width, height=box.height)


def _reference(reference: Reference) -> ReportReference:
    return ReportReference(
        id=reference.id,
        label=reference.label.value,
        title=reference.title,
        path=reference.provenance.path,
        tier=None if reference.tier is None else reference.tier.value,
        source=reference.provenance.source,
        page_url=reference.provenance.page_url,
        language=reference.language,
        width=reference.width,
        height=reference.height,
    )


def _notes(context: CheckContext, now: datetime) -> list[str]:
    return [] if context.coverage is None else coverage_notes(context.coverage, now)


def _library(summary: LibrarySummary, notes: list[str]) -> ReportLibrary:
    return ReportLibrary(
        references=summary.references,
        official=summary.official,
        known_fakes=summary.known_fakes,
        version=summary.version,
        demo=summary.demo,
        of_this_title=summary.of_this_title,
        notes=notes,
    )
