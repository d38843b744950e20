"""From a report to a known fake that the next check finds, by clicking alone; with scripts and without."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import is_ours
from tests.browser.test_pages_in_a_browser import CONTRAST
from tests.web.serving import make_settings, running_server, stranger_picture

TOKEN = "the moderators' token"


@pytest.fixture
def moderated(demo_home: Path, tmp_path: Path) -> Iterator[str]:
    """A server of this test's own, with moderation."""
    home = Path(shutil.copytree(demo_home, tmp_path / "home"))
    with running_server(make_settings(home, moderator_token=TOKEN, report_limit_per_minute=0)) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, moderated: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page of that server; whatever its console complains about fails the test."""
    complaints: list[str] = []
    with browser.new_context(base_url=moderated, java_script_enabled=request.param) as context:
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("request", lambda sent: complaints.append(sent.url) if not is_ours(sent.url, moderated) else None)
        yield page
    assert complaints == []


@pytest.fixture
def fake(tmp_path: Path) -> Path:
    """A picture that no library holds."""
    path = tmp_path / "fake.png"
    path.write_bytes(stranger_picture())
    return path


def check(page: Page, picture: Path) -> None:
    page.goto("/")
    page.set_input_files("#image", picture)
    page.get_by_role("button", name="Check this poster").click()
    page.wait_for_url("**/checks/c_*")


def report(page: Page, words: str, *, leave_picture: bool = True) -> None:
    page.get_by_text("Report this to the moderators").click()
    expect(page.locator("#privacy")).to_contain_text("at most 90 days")
    page.get_by_label(words).check()
    page.get_by_label("How do you know?").fill("The studio says that there is no such film.")
    if leave_picture:
        page.get_by_label("Leave the picture with the moderators").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.locator(".told")).to_contain_text("It waits for a moderator")


def sign_in(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Moderation").click()
    page.get_by_label("Your name").fill("Ann")
    page.get_by_label("The moderators’ token").fill(TOKEN)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".who")).to_contain_text("Ann")


def expect_known_fake(page: Page, picture: Path, *, known: bool) -> None:
    check(page, picture)
    expect(page.locator("#verdict")).to_have_text("Likely fan-made" if known else "Not sure")


def test_a_report_becomes_a_known_fake_until_it_is_undone(page: Page, fake: Path) -> None:
    expect_known_fake(page, fake, known=False)
    report(page, "This is a fake")
    sign_in(page)
    case = page.locator("article.case")
    expect(case).to_contain_text("The studio says that there is no such film.")
    expect(case.get_by_role("img", name="The reported picture")).to_have_js_property("complete", True)
    case.get_by_label("Title").fill("A Film 2")
    case.get_by_label("Page that debunks or publishes it").fill("https://example.org/debunked")
    case.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("status")).to_contain_text("Accepted into the library")
    expect(page.get_by_text("Nothing waits for a decision")).to_be_visible()

    expect_known_fake(page, fake, known=True)
    expect(page.get_by_role("link", name="moderation", exact=True)).to_have_attribute(
        "href", "https://example.org/debunked"
    )

    page.goto("/moderation/log")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Took back")
    expect_known_fake(page, fake, known=False)

    page.goto("/moderation")
    case.get_by_label("Why it is rejected").fill("It is a real one")
    case.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("status")).to_contain_text("Rejected")
    expect_known_fake(page, fake, known=False)
    page.goto("/moderation/log")
    expect(page.locator(".log-entry strong")).to_have_text(["Rejected", "Took back", "Accepted into the library"])

    page.get_by_role("button", name="Sign out").click()
    page.goto("/moderation")
    expect(page).to_have_url(re.compile("/moderation/sign-in$"))


def test_a_verdict_is_reported_and_marked_as_a_false_match(page: Page, pictures: Path) -> None:
    check(page, pictures / "fan.png")
    report(page, "The verdict is wrong", leave_picture=False)
    sign_in(page)
    case = page.locator("article.case")
    reference = case.get_by_role("img", name=re.compile("Official poster"))
    expect(reference).to_have_js_property("complete", True)
    sheets = [sheet.bounding_box() for sheet in case.locator(".sheet").all()]
    assert len(sheets) == 2
    assert sheets[0] is not None
    assert sheets[1] is not None
    assert sheets[0]["x"] + sheets[0]["width"] <= sheets[1]["x"], "side by side"
    assert abs(sheets[0]["y"] - sheets[1]["y"]) < 2
    expect(case.locator(".marks .mark-line")).to_have_count(2)
    case.get_by_text("Accept into the library").click()
    expect(case).to_contain_text("did not leave the picture")
    case.get_by_text("Mark as a false match").first.click()
    case.get_by_role("button", name="Mark as a false match").click()
    expect(page.get_by_role("status")).to_contain_text("Marked as a false match")
    page.get_by_role("link", name="False match 1").click()
    expect(case).to_contain_text("by Ann")
    case.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Waiting 1")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_a_narrow_screen_and_can_be_read(
    browser: Browser, moderated: str, pictures: Path, scheme: str
) -> None:
    with browser.new_context(base_url=moderated) as context:
        page = context.new_page()
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto("/moderation/sign-in")
        expect_fits(page)
        check(page, pictures / "official.png")
        page.get_by_text("Report this to the moderators").click()
        expect_fits(page)
        page.locator("input[name=kind]").first.check()
        page.get_by_label("Leave the picture with the moderators").check()
        page.get_by_role("button", name="Send the report").click()
        sign_in(page)
        expect_fits(page)
        page.get_by_role("button", name="Accept").click()
        expect(page.get_by_role("heading", name="Listed as official and as a fake")).to_be_visible()
        expect_fits(page)
        page.goto("/moderation?state=accepted")
        expect_fits(page)
        page.goto("/moderation/log")
        expect_fits(page)


def expect_fits(page: Page) -> None:
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CONTRAST) == []
    nameless = page.evaluate(
        """() => Array.from(document.querySelectorAll("input:not([type=hidden]), select, textarea, img"))
            .filter((node) => node.tagName === "IMG" ? node.getAttribute("alt") === null : !node.labels.length)
            .map((node) => node.outerHTML)"""
    )
    assert nameless == []
