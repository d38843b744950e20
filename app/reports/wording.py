"""Sentences about numbers of a report that the text and the HTML both say, so that they say them alike."""

from app.model.report import CheckReport, RegionKind, Relation, ReportMatch, ReportPart, ReportReason, ReportRegion
from app.reports.harmless import harmless

# Log-odds from which a finding is called so; 3 is about 20 to 1, 1 about 3 to 1.
_STRENGTHS = ((3.0, "strong"), (1.0, "clear"), (0.0, "slight"))
# A probability is never written as certainty.
_HIGHEST_SHOWN = 0.99

_KIND_WORDS = {
    RegionKind.TEXT: "words",
    RegionKind.OVERLAY: "something laid over it",
    RegionKind.PICTURE: "the picture itself",
}

DEMO_NOTE = (
    "This library is the demo: drawn pictures of invented films, to try things out. "
    "It says nothing about real posters; add real references with `postercheck library import`."
)


def library_notes(report: CheckReport) -> list[str]:
    """What a reader has to know of the library behind the answer."""
    return [*([DEMO_NOTE] if report.library.demo else []), *(harmless(note) for note in report.library.notes)]


def percent(share: float) -> str:
    """A probability 0..1 in whole per cent, with `over 99 %` and `under 1 %` at the ends."""
    if share > _HIGHEST_SHOWN:
        return "over 99 %"
    if share < 1 - _HIGHEST_SHOWN:
        return "under 1 %"
    return f"{share * 100:.0f} %"


def strength(reason: ReportReason) -> str:
    """How much a reason weighs, in one word; empty for a reason that speaks for neither side."""
    if reason.supports == "neither":
        return ""
    return next(word for least, word in _STRENGTHS if reason.weight >= least)


def by_strength(report: CheckReport) -> list[ReportReason]:
    """The reasons, strongest first, and those that speak for neither side last."""
    return sorted(report.reasons, key=lambda reason: (reason.supports == "neither", -reason.weight))


def region_sentence(region: ReportRegion) -> str:
    """What changed in one region, how large it is and where."""
    what = _KIND_WORDS[region.kind]
    if region.words_after:
        before = f"“{harmless(region.words_before)}” became " if region.words_before else "new words "
        what = f"{before}“{harmless(region.words_after)}”"
    elif region.words_before:
        what = f"“{harmless(region.words_before)}” is gone"
    place = f"{region.width} x {region.height} pixels at x {region.x}, y {region.y}"
    return f"{what}; {region.share * 100:.1f} % of the picture, {place}"


def part_sentence(part: ReportPart) -> str:
    """Where a part of a composite comes from, and how much of the picture it is."""
    source = harmless(part.title or part.reference_id or "nothing that the library holds")
    return f"from {source}; {part.share * 100:.0f} % of the picture"


def match_sentence(match: ReportMatch) -> str:
    """How the submitted picture and one reference lie on each other."""
    if match.failure:
        return f"looks related, but could not be laid over it ({harmless(match.failure)})"
    if match.relation is Relation.SHARED_ELEMENTS:
        return "has some elements in common with the submitted picture, but is not its artwork"
    if match.relation is Relation.COMPOSITE:
        return "a part of the submitted picture was taken from it" + (", mirrored" if match.mirrored else "")
    parts = [f"covers {match.query_coverage * 100:.0f} % of the submitted picture"]
    if match.mirrored:
        parts.append("mirrored")
    count = len(match.changed_regions)
    parts.append(f"{count} changed place{'' if count == 1 else 's'}" if count else "nothing changed")
    return ", ".join(parts)


def doubt(report: CheckReport) -> str:
    """Why a report that is not conclusive should not be acted on; empty for a conclusive one."""
    if report.conclusive:
        return ""
    held = report.library
    size = f"{held.references} reference{'' if held.references == 1 else 's'}"
    if held.of_this_title is not None:
        size += f", {held.of_this_title or 'none'} of this title"
    return (
        "This is not an answer to act on. A poster that the library does not hold can be official all the same; "
        f"the library has {size}."
    )
