"""Accounts and addresses: @cinemafan, instagram.com/..., www...."""

import re
from collections.abc import Iterator
from typing import Final

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext

# What those call themselves who love a network.
FOLLOWERS: Final = (
    r"(?<!\w)(?:NETFLIX|DISNEY|HBO|MARVEL)_?"
    r"(?:LOVER|FAN(?!TA)|ADDICT|(?:N|AND_?)?CHILL|GEEK|NERD|DAILY|NEWS|UPDATE|TALK|HUB)"
)
_PATTERN = re.compile(
    r"(?<![\w.])@\s?\w[\w.]{2,}"
    r"|(?<!\w)(?:IG|INSTAGRAM|TIKTOK|TIK\s*TOK|TWITTER|PINTEREST|TUMBLR|DEVIANTART|FACEBOOK|REDDIT)\s*[:/@.]\s*@?\w[\w./]*"
    r"|(?<!\w)(?:HTTPS?://|WWW[.,\s]\s?)\w[\w./-]+"
    # As forums and messengers shorten them.
    r"|(?<![\w/])[UR]/\w{3,}|(?<!\w)(?:(?:T\.ME|YOUTU\.BE)/|(?:FB\.COM|LINKTR\.EE)/?)\w[\w./]*"
    rf"|{FOLLOWERS}\w*"
    # Of an address that lies across a picture often no more than its end is read. Apple's sign is none.
    r"|(?<![\w.])(?!AP{0,2}LE\.TV)\w[\w-]+\.(?:COM|NET|ORG|TV|SHOP|STORE)(?![\w.])"
    r"|(?<![\w.])\w[\w-]{3,}\.(?:INFO|IO|FM|GG|CC|EU|APP|BLOG|CLUB|SITE|ONLINE|XYZ|EXAMPLE"
    r"|CO\.UK|UK|CA|CH|DE|FR|ES|NL|PL|PT|SE|RU|JP|BR)(?![\w.])"
)


def find_handle(line: LineInContext) -> Iterator[Found]:
    """Each account or address in the line."""
    for match in _PATTERN.finditer(line.folded):
        yield Found(ClaimKind.HANDLE, *match.span())
