import Foundation
import GazetteModel
import GazetteText
@testable import TerminalKit

@testable import GazetteTUI

/// The browser without a terminal: keys in, state and frames out.
struct Browser {
  let layouts: LayoutCache
  let keys = KeyMap(CommandTable.commands)
  var state: State
  /// Every effect that was asked for.
  var effects: [Effect] = []

  /// Opens the issue that ships with the program.
  init(_ size: Size = Size(columns: 120, rows: 40), language: Language = .chinese) throws {
    try self.init(Library(issues: [SampleIssue.shipped()]), size, language: language)
  }

  init(_ library: Library, _ size: Size, language: Language = .chinese) throws {
    layouts = LayoutCache(library, commands: CommandTable.commands)
    let settings = Settings(language: language)
    guard
      let state = State(library: library, size: size, settings: settings, layouts: layouts)
    else { throw NothingToShow() }
    self.state = state
  }

  struct NothingToShow: Error {}

  /// Presses keys, characters one by one; behind a digit alone nothing comes for a while.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(.character(scalar)) }
    if text.count == 1, Int(text) != nil { handle(.pause) }
  }

  /// Presses the digits of a count and then keys.
  mutating func type(_ count: Int, _ text: String) { type("\(count)\(text)") }

  /// Takes in what the program works out behind the first frame.
  mutating func index() { handle(.indexed(SampleIssue.indexes(of: state.library))) }

  mutating func press(_ keys: Key...) {
    for key in keys { handle(.key(key)) }
  }

  mutating func handle(_ input: InputEvent) { handle(Event.input(input)) }

  mutating func handle(_ event: Event) {
    effects += keys.handle(event, in: &state, layouts: layouts)
  }

  var frame: Frame { Screen.frame(of: state, layouts: layouts) }

  /// The reference of the unit being read.
  var reference: String { state.library[state.issue][state.cursor.node].reference.text }

  /// The reference of the line selected in the tree.
  var selectedReference: String? {
    state.selected.node.map { state.library[state.issue][$0].reference.text }
  }

  /// The text of the row that stands at the top of the reading pane.
  var topRow: Int { layouts.document(for: state).row(of: state.top) }
  var cursorRow: Int { layouts.document(for: state).row(of: state.cursor) }
}

/// Issues to test on.
enum SampleIssue {
  /// The issue that ships with the program.
  static func shipped() throws -> GazetteModel.Issue { try shippedOnce.get() }

  /// Parsed once for all tests: hundreds of them open it.
  private static let shippedOnce = Result { try ShippedText.issue() }
  private static let shippedIndexes = Result {
    LibraryIndexes(Library(issues: [try shippedOnce.get()]))
  }

  /// What the program works out of a library behind the first frame.
  static func indexes(of library: Library) -> LibraryIndexes {
    if let indexes = try? shippedIndexes.get(), indexes.library == library { return indexes }
    return LibraryIndexes(library)
  }

  /// A law of another province, as a second issue.
  static func law() -> GazetteModel.Issue { law("为了加强城市供水管理，制定本条例。") }

  /// What no gazette prints: characters that command and hide, numbers out of order, brackets left
  /// open, titles without text and paragraphs without end.
  static func hostile(_ seed: UInt64) -> GazetteModel.Issue {
    var random = SeededGenerator(seed: seed)
    let starts = [
      "# ", "## ", "一、", "（一）", "1. ", "（1）", "第三条 ", "附件1\n", "| ", "", "", "- 3 -\n",
      "2021年1月26日\n", "\u{1B}[31m", "\u{202E}", "（省财政厅牵头，", "到2025年，达到90%以上",
    ]
    var text = "某省人民政府公报\n\n目录\n\n关于某事的通知……（3）\n\n# 关于某事的通知\n\n"
    for line in 0..<400 {
      text += starts.randomElement(using: &random) ?? ""
      for _ in 0..<(line == 200 ? 200 : 3) {
        text += String(String.UnicodeScalarView(RandomText.make(using: &random)))
      }
      text += "\n\n"
    }
    return IssueParser.parse(SourceText(bytes: Array(text.utf8)), fallbackID: "hostile")
  }

  /// The same law with other words in its first clause.
  static func changedLaw() -> GazetteModel.Issue { law("为了加强城市供水和节水管理，制定本条例。") }

  private static func law(_ purpose: String) -> GazetteModel.Issue {
    let text = """
      # 某省城市供水条例

      ## 第一章 总则

      第一条 \(purpose)

      第二条 本条例所称城市供水包括：

      （一）公共供水；

      （二）自建设施供水。

      ## 第二章 管理

      第三条 城市供水应当优先保障生活用水。

      第四条 本条例自2022年1月1日起施行。
      """
    return IssueParser.parse(SourceText(bytes: Array(text.utf8)), fallbackID: "law-1")
  }
}
