"""The robustness benchmark's stages: posters and their roles, the home, the plan, the measuring, the tables."""
