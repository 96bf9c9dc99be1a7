"""``zhicheng policy check`` and ``explain`` as users call them."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from reasoner.catalog import RuleSet
from reasoner.cli.policy_check import command
from reasoner.errors import InputError, SolverTimeout
from reasoner.policy.apart import check_apart
from reasoner.policy.baseline import read_baseline
from reasoner.policy.check import Checked, check_specialty
from reasoner.policy.kinds_of_finding import KINDS
from tests.rules_with_defects import SPECIALTY, rules_with

DEFECT = 'term("iot.lead", rank, at_most, 1).'


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program in English."""
    command = [sys.executable, "-m", "reasoner.cli", "policy", *arguments, "--lang", "en"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_sound_rules_exit_with_zero(tmp_path: Path) -> None:
    """Where nothing is found the exit code is 0."""
    done = run("check", "--rules", str(rules_with(tmp_path).root))

    assert (done.returncode, done.stdout) == (0, "error 0, warning 0, note 0\n"), done.stderr


def test_accepted_finding_is_not_told_again(tmp_path: Path) -> None:
    """A finding gives exit code 1, and 0 once the baseline that was written accepts it."""
    rules = str(rules_with(tmp_path / "rules", DEFECT).root)
    baseline = tmp_path / "baseline.txt"

    first = run("check", "--rules", rules, "--write-baseline", str(baseline), "--format", "json")
    second = run("check", "--rules", rules, "--baseline", str(baseline))

    assert first.returncode == 1
    assert [one["code"] for one in json.loads(first.stdout)["findings"]] == ["ZC601"]
    assert (second.returncode, second.stdout) == (
        0,
        "error 0, warning 0, note 0; 1 accepted by the baseline\n",
    )


def test_sarif_names_the_clauses(tmp_path: Path) -> None:
    """The interchange format has the code, the level and the clauses of each finding."""
    rules = rules_with(tmp_path, 'open_list("iot.senior.2.2", patent_type, renowned).')

    done = run("check", "--rules", str(rules.root), "--format", "sarif")

    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("ZC606", "note")
    assert result["locations"][0]["logicalLocations"][0]["name"] == "iot.senior.2.2"


def test_severity_leaves_out_what_is_less_grave(tmp_path: Path) -> None:
    """A warning is not told to who asks for errors."""
    rules = rules_with(tmp_path, DEFECT)

    done = run("check", "--rules", str(rules.root), "--severity", "error")

    assert done.returncode == 0, done.stderr


def test_every_code_is_explained() -> None:
    """The list has every code, each with a line on why it matters."""
    done = run("explain")

    assert re.findall(r"^ZC\d{3}", done.stdout, re.MULTILINE) == list(KINDS)


def test_unknown_code_and_track_are_refused() -> None:
    """Bad input gives exit code 2 and the nearest thing that exists."""
    assert run("explain", "ZC999").returncode == 2
    refused = run("check", "--track", "iot.chief")
    assert refused.returncode == 2
    assert "iot.senior" in refused.stderr


def test_baseline_with_a_wrong_line_is_refused(tmp_path: Path) -> None:
    """The message names file, line and value."""
    path = tmp_path / "baseline.txt"
    path.write_text("# known\nZC101 iot iot.t\nwrong line\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"baseline\.txt:3: .*'wrong'"):
        read_baseline(path)


def test_ctrl_c_keeps_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was reached is listed, and what was not is named."""
    rules = rules_with(tmp_path, DEFECT)

    def interrupted(rules: RuleSet, _: Sequence[str]) -> Iterator[Checked]:
        yield check_specialty(rules, SPECIALTY)
        raise KeyboardInterrupt

    monkeypatch.setattr("reasoner.cli.policy_check.check_apart", interrupted)
    done = CliRunner().invoke(command("en"), ["--rules", str(rules.root)], standalone_mode=False)
    assert "ZC601" in done.stdout
    assert "Stopped" in done.stderr

    monkeypatch.setattr("reasoner.cli.policy_check.check_apart", _interrupted_at_once)
    done = CliRunner().invoke(command("en"), ["--rules", str(rules.root)], standalone_mode=False)
    assert "not checked: iot" in done.stdout


def _interrupted_at_once(_: RuleSet, __: Sequence[str]) -> Iterator[Checked]:
    raise KeyboardInterrupt
    yield


def test_checks_that_take_too_long_are_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their processes are killed, and there is no answer."""
    monkeypatch.setattr("reasoner.policy.apart._SECONDS", 0.0)
    with pytest.raises(SolverTimeout):
        list(check_apart(rules_with(tmp_path), [SPECIALTY]))
