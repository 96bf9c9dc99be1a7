"""The kinds of finding, by code. A code is never used again for something else."""

from typing import Final

from reasoner.errors import Text
from reasoner.policy.finding import Kind, Severity


def _kind(code: str, severity: Severity, title: tuple[str, str], why: tuple[str, str]) -> Kind:
    return Kind(code, severity, Text(*title), Text(*why))


GAP: Final = _kind(
    "ZC101",
    "error",
    ("分类表有缺档", "a gap in a table"),
    (
        "表中其他等级按这一指标给出了下限，中间的一级没有，按这一指标就到不了该级。",
        "Other classes have a lower limit by this measure, one between them has none, so it cannot be reached by it.",
    ),
)
OUT_OF_ORDER: Final = _kind(
    "ZC102",
    "error",
    ("分类表的界限倒置或重叠", "limits of a table overlap or are out of order"),
    (
        "高一级的下限不高于低一级，同一数值归两级，低一级的这一行永远用不上。",
        "The limit of a higher class is no higher than that of a lower one: both claim the same value.",
    ),
)
CLAIMED_TWICE: Final = _kind(
    "ZC103",
    "error",
    ("同一取值归入两级", "a value that two classes claim"),
    (
        "同一取值在表中归入两个等级，归哪一级要看怎么读。",
        "The table puts the same value into two classes.",
    ),
)
NEVER_REACHED: Final = _kind(
    "ZC104",
    "error",
    ("分类表中没有内容的一级", "a class that nothing reaches"),
    (
        "表中列了这一级，但没有任何标准归入该级。",
        "The table names a class and nothing that belongs to it.",
    ),
)
CASE_WITHOUT_LIMITS: Final = _kind(
    "ZC105",
    "warning",
    ("分类表没有覆盖的情形", "a case for which a table has no limits"),
    (
        "表按情形（如行业）分别规定界限，这一情形没有规定，属于这一情形的无从分级。",
        "The table has limits by case, such as the industry, and none for this one.",
    ),
)
STEP_WITHOUT_CLASS: Final = _kind(
    "ZC106",
    "warning",
    ("序列中间的取值没有归级", "a step between two others without a class"),
    (
        "同一序列前后的取值都归了级，中间这一档没有归级。",
        "The steps before and after it have a class, this one has none.",
    ),
)
WORSE_OFF: Final = _kind(
    "ZC201",
    "error",
    ("更好反而不符合", "the better is worse off"),
    (
        "两份材料只差一处，较好的一份反而不符合。",
        "Of two dossiers that differ in one point alone, the better one does not qualify.",
    ),
)
DEAD: Final = _kind(
    "ZC301",
    "error",
    ("无人能够符合的条款", "a clause that nobody can meet"),
    (
        "把定义、期限、一般要求都算进去，没有任何成果能够符合。",
        "With definitions, windows and general conditions taken in, no record can meet it.",
    ),
)
COVERED: Final = _kind(
    "ZC302",
    "warning",
    ("被同一项另一情形完全覆盖", "an alternative that another one covers"),
    (
        "凡符合这一情形的，必然符合同一项的另一情形，写与不写没有区别。",
        "Whatever meets it also meets another alternative of the same item, so it changes nothing.",
    ),
)
QUOTA_OUT_OF_REACH: Final = _kind(
    "ZC303",
    "error",
    ("达不到的数量要求", "a quota that cannot be reached"),
    ("要求具备的项数多于能够符合的项数。", "More parts are asked for than can be met."),
)
QUOTA_OF_NOTHING: Final = _kind(
    "ZC304",
    "warning",
    ("不起作用的数量要求", "a quota that cannot fail"),
    ("要求的项数为零，人人符合。", "It asks for none of its parts, so everybody meets it."),
)
EVERYBODY_MEETS: Final = _kind(
    "ZC305",
    "warning",
    ("人人符合的条款", "a clause that everybody meets"),
    (
        "不论材料如何都符合，写与不写没有区别；其他情形因此也不起作用。",
        "It is met whatever a dossier tells, so it changes nothing, and makes its alternatives idle.",
    ),
)
DOOR_WITHOUT_ITEM: Final = _kind(
    "ZC401",
    "warning",
    ("标志性成果在业绩中没有同类项", "a landmark without a performance item of its kind"),
    (
        "这一成果可以直接申报，却不能充抵业绩条件中的任何一项。",
        "The achievement opens the way in, and fills no item of the performance conditions.",
    ),
)
DOOR_MISSES_ITEM: Final = _kind(
    "ZC402",
    "note",
    ("标志性成果不当然符合业绩同类项", "a landmark that need not fill an item of its kind"),
    (
        "这一成果可以直接申报，但有的情形不符合业绩条件中同类成果的任何一项。",
        "Some achievements that open the way in fill no item of the performance conditions of their kind.",
    ),
)
CHIEF_ONLY: Final = _kind(
    "ZC501",
    "warning",
    ("正高级算而高级不算", "counts for chief and not for senior"),
    (
        "同一成果可作正高级的业绩，却不能作高级的业绩。",
        "An achievement counts for the higher title and not for the lower one.",
    ),
)
SHORTER_ROUTE: Final = _kind(
    "ZC502",
    "warning",
    ("正高级的路径比高级的短", "a route that is shorter for the higher title"),
    (
        "有人可由这一路径申报正高级，却没有任何路径可以申报高级。",
        "Somebody has this way in to the higher title, and none to the lower one.",
    ),
)
TERM_NOT_USED: Final = _kind(
    "ZC601",
    "warning",
    ("定义了没有使用的术语", "a term that is defined and not used"),
    (
        "定义只占篇幅，或者本应使用它的条款漏用了。",
        "It decides nothing, or the clause that should use it does not.",
    ),
)
TERM_NOT_DEFINED: Final = _kind(
    "ZC602",
    "error",
    ("使用了没有定义的术语", "a term that is used and not defined"),
    ("条款用了这个词，却没有任何定义。", "A clause uses the word, and nothing defines it."),
)
DEFINED_DIFFERENTLY: Final = _kind(
    "ZC603",
    "warning",
    ("同一术语各专业定义不同", "a term that specialties define differently"),
    (
        "同一名称在不同专业含义不同，申报人容易误解。",
        "The same name means different things in different specialties.",
    ),
)
NO_ORDER: Final = _kind(
    "ZC604",
    "error",
    ("比较高低却没有次序", "a comparison without an order"),
    (
        "条款要求“不低于”，但这个取值没有排过次序，这项要求没有谁能符合。",
        "A clause compares with a step that no scale has, so nothing can pass the test.",
    ),
)
NO_VALUE: Final = _kind(
    "ZC605",
    "warning",
    ("参数没有数值", "a parameter without a value"),
    (
        "条款取决于一个没有公布的数值，结论只能是未定。",
        "A clause depends on a number that has not been set.",
    ),
)
OPEN_LIST: Final = _kind(
    "ZC606",
    "note",
    ("列举未尽", "a list that is left open"),
    (
        "列举以“等”结尾，清单之外的要由专家认定。",
        "The list ends in “and so on”; what it does not name needs an expert.",
    ),
)
EXPERTS_DECIDE: Final = _kind(
    "ZC607",
    "note",
    ("由专家认定", "an expert decides"),
    (
        "没有客观标准，要由专家认定后才有结论。",
        "There is no objective standard; only an expert's word decides.",
    ),
)
MISSING_TEST: Final = _kind(
    "ZC608",
    "note",
    ("同类条款有而此处没有的要求", "what sibling clauses ask and this one does not"),
    (
        "其他专业同类成果都有这一要求，这里没有写。",
        "All other specialties ask this of achievements of the kind, this one does not.",
    ),
)
NEAR_NAMES: Final = _kind(
    "ZC609",
    "warning",
    ("名称相近的两个词", "two names that are almost alike"),
    (
        "两个术语（属性）名称几乎相同而含义不同，容易写错、读错。",
        "Two terms or attributes are named almost alike and mean different things: easily mistaken.",
    ),
)
MISSING_BESIDE_OTHERS: Final = _kind(
    "ZC610",
    "note",
    ("同条同类各项都有而此处没有的要求", "what the clauses beside it ask and this one does not"),
    (
        "同一条里同类成果的其他各项都写了数量、排名、年限或状态，这一项没有写，也没有写别的代替，级别或等级也不比它们高。",
        "All else on the kind asks for a number, rank, duration or state; this asks neither for that nor for more.",
    ),
)
LONGER_THAN_WINDOW: Final = _kind(
    "ZC701",
    "error",
    ("年限长于期限", "a duration longer than its window"),
    (
        "要求的年数长于计算年数的期限，没有人能够符合。",
        "More years are asked for than the window holds.",
    ),
)
WINDOW_WITHOUT_END: Final = _kind(
    "ZC702",
    "error",
    ("期限没有起点或终点", "a window without a beginning or an end"),
    ("期限缺起点或截止日，无从计算。", "Without a beginning or a last day it cannot be applied."),
)
CLOCKS_DIFFER: Final = _kind(
    "ZC703",
    "note",
    ("同一轨道有不同的截止日", "one track has different cut-off days"),
    (
        "任职年限与业绩成果截止的日期不同，容易算错。",
        "Tenure and achievements are counted to different days.",
    ),
)
NO_WINDOW: Final = _kind(
    "ZC704",
    "warning",
    ("成果没有期限", "an achievement without a window"),
    (
        "同一条的其他成果都有期限，这一项没有。",
        "All other achievements of the article have a window, this one has none.",
    ),
)
MAXIMUM_TOO_HIGH: Final = _kind(
    "ZC801",
    "warning",
    ("上限高于所属上限", "a maximum above that of what it lies in"),
    (
        "下一层的最高分值高于上一层的，高出的部分永远计不进去。",
        "A part may have more points than the whole that it lies in; what exceeds never counts.",
    ),
)
MAXIMUM_OUT_OF_REACH: Final = _kind(
    "ZC802",
    "warning",
    ("达不到的上限", "a maximum that cannot be reached"),
    (
        "各部分最高分值之和低于整体的最高分值。",
        "The maxima of the parts add up to less than that of the whole.",
    ),
)
ROW_WITHOUT_POINTS: Final = _kind(
    "ZC803",
    "error",
    ("永远加不了分的一行", "a row that can never add a point"),
    (
        "没有成果能归入这一行，或归入也不得分，或总是先归入更高的一行。",
        "No record can stand in it, or it is worth nothing, or a higher row always takes the record.",
    ),
)
ROW_ABOVE_MAXIMUM: Final = _kind(
    "ZC804",
    "warning",
    ("一行的分值高于上限", "a row worth more than the maximum"),
    (
        "一项成果的分值已高于所在部分的最高分值，这一分值从来得不到。",
        "One record alone is worth more than the maximum of the part, so nobody ever gets it.",
    ),
)
EQUAL_POINTS: Final = _kind(
    "ZC805",
    "note",
    ("高低不同而同分", "equal points for unequal achievements"),
    (
        "同类成果，要求较高的一行与要求较低的一行分值相同。",
        "Of two rows of a kind, one asks for more, and both are worth the same.",
    ),
)
ROWS_OUT_OF_ORDER: Final = _kind(
    "ZC806",
    "error",
    ("较高的成果得分较低", "a higher achievement gets fewer points"),
    (
        "同类成果，要求较高的一行得分反而低于要求较低的一行。",
        "Of two rows of a kind, the one that asks for more gives less.",
    ),
)
COEFFICIENTS_DIFFER: Final = _kind(
    "ZC807",
    "note",
    ("各专业系数不同", "coefficients that differ between tables"),
    (
        "同类成果或同一排名，各专业赋分表的系数不同，或有的乘系数、有的不乘。",
        "For the same kind of record or the same rank, the tables of the specialties multiply differently.",
    ),
)
DEPENDS_ON_READING: Final = _kind(
    "ZC901",
    "warning",
    ("结论取决于读法", "the answer depends on how it is read"),
    (
        "同一材料，按一种读法符合，按另一种读法不符合。",
        "By one reading a dossier meets the clause, by another it does not.",
    ),
)

KINDS: Final = {
    kind.code: kind
    for kind in (
        GAP,
        OUT_OF_ORDER,
        CLAIMED_TWICE,
        NEVER_REACHED,
        CASE_WITHOUT_LIMITS,
        STEP_WITHOUT_CLASS,
        WORSE_OFF,
        DEAD,
        COVERED,
        QUOTA_OUT_OF_REACH,
        QUOTA_OF_NOTHING,
        EVERYBODY_MEETS,
        DOOR_WITHOUT_ITEM,
        DOOR_MISSES_ITEM,
        CHIEF_ONLY,
        SHORTER_ROUTE,
        TERM_NOT_USED,
        TERM_NOT_DEFINED,
        DEFINED_DIFFERENTLY,
        NO_ORDER,
        NO_VALUE,
        OPEN_LIST,
        EXPERTS_DECIDE,
        MISSING_TEST,
        NEAR_NAMES,
        LONGER_THAN_WINDOW,
        WINDOW_WITHOUT_END,
        CLOCKS_DIFFER,
        NO_WINDOW,
        MAXIMUM_TOO_HIGH,
        MAXIMUM_OUT_OF_REACH,
        ROW_WITHOUT_POINTS,
        ROW_ABOVE_MAXIMUM,
        EQUAL_POINTS,
        ROWS_OUT_OF_ORDER,
        COEFFICIENTS_DIFFER,
        DEPENDS_ON_READING,
    )
}
