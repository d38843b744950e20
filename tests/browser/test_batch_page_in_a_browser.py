"""The HTML report of a batch as a browser opens it from the disk: folded, without scripts, nothing fetched."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.imaging.encode import encode_jpeg
from app.reports.format import NO_THUMBNAILS, Thumbnails
from app.reports.html import html_footer, html_header, html_row
from app.reports.outcome import Item, Outcome
from tests.reports.examples import EVIL, make_composite, make_evil_report, make_report, make_skipped
from tests.support.pictures import draw_artwork

ROWS: list[Item] = [make_report(), make_composite(), make_evil_report(), make_skipped()]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of a thousand rows with small pictures."""
    small = encode_jpeg(draw_artwork(1, (160, 240)), 60)
    pictures = Thumbnails(small, small, (encode_jpeg(draw_artwork(2, (300, 100)), 60),))
    path: Path = tmp_path_factory.mktemp("batch") / "results.html"
    with path.open("w", encoding="utf-8") as page:
        page.write(html_header())
        for number in range(1000):
            item = ROWS[number % len(ROWS)]
            page.write(html_row(item, NO_THUMBNAILS if item is ROWS[-1] else pictures))
        page.write(html_footer({Outcome.FAN_MADE: 750, Outcome.SKIPPED: 250}))
    return path


@pytest.mark.parametrize("width", [1280, 320])
def test_a_thousand_rows_unfold_one_by_one(browser: Browser, report: Path, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on(
            "request",
            lambda request: None if request.url.startswith(("file:", "data:")) else complaints.append(request.url),
        )
        page.goto(report.as_uri())
        expect(page.locator("article")).to_have_count(1000)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        row = page.locator("article").nth(500)
        expect(row.get_by_text("The title was changed.")).to_be_hidden()
        row.locator("summary").click()
        expect(row.get_by_text("The title was changed.")).to_be_visible()
        crop = row.get_by_role("img", name="Place 1")
        crop.evaluate("image => image.decode()")
        assert crop.evaluate("image => image.naturalWidth") == 300
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        expect(page.locator("article").nth(504).get_by_text("The title was changed.")).to_be_hidden()
        page.locator("label[for=show-skipped]").click()
        expect(row).to_be_hidden()
        expect(page.locator("article").nth(3)).to_be_visible()
        assert complaints == []


def test_hostile_words_are_words(browser: Browser, report: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        page.goto(report.as_uri())
        row = page.locator("article").nth(2)
        row.locator("summary").click()
        assert "<script>alert(1)</script>" in EVIL
        expect(row).to_contain_text("<script>alert(1)</script>")
        assert page.locator("article script").count() == 0
        assert dialogs == []
