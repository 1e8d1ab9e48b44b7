"""Reviews a queue of visits in a real browser by the keyboard alone, with scripts switched off.

    keyboard.py OFFICE.json FOLDER COUNT

OFFICE.json is what `rig.Office` reads; COUNT visits wait for the customer-service supervisor. After each decision
the next one is offered by itself; one in ten is sent back with a comment. Writes FOLDER/keyboard/*.png and prints how
many keys it took.
"""
import pathlib
import re
import sys

import keys
import rig

RECORD = re.compile(r"/reviews/S1/[0-9a-f]{32}")
# Whoever has to press more than this for each record will not do it by keyboard.
KEYS_MAX = 20
COMMENT = "时间"


def main():
    office, folder, wanted = rig.Office(sys.argv[1]), pathlib.Path(sys.argv[2], "keyboard"), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    with rig.chromium() as browser:
        person = keys.person(browser, office, "serviceSupervisor", "zh-Hans")
        hand = keys.Keys(person)
        hand.log_in(office.people[person.role], office.password)
        hand.to("nav a[href='/reviews']")
        assert hand.go() == 200
        person.page.screenshot(path=folder / "queue.png", full_page=True)
        waiting = person.page.locator("main table a[href^='/reviews/S1/']").count()
        assert waiting == wanted, f"{waiting} wait, not {wanted}"
        hand.skip()
        hand.to("main table a[href^='/reviews/S1/']")
        assert hand.go() == 200
        before, done = hand.count, []
        while RECORD.fullmatch(person.path):
            here = person.path
            assert here not in done, f"{here} was offered twice"
            assert len(done) < wanted, "more records than waited"
            done.append(here)
            hand.skip()
            if len(done) % 10:
                hand.to(f"form[action='{here}/accept'] button")
            else:
                # What is chosen already is what most want: the part and the person stay.
                hand.to(f"form[action='{here}/return'] input[name=comment]")
                hand.write(COMMENT)
            if len(done) in (1, 10):
                person.page.screenshot(path=folder / f"record-{len(done)}.png", full_page=True)
            assert hand.go() == 200, f"{here}: refused"
        assert person.path == "/reviews", f"the end is at {person.page.url}"
        assert len(done) == wanted, f"{len(done)} of {wanted} were offered"
        each = (hand.count - before) / wanted
        person.page.screenshot(path=folder / "done.png", full_page=True)
        returned = wanted // 10
        left = person.page.locator("main table a[href^='/reviews/S1/']").count()
        assert left >= returned, f"{left} are listed, {returned} were sent back"
        print(f"{wanted} records reviewed with {hand.count} keys, {each:.1f} for each, no mouse and no script")
        assert each <= KEYS_MAX, f"{each:.1f} keys for each record"
        person.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
