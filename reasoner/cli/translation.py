"""The words of click itself, in the user's language.

click asks `gettext` for its words when it prints them, in the domain of the process. So it is
enough to name the domain, its folder and the language; no part of click is replaced. The Chinese
words are in ``reasoner/locale``; English has no catalogue, so click's own words stay.
"""

import gettext
import os
from pathlib import Path

from reasoner.errors import Language

DOMAIN = "click"
_LOCALE = Path(__file__).parent.parent / "locale"
_LOCALES = {"zh": "zh_CN", "en": "en"}


def speak(language: Language) -> None:
    """Let click speak *language*, whatever the locale of the user is.

    gettext takes the language from the environment, and looks at ``LANGUAGE`` first: setting it for
    this process is the documented way to choose one without touching dates, numbers and encodings.
    """
    os.environ["LANGUAGE"] = _LOCALES[language]
    gettext.bindtextdomain(DOMAIN, str(_LOCALE))
    gettext.textdomain(DOMAIN)
