"""
Where the candidate of a programme stands: every course, electives, each part, and the diploma.

The pilot of 2009 as a notice of Henan restates it: two technology courses of six credits; later two
others stand for them; no new candidates from the second half of 2015; no diplomas from 2019. Its
course table was not seen, so the other courses here are made up.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teachtrain.errors import InvalidTypeError, InvalidValueError
from teachtrain.models import (
    APPRAISAL,
    THESIS_OR_PRACTICE,
    Candidate,
    Course,
    FurtherElectives,
    Programme,
    Span,
    Substitution,
    class_hours,
    programme_credits,
)
from teachtrain.rules import Verdict
from teachtrain.rules.explain import standing_words
from teachtrain.rules.programmes import How, standing

CLOSED = date(2015, 7, 1)
LAST = date(2019, 1, 1)
DAY = date(2018, 12, 31)
JUNIOR = Programme(
    "040124",
    "Compulsory Education",
    courses=(
        Course("pedagogy", "Pedagogy", credits=programme_credits(6)),
        Course("09275", "Technology, first level", credits=programme_credits(6)),
        Course("art", "Art", credits=programme_credits(4), required=False),
        Course("music", "Music", credits=programme_credits(8), required=False),
        Course("drama", "Drama", required=False),
    ),
    electives=programme_credits(12),
    substitutions=(Substitution("00163", "09275"),),
    entry=Span.until(date(2015, 6, 30)),
    closed_on=LAST,
)
PASSED = {
    "pedagogy": date(2011, 4, 1),
    "09275": date(2011, 10, 1),
    "art": date(2012, 4, 1),
    "music": date(2012, 10, 1),
}
PARTS = {THESIS_OR_PRACTICE: date(2013, 4, 1), APPRAISAL: date(2013, 5, 1)}


def candidate(**facts: object) -> Candidate:
    given: dict[str, object] = {
        "entered": date(2010, 3, 1),
        "passed": PASSED,
        "parts": PARTS,
        "complete_until": date(2030, 1, 1),
    }
    return Candidate("t-1", **{**given, **facts})  # type: ignore[arg-type]


def without(*names: str) -> dict[str, date]:
    return {name: day for name, day in PASSED.items() if name not in names}


def test_every_course_the_thesis_and_the_appraisal() -> None:
    found = standing(JUNIOR, candidate(), as_of=DAY)
    assert (found.verdict, found.missing) == (Verdict.MET, ())
    assert found.elective_credits == programme_credits(12)


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"passed": without("pedagogy")}, ("pedagogy",)),
        ({"parts": {THESIS_OR_PRACTICE: date(2013, 4, 1)}}, (APPRAISAL,)),
        ({"parts": {APPRAISAL: date(2013, 4, 1)}}, (THESIS_OR_PRACTICE,)),
        ({"passed": without("art")}, ()),  # eight credits of electives instead of twelve
    ],
)
def test_a_total_of_credits_is_never_enough(
    facts: dict[str, object], missing: tuple[str, ...]
) -> None:
    found = standing(JUNIOR, candidate(**facts), as_of=DAY)
    assert (found.verdict, found.missing) == (Verdict.UNMET, missing)


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        (date(2018, 12, 31), Verdict.MET),
        (date(2019, 1, 1), Verdict.UNMET),
        (date(2019, 1, 2), Verdict.UNMET),
    ],
)
def test_no_diplomas_from_2019(as_of: date, verdict: Verdict) -> None:
    found = standing(JUNIOR, candidate(), as_of=as_of)
    assert (found.verdict, found.issued) == (verdict, as_of < LAST)


@pytest.mark.parametrize(
    ("entered", "verdict"),
    [
        (date(2015, 6, 30), Verdict.MET),
        (date(2015, 7, 1), Verdict.UNMET),
        (date(2015, 7, 2), Verdict.UNMET),
        (None, Verdict.MET_OR_UNMET),
    ],
)
def test_no_new_candidates_from_the_second_half_of_2015(
    entered: date | None, verdict: Verdict
) -> None:
    assert standing(JUNIOR, candidate(entered=entered), as_of=DAY).verdict is verdict


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        (date(2013, 4, 30), Verdict.UNMET),
        (date(2013, 5, 1), Verdict.MET),
        (date(2013, 5, 2), Verdict.MET),
    ],
)
def test_the_last_part_on_its_day(as_of: date, verdict: Verdict) -> None:
    assert standing(JUNIOR, candidate(), as_of=as_of).verdict is verdict


@pytest.mark.parametrize(
    ("complete", "verdict"),
    [
        (date(2018, 12, 31), Verdict.UNMET),
        (date(2018, 12, 30), Verdict.MET_OR_UNMET),
        (None, Verdict.MET_OR_UNMET),
    ],
)
def test_what_is_not_in_a_file_that_may_grow_is_not_known(
    complete: date | None, verdict: Verdict
) -> None:
    file = candidate(passed=without("pedagogy"), complete_until=complete)
    assert standing(JUNIOR, file, as_of=DAY).verdict is verdict


def test_training_that_was_converted_fills_electives() -> None:
    """192 hours are twelve credits of electives, which name no course."""
    converted = [(date(2012, 6, 1), programme_credits(12))]
    file = candidate(passed=without("art", "music"), elective_credits=converted)
    assert standing(JUNIOR, file, as_of=DAY).verdict is Verdict.MET
    for day in (date(2012, 6, 1), date(2012, 6, 2)):
        assert standing(JUNIOR, file, as_of=day).electives is Verdict.MET
    early = standing(JUNIOR, file, as_of=date(2012, 5, 31))
    assert (early.electives, early.elective_credits) == (Verdict.UNMET, programme_credits(0))


def test_an_elective_of_unknown_credits_leaves_it_open() -> None:
    file = candidate(passed={**without("art"), "drama": date(2012, 4, 1)})
    found = standing(JUNIOR, file, as_of=DAY)
    assert found.electives is Verdict.MET_OR_UNMET


def test_a_substitute_is_for_who_has_not_passed_the_course() -> None:
    other = {"00163": date(2016, 4, 1)}
    for passed, how, by in (
        ({**PASSED, **other}, How.PASSED, ()),
        ({**without("09275"), **other}, How.SUBSTITUTED, ("00163",)),
        (without("09275"), None, ()),
    ):
        found = standing(JUNIOR, candidate(passed=passed), as_of=DAY)
        course = next(own for own in found.courses if own.course.id == "09275")
        assert (course.how, course.by) == (how, by)


# Many to many, as a plan for primary education has it: both old courses stand for both new ones;
# one of them for one named course; either of two others for either of two more.
POLITICS = Programme(
    "politics",
    "Primary education",
    courses=tuple(Course(name, name) for name in ("new-1", "new-2", "new-3", "new-4")),
    substitutions=(
        Substitution(("old-1", "old-2"), ("new-1", "new-2")),
        Substitution("old-1", "new-1"),
        Substitution("old-2", "new-1"),
        *(Substitution(old, new) for old in ("old-3", "old-4") for new in ("new-3", "new-4")),
    ),
    parts=(),
)


@pytest.mark.parametrize(
    ("passed", "missing"),
    [
        (("old-1", "old-2"), ("new-3", "new-4")),
        (("old-1",), ("new-2", "new-3", "new-4")),
        (("old-2",), ("new-2", "new-3", "new-4")),
        (("old-3",), ("new-1", "new-2", "new-4")),
        (("old-3", "old-4"), ("new-1", "new-2")),
        (("old-3", "old-4", "new-4"), ("new-1", "new-2")),
        (("new-1", "old-2"), ("new-2", "new-3", "new-4")),
        (("old-1", "old-2", "old-3", "old-4"), ()),
        (("new-1",), ("new-2", "new-3", "new-4")),  # asymmetric: no way back
    ],
)
def test_substitution_of_several_for_several(
    passed: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    file = Candidate(
        "t-1",
        entered=DAY,
        passed=dict.fromkeys(passed, date(2010, 1, 1)),
        complete_until=DAY,
    )
    assert standing(POLITICS, file, as_of=DAY).missing == missing


@given(
    st.permutations(POLITICS.substitutions),
    st.sets(st.sampled_from(["old-1", "old-2", "old-3", "old-4", "new-1", "new-3"])),
)
def test_the_order_of_substitutions_settles_no_more_and_no_less(
    rules: list[Substitution], passed: set[str]
) -> None:
    other = Programme(
        "politics", "x", courses=POLITICS.courses, substitutions=tuple(rules), parts=()
    )
    file = Candidate("t-1", entered=DAY, passed=dict.fromkeys(passed, DAY), complete_until=DAY)
    one, two = (standing(own, file, as_of=DAY) for own in (POLITICS, other))
    assert len(one.missing) == len(two.missing)
    for found in (one, two):  # no pass is used twice
        by = {own.by for own in found.courses if own.by}
        assert len({name for names in by for name in names}) == sum(map(len, by))


def test_an_elective_that_stands_for_another_course_is_spent() -> None:
    plan = Programme(
        "p",
        "P",
        courses=(
            Course("must", "Must"),
            Course("may", "May", credits=programme_credits(4), required=False),
        ),
        electives=programme_credits(4),
        substitutions=(Substitution("may", "must"),),
        parts=(),
    )
    file = Candidate("t-1", entered=DAY, passed={"may": DAY}, complete_until=DAY)
    found = standing(plan, file, as_of=DAY)
    assert [own.how for own in found.courses] == [How.SUBSTITUTED, None]
    assert (found.elective_credits, found.electives) == (programme_credits(0), Verdict.UNMET)


def test_a_plan_replaced_course_by_course_is_no_choice() -> None:
    """Forty courses, each for one old one: nothing is contested, so nothing is tried out."""
    plan = Programme(
        "p",
        "P",
        courses=tuple(Course(f"new-{at}", "New") for at in range(40)),
        substitutions=tuple(Substitution(f"old-{at}", f"new-{at}") for at in range(40)),
        parts=(),
    )
    passed = {f"old-{at}": DAY for at in range(39)}
    file = Candidate("t-1", entered=DAY, passed=passed, complete_until=DAY)
    assert standing(plan, file, as_of=DAY).missing == ("new-39",)


def test_of_two_choices_the_one_that_leaves_enough_electives() -> None:
    """One leaves more credits of electives, in too few courses; the other leaves enough of both."""
    plan = Programme(
        "p",
        "P",
        courses=(
            Course("must", "Must"),
            Course("language", "Language"),
            *(
                Course(name, name, credits=programme_credits(worth), required=False)
                for name, worth in (("a", 1), ("b", 1), ("c", 5))
            ),
        ),
        further=(FurtherElectives("language", courses=2, credits=programme_credits(2)),),
        substitutions=(Substitution(("a", "b"), "must"), Substitution("c", "must")),
        parts=(),
    )
    passed = dict.fromkeys("abc", DAY)
    file = Candidate(
        "t-1", entered=DAY, passed=passed, exempt={"language": DAY}, complete_until=DAY
    )
    found = standing(plan, file, as_of=DAY)
    assert [own.by for own in found.courses if own.by] == [("c",)]
    assert found.verdict is Verdict.MET


@pytest.mark.parametrize(
    ("as_of", "how"),
    [
        (date(2015, 12, 31), None),
        (date(2016, 1, 1), How.SUBSTITUTED),
        (date(2016, 12, 31), How.SUBSTITUTED),
        (date(2017, 1, 1), None),
    ],
)
def test_a_substitution_is_in_force_for_a_time(as_of: date, how: How | None) -> None:
    span = Span.through(date(2016, 1, 1), date(2016, 12, 31))
    plan = Programme(
        "p",
        "P",
        courses=(Course("new", "New"),),
        substitutions=(Substitution("old", "new", in_force=span),),
        parts=(),
    )
    file = Candidate("t-1", entered=DAY, passed={"old": date(2010, 1, 1)}, complete_until=DAY)
    assert standing(plan, file, as_of=as_of).courses[0].how is how


def test_who_is_exempt_takes_further_electives() -> None:
    """Exempt from the foreign language: three electives more, of fourteen credits together."""
    plan = Programme(
        "primary",
        "Primary education",
        courses=(
            Course("language", "Foreign language"),
            *(
                Course(f"e-{at}", "Elective", credits=programme_credits(at), required=False)
                for at in (4, 5, 6, 14)
            ),
        ),
        further=(FurtherElectives("language", courses=3, credits=programme_credits(14)),),
        parts=(),
    )

    def found(*taken: str, exempt: bool = True) -> Verdict:
        passed = dict.fromkeys(taken, DAY)
        language = {"language": DAY}
        file = Candidate(
            "t-1",
            entered=DAY,
            passed=passed if exempt else {**passed, **language},
            exempt=language if exempt else {},
            complete_until=DAY,
        )
        return standing(plan, file, as_of=DAY).verdict

    assert found(exempt=False) is Verdict.MET
    assert found() is Verdict.UNMET
    assert found("e-14") is Verdict.UNMET  # fourteen credits, of one course
    assert found("e-4", "e-5") is Verdict.UNMET
    assert found("e-4", "e-5", "e-6") is Verdict.MET


def test_refused() -> None:
    course = Course("a", "A")
    with pytest.raises(InvalidValueError, match="listed twice"):
        Programme("p", "P", courses=(course, course))
    with pytest.raises(InvalidValueError, match="names no course of it"):
        Programme("p", "P", courses=(course,), substitutions=(Substitution("x", "b"),))
    with pytest.raises(InvalidValueError, match="stands for itself"):
        Substitution("a", "a")
    with pytest.raises(InvalidValueError, match="names nothing"):
        Substitution((), "a")
    with pytest.raises(InvalidTypeError, match="is in class hour"):
        Course("a", "A", credits=class_hours(6))
    with pytest.raises(InvalidTypeError, match="not a day and an amount"):
        Candidate("t-1", elective_credits=[programme_credits(1)], complete_until=None)  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match="has no course 'b'"):
        Programme("p", "P", courses=(course,)).course("b")
    many = tuple(Substitution(f"x-{at}", "a") for at in range(17))
    passed = {f"x-{at}": DAY for at in range(17)}
    file = Candidate("t-1", entered=DAY, passed=passed, complete_until=DAY)
    with pytest.raises(
        InvalidValueError, match="17 substitutions that share passes or courses are open"
    ):
        standing(Programme("p", "P", courses=(course,), substitutions=many), file, as_of=DAY)


def test_the_words_of_a_standing() -> None:
    file = candidate(passed={**without("09275", "art"), "00163": DAY}, entered=None)
    found = standing(JUNIOR, file, as_of=LAST)
    assert standing_words(JUNIOR, file, found) == (
        "Compulsory Education\n"
        "====================\n"
        "Teacher: t-1\n"
        "As of: 2019-01-01\n"
        "Not everything that the diploma takes is there, or it is not issued.\n"
        "- From 2019-01-01 no diplomas are issued.\n"
        "- The day of entry is not known.\n"
        "- Pedagogy: passed\n"
        "- Technology, first level: settled by 00163\n"
        "- Music: passed\n"
        "- Electives: 8 programme credits of 12 programme credits\n"
        "- thesis or practice: there\n"
        "- appraisal of character: there\n"
    )
    late = candidate(entered=CLOSED, passed=without("pedagogy"), exempt={"art": DAY})
    told = standing_words(JUNIOR, late, standing(JUNIOR, late, as_of=DAY), "zh")
    assert "2015年7月1日报考，不在接纳新生的时间内。" in told
    assert "- Pedagogy：尚缺\n" in told
    assert "- 选修课程：12学历学分（应达12学历学分）\n" in told
    assert "- 思想品德鉴定：已完成\n" in told


def test_the_words_of_what_is_not_known_or_too_little() -> None:
    file = candidate(passed={}, parts={}, complete_until=None)
    told = standing_words(JUNIOR, file, standing(JUNIOR, file, as_of=DAY))
    assert "It cannot be told yet whether everything is there." in told
    assert "- Pedagogy: not known" in told
    assert "- thesis or practice: not known" in told
    plan = Programme(
        "p", "P", courses=(Course("a", "A"),), further=(FurtherElectives("a", courses=1),), parts=()
    )
    file = Candidate("t-1", entered=DAY, exempt={"a": DAY}, complete_until=DAY)
    told = standing_words(plan, file, standing(plan, file, as_of=DAY))
    assert "- A: exempt\n- Electives instead of an exempt course are too few.\n" in told
