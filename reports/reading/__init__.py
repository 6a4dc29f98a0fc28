"""Files from outside read to text with positions, each in a child process of its own."""

from reports.reading.document import Attachment, Document, Line, Page
from reports.reading.limits import LIMITS, Limits
from reports.reading.reader import Reader, read, read_bytes

__all__ = ["LIMITS", "Attachment", "Document", "Limits", "Line", "Page", "Reader", "read", "read_bytes"]
