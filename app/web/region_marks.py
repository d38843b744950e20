"""Where the result page draws: numbered outlines of changed regions on both pictures, and the crops around them."""

from dataclasses import dataclass

from app.model.report import CheckReport, RegionKind, ReportBox, ReportMatch, ReportRegion

# Room around a changed region in its crop: a share of the region's longer side, at least a share of the picture's.
_CROP_MARGIN = 0.25
_CROP_LEAST = 0.08
# Size of a region's number, as a share of the picture's longer side.
_BADGE = 0.026

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
    ordered = sorted(best.changed_regions, key=lambda region: -region.share)
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
        badge_x=min(max(box.x, radius), max(radius, width - radius)),
        badge_y=min(max(box.y, radius), max(radius, height - radius)),
        badge_radius=radius,
    )


def _crop(box: ReportBox, size: tuple[int, int]) -> ReportBox:
    width, height = size
    margin = max(_CROP_MARGIN * max(box.width, box.height), _CROP_LEAST * max(size))
    left, top = max(0, round(box.x - margin)), max(0, round(box.y - margin))
    right = min(width, round(box.x + box.width + margin))
    bottom = min(height, round(box.y + box.height + margin))
    return ReportBox(x=left, y=top, width=max(1, right - left), height=max(1, bottom - top))
