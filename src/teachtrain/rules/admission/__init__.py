"""Who may join a training project, and whether a list of applicants fits its quota."""

from teachtrain.rules.admission._eligibility import Admission, Eligibility, eligibility
from teachtrain.rules.admission._quotas import QuotaFinding, quota_of

__all__ = ["Admission", "Eligibility", "QuotaFinding", "eligibility", "quota_of"]
