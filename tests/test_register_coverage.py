"""Every clause of the regulation is encoded, or listed with the reason why it decides nothing."""

needs_register = pytest.mark.skipif(
    not REGISTER.is_file(), reason="the clause register is not at hand (ZHICHENG_REGISTER)"
)
needs_readings = pytest.mark.skipif(
    not READINGS.is_file(), reason="the list of readings is not beside the clause register"
)

# Clauses of the register whose leaves are no clauses here, and what they are instead.
LEAVES_ELSEWHERE: Final[Mapping[str, str]] = {
    "iot.app.2.project": "rows of the table",
    "iot.app.2.product": "rows of the table",
    "iot.app.2.notes": "one_class_down; what proves a grade, and which limit is inclusive, are no rows",
    "iot.app.3": "rows of the table, by industry",
    "iot.app.4": "rows of the table",
    "iot.senior.16.1": "the terms iot.lead, iot.main and iot.laureate; what accepts a rank that is not listed",
    "iot.senior.16.2": "the definition of iot_award_level",
    "iot.senior.16.3": "the definition of iot_award_level",
    "iot.senior.16.4": "the definition of iot_award_level",
    "iot.senior.16.5": "the term iot.industry_award",
    "iot.senior.16.6": "the term iot.international_standard",
    "iot.senior.16.7": "the terms iot.first_author and iot.corresponding_author",
    "iot.senior.16.8": "the definition of iot_project_level",
    "iot.senior.16.9": "the definition of iot_project_level",
    "iot.senior.16.10": "the definition of iot_project_level",
    "iot.senior.16.11": "the definition of iot_project_level",
    "iot.senior.16.14": "the term iot.paper",
    "all.time.1": "the notice: until when years count",
    "all.time.2": "the notice: until when achievements count",
    "all.time.3": "the notice: the years of assessment",
    "all.time.4": "the notice: the years of continuing education",
    "all.time.5": "the general tests of iot.senior.13",
    "all.time.6": "the reading A002",
}


@dataclass(frozen=True)
class Registered:
    """A clause of the register with its leaves."""

    id: str
    leaves: tuple[str, ...]


@cache
def registered() -> tuple[Registered, ...]:
    """Return the clauses of this specialty in the register, and those on time, which all specialties share."""
    return tuple(
        Registered(entry["id"], tuple(leaf["id"] for leaf in entry["leaves"] or ()))
        for entry in json.loads(REGISTER.read_text(encoding="utf-8"))
        if entry["id"].startswith((f"{TRACK}.", f"{SPECIALTY}.app.", "all.time."))
    )


@needs_register
def test_every_registered_clause_is_encoded_or_listed() -> None:
    """Each is a clause of the rules, or listed with the reason why it decides nothing."""
    known = clause_ids() | column("not_encoded", 4, 0)
    ids = [one.id for one in registered() if one.id not in known]
    assert [name for name in ids if not name.startswith("all.time.")] == []


@needs_register
def test_every_registered_leaf_is_encoded_or_explained() -> None:
    """So is each leaf, or the table above says what it is instead."""
    excused = column("not_encoded", 4, 0)
    known = clause_ids() | excused
    elsewhere = {
        one.id for one in registered() if one.id not in excused and not set(one.leaves) <= known
    }
    assert elsewhere == set(LEAVES_ELSEWHERE)


@needs_register
def test_what_is_not_encoded_is_registered() -> None:
    """Nothing is excused that is not there, and nothing that is encoded."""
    ids = {name for one in registered() for name in (one.id, *one.leaves)}
    assert column("not_encoded", 4, 0) <= ids
    assert column("not_encoded", 4, 0).isdisjoint(clause_ids())
