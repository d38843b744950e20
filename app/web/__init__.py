"""The web face: the form and its pages, and the HTTP interface."""
