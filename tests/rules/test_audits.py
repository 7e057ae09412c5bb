"""What an audit is as a value in memory."""

from __future__ import annotations

import gc
import weakref
from datetime import date

from teachtrain.models import Teacher, TrainingRecord, Transcript
from teachtrain.policies import SHANDONG_UNNAMED_CITY
from teachtrain.rules import audit


def test_an_audit_is_freed_as_soon_as_it_is_let_go() -> None:
    """A county audits millions: nothing of a result waits for the collector of rings."""
    day = date(2020, 8, 31)
    transcript = Transcript([TrainingRecord("r-1", day=day, hours=8)], complete_until=day)
    gc.disable()
    try:
        result = audit(SHANDONG_UNNAMED_CITY, Teacher("t-1"), transcript, as_of=day)
        read = (result.findings, result.entries, result.records, result.missing, str(result))
        assert all(read)
        assert [finding.records for finding in result.findings]
        gone = weakref.ref(result)
        del result, read
        assert gone() is None
    finally:
        gc.enable()
