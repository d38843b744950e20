"""Where the result page draws: numbered outlines and coloured parts on the pictures, and the crops around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.imaging.places import crop_around, place_badges
from app.model.geometry import Box
from app.model.report import CheckReport, RegionKind, ReportBox, ReportMatch, ReportPart, ReportRegion

# Size of a part's letter, as a share of the picture's longer side.
_LETTER = 0.034

_KINDS = {
    RegionKind.TEXT: "Words changed",
    RegionKind.OVERLAY: "Something laid over it",
    RegionKind.PICTURE: "The picture changed",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered outline in one picture, and the part of it to show as a crop; all in that picture's pixels."""

    box: Box
    crop: Box
    badge_x: float
    badge_y: float
    badge_radius: float


@dataclass(frozen=True, slots=True)
class RegionView:
    """A changed region, marked on both pictures. before, after: its words, where they were read."""

    number: int
    kind: str
    words: str
    before: str
    after: str
    share: str
    submitted: Mark
    reference: Mark


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a composite. path: its outline as SVG path data, even-odd. reference_id: None for elsewhere.

    reference: the same place in the reference; None where that is not known. page_id: its anchor on the page.
    """

    letter: str
    page_id: str
    title: str
    share: str
    colour: str
    path: str
    x: int
    y: int
    radius: float
    reference_id: str | None
    submitted: Mark
    reference: Mark | None


def view_regions(report: CheckReport, best: ReportMatch) -> list[RegionView]:
    """The changed regions of a match, numbered as in every picture and list."""
    regions = best.told_regions
    submitted = _marks(regions, (report.image.width, report.image.height))
    reference = _marks([region.reference_box for region in regions], (best.reference.width, best.reference.height))
    return [
        RegionView(
            number=number,
            kind=_KINDS[region.kind],
            words=_changed_words(region),
            before=region.words_before or "",
            after=region.words_after or "",
            share=f"{region.share * 100:.1f} % of the picture",
            submitted=submitted[number - 1],
            reference=reference[number - 1],
        )
        for number, region in enumerate(regions, start=1)
    ]


def view_parts(report: CheckReport) -> list[PartView]:
    """The parts of a composite; empty for any other picture."""
    matches = {match.reference.id: match for match in report.matches}
    size = (report.image.width, report.image.height)
    return [
        PartView(
            letter=part.letter,
            page_id=f"part-{number}",
            title=part.title or part.reference_id or "Not in the library",
            share=f"{part.share * 100:.0f} % of the picture",
            colour=part.colour.value,
            path="".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "Z" for ring in part.outline),
            x=part.centre[0],
            y=part.centre[1],
            radius=_LETTER * max(size),
            reference_id=part.reference_id,
            submitted=_marks([part.box], size)[0],
            reference=_in_reference(part, matches.get(part.reference_id or "")),
        )
        for number, part in enumerate(report.parts, start=1)
    ]


def _in_reference(part: ReportPart, match: ReportMatch | None) -> Mark | None:
    if match is None or part.reference_box is None:
        return None
    return _marks([part.reference_box], (match.reference.width, match.reference.height))[0]


def _changed_words(region: ReportRegion) -> str:
    if region.words_before and region.words_after:
        return f"“{region.words_before}” became “{region.words_after}”"
    if region.words_after:
        return f"now reads “{region.words_after}”"
    return f"“{region.words_before}” is gone" if region.words_before else ""


def _marks(boxes: Sequence[ReportBox], size: tuple[int, int]) -> list[Mark]:
    plain = [Box(box.x, box.y, box.width, box.height) for box in boxes]
    badges = place_badges(plain, size)
    return [
        Mark(box, crop_around(box, size), badge.x, badge.y, badge.radius)
        for box, badge in zip(plain, badges, strict=True)
    ]
