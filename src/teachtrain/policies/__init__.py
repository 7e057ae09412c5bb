"""
Real policies, national and local, ready to import; each clause names its source.

A policy is built when it is first asked for: importing one does not build the others.
`ACTIVITIES` lists the words for kinds of training record that these policies recognise.

>>> from teachtrain.policies import SHANDONG_2015
>>> SHANDONG_2015.source.number
'鲁教师发〔2015〕3号'
>>> print(SHANDONG_2015.silent[0].en, SHANDONG_2015.silent[0].zh)
the first day of the cycle 周期的起始日
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from teachtrain.policies._beijing import BEIJING_2016
    from teachtrain.policies._fujian import FUZHOU_PROFESSIONAL_STAFF
    from teachtrain.policies._nation import (
        NATION_1999,
        NATION_2011,
        PRINCIPALS_1999,
        PRINCIPALS_2013,
        REGISTRATION,
    )
    from teachtrain.policies._shandong import JINING_2015, SHANDONG_2015, SHANDONG_UNNAMED_CITY
    from teachtrain.policies._shanghai import SHANGHAI_UNNAMED_DISTRICT_2016, XUHUI_2006
    from teachtrain.policies._words import ACTIVITIES
    from teachtrain.policies._zhejiang import ZHEJIANG_2010, ZHEJIANG_2016

__all__ = [
    "ACTIVITIES",
    "BEIJING_2016",
    "FUZHOU_PROFESSIONAL_STAFF",
    "JINING_2015",
    "NATION_1999",
    "NATION_2011",
    "PRINCIPALS_1999",
    "PRINCIPALS_2013",
    "REGISTRATION",
    "SHANDONG_2015",
    "SHANDONG_UNNAMED_CITY",
    "SHANGHAI_UNNAMED_DISTRICT_2016",
    "XUHUI_2006",
    "ZHEJIANG_2010",
    "ZHEJIANG_2016",
]

_MODULES = {
    "ACTIVITIES": "_words",
    "BEIJING_2016": "_beijing",
    "FUZHOU_PROFESSIONAL_STAFF": "_fujian",
    "JINING_2015": "_shandong",
    "NATION_1999": "_nation",
    "NATION_2011": "_nation",
    "PRINCIPALS_1999": "_nation",
    "PRINCIPALS_2013": "_nation",
    "REGISTRATION": "_nation",
    "SHANDONG_2015": "_shandong",
    "SHANDONG_UNNAMED_CITY": "_shandong",
    "SHANGHAI_UNNAMED_DISTRICT_2016": "_shanghai",
    "XUHUI_2006": "_shanghai",
    "ZHEJIANG_2010": "_zhejiang",
    "ZHEJIANG_2016": "_zhejiang",
}

if not TYPE_CHECKING:  # a checker reads the imports above, and so finds a misspelt name

    def __getattr__(name: str) -> Any:  # noqa: ANN401 - a policy or the tuple of terms
        """Return a policy, and build its file's policies at the first time."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """Return the public names, built or not."""
        return sorted({*globals(), *__all__})
