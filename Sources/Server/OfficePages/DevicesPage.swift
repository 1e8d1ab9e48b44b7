import Fingerprint
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Every laptop with when it was last heard of, those first that wait since a restore, and for each that is shown the
/// forms to confirm it and to revoke it.
struct DevicesPage {
  let setting: PageSetting
  let request: PageRequest

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let waiting = try setting.deciding.awaiting(on: replica)
    let devices = try setting.office.devices(on: replica).map { device in
      (device: device, waits: waiting.contains(device.key))
    }.sorted { ($0.waits ? 0 : 1, $0.device.enrolledAt) < ($1.waits ? 0 : 1, $1.device.enrolledAt) }
    var page = Page(say(.pageDevices))
    if !waiting.isEmpty {
      page.blocks.append(.alert(say(.pageWaitingCount, "\(waiting.count)")))
      page.blocks.append(
        .form(
          PageForm(
            "/devices/confirm", legend: say(.pageConfirmAll), hidden: [("device", "all")], [],
            button: say(.pageConfirmAll))))
    }
    let shown = try answer(devices, on: replica)
    page.blocks.append(.listing(PageListing(answered: shown)))
    let fingerprints = Set(shown.listing.rows.compactMap(\.first).map(\.value))
    for (device, waits) in devices where fingerprints.contains(.code(device.key.fingerprint)) {
      page.blocks += try forms(device, waits, on: replica)
    }
    return page
  }

  // MARK: The table

  private typealias Row = (device: Device, waits: Bool)

  /// People are looked up for the rows that are shown, unless a search or an order asks for all.
  private func answer(_ devices: [Row], on replica: Replica) throws -> ListPage {
    let listing = Listing(
      "devices", Message(.pageDevices),
      [
        ListColumn("fingerprint", .labelFingerprint, .code),
        ListColumn("person", .labelPerson, .text), ListColumn("device", .labelDevice, .text),
        ListColumn("enrolled", .labelEnrolled, .moment),
        ListColumn("contact", .labelLastContact, .moment),
        ListColumn("revoked", .labelRevoked, .moment),
        ListColumn("state", .labelState, .word),
      ])
    return try request.answer(devices, in: listing, say.language) { rows in
      let contacts = try setting.office.contacts(of: rows.map(\.device), on: replica)
      return try rows.map { device, waits in
        try cells(device, waits, contacts[device.key] ?? .unknown, on: replica)
      }
    }
  }

  private func cells(
    _ device: Device, _ waits: Bool, _ contact: DeviceContact, on replica: Replica
  ) throws -> [ListCell] {
    let zone = setting.office.environment.zone
    return [
      .code(device.key.fingerprint), .text(try setting.person(device.account, on: replica)),
      .text(device.name), .moment(device.enrolledAt, in: zone), ListCell(contact.value(in: zone)),
      .moment(device.revokedAt, in: zone), waits ? .word(.pageWaiting) : .empty,
    ]
  }

  // MARK: Forms

  private func forms(
    _ device: Device, _ waits: Bool, on replica: Replica
  ) throws -> [Page.Block] {
    let legend =
      try "\(device.key.fingerprint) – \(setting.person(device.account, on: replica))"
    var forms: [Page.Block] = []
    if waits {
      forms.append(.form(form("/devices/confirm", device, legend, [], .pageConfirm)))
    }
    if device.revokedAt == nil {
      let sure = PageForm.Input.sure(name: "sure", label: say(.pageRevokeSure))
      forms.append(.form(form("/devices/revoke", device, legend, [sure], .pageRevoke)))
    }
    return forms
  }

  private func form(
    _ action: String, _ device: Device, _ legend: String, _ inputs: [PageForm.Input],
    _ button: Phrase
  ) -> PageForm {
    PageForm(
      action, legend: legend, hidden: [("device", device.key.description)], inputs,
      button: say(button))
  }
}

extension DeviceContact {
  /// The moment, or what is known instead of it.
  func value(in zone: ZoneOffset) -> ListValue {
    switch self {
    case .seen(let instant): .moment(instant, zone)
    case .notSince(let instant):
      .unknown(why: Message(.deviceNotSince, [instant.wallText(in: zone)]))
    case .unknown: .unknown(why: Message(.deviceNeverNoted))
    }
  }
}
