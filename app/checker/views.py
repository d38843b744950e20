"""Draws what a report says: changed places, parts of a composite, before and after, heat, and one sheet of all."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from app.compare.aligned.lay_over import LaidOver, lay_over
from app.compare.regions.repaint_extent import glow_all_over
from app.compare.shown.measure_shown import measure_shown
from app.errors import WrongUse
from app.imaging.crops import Place, before_and_after
from app.imaging.draw import heat, outline
from app.imaging.encode import encode_png
from app.imaging.lettering import drawable
from app.imaging.parts import COLOURS, add_legend, tint_parts
from app.imaging.places import scale_box
from app.imaging.sheet import Row, Tile, make_sheet
from app.model.geometry import Box
from app.model.poster_image import Pixels, PosterImage
from app.model.report import CheckReport, RegionKind, ReportBox, ReportMatch, ReportPart, ReportReference, ReportRegion

_SHEET_WIDTH = 1600
_ROW_HEIGHT = 760
# Before and after: as many pairs on a sheet that shows the whole pictures too, and on one of their own.
_PAIRS_BESIDE, MOST_PAIRS = 6, 12
_COLUMNS, _PAIR_COLUMNS, _MOST_SOURCES = 3, 2, 4
_PAIR_WIDTH = 770
_KINDS = {RegionKind.TEXT: "lettering", RegionKind.OVERLAY: "laid over it", RegionKind.PICTURE: "the picture itself"}
_PAIRS_TITLE = "Before and after: the reference on the left, the submitted picture on the right"

Rendition = Callable[[str], Pixels]


class View(StrEnum):
    """What can be drawn of a report."""

    OVERLAY = "overlay"
    ALIGNED = "aligned"
    REFERENCE = "reference"
    HEAT = "heat"
    CROPS = "crops"
    DIFF = "diff"


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A changed place or a part of a composite, before and after, and what it is called: its number or letter first."""

    title: str
    pixels: Pixels


def draw_view(image: PosterImage, report: CheckReport, rendition: Rendition, view: View) -> bytes:
    """A PNG. rendition: the pixels of a reference by its id; asked only for references that the view shows.

    OVERLAY can always be drawn, and so can the others with a match that could be aligned; CROPS needs a changed place.
    Raises: WrongUse for a view that has nothing to show, and whatever `rendition` raises.
    """
    match = report.matches[0] if report.matches else None
    if view is View.OVERLAY:
        return encode_png(_overlay(image, report))
    if match is None:
        raise WrongUse("No reference was matched, so there is nothing to lay the picture over.")
    if view is View.REFERENCE:
        return encode_png(_reference(report, match, rendition))
    if view is View.CROPS:
        pairs = draw_pairs(image, report, rendition, _PAIR_WIDTH)
        if not pairs:
            raise WrongUse("No place was changed, so there is nothing to show before and after.")
        return encode_png(make_sheet([_row_of(pairs)], _SHEET_WIDTH))
    if view is View.DIFF:
        return encode_png(_sheet(image, report, match, rendition))
    laid = _lay_over(image, rendition(match.reference.id), match)
    return encode_png(measure_shown(laid)[0].query if view is View.ALIGNED else _heat(image, laid, match))


def draw_pairs(
    image: PosterImage, report: CheckReport, rendition: Rendition, width: int, most: int = MOST_PAIRS
) -> list[Pair]:
    """Each changed place of the best match, or each part of a composite, before and after, `width` pixels wide."""
    if not report.matches:
        return []
    if report.parts:
        return [_pair_of_part(image, report, part, rendition, width) for part in report.parts if part.reference_box][
            :most
        ]
    match = report.matches[0]
    regions = match.told_regions[:most]
    reference = rendition(match.reference.id) if regions else None
    return [
        Pair(
            _title(number, region),
            before_and_after(
                Place(reference, _in_rendition(region.reference_box, match.reference, reference)),
                Place(image.pixels, _box(region), mirrored=match.mirrored),
                width,
            ),
        )
        for number, region in enumerate(regions, start=1)
        if reference is not None
    ]


def _sheet(image: PosterImage, report: CheckReport, match: ReportMatch, rendition: Rendition) -> Pixels:
    """1. The whole pictures, and the sources of a composite. 2. What changed in any other picture, before and after."""
    # 1.
    laid = _lay_over(image, rendition(match.reference.id), match)
    glow = _heat(image, laid, match)
    overlay, reference = _overlay(image, report), _reference(report, match, rendition)
    if report.parts:
        sources = [_source(part, report, rendition) for part in report.parts if part.reference_id]
        beside = [Tile("Submitted", image.pixels), Tile("Where its parts come from", overlay)]
        below = Row(sources, max(_MOST_SOURCES, len(sources)), _ROW_HEIGHT, "The references it was put together from")
        glowing = Tile(f"Against {report.parts[0].letter}: bright is different", glow)
    else:
        # 2.
        label = match.reference.label.replace("_", " ").capitalize()
        title = f"{label}: {drawable(match.reference.title, match.reference.id)}"
        beside = [Tile("Submitted", overlay), Tile(title, reference)]
        below = _row_of(draw_pairs(image, report, rendition, _PAIR_WIDTH, _PAIRS_BESIDE))
        glowing = Tile("Where they differ: bright is different", glow)
    rows = [Row([*beside, glowing], _COLUMNS, _ROW_HEIGHT), below]
    return make_sheet([row for row in rows if row.tiles], _SHEET_WIDTH, report.summary)


def _row_of(pairs: list[Pair]) -> Row:
    return Row([Tile(pair.title, pair.pixels) for pair in pairs], _PAIR_COLUMNS, _ROW_HEIGHT, _PAIRS_TITLE)


def _overlay(image: PosterImage, report: CheckReport) -> Pixels:
    if report.parts:
        return add_legend(tint_parts(image.pixels, report.parts), [(part, name_part(part)) for part in report.parts])
    regions = report.matches[0].told_regions if report.matches else []
    return outline(image.pixels, [_box(region) for region in regions])


def _reference(report: CheckReport, match: ReportMatch, rendition: Rendition) -> Pixels:
    """The best match's reference with the same places marked, under the same numbers or letter."""
    part = next((part for part in report.parts if part.reference_id == match.reference.id), None)
    if part is not None:
        return _source(part, report, rendition).pixels
    pixels = rendition(match.reference.id)
    boxes = [_in_rendition(region.reference_box, match.reference, pixels) for region in match.told_regions]
    return outline(pixels, boxes)


def _source(part: ReportPart, report: CheckReport, rendition: Rendition) -> Tile:
    """The reference that a part comes from, the place it was taken from outlined in the part's colour."""
    assert part.reference_id is not None
    pixels = rendition(part.reference_id)
    reference = _match_of(part, report).reference
    boxes = [] if part.reference_box is None else [_in_rendition(part.reference_box, reference, pixels)]
    return Tile(
        f"{part.letter}: {drawable(part.title, part.reference_id)}",
        outline(pixels, boxes, [part.letter] * len(boxes), COLOURS[part.colour]),
    )


def _pair_of_part(image: PosterImage, report: CheckReport, part: ReportPart, rendition: Rendition, width: int) -> Pair:
    assert part.reference_id is not None
    assert part.reference_box is not None
    match, pixels = _match_of(part, report), rendition(part.reference_id)
    before = Place(pixels, _in_rendition(part.reference_box, match.reference, pixels))
    after = Place(image.pixels, _box(part.box), mirrored=match.mirrored)
    return Pair(f"{part.letter}: {name_part(part)}", before_and_after(before, after, width, COLOURS[part.colour]))


def name_part(part: ReportPart) -> str:
    """Where a part comes from, and its share."""
    source = drawable(part.title, part.reference_id or "") or part.reference_id or "not in the library"
    return f"{source}, {part.share * 100:.0f} %"


def _match_of(part: ReportPart, report: CheckReport) -> ReportMatch:
    """A composite's parts are among its best matches, at most four of five."""
    return next(match for match in report.matches if match.reference.id == part.reference_id)


def _title(number: int, region: ReportRegion) -> str:
    words = f": {region.words_after}" if region.words_after else ""
    return f"{number}: {_KINDS[region.kind]}, {region.share * 100:.1f} %{words}"


def _box(box: ReportBox) -> Box:
    return Box(box.x, box.y, box.width, box.height)


def _in_rendition(box: ReportBox, reference: ReportReference, pixels: Pixels) -> Box:
    return scale_box(_box(box), pixels.shape[1] / reference.width, pixels.shape[0] / reference.height)


def _lay_over(image: PosterImage, reference: Pixels, match: ReportMatch) -> LaidOver:
    if match.homography is None:
        raise WrongUse("The picture and the reference could not be aligned.")
    homography = np.array(match.homography, dtype=np.float64).reshape(3, 3)
    pixels = np.ascontiguousarray(image.pixels[:, ::-1]) if match.mirrored else image.pixels
    return lay_over(pixels, reference, homography, (match.reference.width, match.reference.height))


def _heat(image: PosterImage, laid: LaidOver, match: ReportMatch) -> Pixels:
    across, down = laid.to_reference
    pictures = (region for region in match.changed_regions if region.kind is RegionKind.PICTURE)
    repaints = [scale_box(_box(region.reference_box), 1 / across, 1 / down) for region in pictures]
    shown, residual = measure_shown(laid)
    strength = glow_all_over(residual.strength, shown, repaints) * shown.inside
    size = (image.width, image.height)
    on_query = shown.seen_in_query(strength, size, size)
    return heat(image.pixels, on_query[:, ::-1] if match.mirrored else on_query)
