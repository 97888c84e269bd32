"""What the two processes say to each other, over pipes: a length, a kind, and that many bytes."""

from __future__ import annotations

import struct
from typing import BinaryIO, Literal, NamedTuple

from pydantic import BaseModel, TypeAdapter

from extract.read.source import SourceDocument

Kind = Literal["read", "alive", "document", "error", "bug"]

_KINDS: tuple[Kind, ...] = ("read", "alive", "document", "error", "bug")
_HEAD = struct.Struct(">BIQ")


class Message(NamedTuple):
    """`about` is JSON or text; `data` the bytes of a file."""

    kind: Kind
    about: bytes = b""
    data: bytes = b""


class Request(BaseModel):
    """The module whose `READER` is to read the file of this name; its bytes come beside it."""

    module: str
    path: bytes


class Failure(BaseModel):
    """An error meant for people."""

    type: Literal["ReadError", "ToolMissingError"]
    code: str
    vi: str
    en: str


DOCUMENT = TypeAdapter(SourceDocument)


def send(stream: BinaryIO, message: Message) -> None:
    """Writes a message and flushes."""
    head = _HEAD.pack(_KINDS.index(message.kind), len(message.about), len(message.data))
    stream.write(head + message.about)
    stream.write(message.data)
    stream.flush()


def receive(stream: BinaryIO) -> Message | None:
    """The next message; None where the other side has closed the pipe, also in the middle."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, about, data = _HEAD.unpack(head)
    message = Message(_KINDS[kind], stream.read(about), stream.read(data))
    return message if (len(message.about), len(message.data)) == (about, data) else None
