"""``zhicheng synth``: a made-up population of plausible candidates."""

from pathlib import Path

import click

from reasoner.assess import prepare
from reasoner.cli.options import language_option, track_option
from reasoner.cli.output import write_text
from reasoner.cli.progress import progress
from reasoner.errors import Language
from reasoner.policy.population import MIXED, population, profiles


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "synth",
        help="生成虚构而合理的申报人群，每行一份 JSON 材料；同一种子生成的字节相同。"
        if zh
        else "Make up a plausible population, one dossier in JSON a line; the same bytes for the same seed.",
    )
    @click.option(
        "--n",
        "count",
        type=click.IntRange(min=1),
        default=100,
        show_default=True,
        help="人数。" if zh else "How many candidates.",
    )
    @click.option(
        "--seed",
        type=int,
        default=1,
        show_default=True,
        help="随机种子。" if zh else "The seed of chance.",
    )
    @click.option(
        "--profile",
        type=click.Choice(profiles()),
        default=MIXED,
        show_default=True,
        help="人群。" if zh else "What kind of population.",
    )
    @click.option(
        "--out",
        type=click.Path(path_type=Path),
        help="写入这一文件（.jsonl），不写则输出到标准输出。"
        if zh
        else "Write to this file (.jsonl) instead of standard output.",
    )
    @track_option(language)
    @language_option(language)
    def synth(*, count: int, seed: int, profile: str, out: Path | None, track: str) -> int:
        setting, found = prepare(track)
        lines = population(count, seed, setting, found.id, profile)
        with progress(lines, count, language) as counted:
            if out is None:
                for line in counted:
                    click.echo(line)
            else:
                write_text("".join(f"{line}\n" for line in counted), out)
        return 0

    return synth
