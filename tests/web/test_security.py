"""Headers on every answer, no requests from other sites, and whom a request is counted for."""

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from app.web.security import SECURITY_HEADERS, client_address


@pytest.mark.parametrize(
    "path", ["/", "/nothing", "/healthz", "/api/v1/references", "/api/v1/nothing", "/static/style.css"]
)
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers[name] == value
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/v1/references", "/static/style.css"])
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    answer, whole = client.head(path), client.get(path)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://testserver.elsewhere.example"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "http://testserver"}, 422),
        ({"sec-fetch-site": "none"}, 422),
        ({"origin": "https://testserver"}, 422),
        ({}, 422),
    ],
)
@pytest.mark.parametrize("path", ["/checks", "/batch", "/api/v1/checks", "/api/v1/batches"])
def test_forms_of_other_sites_are_refused(client: TestClient, path: str, headers: dict[str, str], status: int) -> None:
    # The form lacks its picture: what passes ends as a 422.
    answer = client.post(path, files={"other": (None, "x")}, headers=headers)
    assert answer.status_code == status
    if status == 403 and path.startswith("/api"):
        assert answer.json()["code"] == "foreign_origin"


def request_from(address: str, forwarded: str | None = None) -> Request:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return Request({"type": "http", "client": (address, 1), "headers": headers})


@pytest.mark.parametrize(
    ("address", "forwarded", "trusted", "counted"),
    [
        ("203.0.113.5", None, False, "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", False, "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", True, "198.51.100.1"),
        # Only what the proxy itself wrote last can be believed.
        ("203.0.113.5", "6.6.6.6, 198.51.100.1", True, "198.51.100.1"),
        ("203.0.113.5", None, True, "203.0.113.5"),
        ("2001:db8:1:2:3:4:5:6", None, False, "2001:db8:1:2::"),
        ("203.0.113.5", "x" * 500, True, "x" * 64),
    ],
)
def test_the_address_that_is_counted(address: str, forwarded: str | None, trusted: bool, counted: str) -> None:
    assert client_address(request_from(address, forwarded), trust_forwarded_for=trusted) == counted
