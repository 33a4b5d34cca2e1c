import GazetteText
import TerminalKit

/// A value that the reader can choose, by its place in the file.
enum Setting: Int, Sendable, CaseIterable {
  case language, theme
  case measure, mouse, reading, details, hiddenDetails, start
  case marksOnReading, movesOnAfterMark, reviewer, database
  case department

  /// What a value may be.
  enum Kind: Hashable, Sendable {
    case choice([String])
    case boolean
    case integer(ClosedRange<Int>)
    case text
    case list([String])
  }

  /// The table it stands in; empty at the beginning of the file.
  var table: String {
    switch self {
    case .language, .theme, .department: ""
    case .measure, .mouse, .reading, .details, .hiddenDetails, .start: "layout"
    case .marksOnReading, .movesOnAfterMark, .reviewer, .database: "review"
    }
  }

  var name: String {
    switch self {
    case .language: "language"
    case .theme: "theme"
    case .measure: "measure"
    case .mouse: "mouse"
    case .reading: "reading"
    case .details: "details"
    case .hiddenDetails: "hidden-details"
    case .start: "start-page"
    case .marksOnReading: "marks-on-reading"
    case .movesOnAfterMark: "moves-on-after-mark"
    case .reviewer: "reviewer"
    case .database: "database"
    case .department: "department"
    }
  }

  /// The tables, in order.
  static let tables = ["layout", "review"]

  /// The name with its table: `layout.measure`.
  var path: String { table.isEmpty ? name : "\(table).\(name)" }

  var kind: Kind {
    switch self {
    case .language: .choice(Language.allCases.map(\.rawValue))
    case .theme: .choice(Theme.names)
    case .measure: .integer(Settings.measures)
    case .hiddenDetails: .list(DetailName.all)
    case .mouse, .reading, .details, .start, .marksOnReading, .movesOnAfterMark: .boolean
    case .reviewer, .database, .department: .text
    }
  }

  /// What applies where nobody chose; nil where it depends on the user.
  var defaultValue: TOMLValue? {
    let settings = Settings()
    return switch self {
    case .language: .string(settings.language.rawValue)
    case .theme: .string(ThemeName.auto.rawValue)
    case .measure: .integer(settings.measure)
    case .mouse: .boolean(settings.usesMouse)
    case .reading: .boolean(settings.isReading)
    case .details: .boolean(settings.showsDetails)
    case .hiddenDetails: .array([])
    case .start: .boolean(settings.showsStart)
    case .marksOnReading: .boolean(settings.marksOnReading)
    case .movesOnAfterMark: .boolean(settings.movesOnAfterMark)
    case .reviewer, .database, .department: nil
    }
  }

  /// What it is for, in the sample and in the manual page.
  var meaning: Phrase {
    switch self {
    case .language:
      Phrase("界面语言；地区设置（LANG）写明语言的，从其设置", "language of messages, where the locale names none")
    case .theme: Phrase("配色", "colours")
    case .measure: Phrase("每行至多几列，一字两列", "longest line of text, in columns; a character takes two")
    case .mouse: Phrase("使用鼠标", "use the mouse")
    case .reading: Phrase("开始时全宽阅读", "begin with the text alone, in full width")
    case .details: Phrase("窄屏上也显示详情", "show details where they have no pane of their own")
    case .hiddenDetails: Phrase("详情中不显示的各项", "what the details leave out")
    case .start:
      Phrase("第一次打开一期时先看一览", "a glance at an issue that is opened for the first time")
    case .marksOnReading: Phrase("读完一条即记已阅", "reading a clause to its end marks it as read")
    case .movesOnAfterMark: Phrase("标记后转到下一条未阅", "marking goes on to the next unread clause")
    case .reviewer: Phrase("审阅人", "who reviews")
    case .database:
      Phrase("审阅记录：文件或 postgresql:// 地址", "the review store: a path, or postgresql://…")
    case .department:
      Phrase("本单位：名称、别名或首字母", "my department: a name, another name or initials")
    }
  }
}
