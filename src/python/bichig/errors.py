"""What is raised when a call fails: `Error` and its subclasses, which say what is wrong, where, and what to do."""

from __future__ import annotations

from typing import Optional

__all__ = ["Cancelled", "Error", "IllFormed", "InternalError", "InvalidArgument", "InvalidInput", "NotFound",
           "OutOfMemory", "SystemFailure", "Unsupported"]


class Error(Exception):
    """A call of Bichig failed. Nothing was made, and no file was touched.

    `str()` of it is one line: place, what is wrong, and in parentheses what to do.
    """

    status: str = "error"
    """The name of the status in the C interface, such as "invalid input"."""
    message: str = ""
    """What is wrong."""
    hint: str = ""
    """What to do about it; may be empty."""
    file: str = ""
    """The name of the input as the caller gave it; may be empty."""
    line: Optional[int] = None
    """From 1; None if it is not known."""
    column: Optional[int] = None
    """From 1, in characters; None if it is not known."""
    offset: Optional[int] = None
    """Index into the str that was passed (into bytes: of the byte); None if it is not known."""
    detail: str = ""
    """A finer place: a JSON pointer, a key; may be empty."""

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        place = ":".join([self.file, *numbers]) if self.file else ""
        if not place and self.offset is not None:
            place = f"character {self.offset}"
        text = f"{place}: {self.message}" if place else self.message
        if self.detail:
            text += f" [{self.detail}]"
        return f"{text} ({self.hint})" if self.hint else text


class InvalidArgument(Error, ValueError):
    """The call was made wrongly: a number out of range, a name that there is not."""

    status = "invalid argument"


class IllFormed(Error, ValueError):
    """The text is no well-formed Unicode; `offset` says where."""

    status = "ill-formed"


class InvalidInput(Error, ValueError):
    """The input is wrong: see `message` and the place."""

    status = "invalid input"


class NotFound(Error, LookupError):
    """A file, font or name does not exist."""

    status = "not found"


class Unsupported(Error):
    """Well formed, but Bichig does not do it."""

    status = "unsupported"


class SystemFailure(Error, OSError):
    """The system refused: disk, permissions."""

    status = "system"


class OutOfMemory(Error, MemoryError):
    """There is not enough memory."""

    status = "no memory"


class Cancelled(Error):
    """A progress function answered False."""

    status = "cancelled"


class InternalError(Error):
    """A fault of Bichig: please report it."""

    status = "internal"


# The order of bichig_status in bichig/c/base.h, from 1.
_CLASSES = (InvalidArgument, IllFormed, InvalidInput, NotFound, Unsupported, SystemFailure, OutOfMemory, Cancelled,
            InternalError)


def error_of(status: int, message: str, hint: str, file: str, line: Optional[int], column: Optional[int],
             offset: Optional[int], detail: str) -> Error:
    """The exception for a bichig_error; for the compiled part of this package."""
    kind = _CLASSES[status - 1] if 1 <= status <= len(_CLASSES) else InternalError
    error = kind(message)
    error.message, error.hint, error.file, error.detail = message, hint, file, detail
    error.line, error.column, error.offset = line, column, offset
    return error


def not_found(message: str, hint: str) -> Error:
    """What this package itself does not find."""
    return error_of(4, message, hint, "", None, None, None, "")
