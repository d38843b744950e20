"""Addresses that users give: official ones pass, look-alikes never, and nobody is asked."""

import socket

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.model.origin import OriginFinding
from app.origin.address import Address, parse_address
from app.origin.found_where import judge_source_url
from app.origin.lookalike import find_imitated, skeleton
from app.origin.places import Imitated, PlaceKind, read_accounts, read_hosts
from app.origin.read_origin import read_origin
from tests.origin.made_files import PIXELS
from tests.support.pictures import encode


def code_of(address: str) -> str:
    return judge_source_url(address).code


@pytest.mark.parametrize(
    "address",
    [
        "https://www.netflix.com/tudum/articles/purple-hearts",
        "http://netflix.com/title/81146033?s=i&trkid=13747225&vlang=en",
        "www.netflix.com/tudum",
        "  https://www.netflix.com/tudum  ",
        "HTTPS://WWW.NETFLIX.COM/tudum",
        "https://www.netflix.com./tudum",
        "https://www.netflix.com:443/tudum",
        "http://about.netflix.com:80/en/news",
        "https://media.netflix.com/en/only-on-netflix/81146033",
        "https://dnm.nflximg.net/api/v6/6gmvu2hxdfnQ55LZZjyzYR4kzGk/AAAABQ_x-y.jpg?r=7c4",
        "https://occ-0-1007-1360.1.nflxso.net/dnm/api/v6/E8vDc_W8CLv7-yMQu8KMEC7Rrr8/AAAABQ.jpg?r=b29",
        "https://assets.nflxext.com/ffe/siteui/x.jpg",
        "https://instagram.com/netflix",
        "https://www.instagram.com/Netflix/?hl=en",
        "https://www.instagram.com/stories/netflix/3141592653/",
        "https://www.tiktok.com/@netflix",
        "https://twitter.com/netflix",
        "https://x.com/NetflixUK/media",
        "https://www.youtube.com/@Netflix/videos",
        "https://www.instagram.com/sofiacarson/",
        "https://www.instagram.com/nicholasgalitzine/",
    ],
)
def test_official_places(address: str) -> None:
    finding = judge_source_url(address)
    assert finding.code == "found_official"
    assert finding.facts["as_of"]


@pytest.mark.parametrize(
    "address",
    [
        "http://netflix.com.evil.example/tudum",
        "https://www.netflix.com.co/",
        "https://net-flix.com/",
        "https://netfIix.com/",
        "https://netfl1x.com/",
        "https://nettflix.com/",
        "https://netflux.com/",
        "https://netflix.co/",
        "https://netflix.co.uk/",
        "https://netflix-media.com/",
        "https://www-netflix-com.evil.example/tudum",
        "https://tudum-netflix.vercel.example/",
        "https://n\u0435tflix.com/",
        "https://xn--ntflix-3of.com/",
        "https://n\u00e9tflix.com/",
        "https://\uff4eetflix.com/",
        "https://netflix.com@evil.example/",
        "https://www.netflix.com:pass@evil.example/tudum",
        "https://nflxlmg.net/x.jpg",
        "https://instagrarn.com/netflix",
        "https://variety.com.evil.example/",
        "https://www.instagram.com/net.flix/",
        "https://x.com/netfl1x",
        "https://www.instagram.com/sofia_carson/",
    ],
)
def test_lookalikes_are_named_as_such(address: str) -> None:
    finding = judge_source_url(address)
    assert finding.code == "found_lookalike"
    assert finding.facts["imitated"]
    assert all(value.isascii() for value in finding.facts.values())


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/url?q=https://www.netflix.com/tudum",
        "https://l.instagram.com/?u=https%3A%2F%2Fwww.netflix.com%2Ftudum",
        "https://www.netflix.com/redirect?to=x",
        "https://www.netflix.com/tudum?next=//evil.example/",
        "https://www.netflix.com/tudum?next=%252F%252Fevil.example",
        "https://www.netflix.com/tudum?u=evil.example/x.jpg",
        "https://www.netflix.com/tudum?evil.example",
        "https://www.netflix.com/tudum#https://evil.example",
        "https://www.netflix.com//evil.example/x",
        "https://www.netflix.com/tudum/%2e%2e/x",
        "https://www.netflix.com/x/https://evil.example",
    ],
)
def test_an_address_that_passes_on_says_nothing(address: str) -> None:
    finding = judge_source_url(address)
    assert (finding.code, finding.facts["why"]) == ("found_elsewhere", "passes_on")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.instagram.com/p/DVKVfnVjyep/",
        "https://www.instagram.com/reel/DVKVfnVjyep/",
        "https://www.instagram.com/netflix/tagged/",
        "https://www.youtube.com/watch?v=abcdefghijk",
        "https://x.com/i/status/123",
        "https://x.com/somebody/status/123",
        "https://www.tiktok.com/netflix",
        "https://www.instagram.com/netflix%2f../somebody",
        "https://www.instagram.com/netflixleaks/",
        "https://netflix.fandom.com/wiki/Purple_Hearts",
        "https://netflix.blogspot.example/",
        "https://www.whats-on-netflix.com/leaks",
        "https://netflixlife.com/",
        "https://netlify.app/",
        "https://hotflix.com/",
        "https://www.pinterest.com/pin/1/",
        "https://example.org/www.netflix.com/tudum",
        "https://variety.co/",
    ],
)
def test_places_that_say_nothing(address: str) -> None:
    assert code_of(address) == "found_elsewhere"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.netflix.com:8443/tudum",
        "https://www.netflix.com:80/tudum",
        "https://user:pass@www.netflix.com/tudum",
        "ftp://www.netflix.com/tudum",
        "file:///www.netflix.com/tudum",
        "javascript:location='https://www.netflix.com'",
        "data:text/html,netflix.com",
        "//www.netflix.com/tudum",
        "https://www.netflix.com\\@evil.example/",
        "https://www.net\tflix.com/",
        "https://www.net\nflix.com/",
        "https://www.netflix.com\u200b/",
        "https://www.netflix.com%2eevil.example/",
        "https://%77ww.netflix.com/",
        "https://netflix.com..evil.example/",
        "https://netflix.com;evil.example/",
        "https://www\u3002netflix\u3002com/",
        "https://[::1]/tudum",
        "https://[www.netflix.com]/",
        "http://127.0.0.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "https://localhost/tudum",
        "https:///tudum",
        "https://",
        "the Netflix account on Instagram",
        "@netflix",
        "https://www.netflix.com/" + "x" * 3000,
    ],
)
def test_what_two_readers_could_read_differently_is_no_address(address: str) -> None:
    finding = judge_source_url(address)
    assert finding.code == "source_url_invalid"
    assert set(finding.facts) == {"reason"}


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://variety.com/2022/film/news/", "found_trade_paper"),
        ("https://www.hollywoodreporter.com/movies/", "found_trade_paper"),
        ("https://deadline.com/2022/07/", "found_trade_paper"),
        ("https://www.deviantart.com/somebody/art/x", "found_fan_site"),
        ("https://assets.fanart.tv/fanart/movies/x.jpg", "found_fan_site"),
        ("https://posterspy.com/posters/x/", "found_fan_site"),
        ("https://www.redbubble.com/i/poster/x", "found_fan_site"),
    ],
)
def test_trade_papers_and_fan_sites(address: str, code: str) -> None:
    assert code_of(address) == code


def test_a_person_is_told_from_a_publisher_and_a_post_from_a_page() -> None:
    person = judge_source_url("https://www.instagram.com/sofiacarson/").facts
    assert (person["name"], person["titles"], person["post"]) == ("Sofia Carson", "Purple Hearts", "no")
    post = judge_source_url("https://x.com/netflix/status/1234567890").facts
    assert (post["name"], post["by"], post["post"]) == ("Netflix", "publisher", "yes")


def test_the_whole_address_never_comes_out() -> None:
    for address in (
        "https://www.netflix.com/t?token=hush",
        "https://evil.example/hush",
        "https://hush:hush@evil.example/",
    ):
        assert "hush" not in repr(judge_source_url(address))


def test_no_place_named_is_no_finding() -> None:
    data = encode(PIXELS)
    for nothing in (None, "", "  "):
        assert read_origin(data, file_format="JPEG", source_url=nothing).findings == ()
    found = read_origin(data, file_format="JPEG", source_url="https://netflix.com/").findings
    assert [finding.code for finding in found] == ["found_official"]


def test_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("A connection was opened.")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    for address in ("https://www.netflix.com/tudum", "http://127.0.0.1:1/", "https://netflix.com.evil.example/"):
        assert isinstance(judge_source_url(address), OriginFinding)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_gets_one_finding(text: str) -> None:
    assert judge_source_url(text).code in {
        *(f"found_{kind.value}" for kind in PlaceKind),
        "found_lookalike",
        "source_url_invalid",
    }


@settings(deadline=None)
@example("nflximg.net", "¡.", "https://{1}{0}/")
@example("netflix.com", "é.", "https://{1}{0}/")
@given(
    st.sampled_from(["netflix.com", "www.netflix.com", "nflximg.net"]),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=12),
    st.sampled_from(["https://{0}{1}/", "https://{1}{0}/", "https://{0}.{1}/", "https://{1}@{0}/", "https://{0}@{1}/"]),
)
def test_nothing_beside_the_name_makes_another_host_official(name: str, added: str, form: str) -> None:
    """Official only where a strict parser finds exactly an official host."""
    text = form.format(name, added)
    if judge_source_url(text).code == "found_official":
        address = parse_address(text)
        assert isinstance(address, Address)
        assert any(host.holds(address.host) for host in read_hosts() if host.kind is PlaceKind.OFFICIAL)
        assert address.host.isascii()


def test_letters_of_the_same_shape_have_one_skeleton() -> None:
    for other in ("NETFLIX", "netfl1x", "nеtflіx", "n-e-t-f-l-i-x", "ｎｅｔｆｌｉｘ", "nétflíx", "ηετflιχ"):
        assert skeleton(other) == skeleton("netflix"), other
    assert skeleton("netfax") != skeleton("netflix")


def test_no_known_place_is_taken_for_a_lookalike_of_another() -> None:
    for host in read_hosts():
        finding = judge_source_url(f"https://{host.host}/")
        assert finding.code == f"found_{host.kind.value}", host.host


def test_each_entry_says_who_says_so_and_when() -> None:
    for entry in (*read_hosts(), *read_accounts()):
        assert entry.source
        assert len(entry.as_of.split("-")) == 3
    hosts = [host.host for host in read_hosts()]
    accounts = [(account.platform, account.handle) for account in read_accounts()]
    assert len(set(hosts)) == len(hosts)
    assert len(set(accounts)) == len(accounts)
    assert all(account.handle == account.handle.lower() for account in read_accounts())
    assert {host.imitated for host in read_hosts() if host.kind is PlaceKind.OFFICIAL} == {Imitated.LIKENESS}


def test_honest_names_imitate_nobody() -> None:
    for host in ("example.org", "flix.org", "network.net", "comixnet.com", "tudor.com", "www.bbc.co.uk", "imdb.com"):
        assert find_imitated(tuple(host.split("."))) is None, host
