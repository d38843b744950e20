"""Every error of the HTTP interface has the same shape, the right status, and tells nothing it should not."""

import io
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from PIL import Image

from app.checker import Checker
from tests.web.serving import as_png, make_settings, ready_client, running_server

CHECKS = "/api/v1/checks"


def assert_problem(answer: Response, status: int, code: str) -> dict[str, object]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert {"type", "title", "status", "detail", "code"} <= set(body)
    assert (body["status"], body["code"]) == (status, code)
    assert body["detail"]
    assert "Traceback" not in answer.text
    if status in (429, 503):
        assert int(answer.headers["retry-after"]) >= 1
    return body


def encoded(size: tuple[int, int], file_format: str) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(buffer, file_format)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"this is no picture", 400, "not_an_image"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, 400, None),
        (encoded((300, 400), "PNG")[:5000], 400, "image_truncated"),
        (encoded((20, 20), "PNG"), 400, "too_little_detail"),
        (as_png(Image.new("RGB", (300, 400), "navy")), 400, "too_little_detail"),
        (encoded((300, 400), "BMP"), 415, "format_not_allowed"),
        (encoded((300, 400), "TIFF"), 415, "format_not_allowed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "format_not_allowed"),
    ],
)
def test_pictures_that_cannot_be_checked(client: TestClient, data: bytes, status: int, code: str | None) -> None:
    answer = client.post(CHECKS, files={"image": ("p.png", data)})
    assert_problem(answer, status, code or answer.json()["code"])


@pytest.mark.parametrize("fields", [{}, {"image": "text and no file"}, {"picture": ("a.png", b"x")}])
def test_a_form_without_its_picture_names_the_field(client: TestClient, fields: dict[str, object]) -> None:
    # A field without a file name is text; httpx sends a form with any file part as multipart.
    files = {
        "other": (None, "x"),
        **{name: value if isinstance(value, tuple) else (None, value) for name, value in fields.items()},
    }
    body = assert_problem(client.post(CHECKS, files=files), 422, "invalid_fields")
    assert [entry["field"] for entry in body["errors"]] == ["image"]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"source_url": "http://[broken"}, "source_url"),
        ({"source_url": "https://example.org/" + "x" * 2100}, "source_url"),
        ({"title": "x" * 201}, "title"),
        ({"read_words": "perhaps"}, "read_words"),
    ],
)
def test_wrong_fields_are_named(client: TestClient, official: bytes, fields: dict[str, str], named: str) -> None:
    answer = client.post(CHECKS, files={"image": ("a.png", official)}, data=fields)
    body = assert_problem(answer, 422, "invalid_fields")
    assert [entry["field"] for entry in body["errors"]] == [named]


@pytest.mark.parametrize(
    ("content", "content_type", "status", "code"),
    [
        (b"{}", "application/json", 415, "not_a_form"),
        (b"", "", 415, "not_a_form"),
        (b"image=x", "application/x-www-form-urlencoded", 415, "not_a_form"),
        (b"x", "multipart/form-data", 400, "bad_request"),
        (b"nonsense", "multipart/form-data; boundary=b", 400, "bad_request"),
        (
            b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
            "multipart/form-data; boundary=b",
            400,
            "bad_request",
        ),
        (
            b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\n\xff\xfe\r\n--b--\r\n',
            "multipart/form-data; boundary=b; charset=undefined",
            400,
            "bad_request",
        ),
    ],
)
def test_broken_forms(client: TestClient, content: bytes, content_type: str, status: int, code: str) -> None:
    answer = client.post(CHECKS, content=content, headers={"content-type": content_type})
    assert_problem(answer, status, code)


def test_two_pictures_for_one_check_are_refused(client: TestClient, official: bytes) -> None:
    answer = client.post(CHECKS, files=[("image", ("a.png", official)), ("image", ("b.png", official))])
    assert_problem(answer, 400, "bad_request")


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/nothing",
        f"{CHECKS}/c_unknownunknown",
        f"{CHECKS}/c_..%2f..%2fetc",
        f"{CHECKS}/%2e%2e",
        f"{CHECKS}/x",
        f"{CHECKS}/c_%00aaaaaaaaaa",
        f"{CHECKS}/c_unknownunknown/overlay.png",
        f"{CHECKS}/c_unknownunknown/submitted.jpg",
        f"{CHECKS}/c_unknownunknown/report.json",
        "/api/v1/batches/b_unknownunknown",
        "/api/v1/batches/..",
        "/api/v1/references/r_unknown",
        "/api/v1/references/r_unknown/preview.jpg",
    ],
)
def test_what_is_not_there_is_a_404(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert_problem(answer, 404, answer.json()["code"])


def test_other_methods_are_a_405_that_names_the_right_one(client: TestClient) -> None:
    answer = client.put(CHECKS)
    assert_problem(answer, 405, "method_not_allowed")
    assert "POST" in answer.headers["allow"]


@pytest.mark.parametrize("query", ["limit=0", "limit=10000", "limit=x", "label=maybe", "cursor=nonsense"])
def test_wrong_queries_are_a_422(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/v1/references?{query}")
    assert_problem(answer, 422, answer.json()["code"])


@pytest.fixture(scope="module")
def small_server(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = shutil.copytree(demo_home, tmp_path_factory.mktemp("small") / "home")
    with running_server(make_settings(Path(home), max_upload_bytes=20_000)) as address:
        yield address


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("size", [30_000, 5_000_000])
def test_uploads_over_the_limit_are_a_413(small_server: str, size: int, chunked: bool) -> None:
    import httpx2

    head = b'--b\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n'
    body = [head, b"\x00" * size, b"\r\n--b--\r\n"]
    content = (part for part in body) if chunked else b"".join(body)
    answer = httpx2.post(
        small_server + CHECKS, content=content, headers={"content-type": "multipart/form-data; boundary=b"}
    )
    assert_problem(answer, 413, answer.json()["code"])


def test_a_picture_with_too_many_pixels_is_a_413(home: Path, official: bytes) -> None:
    with ready_client(make_settings(home, max_pixels=10_000)) as client:
        assert_problem(client.post(CHECKS, files={"image": ("a.png", official)}), 413, "image_too_large")


def test_too_many_checks_from_one_address_are_a_429(home: Path, official: bytes) -> None:
    with ready_client(make_settings(home, rate_limit_per_minute=2)) as client:
        for _ in range(2):
            assert client.post(CHECKS, files={"image": ("official.png", official)}).status_code == 200
        assert_problem(client.post(CHECKS, files={"image": ("a.png", official)}), 429, "too_many_requests")
        assert_problem(client.post("/api/v1/batches", files={"images": ("a.png", official)}), 429, "too_many_requests")
        page = client.post("/checks", files={"image": ("a.png", official)})
        assert (page.status_code, "retry-after" in page.headers) == (429, True)
        assert client.get("/api/v1/references").status_code == 200


def test_a_full_house_is_a_503(home: Path, official: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    entered, leave = threading.Event(), threading.Event()
    real_check = Checker.check

    def slow_check(self: Checker, *args: object, **words: object) -> object:
        entered.set()
        assert leave.wait(30)
        return real_check(self, *args, **words)

    monkeypatch.setattr(Checker, "check", slow_check)
    settings = make_settings(home, concurrent_checks=1, queue_seconds=0.05)
    with ready_client(settings) as client:
        first: list[int] = []
        files = {"image": ("official.png", official)}
        thread = threading.Thread(target=lambda: first.append(client.post(CHECKS, files=files).status_code))
        thread.start()
        try:
            assert entered.wait(30)
            assert_problem(client.post(CHECKS, files=files), 503, "unavailable")
            assert client.get("/healthz").status_code == 200
        finally:
            leave.set()
            thread.join()
        assert first == [200]


def test_an_unexpected_error_is_logged_with_the_id_that_the_answer_shows(
    client: TestClient, official: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object, **_words: object) -> None:
        raise RuntimeError("the secret cause")

    monkeypatch.setattr(Checker, "check", broken)
    for path, field in ((CHECKS, "image"), ("/checks", "image")):
        caplog.clear()
        answer = client.post(path, files={field: ("a.png", official)})
        assert answer.status_code == 500
        assert "secret" not in answer.text
        error_id = caplog.records[-1].args[0]
        assert error_id in answer.text
        assert "the secret cause" in caplog.text
        assert "content-security-policy" in answer.headers
