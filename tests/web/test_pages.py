"""The pages as a browser without JavaScript gets them."""

import html
import re
import time

import pytest
from fastapi.testclient import TestClient
from markupsafe import escape

from tests.web.serving import stranger_picture


def submit(client: TestClient, data: bytes, name: str = "fan.png", **fields: str) -> str:
    answer = client.post("/checks", files={"image": (name, data)}, data=fields, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    page = client.get(answer.headers["location"])
    assert page.status_code == 200
    return page.text


def test_the_form_leads_to_a_verdict_with_marks_on_both_pictures(client: TestClient, altered: bytes) -> None:
    page = submit(client, altered)
    assert re.search(r'<h1 id="verdict">Likely fan-made</h1>', page)
    for side in ("submitted", "reference"):
        marks = page.split(f'data-side="{side}"')[1].split("</svg>")[0]
        assert '<rect class="mark-line"' in marks
    assert 'id="region-1"' in page
    assert "Demo library." in page


def test_each_changed_region_is_shown_before_and_after(client: TestClient, altered: bytes) -> None:
    page = submit(client, altered)
    regions = page.split('id="region-')[1:]
    assert regions
    for region in regions:
        crops = re.findall(r'<svg class="crop[^>]*aria-label="([^"]+)"', region.split("</li>")[0])
        before, after = (re.sub(r"\d+", "n", words) for words in crops)
        assert before.startswith("Region n before, in the reference")
        assert after.startswith("Region n after, in your picture")


def test_a_composite_is_shown_part_by_part_with_a_legend(client: TestClient, composite: bytes) -> None:
    page = submit(client, composite, "composite.png")
    assert "Where its parts come from" in page
    assert "What changed" not in page
    legend = page.split('<ol class="legend">')[1].split("</ol>")[0]
    letters = re.findall(r'<span class="number">(.)</span>', legend)
    assert letters[:2] == ["A", "B"]
    for number, letter in enumerate(letters[:2], start=1):
        assert f'href="#part-{number}"' in legend
        assert f'aria-label="Part {letter} in the reference"' in page
        assert f'aria-label="Part {letter} in your picture"' in page
    # Every pattern that is used is there, and every part is coloured on the picture.
    assert set(re.findall(r"url\(#([\w-]+)\)", page)) <= set(re.findall(r'<pattern id="([\w-]+)"', page))
    assert page.count('class="part-pattern"') == len(letters)
    assert not re.search(r"\sstyle=|<style", page)


def test_metadata_and_timings_are_folded_away(client: TestClient, official: bytes) -> None:
    page = submit(client, official, "official.png")
    folded = re.findall(r'<details class="more">\s*<summary>([^<]+)', page)
    assert {"What the file says of itself", "How long it took"} <= set(folded)
    assert "<details open" not in page


def test_an_official_poster_reads_official(client: TestClient, official: bytes) -> None:
    page = submit(client, official, "official.png")
    assert '<h1 id="verdict">Likely official</h1>' in page


def test_too_little_is_never_shown_as_an_answer(client: TestClient) -> None:
    page = submit(client, stranger_picture(), "unsure.png")
    assert '<h1 id="verdict">Not sure</h1>' in page
    assert "Your picture" in page


def test_a_hostile_name_and_title_are_text(client: TestClient, altered: bytes) -> None:
    name = "'><img src=x onerror=alert(1)>.png"
    page = submit(client, altered, name, title="<b>bold</b>")
    assert "<img src=x" not in page
    assert "<b>bold" not in page
    assert str(escape(name)) in page


def test_a_mistake_brings_the_form_back_with_what_was_typed(client: TestClient, official: bytes) -> None:
    answer = client.post(
        "/checks",
        files={"image": ("official.png", official)},
        data={"source_url": "nowhere", "title": 'My "film"'},
    )
    assert answer.status_code == 422
    assert 'value="nowhere"' in answer.text
    assert "My &#34;film&#34;" in answer.text
    assert 'aria-invalid="true"' in answer.text


@pytest.mark.parametrize(("data", "status"), [(b"", 400), (b"no picture", 400), (b"BM" + b"\x00" * 100, 415)])
def test_a_picture_that_cannot_be_checked_brings_the_form_back(client: TestClient, data: bytes, status: int) -> None:
    answer = client.post("/checks", files={"image": ("x.png", data)})
    assert answer.status_code == status
    assert 'role="alert"' in answer.text
    assert 'action="/checks"' in answer.text


def test_nothing_chosen_is_a_word_at_the_field(client: TestClient) -> None:
    # What a browser sends for an empty file field; test clients leave the name out.
    answer = client.post(
        "/checks",
        content=b'--b\r\nContent-Disposition: form-data; name="image"; filename=""\r\n\r\n\r\n--b--\r\n',
        headers={"content-type": "multipart/form-data; boundary=b"},
    )
    assert (answer.status_code, "Choose a picture." in answer.text) == (422, True)


@pytest.mark.parametrize("path", ["/", "/batch", "/library", "/about", "/docs"])
def test_every_page_is_whole(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text.count("<h1") == 1
    assert "<title>" in answer.text
    # Whatever a strict policy would refuse must not be there at all.
    assert not re.search(r"<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|<style", answer.text)
    for address in set(re.findall(r'(?:href|src)="(/static/[^"]+)"', answer.text)):
        assert client.get(html.unescape(address)).status_code == 200


@pytest.mark.parametrize("path", ["/nothing", "/checks/c_unknownunknown", "/batch/b_unknownunknown", "/static/no.css"])
def test_people_get_a_page_when_nothing_is_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")


def test_the_library_can_be_paged_and_searched(client: TestClient) -> None:
    first = client.get("/library")
    titles = re.findall(r'class="tile-title">([^<]+)<', first.text)
    assert titles
    found = client.get("/library", params={"q": html.unescape(titles[0])})
    assert titles[0] in found.text
    assert "Nothing here fits" in client.get("/library", params={"q": "no such words anywhere"}).text
    assert client.get("/library", params={"label": "rubbish"}).status_code == 200
    assert client.get("/library", params={"cursor": "rubbish"}).status_code == 422


def test_a_batch_without_javascript_reloads_until_it_is_done(
    client: TestClient, official: bytes, altered: bytes
) -> None:
    files = [("images", ("official.png", official)), ("images", ("fan.png", altered))]
    answer = client.post("/batch", files=files, follow_redirects=False)
    assert answer.status_code == 303
    deadline = time.monotonic() + 120
    while 'http-equiv="refresh"' in (page := client.get(answer.headers["location"]).text):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert "2 posters checked" in page
    assert page.index("official.png") < page.index("fan.png")


def test_every_endpoint_of_the_document_is_on_the_docs_page(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    page = client.get("/docs").text
    assert all(f"<code>{path}</code>" in page for path in document["paths"])
    assert "/api/v1/checks" in document["paths"]
    assert "image" in str(document["paths"]["/api/v1/checks"]["post"]["requestBody"])
    names = re.findall(r"#/components/schemas/(\w+)", str(document))
    assert set(names) <= set(document["components"]["schemas"])
    assert "HTTPValidationError" not in names
