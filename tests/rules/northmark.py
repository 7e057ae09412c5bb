"""An invented order, and teachers audited by it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs

from teachtrain.models import (
    CLASS_HOUR,
    CLASS_TEACHER,
    SCHOOL_YEAR,
    TRAINING_CREDIT,
    Certainty,
    Cycle,
    Mode,
    Result,
    Source,
    Span,
    Status,
    Teacher,
    Term,
    Text,
    TrainingRecord,
    Transcript,
    class_hours,
    per,
    training_credits,
)
from teachtrain.rules import (
    CYCLE,
    Account,
    Consequence,
    Policy,
    audit,
    ceiling,
    define,
    each,
    figure,
    group,
    if_,
    nothing,
    pool,
    post,
    presume,
    recognise,
    record,
    require,
    teacher,
    total,
    where,
)

BRIDGE: Final = Term("bridge", "the bridge course", "衔接课程")
ORDER: Final = Source(
    "Northmark Order 12",
    certainty=Certainty.INVENTED,
    title=Text("Northmark Training Order", "诺马克培训令"),
    issued=date(2015, 3, 1),
    addresses=("https://example.org/order?no=12&copy=1", "javascript:alert(1)"),
)
NORTHMARK: Final = Policy(
    id="northmark",
    title=Text("Northmark training rules", "诺马克培训规定"),
    source=ORDER,
    cycle=Cycle.block(years=3, starting=date(2015, 9, 1), assumed="it starts with a school year"),
    accounts=(
        Account("main", TRAINING_CREDIT, title=Text("credits", "学分")),
        Account("h", CLASS_HOUR, title=Text("taught hours", "学时")),
    ),
    presumptions=(presume("mode", record.mode, Mode.ONLINE, article="s. 2"),),
    recognition=(
        nothing(
            "failed",
            where(result=Result.FAILED),
            reason=Text("only a course that was passed counts", "合格方可计入"),
            title=Text("Not passed", "不合格"),
        ),
        recognise("bridge", where(activity=BRIDGE), post("main", training_credits(10, to=15))),
        recognise(
            "course",
            where(activity="course"),
            post("main", record.hours * per(CLASS_HOUR, training_credits(1))),
            post("h", record.hours),
            title=Text("One hour is one credit", "一学时计一学分"),
        ),
    ),
    pools=(
        pool(
            "lump",
            account="h",
            gives=if_(group.total >= class_hours(50), training_credits(5), 0),
            to="main",
            title=Text("Five credits for 50 hours", "满50学时另计5学分"),
        ),
    ),
    ceilings=(
        ceiling(
            "online",
            training_credits(20),
            by=CYCLE,
            of=where(mode=Mode.ONLINE),
            title=Text("At most 20 credits online", "网络研修不超过20学分"),
        ),
        ceiling("all", training_credits(100), by=SCHOOL_YEAR),
    ),
    figures=(define("need", class_hours(12), title=Text("hours that are due", "应修学时")),),
    requirements=(
        require(
            "cycle",
            total() >= training_credits(60),
            title=Text("60 credits in the cycle", "周期60学分"),
            article="s. 4",
            consequence=Consequence("talk", Text("a talk with the head", "校长约谈")),
            note=Text("The order says 'about 60'.", "条文称“约60”。"),
        ),
        require(
            "yearly",
            each(SCHOOL_YEAR, total() >= training_credits(10)),
            title=Text("10 credits in each year", "每年10学分"),
        ),
        require(
            "class-teacher",
            total("h") >= figure("need"),
            applies=teacher.category.is_(CLASS_TEACHER),
            exempt=teacher.local("expert").is_("yes"),
            title=Text("Class teachers: 12 hours", "班主任12学时"),
            source=ORDER.at("s. 7", certainty=Certainty.REPORTED),
        ),
    ),
    overall=("cycle", "yearly"),
    silent=("rounding",),
)


def course(record_id: str, day: date | None, hours: int | None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
    own: dict[str, Any] = {"activity": "course", "result": Result.PASSED}
    return TrainingRecord(record_id, day=day, hours=hours, **(own | facts))


HALFWAY: Final = audit(
    NORTHMARK,
    Teacher("t-1", categories=()),
    Transcript(
        (
            course("c1", date(2015, 10, 1), 30, mode=Mode.FACE_TO_FACE),
            course("c2", date(2016, 11, 1), 25),
            course("c3", date(2017, 3, 5), 8, mode=Mode.ONLINE, result=Result.FAILED),
            course("c4", date(2017, 10, 5), 8, mode=Mode.ONLINE),
        ),
        complete_until=date(2017, 8, 31),
    ),
    as_of=date(2017, 8, 31),
)
AUTUMN: Final = Span.through(date(2015, 10, 1), date(2015, 12, 31))
UNCLEAR: Final = audit(
    NORTHMARK,
    Teacher("t-2", categories=CLASS_TEACHER, local={"expert": "yes"}),
    Transcript(
        (
            course("d2", date(2016, 10, 9), 30, mode=Mode.FACE_TO_FACE, status=Status.PENDING),
            TrainingRecord("d3", activity="bridge", within=AUTUMN, mode="blended"),
            course("d4", date(2015, 8, 9), 3, mode=Mode.FACE_TO_FACE),
            TrainingRecord("d5", activity="walk", day=date(2016, 9, 9), result="passed"),
        ),
        complete_until=None,
    ),
    as_of=date(2018, 8, 31),
)
LOST: Final = audit(
    attrs.evolve(
        NORTHMARK,
        ceilings=(*NORTHMARK.ceilings[:1], ceiling("all", training_credits(25), by=SCHOOL_YEAR)),
    ),
    Teacher("t-3", categories=()),
    Transcript((), complete_until=date(2016, 8, 31)),
    as_of=date(2016, 8, 31),
)
