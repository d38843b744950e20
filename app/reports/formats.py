"""The formats that a batch can be written in."""

from collections.abc import Mapping

from app.reports.csv import csv_cell, csv_header, csv_row, read_csv_row
from app.reports.format import RowFormat, Thumbnails
from app.reports.html import FOOTER_START, PICTURED_BYTES, html_footer, html_header, html_key, html_row, read_html_row
from app.reports.jsonl import json_line, read_json_line
from app.reports.outcome import Item, Outcome


def _no_footer(_counts: Mapping[Outcome, int]) -> str:
    return ""


def _json_row(item: Item, _thumbnails: Thumbnails) -> str:
    return json_line(item)


def _csv_row(item: Item, _thumbnails: Thumbnails) -> str:
    return csv_row(item)


def _same(text: str) -> str:
    return text


FORMATS: tuple[RowFormat, ...] = (
    RowFormat("jsonl", "", _json_row, _no_footer, _same, read_json_line),
    RowFormat("csv", csv_header(), _csv_row, _no_footer, csv_cell, read_csv_row),
    RowFormat("html", html_header(), html_row, html_footer, html_key, read_html_row, FOOTER_START, PICTURED_BYTES),
)
