"""A local server that speaks as Tudum and TMDB do, keeps a log of what it was asked, and misbehaves on demand."""

import gzip
import hashlib
import json
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.library.conftest import draw_picture

Route = Callable[["Handler"], None]


@cache
def picture(seed: int, size: tuple[int, int] = (300, 450)) -> bytes:
    """The bytes of a drawn JPEG; the same for the same seed."""
    buffer = BytesIO()
    draw_picture(seed, size).save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


class Handler(BaseHTTPRequestHandler):
    """Looks the path up among the routes of its server."""

    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        site: SourceServer = self.server.site  # type: ignore[attr-defined]
        path = urlsplit(self.path).path
        site.note(path, self)
        route = site.routes.get(path, status(404))
        with suppress(ConnectionError):
            route(self)

    def handle(self) -> None:
        # A client that hangs up in the middle, or trusts nobody, is what these tests are about.
        with suppress(ConnectionError, ssl.SSLError, TimeoutError):
            super().handle()

    def answer(self, code: int, body: bytes = b"", **headers: str) -> None:
        """A whole answer; an underscore in a header's name stands for a hyphen."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # Not waited for: some answers are meant to never end.
    block_on_close = False


class SourceServer:
    """routes: what a path answers. asked: how often each path was. full: how often it got a body. seen: the headers."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: Counter[str] = Counter()
        self.order: list[str] = []
        self.times: list[float] = []
        self.full: Counter[str] = Counter()
        self.seen: list[dict[str, str]] = []
        self.queries: list[str] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.site = self  # type: ignore[attr-defined]
        self.port = self._server.server_port
        self.base = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def note(self, path: str, handler: Handler) -> None:
        with self._lock:
            self.asked[path] += 1
            self.order.append(path)
            self.times.append(time.monotonic())
            self.seen.append({name.lower(): value for name, value in handler.headers.items()})
            self.queries.append(handler.path)

    def count_full(self, path: str) -> None:
        with self._lock:
            self.full[path] += 1

    def secure(self, context: ssl.SSLContext) -> None:
        """Speak TLS from now on; each connection shakes hands in its own thread."""
        self._server.socket = context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False, suppress_ragged_eofs=True
        )

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def running_source() -> Iterator[SourceServer]:
    server = SourceServer()
    try:
        yield server
    finally:
        server.close()


def serve(body: bytes, content_type: str = "image/jpeg", *, etag: bool = True, pause: float = 0.0) -> Route:
    """A body, or 304 to whoever has it."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'

    def route(handler: Handler) -> None:
        if etag and handler.headers.get("If-None-Match") == tag:
            handler.answer(304, ETag=tag)
            return
        time.sleep(pause)
        handler.answer(200, body, Content_Type=content_type, **({"ETag": tag} if etag else {}))
        handler.server.site.count_full(urlsplit(handler.path).path)  # type: ignore[attr-defined]

    return route


def serve_json(value: Any) -> Route:
    return serve(json.dumps(value).encode(), "application/json;charset=utf-8")


def serve_html(text: str) -> Route:
    return serve(text.encode(), "text/html; charset=utf-8")


def status(code: int, **headers: str) -> Route:
    return lambda handler: handler.answer(code, b"no", **headers)


def redirect(target: str, code: int = 302) -> Route:
    return lambda handler: handler.answer(code, b"", Location=target)


def storm(times: int, then: Route, code: int = 429, **headers: str) -> Route:
    """The first so many requests are turned away."""
    left = [times]

    def route(handler: Handler) -> None:
        left[0] -= 1
        (status(code, **headers) if left[0] >= 0 else then)(handler)

    return route


def drip(body: bytes, pause: float, piece: int = 1) -> Route:
    """A body that comes a little at a time."""

    def route(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        for start in range(0, len(body), piece):
            handler.wfile.write(body[start : start + piece])
            time.sleep(pause)

    return route


def broken_off(body: bytes) -> Route:
    """Half of what was promised, then the end."""

    def route(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])
        handler.close_connection = True

    return route


def huge(length: int, *, told: bool) -> Route:
    """So many bytes, as far as anybody takes them; chunked when the length is not told."""

    def route(handler: Handler) -> None:
        handler.send_response(200)
        name, value = ("Content-Length", str(length)) if told else ("Transfer-Encoding", "chunked")
        handler.send_header(name, value)
        handler.end_headers()
        piece = b"\xff" * 65536
        for _ in range(length // len(piece)):
            handler.wfile.write(piece if told else b"%x\r\n%s\r\n" % (len(piece), piece))
            handler.server.site.full["bytes"] += len(piece)  # type: ignore[attr-defined]
        handler.close_connection = True

    return route


def packed(body: bytes, encoding: str = "gzip") -> Route:
    small = gzip.compress(body)
    return lambda handler: handler.answer(200, small, Content_Encoding=encoding, Content_Type="text/html")


def tudum_page(title: str, pictures: list[str], *, extra: str = "") -> str:
    """A page as Tudum makes them: the title's own data, a shared picture, and an article with many pictures."""
    linked = {"@context": "https://schema.org", "@type": "Movie", "name": title, "image": pictures[:1]}
    rows = "".join(
        f'<picture><source media="(min-width: 900px)" srcset="{url}?w=780&r=abc 780w, {url}?w=320 320w">'
        f'<img src="{url}?w=320" alt="{title}" width="320" height="480"></picture>'
        if "?" not in url and "/plain/" in url
        else f'<img src="{url}" alt="{title}">'
        for url in pictures[1:]
    )
    return f"""<!doctype html><html lang="en-US"><head><title>{title} - Netflix Tudum</title>
    <meta property="og:title" content="{title} | Netflix Tudum"><meta property="og:image" content="{pictures[0]}">
    <script type="application/ld+json">{json.dumps(linked)}</script></head>
    <body><h1>{title}</h1><img src="/static/icons/share.png" width="24" height="24">{rows}{extra}</body></html>"""


def sitemap(addresses: list[str]) -> bytes:
    entries = "".join(f"<url><loc>{one}</loc><lastmod>2026-11-01</lastmod></url>" for one in addresses)
    return (
        f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'.encode()
    )


def sitemap_index(addresses: list[str]) -> bytes:
    entries = "".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in addresses)
    return (
        f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>'
    ).encode()


def build_tudum(server: SourceServer, pages: int, each: int, first_seed: int = 0, pause: float = 0.0) -> list[str]:
    """Fill a server with pages of drawn pictures under a robots.txt and a sitemap; gives the paths of the pictures."""
    addresses, paths = [], []
    for page in range(pages):
        title = f"Quiet Harbour {page}"
        address = f"/tudum/quiet-harbour-{page}"
        mine = []
        for number in range(each):
            seed = first_seed + page * each + number
            path = f"/dnm/api/v6/{'a' * 27}/AAAA{seed:05}.jpg"
            server.routes[path] = serve(picture(seed), pause=pause)
            mine.append(path)
        server.routes[address] = serve_html(tudum_page(title, [f"{server.base}{path}?r=f{page}" for path in mine]))
        addresses.append(server.base + address)
        paths += mine
    robots = b"User-agent: *\nDisallow: /tudum/private\n"
    server.routes["/robots.txt"] = serve(robots, "text/plain")
    server.routes["/tudum/sitemap.xml"] = serve(sitemap(addresses), "application/xml")
    return paths


class Tmdb:
    """TMDB's interface for a few titles. titles: "movie/1" to its record; images in it are those of /images."""

    def __init__(self, server: SourceServer, token: str = "secret-token") -> None:
        self.server = server
        self.token = token
        self.titles: dict[str, dict[str, Any]] = {}

    def put(self, place: str, title: str, **images: list[dict[str, Any]]) -> None:
        name = "title" if place.startswith("movie") else "name"
        groups = {group: images.get(group, []) for group in ("posters", "backdrops", "logos")}
        self.titles[place] = {"id": int(place.split("/")[1]), name: title, "images": groups}
        self.server.routes[f"/3/{place}"] = self._guarded(lambda: self.titles.get(place))

    def listing(self, path: str, pages: list[list[dict[str, Any]]]) -> None:
        """A paged answer of search or discover."""

        def route(handler: Handler) -> None:
            number = int(parse_qs(urlsplit(handler.path).query).get("page", ["1"])[0])
            value = {"page": number, "total_pages": len(pages), "results": pages[number - 1]}
            self._guarded(lambda: value)(handler)

        self.server.routes[path] = route

    def image(self, seed: int, group: str = "posters", language: str | None = "en", votes: int = 0) -> dict[str, Any]:
        """An entry of /images, with its picture on the server."""
        path = f"/poster{seed:04}.jpg"
        size = (300, 450) if group == "posters" else (450, 300)
        for name in ("w780", "w500", "original"):
            self.server.routes[f"/t/p/{name}{path}"] = serve(picture(seed, size))
        width, height = size
        return {
            "file_path": path,
            "width": width,
            "height": height,
            "aspect_ratio": round(width / height, 3),
            "iso_639_1": language,
            "vote_average": 5.3,
            "vote_count": votes,
        }

    def _guarded(self, value: Callable[[], Any]) -> Route:
        def route(handler: Handler) -> None:
            if handler.headers.get("Authorization") != f"Bearer {self.token}":
                handler.answer(401, b'{"status_code":7,"status_message":"Invalid API key"}')
                return
            found = value()
            if found is None:
                handler.answer(404, b'{"status_code":34,"status_message":"not found"}')
            else:
                serve_json(found)(handler)

        return route
