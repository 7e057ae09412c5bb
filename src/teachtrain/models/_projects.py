"""Training projects, their modules, and who organises them."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

import attrs

from teachtrain.errors import InvalidValueError
from teachtrain.models._calendar import whole_number
from teachtrain.models._quantities import CLASS_HOUR, Exact, measured
from teachtrain.models._records import TrainingRecord
from teachtrain.models._sources import Text, text, texts
from teachtrain.models._vocabulary import Approval, Level, Mode, as_tuple, identifier, tags

if TYPE_CHECKING:
    from teachtrain.models._calendar import Span
    from teachtrain.models._quantities import Amount, ExactInput
    from teachtrain.models._sources import Source

__all__ = ["AdmissionRule", "Module", "Organiser", "Role", "TrainingProject"]


class AdmissionRule:
    """Who may join a project; `teachtrain.rules.admission.Admission` says it."""

    __slots__ = ()


class Role(enum.Enum):
    """What a body does in the training of teachers."""

    AUTHORITY = "an education authority: asks for training, and recognises it"
    PLATFORM = "a national platform: offers training at a distance"
    NETWORK = "the network of a region, under a platform"
    CENTRE = "a learning and resource centre for the teachers of a city or county"
    INSTITUTION = "a training institution"
    UNIVERSITY = "a university that examines, or offers courses"


def _hours(value: Amount | ExactInput | None) -> Exact | None:
    return measured(value, CLASS_HOUR, where="hours")


def _mode(value: str | None) -> Mode | None:
    return None if value is None else Mode.of(value, where="mode")


def _level(value: str | None) -> Level | None:
    return None if value is None else Level.of(value, where="Organiser.level")


def _approval(value: str | None) -> Approval | None:
    return None if value is None else Approval.of(value, where="TrainingProject.approval")


@attrs.frozen
class Organiser:
    """
    A body that organises, assists or recognises training.

    Attributes:
        id: Never empty.
        title: What it is called.
        level: The level of government it belongs to; None where not known, or at none.
        parent: Id of the body above it.
        role: What it does; None where not known.
        span: The days on which this held, as far as a source says.
        source: Where it is described.
    """

    id: str
    title: Text = attrs.field(converter=text)
    level: Level | None = attrs.field(default=None, converter=_level, kw_only=True)
    parent: str | None = attrs.field(default=None, kw_only=True)
    role: Role | None = attrs.field(default=None, kw_only=True)
    span: Span | None = attrs.field(default=None, kw_only=True)
    source: Source | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="Organiser.id")


@attrs.frozen
class Module:
    """
    A part of a project that can be completed by itself.

    Attributes:
        id: Never empty.
        title: What it is called.
        hours: Class hours; None where not known.
        topics: What it is about.
        mode: How it is delivered, where it differs from the project.
        activity: The kind of activity, where it differs from the project: an examination.
    """

    id: str
    title: Text = attrs.field(converter=text)
    hours: Exact | None = attrs.field(default=None, converter=_hours, kw_only=True)
    topics: frozenset[str] = attrs.field(default=frozenset(), converter=tags, kw_only=True)
    mode: Mode | None = attrs.field(default=None, converter=_mode, kw_only=True)
    activity: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="Module.id")


@attrs.frozen
class TrainingProject:
    """
    A training project (培训项目) and what it says of each record made in it.

    Attributes:
        id: Never empty.
        title: What it is called.
        organiser: Who runs it; None where not known.
        mode: How it is delivered; None where not known.
        activity: The kind of activity, in the words of the policies that recognise it.
        hours: Class hours of the whole project; None where not known.
        topics: What it is about.
        approval: Whether it was recognised by the body that may.
        modules: Its parts, as far as they are known by name.
        module_count: How many parts it has; None where not known.
        forms: The forms of work in it, as far as they are known.
        audience: Whom it is for, in words; `teachtrain.rules.admission.eligibility` judges.
        levels: Levels of government that carry it out, as far as they are known.
        partners: Bodies that offer it together with the organiser.
        gives: What credit it gives, and where, as far as sources say.
        basis: The documents that it is founded on.
        not_known: What no source says of it.
        admission: Who may join it; None where no source says.
        source: Where it is described.

    Raises:
        InvalidValueError: If two modules share an id, or more are named than there are.
    """

    id: str
    title: Text = attrs.field(converter=text)
    organiser: Organiser | None = attrs.field(default=None, kw_only=True)
    mode: Mode | None = attrs.field(default=None, converter=_mode, kw_only=True)
    activity: str | None = attrs.field(default=None, kw_only=True)
    hours: Exact | None = attrs.field(default=None, converter=_hours, kw_only=True)
    topics: frozenset[str] = attrs.field(default=frozenset(), converter=tags, kw_only=True)
    approval: Approval | None = attrs.field(default=None, converter=_approval, kw_only=True)
    modules: tuple[Module, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    module_count: int | None = attrs.field(default=None, kw_only=True)
    forms: tuple[Text, ...] = attrs.field(default=(), converter=texts, kw_only=True)
    audience: Text | None = attrs.field(
        default=None, converter=attrs.converters.optional(text), kw_only=True
    )
    levels: tuple[Level, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    partners: tuple[Organiser, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    gives: tuple[Text, ...] = attrs.field(default=(), converter=texts, kw_only=True)
    basis: tuple[Source, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    not_known: tuple[Text, ...] = attrs.field(default=(), converter=texts, kw_only=True)
    admission: AdmissionRule | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.instance_of(AdmissionRule)),
        kw_only=True,
    )
    source: Source | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identifier(self.id, where="TrainingProject.id")
        if len({module.id for module in self.modules}) < len(self.modules):
            raise InvalidValueError.at(
                f"TrainingProject {self.id!r}", "a module is listed twice", "give each its own id"
            )
        count = self.module_count
        if count is not None:
            whole_number(count, where="TrainingProject.module_count")
            if count < max(len(self.modules), 1):
                raise InvalidValueError.at(
                    f"TrainingProject {self.id!r}",
                    f"names {len(self.modules)} modules of {count}",
                    "give module_count= of all, those without a name too",
                )

    def record(self, record_id: str, *, module: str | None = None, **facts: Any) -> TrainingRecord:  # noqa: ANN401 - TrainingRecord checks each
        """
        Return a record of this project, its facts filled in from the project and module.

        >>> plan = TrainingProject("safety", "Campus safety", activity="training", hours=16)
        >>> plan.record("r-1").hours
        16

        Args:
            record_id: Id of the record.
            module: Id of the module that was taken, if not the whole project.
            **facts: Fields of `TrainingRecord`; what is given here goes before the project.

        Raises:
            InvalidValueError: If the project has no such module.
        """
        part = next((own for own in self.modules if own.id == module), None)
        if module is not None and part is None:
            raise InvalidValueError.at(
                f"TrainingProject {self.id!r}",
                f"has no module {module!r}",
                f"give one of {', '.join(own.id for own in self.modules) or 'none'}",
            )
        own: dict[str, Any] = {
            "project": self.id,
            "module": module,
            "activity": self.activity if part is None or part.activity is None else part.activity,
            "mode": self.mode if part is None or part.mode is None else part.mode,
            "level": self.organiser.level if self.organiser else None,
            "organiser": self.organiser.id if self.organiser else None,
            "hours": self.hours if part is None else part.hours,
            "topics": self.topics if part is None else self.topics | part.topics,
            "approval": self.approval,
        }
        return TrainingRecord(record_id, **(own | facts))
