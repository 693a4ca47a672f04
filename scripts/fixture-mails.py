"""Writes the mail fixtures with Python's standard library: python3 scripts/fixture-mails.py FOLDER"""

import csv
import mailbox
import sys
from email.message import EmailMessage
from pathlib import Path

folder = Path(sys.argv[1])
rows = list(csv.reader((folder / "clients-957.csv").open(encoding="utf-8", newline="")))


def message(subject):
    mail = EmailMessage()
    mail["From"] = "Sam Author <sam.author@firm.example>"
    mail["To"] = "Pat Reader <pat.reader@firm.example>"
    mail["Date"] = "Mon, 05 Jan 2026 10:00:00 +0000"
    mail["Message-ID"] = "<20260105.1@mail.firm.example>"
    mail["Subject"] = subject
    return mail


def fixed(mail):
    """The boundary between parts is random otherwise."""
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"==fixture-{number}==")
    return mail


cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
body = message("Übergabe der Liste")
body.set_content("See the list in the other telling of this message.")
body.add_alternative(f"<html><body><p>All clients:</p><table>{cells}</table></body></html>", subtype="html", cte="base64")
(folder / "clients-957.eml").write_bytes(fixed(body).as_bytes())

inner = message("Inner")
inner.set_content("Inner to inner.person@example.com", cte="quoted-printable")
inner.add_attachment((folder / "clients-957.csv").read_bytes(), maintype="text", subtype="csv", filename="liste für alle.csv")
outer = message("Outer")
outer.set_content("Körper to body.person@example.com", charset="iso-8859-1")
outer.add_attachment(inner)
outer.add_attachment((folder / "hidden.xlsx").read_bytes(), maintype="application", subtype="octet-stream", filename="a.bin")
outer.add_attachment((folder / "picture.png").read_bytes(), maintype="image", subtype="png", filename="picture.png")
(folder / "nested.eml").write_bytes(fixed(outer).as_bytes())

japanese = message("顧客")
japanese.set_content("担当は japanese.person@example.com 田中様です", charset="iso-2022-jp")
(folder / "japanese.eml").write_bytes(japanese.as_bytes())

path = folder / "clients-957.mbox"
path.unlink(missing_ok=True)
box = mailbox.mbox(path, create=True)
for at in range(1, len(rows), 100):
    mail = message(f"Clients from {at}")
    mail.set_content("\n".join("\t".join(row) for row in [rows[0], *rows[at : at + 100]]) + "\n\nFrom now on these are yours.\n")
    stored = mailbox.mboxMessage(fixed(mail))
    stored.set_from("sam.author@firm.example", (2026, 1, 5, 10, 0, 0, 0, 5, 0))
    box.add(stored)
box.close()
