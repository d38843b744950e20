"""Netflix's picture addresses: the same picture stands on many edge hosts, with a token that says nothing.

`occ-0-1-2.1.nflxso.net/dnm/api/v6/<id>/<token>.jpg?r=abc` and `dnm.nflximg.net/api/v6/<id>/<token>.jpg` are one.
"""

import re

import httpx

NETFLIX_HOSTS = (
    "www.netflix.com",
    "about.netflix.com",
    "media.netflix.com",
    ".nflximg.net",
    ".nflxso.net",
    ".nflxext.com",
)
_CANONICAL_HOST = "dnm.nflximg.net"
_PICTURE_PATH = re.compile(r"^(?:/dnm)?(/api/v6/.+)$")
_EDGE_HOSTS = (".nflxso.net", ".nflximg.net", ".nflxext.com")


def picture_key(url: httpx.URL) -> str:
    """What tells a picture apart: its path without host and `r`; the whole address where it is not of that form."""
    found = _PICTURE_PATH.match(url.path)
    plain = _without_r(url)
    if found is None:
        return str(plain)
    query = f"?{plain.query.decode('ascii')}" if plain.query else ""
    return f"{found[1].lstrip('/')}{query}"


def picture_address(url: httpx.URL) -> str:
    """The address to remember: without `r`, and on the one host that stays where an edge host serves it."""
    found = _PICTURE_PATH.match(url.path)
    plain = _without_r(url)
    if found is not None and url.host.endswith(_EDGE_HOSTS):
        return str(plain.copy_with(scheme="https", host=_CANONICAL_HOST, port=None, path=found[1]))
    return str(plain)


def _without_r(url: httpx.URL) -> httpx.URL:
    kept = [(name, value) for name, value in url.params.multi_items() if name != "r"]
    return url.copy_with(params=kept, fragment=None) if kept else url.copy_with(query=None, fragment=None)
