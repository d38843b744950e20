"""What every answer carries and every request must pass: security headers, no foreign origins, no stack traces."""

from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.problems import Problem, answer_problem, answer_unexpected

# blob: is for the preview of the picture that was just chosen, which never leaves the browser.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

# same-origin, not no-referrer: with the latter browsers send "Origin: null" with our own form.
SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class SecurityMiddleware:
    """Adds SECURITY_HEADERS, refuses changing requests from other origins, and answers unexpected errors."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection; anything but HTTP passes through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        head = request.method == "HEAD"
        if head:
            # Answered like GET, without the body; routes then need to know one method only.
            scope = {**scope, "method": "GET"}
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            elif head:
                message = {**message, "body": b""}
            await send(message)

        if comes_from_elsewhere(request):
            problem = Problem(403, "foreign_origin", "Requests that another site's page makes are not accepted.")
            await answer_problem(request, problem)(scope, receive, send_with_headers)
            return
        try:
            await self.app(scope, receive, send_with_headers)
        except Exception as error:
            if started:
                raise
            await answer_unexpected(request, error)(scope, receive, send_with_headers)


def comes_from_elsewhere(request: Request) -> bool:
    """Whether a browser says that a page of another origin sent this changing request.

    Programs send neither header and pass. Only moderators have a cookie; it is not sent along from other sites, and
    their forms carry a token besides.
    """
    if request.method in _SAFE_METHODS:
        return False
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    if origin is None:
        return False
    # Only hosts are compared: behind a proxy that speaks TLS the scheme differs.
    return urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()


def client_address(request: Request, *, trust_forwarded_for: bool) -> str:
    """Whom to count a request for: the peer, or what a trusted proxy wrote last; an IPv6 client by its /64."""
    address = request.client.host if request.client else "unknown"
    if trust_forwarded_for:
        forwarded = ",".join(request.headers.getlist("x-forwarded-for")).split(",")[-1].strip()
        address = forwarded or address
    try:
        parsed = ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return IPv6Address(int(parsed) >> 64 << 64).compressed
    return parsed.compressed
