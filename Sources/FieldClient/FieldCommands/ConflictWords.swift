import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue

/// What a conflict is about, and its values, as people call them.
extension Conflict {
  var kindCell: Cell {
    RecordWords.kind(record.type).map { .words($0) } ?? .text(record.type.name)
  }

  var fieldCell: Cell {
    RecordWords.field(field, of: record.type).map { .words($0) } ?? .number(Int(field))
  }

  func cell(of side: Side) -> Cell {
    if case .code(set: let set, number: let number) = side.head.value,
      let phrase = RecordWords.code(set, Int(number))
    {
      return .words(phrase)
    }
    return .text(text(of: side))
  }

  /// A telephone shows its last four digits, as everywhere.
  func text(of side: Side) -> String {
    RecordWords.isTelephone(field, of: record.type)
      ? MaskedTelephone.of(side.text) ?? side.text : side.text
  }
}
