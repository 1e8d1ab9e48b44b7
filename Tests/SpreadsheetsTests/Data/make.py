"""Makes the workbooks and texts that the reader's tests read.

    make.py FOLDER

Needs openpyxl 3.1.5 and XlsxWriter 3.3.1. The files are kept, so that the tests need neither; the script says
what is in them. Everything in them is made up.
"""
import datetime
import io
import os
import sys
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.styles import PatternFill

DAY = datetime.date(2026, 9, 28)
MOMENT = datetime.datetime(2026, 9, 28, 14, 30)


def by_openpyxl(path):
    """Shared strings; every type; what a reader must warn of."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "住户 A&B"
    sheet.append(["房号", "姓名", "电话", "入住日期", "时间", "状态", "面积"])
    sheet.append(["1-101", "陈大文", "13800138000", DAY, MOMENT, True, 88.5])
    # A number shown with its zeros, one that lost them, and one with too many digits.
    sheet.append([301, "李\n四", 13800138001, DAY, datetime.time(9, 5), False, 0.1])
    sheet["A3"].number_format = "0000"
    sheet.append([1201, "=1+1", "1.38E+10", 60, None, "是", 3.1])
    sheet["B4"].data_type = "s"
    sheet["D4"].number_format = "yyyy-mm-dd"
    sheet.append(["0302", "_x0041_x", 13800138000138001, "2026-09-28", None, "#N/A", "=SUM(G2:G4)"])
    sheet["F5"].data_type = "e"
    sheet.append(["合计", 5])
    sheet.merge_cells("B7:C8")
    sheet["B7"] = "并格"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["G"].hidden = True
    # A cell with a look and no value is no cell.
    sheet["H20"].fill = PatternFill("solid", fgColor="FFFF00")
    hidden = book.create_sheet("暗")
    hidden.sheet_state = "hidden"
    hidden["C5"] = "x"
    chart = book.create_chartsheet("圖")
    assert chart
    last = book.create_sheet("末")
    last["A1"] = "末"
    book.properties.created = book.properties.modified = datetime.datetime(2026, 1, 1)
    book.save(path)


def by_xlsxwriter(path, **options):
    """Inline strings where asked for, Chinese date formats, runs of rich text."""
    book = xlsxwriter.Workbook(path, options)
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})
    sheet = book.add_worksheet("Sheet1")
    bold = book.add_format({"bold": True})
    chinese = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    built_in = book.add_format({"num_format": 31})
    clock = book.add_format({"num_format": "[h]:mm:ss"})
    sheet.write_row(0, 0, ["unit", "name", "joined"])
    sheet.write_string(1, 0, "0301")
    sheet.write_rich_string(1, 1, "走", bold, "訪", "者")
    sheet.write_datetime(1, 2, DAY, chinese)
    sheet.write_datetime(2, 2, DAY, built_in)
    sheet.write_string(2, 1, "  两头有空  ")
    sheet.write_number(3, 2, 1.5, clock)
    sheet.write_number(4, 2, 59, chinese)
    sheet.write_number(5, 2, 61, chinese)
    sheet.write_formula(6, 1, '="甲"&"乙"', None, "甲乙")
    sheet.write_boolean(6, 0, True)
    sheet.write_string(7, 0, "é😀\u0301")
    book.close()


PLAIN = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
    'Target="/book/the.xml"/></Relationships>',
    "book/the.xml": '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" '
    'xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:workbookPr date1904="true"/><x:sheets>'
    '<x:sheet name="一" sheetId="7" q:id="w"/></x:sheets></x:workbook>',
    "book/_rels/the.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="w" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" '
    'Target="../sheets/one.xml"/><Relationship Id="s" '
    'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="styles.xml"/></Relationships>',
    "book/styles.xml": '<x:styleSheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:cellStyleXfs>'
    '<x:xf numFmtId="22"/></x:cellStyleXfs><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="14"/></x:cellXfs>'
    "</x:styleSheet>",
    # Neither rows nor cells have places; a reading aid in the text; an ISO date; a text number out of range.
    "sheets/one.xml": '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row>'
    '<x:c t="inlineStr"><x:is><x:r><x:t>漢</x:t></x:r><x:r><x:t>字_x000A_</x:t></x:r><x:rPh sb="0" eb="1"><x:t>'
    'かん</x:t></x:rPh></x:is></x:c><x:c s="1"><x:v>44831</x:v></x:c></x:row><x:row/><x:row><x:c t="s"><x:v>9</x:v>'
    '</x:c><x:c t="d"><x:v>2026-09-28T09:05:00</x:v></x:c><x:c t="str"><x:v>a<![CDATA[<b>]]></x:v></x:c></x:row>'
    "</x:sheetData></x:worksheet>",
}


def archive(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def changed(**changes):
    names = {"sheet": "sheets/one.xml", "book": "book/the.xml", "rels": "_rels/.rels"}
    return {**PLAIN, **{names.get(key, key): text for key, text in changes.items()}}


def sheet(rows):
    return f'<worksheet><sheetData>{rows}</sheetData></worksheet>'


def main():
    folder = sys.argv[1]
    at = lambda name: os.path.join(folder, name)
    by_openpyxl(at("openpyxl.xlsx"))
    by_xlsxwriter(at("xlsxwriter.xlsx"))
    by_xlsxwriter(at("inline.xlsx"), constant_memory=True)
    by_xlsxwriter(at("from1904.xlsx"), date_1904=True)
    archive(at("prefixed.xlsx"), PLAIN)
    # A megabyte of entities out of a hundred bytes, a file of the machine's, and another encoding to hide both in.
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "0123456789"}">' for n in range(8))
    archive(at("entities.xlsx"), changed(sheet=f"<!DOCTYPE x [{bomb}]>" + sheet(
        '<row><c t="str"><v>&e7;</v></c></row>')))
    archive(at("external.xlsx"), changed(sheet='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + sheet(
        '<row><c t="str"><v>&f;</v></c></row>')))
    archive(at("encoding.xlsx"), changed(sheet='<?xml version="1.0" encoding="UTF-7"?>' + sheet("")))
    archive(at("broken.xlsx"), changed(sheet="<worksheet>\n<sheetData><row></sheetData></worksheet>"))
    archive(at("deep.xlsx"), changed(sheet="<a>" * 200 + "</a>" * 200))
    archive(at("zeros.xlsx"), changed(sheet=sheet("<row>" + " " * 8_000_000 + "</row>")))
    archive(at("nothing.docx"), {"_rels/.rels": PLAIN["_rels/.rels"].replace("/book/the.xml", "word/document.xml"),
                                 "word/document.xml": "<w/>"})
    archive(at("table.ods"), {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<o/>"})
    rows = [["房号", "姓名", "备注"], ["0301", "陈大文", "有\"引号\""], ["1-102", "李四", "换行\n在内"]]
    text = "".join(",".join('"%s"' % cell.replace('"', '""') if set(cell) & set('",\n') else cell for cell in row)
                   + "\r\n" for row in rows)
    hant = text.translate(str.maketrans("号备陈换内", "號備陳換內"))
    files = {
        "utf8.csv": text.encode(), "utf8-mark.csv": b"\xef\xbb\xbf" + text.encode(), "gbk.csv": text.encode("gb18030"),
        "big5.csv": hant.encode("big5hkscs"), "utf16le.txt": b"\xff\xfe" + text.replace(",", "\t").encode("utf-16-le"),
        "utf16be.txt": text.encode("utf-16-be"),
        # One byte that stands alone in every encoding, on line 2.
        "torn.csv": text.encode("gb18030")[:20] + b"\xff\r\n",
    }
    for name, content in files.items():
        with open(at(name), "wb") as file:
            file.write(content)


main()
