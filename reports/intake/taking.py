"""Takes documents in one after the other.

Each is a transaction of its own, so stopping in the middle loses nothing, and one bad file stops nothing.
"""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from incidents import operations as do
from incidents.case import Case
from incidents.errors import CaseError, Refused, UnreadableFile, VigilError
from incidents.progress import Cancelled, NoProgress, Progress
from incidents.record.check import check_report
from incidents.record.draft import ReportDraft
from incidents.record.text import TEXT_LIMIT, clean_line, clean_text
from incidents.search import questions as ask
from incidents.settings import Settings
from reports.intake.folders import Found, files_in
from reports.intake.preparing import Prepared, Surroundings, attached_names, prepare, suggested
from reports.intake.told import KNOWN, NEW_VERSION, REFUSED, TAKEN, UNREADABLE, About, Item, Summary
from reports.reading import Attachment, Document, Reader
from reports.reading.opening import content_of

if TYPE_CHECKING:
    from reports.extraction.model import LocalModel

# Mails within mails; what lies deeper stays in the original of the mail that holds it.
_DEPTH = 5


class Reads(Protocol):
    """What makes a document of bytes; `reports.reading.Reader` is one."""

    def read_bytes(self, content: bytes, name: str, *, progress: Progress | None = None) -> Document:
        """The document; raises UnreadableFile."""


def take_in(
    case: Case,
    paths: Iterable[Path],
    *,
    about: About | None = None,
    progress: Progress | None = None,
    reader: Reads | None = None,
) -> Summary:
    """Take in files, and all files in folders. Stopped by `progress`, it tells what was taken in until then."""
    files, steps, stopped = files_in(paths), progress or NoProgress(), False
    with ExitStack() as stack:
        taking = _Taking(case, about or About(), reader or stack.enter_context(Reader()))
        try:
            for number, file in enumerate(files):
                steps.step(number, len(files), file.name)
                taking.file(file, _Within(steps, number, len(files), file.name))
        except Cancelled:
            stopped = True
    if not stopped:
        with suppress(Cancelled):  # too late to stop anything
            steps.step(len(files), len(files))
    return Summary(tuple(taking.items), stopped)


def take_in_text(case: Case, text: str, *, about: About | None = None) -> Summary:
    """Take in pasted text, as text whatever it looks like."""
    content = text.encode("utf-8", "replace")
    name = clean_line(about.title if about else "") or "Pasted text"
    taking = _Taking(case, about or About(), _AsItIs())
    taking.content(content, name, "", NoProgress())
    return Summary(tuple(taking.items))


def suggest_again(case: Case, report: UUID) -> int:
    """Make the suggestions that nobody has decided on anew from what is known now; answers how many are new."""
    known = case.read(ask.ReportById(report))
    found, notes = suggested(known.text, known.published, known.language, _surroundings(case))
    if notes and not found:
        raise Refused(notes[0])
    return case.perform(do.SuggestAgain(report, found)).value


def _surroundings(case: Case) -> Surroundings:
    return Surroundings(case.info.country, tuple(case.read(ask.OwnPlaces())), _second_reader())


def _second_reader() -> LocalModel | None:
    """The language model on this computer, if the preferences name one."""
    settings = Settings()
    address = settings["model.address"]
    if not address:
        return None
    from reports.extraction.model import LocalModel

    return LocalModel(address, settings["model.name"])


class _AsItIs:
    """Reads pasted text, which needs no parser."""

    def read_bytes(self, content: bytes, name: str, *, progress: Progress | None = None) -> Document:
        """The text in normal form."""
        text = clean_text(content.decode("utf-8", "replace"))
        if not text:
            raise UnreadableFile("There is no text to take in. Paste some.", "empty")
        if len(text) > TEXT_LIMIT:
            over = f"{len(text) - TEXT_LIMIT:,} more than fit"
            raise Refused(f"This text has {len(text):,} characters, {over}. Take it in in parts.")
        return Document(text=text, mime="text/plain", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Within:
    """The progress of one document within that of all, whatever the reader counts."""

    progress: Progress
    done: int
    total: int
    name: str

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Tell how many documents are finished."""
        self.progress.step(self.done, self.total, self.name)


class _Taking:
    """What all documents of one call have in common."""

    def __init__(self, case: Case, about: About, reader: Reads) -> None:
        self._case = case
        self._about = about
        self._reader = reader
        self._around = _surroundings(case)
        self.items: list[Item] = []
        said = ReportDraft(
            title="A document", publisher=about.publisher, published=about.published, language=about.language
        )
        faults = check_report(said, today=date.today()).errors
        if faults:
            raise Refused(faults)

    def file(self, file: Found, progress: Progress) -> None:
        """Take in one file and what is attached to it."""
        try:
            if file.trouble:
                raise UnreadableFile(file.trouble, "no_file")
            content = content_of(file.path)
        except UnreadableFile as error:
            self.items.append(Item(name=file.name, outcome=REFUSED, why=str(error)))
            return
        self.content(content, file.name, file.path.name, progress, chosen=file.chosen)

    def content(
        self, content: bytes, named: str, name: str, progress: Progress, *, chosen: bool = True
    ) -> None:
        """Take in these bytes. named: for the user; name: what the file is called."""
        try:
            for item in self._taken(content, named, name, progress, chosen):
                self.items.append(item)
        except CaseError:
            raise  # a full disk or a damaged case ends all of it
        except VigilError as error:
            self.items.append(Item(name=named, outcome=REFUSED, why=str(error)))

    def _taken(
        self, content: bytes, named: str, name: str, progress: Progress, chosen: bool
    ) -> Iterator[Item]:
        known = self._known(content, named)
        if known is not None:
            yield known
            return
        try:
            document = self._reader.read_bytes(content, name, progress=progress)
        except UnreadableFile as error:
            if error.reason == "empty" or (error.reason == "unknown" and not chosen):
                yield Item(name=named, outcome=REFUSED, why=str(error))
            else:
                yield self._keep_unread(content, named, name, str(error))
            return
        yield from self._with_attachments(content, document, named, name, progress, self._about, 0)

    def _known(self, content: bytes, named: str) -> Item | None:
        """The report of this very file, found before any time is spent on reading it again."""
        digest = hashlib.sha256(content).hexdigest()
        for report in self._case.read(ask.SimilarReports(sha256=digest)):
            if report.state:
                return Item(name=named, outcome=KNOWN, report=report.id, title=report.title, share=100)
        return None

    def _with_attachments(
        self,
        content: bytes,
        document: Document,
        named: str,
        name: str,
        progress: Progress,
        about: About,
        depth: int,
    ) -> Iterator[Item]:
        """Attachments first: a mail that is in the case has all that was attached to it in the case."""
        prepared = prepare(document, about, self._around)
        passed_over, notes = [], []
        for attachment in document.attachments:
            inside = f"{named} › {clean_line(attachment.name) or 'attachment'}"
            try:
                if depth >= _DEPTH:
                    raise UnreadableFile("It lies too deep in mails within mails.", "unknown")
                yield from self._attached(attachment, inside, prepared, progress, depth)
            except UnreadableFile as error:
                if error.reason in ("unknown", "empty"):
                    passed_over.append(attachment.name)
                else:
                    yield self._keep_unread(
                        attachment.content, inside, attachment.name, str(error), _belongs(prepared)
                    )
        if passed_over:
            notes.append(f"Attached, but no document that Vigil reads: {attached_names(passed_over)}.")
        yield self._keep(
            content, replace(prepared, notes=(*prepared.notes, *notes)), document.mime, named, name
        )

    def _attached(
        self, attachment: Attachment, named: str, mail: Prepared, progress: Progress, depth: int
    ) -> Iterator[Item]:
        known = self._known(attachment.content, named)
        if known is not None:
            yield known
            return
        document = self._reader.read_bytes(attachment.content, attachment.name, progress=progress)
        notes = [*document.notes, _belongs(mail)]
        published, sent = document.published, mail.draft.published
        if published is None and not isinstance(sent, str) and sent is not None:
            published = sent
            notes.append("The document names no day of publication, so the day of the mail was taken.")
        document = replace(document, published=published, notes=tuple(notes))
        about = replace(self._about, title="")
        yield from self._with_attachments(
            attachment.content, document, named, attachment.name, progress, about, depth + 1
        )

    def _keep_unread(self, content: bytes, named: str, name: str, *notes: str) -> Item:
        """The original is kept with the reason; another version of Vigil may read it one day."""
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        about = self._about
        draft = ReportDraft(
            title=about.title, publisher=about.publisher, published=about.published, language=about.language
        )
        taken = self._case.perform(
            do.TakeInReport(original=content, draft=draft, name=name, mime=mime, notes=notes)
        ).value
        outcome = KNOWN if taken.known else UNREADABLE
        return Item(name=named, outcome=outcome, report=taken.report, title=taken.title, why=notes[0])

    def _keep(self, content: bytes, prepared: Prepared, mime: str, named: str, name: str) -> Item:
        taken = self._case.perform(
            do.TakeInReport(
                original=content,
                draft=prepared.draft,
                name=name,
                mime=mime,
                text=prepared.text,
                layout=prepared.layout,
                suggestions=prepared.suggestions,
                notes=prepared.notes,
            )
        ).value
        outcome = KNOWN if taken.known else NEW_VERSION if taken.replaces else TAKEN
        return Item(
            name=named,
            outcome=outcome,
            report=taken.report,
            title=taken.title,
            share=taken.share,
            suggestions=taken.suggestions,
        )


def _belongs(mail: Prepared) -> str:
    return f"Attached to the mail “{mail.draft.title or 'without a subject'}”."
