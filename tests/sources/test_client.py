"""One address at a time, against a real server: limits, redirects, trouble, and what is told to whom."""

import datetime
import ipaddress
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.errors import FetchFailed, WrongUse
from app.sources.addresses import AllowedHosts
from app.sources.client import FetchRequest, PoliteClient, make_user_agent
from app.sources.reasons import Reason
from tests.sources.conftest import options_for
from tests.sources.source_server import (
    SourceServer,
    broken_off,
    drip,
    huge,
    packed,
    redirect,
    running_source,
    serve,
    serve_html,
    status,
    storm,
)


@pytest.fixture
def client(server: SourceServer) -> Iterator[PoliteClient]:
    with PoliteClient(options_for(server)) as opened:
        yield opened


@pytest.fixture
def other() -> Iterator[SourceServer]:
    with running_source() as running:
        yield running


def fetch(client: PoliteClient, url: str, **values: object) -> bytes | None:
    return client.fetch(FetchRequest(url, **({"max_bytes": 100_000} | values))).body  # type: ignore[arg-type]


def failure_of(client: PoliteClient, url: str, **values: object) -> FetchFailed:
    with pytest.raises(FetchFailed) as raised:
        fetch(client, url, **values)
    assert str(raised.value).endswith(".")
    return raised.value


def test_it_says_who_asks(client: PoliteClient, server: SourceServer) -> None:
    server.routes["/a"] = serve(b"hello")
    assert fetch(client, server.base + "/a") == b"hello"
    assert server.seen[0]["user-agent"] == "postercheck/0.0 (+tests@example.org)"


@pytest.mark.parametrize("contact", ["", "me", "me@example.org\r\nX-Evil: 1", "(me@example.org)", "mé@example.org"])
def test_a_contact_is_an_address(contact: str) -> None:
    with pytest.raises(WrongUse, match="POSTERCHECK_CONTACT"):
        make_user_agent("1", contact)


def test_what_has_not_changed_is_not_sent_again(client: PoliteClient, server: SourceServer) -> None:
    server.routes["/a"] = serve(b"hello")
    first = client.fetch(FetchRequest(server.base + "/a", 100))
    assert first.etag
    assert client.fetch(FetchRequest(server.base + "/a", 100, etag=first.etag)).body is None
    assert server.full["/a"] == 1


def test_redirects_are_followed_to_allowed_hosts(client: PoliteClient, server: SourceServer) -> None:
    server.routes |= {"/a": redirect("/b", 301), "/b": redirect("c", 308), "/c": serve(b"here")}
    assert fetch(client, server.base + "/a") == b"here"


def test_a_redirect_loop_ends(client: PoliteClient, server: SourceServer) -> None:
    server.routes |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert failure_of(client, server.base + "/a").reason == Reason.REDIRECT_LOOP
    assert server.asked == {"/a": 1, "/b": 1}


def test_an_endless_chain_ends(client: PoliteClient, server: SourceServer) -> None:
    server.routes |= {f"/{number}": redirect(f"/{number + 1}") for number in range(20)}
    assert failure_of(client, server.base + "/0").reason == Reason.TOO_MANY_REDIRECTS
    assert sum(server.asked.values()) == 6


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://localhost/",
        "file:///etc/passwd",
        "http://127.0.0.1.nip.example/",
        "https://example.org@127.0.0.1/",
        "http://[broken",
    ],
)
def test_a_redirect_out_of_the_allowed_hosts_is_refused(
    client: PoliteClient, server: SourceServer, target: str
) -> None:
    server.routes["/a"] = redirect(target)
    assert failure_of(client, server.base + "/a").reason == Reason.ADDRESS


def test_another_port_of_an_allowed_host_is_another_host(
    client: PoliteClient, server: SourceServer, other: SourceServer
) -> None:
    other.routes["/secret"] = serve(b"secret")
    server.routes["/a"] = redirect(f"{other.base}/secret")
    assert failure_of(client, server.base + "/a").reason == Reason.ADDRESS
    assert not other.asked


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_private_address_is_not_connected_to_unless_that_is_allowed(server: SourceServer, host: str) -> None:
    allowed = AllowedHosts((), frozenset({(host, server.port)}), private=False)
    with PoliteClient(options_for(server, allowed=allowed)) as client:
        failure = failure_of(client, f"http://{host}:{server.port}/a")
    assert failure.reason == Reason.PRIVATE
    assert "--allow-private" in str(failure)
    assert not server.asked


def test_a_secret_stays_with_the_host_it_is_for(server: SourceServer, other: SourceServer) -> None:
    server.routes["/a"] = redirect(f"{other.base}/b")
    other.routes["/b"] = serve(b"hello")
    with PoliteClient(options_for(server, other)) as client:
        fetch(client, server.base + "/a", bearer="token-1")
    assert server.seen[0]["authorization"] == "Bearer token-1"
    assert "authorization" not in other.seen[0]
    assert "token-1" not in repr(FetchRequest("http://a/", 1, bearer="token-1"))


@pytest.mark.parametrize("told", [True, False])
def test_a_body_that_is_too_large_is_left_where_it_is(client: PoliteClient, server: SourceServer, told: bool) -> None:
    server.routes["/a"] = huge(2 * 2**30, told=told)
    start = time.monotonic()
    assert failure_of(client, server.base + "/a").reason == Reason.TOO_LARGE
    assert time.monotonic() - start < 3
    assert server.full["bytes"] < 50 * 2**20


def test_a_small_packed_body_cannot_become_a_large_one(client: PoliteClient, server: SourceServer) -> None:
    server.routes["/a"] = packed(b"\0" * 50_000_000)
    assert failure_of(client, server.base + "/a", compressed=True).reason == Reason.TOO_LARGE
    server.routes["/b"] = packed(b"page " * 1000)
    assert fetch(client, server.base + "/b", compressed=True) == b"page " * 1000
    server.routes["/c"] = packed(b"page", "br")
    assert failure_of(client, server.base + "/c", compressed=True).reason == Reason.ENCODING


def test_slow_bodies_end_in_time(server: SourceServer) -> None:
    server.routes |= {"/silent": drip(b"ab", 3.0), "/dripping": drip(b"x" * 100, 0.1)}
    with PoliteClient(options_for(server, seconds=1.0, idle_seconds=0.5)) as client:
        for path in ("/silent", "/dripping"):
            start = time.monotonic()
            assert failure_of(client, server.base + path).reason == Reason.TOO_SLOW
            assert time.monotonic() - start < 2
    assert server.asked == {"/silent": 1, "/dripping": 1}


def test_a_body_that_breaks_off_is_tried_again(client: PoliteClient, server: SourceServer) -> None:
    server.routes["/a"] = storm(0, broken_off(b"x" * 1000))
    assert failure_of(client, server.base + "/a").reason == Reason.TRUNCATED
    assert server.asked["/a"] == 3


@pytest.mark.parametrize("code", [429, 500, 503])
def test_a_storm_that_passes_is_sat_out(client: PoliteClient, server: SourceServer, code: int) -> None:
    server.routes["/a"] = storm(2, serve(b"calm"), code)
    assert fetch(client, server.base + "/a") == b"calm"
    assert server.asked["/a"] == 3


def test_retry_after_is_waited_for(client: PoliteClient, server: SourceServer) -> None:
    server.routes["/a"] = storm(1, serve(b"calm"), 429, Retry_After="1")
    assert fetch(client, server.base + "/a") == b"calm"
    assert server.times[1] - server.times[0] >= 1.0


def test_a_wait_that_is_too_long_is_told_and_not_sat_out(client: PoliteClient, server: SourceServer) -> None:
    server.routes["/a"] = status(503, Retry_After="3600")
    failure = failure_of(client, server.base + "/a")
    assert failure.reason == Reason.BUSY
    assert "3600 s" in str(failure)
    assert server.asked["/a"] == 1


def test_a_storm_that_does_not_pass_ends_and_the_host_is_left_alone(client: PoliteClient, server: SourceServer) -> None:
    server.routes["/a"] = status(503)
    for _ in range(5):
        assert failure_of(client, server.base + "/a").reason == Reason.BUSY
    asked = server.asked["/a"]
    assert asked == 20
    assert failure_of(client, server.base + "/b").reason == Reason.RESTING
    assert sum(server.asked.values()) == asked


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (404, Reason.NOT_FOUND),
        (410, Reason.NOT_FOUND),
        (401, Reason.FORBIDDEN),
        (403, Reason.FORBIDDEN),
        (418, Reason.STATUS),
    ],
)
def test_answers_that_say_no_are_not_argued_with(
    client: PoliteClient, server: SourceServer, code: int, reason: Reason
) -> None:
    server.routes["/a"] = status(code)
    assert failure_of(client, server.base + "/a").reason == reason
    assert server.asked["/a"] == 1


def test_a_host_that_is_not_there(server: SourceServer) -> None:
    nowhere = AllowedHosts((), frozenset({("127.0.0.1", 9)}), private=True)
    with PoliteClient(options_for(server, allowed=nowhere)) as client:
        assert failure_of(client, "http://127.0.0.1:9/").reason == Reason.UNREACHABLE


def test_https_checks_certificates_and_never_leads_to_http(
    server: SourceServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running_source() as secured:
        authority = _secure(secured, tmp_path)
        secured.routes |= {"/a": serve(b"safe"), "/b": redirect(f"{server.base}/c")}
        server.routes["/c"] = serve_html("open")
        base = f"https://127.0.0.1:{secured.port}"
        with PoliteClient(options_for(server, secured)) as client:
            assert failure_of(client, base + "/a").reason == Reason.UNREACHABLE
        monkeypatch.setenv("SSL_CERT_FILE", str(authority))
        with PoliteClient(options_for(server, secured)) as client:
            assert fetch(client, base + "/a") == b"safe"
            assert failure_of(client, base + "/b").reason == Reason.DOWNGRADE
    assert not server.asked


def _secure(server: SourceServer, folder: Path) -> Path:
    """Let the server speak TLS; gives the certificate to trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test server")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "server.pem").write_bytes(pem + secret)
    (folder / "authority.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    server.secure(context)
    return folder / "authority.pem"
