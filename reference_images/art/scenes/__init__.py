"""The pictures behind the words: one function a scene, each paints a whole canvas."""
