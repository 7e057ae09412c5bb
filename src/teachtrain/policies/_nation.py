"""
National rules on the in-service training of teachers and principals.

National texts fix few figures. What they leave to the provinces is left open here: a result that
depends on it is unknown until a province's own policy, or a fact, settles it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from teachtrain.models import (
    BECAME_PRINCIPAL,
    CLASS_HOUR,
    NEW_TEACHER,
    PRINCIPAL,
    PROPOSED_PRINCIPAL,
    TRAINING_CREDIT,
    Certainty,
    Clip,
    Cycle,
    Level,
    Source,
    Span,
    Text,
    class_hours,
    number,
)
from teachtrain.policies._texts import (
    BEFORE_OR_IN_THE_POST,
    BEFORE_THE_POST,
    FAILED_COUNTS,
    FAILED_IS_OPEN,
    FIVE_YEARS,
    LEFT_TO_THE_PROVINCE,
    PART_OF_A_CYCLE,
    ROUNDING,
    SEVERAL_DAYS,
)
from teachtrain.policies._words import (
    ALLOWED_INTERRUPTIONS,
    ANNUAL_APPRAISAL,
    APPOINTED,
    BACKBONE_TRAINING,
    CERTIFICATE,
    CREDITS,
    DEGREE_YEAR,
    DELEGATED,
    ETHICS,
    ETHICS_MET,
    ETHICS_NOT_MET,
    EXCELLENT,
    FAILED_APPRAISALS_IN_A_ROW,
    FIT,
    FIT_FOR_WORK,
    HELD,
    HOURS,
    INDUCTION,
    LONG_INTERRUPTION,
    MEASURED_IN_CREDITS,
    POST_TRAINING,
    PRINCIPAL_IMPROVEMENT,
    PRINCIPAL_QUALIFICATION,
    PROBATION_ENDED,
    QUALIFIED,
    REGISTERED,
    REGISTRATION_CREDITS_DUE,
    REGISTRATION_MEASURE,
    UNDECIDED,
)
from teachtrain.rules import (
    Account,
    Consequence,
    Policy,
    all_of,
    any_of,
    between_events,
    define,
    figure,
    nothing,
    post,
    recognise,
    record,
    require,
    teacher,
    total,
    when,
    where,
)

__all__ = ["NATION_1999", "NATION_2011", "PRINCIPALS_1999", "PRINCIPALS_2013", "REGISTRATION"]

# Sources ----------------------------------------------------------------------------------

ORDER_7: Final = Source(
    "教育部令第7号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Provisions on the continuing education of primary and secondary school teachers",
        "中小学教师继续教育规定",
    ),
    addresses=(
        "http://trklw.com/Idiomexplanation/pky4vk2hwk.html",
        "http://hbrsks.net/px/?id=232968",
        "https://wodeyuanxiao.com/Educationandtraining/iepujcxdyl.html",
    ),
    note=Text(
        "Issued in September 1999; the day was not verified. Articles 1 to 9 were read in "
        "unofficial copies, two more in translation.",
        "1999年9月发布，具体日期未经核实。第一条至第九条查阅自非官方文本，另有两条查阅自译文。",
    ),
)
OPINIONS_2011: Final = Source(
    "教师〔2011〕1号",
    certainty=Certainty.REPORTED,
    title=Text(
        "Opinions on strengthening the training of primary and secondary school teachers",
        "关于大力加强中小学教师培训工作的意见",
    ),
    addresses=(
        "https://fx361.cc/page/2012/0402/20143475.shtml",
        "http://fsou.com/html/text/lar/172673/17267363_1.html",
        "http://zhangshuren.com/info/1083/1615.html",
    ),
    note=Text(
        "Issued in January 2011; the day was not verified. Headings and the opening were read, "
        "the figures in an article by officials and in a city's restatement.",
        "2011年1月发布，具体日期未经核实。已查阅各级标题和开头部分，数字见于官员所撰文章和某市转述。",
    ),
)
ORDER_8: Final = Source(
    "教育部令第8号",
    certainty=Certainty.SECONDARY,
    title=Text(
        "Provisions on the training of primary and secondary school principals",
        "中小学校长培训规定",
    ),
    issued=date(1999, 12, 30),
    addresses=(
        "https://wodeyuanxiao.com/Educationandtraining/dekhwlcvaa.html",
        "https://soolun.net/periodical/e5c465baa83427df99bd04d843063faf.html",
    ),
    note=Text(
        "Articles 6 to 9 were read in a machine translation; the day of issue in an abstract.",
        "第六条至第九条查阅自机器译文，发布日期见于摘要。",
    ),
)
OPINIONS_2013: Final = Source(
    "教师〔2013〕11号",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Opinions on further strengthening the training of primary and secondary school principals",
        "关于进一步加强中小学校长培训工作的意见",
    ),
    addresses=(
        "https://e-chinaedu.cn/html/edunews/2013/yaowen_0927/40176.shtml",
        "https://www.ppdoc.com/periodical/0aeec43e1894d44caddb8ecd0ee5ea5d.html",
        "http://hbsztv.com/news/20130929/165649.html",
    ),
    note=Text(
        "Issued in September 2013. Sections 1 to 3 were read; the figures in press reports.",
        "2013年9月发布。已查阅第一至第三部分，数字见于新闻报道。",
    ),
)
REGISTRATION_MEASURES: Final = Source(
    "中小学教师资格定期注册暂行办法",
    certainty=Certainty.READ_IN_PART,
    title=Text(
        "Interim measures for the periodic registration of teacher qualifications",
        "中小学教师资格定期注册暂行办法",
    ),
    addresses=(
        "https://wenda.hqwx.com/article-160824.html",
        "http://m.lorazepamrguide.com/jiaoshi/2022/15317.html",
    ),
    note=Text(
        "The conditions were read in two unofficial copies, without article numbers. The "
        "document's own number and year were not verified.",
        "各项条件查阅自两份非官方文本，无条文序号。文号和年份未经核实。",
    ),
)

# From when for sure: the months of issue were read, the days in them were not verified ------
SURE_FROM_1999: Final = date(1999, 10, 1)
SURE_FROM_2011: Final = date(2011, 2, 1)
SURE_FROM_2013: Final = date(2013, 10, 1)

# Who and when -----------------------------------------------------------------------------

NEW_WHEN_APPOINTED: Final = teacher.category.is_(NEW_TEACHER).on(APPOINTED)
PROBATION: Final = between_events(APPOINTED, PROBATION_ENDED)

PRINCIPALS: Final = teacher.category.is_(PRINCIPAL)
PRINCIPALS_NOW_OR_SOON: Final = teacher.category.one_of(PRINCIPAL, PROPOSED_PRINCIPAL)

# What all of them leave open --------------------------------------------------------------

LEFT_OPEN: Final = (
    Text("the first day of a cycle", "周期的起始日"),
    Text(
        "who recognises training, and how school-based training and self-directed study count",
        "培训由谁认定，校本研修与自主研修如何计算",
    ),
    FAILED_COUNTS,
    Text(
        "how long a class hour lasts and how many make a day",
        "1学时的时长，以及一天折合多少学时",
    ),
    SEVERAL_DAYS,
    ROUNDING,
    Text(
        "proration for late entry, leave or part of a cycle; a late joiner owes the figures of "
        "the cycle in full",
        "中途入职、休假或任职不满一周期的折算；中途入职者暂按整个周期的要求",
    ),
    Text("surplus at the end of a cycle", "周期末的超额学时"),
)

# Teachers ---------------------------------------------------------------------------------

NATION_1999: Final = Policy(
    id="cn-1999",
    title=Text("Continuing education of teachers, 1999", "中小学教师继续教育规定（1999年）"),
    source=ORDER_7,
    level=Level.NATION,
    place="cn",
    cycle=FIVE_YEARS,
    accounts=(
        Account("post", CLASS_HOUR, title=Text("post training", "教师岗位培训")),
        Account("induction", CLASS_HOUR, title=Text("new teacher training", "新任教师培训")),
        Account("backbone", CLASS_HOUR, title=Text("backbone teacher training", "骨干教师培训")),
    ),
    recognition=(
        recognise(
            "new-teacher-training",
            where(activity=INDUCTION),
            post("induction", HOURS),
            title=Text("New teacher training", "新任教师培训"),
            article="Art. 9(1)",
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "post-training",
            where(activity=POST_TRAINING),
            post("post", HOURS),
            title=Text("Post training", "教师岗位培训"),
            article="Art. 9(1)",
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "backbone-training",
            where(activity=BACKBONE_TRAINING),
            post("backbone", HOURS),
            title=Text("Backbone teacher training", "骨干教师培训"),
            article="Art. 9(1)",
            note=Text(
                "A type of its own, for which no least number of hours is stated.",
                "骨干教师培训单列，未规定最低学时。",
            ),
        ),
        nothing(
            "degree-education",
            where(activity=DEGREE_YEAR),
            reason=Text(
                "degree education is the other branch of continuing education and is not "
                "measured in hours of post training",
                "学历教育是继续教育的另一类别，不计入岗位培训学时",
            ),
            title=Text("Degree education", "学历教育"),
            article="Art. 9(2)",
            note=Text(
                "That degree study frees from post training was found in one province's rule "
                "only, not in this order.",
                "学历学习免除岗位培训仅见于地方规定，本规定所读部分未见。",
            ),
        ),
        recognise(
            "left-to-the-province",
            where(activity=DELEGATED),
            post("post", record.hours * UNDECIDED),
            title=Text("School-based training and self-directed study", "校本研修与自主研修"),
            note=LEFT_TO_THE_PROVINCE,
        ),
    ),
    requirements=(
        require(
            "new-teacher-120",
            total("induction", over=PROBATION) >= class_hours(120),
            applies=all_of(NEW_WHEN_APPOINTED, teacher.event(PROBATION_ENDED) > SURE_FROM_1999),
            title=Text(
                "120 hours of new teacher training within the probation period",
                "新任教师试用期内培训不少于120学时",
            ),
            article="Art. 9(1)",
            source=ORDER_7.at(certainty=Certainty.READ),
        ),
        require(
            "post-training-240",
            total("post") >= class_hours(240),
            title=Text(
                "240 hours of post training in five years", "教师岗位培训五年累计不少于240学时"
            ),
            article="Art. 9(1)",
            source=ORDER_7.at(certainty=Certainty.READ),
            in_force=Span.since(SURE_FROM_1999),
            note=Text(
                "Five years make a cycle in principle, by Article 7.",
                "第七条：原则上每五年为一个周期。",
            ),
        ),
    ),
    silent=(
        *LEFT_OPEN,
        Text("the day in September 1999 from which the order holds", "本规定在1999年9月的施行日"),
        Text(
            "articles 12 and after: assessment, reward and consequence",
            "第十二条及以后各条：考核、奖励与后果",
        ),
        Text(
            "whether a teacher in probation owes post training as well",
            "试用期内的教师是否同时须参加岗位培训",
        ),
        Text(
            "exemption for degree study, found in one province's rule only",
            "参加学历学习的免修，仅见于一省规定",
        ),
    ),
)

NATION_2011: Final = Policy(
    id="cn-2011",
    title=Text("Teacher training, 2011", "加强中小学教师培训工作的意见（2011年）"),
    source=OPINIONS_2011,
    level=Level.NATION,
    place="cn",
    cycle=FIVE_YEARS,
    accounts=(
        Account("training", CLASS_HOUR, title=Text("training of all staff", "教师全员培训")),
        Account("induction", CLASS_HOUR, title=Text("new teacher training", "新任教师岗前培训")),
    ),
    recognition=(
        recognise(
            "new-teacher-training",
            where(activity=INDUCTION),
            post("induction", HOURS),
            title=Text("New teacher training", "新任教师岗前培训"),
            source=OPINIONS_2011.at(certainty=Certainty.SECONDARY),
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "training",
            where(activity=(*POST_TRAINING, BACKBONE_TRAINING)),
            post("training", HOURS),
            title=Text("Post training and backbone teacher study", "岗位培训与骨干教师研修"),
            source=OPINIONS_2011.at(certainty=Certainty.SECONDARY),
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "left-to-the-province",
            where(activity=DELEGATED),
            post("training", record.hours * UNDECIDED),
            title=Text("School-based training and self-directed study", "校本研修与自主研修"),
            note=LEFT_TO_THE_PROVINCE,
        ),
    ),
    requirements=(
        require(
            "new-teacher-120",
            total("induction", over=PROBATION) >= class_hours(120),
            applies=all_of(NEW_WHEN_APPOINTED, teacher.event(PROBATION_ENDED) > SURE_FROM_2011),
            title=Text(
                "120 hours of training for new teachers", "新任教师岗前适应性培训不少于120学时"
            ),
            source=OPINIONS_2011.at(certainty=Certainty.SECONDARY),
            note=Text(
                "Read in a city's restatement, which calls the training pre-service and says "
                "'in general'. No clock of its own was seen, so that of Order No. 7 is used: "
                "the probation period.",
                "见于某市转述，称岗前培训、一般不少于120学时；未见单独期限，故沿用教育部令第7号的试用期。",
            ),
        ),
        require(
            "training-360",
            total("training") >= class_hours(360),
            title=Text("360 hours of training in five years", "五年一周期培训不少于360学时"),
            in_force=Span.since(SURE_FROM_2011),
            note=Text(
                "The 240 hours of Order No. 7 were left as they are, so both figures hold.",
                "未修改教育部令第7号的240学时，二者并存。",
            ),
        ),
    ),
    silent=(
        *LEFT_OPEN,
        Text("the day in January 2011 from which the opinions hold", "本意见在2011年1月的施行日"),
        Text(
            "whether the hours of new teachers are within the 360 hours",
            "新任教师培训学时是否包含在360学时之内",
        ),
        Text(
            "how the 360 hours differ by category, level and post",
            "360学时如何按类别、层次和岗位区分",
        ),
        Text("whether degree study counts", "学历学习是否计入"),
    ),
)

# Principals -------------------------------------------------------------------------------

PRINCIPALS_1999: Final = Policy(
    id="cn-principals-1999",
    title=Text("Training of principals, 1999", "中小学校长培训规定（1999年）"),
    source=ORDER_8,
    level=Level.NATION,
    place="cn",
    cycle=FIVE_YEARS,
    accounts=(
        Account("improvement", CLASS_HOUR, title=Text("improvement training", "在职校长提高培训")),
        Account("qualification", CLASS_HOUR, title=Text("qualification training", "任职资格培训")),
        Account("advanced", CLASS_HOUR, title=Text("advanced training", "骨干校长高级研修")),
    ),
    recognition=(
        recognise(
            "qualification-training",
            where(activity=PRINCIPAL_QUALIFICATION),
            post("qualification", HOURS),
            title=Text("Qualification training", "任职资格培训"),
            article="Art. 7(1)",
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "improvement-training",
            where(activity=PRINCIPAL_IMPROVEMENT),
            post("improvement", HOURS),
            title=Text("Improvement training", "在职校长提高培训"),
            article="Art. 7(2)",
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "advanced-training",
            where(activity=BACKBONE_TRAINING),
            post("advanced", HOURS),
            title=Text("Advanced training of backbone principals", "骨干校长高级研修"),
            article="Art. 7(3)",
            note=Text(
                "A type of its own, for which no least number of hours is stated.",
                "骨干校长高级研修单列，未规定最低学时。",
            ),
        ),
    ),
    requirements=(
        require(
            "qualification-300",
            total("qualification", over=BEFORE_OR_IN_THE_POST) >= class_hours(300),
            applies=all_of(
                PRINCIPALS_NOW_OR_SOON, teacher.event(BECAME_PRINCIPAL) >= date(1999, 12, 30)
            ),
            title=Text(
                "300 hours of qualification training in all", "任职资格培训累计不少于300学时"
            ),
            article="Art. 7(1)",
            note=Text(
                "For new or proposed principals, read as those who take the post from the day of "
                "issue on. No day is named by which the hours must be complete.",
                "面向新任或拟任校长，理解为自发布之日起任职者；未见完成期限。",
            ),
        ),
        require(
            "improvement-240",
            total("improvement") >= class_hours(240),
            applies=PRINCIPALS,
            title=Text(
                "240 hours of improvement training in five years",
                "在职校长提高培训每五年累计不少于240学时",
            ),
            article="Art. 7(2)",
        ),
    ),
    silent=(
        *LEFT_OPEN,
        Text("the day from which the order holds", "本规定的施行日"),
        Text(
            "who is still a new principal, and by when the qualification training must be complete",
            "新任校长的界定，以及任职资格培训的完成期限",
        ),
        PART_OF_A_CYCLE,
        Text(
            "articles 10 and after: certificates and consequences", "第十条及以后各条：证书与后果"
        ),
    ),
)

PRINCIPALS_2013: Final = Policy(
    id="cn-principals-2013",
    title=Text("Training of principals, 2013", "加强中小学校长培训工作的意见（2013年）"),
    source=OPINIONS_2013,
    level=Level.NATION,
    place="cn",
    cycle=FIVE_YEARS,
    accounts=(
        Account(
            "serving", CLASS_HOUR, title=Text("training of serving principals", "在职校长培训")
        ),
        Account("qualification", CLASS_HOUR, title=Text("qualification training", "任职资格培训")),
    ),
    recognition=(
        recognise(
            "qualification-training",
            where(activity=PRINCIPAL_QUALIFICATION),
            post("qualification", HOURS),
            title=Text("Qualification training", "任职资格培训"),
            article="section 2",
            note=FAILED_IS_OPEN,
        ),
        recognise(
            "serving-training",
            where(activity=(PRINCIPAL_IMPROVEMENT, BACKBONE_TRAINING)),
            post("serving", HOURS),
            title=Text(
                "Improvement training, advanced seminars and topical training",
                "提高培训、高级研修和专题培训",
            ),
            article="section 2",
            note=FAILED_IS_OPEN,
        ),
    ),
    requirements=(
        require(
            "qualification-300",
            total("qualification", over=BEFORE_THE_POST) >= class_hours(300),
            applies=all_of(
                PRINCIPALS_NOW_OR_SOON, teacher.event(BECAME_PRINCIPAL) >= SURE_FROM_2013
            ),
            title=Text(
                "300 hours of qualification training before taking the post",
                "任职前接受任职资格培训不少于300学时",
            ),
            source=OPINIONS_2013.at(certainty=Certainty.REPORTED),
        ),
        require(
            "serving-360",
            total("serving") >= class_hours(360),
            applies=PRINCIPALS,
            title=Text("360 hours of training in five years", "在职校长五年一周期不少于360学时"),
            source=OPINIONS_2013.at(certainty=Certainty.REPORTED),
            in_force=Span.since(SURE_FROM_2013),
            note=Text(
                "Serving principals are held to this figure now, rather than to the 240 hours of "
                "Order No. 8.",
                "实践中取代教育部令第8号的240学时。",
            ),
        ),
    ),
    silent=(
        *LEFT_OPEN,
        Text("the day in September 2013 from which the opinions hold", "本意见在2013年9月的施行日"),
        Text(
            "which of the four types of training count towards the 360 hours",
            "四类培训中哪些计入360学时",
        ),
        PART_OF_A_CYCLE,
        Text("the certificate, which must be held beside the hours", "学时之外须持有的证书"),
    ),
)

# Registration -----------------------------------------------------------------------------

DEFERRED: Final = Consequence(
    "deferred",
    Text(
        "registration is deferred; the teacher may apply again once the conditions are met",
        "暂缓注册，达到条件后可重新申请",
    ),
)
FAILED: Final = Consequence("failed", Text("registration fails", "注册不合格"))

REGISTRATION: Final = Policy(
    id="cn-registration",
    title=Text("Periodic registration of teacher qualifications", "教师资格定期注册"),
    source=REGISTRATION_MEASURES,
    level=Level.NATION,
    place="cn",
    cycle=Cycle.personal(
        years=5,
        since=REGISTERED,
        clip=Clip.BACK,
        assumed=Text(
            "a period that would start on 29 February starts on the 28th",
            "应于2月29日起算而当年无此日的，注册有效期自28日起算",
        ),
    ),
    accounts=(
        Account("hours", CLASS_HOUR, title=Text("training hours", "培训学时")),
        Account("credits", TRAINING_CREDIT, title=Text("the province's credits", "省定培训学分")),
    ),
    recognition=(
        recognise(
            "training",
            where(activity=(*POST_TRAINING, BACKBONE_TRAINING)),
            post("hours", HOURS),
            post("credits", record.local(CREDITS, TRAINING_CREDIT)),
            title=Text("Training", "培训"),
            note=Text(
                "Credits are those that the province recognised for the record. "
                + FAILED_IS_OPEN.en,
                "学分以省级认定为准。" + FAILED_IS_OPEN.zh,
            ),
        ),
        recognise(
            "left-to-the-province",
            where(),
            post("hours", record.hours * UNDECIDED),
            post("credits", record.local(CREDITS, TRAINING_CREDIT)),
            title=Text("Any other activity", "其他活动"),
            note=LEFT_TO_THE_PROVINCE,
        ),
    ),
    figures=(
        define(
            "equal-quantity",
            teacher.local(REGISTRATION_CREDITS_DUE, TRAINING_CREDIT),
            title=Text("The equal quantity of credits", "等量学分"),
            note=Text(
                "Delegated: each province that measures in credits sets it.",
                "由省级教育行政部门规定。",
            ),
        ),
    ),
    requirements=(
        require(
            "training-360",
            any_of(
                total("hours") >= class_hours(360),
                when(
                    teacher.local(REGISTRATION_MEASURE).is_(MEASURED_IN_CREDITS),
                    total("credits") >= figure("equal-quantity"),
                ),
            ),
            consequence=DEFERRED,
            title=Text(
                "360 training hours, or the equal quantity of credits that the province sets, "
                "in the registration period",
                "每个注册有效期内不少于360个培训学时或省级规定的等量学分",
            ),
            note=Text(
                "Delegated: whether the province measures in credits, what they are earned "
                "for, and how many are due.",
                "是否采用学分、学分如何认定、应修多少，均由省级规定。",
            ),
        ),
        require(
            "teaching",
            teacher.local(LONG_INTERRUPTION).one_of(*ALLOWED_INTERRUPTIONS).throughout(),
            consequence=DEFERRED,
            title=Text(
                "No interruption of teaching for more than one semester, except for approved "
                "study, training, academic exchange, sick leave or maternity leave",
                "未中断教育教学工作一学期以上，经批准的进修、培训、学术交流、病休、产假除外",
            ),
        ),
        require(
            "appraisal",
            teacher.local(ANNUAL_APPRAISAL).one_of(QUALIFIED, EXCELLENT).throughout(),
            consequence=DEFERRED,
            title=Text("Every annual appraisal qualified or better", "每年年度考核合格以上等次"),
        ),
        require(
            "appraisal-in-a-row",
            teacher.local(FAILED_APPRAISALS_IN_A_ROW) < number(2),
            consequence=FAILED,
            title=Text(
                "Not two or more annual appraisals failed in a row",
                "未连续两年以上年度考核不合格",
            ),
        ),
        require(
            "ethics",
            teacher.local(ETHICS).is_(ETHICS_MET),
            title=Text("Professional ethics up to the standard", "达到师德标准"),
            note=Text(
                "What follows from falling short without a serious breach was not seen.",
                "未达标准但未严重违反时的后果未见规定。",
            ),
        ),
        require(
            "no-serious-breach",
            teacher.local(ETHICS).one_of(ETHICS_MET, ETHICS_NOT_MET),
            consequence=FAILED,
            title=Text(
                "No serious breach of professional ethics with bad effect",
                "未严重违反师德造成恶劣影响",
            ),
        ),
        require(
            "fitness",
            teacher.local(FIT_FOR_WORK).is_(FIT),
            title=Text("Health fit for the work", "身心健康，胜任教育教学工作"),
            note=Text("What follows if not was not seen.", "不符合时的后果未见规定。"),
        ),
        require(
            "certificate",
            teacher.local(CERTIFICATE).is_(HELD),
            consequence=FAILED,
            title=Text("The qualification neither revoked nor lost", "教师资格未被撤销或丧失"),
        ),
    ),
    silent=(
        Text(
            "article numbers, and the number and year of the document", "条文序号，以及文号和年份"
        ),
        Text("the first registration, which follows probation", "试用期满后的首次注册"),
        Text(
            "who must register beyond those in post on the establishment of public schools",
            "公办学校在编在岗教师以外的注册对象",
        ),
        Text("further conditions of the province", "省级规定的其他条件"),
        Text("which activities make up the 360 hours", "哪些活动计入360学时"),
        FAILED_COUNTS,
        SEVERAL_DAYS,
        ROUNDING,
        Text(
            "proration for late entry, leave or part of a period",
            "中途入职、休假或不满一个注册有效期的折算",
        ),
        Text(
            "when a deferred teacher must have made up what was missing",
            "暂缓注册者补足所缺条件的期限",
        ),
    ),
)
