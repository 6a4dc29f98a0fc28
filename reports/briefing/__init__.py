"""From a filter to a numbered PDF: select, content, pages, bytes.

`request` says what is wanted, `selection` reads it from the case in one glance, `content` says it in words
(a tree that knows no page), `pages` lays that tree out. Only `pages` knows ReportLab, and nothing here loads it
before a page is drawn.
"""

from __future__ import annotations

from reports.briefing.making import BriefingMade, Draft, draft, make, preview
from reports.briefing.request import BriefingProblem, BriefingRequest

__all__ = ["BriefingMade", "BriefingProblem", "BriefingRequest", "Draft", "draft", "make", "preview"]
