"""Reporting and signing in, for the tests of moderation."""

import re

from fastapi.testclient import TestClient

TOKEN = "the moderators' token"
BEARER = {"authorization": f"Bearer {TOKEN}"}
REPORTS = "/api/v1/reports"


def check(client: TestClient, data: bytes) -> dict[str, object]:
    """The report of a picture."""
    answer = client.post("/api/v1/checks", files={"image": ("poster.png", data)})
    assert answer.status_code == 200
    body: dict[str, object] = answer.json()
    return body


def report(client: TestClient, check_id: object, **fields: object) -> dict[str, object]:
    """Report a check; with its picture, unless told otherwise."""
    body = {"check_id": check_id, "kind": "known_fake", "leave_picture": True, **fields}
    answer = client.post(REPORTS, json=body)
    assert answer.status_code == 201, answer.text
    taken: dict[str, object] = answer.json()
    return taken


def sign_in(client: TestClient, name: str = "Ann") -> str:
    """Sign the client in; gives the token that its forms must carry."""
    answer = client.post("/moderation/sign-in", data={"name": name, "token": TOKEN})
    assert answer.status_code == 200, answer.text
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', answer.text)
    assert found is not None
    return found[1]
