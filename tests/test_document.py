"""A dossier file becomes plain data with places, or one problem that says where and what."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reasoner.errors import InputError, Problem
from reasoner.intake.document import DEEPEST, MOST_VALUES, DataPath, Place, read_document, read_text
from reasoner.intake.text import MOST_BYTES

DOSSIER = """\
# 申报人
姓名: 张三
论文:
  - 题名: "面向产线的调度：方法"
    通讯作者: no
    时刻: 12:30
  - {题名: 'null', 级别: ~}
备注:
编号: 007
说明: |
  第一行
  注：第二行
"""


def problem_of(text: str, source: str = "d.yaml") -> Problem:
    """Return the one problem for which *text* is refused."""
    with pytest.raises(InputError) as refused:
        read_text(text, source)
    (problem,) = refused.value.problems
    return problem


def file_problem(path: Path) -> Problem:
    """Return the one problem for which the file at *path* is refused."""
    with pytest.raises(InputError) as refused:
        read_document(path)
    (problem,) = refused.value.problems
    assert problem.source == str(path)
    return problem


def test_scalars_stay_text() -> None:
    """Nothing is guessed: only an unquoted null, ~ or nothing at all is None."""

    assert read_text(DOSSIER, "d.yaml").data == {
        "姓名": "张三",
        "论文": [
            {"题名": "面向产线的调度：方法", "通讯作者": "no", "时刻": "12:30"},
            {"题名": "null", "级别": None},
        ],
        "备注": None,
        "编号": "007",
        "说明": "第一行\n注：第二行\n",
    }


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (2, 1), None),
        (("姓名",), (2, 5), (2, 1)),
        (("论文", 0), (4, 5), None),
        (("论文", 0, "题名"), (4, 9), (4, 5)),
        (("论文", 1, "级别"), (7, 22), (7, 18)),
        (("编号",), (9, 5), (9, 1)),
    ],
)
def test_places(path: DataPath, value: tuple[int, int], key: tuple[int, int] | None) -> None:
    """Every value and every key has its line and column, counted from 1."""
    document = read_text(DOSSIER, "d.yaml")

    assert document.places[path] == document.place_of(path) == Place(*value)
    assert document.key_places.get(path) == (key and Place(*key))


def test_place_of_what_is_missing() -> None:
    """A missing value has the place of what would contain it."""
    document = read_text(DOSSIER, "d.yaml")

    assert document.place_of(("论文", 0, "年份", "月")) == Place(4, 5)
    assert document.place_of(("论文", 0, "年份"), key=True) == Place(4, 5)
    assert document.place_of(("姓名",), key=True) == Place(2, 1)


def test_full_width_key_is_kept_and_found() -> None:
    """A key stays as written, and its usual spelling finds the place."""
    document = read_text("ＩＤ（甲）: 1", "d.yaml")

    assert document.data == {"ＩＤ（甲）": "1"}
    assert document.place_of(("ID(甲)",)) == Place(1, 8)
    assert document.place_of(("ID(甲)",), key=True) == Place(1, 1)


def test_json_scalars_stay_text() -> None:
    """JSON numbers and truth values are text as written, and tabs may indent."""
    text = (
        '{\n\t"分": 1.50, "是": true,\r\n'
        '\t"无": null, "名": "\\ud842\\udfb7", "大": 1e400, "空": ""}'
    )
    document = read_text(text, "d.JSON")

    assert document.data == {
        "分": "1.50",
        "是": "true",
        "无": None,
        "名": "𠮷",
        "大": "1e400",
        "空": "",
    }
    assert document.places["是",] == Place(2, 18)
    assert document.key_places["无",] == Place(3, 2)


@pytest.mark.parametrize("name", ["d.yaml", "d.yml", "d.json", "d.YAML"])
def test_file_is_read(tmp_path: Path, name: str) -> None:
    """Files of the three kinds are read; a byte order mark and Windows line ends do no harm."""
    path = tmp_path / name
    path.write_bytes('\ufeff{"姓名": "𠮷",\r\n"年": "1"}\r\n'.encode())
    document = read_document(path)

    assert document.data == {"姓名": "𠮷", "年": "1"}
    assert document.places["年",] == Place(2, 6)
    assert document.source == str(path)


@pytest.mark.parametrize(
    ("content", "what", "place"),
    [
        (b"", "the file is empty", None),
        (b" \n\n", "the file is empty", None),
        ("\ufeff".encode(), "the file is empty", None),
        ("年: 1\n姓名: 张三".encode("gbk"), "not in UTF-8, looks like GBK", (1, 1)),
        ("id: 1\n姓名: 张三".encode("gbk"), "not in UTF-8, looks like GBK", (2, 1)),
        ("姓名: 张三".encode("utf-16"), "not in UTF-8, looks like UTF-16", None),
        ("name: x".encode("utf-16-le"), "not in UTF-8, looks like UTF-16", None),
        (b"a: \xff\xff\xff", "not in UTF-8", (1, 4)),
        pytest.param(b"x" * (MOST_BYTES + 1), "larger than 5 MB", None, id="large"),
        (b"a: b\x00c", "control character", (1, 5)),
    ],
)
def test_file_is_refused(
    tmp_path: Path, content: bytes, what: str, place: tuple[int, int] | None
) -> None:
    """A file that is no text in UTF-8 is refused with what it looks like."""
    path = tmp_path / "d.yaml"
    path.write_bytes(content)
    problem = file_problem(path)

    assert what in problem.what.en
    assert (problem.line, problem.column) == (place or (None, None))


def test_encoding_is_mended_by_saving(tmp_path: Path) -> None:
    """Who saved in another encoding is told to save as UTF-8."""
    path = tmp_path / "d.yaml"
    path.write_bytes("姓名: 张三".encode("gbk"))

    assert "可填：另存为 UTF-8" in file_problem(path).in_language("zh")


def test_missing_file_and_directory(tmp_path: Path) -> None:
    """What is not there, or is no file, is said to be so."""
    file = tmp_path / "a.yaml"
    file.write_text("a: 1", encoding="utf-8")

    assert file_problem(tmp_path / "b.yaml").what.en == "no such file"
    assert file_problem(file / "b.yaml").what.en == "no such file"
    assert "directory" in file_problem(tmp_path).what.en
    assert "cannot be read" in file_problem(tmp_path / ("x" * 300 + ".yaml")).what.en


def test_pipe_is_refused(tmp_path: Path) -> None:
    """A pipe is not waited for."""
    path = tmp_path / "d.yaml"
    os.mkfifo(path)

    assert "not a regular file" in file_problem(path).what.en


@pytest.mark.parametrize(
    ("name", "value", "nearest"),
    [
        ("d.yam", ".yam", ".yaml"),
        ("d.jsn", ".jsn", ".json"),
        ("d.xlsx", ".xlsx", None),
        ("dossier", "dossier", None),
    ],
)
def test_suffix_is_refused(tmp_path: Path, name: str, value: str, nearest: str | None) -> None:
    """Another kind of file is refused with the three kinds and the nearest one."""
    path = tmp_path / name
    path.write_text("a: 1", encoding="utf-8")
    problem = file_problem(path)

    assert (problem.value, problem.nearest) == (value, nearest)
    assert problem.accepted is not None
    assert problem.accepted.en == ".yaml, .yml, .json"


@pytest.mark.parametrize(
    ("text", "what", "place", "value"),
    [
        ("# 只有注释\n", "nothing but comments", (1, 1), None),
        ("---\n", "nothing but comments", (1, 1), None),
        ("- a", "must be a mapping", (1, 1), None),
        ("张三", "must be a mapping", (1, 1), "张三"),
        ("a: 1\nb: \x1b[31m", "control character", (2, 4), "U+001B"),
        ("a: x\u2028y", "control character", (1, 5), "U+2028"),
        ("a: \ud800", "lone surrogate", (1, 4), "U+D800"),
        ('a: "\\0"', "control character", (1, 4), "U+0000"),
        ('a: "\\ud83d"', "lone surrogate", (1, 4), "U+D83D"),
        ('"\\ud83d": a', "lone surrogate", (1, 1), "U+D83D"),
        ("a:\n\tb: 1", "indented with a tab", (2, 1), None),
        ("a:\n  \tb: 1", "indented with a tab", (2, 3), None),
        ("a: 1\nb: 2\na: 3", "lines 1 and 3", (3, 1), "a"),
        ("Ａ: 1\nA: 2", "lines 1 and 2", (2, 1), "A"),
        ("a: &x 1\nb: *x", "aliases", (1, 4), "&x"),
        ("a: *x", "aliases", (1, 4), "*x"),
        ("a: &a [*a]", "aliases", (1, 4), "&a"),
        ("a: * 重要", "aliases", (1, 5), "a: * 重要"),
        ("<<: {a: 1}", "merge keys", (1, 1), "<<"),
        ("a: !!python/object/apply:os.system [ls]", "tags", (1, 4), None),
        ("a: !x 1", "tags", (1, 4), "!x"),
        ("a: ! 1", "tags", (1, 4), "!"),
        ("a: !e!x 1", "tags", (1, 4), "a: !e!x 1"),
        ("a: !重要", "tags", (1, 5), "a: !重要"),
        ("a: {", "no value", (1, 5), "a: {"),
        ('a: "\\u12"', "backslash", (1, 7), None),
        ("a: 1\n---\nb: 2", "several documents", (2, 1), None),
        ("? [1, 2]\n: 3", "a name must be text", (1, 3), None),
        (": x", "a name must be text", (1, 1), None),
        pytest.param("a: " + "[" * 5000, "deeper than 20", (1, 23), None, id="deep"),
        ('a: 1\nb: "x', "quotation mark", (2, 4), 'b: "x'),
        ("a: [1, 2", "bracket", (1, 9), "a: [1, 2"),
        ('a: "\\q"', "backslash", (1, 6), 'a: "\\q"'),
        ("a: @x", "cannot begin like this", (1, 4), "a: @x"),
        ("a: b: c", "no colon is possible", (1, 5), "a: b: c"),
        ("a: 1\n  b: 2", "no colon is possible", (2, 4), "b: 2"),
        ("a: 1\n 姓名\nb: 1\n姓名\nc: 1", "no colon after the name", (4, 1), "姓名"),
        ("a: - b", "must begin a line", (1, 4), "a: - b"),
        ('a: "x"y', "after a quote", (1, 7), 'a: "x"y'),
        ("%YAML 2.0\n---\na: 1", "not valid YAML", (1, 1), "%YAML 2.0"),
        ('a: "\\U00110000"', "cannot be read", (1, 1), None),
    ],
)
def test_yaml_is_refused(text: str, what: str, place: tuple[int, int], value: str | None) -> None:
    """What is wrong, or what no dossier needs, is refused with place and value."""
    problem = problem_of(text)

    assert what in problem.what.en
    assert problem.what.zh
    assert problem.source == "d.yaml"
    assert (problem.line, problem.column) == place
    assert value is None or problem.value == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("姓名：张三", (1, 3)),
        ("姓名：张三\n性别: 男", (1, 3)),
        ("姓名：张三\n学历：博士\n性别: 男", (1, 3)),
        ("性别: 男\n姓名：张三\n年: 1", (2, 3)),
        ("论文:\n  - 题名: 甲\n    级别：EI\n    年: 1", (3, 7)),
        ("论文:\n  - 题名：甲\n    级别：EI", (2, 7)),
        ("题名: 甲\n  级别：EI", (2, 5)),
        ("{姓名：张三}", (1, 4)),
        ("姓名：张三: 1", (1, 3)),
    ],
)
def test_full_width_colon(text: str, place: tuple[int, int]) -> None:
    """A full-width colon after a name is found on its own line, not where YAML stumbles."""
    problem = problem_of(text)

    assert "a full-width colon" in problem.what.en
    assert (problem.line, problem.column) == place
    assert problem.value == text.split("\n")[place[0] - 1].strip()
    assert "姓名: 张三" in problem.in_language("zh")


@pytest.mark.parametrize("text", ["姓名:张三", "姓名:张三\n性别: 男", "#\n\n姓名:张三\n\n性别: 男"])
def test_no_blank_after_the_colon(text: str) -> None:
    """A colon without a blank after it is found likewise."""
    problem = problem_of(text)

    assert problem.what.en == "no blank after the colon"
    assert problem.value == "姓名:张三"


@pytest.mark.parametrize(
    "text", ["题名: 调度：方法", "题名:\n  调度：方法", '"题：名": "a\n 调度：b"']
)
def test_full_width_colon_in_text(text: str) -> None:
    """Inside a value a full-width colon is a sign like any other."""

    assert "：" in str(read_text(text, "d.yaml").data)


@pytest.mark.parametrize(
    ("text", "what", "place", "value"),
    [
        ('{"a": 1,\n "a": 2}', "lines 1 and 2", (2, 2), "a"),
        ('{"a": NaN}', "not a number", (1, 7), "NaN"),
        ('{"a": [-Infinity]}', "not a number", (1, 8), "-Infinity"),
        ('{"a": 1,}', "after the last item", (1, 9), '{"a": 1,}'),
        ('{"a": [1,]}', "after the last item", (1, 10), '{"a": [1,]}'),
        ("{a: 1}", "a name in double quotes", (1, 2), "{a: 1}"),
        ('{"a" 1}', "a colon is missing", (1, 6), '{"a" 1}'),
        ('{"a"：1}', "a colon is missing", (1, 5), '{"a"：1}'),
        ('{"a": 1', "comma is missing or a bracket", (1, 8), '{"a": 1'),
        ('{"a": "x', "quotation mark", (1, 7), '{"a": "x'),
        ('{"a": "x\ty"}', "between quotes", (1, 9), '{"a": "x\\ty"}'),
        ('{"a": "\\q"}', "backslash", (1, 8), '{"a": "\\q"}'),
        ('{"a": 1} x', "follows the end", (1, 10), '{"a": 1} x'),
        ('{"a": "\\ud83d"}', "lone surrogate", (1, 7), "U+D83D"),
        ('{"a": "\\u0000"}', "control character", (1, 7), "U+0000"),
        ('{"": 1}', "a name must be text", (1, 2), None),
        ("[]", "must be a mapping", (1, 1), None),
        ("null", "must be a mapping", (1, 1), None),
        ('"姓名：张三"', "must be a mapping", (1, 1), "姓名：张三"),
        pytest.param('{"a":' + "[" * 100_000, "deeper than 20", (1, 25), None, id="deep"),
    ],
)
def test_json_is_refused(text: str, what: str, place: tuple[int, int], value: str | None) -> None:
    """What is not JSON, or says one thing twice, is refused with place and value."""
    problem = problem_of(text, "d.json")

    assert what in problem.what.en
    assert problem.what.zh
    assert (problem.line, problem.column) == place
    assert value is None or problem.value == value


def test_most_values() -> None:
    """More values than any dossier has are refused where they become too many."""
    problem = problem_of('{"a": [' + "1," * MOST_VALUES + "1]}", "d.json")

    assert problem.what.en == "more than 200000 values"
    assert problem.line == 1


def test_deepest_is_allowed() -> None:
    """Twenty levels are read, twenty-one are not."""
    lists = DEEPEST - 1

    assert read_text("a: " + "[" * lists + "]" * lists, "d.yaml").data
    assert "deeper" in problem_of("a: " + "[" * DEEPEST + "]" * DEEPEST).what.en


def test_shown_value_is_short_and_printable() -> None:
    """A long or unprintable value does not flood the terminal."""
    shown = problem_of('"' + "x" * 500 + '"').value
    turned = problem_of("\u202ex").value

    assert shown == "x" * 40 + "…"
    assert turned == "\\u202ex"


texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20).filter(
    lambda text: not set(text) & set("\ufeff\ufffe\uffff")
)
names = st.text("甲乙丙abc：#-&*!\"' ", min_size=1, max_size=8).filter(str.strip)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=20,
)


def as_text(value: object) -> object:
    """Return *value* with every scalar but None as JSON writes it."""
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)


@given(
    data=st.dictionaries(names, values),
    ascii_only=st.booleans(),
    indent=st.none() | st.integers(0, 3),
)
def test_json_reads_back(*, data: dict[str, object], ascii_only: bool, indent: int | None) -> None:
    """Whatever is written as JSON is read as the same data, and each value begins at its place."""
    text = json.dumps(data, ensure_ascii=ascii_only, indent=indent)
    document = read_text(text, "d.json")
    lines = text.split("\n")

    assert document.data == as_text(data)
    for path, (line, column) in document.key_places.items():
        written = json.dumps(path[-1], ensure_ascii=ascii_only)
        assert lines[line - 1].startswith(written, column - 1)
        assert path in document.places


@given(st.dictionaries(st.text("甲乙丙丁", min_size=1), st.lists(st.text("abc", min_size=1))))
def test_yaml_and_json_agree(data: dict[str, list[str]]) -> None:
    """The same dossier in YAML and in JSON is the same data."""
    text = "".join(
        f"{name}:\n" + "".join(f"  - {item}\n" for item in items) if items else f"{name}: []\n"
        for name, items in data.items()
    )

    assert read_text(text or "{}", "d.yaml").data == read_text(json.dumps(data), "d.json").data


@given(
    st.text() | st.text("a甲：: \n-'\"[]{}&*!|>%@#?,\\~<\t0", max_size=40),
    st.sampled_from(["d.yaml", "d.json"]),
)
def test_any_text_is_read_or_refused(text: str, source: str) -> None:
    """No text whatever leads to another error; a refusal is one problem in both languages."""
    try:
        document = read_text(text, source)
    except InputError as error:
        (problem,) = error.problems

        assert problem.source == source
        assert problem.what.zh
        assert problem.what.en
        assert "\n" not in problem.in_language("zh")
        return

    assert set(document.key_places) <= set(document.places)
