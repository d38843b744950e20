"""`postercheck serve`: the web form and the HTTP endpoint."""

from __future__ import annotations

import copy
import os
import socket
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.common import HomeOption, open_checker_of, say, settings_of
from app.errors import CannotListen

if TYPE_CHECKING:
    from app.settings import Settings

# An import string: the command line and the web do not import each other.
_WEB_APP = "app.web.app:create_app"
_GRACE_SECONDS = 30


def serve(
    context: typer.Context,
    host: Annotated[
        str | None,
        typer.Option(help="Address; default: POSTERCHECK_HOST, else 127.0.0.1.", show_default=False),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=0, max=65535, help="0 takes a free one; default: POSTERCHECK_PORT, else 8000.", show_default=False
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, max=64, help="Processes; default: POSTERCHECK_WORKERS, else 1.", show_default=False),
    ] = None,
    home: HomeOption = None,
) -> None:
    """Run the web form and the HTTP endpoint until Ctrl-C."""
    settings = settings_of(context, host=host, port=port, workers=workers)
    # Fills an empty library once, and says what is wrong with it before anybody is let in.
    open_checker_of(settings).close()
    with _listen(settings.host, settings.port) as listener:
        _pass_on(settings)
        address = _address(settings.host, listener.getsockname()[1])
        say(f"postercheck is at {address} with the library in {settings.home}; Ctrl-C ends it.")
        _run_server(settings, listener)


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket, made here so that a taken port is said in words and port 0 has its number before anybody asks."""
    try:
        family, _kind, _protocol, _name, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            if os.name == "posix":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            # Here already: two servers could otherwise both bind, and the second would fail only when it listens.
            listener.listen(2048)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise CannotListen(
            f"Nothing can listen on {host}, port {port}: {error.strerror or error}. "
            "Stop what uses it, or choose another with --port (0 takes a free one)."
        ) from error
    listener.set_inheritable(True)
    return listener


def _pass_on(settings: Settings) -> None:
    """Give the settings to the web application, also in worker processes, the way it reads all of them."""
    for name in ("home", "host", "port", "workers"):
        os.environ[f"POSTERCHECK_{name.upper()}"] = str(getattr(settings, name))


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _run_server(settings: Settings, listener: socket.socket) -> None:
    import uvicorn
    from uvicorn.config import LOGGING_CONFIG
    from uvicorn.supervisors import Multiprocess

    log_config: dict[str, Any] = copy.deepcopy(LOGGING_CONFIG)
    log_config["handlers"]["access"]["stream"] = "ext://sys.stderr"
    config = uvicorn.Config(
        _WEB_APP,
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_config=log_config,
        # The web application reads forwarded headers itself, by its own setting.
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    if settings.workers > 1:
        Multiprocess(config, sockets=[listener]).run()
        return
    server = uvicorn.Server(config)
    server.run(sockets=[listener])
    if not server.started:
        raise CannotListen("The server could not start; the lines above say why.")
