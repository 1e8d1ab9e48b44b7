import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

// What forms about surveys ask for, and how the answers are read: the same behind a login and behind a
// link.

extension PageForm.Input {
  /// A choice for each dimension; nothing answered is chosen first.
  static func grades(of survey: Survey, _ say: Words) -> [PageForm.Input] {
    survey.dimensions.map { dimension in
      var options = [(value: "", label: say(.pageNotAnswered))]
      for grade in 1...survey.steps {
        let label =
          switch grade {
          case 1: say(.pageGradeBest, "\(grade)")
          case survey.steps: say(.pageGradeWorst, "\(grade)")
          default: "\(grade)"
          }
        options.append((value: "\(grade)", label: label))
      }
      return .choice(
        name: dimension.name, label: say(dimension.phrase), options: options,
        isFirstChosen: true)
    }
  }
}

extension FormFields {
  /// What is not answered is not in it.
  /// - Throws: `PageAction.Malformed` for a grade that no page of ours offers.
  func grades(of survey: Survey) throws -> [SurveyDimension: Int] {
    var grades: [SurveyDimension: Int] = [:]
    for dimension in survey.dimensions {
      let given = all(dimension.name)
      if given.isEmpty || given == [""] { continue }
      guard given.count == 1,
        let grade = (1...survey.steps).first(where: { given == ["\($0)"] })
      else { throw PageAction.Malformed() }
      grades[dimension] = grade
    }
    return grades
  }
}

/// The form to begin a questionnaire, or a report on accounts.
struct SurveyCreation {
  let setting: PageSetting
  let site: SiteFacts

  private var say: Words { setting.say }

  func form() -> PageForm {
    let kinds = SurveyKind.allCases.map { (value: $0.name, label: say($0.phrase)) }
    let yes = [(value: "yes", label: say(.labelYes)), (value: "no", label: say(.labelNo))]
    var inputs: [PageForm.Input] = [
      .choice(name: "kind", label: say(.labelKind), options: kinds, isFirstChosen: true),
      .line(name: "title", label: say(.labelSurveyTitle), bytesMax: Bounds.lineBytesMax),
      .choice(
        name: "steps", label: say(.helpSurveySteps),
        options: [5, 4, 3].map { (value: "\($0)", label: "\($0)") }, isFirstChosen: true),
    ]
    for dimension in SurveyDimension.allCases {
      inputs.append(
        .choice(
          name: dimension.name, label: say(.pageAsked, say(dimension.phrase)), options: yes,
          isFirstChosen: true))
    }
    inputs += [
      .text(
        name: "question", label: say(.labelQuestion), bytesMax: Bounds.textBytesMax,
        isRequired: false),
      .line(
        name: "closes", label: say(.pageNoticeDay, say(.labelClosesOn)), bytesMax: 10,
        isRequired: false),
    ]
    let legend = [say(.helpSurveyCreate), site.name].joined(separator: " · ")
    return PageForm(
      PageLink.surveys(site.code, "create"), legend: legend, inputs,
      button: say(.pageCreateSurvey))
  }

  /// - Throws: `PageAction.Malformed`, or `OfficeFault.wrongUsage` for what is no day.
  func input(_ form: FormFields) throws -> SurveyInput {
    var input = SurveyInput(try form.code("kind"))
    input.title = try form.line("title")
    guard let steps = [3, 4, 5].first(where: { form["steps"] == "\($0)" }) else {
      throw PageAction.Malformed()
    }
    input.steps = steps
    input.dimensions = Set(try SurveyDimension.allCases.filter { try form.isYes($0.name) })
    input.question = try form.text("question")
    input.closesOn = try form.day("closes", label: say(.labelClosesOn))
    return input
  }
}
