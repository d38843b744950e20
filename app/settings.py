"""What an operator can set: read from POSTERCHECK_* by the faces, and passed down as values."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.errors import WrongUse

if TYPE_CHECKING:
    from app.checker import CheckerOptions
    from app.imaging.load import ImageLimits


# Long enough not to be guessed, however many try.
MIN_TOKEN = 16


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

    model_config = SettingsConfigDict(env_prefix="POSTERCHECK_", extra="ignore", frozen=True, hide_input_in_errors=True)

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
    trust_anchors: Path | None = Field(
        default=None, description="PEM file of roots whose signers of content credentials are who they say"
    )
    official_anchors: Path | None = Field(
        default=None, description="PEM file of roots that sign official artwork, and nothing else"
    )
    moderator_token: SecretStr = Field(
        default_factory=lambda: SecretStr(""), description="secret of the moderators; empty: reports and moderation off"
    )
    report_limit_per_minute: int = Field(default=6, ge=0, description="reports a minute from one address; 0: no limit")
    contact: str = Field(default="", description="your e-mail or web address, sent to sources with every request")
    tmdb_token: SecretStr = Field(
        default_factory=lambda: SecretStr(""), description="API read access token of TMDB, for `library sync tmdb`"
    )
    tudum_base: str = Field(default="https://www.netflix.com", description="where `library sync tudum` looks")
    tmdb_base: str = Field(default="https://api.themoviedb.org", description="where TMDB's interface is")
    tmdb_image_base: str = Field(default="https://image.tmdb.org", description="where TMDB's pictures are")

    @field_validator("moderator_token")
    @classmethod
    def _refuse_short_token(cls, token: SecretStr) -> SecretStr:
        if 0 < len(token.get_secret_value()) < MIN_TOKEN:
            raise ValueError(f"the moderators' token must have at least {MIN_TOKEN} characters")
        return token


def image_limits(settings: Settings) -> ImageLimits:
    """The limits for one picture that the settings ask for."""
    from app.imaging.load import ImageLimits

    return ImageLimits(max_bytes=settings.max_upload_bytes, max_pixels=settings.max_pixels)


def checker_options(settings: Settings) -> CheckerOptions:
    """How every face opens the checker: an empty library is filled with the demo.

    Raises: WrongUse when a file of trust anchors cannot be used.
    """
    from app.checker import CheckerOptions
    from app.origin.options import OriginOptions

    origin = OriginOptions(_anchors(settings.trust_anchors), _anchors(settings.official_anchors))
    return CheckerOptions(settings.home, find_demo_folder(), image_limits(settings), origin)


def _anchors(path: Path | None) -> str:
    from app.origin.options import check_anchors

    if path is None:
        return ""
    try:
        return check_anchors(path.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"The trust anchors in {path} cannot be read: {error}.") from error
