"""What the tests of the web face work with: pictures from the demo library, changed copies, and running servers."""

import csv
import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import uvicorn
from fastapi.testclient import TestClient
from PIL import Image, ImageDraw

from app import settings as app_settings
from app.settings import Settings
from app.web.app import create_app

READY_SECONDS = 120.0
_OTHER_HALF = "official/copper-ninth.jpg"


def official_picture() -> bytes:
    """The file of the first official reference of the demo library."""
    folder = app_settings.find_demo_folder()
    assert folder is not None, "the demo library is part of the source tree"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        path = next(row["path"] for row in csv.DictReader(lines) if row["label"] == "official")
    return (folder / path).read_bytes()


def altered_picture() -> bytes:
    """The same poster with a large "2" in the middle."""
    with Image.open(io.BytesIO(official_picture())) as picture:
        copy = picture.convert("RGB")
    width, height = copy.size
    draw = ImageDraw.Draw(copy)
    draw.text((width * 0.5, height * 0.475), "2", fill=(250, 240, 60), font_size=height * 0.22, anchor="mm")
    return as_png(copy)


def composite_picture() -> bytes:
    """The upper half of the first official reference over the lower half of another one."""
    folder = app_settings.find_demo_folder()
    assert folder is not None
    with Image.open(io.BytesIO(official_picture())) as first:
        joined = first.convert("RGB")
    with Image.open(folder / _OTHER_HALF) as second:
        other = second.convert("RGB").resize(joined.size)
    width, height = joined.size
    joined.paste(other.crop((0, height // 2, width, height)), (0, height // 2))
    return as_png(joined)


def as_png(picture: Image.Image) -> bytes:
    """File bytes of a picture."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def stranger_picture() -> bytes:
    """A picture with much detail that no library holds."""
    return as_png(Image.effect_mandelbrot((400, 600), (-1.8, -1.2, 0.6, 1.2), 60).convert("RGB"))


def make_settings(home: Path, **changes: object) -> Settings:
    """Settings for one test, with no limit on the rate unless asked for."""
    return Settings.model_validate({"home": home, "rate_limit_per_minute": 0, **changes})


@contextmanager
def ready_client(settings: Settings) -> Iterator[TestClient]:
    """A client of an application whose library is open."""
    with TestClient(create_app(settings)) as client:
        wait_until_ready(client)
        yield client


def wait_until_ready(client: httpx2.Client) -> None:
    """Until /readyz says so."""
    deadline = time.monotonic() + READY_SECONDS
    while (answer := client.get("/readyz")).status_code != 200:
        assert time.monotonic() < deadline, answer.text
        time.sleep(0.05)


@contextmanager
def running_server(settings: Settings) -> Iterator[str]:
    """A real server on a free port of this machine; gives its address."""
    config = uvicorn.Config(create_app(settings), port=0, log_level="warning", proxy_headers=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + 30
        while not server.started:
            assert thread.is_alive()
            assert time.monotonic() < deadline
            time.sleep(0.02)
        address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        with httpx2.Client(base_url=address) as client:
            wait_until_ready(client)
        yield address
    finally:
        server.should_exit = True
        thread.join()
