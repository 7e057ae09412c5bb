"""Rules of Heilongjiang Province (黑龙江省): what a new teacher must complete."""

from __future__ import annotations

from typing import Final

from teachtrain.models import CLASS_HOUR, NEW_TEACHER, Certainty, Level, Source, Text, class_hours
from teachtrain.policies._texts import (
    FAILED_COUNTS,
    FAILED_IS_OPEN,
    PRORATION,
    ROUNDING,
    SEVERAL_DAYS,
)
from teachtrain.policies._words import APPOINTED, HOURS, INDUCTION, PROBATION_ENDED
from teachtrain.rules import (
    Account,
    Consequence,
    Policy,
    between_events,
    post,
    recognise,
    require,
    teacher,
    total,
    where,
)

__all__ = ["HEILONGJIANG"]

# Sources ----------------------------------------------------------------------------------

PROVINCE: Final = Source(
    "黑龙江省中小学教师继续教育规定",
    certainty=Certainty.SECONDARY,
    title=Text(
        "What Heilongjiang asks of new teachers and for titles",
        "黑龙江省对新任教师和职称评聘的继续教育要求",
    ),
    addresses=("https://wodeyuanxiao.com/Educationalinstitution/aaurimgofh.html",),
    note=Text(
        "A machine-made page was read; the rule itself, its number and its date were not seen.",
        "查阅的是机器生成的网页，未见规定原文、文号和日期。",
    ),
)

# Whom it is asked of ----------------------------------------------------------------------

NEW_WHEN_APPOINTED: Final = teacher.category.is_(NEW_TEACHER).on(APPOINTED)

NO_CYCLE_IS_NAMED: Final = Text(
    "what is asked of other teachers in a cycle", "其他教师在各周期内的学时要求"
)

# The policy -------------------------------------------------------------------------------

BEFORE_GRADING: Final = between_events(APPOINTED, PROBATION_ENDED)

HEILONGJIANG: Final = Policy(
    id="cn-23",
    title=Text("New teachers in Heilongjiang", "黑龙江省新任教师培训要求"),
    source=PROVINCE,
    level=Level.PROVINCE,
    place="cn-23",
    accounts=(Account("hours", CLASS_HOUR, title=Text("class hours", "学时")),),
    recognition=(
        recognise(
            "induction",
            where(activity=INDUCTION),
            post("hours", HOURS),
            title=Text("Training of new teachers", "新任教师培训"),
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "new-teacher-120",
            total(over=BEFORE_GRADING) >= class_hours(120),
            consequence=Consequence(
                "no-grading", Text("no grading at the end of probation", "试用期满不予定级")
            ),
            applies=NEW_WHEN_APPOINTED,
            title=Text(
                "120 hours of training before grading at the end of probation",
                "试用期满定级前完成120学时培训",
            ),
            note=Text(
                "The certificate of continuing education must be held as well; when it is given "
                "was not seen, so it is not asked for here.",
                "并须持有继续教育证书；何时发给未见规定，此处未作要求。",
            ),
        ),
    ),
    silent=(
        Text("the rule itself, and from when to when it holds", "规定原文及其施行期限"),
        Text(
            "how long probation is: it ends when the teacher's does", "试用期长度：以教师实际为准"
        ),
        Text(
            "what the certificate of continuing education asks for, which titles need",
            "职称评聘所需继续教育证书的取得条件",
        ),
        NO_CYCLE_IS_NAMED,
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
    ),
)
