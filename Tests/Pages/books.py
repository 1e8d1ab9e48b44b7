"""Opens workbooks with two programs of others, openpyxl and LibreOffice, and says what each found.

    books.py FILE.xlsx...

What holds for every workbook is looked at here: the first row is frozen, bold and filtered, columns are 8 to 62 wide,
no cell is a formula or a link, a days' cell is a day for both programs, a text is a text for both (so that 0301 keeps
its zero), and the file holds no macro, link or connection. What should stand in it the caller compares: for each file a
line of JSON, {"file", "sheets": [{"name", "rows": [[{"kind", "value", "format", "office"}]]}]}, where "office" is the cell
as LibreOffice shows it, and "kind" one of text, number, date, moment, yesNo, empty.

Exit status 77: openpyxl or LibreOffice is not here; the last line says which.
"""
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

# Comma, double quotes, UTF-8, from the first line; texts in quotes, cells as shown, no formulas, all sheets.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"


def office(files, folder):
    """Each sheet of each file as LibreOffice shows it: by file and sheet, rows of (text, whether it is a text)."""
    # One start for all; a home of its own, so that no other LibreOffice takes the work over.
    run = subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + os.path.join(folder, "profile"), "--headless", "--norestore",
         "--convert-to", FILTER, "--outdir", folder, *files],
        env={**os.environ, "HOME": folder, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr
    found = {}
    for file in files:
        stem = os.path.splitext(os.path.basename(file))[0]
        for name in os.listdir(folder):
            if name.startswith(stem + "-") and name.endswith(".csv"):
                with open(os.path.join(folder, name), encoding="utf-8", newline="") as text:
                    found[file, name[len(stem) + 1:-4]] = cells(text.read())
    return found


def cells(text):
    """Rows of a CSV text whose quotes tell texts from numbers."""
    rows, row, index = [], [], 0
    while index < len(text):
        if text[index] == '"':
            content, index = "", index + 1
            while True:
                end = text.index('"', index)
                content += text[index:end]
                index = end + 1
                if text[index:index + 1] != '"':
                    break
                content += '"'
                index += 1
            row.append((content, True))
        else:
            end = min(place for place in (text.find(",", index), text.find("\n", index), len(text)) if place >= 0)
            row.append((text[index:end].rstrip("\r"), False))
            index = end
        if text[index:index + 1] == ",":
            index += 1
            if text[index:index + 1] in ("", "\n"):
                row.append(("", False))
            else:
                continue
        rows.append(row)
        row = []
        index += 1
    return rows


def kind(cell):
    if cell.value is None:
        return "empty"
    if cell.is_date:
        return "moment" if "h" in cell.number_format else "date"
    return {"s": "text", "n": "number", "b": "yesNo"}[cell.data_type]


def value(cell):
    if isinstance(cell.value, datetime.datetime):
        # Excel's days are fractions; the nearest second is meant.
        moment = (cell.value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
        return moment.strftime("%Y-%m-%d %H:%M" if "h" in cell.number_format else "%Y-%m-%d")
    return cell.value


def look(file, sheet, shown):
    """One sheet, after what holds for all was looked at."""
    where = f"{file}: {sheet.title}"
    assert sheet.freeze_panes == "A2", f"{where}: the heading is not frozen: {sheet.freeze_panes}"
    assert (sheet.auto_filter.ref or "").startswith("A1:"), f"{where}: no filter"
    assert all(cell.font.bold for cell in sheet[1] if cell.value is not None), f"{where}: a heading is not bold"
    for name, column in sheet.column_dimensions.items():
        assert 8 <= column.width <= 62, f"{where}: column {name} is {column.width} wide"
    rows = []
    for number, row in enumerate(sheet.iter_rows()):
        found = []
        for place, cell in enumerate(row):
            assert cell.data_type in "snbd", f"{where}: {cell.coordinate} is of kind {cell.data_type}: {cell.value!r}"
            assert cell.hyperlink is None, f"{where}: {cell.coordinate} is a link"
            line = shown[number] if number < len(shown) else []
            text, is_text = line[place] if place < len(line) else ("", False)
            if kind(cell) == "text":
                assert is_text, f"{where}: {cell.coordinate} {cell.value!r} is no text for LibreOffice: {text!r}"
            if kind(cell) in ("date", "moment"):
                # LibreOffice writes seconds into CSV whatever the format.
                assert text in (value(cell), value(cell) + ":00"), f"{where}: {cell.coordinate} is {value(cell)} and {text} in LibreOffice"
            found.append({"kind": kind(cell), "value": value(cell), "format": cell.number_format, "office": text})
        rows.append(found)
    return {"name": sheet.title, "rows": rows}


def main():
    try:
        import openpyxl
    except ImportError:
        print("SKIPPED: openpyxl is not here; scripts/browser-setup installs it")
        return 77
    if shutil.which("soffice") is None:
        print("SKIPPED: LibreOffice is not here; install the Debian package libreoffice-calc-nogui")
        return 77
    files = [os.path.abspath(file) for file in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder:
        shown = office(files, folder)
        for file in files:
            with zipfile.ZipFile(file) as archive:
                strays = [name for name in archive.namelist()
                          if any(word in name for word in ("vba", "externalLink", "connection", "drawing", "media"))]
                assert not strays, f"{file}: {strays}"
            book = openpyxl.load_workbook(file)
            sheets = [look(file, sheet, shown[file, sheet.title]) for sheet in book]
            print(json.dumps({"file": os.path.basename(file), "sheets": sheets}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
