"""What an operator can set: read from POSTERCHECK_* by the faces, and passed down as values."""

import sys
from pathlib import Path

import platformdirs
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _default_home() -> Path:
    return Path(platformdirs.user_data_dir("postercheck", appauthor=False))


def find_demo_folder() -> Path | None:
    """The drawn demo library: beside the source tree, or where an installed wheel put it; None if in neither place."""
    candidates = (
        Path(__file__).resolve().parent.parent / "reference_images",
        Path(sys.prefix) / "share" / "postercheck" / "reference_images",
    )
    return next((folder for folder in candidates if (folder / "manifest.csv").is_file()), None)


class Settings(BaseSettings):
    """Every setting, its unit and its range; the environment name is POSTERCHECK_ and the field in capitals."""

    model_config = SettingsConfigDict(env_prefix="POSTERCHECK_", extra="ignore", frozen=True)

    home: Path = Field(default_factory=_default_home, description="folder of the library")
    host: str = Field(default="127.0.0.1", description="address the server listens on")
    port: int = Field(default=8000, ge=0, le=65535, description="port the server listens on; 0 takes a free one")
    workers: int = Field(default=1, ge=1, le=64, description="server processes")
    max_upload_bytes: int = Field(default=20 * 2**20, ge=1024, description="bytes accepted for one picture")
    max_pixels: int = Field(default=50_000_000, ge=10_000, description="pixels accepted in one picture")
    concurrent_checks: int = Field(default=2, ge=1, le=256, description="checks at one time in one process")
    queue_seconds: float = Field(default=20.0, ge=0, description="how long a check may wait for its turn before 503")
    keep_reports_hours: float = Field(default=24.0, ge=0, description="how long a web report can be looked up again")
    keep_reports_count: int = Field(default=1000, ge=1, description="at most so many web reports are kept")
    rate_limit_per_minute: int = Field(default=60, ge=0, description="checks a minute from one address; 0: no limit")
    trust_forwarded_for: bool = Field(
        default=False, description="take the client's address from a reverse proxy's header"
    )
