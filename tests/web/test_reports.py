"""Anybody reports a check, by form or by HTTP; what is kept of it is what was agreed to."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.moderating import BEARER, REPORTS, TOKEN, check, report
from tests.web.serving import make_settings, ready_client


@pytest.fixture(scope="module")
def moderated(demo_copy: Path) -> Iterator[TestClient]:
    """A server with moderation and no limit on reports."""
    with ready_client(make_settings(demo_copy, moderator_token=TOKEN, report_limit_per_minute=0)) as client:
        yield client


def test_a_report_reaches_the_moderators(moderated: TestClient, altered: bytes) -> None:
    made = check(moderated, altered)
    taken = report(moderated, made["id"], comment=" It is\r\nfake\u202e \n")
    assert (taken["state"], taken["picture_kept"], taken["check_id"]) == ("open", True, made["id"])
    item = moderated.get(f"{REPORTS}/{taken['id']}", headers=BEARER).json()
    assert item["comment"] == "It is\nfake"
    assert (item["sha256"], item["check"]) == (made["sha256"], made)
    listed = moderated.get(f"{REPORTS}?state=open", headers=BEARER).json()
    assert item in listed["items"]


def test_the_same_report_twice_is_one(moderated: TestClient, altered: bytes) -> None:
    made = check(moderated, altered)
    assert report(moderated, made["id"])["id"] == report(moderated, made["id"])["id"]
    assert report(moderated, made["id"], kind="wrong_verdict")["kind"] == "wrong_verdict"


def test_the_picture_is_stored_only_when_it_was_left(moderated: TestClient, altered: bytes, demo_copy: Path) -> None:
    without = report(moderated, check(moderated, altered)["id"], leave_picture=False)
    assert without["picture_kept"] is False
    assert not (demo_copy / "reports" / f"{without['id']}.picture").exists()
    with_it = report(moderated, check(moderated, altered)["id"])
    assert (demo_copy / "reports" / f"{with_it['id']}.picture").read_bytes() == altered


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"check_id": "c_nothing_of_this_name", "kind": "known_fake"}, 404, "check_not_found"),
        ({"check_id": "../../etc/passwd", "kind": "known_fake"}, 404, "check_not_found"),
        ({"kind": "known_fake"}, 422, "invalid_fields"),
        ({"check_id": "c_x", "kind": "boring"}, 422, "invalid_fields"),
        ({"check_id": "c_x", "kind": "known_fake", "comment": "x" * 1001}, 422, "invalid_fields"),
        ({"check_id": "c_x", "kind": "known_fake", "surprise": 1}, 422, "invalid_fields"),
        ([], 422, "invalid_fields"),
        ({"check_id": "c_x", "kind": "known_fake", "comment": "x" * 70_000}, 413, "body_too_large"),
    ],
)
def test_bad_reports_are_problems(moderated: TestClient, body: object, status: int, code: str) -> None:
    answer = moderated.post(REPORTS, json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("content", "kind", "status"), [(b"{", "application/json", 422), (b"a=b", "text/plain", 415)])
def test_bodies_that_are_no_json(moderated: TestClient, content: bytes, kind: str, status: int) -> None:
    assert moderated.post(REPORTS, content=content, headers={"content-type": kind}).status_code == status


def test_reports_of_other_sites_are_refused(moderated: TestClient) -> None:
    for path in (REPORTS, "/checks/c_x/report"):
        answer = moderated.post(path, headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403


def test_the_form_works_and_the_page_tells_what_became_of_it(moderated: TestClient, altered: bytes) -> None:
    made = check(moderated, altered)
    page = moderated.get(f"/checks/{made['id']}").text
    assert "not your internet address" in page
    assert "at most 90 days" in page
    fields = {"kind": "known_fake", "comment": "<script>alert(1)</script>", "leave_picture": "yes"}
    answer = moderated.post(f"/checks/{made['id']}/report", data=fields)
    assert answer.url.path == f"/checks/{made['id']}"
    assert "It waits for a moderator" in answer.text
    assert 'value="known_fake"' not in answer.text, "it is not offered twice"
    (item,) = [one for one in _reports(moderated) if one["check_id"] == made["id"]]
    body = {"decision": "reject"}
    assert moderated.post(f"{REPORTS}/{item['id']}/decision", json=body, headers=BEARER).status_code == 200
    assert "left everything as it is" in moderated.get(f"/checks/{made['id']}").text


@pytest.mark.parametrize("fields", [{}, {"kind": "boring"}, {"kind": ""}])
def test_a_form_without_a_kind_is_a_422(moderated: TestClient, altered: bytes, fields: dict[str, str]) -> None:
    made = check(moderated, altered)
    answer = moderated.post(f"/checks/{made['id']}/report", data=fields or {"x": "y"})
    assert answer.status_code == 422


def test_reports_are_limited_apart_from_checks(home: Path, altered: bytes) -> None:
    with ready_client(make_settings(home, moderator_token=TOKEN, report_limit_per_minute=2)) as client:
        made = check(client, altered)
        for kind in ("known_fake", "wrong_verdict"):
            report(client, made["id"], kind=kind)
        answer = client.post(REPORTS, json={"check_id": made["id"], "kind": "known_fake"})
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) > 0
        assert "reports a minute" in answer.json()["detail"]
        assert client.post(f"/checks/{made['id']}/report", data={"kind": "known_fake"}).status_code == 429


def test_without_a_token_there_are_no_reports(client: TestClient, altered: bytes) -> None:
    made = check(client, altered)
    assert "Report this" not in client.get(f"/checks/{made['id']}").text
    answer = client.post(REPORTS, json={"check_id": made["id"], "kind": "known_fake"})
    assert (answer.status_code, answer.json()["code"]) == (403, "moderation_off")
    assert "POSTERCHECK_MODERATOR_TOKEN" in answer.json()["detail"]


@pytest.mark.parametrize("token", ["short", "x" * 15])
def test_a_short_token_is_refused_at_the_start(home: Path, token: str) -> None:
    with pytest.raises(ValueError, match="at least 16") as raised:
        make_settings(home, moderator_token=token)
    assert not re.search(rf"'{token}'", str(raised.value)), "a secret must not stand in a message"


def _reports(client: TestClient) -> list[dict[str, object]]:
    items: list[dict[str, object]] = client.get(f"{REPORTS}?limit=100", headers=BEARER).json()["items"]
    return items
