"""A real browser on a real server; skipped with a reason where there is no chromium."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.serving import altered_picture, composite_picture, make_settings, official_picture, running_server

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        pytest.skip("no chromium or google-chrome on this machine; see tests/support/install_browser.sh")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = Path(shutil.copytree(demo_home, tmp_path_factory.mktemp("server") / "home"))
    with running_server(make_settings(home)) as address:
        yield address


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A fresh page; whatever its console or the network complains about fails the test."""
    complaints: list[str] = []
    context = browser.new_context(base_url=server)
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    # Anything that is not from the server under test would be a request to elsewhere.
    page.on("request", lambda request: complaints.append(request.url) if not is_ours(request.url, server) else None)
    yield page
    context.close()
    assert complaints == []


def is_ours(url: str, server: str) -> bool:
    return url.startswith((server + "/", f"blob:{server}/"))


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with official.png, fan.png and composite.png."""
    folder: Path = tmp_path_factory.mktemp("pictures")
    (folder / "official.png").write_bytes(official_picture())
    (folder / "fan.png").write_bytes(altered_picture())
    (folder / "composite.png").write_bytes(composite_picture())
    return folder
