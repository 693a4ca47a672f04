"""Writes the JSON, XML and vCard fixtures with Python's standard library: python3 scripts/fixture-records.py FOLDER"""

import csv
import json
import sys
from pathlib import Path
from xml.etree import ElementTree

folder = Path(sys.argv[1])
header, *rows = csv.reader((folder / "clients-957.csv").open(encoding="utf-8", newline=""))
names = [name.lower().replace(" ", "_") for name in header]

records = []
for row in rows:
    record = dict(zip(names, row))
    record["address"] = {name: record.pop(name) for name in ("street", "town", "postcode")}
    record["amount"] = float(record["amount"].replace("£", "").replace(",", ""))
    records.append(record)
(folder / "clients-957.json").write_text(json.dumps({"exported": "2026-01-05", "clients": records}), encoding="utf-8")

root = ElementTree.Element("export", date="2026-01-05")
for row in rows:
    client = ElementTree.SubElement(root, "client", id=row[0])
    for name, value in zip(names[1:], row[1:]):
        ElementTree.SubElement(client, name).text = value
ElementTree.ElementTree(root).write(folder / "clients-957.xml", encoding="iso-8859-15", xml_declaration=True)

cards = []
for number, first, last, email, phone, birth, street, town, postcode, *_ in rows:
    cards += [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{last};{first};;;",
        f"FN:{first} {last}",
        f"EMAIL;TYPE=INTERNET:{email}",
        f"TEL;TYPE=CELL:{phone}",
        f"BDAY:{'-'.join(reversed(birth.split('/')))}",
        f"ADR;TYPE=HOME:;;{street};{town};;{postcode};",
        "END:VCARD",
    ]
(folder / "clients-957.vcf").write_bytes("\r\n".join(cards).encode() + b"\r\n")
