import FieldWork
import OfficeWork
import Wording

/// What an act was refused by: the rule and the key of its sentence.
/// - Returns: of a fault without a rule the key alone, of any other error its text; nothing when it was done.
func refusal(_ act: () throws -> Void) -> String? {
  do {
    try act()
    return nil
  } catch FieldFault.refused(let refusal) {
    return "\(refusal.rule) \(refusal.why.phrase.key)"
  } catch OfficeFault.refused(let rule, let why, _) {
    return "\(rule) \(why.phrase.key)"
  } catch FieldFault.failed(let message), FieldFault.wrongUsage(let message),
    OfficeFault.failed(let message), OfficeFault.wrongUsage(let message)
  {
    return message.phrase.key
  } catch { return "\(error)" }
}

/// The rule alone, where one refused it, and else what `refusal` says.
func refused(_ act: () throws -> Void) -> String? {
  refusal(act).map { text in text.contains(" ") ? String(text.prefix { $0 != " " }) : text }
}
