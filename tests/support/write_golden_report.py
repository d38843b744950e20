"""Writes tests/verdict/golden/report.json anew, after a change that was meant; run it as a module from the root."""

import json

from tests.verdict.test_report_of_a_check import GOLDEN, golden_report

if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(golden_report(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
