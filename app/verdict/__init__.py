"""From evidence to an answer: weights, their sum, and the sentences."""
