"""The steps of the teacher's life, each by one part of the library."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import life

from teachtrain.catalogue import BACKBONE_SEMINAR, NEW_TEACHERS, PRINCIPALS_TOPICAL, SELF_TAUGHT
from teachtrain.credits.ledger import Ledger
from teachtrain.models import Amount, Role, Text, TrainingRecord, class_hours, training_credits
from teachtrain.policies import (
    AGREEMENTS,
    JINING_2015,
    NATION_1999,
    PRINCIPALS_2013,
    SHANDONG_2015,
)
from teachtrain.rules import Audit, Policy, audit
from teachtrain.rules.admission import eligibility
from teachtrain.rules.agreements import convert, convert_between
from teachtrain.rules.explain import standing_words
from teachtrain.rules.programmes import standing


class Step(NamedTuple):
    """
    A step of the story.

    Attributes:
        day: When it happens.
        title: What happens.
        says: What the library says of it, in English and Chinese.
    """

    day: date
    title: Text
    says: Text


class Story(NamedTuple):
    """
    The whole story.

    Attributes:
        steps: In order.
        bank: The ledger at its end.
    """

    steps: tuple[Step, ...]
    bank: Ledger


def both(*pairs: tuple[str, str]) -> Text:
    """Return lines in two languages as one text."""
    english, chinese = zip(*pairs, strict=True)
    return Text("\n".join(english), "\n".join(chinese))


def tell() -> Story:
    """Work the story out."""
    steps: list[Step] = []
    bank = Ledger.open(life.TEACHER.id, life.ACCOUNTS)
    _induction(steps)
    bank = _county_hours(steps, bank)
    bank = _programme(steps, bank)
    bank = _cycle_of_2015(steps, bank)
    bank = _move(steps, bank)
    bank = _corrected(steps, bank)
    bank = _revoked(steps, bank)
    bank = _principal(steps, bank)
    return Story(tuple(sorted(steps, key=lambda own: own.day)), bank)


# induction ----------------------------------------------------------------------------------


def _induction(steps: list[Step]) -> None:
    joins = eligibility(NEW_TEACHERS, life.TEACHER, as_of=date(2009, 9, 15))
    steps.append(
        Step(
            joins.as_of,
            Text(
                "May a new teacher join the training for new teachers?",
                "新任教师能否参加新教师培训？",
            ),
            Text(joins.explain("en"), joins.explain("zh")),
        )
    )
    found = _audit(NATION_1999, date(2010, 8, 31), *life.INDUCTION)
    steps.append(
        Step(
            found.as_of,
            Text(
                "120 hours in the first year, by the nation's rule of 1999",
                "1999年国家规定：试用期不少于120学时",
            ),
            _requirements(found),
        )
    )


def _audit(policy: Policy, day: date, *records: TrainingRecord) -> Audit:
    return audit(policy, life.TEACHER, life.up_to(day, *records), as_of=day)


def _requirements(found: Audit) -> Text:
    """Return each requirement that applies in a line: its title, the verdict, and the figures."""
    pairs: list[tuple[str, str]] = []
    for own in found.findings:
        if own.applies:
            title, figures = own.title or Text(own.id), _figures(own.counted, own.required)
            english, chinese = str(own.so_far), _CHINESE[own.so_far.name]
            pairs.append((f"- {title.en}: {english}{figures}", f"- {title.zh}：{chinese}{figures}"))
    return both(*pairs)


_CHINESE = {"MET": "达到", "UNMET": "未达到", "NOT_APPLICABLE": "不适用"} | dict.fromkeys(
    ("MET_OR_UNMET", "MET_OR_NOT_APPLICABLE", "UNMET_OR_NOT_APPLICABLE", "ANY"), "尚不能确定"
)


def _figures(counted: Amount | None, required: Amount | None) -> str:
    if counted is None or required is None:
        return ""
    return f" ({_number(counted)} / {_number(required)})"


def _number(amount: Amount) -> str:
    return str(amount).rsplit(" ", 2)[0] if " to " not in str(amount) else str(amount)


# hours, and the programme -------------------------------------------------------------------


def _county_hours(steps: list[Step], bank: Ledger) -> Ledger:
    """Book the training that the county and the city recognised as hours."""
    for number, own in enumerate((life.COUNTY_2010, life.CITY_2011), 1):
        bank = bank.recognise(
            f"e-{number}",
            "hours",
            class_hours(own.hours or 0),
            origin=own.id,
            true_on=life.last_day(own),
            known_on=date(life.last_day(own).year, 9, 1),
        )
    joins = eligibility(SELF_TAUGHT, life.TEACHER, as_of=date(2010, 3, 1))
    steps.append(
        Step(
            joins.as_of,
            Text(
                "May the teacher enter the self-taught programme?", "能否报考自学考试义务教育专业？"
            ),
            Text(joins.explain("en"), joins.explain("zh")),
        )
    )
    return bank


def _programme(steps: list[Step], bank: Ledger) -> Ledger:
    """Turn training into credits of the programme, and see the candidate through."""
    found = convert(
        life.PILOT,
        life.TEACHER,
        life.up_to(life.APPLIED, *life.BEFORE_2012[len(life.INDUCTION) :]),
        as_of=life.APPLIED,
        applied_by=Role.CENTRE,
        candidate=life.FILE,
    )
    steps.append(
        Step(
            life.APPLIED,
            Text("What is the training worth in the programme?", "所受培训可折合多少学历学分？"),
            Text(found.explain("en"), found.explain("zh")),
        )
    )
    entries = {bank.history(name)[0].id: amount for name, amount in found.takes.items()}
    bank = bank.convert(
        "e-3",
        entries,
        "programme",
        found.granted,
        origin=life.PILOT.id,
        true_on=life.APPLIED,
        known_on=date(2012, 4, 10),
        source=life.PILOT.source,
    )
    file = found.enter(life.FILE)
    stands = standing(life.PROGRAMME, file, as_of=life.GRADUATION)
    steps.append(
        Step(
            life.GRADUATION,
            Text("Is everything there for the diploma?", "毕业所需各项是否齐备？"),
            Text(
                standing_words(life.PROGRAMME, file, stands, "en"),
                standing_words(life.PROGRAMME, file, stands, "zh"),
            ),
        )
    )
    return bank


# credits of the cycle from 2015 ------------------------------------------------------------


def _cycle_of_2015(steps: list[Step], bank: Ledger) -> Ledger:
    """Join the seminar of the backbone teachers; book credits as the province counts them."""
    joins = eligibility(BACKBONE_SEMINAR, life.TEACHER, as_of=date(2016, 6, 1))
    steps.append(
        Step(
            joins.as_of,
            Text(
                "May the candidate join the backbone seminar?",
                "骨干教师培养对象能否参加高级研修班？",
            ),
            Text(joins.explain("en"), joins.explain("zh")),
        )
    )
    day = date(2017, 8, 31)
    found = _audit(JINING_2015, day, *life.IN_JINING)
    for number, (record, credit) in enumerate(_credits(found), 4):
        bank = bank.recognise(
            f"e-{number}",
            "credits",
            credit,
            origin=record.id,
            true_on=life.last_day(record),
            known_on=date(2017, 6, 30),
            source=SHANDONG_2015.source,
        )
    steps.append(
        Step(
            day,
            Text("Two years into the cycle, by the rules of Jining", "周期过两年，按济宁市的规定"),
            _requirements(found),
        )
    )
    return bank


def _credits(found: Audit) -> list[tuple[TrainingRecord, Amount]]:
    """Return what each record earned as credits, by the policy of an audit."""
    return [
        (own.record, entry.settled.earned)
        for own in found.records
        for entry in own.entries
        if entry.account == "main"
    ]


def _move(steps: list[Step], bank: Ledger) -> Ledger:
    """Take the credits along to another city of the province."""
    held = bank.balance("credits", as_of=life.MOVED, known_on=life.MOVED)
    credit = TrainingRecord("credits-of-jining", day=life.MOVED, local={"credits": held.value})
    (found,) = convert_between(
        life.JINING,
        life.QINGDAO,
        AGREEMENTS,
        life.TEACHER,
        life.up_to(life.MOVED, credit),
        as_of=life.MOVED,
    )
    steps.append(
        Step(
            life.MOVED,
            Text("The teacher moves from Jining to Qingdao", "从济宁市调往青岛市"),
            Text(found.explain("en"), found.explain("zh")),
        )
    )
    taken = bank.oldest_first("credits", found.granted, as_of=life.MOVED)
    bank = bank.transfer_out(
        "e-7",
        taken,
        origin=life.QINGDAO.id,
        true_on=life.MOVED,
        known_on=life.MOVED,
        reason=Text("move to Qingdao", "调往青岛市"),
    )
    for number, (entry, amount) in enumerate(taken.items(), 1):
        bank = bank.transfer_in(
            f"q-{number}",
            "credits",
            amount,
            origin=f"{life.JINING.id}/{entry}",
            true_on=life.MOVED,
            known_on=date(2017, 9, 8),
            reason=life.NAMES[bank[entry].origin],
        )
    return bank


def _corrected(steps: list[Step], bank: Ledger) -> Ledger:
    """Find that a course had fewer hours than were entered."""
    known = date(2018, 1, 10)
    wrong = next(
        own.id for own in bank if own.reason == life.NAMES[life.COUNTY_2017.id] and own.gives
    )
    before = bank.balance("credits", as_of=known, known_on=known)
    bank = bank.correct(
        "q-4",
        wrong,
        training_credits(life.REALLY_2017),
        known_on=known,
        reason=Text("24 hours, not 40, by the county's list", "据县级名册，应为24学时而非40学时"),
    )
    after = bank.balance("credits", as_of=known, known_on=known)
    then = bank.balance("credits", as_of=known, known_on=date(2018, 1, 9))
    steps.append(
        Step(
            known,
            Text("A wrong entry is corrected", "更正一条有误的记录"),
            both(
                (f"- held before: {before}", f"- 更正前：{_number(before)}学分"),
                (f"- held since: {after}", f"- 更正后：{_number(after)}学分"),
                (
                    f"- as it was known the day before, still: {then}",
                    f"- 按前一日所知，仍为：{_number(then)}学分",
                ),
            ),
        )
    )
    return bank


def _revoked(steps: list[Step], bank: Ledger) -> Ledger:
    """Book an online course; its certificate is revoked later."""
    own = life.ONLINE_2018
    bank = bank.recognise(
        "q-5",
        "credits",
        training_credits(own.hours or 0),
        origin=own.id,
        true_on=life.last_day(own),
        known_on=date(2018, 6, 15),
    )
    known = date(2018, 11, 20)
    bank = bank.revoke(
        "q-6",
        "q-5",
        true_on=life.last_day(own),
        known_on=known,
        reason=Text("the certificate was declared void", "证书被宣布无效"),
    )
    held = bank.balance("credits", as_of=known, known_on=known)
    steps.append(
        Step(
            known,
            Text("A certificate is revoked", "一份证书被撤销"),
            both(
                (f"- held since: {held}", f"- 撤销后：{_number(held)}学分"),
                (
                    f"- entries of the course: {', '.join(one.id for one in bank.history(own.id))}",
                    f"- 该课程的条目：{'、'.join(one.id for one in bank.history(own.id))}",
                ),
            ),
        )
    )
    return bank


# principal ----------------------------------------------------------------------------------


def _principal(steps: list[Step], bank: Ledger) -> Ledger:
    """Train for the post before it is held, and book the credits."""
    joins = eligibility(PRINCIPALS_TOPICAL, life.TEACHER, as_of=date(2019, 3, 1))
    steps.append(
        Step(
            joins.as_of,
            Text(
                "May a proposed principal join the topical training?",
                "拟任校长能否参加校长专题培训？",
            ),
            Text(joins.explain("en"), joins.explain("zh")),
        )
    )
    own = life.QUALIFICATION
    bank = bank.recognise(
        "q-7",
        "credits",
        training_credits(own.hours or 0),
        origin=own.id,
        true_on=life.last_day(own),
        known_on=date(2019, 7, 20),
    )
    found = _audit(PRINCIPALS_2013, date(2019, 12, 31), own)
    steps.append(
        Step(
            found.as_of,
            Text(
                "300 hours before the post, by the nation's rule for principals",
                "国家规定：任职前不少于300学时",
            ),
            _requirements(found),
        )
    )
    return bank
