"""Rows: one line each, safe, and readable by the run that goes on."""

import base64
import csv
import io
import json
from html.parser import HTMLParser

import pytest

from app.model.report import CheckReport, SkippedInput
from app.reports.csv import COLUMNS, csv_cell, csv_row
from app.reports.format import NO_THUMBNAILS, RowFormat, Thumbnails
from app.reports.formats import FORMATS
from app.reports.html import html_footer, html_header, html_row
from app.reports.jsonl import json_line
from app.reports.outcome import Item, Outcome, outcome_of
from tests.reports.examples import (
    EVIL,
    make_composite,
    make_evil_composite,
    make_evil_report,
    make_match,
    make_region,
    make_report,
    make_skipped,
    make_unknown,
)

ITEMS: list[Item] = [
    make_report(),
    make_unknown(),
    make_skipped(),
    make_evil_report(),
    make_composite(),
    make_evil_composite(),
    make_skipped(f"=cmd|' /C calc'!A0{EVIL}\n.jpg", "line one\nline two"),
]

by_name = pytest.mark.parametrize("row_format", FORMATS, ids=[row_format.name for row_format in FORMATS])


@by_name
@pytest.mark.parametrize("item", ITEMS, ids=range(len(ITEMS)))
def test_a_row_is_one_line_and_can_be_read_back(row_format: RowFormat, item: Item) -> None:
    line = row_format.row(item, NO_THUMBNAILS)
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1 or row_format.name == "jsonl"
    assert line.count("\n") == 1
    seen = row_format.read_row(line)
    assert seen is not None
    assert seen.key == row_format.key(item.input)
    assert seen.outcome is outcome_of(item)


@by_name
def test_other_lines_are_not_taken_for_rows(row_format: RowFormat) -> None:
    whole = row_format.row(make_report(), NO_THUMBNAILS)
    for line in [
        "",
        "\n",
        "shopping list\n",
        "{}\n",
        "[1]\n",
        '{"input": "a", "verdict": "maybe"}\n',
        whole[: len(whole) // 2],
    ]:
        assert row_format.read_row(line) is None


def test_a_json_line_holds_the_whole_object() -> None:
    report, skipped = make_report(), make_skipped()
    assert CheckReport.model_validate_json(json_line(report)) == report
    assert json.loads(json_line(skipped)) == {
        "input": "folder/broken.jpg",
        "error": {"code": "not_an_image", "text": "The file is empty."},
    }
    assert SkippedInput.model_validate_json(json_line(skipped)) == skipped


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "  =", "\u3000@"])
def test_no_csv_cell_begins_like_a_formula(start: str) -> None:
    assert csv_cell(f"{start}SUM(A1)").startswith("'")


def test_csv_columns_carry_the_verdict_and_the_best_reference() -> None:
    row = dict(zip(COLUMNS, next(csv.reader(io.StringIO(csv_row(make_report())))), strict=True))
    assert row["input"] == "folder/poster.jpg"
    assert row["verdict"] == "likely_fan_made"
    assert row["conclusive"] == "true"
    assert row["probability_official"] == "0.030"
    assert row["reasons"].startswith("The title was changed. | The artwork is known.")
    assert row["reference_path"] == "official/quiet-harbour.jpg"
    assert row["changed_regions"] == "1"


class _Elements(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.mark.parametrize("report", [make_evil_report(), make_evil_composite()], ids=["altered", "composite"])
def test_html_takes_no_foreign_markup_script_or_link(report: CheckReport) -> None:
    row = html_row(report, Thumbnails(b"a", b"b", (b"c", b"d")))
    page = _Elements(html_header() + row + html_footer({}))
    names = {name for name, _ in page.found}
    assert "script" not in names
    assert all(link["href"] == "https://example.org/quiet-harbour" for link in page.named("a")), (
        "javascript: is no link"
    )
    assert all(not name.startswith("on") for _, attributes in page.found for name in attributes)
    assert "\x1b" not in row


def test_html_shows_both_pictures_with_the_changed_places_in_their_own_pixels() -> None:
    page = _Elements(html_row(make_report(), Thumbnails(b"submitted", b"reference")))
    assert [svg["viewbox"] for svg in page.named("svg")] == ["0 0 500 750", "0 0 540 800"]
    boxes = [(box["x"], box["y"], box["width"], box["height"]) for box in page.named("rect")]
    assert boxes == [("40", "610", "420", "96"), ("44", "655", "450", "103")]
    assert all((image["href"] or "").startswith("data:image/jpeg;base64,") for image in page.named("image"))


def test_html_folds_the_reasons_and_places_away_below_the_verdict() -> None:
    row = html_row(make_report(), Thumbnails(b"submitted", b"reference", (b"crop",)))
    seen, folded = row.split("<details>")
    assert "likely fan-made, 97 % sure" in seen
    assert "Official artwork of Quiet Harbour with the title changed." in seen
    assert "1 changed place" in folded.split("</summary>")[0]
    for words in ("The title was changed.", "became “QUIET HARBOUR 2”", 'alt="Place 1: the reference on the left'):
        assert words in folded


def test_html_shows_each_crop_at_its_own_place() -> None:
    match = make_match(changed_regions=[make_region(x=x) for x in (1, 2, 3)])
    row = html_row(make_report(matches=[match]), Thumbnails(crops=(b"first", b"second")))
    items = row.split('<ul class="regions">')[1].split("</li>")
    crops = [base64.b64encode(name).decode() for name in (b"first", b"second")]
    assert [crop in item for crop in crops for item in items[:3]] == [True, False, False, False, True, False]
    assert "<img" not in items[2]


def test_html_colours_the_parts_of_a_composite_and_tells_them() -> None:
    row = html_row(make_composite(), Thumbnails(b"submitted", b"reference", (b"crop",)))
    page = _Elements(row)
    assert [path["class"] for path in page.named("path")] == ["blue", "grey"]
    assert page.named("rect") == [], "a composite is told by its parts, not by what one of them lacks"
    assert "<b>A</b> from Quiet Harbour; 50 % of the picture<img" in row
    assert "<b>?</b> from nothing that the library holds; 41 % of the picture</li>" in row


def test_html_fetches_nothing_and_links_only_to_web_pages() -> None:
    page = _Elements(html_header() + html_row(make_report(), Thumbnails(b"a", b"b", (b"c",))) + html_footer({}))
    assert not {"link", "script", "iframe"} & {name for name, _ in page.found}
    assert [(image["src"] or "").split(",")[0] for image in page.named("img")] == ["data:image/jpeg;base64"]
    assert [link["href"] for link in page.named("a")] == ["https://example.org/quiet-harbour"]
    assert "default-src 'none'" in html_header()


def test_html_can_show_one_outcome_alone_and_counts_all() -> None:
    page = _Elements(html_header())
    assert [choice["id"] for choice in page.named("input")] == ["show-all", *(f"show-{one.value}" for one in Outcome)]
    for outcome in Outcome:
        rule = f'#show-{outcome.value}:checked~.rows article:not([data-outcome="{outcome.value}"]){{display:none}}'
        assert rule in html_header()
    assert "<b>7</b> likely official" in html_footer({Outcome.OFFICIAL: 7})
