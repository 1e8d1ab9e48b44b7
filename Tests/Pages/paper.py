"""What lies on paper, seen by programs that know nothing of ours: codes as a telephone reads them, pages as a printer
gets them.
"""
import re
import subprocess
import tempfile

# Of the Debian package zbar-tools.
READER = "zbarimg"
# In points.
A4 = (595, 842)


def code(png):
    """What the one code of a picture says. Raises AssertionError where there is none, or more than one."""
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(png)
        file.flush()
        ended = subprocess.run(
            [READER, "--nodbus", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.name], capture_output=True,
            text=True, check=False)
    said = ended.stdout.splitlines()
    assert ended.returncode == 0 and len(said) == 1, f"{READER} ended with {ended.returncode} and read {said}"
    return said[0]


def sizes(pdf):
    """The size of each page, in points."""
    boxes = re.findall(rb"/Type\s*/Page\b[^s].*?/MediaBox\s*\[([^\]]+)\]", pdf, re.S)
    return [tuple(round(float(n)) for n in box.split()[2:]) for box in boxes]
