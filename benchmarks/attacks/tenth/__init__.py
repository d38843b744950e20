"""A set of attacks drawn without sight of the others."""
