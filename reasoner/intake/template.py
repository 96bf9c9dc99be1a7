"""A blank dossier to fill in: every section and field with what it accepts, as comments."""

from collections.abc import Iterator
from typing import Final

from reasoner.errors import Language, Text
from reasoner.intake.shape import (
    ByKey,
    Group,
    Many,
    OneOf,
    Shape,
    Value,
    alias_of,
    fields_of,
    kind_word,
    required,
)
from reasoner.model.dossier import Dossier
from reasoner.model.records import Determination, Part, Record
from reasoner.model.word import Word

_INTRODUCTION: Final = (
    Text("职称申报材料", "Dossier of a candidate"),
    Text(
        "用法：去掉一行开头的「# 」（井号和一个空格）即可启用这一行；以 ## 开头的行只是说明。",
        "How to use: take '# ' (the sign and one blank) away to put a line into effect; lines with "
        "'##' only explain.",
    ),
    Text(
        "没有写的内容算「未告知」，不算「没有」；确实没有的，写成空列表，如「荣誉: []」。",
        "What is left out is not told, which never means no; if there is none, write an empty list "
        "such as 'honours: []'.",
    ),
    Text(
        "每行「#」后面是可填的内容；冒号用半角，后面空一格。",
        "After '#' on each line stands what is accepted.",
    ),
)
_CANDIDATE_ID: Final = Text("甲-001", "A-001")
_REQUIRED: Final = Text("必填", "required")
_SEVERAL: Final = Text("可有多条，每条以「- 」开头", "several are possible, each after '- '")
_SEVERAL_WORDS: Final = Text("可填多个：", "one or more of: ")
_SEVERAL_KINDS: Final = Text(
    "可有多条，每条以「- 类别」开头", "several are possible, each after '- ' and with its kind"
)
_SAMPLES_OF_DETERMINATIONS: Final = (frozenset({"record", "question"}), frozenset({"clause"}))
"""What each sample leaves out: a decision is on a clause or on a record."""


def blank_dossier(language: Language) -> str:
    """Return a dossier in YAML in which only the id of the candidate is told.

    All else stands in comments; with the ``# `` at the beginning of every line taken away it is a
    dossier with one sample of everything.
    """
    return "\n".join(_Writer(language).lines()) + "\n"


class _Writer:
    def __init__(self, language: Language) -> None:
        self.language = language
        self.record_id = ""

    def lines(self) -> Iterator[str]:
        """Yield the lines of the template."""
        yield from (f"## {self._text(line)}" for line in _INTRODUCTION)
        for name, shape in fields_of(Dossier).items():
            yield ""
            if isinstance(shape, Value) and shape.constant:
                yield f"{self._key(Dossier, name)}: {shape.constant}"
            elif isinstance(shape, Group) and required(Dossier, name):
                yield f"{self._key(Dossier, name)}:"
                yield from self._candidate(shape.model)
            else:
                yield from self._section(name, shape)

    def _candidate(self, model: type[Part]) -> Iterator[str]:
        for name, shape in fields_of(model).items():
            if required(model, name):
                key, id_ = self._key(model, name), self._text(_CANDIDATE_ID)
                yield f"  {key}: {id_}  # {self._text(_REQUIRED)}"
            else:
                yield f"#   {self._field(model, name, shape)}"

    def _section(self, name: str, shape: Shape) -> Iterator[str]:
        """Yield the lines of an optional section, all of them comments."""
        key = self._key(Dossier, name)
        match shape:
            case Value():
                yield f"# {self._field(Dossier, name, shape)}"
            case Group(model):
                yield f"# {key}:"
                yield from self._fields(model, f"{key}-1", ("  ", "  "))
            case ByKey(year, inner):
                yield f"# {key}:"
                yield f"#   {self._example(year)}: {self._example(inner)}  # {self._accepts(inner)}"
            case Many(Group(model)):
                yield f"# {key}:  # {self._text(_SEVERAL)}"
                yield from self._samples(model, key)
            case Many(OneOf(models)):
                yield f"# {key}:  # {self._text(_SEVERAL_KINDS)}"
                for inner_model in models.values():
                    label = self._kind(inner_model)
                    yield f"## {label}"
                    yield from self._fields(inner_model, f"{label}-1", ("  - ", "    "))

    def _samples(self, model: type[Part], key: str) -> Iterator[str]:
        left_out = _SAMPLES_OF_DETERMINATIONS if model is Determination else (frozenset[str](),)
        for number, without in enumerate(left_out, 1):
            yield from self._fields(model, f"{key}-{number}", ("  - ", "    "), without)

    def _fields(
        self,
        model: type[Part],
        record_id: str,
        indents: tuple[str, str],
        without: frozenset[str] = frozenset(),
    ) -> Iterator[str]:
        """Yield the fields of a sample; the first one, its kind if it has one, begins the item."""
        self.record_id = record_id if issubclass(model, Record) else self.record_id
        shapes = fields_of(model)
        names = sorted(shapes, key=lambda name: name != "kind")
        indent, further = indents
        for name in names:
            if name not in without:
                yield f"# {indent}{self._field(model, name, shapes[name])}"
                indent = further

    def _field(self, model: type[Part], name: str, shape: Shape) -> str:
        """Return one field with a value and, as a comment, what it accepts."""
        examples = model.model_fields[name].examples
        accepts = self._accepts(shape)
        if name == "kind":
            value = self._kind(model)
        elif examples:
            value = str(examples[0])
        elif name in {"id", "record"} and model is not Dossier:
            value = self.record_id
        else:
            value = self._example(shape)
        if required(model, name):
            semicolon = "；" if self.language == "zh" else "; "
            accepts = semicolon.join(filter(None, (self._text(_REQUIRED), accepts)))
        return f"{self._key(model, name)}: {value}  # {accepts}"

    def _example(self, shape: Shape) -> str:
        match shape:
            case Many(inner):
                return f"[{self._example(inner)}]"
            case Value(vocabulary=vocabulary, only_words=True) if vocabulary is not None:
                return self._words(vocabulary)[0]
            case Value():
                zh, en = shape.json_schema()["examples"]
                return str(zh if self.language == "zh" else en)
        raise TypeError(shape)

    def _accepts(self, shape: Shape) -> str:
        match shape:
            case Many(inner):
                return f"{self._text(_SEVERAL_WORDS)}{self._accepts(inner)}"
            case Value(vocabulary=vocabulary, only_words=True) if vocabulary is not None:
                return self._comma().join(self._words(vocabulary))
            case Value(constant=None):
                zh, _, en = shape.json_schema()["description"].partition(" / ")
                described = zh if self.language == "zh" else en
                words = self._words(shape.vocabulary) if shape.vocabulary else []
                return self._comma().join((described, *words))
        return ""

    def _words(self, vocabulary: type[Word]) -> list[str]:
        return [word.zh if self.language == "zh" else word.value for word in vocabulary]

    def _kind(self, model: type[Part]) -> str:
        kind = kind_word(model)
        if kind is None:
            raise TypeError(model)
        return kind.zh if self.language == "zh" else kind.value

    def _key(self, model: type[Part], name: str) -> str:
        return alias_of(model, name) if self.language == "zh" else name

    def _comma(self) -> str:
        return "、" if self.language == "zh" else ", "

    def _text(self, text: Text) -> str:
        return text.in_language(self.language)
