"""One self-contained HTML page, written row by row: its own style, no script, pictures inside, nothing fetched."""

import html
import re
from collections.abc import Iterable, Mapping, Sequence

from app.model.report import CheckReport, ReportMatch, ReportReason, SkippedInput
from app.reports.format import RowSeen, Thumbnails
from app.reports.harmless import harmless
from app.reports.html_pictures import crop, figure, reference_marks, submitted_marks
from app.reports.html_style import STYLE
from app.reports.outcome import OUTCOME_WORDS, VERDICT_WORDS, Item, Outcome, outcome_of
from app.reports.wording import (
    by_strength,
    doubt,
    library_notes,
    match_sentence,
    part_sentence,
    percent,
    region_sentence,
    strength,
)

FOOTER_START = "</div></main><footer>"
# A browser opens a page of this size in a few seconds; a row with all its pictures has about 40 kB.
PICTURED_BYTES = 64 * 2**20

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
        f"<title>Posters checked</title><style>{STYLE}</style></head><body><main>"
        f'<h1>Posters checked</h1><span class="show">Show</span>{buttons}<div class="rows">\n'
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
    """What is seen at once, and what unfolds."""
    words = VERDICT_WORDS[report.verdict]
    verdict = (
        f"{words}, {percent(report.confidence)} sure"
        if report.conclusive
        else f"not conclusive, leans {words.removeprefix('likely ')}"
    )
    size = (report.image.width, report.image.height)
    thumbnail = figure(thumbnails.submitted, size, submitted_marks(report), "submitted") if thumbnails.submitted else ""
    return (
        f'<p class="verdict">{verdict}</p>{thumbnail}<p>{html_key(report.summary)}</p>'
        f"<details><summary>{_unfolds(report)}</summary>{_details(report, thumbnails)}</details>"
    )


def _unfolds(report: CheckReport) -> str:
    if report.parts:
        return f"Why, and its {len(report.parts)} parts"
    count = len(report.matches[0].told_regions) if report.matches else 0
    return f"Why, and {count} changed place{'' if count == 1 else 's'}" if count else "Why"


def _details(report: CheckReport, thumbnails: Thumbnails) -> str:
    match = report.matches[0] if report.matches else None
    notes = [text for text in (doubt(report), *library_notes(report)) if text]
    return "".join(
        (
            _reasons(by_strength(report)),
            _reference(match, thumbnails) if match else "",
            _places(report, thumbnails.crops),
            _words(report),
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


def _reference(match: ReportMatch, thumbnails: Thumbnails) -> str:
    reference = match.reference
    source = ", ".join(html_key(part) for part in (reference.label.replace("_", " "), reference.source) if part)
    link = ""
    if _SAFE_LINK.match(reference.page_url):
        address = html_key(reference.page_url)
        link = f' <a href="{address}" rel="noreferrer noopener">{address}</a>'
    picture = ""
    if thumbnails.reference:
        size = (reference.width, reference.height)
        picture = figure(thumbnails.reference, size, reference_marks(match), "reference")
    return (
        f"{picture}<p><b>{html_key(reference.title or reference.path)}</b> ({source}): "
        f"{html.escape(match_sentence(match))}.{link}</p>"
    )


def _places(report: CheckReport, crops: Sequence[bytes]) -> str:
    """The changed places, or the parts of a composite, each with its crops where there are any."""
    if report.parts:
        # What comes from elsewhere has no crop: there is nothing to show beside it.
        shown = iter(crops)
        told = [
            (part.letter, part_sentence(part), next(shown, None) if part.reference_box else None)
            for part in report.parts
        ]
    else:
        regions = report.matches[0].told_regions if report.matches else []
        told = [
            (str(number), region_sentence(region), crops[number - 1] if number <= len(crops) else None)
            for number, region in enumerate(regions, start=1)
        ]
    items = "".join(
        f"<li><b>{name}</b> {html.escape(sentence)}{crop(jpeg, name) if jpeg else ''}</li>"
        for name, sentence, jpeg in told
    )
    return f'<ul class="regions">{items}</ul>' if items else ""


def _words(report: CheckReport) -> str:
    lines = " / ".join(html_key(line.text) for line in report.text.lines)
    return f"<p><b>Words read:</b> {lines}</p>" if lines else ""
