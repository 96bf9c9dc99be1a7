"""The words of click itself, in the user's language."""

from reasoner.errors import Language


def speak(language: Language) -> None:
    """Let click speak *language*."""
