"""Pages of a PDF as pictures. The only module that knows pypdfium2; it knows no widgets.

PDFium may be used by one thread at a time, so every call holds one lock.
"""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtGui import QImage

_one_at_a_time = threading.RLock()  # the garbage collector may close one document while another is drawn


class PdfPages:
    """An open PDF. May be made and used on any thread; `close` gives its memory back."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self._closed = False
        with _one_at_a_time:
            self._document: Any = pypdfium2.PdfDocument(pdf)
            count = len(self._document)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(number) for number in range(count)
            )

    def picture(self, number: int, width: int) -> QImage:
        """Page `number`, counted from 0, `width` pixels wide; a null picture once closed."""
        with _one_at_a_time:
            if self._closed:
                return QImage()
            page = self._document[number]
            bitmap = page.render(scale=width / page.get_width(), rev_byteorder=False, maybe_alpha=False)
            buffer = bytes(bitmap.buffer)
            form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGB32
            picture = QImage(buffer, bitmap.width, bitmap.height, bitmap.stride, form)
            made = picture.rgbSwapped() if bitmap.n_channels == 3 else picture.copy()
            bitmap.close()
            page.close()
            return made

    def close(self) -> None:
        """Free the document; safe to call twice."""
        with _one_at_a_time:
            if not self._closed:
                self._closed = True
                self._document.close()

    def __del__(self) -> None:
        """A document that nobody took over is closed under the lock too."""
        if hasattr(self, "_document"):
            self.close()
