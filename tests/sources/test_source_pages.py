"""What is read from pages, sitemaps, addresses and robots.txt."""

import gzip
import json
from collections.abc import Callable

import httpx
import pytest

from app.errors import FetchFailed
from app.sources.netflix_addresses import picture_address, picture_key
from app.sources.pacing import Pace, Pacer
from app.sources.page import read_page
from app.sources.reasons import Reason
from app.sources.renditions import Rendition, read_srcset
from app.sources.robots import RobotsRules
from app.sources.sitemap import parse_sitemap
from tests.sources.source_server import sitemap, sitemap_index, tudum_page

TOKEN = "A" * 27 + "/AAAAtoken.jpg"


def test_one_picture_on_two_edge_hosts_is_one() -> None:
    found = {
        picture_key(httpx.URL(address))
        for address in (
            f"https://dnm.nflximg.net/api/v6/{TOKEN}?r=abc",
            f"https://occ-0-3933-116.1.nflxso.net/dnm/api/v6/{TOKEN}?r=def",
            f"https://occ-0-1-2.1.nflxso.net/dnm/api/v6/{TOKEN}",
        )
    }
    assert found == {f"api/v6/{TOKEN}"}
    edge = httpx.URL(f"https://occ-0-1-2.1.nflxso.net/dnm/api/v6/{TOKEN}?r=def")
    assert picture_address(edge) == f"https://dnm.nflximg.net/api/v6/{TOKEN}"


def test_other_addresses_keep_their_host_and_lose_r() -> None:
    url = httpx.URL("https://media.netflix.com/a/b.jpg?w=2&r=3#x")
    assert picture_key(url) == picture_address(url) == "https://media.netflix.com/a/b.jpg?w=2"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a.jpg 320w, b.jpg 780w", [("a.jpg", 320), ("b.jpg", 780)]),
        ("/x,y/a.jpg?w=1,2 10w,b.jpg", [("/x,y/a.jpg?w=1,2", 10), ("b.jpg", 0)]),
        ("", []),
        (" , ", []),
    ],
)
def test_srcset(value: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.url, one.width) for one in read_srcset(value)] == expected


def test_a_hostile_srcset_costs_no_time() -> None:
    assert len(read_srcset(", " * 500_000 + "a 1w")) <= 1


@pytest.mark.parametrize(
    ("html", "largest"),
    [
        ('<img src="s.jpg" srcset="m.jpg 400w, l.jpg 800w">', "l.jpg"),
        ('<img src="s.jpg" width="300" srcset="s.jpg 1x, l.jpg 2x">', "l.jpg"),
        (
            '<picture><source srcset="w.webp 900w"><source srcset="a.avif 700w"><img src="s.jpg" width=300></picture>',
            "w.webp",
        ),
        ('<picture><source srcset="w.webp 900w"><img src="s.jpg">', "w.webp"),
        ('<img data-src="lazy.jpg" src="data:image/gif;base64,R0">', "data:image/gif;base64,R0"),
    ],
)
def test_the_largest_rendition_is_taken(html: str, largest: str) -> None:
    (picture,) = read_page(html).pictures
    assert picture.largest.url == largest


def test_linked_data_in_all_its_forms() -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "Tudum"},
            {
                "@type": ["Movie", "CreativeWork"],
                "name": "Watch Quiet Harbour | Netflix Official Site",
                "image": [
                    "a.jpg",
                    {"@type": "ImageObject", "url": "b.jpg", "width": {"value": 1280}, "height": "720px"},
                ],
            },
        ]
    }
    page = read_page(f'<html lang=de-AT><script type="application/ld+json">{json.dumps(data)}</script><p>')
    assert (page.title, page.language) == ("Quiet Harbour", "de")
    assert [one.largest for one in page.pictures] == [Rendition("a.jpg"), Rendition("b.jpg", 1280, 720)]
    assert all(one.is_key_art for one in page.pictures)


def test_shared_pictures_take_their_own_sizes() -> None:
    html = """<meta property="og:title" content="Quiet Harbour | Netflix Tudum">
    <meta property="og:image" content="a.jpg">
    <meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">
    <meta property="og:image" content="b.jpg">"""
    page = read_page(html)
    assert page.title == "Quiet Harbour"
    assert [one.largest for one in page.pictures] == [Rendition("a.jpg", 1200, 630), Rendition("b.jpg")]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<!",
        "<picture><source>",
        '<script type="application/ld+json">{"a":',
        "<img src>",
        "\0" * 100,
        "<a " * 1000,
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
    ],
)
def test_broken_pages_have_no_pictures(html: str) -> None:
    assert read_page(html).pictures == ()


def test_the_page_of_these_tests_is_read_whole() -> None:
    page = read_page(tudum_page("Quiet Harbour", ["/a.jpg", "/plain/b.jpg", "/c.jpg"]))
    assert page.title == "Quiet Harbour"
    assert [one.largest.url for one in page.pictures] == [
        *("/a.jpg", "/a.jpg", "/static/icons/share.png", "/plain/b.jpg?w=780&r=abc", "/c.jpg")
    ]


def test_sitemaps_and_lists_of_them() -> None:
    assert parse_sitemap(sitemap(["https://a/1", "https://a/2"])) == (["https://a/1", "https://a/2"], [])
    assert parse_sitemap(gzip.compress(sitemap_index(["https://a/s.xml"]))) == ([], ["https://a/s.xml"])


@pytest.mark.parametrize(
    "data",
    [
        b"<html>",
        b"",
        b"\x1f\x8b broken",
        gzip.compress(b"<urlset>" + b" " * 100_000_000),
        b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><urlset><url><loc>&d;</loc></url></urlset>',
    ],
)
def test_what_is_no_sitemap_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(FetchFailed) as failure:
        parse_sitemap(data)
    assert failure.value.reason == Reason.NOT_UNDERSTOOD


def rules(read: Callable[[str], bytes]) -> tuple[RobotsRules, Pacer, list[float]]:
    slept: list[float] = []
    pacer = Pacer(Pace(1000, 1), lambda: 0.0, slept.append)
    return RobotsRules(read, pacer), pacer, slept


ROBOTS = b"""User-agent: *
Disallow: /

User-agent: postercheck
Disallow: /tudum/*/private
Allow: /tudum/
Disallow: /*.pdf$
Crawl-delay: 3
Sitemap: https://a/tudum/sitemap.xml
"""


def test_robots_rules_for_this_program() -> None:
    robots, pacer, slept = rules(lambda _address: ROBOTS)
    robots.check(httpx.URL("https://a/tudum/x"))
    robots.check(httpx.URL("https://a/other"))
    for refused in ("https://a/tudum/x/private", "https://a/x.pdf"):
        with pytest.raises(FetchFailed) as failure:
            robots.check(httpx.URL(refused))
        assert failure.value.reason == Reason.ROBOTS
    assert robots.sitemaps(httpx.URL("https://a/")) == ["https://a/tudum/sitemap.xml"]
    pacer.wait_for_turn("a")
    pacer.wait_for_turn("a")
    assert slept == [pytest.approx(3)]


@pytest.mark.parametrize(
    ("reason", "open_to_all"),
    [(Reason.NOT_FOUND, True), (Reason.FORBIDDEN, True), (Reason.BUSY, False), (Reason.UNREACHABLE, False)],
)
def test_a_robots_txt_that_is_missing_allows_and_one_that_cannot_be_had_forbids(
    reason: Reason, open_to_all: bool
) -> None:
    def read(_address: str) -> bytes:
        raise FetchFailed(reason, "No.")

    robots, _, _ = rules(read)
    if open_to_all:
        robots.check(httpx.URL("https://a/x"))
    else:
        with pytest.raises(FetchFailed):
            robots.check(httpx.URL("https://a/x"))


def test_robots_are_read_once_a_host() -> None:
    asked: list[str] = []

    def read(address: str) -> bytes:
        asked.append(address)
        return b""

    robots, _, _ = rules(read)
    for address in ("https://a/1", "https://a/2", "https://b:8443/1"):
        robots.check(httpx.URL(address))
    assert asked == ["https://a/robots.txt", "https://b:8443/robots.txt"]
