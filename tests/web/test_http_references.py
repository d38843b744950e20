"""The library over HTTP."""

import io
from pathlib import Path

from fastapi.testclient import TestClient
from PIL import Image

from tests.web.serving import make_settings, ready_client

REFERENCES = "/api/v1/references"


def test_all_pages_together_are_the_library(client: TestClient) -> None:
    total = client.get("/readyz").json()["references"]
    seen: list[str] = []
    address = f"{REFERENCES}?limit=5"
    while True:
        page = client.get(address).json()
        assert page["total"] == total
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        address = f"{REFERENCES}?limit=5&cursor={page['next_cursor']}"
    assert len(seen) == len(set(seen)) == total


def test_search_and_label_narrow_the_list(client: TestClient) -> None:
    first = client.get(f"{REFERENCES}?label=official&limit=1").json()["items"][0]
    found = client.get(REFERENCES, params={"q": first["title"]}).json()
    assert first["id"] in [item["id"] for item in found["items"]]
    assert client.get(REFERENCES, params={"q": "no such words anywhere"}).json()["items"] == []
    labels = {item["label"] for item in client.get(f"{REFERENCES}?label=official").json()["items"]}
    assert labels == {"official"}


def test_a_reference_without_its_picture_is_a_404(home: Path) -> None:
    # As after loading a pack, which has fingerprints and no pictures.
    with ready_client(make_settings(home)) as client:
        item = client.get(f"{REFERENCES}?limit=1").json()["items"][0]
        for path in home.rglob("*"):
            if path.is_file() and path.suffix in (".jpg", ".jpeg", ".png", ".webp"):
                path.unlink()
        answer = client.get(item["preview"])
        assert (answer.status_code, answer.json()["code"]) == (404, "picture_missing")
        assert client.get("/library").status_code == 200


def test_one_reference_and_its_picture(client: TestClient) -> None:
    item = client.get(f"{REFERENCES}?limit=1").json()["items"][0]
    assert client.get(f"{REFERENCES}/{item['id']}").json() == item
    answer = client.get(item["preview"])
    assert answer.headers["content-type"] == "image/jpeg"
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert max(picture.size) <= 640
    again = client.get(item["preview"], headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
