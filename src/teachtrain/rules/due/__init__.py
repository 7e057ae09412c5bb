"""What is still due, and until when: plans, room under ceilings, promises with dates."""

from teachtrain.rules.due._options import Option
from teachtrain.rules.due._plans import Method, Plan
from teachtrain.rules.due._promises import PartPromise, Promise, promises
from teachtrain.rules.due._rooms import Room
from teachtrain.rules.due._still import DueLine, State, StillDue, still_due

__all__ = [
    "DueLine",
    "Method",
    "Option",
    "PartPromise",
    "Plan",
    "Promise",
    "Room",
    "State",
    "StillDue",
    "promises",
    "still_due",
]
