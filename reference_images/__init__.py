"""The demo library: posters of invented titles, drawn by the project's own code."""
