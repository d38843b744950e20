"""The pages of moderators: who gets in, what they see, and that every form is theirs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.web.app import create_app
from tests.web.moderating import TOKEN, check, report, sign_in
from tests.web.serving import make_settings, official_picture, ready_client, wait_until_ready


@pytest.fixture(scope="module")
def server(demo_copy: Path) -> Iterator[TestClient]:
    with ready_client(make_settings(demo_copy, moderator_token=TOKEN, report_limit_per_minute=0)) as client:
        yield client


@pytest.fixture
def visitor(server: TestClient) -> TestClient:
    """A browser of its own on that server."""
    return TestClient(server.app)


def test_strangers_are_led_to_the_sign_in(visitor: TestClient) -> None:
    for path in ("/moderation", "/moderation/log", "/moderation/reports/p_x"):
        answer = visitor.get(path)
        assert answer.url.path == "/moderation/sign-in"
        assert 'type="password"' in answer.text
    assert visitor.get("/moderation/reports/p_x/picture.jpg").status_code == 401
    for path in ("/moderation/reports/p_x/decision", "/moderation/conflicts", "/moderation/log/1/undo"):
        assert visitor.post(path, data={"form_token": "x"}).url.path == "/moderation/sign-in"


def test_the_cookie_is_for_this_site_alone(visitor: TestClient) -> None:
    answer = visitor.post("/moderation/sign-in", data={"token": TOKEN}, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/moderation" in cookie
    assert "Secure" not in cookie
    assert TOKEN not in cookie


def test_over_tls_the_cookie_is_bound_to_it(home: Path) -> None:
    with TestClient(create_app(make_settings(home, moderator_token=TOKEN)), base_url="https://testserver") as client:
        wait_until_ready(client)
        answer = client.post("/moderation/sign-in", data={"token": TOKEN}, follow_redirects=False)
        assert "Secure" in answer.headers["set-cookie"]


def test_a_wrong_token_stays_out_and_is_slowed_down(home: Path) -> None:
    with ready_client(make_settings(home, moderator_token=TOKEN)) as client:
        for _ in range(12):
            sign_in(client)
        client.cookies.clear()
        answers = [client.post("/moderation/sign-in", data={"token": "x" * 20, "name": "Eve"}) for _ in range(11)]
        assert [answer.status_code for answer in answers] == [403] * 10 + [429]
        assert 'value="Eve"' in answers[0].text
        assert int(answers[-1].headers["retry-after"]) > 0


def test_signing_out_ends_the_session_everywhere(visitor: TestClient, server: TestClient) -> None:
    form_token = sign_in(visitor)
    other = TestClient(server.app, cookies=dict(visitor.cookies))
    assert other.get("/moderation").url.path == "/moderation"
    assert visitor.post("/moderation/sign-out", data={"form_token": "wrong"}).status_code == 403
    assert visitor.post("/moderation/sign-out", data={"form_token": form_token}).url.path == "/moderation/sign-in"
    assert other.get("/moderation").url.path == "/moderation/sign-in"


def test_forms_of_another_session_are_refused(visitor: TestClient, server: TestClient, altered: bytes) -> None:
    taken = report(server, check(server, altered)["id"])
    mine = sign_in(visitor)
    theirs = sign_in(TestClient(server.app))
    address = f"/moderation/reports/{taken['id']}/decision"
    for form_token in (theirs, "", "ä"):
        answer = visitor.post(address, data={"form_token": form_token, "decision": "reject"})
        assert answer.status_code == 403
    foreign = {"origin": "https://elsewhere.example"}
    assert visitor.post(address, data={"form_token": mine, "decision": "reject"}, headers=foreign).status_code == 403
    assert "Waiting" in visitor.get("/moderation").text
    assert server.app.state.parts.moderators.store.get(taken["id"]).state == "open"  # type: ignore[attr-defined]


def test_the_queue_shows_a_report_with_its_check(visitor: TestClient, server: TestClient, altered: bytes) -> None:
    made = check(server, altered)
    taken = report(server, made["id"], comment="<b>look</b>")
    sign_in(visitor)
    page = visitor.get(f"/moderation/reports/{taken['id']}").text
    assert "&lt;b&gt;look&lt;/b&gt;" in page
    assert "Likely fan-made" in page
    assert made["summary"] in page.replace("&#34;", '"').replace("&#39;", "'")
    reference_id = made["matches"][0]["reference"]["id"]  # type: ignore[index]
    assert f"/api/v1/references/{reference_id}/preview.jpg" in page
    picture = visitor.get(f"/moderation/reports/{taken['id']}/picture.jpg")
    assert picture.headers["content-type"] == "image/jpeg"
    assert visitor.get("/moderation/reports/p_nothing").status_code == 404


def test_pages_of_reports_follow_each_other(home: Path, altered: bytes) -> None:
    with ready_client(make_settings(home, moderator_token=TOKEN, report_limit_per_minute=0)) as client:
        ids = []
        for _ in range(4):
            made = check(client, altered)
            ids += [report(client, made["id"], kind=kind)["id"] for kind in ("known_fake", "wrong_verdict")]
        sign_in(client)
        first = client.get("/moderation").text
        address = re.search(r'class="next" href="([^"]+)"', first)
        assert address is not None
        second = client.get(address[1].replace("&amp;", "&")).text
        shown = [re.findall(r'<article class="card case" id="(p_[^"]+)"', page) for page in (first, second)]
        assert [len(found) for found in shown] == [6, 2]
        assert shown[0] + shown[1] == ids


def test_decide_undo_and_the_log(visitor: TestClient, server: TestClient, altered: bytes) -> None:
    taken = report(server, check(server, altered)["id"])
    form_token = sign_in(visitor, "Ann <3")
    fields = {"form_token": form_token, "decision": "reject", "note": "it is fine"}
    page = visitor.post(f"/moderation/reports/{taken['id']}/decision", data=fields)
    assert "Rejected." in page.text
    undo = re.search(r'action="(/moderation/log/\d+/undo)"', page.text)
    assert undo is not None
    log = visitor.get("/moderation/log").text
    assert "it is fine" in log
    assert "Ann &lt;3" in log
    assert "Took back." in visitor.post(undo[1], data={"form_token": form_token}).text
    assert visitor.post(undo[1], data={"form_token": form_token}).status_code == 409
    assert "taken back" in visitor.get("/moderation/log").text
    wrong = {"form_token": form_token, "decision": "accept", "label": "boring"}
    assert visitor.post(f"/moderation/reports/{taken['id']}/decision", data=wrong).status_code == 422


def test_a_conflict_waits_for_a_moderator_and_is_settled(home: Path) -> None:
    with ready_client(make_settings(home, moderator_token=TOKEN)) as client:
        picture = official_picture()
        taken = report(client, check(client, picture)["id"])
        form_token = sign_in(client)
        address = f"/moderation/reports/{taken['id']}/decision"
        page = client.post(address, data={"form_token": form_token, "decision": "accept"}).text
        assert "Listed as official and as a fake" in page
        ids = dict(re.findall(r'name="(official_id|fake_id)" value="(r_[0-9a-f]+)"', page))
        fields = {**ids, "form_token": form_token}
        assert client.post("/moderation/conflicts", data=fields).status_code == 422
        page = client.post("/moderation/conflicts", data={**fields, "ruling": "official_is_right"}).text
        assert "Listed as official and as a fake" not in page
        assert client.get(f"/api/v1/references/{ids['fake_id']}").json()["state"] == "disabled"
        assert check(client, picture)["relation"] == "same_artwork"
        undo = re.search(r'action="(/moderation/log/\d+/undo)"', page)
        assert undo is not None
        assert "Listed as official and as a fake" in client.post(undo[1], data={"form_token": form_token}).text


def test_sessions_and_decisions_outlive_a_restart(home: Path, altered: bytes) -> None:
    settings = make_settings(home, moderator_token=TOKEN)
    with ready_client(settings) as client:
        taken = report(client, check(client, altered)["id"])
        form_token = sign_in(client)
        fields = {"form_token": form_token, "decision": "accept", "title": "Kept"}
        client.post(f"/moderation/reports/{taken['id']}/decision", data=fields)
        cookies = dict(client.cookies)
    with TestClient(create_app(settings), cookies=cookies) as client:
        wait_until_ready(client)
        assert "Kept" in client.get("/moderation?state=accepted").text
        assert check(client, altered)["relation"] == "known_fake"
    other = make_settings(home, moderator_token="another token, as long")
    with TestClient(create_app(other), cookies=cookies) as client:
        wait_until_ready(client)
        assert client.get("/moderation").url.path == "/moderation/sign-in", "a new token signs everybody out"


def test_two_servers_share_one_home(home: Path, altered: bytes) -> None:
    settings = make_settings(home, moderator_token=TOKEN)
    with ready_client(settings) as one, ready_client(settings) as other:
        assert check(other, altered)["relation"] != "known_fake"
        taken = report(one, check(one, altered)["id"])
        form_token = sign_in(one)
        other.cookies.update(one.cookies)
        fields = {"form_token": form_token, "decision": "accept"}
        page = other.post(f"/moderation/reports/{taken['id']}/decision", data=fields)
        assert "Accepted into the library" in page.text
        assert check(one, altered)["relation"] == "known_fake"


def test_switched_off_the_page_says_how_to_switch_it_on(client: TestClient) -> None:
    answer = client.get("/moderation")
    assert answer.status_code == 403
    assert "switched off" in answer.text
    assert "POSTERCHECK_MODERATOR_TOKEN" in answer.text
    assert client.post("/moderation/sign-in", data={"token": ""}).status_code == 403
