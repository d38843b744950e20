"""Recognises what image generators write into a file: their settings, prompts and graphs, by their own form.

Forms seen in samples of each program; nothing is parsed, since the sign of each form stands near its beginning.
"""

import re
from typing import Final

from app.origin.marks import MarkKind, NamedTool, find_tool
from app.origin.sayings import Saying

# "Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: ...", written by AUTOMATIC1111 and all that follow it.
_SETTINGS: Final = re.compile(r"\bSteps: ?\d{1,5}, ?(?:Sampler|Schedule type|CFG scale|Seed|Size|Model): ")
_COMFY_NODE: Final = re.compile(r'"class_type" ?: ?"|"last_node_id" ?: ?\d')
_MIDJOURNEY_JOB: Final = re.compile(r"\bJob ID: ?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)
_DREAM_OPTIONS: Final = re.compile(r"(?:^|\s)-[sSWHCA] ?\d")
_VERSION_LINE: Final = re.compile(r"\bVersion: ?(?:(?P<fooocus>Fooocus)|(?P<comfy>ComfyUI)|(?P<forge>f\d))")
_INVOKE_KEYS: Final = frozenset({"invokeai_metadata", "invokeai_graph", "invokeai_workflow", "sd-metadata"})
# Where programs put their settings: PNG text, and EXIF or XMP comments of JPEG and WebP.
_SETTINGS_KEYS: Final = frozenset({"parameters", "usercomment", "comment", "description", "prompt", "generation_data"})
# ComfyUI's WebP files carry both texts in EXIF make and model.
_GRAPH_KEYS: Final = frozenset({"prompt", "workflow", "make", "model", "usercomment", "description"})


def find_generator(saying: Saying) -> NamedTool | None:
    """The generator that wrote this text, told by the text's form; None when it has none of the known forms."""
    key, text = saying.key, saying.text
    tool = None
    if key in _INVOKE_KEYS or (key == "dream" and _DREAM_OPTIONS.search(text)):
        tool = "InvokeAI"
    elif key == "fooocus_scheme":
        tool = "Fooocus"
    elif key == "use_stable_diffusion_model":
        tool = "Easy Diffusion"
    elif "sui_image_params" in text[:2000]:
        tool = "SwarmUI"
    elif key in _GRAPH_KEYS and _COMFY_NODE.search(text):
        tool = "ComfyUI"
    elif _MIDJOURNEY_JOB.search(text):
        tool = "Midjourney"
    elif key in _SETTINGS_KEYS and _SETTINGS.search(text):
        tool = _front_end(text)
    elif key == "title" and text == "AI generated image":
        tool = "NovelAI"
    elif key == "make" and (named := find_tool(text)) and named.kind is MarkKind.GENERATOR:
        return named
    return None if tool is None else NamedTool(tool, MarkKind.GENERATOR)


def _front_end(text: str) -> str:
    found = _VERSION_LINE.search(text)
    if found is None:
        return "Stable Diffusion (AUTOMATIC1111)"
    return {"fooocus": "Fooocus", "comfy": "ComfyUI", "forge": "Stable Diffusion (Forge)"}[str(found.lastgroup)]
