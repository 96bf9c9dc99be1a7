"""What it costs to bring something about: the table by which repairs are ordered."""

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic import Field as Described

from reasoner.model.dossier import contradiction
from reasoner.model.fields import Count, ShortText
from reasoner.model.records import Part


def _positive(value: int) -> int:
    if value < 1:
        raise contradiction("", "代价至少为 1", "a cost is at least 1")
    return value


Cost = Annotated[Count, AfterValidator(_positive)]


class Costs(Part):
    """Costs in points that only compare with each other.

    *add* has the cost of a new record by its kind, and *extra* what is added for words that it tells, by
    ``attribute=word``. The others are the cost of settling a fact, of a determination, of bringing something on to its
    next stage, of a better rank, and of waiting for a year, of which there are at most *most_years*.
    """

    format: Literal["zhicheng.costs/1"] = Described("zhicheng.costs/1", alias="格式")
    settle: Cost = Described(alias="补事实")
    determine: Cost = Described(alias="认定")
    advance: Cost = Described(alias="推进")
    rank: Cost = Described(alias="排名")
    wait: Cost = Described(alias="等待")
    most_years: Count = Described(alias="最多等待")
    add: dict[ShortText, Cost] = Described(alias="新增")
    extra: dict[ShortText, Cost] = Described({}, alias="加价")
