import GazetteText
import TerminalKit

extension ConfigurationMistake {
  /// What is wrong, in words.
  var what: Phrase { kind.what }

  /// What to do about it.
  var remedy: Phrase { kind.remedy }
}

extension ConfigurationMistake.Kind {
  fileprivate var what: Phrase {
    switch self {
    case .syntax(let mistake): mistake.what
    case .unreadable(let code): Phrase("无法读取（错误 \(code)）", "cannot be read (error \(code))")
    case .tooLarge: Phrase("文件超过 64 KiB", "larger than 64 KiB")
    case .unknown(let vocabulary, let word): vocabulary.unknown(word)
    case .repeated(let name, let line):
      Phrase("“\(name)”在第 \(line) 行已有", "\(name) stands in line \(line) already")
    case .wantsBoolean(let name):
      Phrase("“\(name)”的值应为 true 或 false", "\(name) is true or false")
    case .wantsText(let name): Phrase("“\(name)”的值应为引号内的文字", "\(name) is a text in quotation marks")
    case .wantsInteger(let name): Phrase("“\(name)”的值应为整数", "\(name) is a whole number")
    case .wantsList(let name): Phrase("“\(name)”的值应为列表", "\(name) is a list of texts")
    case .outOfRange(let name, let number, let least, let most):
      Phrase(
        "“\(name)”不能是 \(number)：应在 \(least) 到 \(most) 之间",
        "\(name) is \(least) to \(most), not \(number)")
    case .badName(let name):
      name == Setting.database.path
        ? Phrase(
          "“\(name)”应为以 / 或 ~/ 开头的路径，或 postgresql:// 地址",
          "\(name) is a path that begins with / or ~/, or postgresql://…")
        : Phrase("“\(name)”不能为空", "\(name) cannot be empty")
    case .noSuchKey(let text, let part):
      text == part
        ? Phrase("没有“\(text)”这个键", "there is no key “\(text)”")
        : Phrase("“\(text)”中的“\(part)”不是键", "“\(part)” in “\(text)” is no key")
    case .notInMode(let action, let mode):
      Phrase("“\(action)”不用于 \(mode)", "\(action) does nothing in \(mode)")
    case .takenFrom(let keys, let action, let its):
      keys == its
        ? Phrase(
          "“\(keys)”原为 \(action) 的键，现在按此行", "“\(keys)” was the key of \(action); this line holds")
        : Phrase(
          "“\(keys)”使 \(action) 的“\(its)”按不到，现在按此行",
          "“\(keys)” hides “\(its)” of \(action); this line holds")
    case .takenBy(let keys, let action, let its, let line):
      keys == its
        ? Phrase("“\(keys)”在第 \(line) 行已给 \(action)", "line \(line) gave “\(keys)” to \(action)")
        : Phrase(
          "“\(keys)”与第 \(line) 行 \(action) 的“\(its)”冲突",
          "“\(keys)” and “\(its)” of \(action) in line \(line) hide each other")
    case .hidden(let keys, let by):
      Phrase("“\(keys)”与同一行的“\(by)”冲突", "“\(keys)” and “\(by)” of the same line hide each other")
    case .isText(let keys, let mode):
      Phrase("“\(keys)”在 \(mode) 中是文字", "“\(keys)” is text in \(mode)")
    case .isCount(let keys): Phrase("“\(keys)”是移动的次数", "“\(keys)” is the number of a motion")
    case .wayOut(let action): Phrase("没有 \(action) 就无法退出", "without \(action) there is no way out")
    }
  }

  fileprivate var remedy: Phrase {
    switch self {
    case .syntax(let mistake): mistake.remedy
    case .unreadable: Phrase("请检查路径和读取权限", "check the path and its permissions")
    case .tooLarge: Phrase("请用 gazette config 的样本", "begin with what gazette config prints")
    case .unknown(let vocabulary, let word): vocabulary.remedy(word)
    case .repeated: Phrase("以先写的为准；请删去一行", "the first counts; take one out")
    case .wantsBoolean, .wantsInteger, .outOfRange, .badName: Phrase("请改正", "correct it")
    case .wantsText: Phrase("请加引号", "put it in quotation marks")
    case .wantsList: Phrase("写作 [\"a\", \"b\"]", "write [\"a\", \"b\"]")
    case .noSuchKey(_, let part):
      ConfigurationMistake.Vocabulary.keyNames.remedy(part)
    case .notInMode(let action, _):
      Phrase("它用于 \(Self.modes(of: action))", "it works in \(Self.modes(of: action))")
    case .takenFrom(_, let action, _) where Self.isWayOut(action):
      // Without a key it would be refused.
      Phrase("请给它别的键，如 \(action) = [\"Alt-Q\"]", "give it another, such as \(action) = [\"Alt-Q\"]")
    case .takenFrom(let keys, let action, let its):
      keys == its
        ? Phrase("请给它别的键，或写 \(action) = []", "give it another, or write \(action) = []")
        : Phrase("请换键，或写 \(action) = []", "choose another, or write \(action) = []")
    case .takenBy, .hidden: Phrase("请换一个键", "choose another key")
    case .isText: Phrase("请用 Ctrl、Alt 或有名称的键", "use Ctrl, Alt or a key with a name")
    case .isCount: Phrase("请用别的键开头", "begin with another key")
    case .wayOut(let action):
      Phrase(
        "仍用原来的键；要换，可写 \(action) = [\"Alt-Q\"]",
        "its keys stay; to change them give it another, such as \(action) = [\"Alt-Q\"]")
    }
  }

  private static func isWayOut(_ action: String) -> Bool {
    CommandTable.commands.contains { $0.id == action && $0.isWayOut }
  }

  private static func modes(of action: String) -> String {
    let command = CommandTable.commands.first { $0.id == action }
    return command.map(HelpText.places) ?? ""
  }
}

extension ConfigurationMistake.Vocabulary {
  /// That a word is none of these.
  fileprivate func unknown(_ word: String) -> Phrase {
    switch self {
    case .top: Phrase("没有“\(word)”这一项", "there is no setting or table \(word)")
    case .names(let table): Phrase("[\(table)] 中没有“\(word)”", "there is no \(word) in [\(table)]")
    case .values(let setting):
      Phrase("“\(setting.path)”不能是“\(word)”", "\(setting.path) cannot be “\(word)”")
    case .actions: Phrase("没有叫“\(word)”的操作", "no action is called \(word)")
    case .modes: Phrase("没有叫“\(word)”的地方", "no place is called \(word)")
    case .roles: Phrase("没有“\(word)”这种文字", "no kind of text is called \(word)")
    case .colors: Phrase("“\(word)”不是颜色或字形", "“\(word)” is no colour and no attribute")
    case .keyNames: Phrase("没有“\(word)”这个键", "there is no key “\(word)”")
    }
  }

  /// The nearest word, or all of a few, or where they are listed.
  fileprivate func remedy(_ word: String) -> Phrase {
    if isOfNames, let setting = Setting.allCases.first(where: { $0.name == word }) {
      return setting.table.isEmpty
        ? Phrase("它应在所有 [表] 之前", "it stands before every [table]")
        : Phrase("它应在 [\(setting.table)] 中", "it belongs in [\(setting.table)]")
    }
    if let nearest = NearestWord.of(word, in: words) {
      return Phrase("是否应为“\(nearest)”？", "did you mean \(nearest)?")
    }
    guard words.count <= 12 else {
      return Phrase("名称见 gazette config", "gazette config lists the names")
    }
    var all = ""
    for word in words { all += (all.isEmpty ? "" : ", ") + word }
    return Phrase("可用：\(all)", "there are: \(all)")
  }

  private var isOfNames: Bool {
    switch self {
    case .top, .names: true
    default: false
    }
  }

  /// The words, in order.
  private var words: [String] {
    switch self {
    case .top:
      Setting.allCases.filter { $0.table.isEmpty }.map(\.name) + Setting.tables + [
        "colors", "keys",
      ]
    case .names(let table): Setting.allCases.filter { $0.table == table }.map(\.name)
    case .values(let setting):
      switch setting.kind {
      case .choice(let words), .list(let words): words
      case .boolean, .integer, .text: []
      }
    case .actions: CommandTable.commands.map(\.id)
    case .modes: Mode.allCases.map(\.word)
    case .roles: StyleRole.allCases.map(\.word)
    case .colors: AppearanceSpelling.words
    case .keyNames: KeySpelling.labels
    }
  }
}
