"""Asks an office's interface for programs what its description allows, and what it does not, as each role.

    schema.py PLAN.json

PLAN.json: `url`, `tokens` (role: token), `examples` (of each operation and role), `isLong` (whether every role, and
not one alone, goes through the edges of each parameter). Schemathesis reads `/openapi.json` of the running office;
its choices are the same in every run. Prints a line a role, and all it said where something failed. Exit status 1: a
failure, or a role of which fewer operations were asked than are described.

Checks left out, because nothing here can break them: `use_after_free` and `ensure_resource_availability` follow
what was made or deleted, and nothing is; `object_level_authorization` needs one person's things that another asks
for; `missing_required_header` needs a header that is required, and there is none.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.request

LEFT_OUT = "use_after_free,ensure_resource_availability,object_level_authorization,missing_required_header"

# 501 is how OData says that an option is sensible and not offered; it is described.
CONFIG = """[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", "501"]
"""

# Of those who may read nearly everything: goes through the edges in every run.
FIRST = "companyReviewer"


def ask(plan, role, config):
    """Runs schemathesis as one role; returns its exit status and what it said."""
    phases = "examples,coverage,fuzzing" if plan["isLong"] or role == FIRST else "examples,fuzzing"
    tool = pathlib.Path(sys.executable).parent / "schemathesis"
    words = [
        str(tool), "--config-file", str(config), "run", plan["url"].rstrip("/") + "/openapi.json",
        "--header", "Authorization: Bearer " + plan["tokens"][role], "--phases", phases,
        "--max-examples", str(plan["examples"]), "--generation-deterministic", "--checks", "all",
        "--exclude-checks", LEFT_OUT, "--continue-on-failure", "--warnings", "off", "--no-color", "--workers", "1"]
    ended = subprocess.run(words, capture_output=True, text=True, cwd=config.parent)
    return ended.returncode, ended.stdout + ended.stderr


def main():
    plan = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    config = pathlib.Path(sys.argv[1]).with_name("schemathesis.toml")
    config.write_text(CONFIG, encoding="utf-8")
    with urllib.request.urlopen(plan["url"].rstrip("/") + "/openapi.json") as answer:
        described = len(json.load(answer)["paths"])
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        runs = {role: pool.submit(ask, plan, role, config) for role in sorted(plan["tokens"])}
        for role, run in runs.items():
            status, said = run.result()
            cases = re.search(r"(\d+) generated, (\d+) passed", said)
            tested = re.search(r"Tested: (\d+)", said)
            # Its own address is the one that it does not ask again.
            whole = tested is not None and int(tested.group(1)) >= described - 1
            good = status == 0 and cases is not None and whole
            failed += not good
            print(f"{role}: {cases.group(0) if cases else 'nothing'}, {tested.group(1) if tested else 0} operations")
            if not good:
                print(said)
    return 1 if failed or not runs else 0


if __name__ == "__main__":
    sys.exit(main())
