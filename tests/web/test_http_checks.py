"""One picture in, a report and its drawings out."""

import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from app.model.report import CheckReport
from tests.web.serving import make_settings, ready_client, stranger_picture


def check(client: TestClient, data: bytes, name: str = "fan.png", **fields: str) -> CheckReport:
    answer = client.post("/api/v1/checks", files={"image": (name, data)}, data=fields)
    assert answer.status_code == 200, answer.text
    return CheckReport.model_validate_json(answer.content)


def test_an_official_poster_is_found_and_called_official(client: TestClient, official: bytes) -> None:
    report = check(client, official, "official.png")
    assert (report.verdict.value, report.conclusive) == ("likely_official", True)
    assert report.matches[0].reference.label == "official"
    assert report.input == "official.png"


def test_an_altered_poster_is_called_fan_made_and_says_where(client: TestClient, altered: bytes) -> None:
    report = check(client, altered)
    assert (report.verdict.value, report.conclusive) == ("likely_fan_made", True)
    assert report.matches[0].changed_regions
    assert report.library.demo


def test_the_report_can_be_read_again_with_the_same_content(client: TestClient, altered: bytes) -> None:
    answer = client.post("/api/v1/checks", files={"image": ("fan.png", altered)})
    assert answer.headers["postercheck-kept"] == "yes"
    again = client.get(answer.headers["content-location"])
    assert again.json() == answer.json()


def test_words_are_read_on_request_and_else_only_where_they_can_change_the_answer(
    client: TestClient, official: bytes
) -> None:
    plain = check(client, official)
    assert plain.text.lines == []
    assert check(client, official, read_words="false").text.lines == []
    read = check(client, official, read_words="true")
    assert read.text.lines
    assert (read.verdict, read.probability_official) == (plain.verdict, plain.probability_official)


def test_the_interface_describes_the_wish_to_read_words(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    form = paths["/api/v1/checks"]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
    assert (form["read_words"]["type"], form["read_words"]["default"]) == ("boolean", False)


VIEWS = ["overlay.png", "aligned.png", "reference.png", "heat.png", "crops.png", "diff.png", "submitted.jpg"]


@pytest.mark.parametrize("view", VIEWS)
def test_every_drawing_is_a_picture_and_the_same_when_asked_twice(
    client: TestClient, altered: bytes, view: str
) -> None:
    report = check(client, altered)
    first = client.get(f"/api/v1/checks/{report.id}/{view}")
    assert first.status_code == 200, first.text
    assert first.headers["content-type"] == ("image/jpeg" if view.endswith("jpg") else "image/png")
    with Image.open(io.BytesIO(first.content)) as picture:
        picture.load()
        # The reference and what is laid onto it have the reference's frame.
        if view in ("overlay.png", "submitted.jpg", "heat.png"):
            assert picture.size == (report.image.width, report.image.height)
    assert client.get(f"/api/v1/checks/{report.id}/{view}").content == first.content


def test_the_submitted_picture_is_shown_without_its_metadata(client: TestClient, official: bytes) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(official)) as picture:
        picture.convert("RGB").save(buffer, "JPEG", exif=exif)
    assert b"taken at home" in buffer.getvalue()
    report = check(client, buffer.getvalue(), "official.jpg")
    assert b"taken at home" not in client.get(f"/api/v1/checks/{report.id}/submitted.jpg").content


def test_without_a_match_only_the_plain_picture_can_be_drawn(client: TestClient) -> None:
    report = check(client, stranger_picture(), "unsure.png")
    assert not report.conclusive
    assert report.matches == []
    assert client.get(f"/api/v1/checks/{report.id}/overlay.png").status_code == 200
    answer = client.get(f"/api/v1/checks/{report.id}/aligned.png")
    assert (answer.status_code, answer.json()["code"]) == (404, "nothing_to_draw")


def test_an_unchanged_poster_has_no_crops_but_a_sheet(client: TestClient, official: bytes) -> None:
    report = check(client, official, "official.png")
    answer = client.get(f"/api/v1/checks/{report.id}/crops.png")
    assert (answer.status_code, answer.json()["code"]) == (404, "nothing_to_draw")
    assert client.get(f"/api/v1/checks/{report.id}/diff.png").status_code == 200


def test_a_view_that_does_not_exist_is_not_found(client: TestClient, official: bytes) -> None:
    report = check(client, official, "official.png")
    assert client.get(f"/api/v1/checks/{report.id}/x-ray.png").status_code == 404


def test_the_parts_of_a_composite_come_with_their_outlines_and_pictures(client: TestClient, composite: bytes) -> None:
    report = check(client, composite, "composite.png")
    assert report.relation.value == "composite"
    assert [part.letter for part in report.parts][:2] == ["A", "B"]
    assert {part.title for part in report.parts} >= {"Copper Ninth"}
    assert sum(part.share for part in report.parts) <= 1
    upper, lower = sorted(report.parts[:2], key=lambda part: part.centre[1])
    assert upper.centre[1] < report.image.height / 2 < lower.centre[1]
    said = next(reason.text for reason in report.reasons if reason.code == "several_sources")
    for part in report.parts:
        assert f"{part.title} ({100 * part.share:.0f} %)" in said
    plain = client.get(f"/api/v1/checks/{report.id}/submitted.jpg").content
    for view in VIEWS[:-1]:
        answer = client.get(f"/api/v1/checks/{report.id}/{view}")
        assert answer.status_code == 200, view
        assert answer.content != plain
    with Image.open(io.BytesIO(client.get(f"/api/v1/checks/{report.id}/overlay.png").content)) as overlay:
        assert overlay.width == report.image.width
        assert overlay.height > report.image.height, "the legend stands below"


def test_ids_cannot_be_guessed_from_each_other(client: TestClient, official: bytes) -> None:
    ids = {check(client, official, "official.png").id for _ in range(3)}
    assert len(ids) == 3
    assert all(len(check_id) >= 18 for check_id in ids)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\poster.png", "poster.png"),
        ("<script>alert(1)</script>.png", "script>.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("..", ".."),
    ],
)
def test_names_are_shown_but_never_used_as_paths(client: TestClient, official: bytes, sent: str, shown: str) -> None:
    assert check(client, official, sent).input == shown


def test_nothing_is_kept_when_the_settings_say_so(home: Path, altered: bytes) -> None:
    with ready_client(make_settings(home, keep_reports_hours=0)) as client:
        answer = client.post("/api/v1/checks", files={"image": ("fan.png", altered)})
        assert (answer.status_code, answer.headers["postercheck-kept"]) == (200, "no")
        assert client.get(f"/api/v1/checks/{answer.json()['id']}").status_code == 404
    assert not (home / "checks").exists()


def test_a_full_disk_does_not_cost_the_verdict(home: Path, altered: bytes) -> None:
    # A file where the folder should be refuses every write, as a full disk does.
    (home / "checks").write_bytes(b"")
    with ready_client(make_settings(home)) as client:
        answer = client.post("/api/v1/checks", files={"image": ("fan.png", altered)})
        assert (answer.status_code, answer.headers["postercheck-kept"]) == (200, "no")
        page = client.post("/checks", files={"image": ("fan.png", altered)}, follow_redirects=False)
        assert page.status_code == 200
        assert "This result is not kept" in page.text


def test_a_picture_that_cannot_be_checked_is_not_kept(home: Path) -> None:
    with ready_client(make_settings(home)) as client:
        assert client.post("/api/v1/checks", files={"image": ("x.png", b"no picture")}).status_code == 400
    assert not list((home / "checks").glob("*"))


def test_what_one_process_keeps_another_one_shows(home: Path, altered: bytes) -> None:
    with ready_client(make_settings(home)) as one, ready_client(make_settings(home)) as other:
        report = check(one, altered)
        assert other.get(f"/api/v1/checks/{report.id}").json()["id"] == report.id
        assert other.get(f"/api/v1/checks/{report.id}/overlay.png").status_code == 200
