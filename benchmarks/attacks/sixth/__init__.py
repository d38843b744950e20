"""Picture attacks drawn by code of their own, to see how well the checker's models carry over."""
