"""
The personnel ministry's rules on professional staff, to whom teachers belong.

They run beside the rules of the education authorities. Provinces decide how hours are recognised.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    CLASS_HOUR,
    Certainty,
    Cycle,
    Level,
    Source,
    Text,
    class_hours,
)
from teachtrain.policies._texts import PRORATION, ROUNDING, SEVERAL_DAYS
from teachtrain.policies._words import (
    PROFESSIONAL,
    PUBLIC,
    RECOGNISED_HOURS,
    SUBJECT_KIND,
    UNDECIDED,
)
from teachtrain.rules import (
    Account,
    Policy,
    first_known,
    post,
    recognise,
    record,
    require,
    total,
    where,
)

__all__ = ["PROFESSIONAL_STAFF"]

# Sources ----------------------------------------------------------------------------------

PROVISIONS: Final = Source(
    "专业技术人员继续教育规定",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Provisions on the continuing education of professional and technical staff",
        "专业技术人员继续教育规定",
    ),
    addresses=("https://wodeyuanxiao.com/Educationalinstitution/brhkzzqyai.html",),
    note=Text(
        "Articles 7 and 8 were read in a machine translation. The order's number and year, "
        "recalled as No. 25 of 2015, were not verified.",
        "第七条、第八条查阅自机器译文；令的文号和年份据记忆为2015年第25号，未经核实。",
    ),
)

# What counts ------------------------------------------------------------------------------

KIND: Final = record.local(SUBJECT_KIND)
AS_THE_PROVINCE_DECIDES: Final = first_known(
    record.local(RECOGNISED_HOURS, CLASS_HOUR), record.hours * UNDECIDED
)
LEFT_TO_THE_PROVINCE: Final = Text(
    "How hours are recognised is the province's to say (Article 8): those that it recognised "
    "count, and until they are known, anything from none to all that were held.",
    "学时认定办法由省级规定（第八条）：以认定的学时为准，未知时按零至全部计。",
)

# The policy -------------------------------------------------------------------------------

PROFESSIONAL_STAFF: Final = Policy(
    id="cn-professional-staff",
    title=Text("Continuing education of professional staff", "专业技术人员继续教育规定"),
    source=PROVISIONS,
    level=Level.NATION,
    place="cn",
    cycle=Cycle.block(
        years=1,
        starting=date(2016, 1, 1),
        assumed=Text(
            "each calendar year stands by itself; the year of the order was not verified, and "
            "years before 2016 are not looked at",
            "每个自然年度单独计算；令的年份未经核实，2016年以前的年度不予审核",
        ),
    ),
    accounts=(Account("hours", CLASS_HOUR, title=Text("hours of the year", "年度学时")),),
    recognition=(
        recognise(
            "professional",
            where(KIND.is_(PROFESSIONAL)),
            post("hours", AS_THE_PROVINCE_DECIDES, tag=PROFESSIONAL),
            title=Text("Professional subjects", "专业科目"),
            article="Art. 7 and 8",
            note=LEFT_TO_THE_PROVINCE,
        ),
        recognise(
            "public",
            where(KIND.is_(PUBLIC)),
            post("hours", AS_THE_PROVINCE_DECIDES, tag=PUBLIC),
            title=Text("Public subjects", "公需科目"),
            article="Art. 7 and 8",
            note=LEFT_TO_THE_PROVINCE,
        ),
    ),
    requirements=(
        require(
            "hours-90",
            total() >= class_hours(90),
            title=Text("90 hours in the year", "每年累计不少于90学时"),
            article="Art. 8",
        ),
        require(
            "professional-60",
            total(of=where(tag=PROFESSIONAL)) >= class_hours(60),
            title=Text(
                "Of these, in general two thirds of professional subjects",
                "其中专业科目一般不少于三分之二",
            ),
            article="Art. 8",
            note=Text(
                "60 hours are two thirds of the 90, not of all that was done. The text says 'in "
                "general'; for whom less is enough was not seen.",
                "60学时为90学时的三分之二，而非实际学时的三分之二。条文称“一般”，例外未见规定。",
            ),
        ),
    ),
    silent=(
        Text(
            "whether two thirds are meant of the 90 hours, as here, or of all hours of the year",
            "三分之二是指90学时（此处如此）还是当年全部学时",
        ),
        Text("the number and the year of the order", "令的文号和年份"),
        Text("since when the order holds", "施行日期"),
        Text(
            "whether training that education authorities count is counted here as well",
            "教育行政部门认定的培训是否自动计入",
        ),
        Text(
            "which training is a professional and which a public subject",
            "专业科目与公需科目的划分",
        ),
        Text("whether failed training counts", "考核不合格的培训是否计入"),
        Text("what follows if the hours are missing", "学时不足的后果"),
        SEVERAL_DAYS,
        ROUNDING,
        PRORATION,
        Text("whether a surplus may be carried over", "超额学时可否结转"),
    ),
)
