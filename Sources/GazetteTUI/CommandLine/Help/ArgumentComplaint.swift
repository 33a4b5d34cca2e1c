import GazetteText

/// What is wrong with the arguments, in one line and in the reader's language.
///
/// The argument parser says it in English; its sentences are told apart by how they are formed.
struct ArgumentComplaint {
  let language: Language
  /// The sentence of the argument parser.
  let sentence: String
  /// The words of the command, the program's name first.
  let path: [String]

  /// `gazette: what: where: what to do`.
  var line: String {
    let (what, place, remedy) = parts
    let help = Self.seeHelp(path.joined(separator: " "))[language]
    let pieces = [what, place, remedy.isEmpty ? help : remedy].filter { !$0.isEmpty }
    return "gazette: " + pieces.map { SafeText.line($0) }.joined(separator: ": ")
  }

  private var parts: (what: String, place: String, remedy: String) {
    let quoted = Self.quoted(in: sentence)
    let first = quoted.first ?? ""
    func says(_ beginning: String) -> Bool { sentence.hasPrefix(beginning) }
    if says("Unknown option") {
      let nearest = quoted.count > 1 ? Self.perhaps(quoted[1])[language] : ""
      return (Phrase("没有这个选项", "no such option")[language], first, nearest)
    }
    if says("Missing expected argument") {
      return (Phrase("缺少参数", "an argument is missing")[language], first, "")
    }
    if sentence.hasSuffix("is given twice") {
      return (Phrase("选项只能给一次", "the option counts only once")[language], first, "")
    }
    if says("Missing value for") {
      return (Phrase("选项后缺值", "the option lacks its value")[language], first, "")
    }
    if says("The value '") {
      let rest = quoted.dropFirst(2).joined(separator: ", ")
      return (
        Phrase("这个值不能用", "the value cannot be used")[language],
        quoted.prefix(2).reversed().joined(separator: " "),
        rest.isEmpty ? "" : Phrase("可用：\(rest)", "there are: \(rest)")[language]
      )
    }
    if sentence.lowercased().contains("unexpected argument") {
      return (
        Phrase("多余的参数", "too many arguments")[language], quoted.joined(separator: " "), ""
      )
    }
    return (HelpCatalogue.text(sentence, in: language), "", "")
  }

  /// What stands between straight quotation marks, in order.
  private static func quoted(in sentence: String) -> [String] {
    var result: [String] = []
    for (index, part) in sentence.split(
      separator: "'", omittingEmptySubsequences: false
    ).enumerated() where index % 2 == 1 {
      result.append(String(part))
    }
    return result
  }

  private static func perhaps(_ word: String) -> Phrase {
    Phrase("是否应为 \(word)？", "did you mean \(word)?")
  }

  private static func seeHelp(_ path: String) -> Phrase {
    Phrase("用法见 \(path) --help", "\(path) --help tells the usage")
  }
}
