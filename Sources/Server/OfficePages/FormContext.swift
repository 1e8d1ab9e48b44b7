/// Numbers the inputs of a page, so that each label names its own.
struct FormContext {
  let token: String?
  private var count = 0

  init(token: String?) { self.token = token }

  mutating func values(of form: PageForm) -> [String: Any] {
    var hidden = form.hidden.map { ["name": $0.name, "value": $0.value] }
    if let token { hidden.append(["name": FormToken.field, "value": token]) }
    var inputs: [[String: Any]] = []
    for one in form.inputs { inputs.append(input(one, form.typed)) }
    return [
      "action": form.action, "legend": form.legend, "hidden": hidden, "inputs": inputs,
      "button": form.button, "hasFile": form.hasFile,
    ]
  }

  /// Without the token: what is sent with GET stands in addresses.
  mutating func values(of search: PageSearch) -> [String: Any] {
    var inputs: [[String: Any]] = []
    for one in search.inputs { inputs.append(input(one, search.typed, isSearch: true)) }
    return [
      "action": search.action, "label": search.label,
      "hidden": search.hidden.map { ["name": $0.name, "value": $0.value] }, "inputs": inputs,
      "button": search.button,
    ]
  }

  private mutating func input(
    _ input: PageForm.Input, _ typed: [String: String], isSearch: Bool = false
  ) -> [String: Any] {
    switch input {
    case .line(let name, let label, let bytesMax, let isRequired):
      let line: [String: Any] = [
        "id": next(), "name": name, "label": label, "kind": isSearch ? "search" : "text",
        "completion": "off", "maximum": "\(bytesMax)", "isRequired": isRequired,
        "value": typed[name] ?? "",
      ]
      return ["line": line]
    case .text(let name, let label, let bytesMax, let isRequired):
      let area: [String: Any] = [
        "id": next(), "name": name, "label": label, "maximum": "\(bytesMax)",
        "isRequired": isRequired, "value": typed[name] ?? "",
      ]
      return ["area": area]
    case .password(let name, let label):
      let line: [String: Any] = [
        "id": next(), "name": name, "label": label, "kind": "password",
        "completion": "current-password", "maximum": "1024", "isRequired": true, "value": "",
      ]
      return ["line": line]
    case .account(let name, let label):
      let line: [String: Any] = [
        "id": next(), "name": name, "label": label, "kind": "text", "completion": "username",
        "maximum": "1024", "isRequired": true, "value": typed[name] ?? "",
      ]
      return ["line": line]
    case .sure(let name, let label):
      return ["sure": ["id": next(), "name": name, "label": label]]
    case .choice(let name, let label, let options, let isFirstChosen):
      var choices: [[String: Any]] = []
      for (index, option) in options.enumerated() {
        choices.append([
          "id": next(), "name": name, "value": option.value, "label": option.label,
          "isChosen": typed[name].map { $0.utf8.elementsEqual(option.value.utf8) }
            ?? (isFirstChosen && index == 0),
        ])
      }
      let choice: [String: Any] = ["label": label, "options": choices]
      return ["choice": choice]
    case .select(let name, let label, let options, let chosen):
      let value = typed[name] ?? chosen
      let select: [String: Any] = [
        "id": next(), "name": name, "label": label,
        "options": options.map { option -> [String: Any] in
          [
            "value": option.value, "label": option.label,
            "isChosen": value.map { $0.utf8.elementsEqual(option.value.utf8) } ?? false,
          ]
        },
      ]
      return ["select": select]
    case .file(let name, let label, let accept):
      return ["file": ["id": next(), "name": name, "label": label, "accept": accept]]
    }
  }

  private mutating func next() -> String {
    count += 1
    return "input-\(count)"
  }
}
