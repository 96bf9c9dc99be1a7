"""Build the wheel and try it as a user would, far from the checkout and without the network.

Run by `make test`. The wheel is built from the source distribution, so that one is tried too.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "iot_degree_path.yaml"
RULE_FILE = "reasoner/asp/core/verdict.lp"


def main() -> None:
    """Build, install and run; end with an error at the first thing that is wrong."""
    with tempfile.TemporaryDirectory(prefix="check-wheel-") as name:
        folder = Path(name)
        wheel = build(folder / "dist")
        check_contents(wheel)
        scripts = install(wheel, folder / "venv")
        check_runs(scripts, folder, number=wheel.name.split("-")[1])
    print(f"{wheel.name}: built, installed and run")


def build(destination: Path) -> Path:
    """Build source distribution and wheel with the installed backend; return the wheel."""
    run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(destination), str(ROOT)],
        cwd=destination.parent,
    )
    wheels = list(destination.glob("*.whl"))
    require(len(wheels) == 1, f"expected one wheel, got {[wheel.name for wheel in wheels]}")
    return wheels[0]


def check_contents(wheel: Path) -> None:
    """Require that the wheel holds the package with every file of the rules, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    require(RULE_FILE in names, f"{wheel.name} lacks {RULE_FILE}")
    rules = {
        f"reasoner/{path.relative_to(ROOT).as_posix()}"
        for path in ROOT.glob("asp/**/*")
        if path.is_file()
    }
    require(rules <= names, f"{wheel.name} lacks {sorted(rules - names)}")
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    require(tops == {"reasoner"}, f"{wheel.name} installs {sorted(tops)}, not only reasoner")


def install(wheel: Path, environment: Path) -> Path:
    """Install *wheel* into a new *environment* that borrows our dependencies; return its scripts.

    A `.pth` file lends the dependencies: Python does not follow the `.pth` files of the folder so
    added, hence the editable install of the checkout is not lent along.
    """
    builder = venv.EnvBuilder(symlinks=os.name != "nt")
    builder.create(environment)
    context = builder.ensure_directories(environment)
    python = context.env_exe
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run(
        [*pip, "--python", python, "install", "--no-index", "--no-deps", str(wheel)],
        cwd=environment,
    )
    site_packages = run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], cwd=environment
    ).strip()
    lent = sysconfig.get_path("purelib")
    Path(site_packages, "dependencies.pth").write_text(f"{lent}\n", encoding="utf-8")
    found = run([python, "-c", "import reasoner; print(reasoner.__file__)"], cwd=environment)
    require(
        Path(found.strip()).resolve().is_relative_to(Path(site_packages).resolve()),
        f"the package is imported from {found.strip()}, not from the installed wheel",
    )
    return Path(context.bin_path)


def check_runs(scripts: Path, folder: Path, number: str) -> None:
    """Run the installed command in an empty folder, on a copy of the example dossier."""
    empty = folder / "empty"
    empty.mkdir()
    dossier = Path(shutil.copy(EXAMPLE, folder))
    command = str(scripts / "zhicheng")
    version = run([command, "--version"], cwd=empty).strip()
    require(number in version, f"--version printed {version!r}, without {number}")
    output = run(
        [command, "assess", str(dossier), "--format", "json", "--exit-zero"],
        cwd=empty,
    )
    verdict = json.loads(output)["verdict"]
    require(verdict == "eligible", f"the verdict on {EXAMPLE.name} is {verdict!r}, not 'eligible'")
    require(not list(empty.iterdir()), "the command left files in the working directory")


def run(command: list[str], cwd: Path) -> str:
    """Run *command* with no trace of the checkout in its environment; return what it printed."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "ZHICHENG_", "VIRTUAL_ENV"))
    } | {"PYTHONUTF8": "1"}
    cwd.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        sys.exit(
            f"check_wheel: {' '.join(command)} ended with {done.returncode}\n"
            f"{done.stdout}{done.stderr}"
        )
    return done.stdout


def require(condition: object, otherwise: str) -> None:
    """End the script with the message *otherwise* unless *condition* holds."""
    if not condition:
        sys.exit(f"check_wheel: {otherwise}")


if __name__ == "__main__":
    main()
