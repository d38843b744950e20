"""What the result page says and where it draws, worked out from a report; templates only lay it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.model.geometry import Box
from app.model.report import (
    CheckReport,
    Relation,
    ReportBox,
    ReportMatch,
    ReportReason,
    SkippedInput,
    VerdictLabel,
)
from app.reports.wording import by_strength, match_sentence, percent, strength
from app.web.region_marks import PartView, RegionView, view_parts, view_regions

MAX_CROPS = 12

_CONFIDENCE = ((0.97, "very sure"), (0.9, "quite sure"), (0.75, "fairly sure"), (0.0, "only a little more likely"))
_STRENGTH_DOTS = {"strong": 3, "clear": 2, "slight": 1, "": 0}
_VERDICT_WORDS = {
    VerdictLabel.LIKELY_OFFICIAL: "likely official",
    VerdictLabel.LIKELY_FAN_MADE: "likely fan-made",
}
_TONES = {VerdictLabel.LIKELY_OFFICIAL: "official", VerdictLabel.LIKELY_FAN_MADE: "fan"}
_RELATIONS = {
    Relation.SAME_ARTWORK: "The same artwork",
    Relation.OFFICIAL_VARIANT: "A variant of this artwork",
    Relation.ALTERED_ARTWORK: "This artwork, altered",
    Relation.COMPOSITE: "Part of a composite",
    Relation.KNOWN_FAKE: "A known fake",
    Relation.SHARED_ELEMENTS: "Some elements in common",
    Relation.NO_MATCH: "No match",
}


@dataclass(frozen=True, slots=True)
class VerdictView:
    """The verdict in words. tone: official, fan or unsure, for colour and icon."""

    tone: str
    headline: str
    explanation: str
    percent: str


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One reason. dots: 0 (speaks for neither side) to 3 (strong). region: number of the changed region it is about."""

    text: str
    tone: str
    speaks: str
    dots: int
    region: int | None


@dataclass(frozen=True, slots=True)
class MatchView:
    """A reference beside the submitted picture. `link` is None unless the page's address is a web address."""

    id: str
    title: str
    is_fake: bool
    relation: str
    source: str
    link: str | None
    width: int
    height: int
    mirrored: bool
    sentence: str
    same_artwork: bool
    aligned: bool
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ResultView:
    """Everything the result page shows. sources: of the parts of a composite, by the reference's id."""

    verdict: VerdictView
    summary: str
    reasons: Sequence[ReasonView]
    best: MatchView | None
    others: Sequence[MatchView]
    regions: Sequence[RegionView]
    hidden_regions: int
    parts: Sequence[PartView]
    sources: Mapping[str, MatchView]
    facts: Sequence[tuple[str, str]]
    metadata: Sequence[tuple[str, str]]
    timings: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One line of a batch. tone: as a verdict's, or failed. check_id: None when there is no report."""

    name: str
    tone: str
    headline: str
    percent: str
    text: str
    check_id: str | None


def view_result(report: CheckReport) -> ResultView:
    """Lay out a report for people."""
    best = report.matches[0] if report.matches else None
    regions = view_regions(report, best) if best else []
    taken = {part.reference_id for part in report.parts}
    sources = {match.reference.id: _view_match(match) for match in report.matches if match.reference.id in taken}
    return ResultView(
        verdict=view_verdict(report),
        summary=report.summary,
        reasons=[_view_reason(reason, regions) for reason in by_strength(report)],
        best=_view_match(best) if best else None,
        others=[_view_match(match) for match in report.matches[1:] if match.reference.id not in sources],
        regions=regions[:MAX_CROPS],
        hidden_regions=max(0, len(regions) - MAX_CROPS),
        parts=view_parts(report),
        sources=sources,
        facts=_facts(report),
        metadata=list(report.image.metadata.items()),
        timings=[(name, f"{value:.0f} ms") for name, value in report.timings_ms.items()],
    )


def view_verdict(report: CheckReport) -> VerdictView:
    """The verdict, with an inconclusive one never shown as an answer."""
    words = _VERDICT_WORDS[report.verdict]
    number = percent(report.confidence)
    if not report.conclusive:
        explanation = f"It leans towards {words} ({number}), but that is too little to act on."
        return VerdictView("unsure", "Not sure", explanation, number)
    sure = next(text for least, text in _CONFIDENCE if report.confidence >= least)
    explanation = f"{sure[0].upper()}{sure[1:]}: {number}"
    return VerdictView(_TONES[report.verdict], words.capitalize(), explanation, number)


def view_batch_row(result: CheckReport | SkippedInput) -> BatchRow:
    """One line of a batch."""
    if isinstance(result, SkippedInput):
        return BatchRow(result.input, "failed", "Not checked", "", result.error.text, None)
    verdict = view_verdict(result)
    headline = verdict.headline
    if not result.conclusive:
        headline = f"Not sure; leans {_VERDICT_WORDS[result.verdict]}"
    return BatchRow(result.input, verdict.tone, headline, verdict.percent, result.summary, result.id)


def web_link(address: str) -> str | None:
    """The address if following it is a plain web request; None for anything that a link must not hold."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def _view_reason(reason: ReportReason, regions: Sequence[RegionView]) -> ReasonView:
    if isinstance(reason.supports, VerdictLabel):
        tone = _TONES[reason.supports]
        word = strength(reason)
        speaks = f"speaks for {_VERDICT_WORDS[reason.supports].removeprefix('likely ')}, {word}"
    else:
        tone, word, speaks = "neither", "", "for your information"
    boxes = [(region.number, region.submitted.box) for region in regions]
    region = next((number for number, box in boxes if _same_box(box, reason.region)), None)
    return ReasonView(reason.text, tone, speaks, _STRENGTH_DOTS[word], region)


def _same_box(box: Box, other: ReportBox | None) -> bool:
    return other is not None and (box.x, box.y, box.width, box.height) == (
        other.x,
        other.y,
        other.width,
        other.height,
    )


def _view_match(match: ReportMatch) -> MatchView:
    reference = match.reference
    distance = "says nothing" if match.hash_distance is None else f"{match.hash_distance} of 256 bits differ"
    facts = [
        ("Found by", ", ".join(found.value.replace("_", " ") for found in match.found_by)),
        ("Perceptual hash", distance),
        ("Points that agree (inliers)", str(match.inliers)),
        ("Of the submitted picture covered", percent(match.query_coverage)),
        ("Of the reference found again", percent(match.reference_coverage)),
        ("Share that changed", f"{match.changed_share * 100:.2f} %"),
    ]
    if match.failure:
        facts.append(("Could not be laid over it", match.failure.replace("_", " ")))
    return MatchView(
        id=reference.id,
        title=reference.title or reference.path or reference.id,
        is_fake=reference.label == "known_fake",
        relation=_RELATIONS[match.relation],
        source=reference.source,
        link=web_link(reference.page_url),
        width=reference.width,
        height=reference.height,
        mirrored=match.mirrored,
        sentence=match_sentence(match),
        same_artwork=match.relation is not Relation.SHARED_ELEMENTS,
        aligned=match.homography is not None and match.relation is not Relation.SHARED_ELEMENTS,
        facts=facts,
    )


def _facts(report: CheckReport) -> list[tuple[str, str]]:
    image, library, engine = report.image, report.library, report.engine
    return [
        ("File", f"{image.format}, {image.width} × {image.height} pixels, {image.bytes:,} bytes"),
        ("SHA-256", report.sha256),
        ("Probability that it is official", percent(report.probability_official)),
        ("Library", f"{library.references:,} references, version {library.version}"),
        ("Engine", f"postercheck {engine.version}, fingerprint {engine.fingerprint_version}, {engine.index} index"),
    ]
