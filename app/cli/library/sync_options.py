"""The options that all `library sync` commands share, and what they become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.errors import WrongUse

if TYPE_CHECKING:
    from app.settings import Settings
    from app.sources.client import ClientOptions

DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Only say which pictures would be taken.")]
LimitOption = Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many pictures.")]
ContactOption = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Your e-mail or web address, for the source. Default: POSTERCHECK_CONTACT."),
]
RateOption = Annotated[float, typer.Option(min=0.01, max=1000, metavar="N", help="Requests a second to one host.")]
TimeoutOption = Annotated[float, typer.Option(min=1, max=3600, metavar="SECONDS", help="For one address.")]
RefreshOption = Annotated[bool, typer.Option("--refresh", help="Ask of every picture whether it changed.")]
JobsOption = Annotated[
    int | None, typer.Option(min=1, max=256, help="Processes that measure pictures.", show_default=False)
]
AllowHostOption = Annotated[
    list[str] | None, typer.Option(metavar="HOST:PORT", help="One more host that pictures may come from.")
]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Hosts that you name yourself may be in a private network.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="The summary, or the plan, as JSON.")]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much to do, and how to tell it."""

    limit: int | None
    jobs: int | None
    refresh: bool
    dry_run: bool
    as_json: bool


def client_options(
    settings: Settings, hosts: tuple[str, ...], named: Iterable[str], *, private: bool, rate: float, timeout: float
) -> ClientOptions:
    """named: addresses or host:port that the operator names. Raises: WrongUse."""
    from app import __version__
    from app.sources.addresses import AllowedHosts
    from app.sources.client import ClientOptions
    from app.sources.pacing import Pace

    allowed = AllowedHosts(hosts, frozenset(_read_host(one) for one in named), private)
    pace = Pace(requests_per_second=rate, burst=max(1, min(8, int(rate))))
    return ClientOptions(settings.contact, __version__, allowed, pace, timeout, min(15.0, timeout))


def _read_host(text: str) -> tuple[str, int]:
    from app.errors import FetchFailed
    from app.sources.addresses import host_and_port, read_address

    try:
        return host_and_port(read_address(text if "://" in text else f"https://{text}"))
    except FetchFailed as failure:
        raise WrongUse(f"{text!r} names no host: {failure}") from failure
