"""Pictures inside the HTML report: thumbnails under outlines, and before and after."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.report import CheckReport, ReportBox, ReportMatch, ReportPart


@dataclass(frozen=True, slots=True)
class Mark:
    """A box in a picture, and the number or letter that stands for it. part: where it is more than a box."""

    name: str
    box: ReportBox
    part: ReportPart | None = None


def submitted_marks(report: CheckReport) -> list[Mark]:
    """The changed places, or the parts of a composite, in the submitted picture."""
    if report.parts:
        return [Mark(part.letter, part.box, part) for part in report.parts]
    regions = report.matches[0].told_regions if report.matches else []
    return [Mark(str(number), region) for number, region in enumerate(regions, start=1)]


def reference_marks(match: ReportMatch) -> list[Mark]:
    """The changed places in the reference, under the same numbers."""
    return [Mark(str(number), region.reference_box) for number, region in enumerate(match.told_regions, start=1)]


def figure(jpeg: bytes, size: tuple[int, int], marks: Sequence[Mark], caption: str) -> str:
    """A thumbnail under an SVG whose units are the pixels of the full picture, so that places fit as they are."""
    width, height = size
    outlines = "".join(_outline(mark, max(size)) for mark in marks)
    return (
        f'<figure class="{caption}"><svg viewBox="0 0 {width} {height}" role="img" aria-label="{caption} picture">'
        f'<image href="{_data(jpeg)}" width="{width}" height="{height}"/>{outlines}</svg>'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def crop(jpeg: bytes, name: str) -> str:
    """One place before and after. name: its number or letter."""
    words = f"Place {name}: the reference on the left, the submitted picture on the right"
    return f'<img src="{_data(jpeg)}" alt="{words}" loading="lazy" decoding="async">'


def _outline(mark: Mark, side: int) -> str:
    letter = round(side / 14)
    box, part = mark.box, mark.part
    if part is not None:
        rings = " ".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "Z" for ring in part.outline)
        (x, y), anchor = part.centre, "middle"
        shape = f'<path class="{part.colour.value}" fill-rule="evenodd" d="{rings}"/>'
    else:
        x, y, anchor = box.x, max(letter, box.y - letter // 4), "start"
        shape = f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"/>'
    return f'{shape}<text x="{x}" y="{y}" font-size="{letter}" text-anchor="{anchor}">{mark.name}</text>'


def _data(jpeg: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode('ascii')}"
