"""The process answers at once, says when it cannot check yet, and says why it never will."""

import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.checker import Checker, CheckerOptions
from app.web import checker_room
from app.web.app import create_app
from tests.web.serving import make_settings, wait_until_ready


def test_while_the_library_is_being_opened(home: Path, official: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    real_open = checker_room.open_checker

    def slow_open(options: CheckerOptions) -> Checker:
        assert go_on.wait(60)
        return real_open(options)

    monkeypatch.setattr(checker_room, "open_checker", slow_open)
    with TestClient(create_app(make_settings(home))) as client:
        try:
            assert client.get("/healthz").json() == {"status": "alive"}
            answer = client.get("/readyz")
            assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
            assert int(answer.headers["retry-after"]) > 0
            files = {"image": ("official.png", official)}
            assert client.post("/api/v1/checks", files=files).status_code == 503
            assert client.post("/api/v1/batches", files={"images": files["image"]}).status_code == 503
            assert "Not ready yet" in client.get("/").text
            assert client.get("/library").status_code == 503
        finally:
            go_on.set()
        wait_until_ready(client)
        assert client.post("/api/v1/checks", files=files).status_code == 200


def test_a_library_that_cannot_be_opened_is_named_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker_room, "REOPEN_SECONDS", 0.1)
    blocked = tmp_path / "home"
    blocked.write_text("a file where the folder should be")
    with TestClient(create_app(make_settings(blocked))) as client:
        answer = client.get("/readyz")
        while "being opened" in answer.json()["detail"]:
            answer = client.get("/readyz")
        assert answer.status_code == 503
        assert "cannot be opened" in answer.json()["detail"]
        assert client.get("/healthz").status_code == 200
        blocked.unlink()
        wait_until_ready(client)
