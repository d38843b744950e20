"""Which addresses may be asked: hosts that a source is known by, and none inside the operator's own network."""

import ipaddress
from dataclasses import dataclass

import httpx

from app.errors import FetchFailed
from app.sources.reasons import Reason

_PORTS = {"http": 80, "https": 443}
# IPv6 ranges in which an IPv4 address is written: it counts, not what it is wrapped in.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """hosts: names asked over https on its usual port; ".nflximg.net" stands for every name below it.

    named: (host, port) that the operator named, for http too. private: those of them may be in a private network.
    """

    hosts: tuple[str, ...] = ()
    named: frozenset[tuple[str, int]] = frozenset()
    private: bool = False

    def may_be_private(self, host: str, port: int) -> bool:
        """Whether this host may have a private address."""
        return self.private and (host, port) in self.named


def read_address(address: str) -> httpx.URL:
    """Raises: FetchFailed when this is no web address that could be asked."""
    try:
        url = httpx.URL(address)
        # A lone surrogate or a control sign is only noticed when the request is put together.
        url.raw_path.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
        raise FetchFailed(Reason.ADDRESS, f"This is no address that can be asked: {error}.") from error
    if url.scheme not in _PORTS or not url.host:
        raise FetchFailed(Reason.ADDRESS, "Only addresses that start with http:// or https:// are asked.")
    return url


def host_and_port(url: httpx.URL) -> tuple[str, int]:
    """The host in lower case, and the port that is written or usual."""
    return url.host.lower(), url.port or _PORTS[url.scheme]


def check_allowed(url: httpx.URL, allowed: AllowedHosts) -> None:
    """Raises: FetchFailed when the host is not one that this source may be asked at."""
    host, port = host_and_port(url)
    if url.userinfo:
        raise FetchFailed(Reason.ADDRESS, "The address carries a user name or a password.")
    if (host, port) in allowed.named:
        return
    if not any(host.endswith(name) if name.startswith(".") else host == name for name in allowed.hosts):
        raise FetchFailed(Reason.ADDRESS, f"The host {host}:{port} is not one of this source's.")
    if url.scheme != "https" or port != _PORTS["https"]:
        raise FetchFailed(Reason.ADDRESS, f"{host} is asked over https on port 443 only.")


def is_public(address: str) -> bool:
    """Whether an IP address is in the public network: not private, loopback, link-local, multicast or reserved."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast
