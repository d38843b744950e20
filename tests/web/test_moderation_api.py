"""What programs of moderators do over HTTP: with the token, and only with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.moderating import BEARER, REPORTS, TOKEN, check, report
from tests.web.serving import make_settings, ready_client, stranger_picture

REFERENCES = "/api/v1/references"
LOG = "/api/v1/moderation/log"
_FOR_MODERATORS = [
    ("POST", REFERENCES),
    ("PATCH", f"{REFERENCES}/r_x"),
    ("DELETE", f"{REFERENCES}/r_x"),
    ("GET", REPORTS),
    ("GET", f"{REPORTS}/p_x"),
    ("POST", f"{REPORTS}/p_x/decision"),
    ("GET", LOG),
    ("POST", f"{LOG}/1/undo"),
]


@pytest.fixture
def moderated(home: Path) -> Iterator[TestClient]:
    with ready_client(make_settings(home, moderator_token=TOKEN, report_limit_per_minute=0)) as client:
        yield client


@pytest.fixture(scope="module")
def shared(demo_copy: Path) -> Iterator[TestClient]:
    """For tests that change nothing."""
    with ready_client(make_settings(demo_copy, moderator_token=TOKEN)) as client:
        yield client


@pytest.mark.parametrize(("method", "path"), _FOR_MODERATORS)
def test_without_the_token_nothing_is_done(shared: TestClient, method: str, path: str) -> None:
    answer = shared.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_needed")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("method", "path"), _FOR_MODERATORS)
def test_switched_off_it_says_so(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path, headers=BEARER)
    assert (answer.status_code, answer.json()["code"]) == (403, "moderation_off")


def test_wrong_tokens_are_slowed_down(home: Path) -> None:
    with ready_client(make_settings(home, moderator_token=TOKEN)) as client:
        for wrong in ("Bearer ", "Basic " + TOKEN, TOKEN):
            assert client.get(LOG, headers={"authorization": wrong}).status_code == 401
        assert [client.get(LOG, headers=BEARER).status_code for _ in range(12)] == [200] * 12
        statuses = [client.get(LOG, headers={"authorization": f"Bearer guess {n}"}).status_code for n in range(12)]
        assert statuses == [401] * 10 + [429] * 2
        assert client.get(LOG, headers=BEARER).status_code == 429, "no further guess is looked at"


def test_an_accepted_report_is_matched_at_once_and_not_when_undone(moderated: TestClient) -> None:
    picture = stranger_picture()
    before = check(moderated, picture)
    assert before["relation"] == "no_match"
    taken = report(moderated, before["id"])
    described = {"decision": "accept", "title": "A Film 2", "note": "n", "page_url": "https://example.org/d"}
    answer = moderated.post(f"{REPORTS}/{taken['id']}/decision", json=described, headers=BEARER)
    assert answer.status_code == 200
    entry = answer.json()
    after = check(moderated, picture)
    assert (after["relation"], after["verdict"], after["conclusive"]) == ("known_fake", "likely_fan_made", True)
    assert after["matches"][0]["reference"]["page_url"] == "https://example.org/d"  # type: ignore[index]
    again = moderated.post(f"{REPORTS}/{taken['id']}/decision", json=described, headers=BEARER)
    assert (again.status_code, again.json()["code"]) == (409, "already_decided")
    undone = moderated.post(f"{LOG}/{entry['id']}/undo", headers=BEARER)
    assert (undone.status_code, undone.json()["undoes"]) == (200, entry["id"])
    assert check(moderated, picture)["relation"] == "no_match"
    assert moderated.post(f"{LOG}/{entry['id']}/undo", headers=BEARER).status_code == 409


def test_a_false_match_is_noted_for_the_next_check(moderated: TestClient, altered: bytes) -> None:
    made = check(moderated, altered)
    taken = report(moderated, made["id"], kind="wrong_verdict", leave_picture=False)
    reference_id = made["matches"][0]["reference"]["id"]  # type: ignore[index]
    address = f"{REPORTS}/{taken['id']}/decision"
    assert moderated.post(address, json={"decision": "false_match"}, headers=BEARER).status_code == 422
    body = {"decision": "false_match", "reference_id": "r_nothing"}
    assert moderated.post(address, json=body, headers=BEARER).status_code == 404
    body = {"decision": "false_match", "reference_id": reference_id}
    entry = moderated.post(address, json=body, headers=BEARER).json()
    library = moderated.app.state.parts.room.checker.library  # type: ignore[attr-defined]
    item = moderated.get(f"{REPORTS}/{taken['id']}", headers=BEARER).json()
    phash = moderated.app.state.parts.moderators.store.get(taken["id"]).perceptual_hash  # type: ignore[attr-defined]
    assert item["state"] == "false_match"
    assert library.false_matches_of(made["sha256"], phash) == {reference_id}
    moderated.post(f"{LOG}/{entry['id']}/undo", headers=BEARER)
    assert library.false_matches_of(made["sha256"], phash) == frozenset()


def test_a_picture_that_was_not_left_is_a_409(moderated: TestClient, altered: bytes) -> None:
    taken = report(moderated, check(moderated, altered)["id"], leave_picture=False)
    answer = moderated.post(f"{REPORTS}/{taken['id']}/decision", json={"decision": "accept"}, headers=BEARER)
    assert (answer.status_code, answer.json()["code"]) == (409, "picture_not_kept")


def test_adding_changing_and_removing_references(moderated: TestClient) -> None:
    picture = stranger_picture()
    fields = {"label": "official", "title": "A Film", "tier": "A", "page_url": "https://example.org/a"}
    named = {**BEARER, "postercheck-moderator": "Ann"}
    answer = moderated.post(REFERENCES, data=fields, files={"image": ("a.png", picture)}, headers=named)
    assert answer.status_code == 201
    made = answer.json()
    assert (made["title"], made["tier"], made["source"]) == ("A Film", "A", "moderation")
    assert check(moderated, picture)["relation"] == "same_artwork"
    address = f"{REFERENCES}/{made['id']}"
    changed = moderated.patch(address, json={"state": "disabled", "note": "wrong"}, headers=named).json()
    assert (changed["state"], changed["note"], changed["title"]) == ("disabled", "wrong", "A Film")
    assert check(moderated, picture)["relation"] == "no_match"
    log = moderated.get(LOG, headers=BEARER).json()["items"]
    assert [(entry["action"], entry["actor"]) for entry in log] == [
        ("change_reference", "Ann"),
        ("add_reference", "Ann"),
    ]
    assert moderated.post(f"{LOG}/{log[0]['id']}/undo", headers=BEARER).status_code == 200
    assert moderated.get(address).json()["state"] == "active"
    assert moderated.delete(address, headers=BEARER).status_code == 204
    assert moderated.get(address).status_code == 404
    assert moderated.delete(address, headers=BEARER).status_code == 404


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "label"),
        ({"label": "boring"}, "label"),
        ({"label": "official", "tier": "Z"}, "tier"),
        ({"label": "official", "surprise": "1"}, "surprise"),
        ({"label": "official", "page_url": "javascript:alert(1)"}, None),
        ({"label": "official", "tier": "K"}, None),
    ],
)
def test_references_that_cannot_be(shared: TestClient, fields: dict[str, str], field: str | None) -> None:
    before = shared.get("/readyz").json()
    files = {"image": ("a.png", stranger_picture())}
    answer = shared.post(REFERENCES, data=fields, files=files, headers=BEARER)
    assert answer.status_code == 422
    if field is not None:
        assert [entry["field"] for entry in answer.json()["errors"]] == [field]
    assert shared.get("/readyz").json() == before


@pytest.mark.parametrize(
    "body", [{"label": "official"}, {"state": "gone"}, {"title": None}, {"tier": "K"}, {"page_url": "ftp://x"}, []]
)
def test_changes_that_cannot_be(shared: TestClient, body: object) -> None:
    first = shared.get(f"{REFERENCES}?label=official&limit=1").json()["items"][0]
    answer = shared.patch(f"{REFERENCES}/{first['id']}", json=body, headers=BEARER)
    assert answer.status_code == 422
    assert shared.get(f"{REFERENCES}/{first['id']}").json() == first


def test_pictures_that_cannot_be_references(shared: TestClient) -> None:
    answer = shared.post(REFERENCES, data={"label": "official"}, files={"image": ("a", b"x")}, headers=BEARER)
    assert answer.status_code == 422
    assert shared.post(REFERENCES, data={"label": "official"}, headers=BEARER).status_code in (415, 422)


def test_the_interface_describes_it(shared: TestClient) -> None:
    document = shared.get("/openapi.json").json()
    assert {"post", "get"} <= document["paths"][REFERENCES].keys()
    assert document["components"]["securitySchemes"]["moderator"] == {"type": "http", "scheme": "bearer"}
    assert "security" in document["paths"][f"{REFERENCES}/{{reference_id}}"]["delete"]
    assert "security" not in document["paths"][REPORTS]["post"]
    assert "$defs" not in str(document)
    assert "/api/v1/reports" in shared.get("/docs").text
