"""A CheckReport or SkippedInput as text for people, a JSON line, a CSV row or HTML: strings, never printing."""
