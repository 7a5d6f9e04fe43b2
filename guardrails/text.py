"""Raw and redacted text as different types: what must not see raw text cannot be handed it by mistake."""

from __future__ import annotations

from typing import NoReturn, final


@final
class RawText:
    """Text that may hold personal data. Its value shows only where somebody calls :meth:`reveal`.

    ``str``, ``repr`` and ``format`` give the length alone; it cannot be pickled or copied into JSON.
    """

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        if not isinstance(value, str):
            raise TypeError("RawText takes a str")
        self.__value = value

    def reveal(self) -> str:
        """The text itself. Every call is a place to review."""
        return self.__value

    def __len__(self) -> int:
        return len(self.__value)

    def __bool__(self) -> bool:
        return bool(self.__value)

    def __repr__(self) -> str:
        return f"<RawText {len(self.__value)} Zeichen>"

    __str__ = __repr__

    def __format__(self, format_spec: str) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RawText) and other.reveal() == self.__value

    def __hash__(self) -> int:
        return hash((RawText, self.__value))

    def __reduce__(self) -> NoReturn:
        raise TypeError("raw text is not serialised")


_SEAL = object()


@final
class RedactedText:
    """Text that went through the guard, or that ships with the product."""

    __slots__ = ("__text",)

    def __init__(self, text: str, *, _seal: object = None) -> None:
        if _seal is not _SEAL:
            raise TypeError("RedactedText comes from the guard or from RedactedText.trusted()")
        self.__text = text

    @classmethod
    def trusted(cls, text: str) -> RedactedText:
        """Declares a text free of personal data: content of the product, or read back from the prompt log."""
        return cls(text, _seal=_SEAL)

    @property
    def text(self) -> str:
        """The redacted text."""
        return self.__text

    def __len__(self) -> int:
        return len(self.__text)

    def __str__(self) -> str:
        return self.__text

    def __repr__(self) -> str:
        return f"<RedactedText {len(self.__text)} Zeichen>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RedactedText) and other.text == self.__text

    def __hash__(self) -> int:
        return hash((RedactedText, self.__text))
