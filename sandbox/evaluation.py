"""Routes of the guard's evaluation: how well the guard that ships was measured to protect."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from guardrails.evaluation import report_page, shipped_report
from sandbox.dependencies import Auditor

router = APIRouter(prefix="/api/v1/guard", tags=["Schutzregeln"])


@router.get("/evaluation")
def evaluation(current: Auditor) -> dict[str, Any]:
    """The report of the shipped guard on the shipped corpus, with the versions it was measured with."""
    return shipped_report()


@router.get("/evaluation.html", response_class=HTMLResponse)
def evaluation_page(current: Auditor) -> HTMLResponse:
    """The same as a page with charts."""
    return HTMLResponse(report_page(shipped_report()))
