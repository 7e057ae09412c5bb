"""The words that facts are given in: closed ones as enumerations, open ones as terms."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from teachtrain.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "BACKBONE_TEACHER",
    "BECAME_PRINCIPAL",
    "CLASS_TEACHER",
    "IN_POST",
    "NEW_TEACHER",
    "NONE",
    "ON_LEAVE",
    "PRINCIPAL",
    "PROPOSED_PRINCIPAL",
    "RURAL_TEACHER",
    "UNKNOWN",
    "YES",
    "Absent",
    "Approval",
    "Level",
    "Mode",
    "Result",
    "Stage",
    "Status",
    "Term",
    "as_tuple",
    "brief",
    "chosen",
    "identifier",
    "several",
    "tags",
]


class Absent(enum.Enum):
    """Why a fact has no value."""

    UNKNOWN = "not known"
    NONE = "known to be none"


UNKNOWN: Final = Absent.UNKNOWN
"""The fact has a value, and it is not known. Never read as zero, false or "no"."""
NONE: Final = Absent.NONE
"""The fact is known to have no value."""


def identifier(value: str, *, where: str) -> str:
    """Return *value*, refusing an empty, padded, over-long or unprintable id."""
    if not isinstance(value, str):
        raise InvalidTypeError.at(
            where, f"an id is text (got {type(value).__name__})", 'give text such as "r-1"'
        )
    if not value or value != value.strip() or len(value) > 200 or not value.isprintable():  # noqa: PLR2004 - stated in the message
        raise InvalidValueError.at(
            where,
            f"not an id (got {brief(value)})",
            "give 1 to 200 printable characters without outer spaces",
        )
    return value


_BRIEF: Final = 50
"""How many letters of a refused text an error repeats: enough to find it again."""


def brief(value: object) -> str:
    """
    Return *value* as an error shows it: never at length, other things by their kind.

    Of a text, what can't be printed is escaped, and all else stands as it came in.
    """
    if isinstance(value, str):
        return repr(value[:_BRIEF]) + ("..." if len(value) > _BRIEF else "")
    if value is None or isinstance(value, (bool, float, Absent)):
        return repr(value)
    if isinstance(value, int) and abs(value) < 10**18:  # what an amount may be
        return repr(value)
    return type(value).__name__


Kind = TypeVar("Kind", bound=enum.Enum)


def chosen(kind: type[Kind], value: object, *, where: str) -> Kind:
    """Return the member of an enumeration that *value* is or names, refusing any other."""
    for member in kind:
        if value in (member, member.value):
            return member
    raise InvalidValueError.at(
        where,
        f"not one of its words (got {brief(value)})",
        f"give one of {', '.join(repr(member.value) for member in kind)}",
    )


def refuse_other_kind(value: object, kind: type, *, where: str, none: bool = False) -> None:
    """Refuse a value that is no *kind*; with *none*, None is one too."""
    if not (isinstance(value, kind) or (none and value is None)):
        raise InvalidTypeError.at(
            where, f"is no {kind.__name__} (got {brief(value)})", f"give {kind.__name__}"
        )


def tags(value: str | Iterable[str]) -> frozenset[str]:
    """Return the set of words in *value*; one word alone is a set of one."""
    return frozenset((value,)) if isinstance(value, str) else frozenset(value)


def several(value: Any, *, where: str, mend: str) -> Iterable[Any]:  # noqa: ANN401 - a field takes what comes
    """Return *value*, refusing one that can't be gone through."""
    if not hasattr(value, "__iter__"):
        raise InvalidTypeError.at(where, f"not several values (got {brief(value)})", mend)
    values: Iterable[Any] = value
    return values


def as_tuple(values: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a converter takes what comes
    """Return *values* as a tuple, one value alone as a tuple of one: for fields of several."""
    if isinstance(values, str) or not hasattr(values, "__iter__"):
        return (values,)
    return tuple(values)


class Term(str):
    """
    A word of an open vocabulary, with its label in two languages.

    It equals its id, so plain text serves wherever no label is wanted.

    >>> CLASS_TEACHER == "class_teacher", CLASS_TEACHER.zh
    (True, '班主任')
    """

    __slots__ = ("en", "zh")

    en: str
    zh: str

    def __new__(cls, term_id: str, en: str = "", zh: str = "") -> Self:
        """Make the term of an id and its labels."""
        term = super().__new__(cls, identifier(term_id, where="Term"))
        term.en = en or term_id
        term.zh = zh or term.en
        return term

    def __getnewargs__(self) -> tuple[str, str, str]:  # type: ignore[override]  # as __new__ here
        return (str.__str__(self), self.en, self.zh)

    def __repr__(self) -> str:
        return f"Term({str.__str__(self)!r}, {self.en!r}, {self.zh!r})"


NEW_TEACHER: Final = Term("new_teacher", "new teacher", "新任教师")
BACKBONE_TEACHER: Final = Term("backbone_teacher", "backbone teacher", "骨干教师")
RURAL_TEACHER: Final = Term("rural_teacher", "rural teacher", "乡村教师")
PRINCIPAL: Final = Term("principal", "principal", "校长")
PROPOSED_PRINCIPAL: Final = Term("proposed_principal", "proposed principal", "拟任校长")
CLASS_TEACHER: Final = Term("class_teacher", "class teacher", "班主任")

BECAME_PRINCIPAL: Final = Term("became_principal", "taking up a principal's post", "任校长")
"""An event: the first day in a principal's post; a day to come, where it is settled."""

YES: Final = Term("yes", "yes", "是")
"""What a local fact says that is asked with yes or no."""

IN_POST: Final = Term("in_post", "in post", "在岗")
ON_LEAVE: Final = Term("on_leave", "on leave", "休假")


class _Word(enum.StrEnum):
    """A closed vocabulary whose members carry two labels."""

    en: str
    zh: str

    def __new__(cls, term_id: str, en: str, zh: str) -> Self:
        word = str.__new__(cls, term_id)
        word._value_ = term_id
        word.en = en
        word.zh = zh
        return word

    @classmethod
    def of(cls, value: object, *, where: str) -> Self:
        """Return the word of an id, refusing what is not one of the vocabulary."""
        found = cls._value2member_map_.get(value) if isinstance(value, str) else None
        if not isinstance(found, cls):
            raise InvalidValueError.at(
                where, f"not one of its words (got {brief(value)})", f"give one of {', '.join(cls)}"
            )
        return found

    @classmethod
    def or_absent(cls, value: object, *, where: str) -> Self | Absent | None:
        """Return the word of an id; `NONE` stays, and what is not known becomes None."""
        if value is None or value is UNKNOWN:
            return None
        return NONE if value is NONE else cls.of(value, where=where)


class Level(_Word):
    """A level of government, or the school; each is above those named after it."""

    NATION = "nation", "nation", "国家级"
    PROVINCE = "province", "province", "省级"
    CITY = "city", "city", "市级"
    COUNTY = "county", "county", "县级"
    SCHOOL = "school", "school", "校级"

    def reaches(self, other: Level) -> bool:
        """Whether this level is *other* or above it."""
        order = list(Level)
        return order.index(self) <= order.index(other)


class Mode(_Word):
    """How training is delivered."""

    FACE_TO_FACE = "face_to_face", "face to face", "集中培训"
    ONLINE = "online", "online", "网络研修"
    SCHOOL_BASED = "school_based", "school-based", "校本研修"
    BLENDED = "blended", "blended", "混合式培训"
    PRACTICE = "practice", "practice", "实践培训"
    SELF_STUDY = "self_study", "self-study", "自主研修"


class Result(_Word):
    """The outcome of the assessment."""

    PASSED = "passed", "passed", "合格"
    EXCELLENT = "excellent", "excellent", "优秀"
    FAILED = "failed", "failed", "不合格"


class Approval(_Word):
    """Whether the body that may recognise the activity did so."""

    APPROVED = "approved", "approved", "已认定"
    REFUSED = "refused", "refused", "不予认定"


class Status(_Word):
    """Whether a record is settled, or may still be confirmed or struck out."""

    FINAL = "final", "final", "已审核"
    PENDING = "pending", "pending", "待审核"


class Stage(_Word):
    """The stage of schooling a teacher teaches."""

    KINDERGARTEN = "kindergarten", "kindergarten", "幼儿园"
    PRIMARY = "primary", "primary", "小学"
    JUNIOR_SECONDARY = "junior_secondary", "junior secondary", "初中"
    SENIOR_SECONDARY = "senior_secondary", "senior secondary", "普通高中"
    VOCATIONAL_SECONDARY = "vocational_secondary", "secondary vocational", "中等职业学校"
    SPECIAL = "special", "special education", "特殊教育"
