"""The pages as people use them: choosing, dropping, pasting, by keyboard, without scripts, on a narrow screen."""

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

VERDICT = "#verdict"


def expect_fan_made_with_boxes(page: Page) -> None:
    page.wait_for_url("**/checks/c_*")
    expect(page.locator(VERDICT)).to_have_text("Likely fan-made")
    for side in ("submitted", "reference"):
        picture = page.locator(f".sheet:has([data-side={side}]) img")
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("image => image.naturalWidth") > 0
        sheet, box = picture.bounding_box(), page.locator(f"[data-side={side}] .mark-line").first.bounding_box()
        assert sheet is not None
        assert box is not None
        assert sheet["x"] - 5 <= box["x"] <= sheet["x"] + sheet["width"]
        assert sheet["y"] - 5 <= box["y"] <= sheet["y"] + sheet["height"]


def drop_or_paste(page: Page, event: str, data: bytes) -> None:
    page.evaluate(
        """([kind, encoded]) => {
            const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], "fan.png", { type: "image/png" }));
            const event = kind === "paste"
                ? new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true })
                : new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
            document.body.dispatchEvent(event);
        }""",
        [event, base64.b64encode(data).decode()],
    )


def test_choosing_a_file_leads_to_the_verdict(page: Page, pictures: Path) -> None:
    page.goto("/")
    page.set_input_files("#image", pictures / "fan.png")
    expect(page.locator("[data-preview]")).to_be_visible()
    expect(page.locator("[data-name]")).to_contain_text("fan.png")
    page.get_by_role("button", name="Check this poster").click()
    expect_fan_made_with_boxes(page)


@pytest.mark.parametrize("event", ["drop", "paste"])
def test_dropping_and_pasting(page: Page, pictures: Path, event: str) -> None:
    page.goto("/")
    drop_or_paste(page, event, (pictures / "fan.png").read_bytes())
    expect(page.locator("[data-preview]")).to_be_visible()
    page.get_by_role("button", name="Check this poster").click()
    expect_fan_made_with_boxes(page)


def test_by_keyboard_alone(page: Page, pictures: Path) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    if not page.locator("#image").evaluate("field => field === document.activeElement"):
        page.keyboard.press("Tab")
    expect(page.locator("#image")).to_be_focused()
    page.set_input_files("#image", pictures / "fan.png")
    page.locator("#image").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("example.org/post/1")
    page.keyboard.press("Tab")
    page.keyboard.type("A film")
    page.keyboard.press("Enter")
    page.wait_for_url("**/checks/c_*")
    page.locator("#show-marks").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-side=submitted]")).to_be_hidden()
    page.keyboard.press("Space")
    expect(page.locator("[data-side=submitted]")).to_be_visible()


def test_the_form_says_that_it_is_checking(page: Page, pictures: Path) -> None:
    page.goto("/")
    page.set_input_files("#image", pictures / "fan.png")
    page.evaluate(
        """() => { const form = document.querySelector("form[data-upload]");
                   form.addEventListener("submit", (event) => event.preventDefault()); }"""
    )
    page.get_by_role("button", name="Check this poster").click()
    expect(page.locator("[data-busy]")).to_be_visible()
    expect(page.locator("[data-live]")).to_have_text("Checking…")
    expect(page.get_by_role("button", name="Check this poster")).to_be_disabled()


def test_going_back_gives_a_form_that_works_again(page: Page, pictures: Path) -> None:
    page.goto("/")
    page.set_input_files("#image", pictures / "fan.png")
    page.get_by_role("button", name="Check this poster").click()
    page.wait_for_url("**/checks/c_*")
    page.go_back()
    expect(page.get_by_role("button", name="Check this poster")).to_be_enabled()
    expect(page.locator("[data-busy]")).to_be_hidden()


def test_a_region_lights_up_in_both_pictures_and_in_the_list(page: Page, pictures: Path) -> None:
    check_picture(page, pictures / "fan.png")
    page.locator("[data-side=submitted] [data-region='1'] .mark-line").hover()
    expect(page.locator("[data-side=reference] [data-region='1']")).to_have_class(re.compile("lit"))
    expect(page.locator("#region-1")).to_have_class(re.compile("lit"))
    page.locator("[data-side=submitted] [data-region='1'] .mark-line").click()
    expect(page).to_have_url(re.compile("#region-1$"))


def test_the_two_can_be_laid_over_each_other(page: Page, pictures: Path) -> None:
    page.goto("/")
    page.set_input_files("#image", pictures / "fan.png")
    page.get_by_role("button", name="Check this poster").click()
    page.wait_for_url("**/checks/c_*")
    page.get_by_text("Lay one over the other").click()
    top = page.locator("[data-blend-top]")
    expect(top).to_be_visible()
    top.evaluate("image => image.decode()")
    page.locator("[data-blend-range]").fill("100")
    assert top.evaluate("image => getComputedStyle(image).opacity") == "1"
    page.get_by_text("Heat map of the differences").click()
    page.locator(".heat").evaluate("image => image.decode()")


def check_picture(page: Page, picture: Path) -> None:
    page.goto("/")
    page.set_input_files("#image", picture)
    page.get_by_role("button", name="Check this poster").click()
    page.wait_for_url("**/checks/c_*")


def test_a_changed_region_is_shown_before_and_after(page: Page, pictures: Path) -> None:
    check_picture(page, pictures / "fan.png")
    for words in ("before, in the reference", "after, in your picture"):
        crop = page.get_by_role("img", name=f"Region 1 {words}")
        expect(crop).to_be_visible()
        box = crop.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) > 100, "large enough to be read"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_composite_is_coloured_and_told_part_by_part(
    browser: Browser, server: str, pictures: Path, scripts: bool, width: int
) -> None:
    with browser.new_context(
        base_url=server, java_script_enabled=scripts, viewport={"width": width, "height": 900}
    ) as context:
        page = context.new_page()
        check_picture(page, pictures / "composite.png")
        sheet = page.locator(".sheet:has([data-side=submitted])").bounding_box()
        assert sheet is not None
        for part in page.locator("[data-side=submitted] .part-tint").all():
            box = part.bounding_box()
            assert box is not None
            assert sheet["x"] - 1 <= box["x"]
            assert box["x"] + box["width"] <= sheet["x"] + sheet["width"] + 1
            assert box["height"] > 0.3 * sheet["height"]
        assert [item.inner_text() for item in page.locator(".legend .number").all()][:2] == ["A", "B"]
        for side in ("in the reference", "in your picture"):
            expect(page.get_by_role("img", name=f"Part A {side}")).to_be_visible()
        page.get_by_role("link", name="Compare part B").click()
        expect(page).to_have_url(re.compile("#part-2$"))
        page.locator("#show-marks").uncheck()
        expect(page.locator("[data-side=submitted]")).to_be_hidden()


@pytest.mark.parametrize("name", ["fan.png", "composite.png"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_result_fits_a_narrow_screen_and_can_be_read(page: Page, pictures: Path, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})
    check_picture(page, pictures / name)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CONTRAST) == []


def test_a_file_that_is_too_large_is_said_before_it_is_sent(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    large = tmp_path / "large.png"
    large.write_bytes(b"\x00" * (21 * 2**20))
    page.set_input_files("#image", large)
    expect(page.locator("[data-problem]")).to_contain_text("larger than 20 MB")
    page.get_by_role("button", name="Check this poster").click()
    expect(page).to_have_url(re.compile("/$"))
    assert sent == []


def test_a_batch_shows_its_results_as_they_come(page: Page, pictures: Path) -> None:
    page.goto("/batch")
    page.set_input_files("#images", [pictures / "official.png", pictures / "fan.png"])
    page.get_by_role("button", name="Check these posters").click()
    page.wait_for_url("**/batch/b_*")
    expect(page.locator("[data-batch-live]")).to_have_text("2 of 2 done.", timeout=120_000)
    expect(page.locator(".row-verdict strong")).to_have_text(["Likely official", "Likely fan-made"])
    page.get_by_role("link", name="fan.png").click()
    expect(page.locator(VERDICT)).to_have_text("Likely fan-made")


def test_without_javascript(browser: Browser, server: str, pictures: Path) -> None:
    with browser.new_context(base_url=server, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/")
        page.set_input_files("#image", pictures / "fan.png")
        page.get_by_role("button", name="Check this poster").click()
        page.wait_for_url("**/checks/c_*")
        expect(page.locator(VERDICT)).to_have_text("Likely fan-made")
        expect(page.locator("[data-side=reference] .mark-line").first).to_be_visible()
        page.locator("#show-marks").uncheck()
        expect(page.locator("[data-side=reference]")).to_be_hidden()
        page.goto("/batch")
        page.set_input_files("#images", [pictures / "official.png"])
        page.get_by_role("button", name="Check these posters").click()
        page.wait_for_url("**/batch/b_*")
        expect(page.get_by_role("heading", name="1 poster checked")).to_be_visible(timeout=120_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/batch", "/library", "/about", "/docs"])
def test_nothing_sticks_out_of_a_narrow_screen(page: Page, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    grounds = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert grounds == ("rgb(19, 20, 24)" if scheme == "dark" else "rgb(246, 245, 241)")


# Of every visible text: its colour against the nearest ground behind it, as WCAG 2 reckons contrast.
CONTRAST = """() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (colour) => {
        canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data;
    };
    const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
        .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, index) => sum + v * [0.2126, 0.7152, 0.0722][index], 0);
    const ground = (node) => {
        for (let at = node; at; at = at.parentElement) {
            const colour = rgb(getComputedStyle(at).backgroundColor);
            if (colour[3] === 255) { return colour; }
        }
        return [255, 255, 255, 255];
    };
    const poor = [];
    document.querySelectorAll("main *, header *, footer *").forEach((node) => {
        const words = Array.from(node.childNodes).some((child) => child.nodeType === 3 && child.textContent.trim());
        if (!words || !node.checkVisibility() || node.closest("svg")) { return; }
        const pair = [light(rgb(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a);
        const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
        if (ratio < 4.5) { poor.push(`${node.textContent.trim().slice(0, 40)}: ${ratio.toFixed(2)}`); }
    });
    return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_have_contrast_enough(page: Page, pictures: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    for path in ("/batch", "/library", "/about", "/docs", "/"):
        page.goto(path)
        assert page.evaluate(CONTRAST) == []
    page.set_input_files("#image", pictures / "fan.png")
    page.get_by_role("button", name="Check this poster").click()
    page.wait_for_url("**/checks/c_*")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("path", ["/", "/batch", "/library"])
def test_every_field_and_picture_has_a_name(page: Page, path: str) -> None:
    page.goto(path)
    nameless = page.evaluate(
        """() => Array.from(document.querySelectorAll("input, select, img"))
            .filter((node) => node.tagName === "IMG" ? node.getAttribute("alt") === null : !node.labels.length)
            .map((node) => node.outerHTML)"""
    )
    assert nameless == []
