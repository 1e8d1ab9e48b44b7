/// A column of a list that is handed in, and what people call it.
package enum RosterColumn: String, Hashable, Sendable, CaseIterable {
  case code, community, city, households, propertyCompany
  case unit, kind, occupancy, name, telephone, joined, restricted

  package static let ofSites: [RosterColumn] = [
    .code, .community, .city, .households, .propertyCompany,
  ]
  package static let ofHouseholds: [RosterColumn] = [
    .unit, .kind, .occupancy, .name, .telephone, .joined, .restricted,
  ]

  /// Without it no row could be taken.
  package var isNeeded: Bool {
    switch self {
    case .community, .households, .unit: true
    default: false
    }
  }

  /// Codes and telephone numbers: a spreadsheet that takes them for numbers spoils them.
  var isOfDigits: Bool { self == .code || self == .unit || self == .telephone }

  /// The first is what the documentation calls it.
  package var headings: [String] {
    switch self {
    case .code: ["code", "代码", "代碼", "小区代码", "小區代碼", "site code"]
    case .community:
      ["community", "小区", "小區", "小区名称", "小區名稱", "屋苑", "name", "名称", "名稱", "site", "site name"]
    case .city: ["city", "城市"]
    case .households: ["households", "总户数", "總戶數", "户数", "戶數", "units"]
    case .propertyCompany: ["property_company", "物业公司", "物業公司"]
    case .unit: ["unit", "房号", "房號", "房间号", "房間號", "unit number"]
    case .kind: ["kind", "类型", "類型", "房屋类型", "房屋類型", "unit kind"]
    case .occupancy: ["occupancy", "入住状态", "入住狀態"]
    case .name: ["name", "姓名", "住户姓名", "住戶姓名", "业主姓名", "業主姓名"]
    case .telephone: ["telephone", "电话", "電話", "联系电话", "聯絡電話", "手机", "手機", "phone"]
    case .joined: ["joined", "入住日期", "moved in"]
    case .restricted: ["restricted", "不走访", "不走訪", "do not visit"]
    }
  }

  /// - Parameter heading: as it stands in a file.
  func isCalled(_ heading: String) -> Bool {
    let folded = Self.folded(heading)
    return headings.contains { Self.folded($0) == folded }
  }

  /// Case, spaces, underscores, marks of what is needed and what stands in brackets make no difference:
  /// `房号*`, `房号（必填）` and `房 号` are one heading.
  private static func folded(_ heading: String) -> [UInt8] {
    var folded = String.UnicodeScalarView()
    for scalar in heading.unicodeScalars {
      switch scalar.value {
      case 0x28, 0xFF08: return Array(String(folded).utf8)
      case 0x09, 0x0A, 0x20, 0xA0, 0x3000, 0x5F, 0x2A, 0xFF0A, 0x3A, 0xFF1A: continue
      case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
      default: folded.append(scalar)
      }
    }
    return Array(String(folded).utf8)
  }
}
