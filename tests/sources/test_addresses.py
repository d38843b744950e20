"""Only the hosts of a source are asked, and none in a private network."""

import pytest

from app.errors import FetchFailed
from app.sources.addresses import AllowedHosts, check_allowed, is_public, read_address
from app.sources.reasons import Reason

NETFLIX = AllowedHosts(("www.netflix.com", ".nflximg.net"))


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.9",
            "172.16.5.5",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("::1", "::", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "ff02::1"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address", ["https://www.netflix.com/tudum", "https://dnm.nflximg.net/a.jpg", "https://WWW.NETFLIX.COM:443/"]
)
def test_a_sources_own_hosts_are_asked(address: str) -> None:
    check_allowed(read_address(address), NETFLIX)


@pytest.mark.parametrize(
    "address",
    [
        "https://netflix.com.example.org/",
        "https://evilnflximg.net/a.jpg",
        "https://nflximg.net/a.jpg",
        "http://www.netflix.com/",
        "https://www.netflix.com:8443/",
        "https://user:word@www.netflix.com/",
        "https://www.netflix.com./",
        "https://[::1]/",
    ],
)
def test_other_hosts_ports_and_schemes_are_not(address: str) -> None:
    with pytest.raises(FetchFailed) as failure:
        check_allowed(read_address(address), NETFLIX)
    assert failure.value.reason == Reason.ADDRESS


@pytest.mark.parametrize("address", ["ftp://a/b", "file:///etc/passwd", "//a/b", "javascript:x", "https://", "a"])
def test_what_is_no_web_address(address: str) -> None:
    with pytest.raises(FetchFailed):
        read_address(address)


def test_a_named_host_is_asked_at_its_port_only() -> None:
    allowed = AllowedHosts((), frozenset({("mirror.example.org", 8080)}))
    check_allowed(read_address("http://mirror.example.org:8080/x"), allowed)
    with pytest.raises(FetchFailed):
        check_allowed(read_address("http://mirror.example.org/x"), allowed)
    assert not allowed.may_be_private("mirror.example.org", 8080)
