"""Signs that are drawn alike everywhere: play buttons, hearts, arrows."""
