"""One picture from its bytes to its report: runs the stages, and holds no rule of its own."""

from app.checker.checker import Checker, CheckerOptions, open_checker
from app.checker.views import View

__all__ = ["Checker", "CheckerOptions", "View", "open_checker"]
