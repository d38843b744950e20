"""Where references come from: a polite client, and one module a source."""
