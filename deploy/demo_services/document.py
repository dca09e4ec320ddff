"""A PDF of one page. Source: ISO 32000-1, 7.5."""

from __future__ import annotations

from collections.abc import Sequence

LEADING_PT = 30


def document(heading: str, lines: Sequence[str] = ()) -> bytes:
    """A PDF of one A4 page with a heading and lines under it, in Latin letters."""
    told = [f"BT /F1 30 Tf 60 760 Td ({_text(heading)}) Tj ET"]
    told += [f"BT /F1 16 Tf 60 {720 - LEADING_PT * row} Td ({_text(line)}) Tj ET" for row, line in enumerate(lines)]
    stream = "\n".join(told).encode("cp1252", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(content)


def _text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
