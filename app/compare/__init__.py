"""Two pictures laid over each other: registered, compared, and the differences measured."""
