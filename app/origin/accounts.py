"""Tells from an address on a social platform whose account it names, where the address says so at all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.origin.address import Address
from app.origin.lookalike import skeleton
from app.origin.places import KnownAccount, read_accounts

_HOSTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "instagram.com": "instagram",
        "www.instagram.com": "instagram",
        "tiktok.com": "tiktok",
        "www.tiktok.com": "tiktok",
        "x.com": "x",
        "www.x.com": "x",
        "twitter.com": "x",
        "www.twitter.com": "x",
        "mobile.twitter.com": "x",
        "youtube.com": "youtube",
        "www.youtube.com": "youtube",
        "m.youtube.com": "youtube",
        "facebook.com": "facebook",
        "www.facebook.com": "facebook",
    }
)
_NAME: Final = r"(?P<handle>[a-z0-9._]{1,40})"
# The account's own pages: the platform shows nobody else's posts there.
_PAGES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "instagram": re.compile(rf"{_NAME}(/reels)?|stories/{_NAME.replace('handle', 'story')}(/\d+)?"),
        "tiktok": re.compile(rf"@{_NAME}"),
        "x": re.compile(rf"{_NAME}(/media)?"),
        "youtube": re.compile(rf"@{_NAME}(/(featured|videos|shorts|community|posts))?"),
        "facebook": re.compile(rf"{_NAME}(/photos|/posts)?"),
    }
)
# Single posts: these platforms find them by the number alone and take any name in front of it.
_POSTS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "instagram": re.compile(rf"{_NAME}/(p|reel)/[\w-]+"),
        "tiktok": re.compile(rf"@{_NAME}/(video|photo)/\d+"),
        "x": re.compile(rf"{_NAME}/status/\d+(/photo/\d)?"),
    }
)


@dataclass(frozen=True, slots=True)
class NamedAccount:
    """platform, handle: as the address names them. account: the verified one of that name, if it is one.

    imitates: the verified account that the handle looks like without being it. of_post: the address is a single post's.
    """

    platform: str
    handle: str
    account: KnownAccount | None
    imitates: KnownAccount | None
    of_post: bool


def find_account(address: Address) -> NamedAccount | None:
    """The account that the address names; None for other hosts, and for posts whose address names nobody."""
    platform = _HOSTS.get(address.host)
    if platform is None:
        return None
    path = "/".join(address.segments).lower()
    page = _PAGES[platform].fullmatch(path)
    post = _POSTS[platform].fullmatch(path) if platform in _POSTS else None
    found = page or post
    if found is None:
        return None
    names = found.groupdict()
    handle = names.get("handle") or names.get("story") or ""
    known = [account for account in read_accounts() if account.platform == platform]
    account = next((account for account in known if account.handle == handle), None)
    imitates = next((other for other in known if account is None and _looks_like(handle, other.handle)), None)
    return NamedAccount(platform, handle, account, imitates, of_post=page is None)


def _looks_like(handle: str, known: str) -> bool:
    return skeleton(handle.replace(".", "")) == skeleton(known)
