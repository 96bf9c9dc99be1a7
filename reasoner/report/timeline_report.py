"""From when to when, as an outline with a chart."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from reasoner.model.timeline import Span, Timeline, Turn, Turned
from reasoner.report.markup import Html, tag, text
from reasoner.report.outline import Block, Entry, Outline
from reasoner.report.question_wording import QuestionWording
from reasoner.report.words import ADVICE, STATUS_OF

_WIDTH, _HEIGHT, _LABEL = 960, 34, 14
_FILLS = {"eligible": "#1a6b3a", "ineligible": "#c9cfd6", "undetermined": "#d9a441"}


def timeline_outline(found: Timeline, words: QuestionWording) -> Outline:
    """Return the spans, the days on which something changes, and the reviews of coming years."""
    spans = tuple(_span(one, words) for one in found.spans)
    turns = tuple(_turn(one, words) for one in found.turns)
    rounds = tuple(
        Entry(
            words.pick(
                f"{one.year} 年度（业绩截止 {one.achievements_until}，任职截止 {one.tenure_until}）：",
                f"{one.year} (achievements until {one.achievements_until}, tenure until {one.tenure_until}): ",
            )
            + words.verdict(one.verdict)
            + _held(one.routes, words),
            STATUS_OF[one.verdict],
        )
        for one in found.rounds
    )
    nothing = (Entry(words.pick("没有变化", "nothing changes")),)
    return Outline(
        words.title(found.candidate, found.track, words.say(found.track_label)),
        _result(found, words),
        (
            Block(words.pick("从何时到何时", "From when to when"), spans, chart(found, words)),
            Block(
                words.pick("哪一天变、因为哪一条", "On which day, by which clause"),
                turns or nothing,
            ),
            Block(words.pick("以后各年度的评审", "The reviews of coming years"), rounds),
            Block(words.pick("假定", "Assumed"), tuple(_assumed(found, words))),
        ),
        (*words.limits(found.stopped, score_kept=found.score_kept), words.say(ADVICE)),
    )


def timelines_outline(found: Sequence[Timeline], words: Mapping[str, QuestionWording]) -> Outline:
    """Return the tracks side by side: the spans of each, and the days on which its verdict changes."""
    first = words[found[0].track]
    blocks = []
    for one in found:
        own = words[one.track]
        result = _result(one, own)
        turns = tuple(_turn(turn, own) for turn in one.turns if turn.before != turn.after)
        name = f"{own.say(one.track_label)}{own.bracketed(one.track)}"
        entries = (result, *(_span(span, own) for span in one.spans), *turns)
        blocks.append(Block(name, entries, chart(one, own)))
    stopped = next((one.stopped for one in found if one.stopped), None)
    return Outline(
        first.person(found[0].candidate),
        Entry(first.pick("各轨道从何时到何时符合", "From when to when, on each track")),
        (
            *blocks,
            Block(first.pick("假定", "Assumed"), tuple(_assumed(found[0], first))),
        ),
        (
            *first.limits(stopped, score_kept=any(one.score_kept for one in found)),
            first.say(ADVICE),
        ),
    )


def _result(found: Timeline, words: QuestionWording) -> Entry:
    """Return the first stretch of time in which the candidate qualifies."""
    eligible = [span for span in found.spans if span.verdict == "eligible"]
    if not eligible:
        told = words.pick(
            f"{found.first} 至 {found.last} 之间没有符合的时候",
            f"at no time between {found.first} and {found.last}",
        )
        return Entry(told, STATUS_OF[found.spans[0].verdict])
    first = eligible[0].first
    last = next(
        (
            one.last
            for one, other in zip(eligible, [*eligible[1:], None], strict=True)
            if other is None or one.last is None or not _follows(one.last, other.first)
        ),
        None,
    )
    begin = words.pick(f"自 {first} 起符合", f"qualifies from {first}")
    if last is None:
        return Entry(begin, "met")
    end = words.pick(f"，至 {last}", f" until {last}")
    return Entry(begin + end + _why_it_ends(last, found, words), "met")


def _why_it_ends(last: str, found: Timeline, words: QuestionWording) -> str:
    """Return the first record that no longer counts on the day after *last*, where it is for a record."""
    after = str(date.fromisoformat(last) + timedelta(days=1))
    records = [record for turn in found.turns if turn.day == after for record in turn.records]
    gone = next((one for one in records if one.what == "ends"), None) or next(iter(records), None)
    if gone is None or gone.what == "begins":
        return ""
    told = _turned(gone, words).text
    return words.pick(f"；此后{told}", f"; then {told}")


def _follows(last: str, first: str) -> bool:
    return (date.fromisoformat(first) - date.fromisoformat(last)).days == 1


def _span(one: Span, words: QuestionWording) -> Entry:
    until = words.pick("以后", "on") if one.last is None else one.last
    when = (
        words.pick(f"{one.first} 起", f"from {one.first} {until}")
        if one.last is None
        else words.pick(f"{one.first} 至 {until}", f"{one.first} to {until}")
    )
    told = f"{when}{words.pick('：', ': ')}{words.verdict(one.verdict)}{_held(one.routes, words)}"
    return Entry(told, STATUS_OF[one.verdict])


def _held(routes: tuple[str, ...], words: QuestionWording) -> str:
    return words.bracketed(words.listed([words.cite(route) for route in routes])) if routes else ""


def _turn(one: Turn, words: QuestionWording) -> Entry:
    verdict = words.verdict(one.after)
    told = verdict if one.before == one.after else f"{words.verdict(one.before)} → {verdict}"
    why = tuple(_turned(record, words) for record in one.records)
    return Entry(
        f"{one.day}{words.pick('：', ': ')}{told}",
        STATUS_OF[one.after],
        below=(*words.changes(one.clauses), *why),
    )


def _turned(one: Turned, words: QuestionWording) -> Entry:
    what = {
        "begins": words.pick("开始计入", "begins to count for"),
        "ends": words.pick("不再计入", "no longer counts for"),
        "opens": words.pick("是否计入待定", "may or may not count for"),
    }[one.what]
    return Entry(f"{words.record(one.record)} {what} {words.cite(one.clause)}", code=one.clause)


def _assumed(found: Timeline, words: QuestionWording) -> Iterator[Entry]:
    yield Entry(
        words.pick(
            "除时间外一切不变；至今的任职和工作一直继续",
            "nothing changes but time; what is going on goes on",
        )
    )
    yield Entry(
        words.pick(
            "某日符合：业绩截止日和任职截止日都定在这一天",
            "qualifying on a day: both cut-offs are on that day",
        )
    )
    yield Entry(
        words.pick(
            "以后各年度的截止日按本年度通知顺延整年；考核和继续教育年度按本年度通知看待",
            "in coming years the cut-offs are those of this notice, whole years later; "
            "the years of assessments and of continuing education are as in this notice",
        )
    )
    yield Entry(words.pick("参数：", "Notice: ") + words.notice(found.notice))


def chart(found: Timeline, words: QuestionWording) -> Html:
    """Return the spans as a bar along the years."""
    first, last = (date.fromisoformat(day).toordinal() for day in (found.first, found.last))

    def place(day: int) -> float:
        return round(_WIDTH * (day - first) / max(last - first, 1), 1)

    pieces = []
    for span in found.spans:
        begin = date.fromisoformat(span.first).toordinal()
        end = last if span.last is None else date.fromisoformat(span.last).toordinal() + 1
        told = f"{span.first} – {span.last or ''} {words.verdict(span.verdict)}"
        bar = tag(
            "rect",
            tag("title", text(told)),
            x=str(place(begin)),
            y="0",
            width=str(round(max(place(end) - place(begin), 1.0), 1)),
            height=str(_HEIGHT),
            fill=_FILLS[span.verdict],
        )
        pieces.append(bar)
    for year in range(
        date.fromisoformat(found.first).year + 1, date.fromisoformat(found.last).year + 1
    ):
        x = str(place(date(year, 1, 1).toordinal()))
        pieces.append(
            tag("line", x1=x, x2=x, y1="0", y2=str(_HEIGHT + 4), stroke="#56606e", stroke_width="1")
        )
        label = tag(
            "text",
            text(str(year)),
            x=x,
            y=str(_HEIGHT + _LABEL + 2),
            font_size="11",
            text_anchor="middle",
        )
        pieces.append(label)
    return tag(
        "svg",
        tag("title", text(words.pick("时间轴", "Timeline"))),
        *pieces,
        role="img",
        viewBox=f"0 -2 {_WIDTH} {_HEIGHT + _LABEL + 8}",
        width="100%",
    )
