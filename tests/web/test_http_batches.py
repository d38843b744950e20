"""Many pictures at once: progress, results in order, and what happens when a process is gone."""

import os
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.web import batch_store, batches
from app.web.uploads import MAX_BATCH_FILES
from tests.web.serving import make_settings, ready_client

BATCHES = "/api/v1/batches"


def wait_for(client: TestClient, address: str) -> dict[str, object]:
    deadline = time.monotonic() + 120
    while (state := client.get(address).json())["status"] == "running":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return state


def test_a_batch_answers_for_every_file_in_its_order(client: TestClient, official: bytes, altered: bytes) -> None:
    names = ["official.png", "fan.png", "note.txt"]
    contents = [official, altered, b"no picture"]
    files = [("images", pair) for pair in zip(names, contents, strict=True)]
    answer = client.post(BATCHES, files=files)
    assert answer.status_code == 202
    assert (answer.json()["total"], answer.json()["id"][:2]) == (3, "b_")
    state = wait_for(client, answer.headers["location"])
    assert (state["status"], state["done"]) == ("finished", 3)
    assert [result["input"] for result in state["results"]] == names
    assert [result.get("verdict") for result in state["results"]] == ["likely_official", "likely_fan_made", None]
    assert state["results"][2]["error"]["code"] == "not_an_image"
    assert client.get(f"/checks/{state['results'][1]['id']}").status_code == 200


def test_a_batch_counts_for_as_many_checks_as_it_has_files(home: Path, official: bytes) -> None:
    with ready_client(make_settings(home, rate_limit_per_minute=3)) as client:
        files = [("images", ("official.png", official))] * 3
        wait_for(client, client.post(BATCHES, files=files).headers["location"])
        assert client.post("/api/v1/checks", files={"image": ("a.png", official)}).status_code == 429


def test_too_many_files_are_refused(client: TestClient) -> None:
    answer = client.post(BATCHES, files=[("images", ("a.png", b"x"))] * (MAX_BATCH_FILES + 1))
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


def test_uploads_of_a_batch_are_gone_when_it_is_done(home: Path, official: bytes) -> None:
    with ready_client(make_settings(home)) as client:
        wait_for(client, client.post(BATCHES, files=[("images", ("official.png", official))]).headers["location"])
        deadline = time.monotonic() + 10
        while list((home / "batches").glob("*/upload-*")):
            assert time.monotonic() < deadline
            time.sleep(0.02)


def test_a_batch_whose_process_is_gone_is_called_interrupted(
    home: Path, official: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_work(_self: object) -> None:
        return

    with monkeypatch.context() as patch, ready_client(make_settings(home)) as client:
        patch.setattr(batches.BatchRunner, "_work_on", lambda self, plan, folder: no_work(self))
        answer = client.post(BATCHES, files=[("images", ("official.png", official))])
        assert answer.json()["status"] == "running"
    with ready_client(make_settings(home)) as client:
        pulse = home / "batches" / answer.json()["id"] / "pulse"
        long_ago = time.time() - batch_store.SILENCE_SECONDS - 1
        os.utime(pulse, (long_ago, long_ago))
        assert client.get(answer.headers["location"]).json()["status"] == "interrupted"
        assert "has to be sent again" in client.get(f"/batch/{answer.json()['id']}").text


def test_a_full_disk_refuses_the_batch(home: Path, official: bytes) -> None:
    (home / "batches").write_bytes(b"")
    with ready_client(make_settings(home)) as client:
        answer = client.post(BATCHES, files=[("images", ("official.png", official))])
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        assert int(answer.headers["retry-after"]) > 0
