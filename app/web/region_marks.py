"""Where the result page draws: numbered outlines of changed regions on both pictures, and the crops around them."""

from dataclasses import dataclass

from app.model.report import CheckReport, RegionKind, ReportBox, ReportMatch, ReportRegion
from app.reports.wording import told_regions

# Room around a changed region in its crop: a share of the region's longer side, at least a share of the picture's.
_CROP_MARGIN = 0.25
_CROP_LEAST = 0.08
# Width over height of a crop where its picture is large enough: as wide as its place on the page.
_CROP_SHAPE = 1.5
# Size of a region's number, as a share of the picture's longer side.
_BADGE = 0.026
# How far off the corner of its region the number stands, in its radii: it touches the corner and hides nothing.
_BADGE_OFF = 0.7

_KINDS = {
    RegionKind.TEXT: "Words changed",
    RegionKind.OVERLAY: "Something laid over it",
    RegionKind.PICTURE: "The picture changed",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered outline in one picture, and the part of it to show as a crop; all in that picture's pixels."""

    box: ReportBox
    crop: ReportBox
    badge_x: float
    badge_y: float
    badge_radius: float


@dataclass(frozen=True, slots=True)
class RegionView:
    """A changed region, marked on both pictures."""

    number: int
    kind: str
    words: str
    share: str
    submitted: Mark
    reference: Mark


def view_regions(report: CheckReport, best: ReportMatch) -> list[RegionView]:
    """The changed regions of a match, largest first, numbered from 1."""
    submitted = (report.image.width, report.image.height)
    reference = (best.reference.width, best.reference.height)
    ordered = sorted(told_regions(best), key=lambda region: -region.share)
    return [
        RegionView(
            number=number,
            kind=_KINDS[region.kind],
            words=_changed_words(region),
            share=f"{region.share * 100:.1f} % of the picture",
            submitted=_mark(region, submitted),
            reference=_mark(region.reference_box, reference),
        )
        for number, region in enumerate(ordered, start=1)
    ]


def _changed_words(region: ReportRegion) -> str:
    if region.words_before and region.words_after:
        return f"“{region.words_before}” became “{region.words_after}”"
    if region.words_after:
        return f"now reads “{region.words_after}”"
    return f"“{region.words_before}” is gone" if region.words_before else ""


def _mark(box: ReportBox, size: tuple[int, int]) -> Mark:
    width, height = size
    radius = _BADGE * max(width, height)
    return Mark(
        box=ReportBox(x=box.x, y=box.y, width=box.width, height=box.height),
        crop=_crop(box, size),
        badge_x=_between(radius, box.x - _BADGE_OFF * radius, width - radius),
        badge_y=_between(radius, box.y - _BADGE_OFF * radius, height - radius),
        badge_radius=radius,
    )


def _crop(box: ReportBox, size: tuple[int, int]) -> ReportBox:
    margin = max(_CROP_MARGIN * max(box.width, box.height), _CROP_LEAST * max(size))
    wide, high = box.width + 2 * margin, box.height + 2 * margin
    width, left = _span(box.x + box.width / 2, max(wide, _CROP_SHAPE * high), size[0])
    height, top = _span(box.y + box.height / 2, max(high, wide / _CROP_SHAPE), size[1])
    return ReportBox(x=left, y=top, width=width, height=height)


def _span(middle: float, length: float, end: int) -> tuple[int, int]:
    """Length and start of what fits between 0 and `end`, as near to `middle` as it can be."""
    whole = max(1, min(round(length), end))
    return whole, round(_between(0, middle - whole / 2, end - whole))


def _between(least: float, value: float, most: float) -> float:
    return max(least, min(value, most))
