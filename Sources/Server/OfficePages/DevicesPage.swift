import Fingerprint
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Every laptop with when it was last heard of, and the forms to confirm those that wait since a restore and to revoke one.
struct DevicesPage {
  let setting: PageSetting

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let devices = try setting.office.devices(on: replica).sorted { $0.enrolledAt < $1.enrolledAt }
    let waiting = try setting.deciding.awaiting(on: replica)
    let contacts = try setting.office.contacts(of: devices, on: replica)
    let zone = setting.office.environment.zone
    var table = PageTable(
      say(.pageDevices),
      say.all([
        .labelFingerprint, .labelPerson, .labelDevice, .labelEnrolled, .labelLastContact,
        .labelRevoked, .labelState,
      ]))
    var forms: [Page.Block] = []
    for device in devices {
      let person = try setting.person(device.account, on: replica)
      table.append([
        PageCell(device.key.fingerprint), PageCell(person), PageCell(device.name),
        PageCell(device.enrolledAt.wallText(in: zone)),
        contact(contacts[device.key] ?? .unknown, in: zone),
        PageCell(device.revokedAt?.wallText(in: zone) ?? "–"),
        PageCell(waiting.contains(device.key) ? say(.pageWaiting) : ""),
      ])
      let legend = "\(device.key.fingerprint) – \(person)"
      if waiting.contains(device.key) {
        forms.append(.form(form("/devices/confirm", device, legend, [], .pageConfirm)))
      }
      if device.revokedAt == nil {
        let sure = PageForm.Input.sure(name: "sure", label: say(.pageRevokeSure))
        forms.append(.form(form("/devices/revoke", device, legend, [sure], .pageRevoke)))
      }
    }
    var page = Page(say(.pageDevices))
    if !waiting.isEmpty {
      page.blocks.append(.alert(say(.pageWaitingCount, "\(waiting.count)")))
      page.blocks.append(
        .form(
          PageForm(
            "/devices/confirm", legend: say(.pageConfirmAll), hidden: [("device", "all")], [],
            button: say(.pageConfirmAll))))
    }
    page.blocks.append(devices.isEmpty ? .note(say(.pageNothing)) : .table(table))
    page.blocks.append(contentsOf: forms)
    return page
  }

  private func contact(_ contact: DeviceContact, in zone: ZoneOffset) -> PageCell {
    let value = contact.value(in: zone)
    var cell = PageCell(value.text(in: say.language))
    cell.remark = value.fault.map { say.message($0) } ?? ""
    return cell
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
