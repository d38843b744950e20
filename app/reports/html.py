"""One self-contained HTML page, written row by row: its own style, no script, pictures inside, nothing fetched."""

import base64
import html
import re
from collections.abc import Iterable, Mapping, Sequence

from app.model.report import CheckReport, ReportBox, ReportMatch, ReportReason, SkippedInput
from app.reports.format import RowSeen, Thumbnails
from app.reports.harmless import harmless
from app.reports.html_style import STYLE
from app.reports.outcome import OUTCOME_WORDS, VERDICT_WORDS, Item, Outcome, outcome_of
from app.reports.wording import (
    DEMO_NOTE,
    by_strength,
    doubt,
    match_sentence,
    percent,
    region_sentence,
    strength,
    told_regions,
)

FOOTER_START = "</main><footer>"

_ROW_START = re.compile(r'<article data-outcome="([a-z_]+)" data-input="([^"]*)">.*</article>\n?')
_SAFE_LINK = re.compile(r"https?://", re.IGNORECASE)


def html_header() -> str:
    """The page up to its first row; the same for every run, so that a run can go on in an older file."""
    choices = [("all", "all"), *((outcome.value, OUTCOME_WORDS[outcome]) for outcome in Outcome)]
    buttons = "".join(
        f'<input type="radio" name="show" id="show-{value}"{" checked" if value == "all" else ""}>'
        f'<label for="show-{value}">{words}</label>'
        for value, words in choices
    )
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Posters checked</title><style>{STYLE}</style></head><body>"
        f'<h1>Posters checked</h1><span class="show">Show</span>{buttons}<main>\n'
    )


def html_row(item: Item, thumbnails: Thumbnails) -> str:
    """One picture's article on one line, with its line feed."""
    body = _skipped(item) if isinstance(item, SkippedInput) else _checked(item, thumbnails)
    return (
        f'<article data-outcome="{outcome_of(item).value}" data-input="{html_key(item.input)}">'
        f"<h2>{html_key(item.input)}</h2>{body}</article>\n"
    )


def html_footer(counts: Mapping[Outcome, int]) -> str:
    """The end of the page, with how many pictures ended in which way."""
    cells = "".join(
        f'<div class="{outcome.value}"><b>{counts.get(outcome, 0)}</b> {OUTCOME_WORDS[outcome]}</div>'
        for outcome in Outcome
    )
    return f'{FOOTER_START}<div class="counts">{cells}</div></footer></body></html>\n'


def html_key(text: str) -> str:
    """Foreign words, harmless and escaped for an element or an attribute."""
    return html.escape(harmless(text), quote=True)


def read_html_row(line: str) -> RowSeen | None:
    """What an earlier run wrote on `line`; None when it is no such row."""
    found = _ROW_START.fullmatch(line)
    if found is None or found[1] not in set(Outcome):
        return None
    return RowSeen(found[2], Outcome(found[1]))


def _skipped(skipped: SkippedInput) -> str:
    return f'<p class="verdict">not checked</p><p>{html_key(skipped.error.text)}</p>'


def _checked(report: CheckReport, thumbnails: Thumbnails) -> str:
    match = report.matches[0] if report.matches else None
    words = VERDICT_WORDS[report.verdict]
    verdict = (
        f"{words}, {percent(report.confidence)} sure"
        if report.conclusive
        else f"not conclusive, leans {words.removeprefix('likely ')}"
    )
    notes = [text for text in (doubt(report), DEMO_NOTE if report.library.demo else "") if text]
    return "".join(
        (
            f'<p class="verdict">{verdict}</p>',
            _pictures(report, match, thumbnails),
            f"<p>{html_key(report.summary)}</p>",
            _reasons(by_strength(report)),
            _reference(match) if match else "",
            *(f'<p class="note">{html_key(note)}</p>' for note in notes),
        )
    )


def _reasons(reasons: Iterable[ReportReason]) -> str:
    items = "".join(
        f'<li class="{html_key(reason.supports)}">{html_key(reason.text)} <small>{_leaning(reason)}</small></li>'
        for reason in reasons
    )
    return f"<ul>{items}</ul>" if items else ""


def _leaning(reason: ReportReason) -> str:
    if reason.supports == "neither":
        return "speaks for neither"
    return f"{strength(reason)}, {VERDICT_WORDS[reason.supports].removeprefix('likely ')}"


def _reference(match: ReportMatch) -> str:
    reference = match.reference
    source = ", ".join(html_key(part) for part in (reference.label.replace("_", " "), reference.source) if part)
    link = ""
    if _SAFE_LINK.match(reference.page_url):
        address = html_key(reference.page_url)
        link = f' <a href="{address}" rel="noreferrer noopener">{address}</a>'
    regions = "".join(f"<li>{html.escape(region_sentence(region))}</li>" for region in told_regions(match))
    return (
        f"<p><b>{html_key(reference.title or reference.path)}</b> ({source}): {html.escape(match_sentence(match))}."
        f"{link}</p>" + (f'<ol class="regions">{regions}</ol>' if regions else "")
    )


def _pictures(report: CheckReport, match: ReportMatch | None, thumbnails: Thumbnails) -> str:
    regions = told_regions(match) if match else []
    figures = []
    if thumbnails.submitted:
        size = (report.image.width, report.image.height)
        figures.append(_figure(thumbnails.submitted, size, regions, "submitted"))
    if thumbnails.reference and match:
        size = (match.reference.width, match.reference.height)
        boxes = [region.reference_box for region in regions]
        figures.append(_figure(thumbnails.reference, size, boxes, "reference"))
    return f'<div class="pictures">{"".join(figures)}</div>' if figures else ""


def _figure(jpeg: bytes, size: tuple[int, int], boxes: Sequence[ReportBox], caption: str) -> str:
    """A thumbnail under an SVG whose units are the pixels of the full picture, so that boxes fit as they are."""
    width, height = size
    outlines = "".join(f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"/>' for box in boxes)
    data = base64.b64encode(jpeg).decode("ascii")
    return (
        f'<figure><svg viewBox="0 0 {width} {height}" role="img" aria-label="{caption} picture">'
        f'<image href="data:image/jpeg;base64,{data}" width="{width}" height="{height}"/>{outlines}</svg>'
        f"<figcaption>{caption}</figcaption></figure>"
    )
