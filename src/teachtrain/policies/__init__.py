"""
Real policies, national and local, ready to import; each clause names its source.

A policy is built when it is first asked for: importing one does not build the others.
`AGREEMENTS` lists the agreements between credit systems, and `ACTIVITIES` the words for kinds of
training record that these policies recognise.

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
    from teachtrain.policies._agreements import (
        AGREEMENTS,
        COMPULSORY_EDUCATION,
        MOVES_BETWEEN_LIKE_SCHOOLS,
        NON_DEGREE_TRAINING,
        NTET_INTERMEDIATE,
        NTET_PRIMARY,
        PILOT_2009,
        PILOT_SUBSTITUTIONS,
        SHANDONG_PROVINCE_WIDE,
        SHANDONG_SYSTEM,
        UNNAMED_PROVINCE,
    )
    from teachtrain.policies._anhui import ANHUI
    from teachtrain.policies._beijing import BEIJING_2016
    from teachtrain.policies._chongqing import CHONGQING_2017
    from teachtrain.policies._class_teachers import CLASS_TEACHERS_2006
    from teachtrain.policies._fujian import FUZHOU_PROFESSIONAL_STAFF
    from teachtrain.policies._gansu import YONGDENG
    from teachtrain.policies._guangdong import GUANGDONG_2021, GUANGZHOU_2008, SHENZHEN_2021
    from teachtrain.policies._guizhou import GUIZHOU_2016
    from teachtrain.policies._heilongjiang import HEILONGJIANG
    from teachtrain.policies._hunan import CHANGSHA_2013, HUNAN_2011, LIANYUAN
    from teachtrain.policies._jiangsu import JIANGSU, SUQIAN
    from teachtrain.policies._jiangxi import JIANGXI_2018, YUJIANG_2019
    from teachtrain.policies._nation import (
        NATION_1999,
        NATION_2011,
        PRINCIPALS_1999,
        PRINCIPALS_2013,
        REGISTRATION,
    )
    from teachtrain.policies._personnel import PROFESSIONAL_STAFF
    from teachtrain.policies._principals import (
        HAINAN_PRINCIPALS_2014,
        PRINCIPALS_SAFETY_2006,
        SHAANXI_PRINCIPALS_2017,
    )
    from teachtrain.policies._shandong import JINING_2015, SHANDONG_2015, SHANDONG_UNNAMED_CITY
    from teachtrain.policies._shanghai import SHANGHAI_UNNAMED_DISTRICT_2016, XUHUI_2006
    from teachtrain.policies._shanxi import SHANXI_DEGREES_2021
    from teachtrain.policies._sichuan import NANBU, SICHUAN_TECHNOLOGY
    from teachtrain.policies._technology import (
        EDUCATIONAL_TECHNOLOGY_2005,
        YUNNAN_TECHNOLOGY_EXAMINATION_2009,
    )
    from teachtrain.policies._unplaced_rules import (
        UNPLACED_CITY_72,
        UNPLACED_DEGREE_EXEMPTION,
        UNPLACED_NEW_CURRICULUM,
        UNPLACED_TECHNOLOGY_2020,
    )
    from teachtrain.policies._unplaced_tables import (
        UNPLACED_COUNTY_HOURS,
        UNPLACED_HOURS_TO_CREDITS,
        UNPLACED_SCHOOL_CREDITS,
        UNPLACED_SCHOOL_PLAN,
        UNPLACED_STAFF_TABLE,
    )
    from teachtrain.policies._words import ACTIVITIES
    from teachtrain.policies._zhejiang import ZHEJIANG_2010, ZHEJIANG_2016

__all__ = [
    "ACTIVITIES",
    "AGREEMENTS",
    "ANHUI",
    "BEIJING_2016",
    "CHANGSHA_2013",
    "CHONGQING_2017",
    "CLASS_TEACHERS_2006",
    "COMPULSORY_EDUCATION",
    "EDUCATIONAL_TECHNOLOGY_2005",
    "FUZHOU_PROFESSIONAL_STAFF",
    "GUANGDONG_2021",
    "GUANGZHOU_2008",
    "GUIZHOU_2016",
    "HAINAN_PRINCIPALS_2014",
    "HEILONGJIANG",
    "HUNAN_2011",
    "JIANGSU",
    "JIANGXI_2018",
    "JINING_2015",
    "LIANYUAN",
    "MOVES_BETWEEN_LIKE_SCHOOLS",
    "NANBU",
    "NATION_1999",
    "NATION_2011",
    "NON_DEGREE_TRAINING",
    "NTET_INTERMEDIATE",
    "NTET_PRIMARY",
    "PILOT_2009",
    "PILOT_SUBSTITUTIONS",
    "PRINCIPALS_1999",
    "PRINCIPALS_2013",
    "PRINCIPALS_SAFETY_2006",
    "PROFESSIONAL_STAFF",
    "REGISTRATION",
    "SHAANXI_PRINCIPALS_2017",
    "SHANDONG_2015",
    "SHANDONG_PROVINCE_WIDE",
    "SHANDONG_SYSTEM",
    "SHANDONG_UNNAMED_CITY",
    "SHANGHAI_UNNAMED_DISTRICT_2016",
    "SHANXI_DEGREES_2021",
    "SHENZHEN_2021",
    "SICHUAN_TECHNOLOGY",
    "SUQIAN",
    "UNNAMED_PROVINCE",
    "UNPLACED_CITY_72",
    "UNPLACED_COUNTY_HOURS",
    "UNPLACED_DEGREE_EXEMPTION",
    "UNPLACED_HOURS_TO_CREDITS",
    "UNPLACED_NEW_CURRICULUM",
    "UNPLACED_SCHOOL_CREDITS",
    "UNPLACED_SCHOOL_PLAN",
    "UNPLACED_STAFF_TABLE",
    "UNPLACED_TECHNOLOGY_2020",
    "XUHUI_2006",
    "YONGDENG",
    "YUJIANG_2019",
    "YUNNAN_TECHNOLOGY_EXAMINATION_2009",
    "ZHEJIANG_2010",
    "ZHEJIANG_2016",
]

_MODULES = {
    "ACTIVITIES": "_words",
    "AGREEMENTS": "_agreements",
    "COMPULSORY_EDUCATION": "_agreements",
    "MOVES_BETWEEN_LIKE_SCHOOLS": "_agreements",
    "NON_DEGREE_TRAINING": "_agreements",
    "NTET_INTERMEDIATE": "_agreements",
    "NTET_PRIMARY": "_agreements",
    "PILOT_2009": "_agreements",
    "PILOT_SUBSTITUTIONS": "_agreements",
    "SHANDONG_PROVINCE_WIDE": "_agreements",
    "SHANDONG_SYSTEM": "_agreements",
    "UNNAMED_PROVINCE": "_agreements",
    "ANHUI": "_anhui",
    "HEILONGJIANG": "_heilongjiang",
    "SHANXI_DEGREES_2021": "_shanxi",
    "CHANGSHA_2013": "_hunan",
    "CHONGQING_2017": "_chongqing",
    "GUIZHOU_2016": "_guizhou",
    "HUNAN_2011": "_hunan",
    "JIANGSU": "_jiangsu",
    "JIANGXI_2018": "_jiangxi",
    "BEIJING_2016": "_beijing",
    "FUZHOU_PROFESSIONAL_STAFF": "_fujian",
    "JINING_2015": "_shandong",
    "LIANYUAN": "_hunan",
    "CLASS_TEACHERS_2006": "_class_teachers",
    "EDUCATIONAL_TECHNOLOGY_2005": "_technology",
    "GUANGDONG_2021": "_guangdong",
    "GUANGZHOU_2008": "_guangdong",
    "HAINAN_PRINCIPALS_2014": "_principals",
    "NANBU": "_sichuan",
    "NATION_1999": "_nation",
    "NATION_2011": "_nation",
    "PRINCIPALS_1999": "_nation",
    "PRINCIPALS_2013": "_nation",
    "PRINCIPALS_SAFETY_2006": "_principals",
    "PROFESSIONAL_STAFF": "_personnel",
    "REGISTRATION": "_nation",
    "SHAANXI_PRINCIPALS_2017": "_principals",
    "SHANDONG_2015": "_shandong",
    "SHANDONG_UNNAMED_CITY": "_shandong",
    "SUQIAN": "_jiangsu",
    "YUJIANG_2019": "_jiangxi",
    "SHENZHEN_2021": "_guangdong",
    "SICHUAN_TECHNOLOGY": "_sichuan",
    "UNPLACED_CITY_72": "_unplaced_rules",
    "UNPLACED_COUNTY_HOURS": "_unplaced_tables",
    "UNPLACED_DEGREE_EXEMPTION": "_unplaced_rules",
    "UNPLACED_HOURS_TO_CREDITS": "_unplaced_tables",
    "UNPLACED_NEW_CURRICULUM": "_unplaced_rules",
    "UNPLACED_SCHOOL_CREDITS": "_unplaced_tables",
    "UNPLACED_SCHOOL_PLAN": "_unplaced_tables",
    "UNPLACED_STAFF_TABLE": "_unplaced_tables",
    "UNPLACED_TECHNOLOGY_2020": "_unplaced_rules",
    "YONGDENG": "_gansu",
    "YUNNAN_TECHNOLOGY_EXAMINATION_2009": "_technology",
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
