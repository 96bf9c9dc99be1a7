"""Every settled reading is a switch, or listed with the reason why there is nothing to choose."""

# Settled readings that concern this specialty and are no switch, and why.
NO_SWITCH: Final[Mapping[str, str]] = {
    "G2": "states no rival; the calendar of the kernel",
    "G3": "states no rival: an unlisted rank stays open; what it applies to is A091",
    "G4": "states no rival; the windows of the kernel",
    "G6": "its rival is that of A074",
    "G7": "states no rival: a judgement is open until it is given",
    "A023": "asks about the wording of another specialty; this one says 铜牌以上",
    "A031": "asks about commas in other specialties; this one enumerates",
    "A044": "asks about ranks that other specialties leave out; this one admits every finisher",
    "A074": "the notice would have to say so; the answer reports how many achievements are distinct",
    "A085": "there is no item on books here",
    "A086": "the words differ in other specialties; this one uses the word that it defines",
    "A107": "the grades decide nothing here but the score, for which the text itself asks for the lower grade",
    "A121": "about the vote of the panel, not about the candidate",
    "A146": "one patent is asked for, so there is nothing to mix",
}


def settled() -> dict[str, str]:
    """Return the settled readings with the text of their sections."""
    text = READINGS.read_text(encoding="utf-8")
    general = dict(re.findall(r"^- \*\*(G\d+) (.*)$", text, re.MULTILINE))
    sections = re.findall(r"^## (A\d+) .*?\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return general | dict(sections)


@needs_readings
def test_every_settled_reading_is_a_switch_or_explained() -> None:
    """Each that cites this specialty can be chosen, or the table above says why there is nothing to choose."""
    concerned = {
        number
        for number, text in settled().items()
        if number.startswith("G")
        or any(re.search(r"\biot\b", line) for line in text.splitlines() if "Cites:" in line)
    }
    assert concerned - set(book().readings) == set(NO_SWITCH)
    assert set(book().readings) <= set(settled())
