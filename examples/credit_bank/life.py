"""What happened to one teacher. Days, ids and the programme's other courses are made up."""

from __future__ import annotations

from datetime import date

import attrs

from teachtrain.catalogue import (
    BACKBONE_CANDIDATE,
    BACKBONE_SEMINAR,
    COLLECTIVE_ENTRY,
    NEW_TEACHERS,
    SERVING,
    STAGE_OF_STUDY,
)
from teachtrain.models import (
    APPRAISAL,
    BACKBONE_TEACHER,
    BECAME_PRINCIPAL,
    CLASS_HOUR,
    NEW_TEACHER,
    PRINCIPAL,
    PROGRAMME_CREDIT,
    PROPOSED_PRINCIPAL,
    THESIS_OR_PRACTICE,
    TRAINING_CREDIT,
    YES,
    Candidate,
    Course,
    Programme,
    Span,
    Stage,
    Teacher,
    Text,
    Timeline,
    TrainingRecord,
    Transcript,
    programme_credits,
)
from teachtrain.policies import PILOT_2009, PILOT_SUBSTITUTIONS, SHANDONG_SYSTEM
from teachtrain.rules.agreements import CreditSystem

# The teacher ------------------------------------------------------------------------------

HIRED = date(2009, 9, 1)
MOVED = date(2017, 9, 1)
PROPOSED = date(2018, 9, 1)
PRINCIPAL_FROM = date(2019, 9, 1)

TEACHER = Teacher(
    "t-1",
    categories=(
        (NEW_TEACHER, Span.through(HIRED, date(2010, 8, 31))),
        (BACKBONE_CANDIDATE, Span.through(date(2015, 9, 1), date(2016, 8, 31))),
        (BACKBONE_TEACHER, Span.since(date(2016, 9, 1))),
        (PROPOSED_PRINCIPAL, Span.through(PROPOSED, date(2019, 8, 31))),
        (PRINCIPAL, Span.since(PRINCIPAL_FROM)),
    ),
    stage=Stage.PRIMARY,
    place=Timeline.of(("cn-3708", Span.until(date(2017, 8, 31))), ("cn-3702", Span.since(MOVED))),
    events={
        "hired": HIRED,
        "appointed": HIRED,
        "probation_ended": date(2010, 8, 31),
        "cycle_started": date(2010, 9, 1),
        BECAME_PRINCIPAL: PRINCIPAL_FROM,
    },
    local={SERVING: YES, COLLECTIVE_ENTRY: YES, STAGE_OF_STUDY: "junior_college"},
)

# The records ------------------------------------------------------------------------------


def _passed(record: TrainingRecord) -> TrainingRecord:
    return attrs.evolve(record, result="passed", approval="approved")


INDUCTION = tuple(
    _passed(
        NEW_TEACHERS.record(
            f"induction-{number}", activity="induction", day=day, hours=40, level="county"
        )
    )
    for number, day in enumerate((date(2009, 10, 10), date(2010, 1, 20), date(2010, 5, 15)), 1)
)
COUNTY_2010 = _passed(
    TrainingRecord(
        "county-2010", activity="training", day=date(2010, 7, 12), hours=150, level="county"
    )
)
CITY_2011 = _passed(
    TrainingRecord("city-2011", activity="training", day=date(2011, 7, 11), hours=50, level="city")
)
SCHOOL_2011 = _passed(
    TrainingRecord(
        "school-2011", activity="school_based", day=date(2011, 10, 8), hours=20, level="school"
    )
)
COUNTY_2016 = _passed(
    TrainingRecord(
        "county-2016",
        activity="training",
        day=date(2016, 3, 19),
        hours=60,
        level="county",
        mode="face_to_face",
    )
)
SEMINAR_2016 = _passed(
    BACKBONE_SEMINAR.record(
        "seminar-2016",
        activity="backbone_training",
        day=date(2016, 7, 18),
        hours=80,
        level="province",
    )
)
COUNTY_2017 = _passed(
    TrainingRecord(
        "county-2017",
        activity="training",
        day=date(2017, 4, 8),
        hours=40,
        level="county",
        mode="face_to_face",
    )
)
ONLINE_2018 = _passed(
    TrainingRecord(
        "online-2018",
        activity="training",
        day=date(2018, 5, 12),
        hours=48,
        level="city",
        mode="online",
    )
)
QUALIFICATION = _passed(
    TrainingRecord(
        "qualification-2019",
        activity="principal_qualification",
        day=date(2019, 3, 4),
        last_day=date(2019, 7, 12),
        hours=300,
        level="province",
    )
)

BEFORE_2012 = (*INDUCTION, COUNTY_2010, CITY_2011, SCHOOL_2011)
IN_JINING = (COUNTY_2016, SEMINAR_2016, COUNTY_2017)
IN_QINGDAO = (ONLINE_2018, QUALIFICATION)
EVERYTHING = (*BEFORE_2012, *IN_JINING, *IN_QINGDAO)

REALLY_2017 = 24
"""The hours of the county's course of 2017: 40 were entered by mistake."""


def up_to(day: date, *records: TrainingRecord) -> Transcript:
    """Return the records of the teacher, complete up to a day."""
    return Transcript(records or EVERYTHING, complete_until=day)


def last_day(record: TrainingRecord) -> date:
    """Return the last day of a record; every record here has one."""
    day = record.last_day or record.day
    if day is None:
        raise ValueError(record.id)
    return day


# The self-taught programme ----------------------------------------------------------------

APPLIED = date(2012, 3, 15)
PILOT = attrs.evolve(PILOT_2009, windows=Span.through(date(2012, 3, 1), date(2012, 3, 31)))
"""The pilot, with the days on which the city takes applications: made up, no source gives them."""

PROGRAMME = Programme(
    "040124",
    Text(
        "Compulsory Education, junior college (most courses made up)",
        "义务教育专业（专科，多数课程为虚构）",
    ),
    courses=(
        Course("pedagogy", Text("Pedagogy", "教育学"), credits=programme_credits(6)),
        Course(
            "09275",
            Text("09275 educational technology, first", "09275 教育技术（一）"),
            credits=programme_credits(6),
        ),
        Course(
            "09287",
            Text("09287 educational technology, second", "09287 教育技术（二）"),
            credits=programme_credits(6),
        ),
        Course("mathematics", Text("Mathematics", "数学"), credits=programme_credits(8)),
    ),
    electives=programme_credits(12),
    substitutions=PILOT_SUBSTITUTIONS,
    entry=Span.until(date(2015, 6, 30)),
    closed_on=date(2019, 1, 1),
)
FILE = Candidate(
    "t-1",
    entered=date(2010, 3, 1),
    passed={
        "ntet_primary": date(2010, 12, 4),
        "ntet_intermediate": date(2011, 12, 3),
        "pedagogy": date(2010, 10, 24),
        "mathematics": date(2011, 4, 17),
    },
    parts={THESIS_OR_PRACTICE: date(2012, 5, 20), APPRAISAL: date(2012, 5, 28)},
    complete_until=date(2012, 6, 30),
)
GRADUATION = date(2012, 6, 30)

# The banks --------------------------------------------------------------------------------

JINING = CreditSystem(
    "cn-3708",
    Text("credit bank of Jining", "济宁市学分银行"),
    TRAINING_CREDIT,
    part_of=SHANDONG_SYSTEM,
)
QINGDAO = CreditSystem(
    "cn-3702",
    Text("credit bank of Qingdao", "青岛市学分银行"),
    TRAINING_CREDIT,
    part_of=SHANDONG_SYSTEM,
)
ACCOUNTS = {"hours": CLASS_HOUR, "credits": TRAINING_CREDIT, "programme": PROGRAMME_CREDIT}
NAMES = {
    "hours": Text("class hours up to 2015", "2015年以前的学时"),
    "credits": Text("training credits", "培训学分"),
    "programme": Text("credits of the programme", "学历学分"),
    "pilot-2009": Text("pilot of mutual recognition", "学分互认试点"),
    "cn-3702": QINGDAO.title,
    "cn-3708": JINING.title,
    "county-2010": Text("county course, July 2010", "2010年7月县级培训"),
    "city-2011": Text("city course, July 2011", "2011年7月市级培训"),
    "county-2016": Text("county course, March 2016", "2016年3月县级培训"),
    "seminar-2016": Text("backbone seminar, July 2016", "2016年7月骨干教师研修"),
    "county-2017": Text("county course, April 2017", "2017年4月县级培训"),
    "online-2018": Text("online course, May 2018", "2018年5月网络培训"),
    "qualification-2019": Text("qualification training, 2019", "2019年任职资格培训"),
}
