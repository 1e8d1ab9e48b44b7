"""Merges files of bundles, and decides which bundles are in view and how the chains stand."""
from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Iterable

from bundles import Bundle
from exports import ExportFile
from frames import Refusal
from hashes import normalised_code, record_id
from state import RecordState, scope_state

DEVICE, ADMISSION, SITE = 7, 27, 2
# What only the office writes: `records.md`, "who may write".
OFFICE_ONLY = {1, 2, 3, *range(5, 12), 23, 24, 25, 27, 28, 29, 35, 38, 39, 47}


class OtherOffice(Exception):
    """A file is of another office than the one that was expected."""


@dataclass(frozen=True)
class Fork:
    """Bundles of one device that name the same predecessor."""

    device: bytes
    previous: bytes
    bundles: tuple[bytes, ...]
    same_writer: bool

    @property
    def meaning(self) -> str:
        return "copied" if self.same_writer else "restored from a backup"


class Replica:
    """The union of the bundles of some files of one office."""

    def __init__(self, files: Iterable[ExportFile], office: bytes | None = None) -> None:
        """Raises `OtherOffice` where a head names another office than `office` or than another file."""
        self.office, self.company = office, None
        self.bundles: dict[bytes, Bundle] = {}
        self.refusals: list[Refusal] = []
        enrolments: list[Bundle] = []
        for file in files:
            self._take_head(file)
            for bundle in file.bundles:
                self.bundles.setdefault(bundle.id, bundle)
            enrolments += file.enrolments
        if self.company is None:  # the head was lost, and the caller knows the office
            scopes = (one.header.scope for one in enrolments if one.header.device == self.office)
            self.company = next(scopes, None)
        self._devices = self._device_records(enrolments)

    def _take_head(self, file: ExportFile) -> None:
        if file.head is None:
            return
        if self.office not in (None, file.head.office) or (
                self.company not in (None, file.head.company)):
            name = "".join(one if one.isprintable() else "?" for one in file.head.name)
            raise OtherOffice(f"this file is of another office: {name}")
        self.office, self.company = file.head.office, file.head.company

    def _device_records(self, enrolments: list[Bundle]) -> dict[bytes, RecordState]:
        """What the office says about each device, from its bundles and the enrolments shown."""
        if self.office is None or self.company is None:
            return {}
        words = [one for one in self.bundles.values() if self._is_office(one, self.company)]
        for one in enrolments:
            if self._is_office(one, self.company):
                words.append(one)
            else:
                self.refusals.append(Refusal("enrolment", "the office did not sign it", one.id))
        unique = {one.id: one for one in words}
        states = scope_state(self.company, unique.values())
        return {key[1]: state for key, state in states.items() if key[0] == DEVICE}

    def _is_office(self, bundle: Bundle, scope: bytes | None) -> bool:
        return bundle.header.device == self.office and bundle.header.scope == scope

    def out_of_view(self, view: str) -> dict[bytes, str]:
        """Bundles that do not count, and why. In the view `trusted` are those that a reader of the
        file brings into view before the office has spoken (export.md); in `enrolled` also those of
        devices that were revoked later, for the file does not tell which the office had admitted;
        in `all` every bundle."""
        if view == "all":
            return {}
        admitted = {
            change.fields[1].content
            for bundle in self.bundles.values() if bundle.header.device == self.office
            for change in bundle.changes
            if change.type == ADMISSION and 1 in change.fields and change.fields[1].kind == "bytes"}
        reasons = {one.id: self._distrust(one, view) for one in self.bundles.values()}
        return {one: why for one, why in reasons.items() if why and one not in admitted}

    def _distrust(self, bundle: Bundle, view: str) -> str | None:
        """Why a reader leaves this bundle out of view, as long as the office has not spoken."""
        header = bundle.header
        if header.device == self.office:
            return None
        if self.office is None:
            return "no head names the office"
        device = self._devices.get(record_id("device", header.device))
        if device is None:
            return "the file does not show that the office enrolled its device"
        if 5 in device.fields and view == "trusted":
            return "its device is revoked"
        account = device.fields[3].winner if 3 in device.fields else None
        if account is None or account.kind != "reference" or account.content.record != header.account:
            return "its account is not the one of its device"
        if header.scope == self.company:
            return "only the office writes in the scope of the company"
        if any(change.type in OFFICE_ONLY for change in bundle.changes):
            return "it holds a record that only the office writes"
        return None

    def scopes(self) -> list[bytes]:
        """Every scope of a bundle, the company's first."""
        found = {bundle.header.scope for bundle in self.bundles.values()}
        return sorted(found, key=lambda scope: (scope != self.company, scope))

    def scope_named(self, word: str) -> bytes | None:
        """The scope that a site code, `company` or an id means; `None` where nothing is meant."""
        if word == "company":
            return self.company
        if word.lower() in {scope.hex() for scope in self.scopes()}:
            return bytes.fromhex(word)
        code = normalised_code(word)
        if code is None or self.company is None:
            return None
        return record_id("site", self.company, code)

    def forks(self) -> list[Fork]:
        """Forks (§7) over all scopes, out of view or not."""
        followers: dict[tuple[bytes, bytes], list[Bundle]] = defaultdict(list)
        for bundle in self.bundles.values():
            followers[bundle.header.device, bundle.header.previous].append(bundle)
        return [
            Fork(device, previous, tuple(sorted(one.id for one in group)),
                 len({one.header.writer for one in group}) < len(group))
            for (device, previous), group in sorted(followers.items()) if len(group) > 1]

    def gaps(self) -> list[bytes]:
        """Bundles whose predecessor is not here: no fault, for nobody holds all of a chain."""
        links = {(one.header.device, one.link) for one in self.bundles.values()}
        return sorted(
            one.id for one in self.bundles.values()
            if one.header.previous and (one.header.device, one.header.previous) not in links)
