"""Changes to a dossier, as a file or a command line tells them."""

from typing import Literal

from pydantic import Field as Described

from reasoner.model.fields import ShortText
from reasoner.model.notice import CutOff
from reasoner.model.records import Part

CHANGES_FORMAT = "zhicheng.changes/1"


class Changes(Part):
    """What is to be another way: in the dossier, in the cut-offs of the year, in the readings.

    *set* has lines such as ``p3.rank=2``, *add* records such as ``paper{authorship: first_author}``, *drop* ids or
    addresses; first is dropped, then set, then added.
    """

    format: Literal["zhicheng.changes/1"] = Described("zhicheng.changes/1", alias="格式")
    set: tuple[ShortText, ...] = Described((), alias="修改")
    add: tuple[ShortText, ...] = Described((), alias="增加")
    drop: tuple[ShortText, ...] = Described((), alias="去掉")
    as_of: CutOff | None = Described(None, alias="截止日")
    readings: tuple[ShortText, ...] = Described((), alias="读法")
