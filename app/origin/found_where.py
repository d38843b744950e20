"""From the address where a user found a picture to one finding. It is the user's word, and nothing is fetched."""

from typing import Final

from app.model.origin import OriginFinding
from app.origin.accounts import NamedAccount, find_account
from app.origin.address import Address, BadAddress, parse_address
from app.origin.lookalike import find_imitated
from app.origin.places import KnownAccount, PlaceKind, find_host
from app.origin.tidy import tidy

_CODES: Final = {
    PlaceKind.OFFICIAL: "found_official",
    PlaceKind.TRADE_PAPER: "found_trade_paper",
    PlaceKind.FAN_SITE: "found_fan_site",
    PlaceKind.ELSEWHERE: "found_elsewhere",
}
_PUBLISHER: Final = "publisher"


def judge_source_url(source_url: str) -> OriginFinding:
    """One finding for one address, whatever it is. Its facts name host and account, never the whole address.

    1. An address that two readers could read differently counts as none. 2. A look-alike of a known host. 3. An address
    that passes on to another one says nothing. 4. An account. 5. A known host. 6. Anything else.
    """
    address = parse_address(source_url)
    # 1.
    if isinstance(address, BadAddress):
        return _judge_bad(address)
    host = find_host(address.host)
    # 2.
    imitated = None if host else find_imitated(address.labels)
    if imitated is not None:
        return OriginFinding("found_lookalike", {"host": _shown(address.host), "imitated": imitated.host})
    # 3.
    if address.passes_on:
        return OriginFinding("found_elsewhere", {"host": _shown(address.host), "why": "passes_on"})
    # 4.
    account = find_account(address)
    if account is not None:
        return _judge_account(address, account)
    # 5. and 6.
    if host is None:
        return OriginFinding("found_elsewhere", {"host": _shown(address.host)})
    return OriginFinding(_CODES[host.kind], {"host": _shown(address.host), "name": host.name, "as_of": host.as_of})


def _judge_bad(address: BadAddress) -> OriginFinding:
    # A known name in front of an "@" stands there only to be taken for the host.
    labels = tuple(label for label in address.user.replace(":", ".").split(".") if label)
    imitated = find_imitated((*labels, "invalid")) if labels and find_host(address.host) is None else None
    if imitated is not None:
        return OriginFinding("found_lookalike", {"host": _shown(address.host), "imitated": imitated.host})
    return OriginFinding("source_url_invalid", {"reason": address.reason})


def _judge_account(address: Address, named: NamedAccount) -> OriginFinding:
    facts = {"host": _shown(address.host), "handle": tidy(named.handle)}
    if named.account is not None:
        facts |= _facts_of(named.account)
        return OriginFinding("found_official", {**facts, "post": "yes" if named.of_post else "no"})
    if named.imitates is not None:
        return OriginFinding("found_lookalike", {**facts, "imitated": f"the account of {named.imitates.who}"})
    return OriginFinding("found_elsewhere", facts)


def _facts_of(account: KnownAccount) -> dict[str, str]:
    facts = {"name": account.who, "as_of": account.as_of, "by": account.role}
    if account.role != _PUBLISHER and account.titles:
        facts["titles"] = account.titles
    return facts


def _shown(host: str) -> str:
    """The host in ASCII, so that letters of another script are seen for what they are."""
    return tidy(".".join(label if label.isascii() else _punycode(label) for label in host.split(".")))


def _punycode(label: str) -> str:
    return "xn--" + label.encode("punycode", "replace").decode("ascii")
