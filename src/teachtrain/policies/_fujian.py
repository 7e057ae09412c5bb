"""
Rules of places in Fujian Province (福建省): Fuzhou City (福州市), for professional staff.

The page that was read has lost its digits. What a figure stood for is kept open here: a range, or
a line of `silent`.
"""

from __future__ import annotations

from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    DAY,
    UNBOUNDED,
    YES,
    Amount,
    Certainty,
    Level,
    Result,
    Source,
    Text,
    class_hours,
    number,
    per,
)
from teachtrain.policies._words import (
    AUTHOR_RANK,
    AUTHORS,
    BACKBONE_TRAINING,
    CLASS_TEACHER_TRAINING,
    DATES_ON_CERTIFICATE,
    INDUCTION,
    MINUTES,
    PAPER,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    TRAINING,
    UNDECIDED,
)
from teachtrain.rules import (
    Account,
    Policy,
    first_known,
    if_,
    not_,
    nothing,
    post,
    recognise,
    record,
    where,
)

__all__ = ["FUZHOU_PROFESSIONAL_STAFF"]

# Sources ----------------------------------------------------------------------------------

FUZHOU: Final = Source(
    "福州市专业技术人员继续教育学时规定",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Fuzhou City's rules on hours of continuing education for professional staff",
        "福州市专业技术人员继续教育学时规定",
    ),
    addresses=("https://www.360docs.net/doc/1d13472660.html",),
    note=Text(
        "A copy was read that has lost its digits; title, number and date of the rules were not "
        "seen. They are for professional and technical staff, to whom teachers belong.",
        "查阅的文本数字缺失，未见规定的名称、文号和日期。适用于专业技术人员，教师属之。",
    ),
)

# What counts ------------------------------------------------------------------------------

COURSES: Final = (
    TRAINING,
    INDUCTION,
    BACKBONE_TRAINING,
    CLASS_TEACHER_TRAINING,
    PRINCIPAL_QUALIFICATION,
    PRINCIPAL_IMPROVEMENT,
)

# What an hour, a day and an author are worth ----------------------------------------------

ONE_EACH_45_MINUTES: Final = record.local(MINUTES) * class_hours("1/45")
LOST_HOURS_A_DAY: Final = per(DAY, class_hours(0, to=UNBOUNDED))
"""How many hours a day stands for: the digit is lost."""

OPEN_IF_FAILED: Final = if_(record.result.is_(Result.FAILED), UNDECIDED, 1)
"""No line says what a failed training earns."""

LOST_SHARE_OF_THE_FIRST: Final[Amount] = UNDECIDED
"""The fixed share of the first of three authors or more: the digits are lost."""
SHARE_OF_EACH_OTHER: Final[Amount] = number(0, to="1/2")
"""The others share the rest equally: with three authors at most a half each, with more less."""

# Clauses ----------------------------------------------------------------------------------

ACCOUNTS: Final = (
    Account("main", CLASS_HOUR, title=Text("hours of continuing education", "继续教育学时")),
)

RECOGNITION: Final = (
    nothing(
        "no-dates-on-the-certificate",
        where(not_(record.local(DATES_ON_CERTIFICATE).is_(YES)), activity=COURSES),
        reason=Text(
            "the certificate does not name the first and the last day", "证书未载明起止日期"
        ),
        title=Text("No dates on the certificate", "证书未载明起止日期"),
    ),
    recognise(
        "training",
        where(activity=COURSES),
        post(
            "main",
            first_known(
                record.hours,
                ONE_EACH_45_MINUTES,
                record.days * LOST_HOURS_A_DAY,
            )
            * OPEN_IF_FAILED,
        ),
        title=Text(
            "Training: 45 minutes are one class hour; without a figure of hours, by the days",
            "培训：45分钟为1学时；证书未载学时的按天计",
        ),
        note=Text(
            "How many hours a day stands for is lost, so that days alone leave it open. What a "
            "failed training earns was not seen; it is taken to count anything from none to all.",
            "每天折合的学时数缺失，故仅有天数时待定。考核不合格的如何计算未见，故按零至全部计。",
        ),
    ),
    recognise(
        "paper",
        where(activity=PAPER),
        post(
            "main",
            record.hours
            * if_(
                record.local(AUTHORS) <= number(2),
                1,
                if_(
                    record.local(AUTHOR_RANK) <= number(1),
                    LOST_SHARE_OF_THE_FIRST,
                    SHARE_OF_EACH_OTHER,
                ),
            ),
        ),
        title=Text(
            "Paper: the hours in full for one author or either of two; of three or more, the "
            "first takes a fixed share and the others share the rest equally",
            "论文：一人或两人合著的按全额计；三人以上的，第一作者计固定比例，其余由他人均分",
        ),
        note=Text(
            "How many hours a paper is worth, and the share of the first author, are lost; the "
            "hours are those that the record states.",
            "论文的学时数和第一作者的比例缺失；学时以记录所载为准。",
        ),
    ),
)

SILENT: Final = (
    Text(
        "every figure but the 45 minutes of an hour: the digits are lost",
        "除1学时45分钟外的各项数字均已缺失",
    ),
    Text("how many hours a day of training stands for", "培训一天折合多少学时"),
    Text("how many hours a paper is worth, by journal", "各级刊物论文计多少学时"),
    Text("the share of the first of three authors or more", "三人以上论文第一作者的比例"),
    Text(
        "whether a paper of two authors gives its hours in full to each; here it does",
        "两人合著是否各按全额计；此处各按全额计",
    ),
    Text(
        "how many hours are due, and in which cycle or year, so that nothing is required here",
        "应修多少学时、按何周期或年度；故此处无要求",
    ),
    Text("training that was not passed", "考核不合格的培训"),
    Text("an activity of several days across a border", "跨年度的多日培训"),
    Text("rounding", "学时尾数的取舍"),
    Text("proration for late entry or leave", "中途入职或休假的折算"),
    Text("the title, the number and the date of the rules", "规定的名称、文号和日期"),
)

# The policy -------------------------------------------------------------------------------

FUZHOU_PROFESSIONAL_STAFF: Final = Policy(
    id="cn-3501-staff",
    title=Text(
        "Fuzhou hours of continuing education for professional staff",
        "福州市专业技术人员继续教育学时规定",
    ),
    source=FUZHOU,
    level=Level.CITY,
    place="cn-3501",
    accounts=ACCOUNTS,
    recognition=RECOGNITION,
    requirements=(),
    silent=SILENT,
)
