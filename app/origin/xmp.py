"""Reads the XMP properties in which programs name themselves or the kind of source, without building a tree."""

from typing import Final
from xml.etree.ElementTree import ParseError

from app.origin.sayings import MOST_TEXT, Sayings

_WHERE: Final = "XMP"
_RESOURCE: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
# Namespaces: XMP specification part 1 and 2 (ISO 16684-1), IPTC Photo Metadata 2025.1.
_WANTED: Final = {
    "{http://ns.adobe.com/xap/1.0/}CreatorTool": "creatortool",
    "{http://ns.adobe.com/tiff/1.0/}Software": "software",
    "{http://ns.adobe.com/exif/1.0/}UserComment": "usercomment",
    "{http://ns.adobe.com/xap/1.0/sType/ResourceEvent#}softwareAgent": "softwareagent",
    "{http://purl.org/dc/elements/1.1/}description": "description",
    "{http://ns.adobe.com/photoshop/1.0/}Credit": "credit",
    "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType": "digitalsourcetype",
    "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}AISystemUsed": "aisystemused",
}


class _Collector:
    """A parser's target that keeps the wanted properties, written as attributes or as elements."""

    def __init__(self, sayings: Sayings) -> None:
        self._sayings = sayings
        self._depth = 0
        self._open: tuple[str, int] | None = None
        self._text: list[str] = []
        self._length = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        for name, value in attributes.items():
            if name in _WANTED:
                self._sayings.add(_WHERE, _WANTED[name], value)
        if self._open is None and tag in _WANTED:
            self._open, self._text, self._length = (_WANTED[tag], self._depth), [], 0
            self.data(attributes.get(_RESOURCE, ""))

    def data(self, text: str) -> None:
        if self._open is not None and self._length < MOST_TEXT:
            self._text.append(text)
            self._length += len(text)

    def end(self, tag: str) -> None:
        if self._open is not None and self._open[1] == self._depth:
            self._sayings.add(_WHERE, self._open[0], "".join(self._text))
            self._open = None
        self._depth -= 1

    def close(self) -> None:
        """Nothing is left to do."""


def read_xmp(packet: bytes, sayings: Sayings) -> None:
    """Read one packet. A packet that declares entities or is no XML gives what stood before that; never raises."""
    if not packet or not sayings.take(len(packet)):
        return
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_Collector(sayings), forbid_dtd=True)
    try:
        parser.feed(packet.strip(b"\x00 \t\r\n"))
        parser.close()
    except (ParseError, ValueError, LookupError):
        # ValueError: what defusedxml raises for entities and document types. LookupError: an unknown encoding.
        return
