"""What may come with a picture: names, addresses, titles."""

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.presentation import web_link
from app.web.problems import Problem
from app.web.uploads import MAX_NAME, clean_name, clean_title, clean_url


@given(st.text(max_size=400))
def test_any_name_can_be_shown(name: str) -> None:
    shown = clean_name(name)
    assert 0 < len(shown) <= MAX_NAME
    assert "/" not in shown
    assert "\\" not in shown
    assert not any(unicodedata.category(sign).startswith("C") for sign in shown)
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("   ", None),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("example.org/post/1", "https://example.org/post/1"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
    ],
)
def test_addresses_as_people_type_them(typed: str, meant: str | None) -> None:
    assert clean_url(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org", "nowhere", "http://",
     "https://exa mple.org", "https://example.org/\u202ex", "http://[::1", "https://example.org:99999999/"],
)  # fmt: skip
def test_what_is_no_web_address(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        clean_url(typed)
    assert refused.value.errors[0].field == "source_url"


@given(st.text(max_size=300))
def test_any_address_is_either_refused_or_safe_to_link(typed: str) -> None:
    with contextlib.suppress(Problem):
        address = clean_url(typed)
        assert address is None or web_link(address) == address


def test_titles_are_one_line() -> None:
    assert clean_title("  Purple\r\n Hearts\x00 2 ") == "Purple Hearts 2"
    assert clean_title(" \n ") is None
