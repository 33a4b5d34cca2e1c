import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct KeyBindingsTests {
  private func read(_ text: String) -> UserConfiguration {
    ConfigurationReader.read(Array(("[keys]\n" + text).utf8), path: "config.toml")
  }

  private func command(_ text: String, in mode: Mode, _ configuration: UserConfiguration) -> String?
  {
    KeyMap(configuration.commands).command(for: CommandTable.typed(text), in: mode)?.id
  }

  @Test func anActionTakesOtherKeys() {
    let configuration = read("next-match = [\"Q\", \"gj\"]")
    #expect(configuration.mistakes.isEmpty)
    #expect(command("Q", in: .text, configuration) == "next-match")
    #expect(command("gj", in: .contents, configuration) == "next-match")
    #expect(command("n", in: .text, configuration) == nil)
  }

  @Test func anEmptyListTakesTheKeysAway() {
    let configuration = read("mark-read = []")
    #expect(configuration.mistakes.isEmpty)
    #expect(command("x", in: .text, configuration) == nil)
    #expect(configuration.commands.contains { $0.id == "mark-read" })
  }

  @Test func aPaneHasKeysOfItsOwn() {
    let configuration = read("next-match = [\"Q\"]\n[keys.text]\nnext-match = [\"W\"]")
    #expect(configuration.mistakes.isEmpty)
    #expect(command("W", in: .text, configuration) == "next-match")
    #expect(command("Q", in: .text, configuration) == nil)
    #expect(command("Q", in: .contents, configuration) == "next-match")
    #expect(command("W", in: .contents, configuration) == nil)
  }

  @Test func anActionMustWorkWhereItIsBound() {
    let configuration = read("[keys.text]\ntoggle-fold = [\"W\"]")
    #expect(configuration.mistakes.map(\.kind) == [.notInMode(action: "toggle-fold", mode: "text")])
  }

  @Test func aLetterIsTypedBehindTheKeysOfAMark() {
    let configuration = read("set-mark = [\"U\"]")
    #expect(configuration.mistakes.isEmpty)
    let keys = KeyMap(configuration.commands)
    #expect(keys.command(for: [.character("U"), .anyLetter], in: .text)?.id == "set-mark")
    let name = configuration.commands.first { $0.id == "set-mark" }?.name
    #expect(name?[.english] == "mark this place (Ua to Uz)")
  }

  // MARK: Conflicts

  @Test func aKeyOfTheTableGoesToTheReaderAndIsReported() {
    let configuration = read("next-match = [\"x\"]")
    #expect(
      configuration.mistakes == [
        ConfigurationMistake(line: 2, .takenFrom(keys: "x", action: "mark-read", its: "x"))
      ])
    #expect(command("x", in: .text, configuration) == "next-match")
    // Who says what becomes of the other action has no conflict.
    #expect(read("next-match = [\"x\"]\nmark-read = []").mistakes.isEmpty)
    #expect(read("next-match = [\"x\"]\nmark-read = [\"n\"]").mistakes.isEmpty)
  }

  @Test func ofTwoLinesTheEarlierKeepsTheKey() {
    let configuration = read("next-match = [\"Q\"]\nprevious-match = [\"Q\", \"W\"]")
    #expect(
      configuration.mistakes == [
        ConfigurationMistake(
          line: 3, .takenBy(keys: "Q", action: "next-match", its: "Q", line: 2))
      ])
    #expect(command("Q", in: .text, configuration) == "next-match")
    #expect(command("W", in: .text, configuration) == "previous-match")
  }

  @Test func aKeyThatBeginsOthersIsAConflict() {
    let configuration = read("next-match = [\"z\"]")
    #expect(configuration.mistakes.map(\.line) == [2])
    guard case .takenFrom("z", _, _)? = configuration.mistakes.first?.kind else {
      Testing.Issue.record("\(configuration.mistakes)")
      return
    }
    #expect(command("z", in: .text, configuration) == "next-match")
    #expect(command("za", in: .text, configuration) == nil)
    let longer = read("next-match = [\"xx\"]")
    #expect(longer.mistakes.map(\.kind) == [.takenFrom(keys: "xx", action: "mark-read", its: "x")])
    #expect(command("xx", in: .text, longer) == "next-match")
  }

  @Test func twoBindingsOfALineMayNotHideEachOther() {
    let configuration = read("next-match = [\"Q\", \"Qa\"]")
    #expect(configuration.mistakes.map(\.kind) == [.hidden(keys: "Qa", by: "Q")])
  }

  @Test func aLetterOfAMarkHidesNothingUnseen() {
    #expect(read("next-match = [\"mb\"]").mistakes.count == 1)
  }

  @Test func keysThatWorkElsewhereDoNotConflict() {
    // o sorts the bodies in one pane and orders the targets in another.
    #expect(read("[keys.text]\nnext-match = [\"o\"]").mistakes.isEmpty)
    #expect(read("[keys.departments]\nnext-match = [\"o\"]").mistakes.count == 1)
  }

  @Test func theKeysOfTheTableMayBeWrittenDown() {
    #expect(read("down = [\"j\", \"Down\"]\nerase = [\"Backspace\", \"Ctrl-H\"]").mistakes.isEmpty)
  }

  // MARK: What no key can do

  @Test func charactersStayTextWhereTextIsTyped() {
    let configuration = read("accept = [\"x\"]")
    #expect(configuration.mistakes.map(\.line) == [2])
    #expect(command("x", in: .search, configuration) == nil)
    // What works everywhere keeps its key where text is typed.
    let repaint = read("repaint = [\"W\"]")
    #expect(repaint.mistakes.isEmpty)
    #expect(command("W", in: .text, repaint) == "repaint")
    #expect(command("W", in: .search, repaint) == nil)
    #expect(
      KeyMap(repaint.commands).command(for: [.control("l")], in: .search)?.id == "repaint")
  }

  @Test func numbersStayNumbers() {
    #expect(read("next-match = [\"12\"]").mistakes.map(\.kind) == [.isCount(keys: "12")])
    #expect(read("next-match = [\"Alt-1\"]").mistakes.map(\.kind) == [.isCount(keys: "Alt-1")])
  }

  @Test(arguments: [
    "quit", "close-help", "cancel", "cancel-note", "close-marks", "close-list", "close-hand-copy",
  ])
  func nothingTakesTheWayOutAway(_ action: String) {
    let configuration = read("\(action) = []")
    #expect(configuration.mistakes.map(\.kind) == [.wayOut(action: action)])
    let taken = read("quit = [\"Q\"]\nnext-match = [\"Q\"]\nopen-help = [\"q\"]")
    #expect(command("Q", in: .text, taken) == "quit")
  }

  @Test func theLastWayOutStaysWhereAnotherLineComesFirst() {
    let configuration = read("next-match = [\"Q\"]\nquit = [\"Q\"]")
    #expect(!configuration.mistakes.isEmpty)
    #expect(
      command("Q", in: .text, configuration) == "quit"
        || command("q", in: .text, configuration) == "quit")
  }

  @Test(arguments: Mode.allCases)
  func whateverIsBoundNoKeyMeansTwoThings(_ mode: Mode) {
    let pool = [
      "x", "g", "gg", "q", "Esc", "Ctrl-C", "Enter", "m", "xx", "1", "Tab", "z", "za", "Q",
    ]
    var random = SystemRandom(seed: 7)
    for _ in 0..<20 {
      var text = ""
      for command in CommandTable.commands where random.next() % 4 == 0 {
        let keys = (0..<Int(random.next() % 3)).map { _ in
          "\"\(pool[Int(random.next() % UInt64(pool.count))])\""
        }
        text += "\(command.id) = [\(keys.joined(separator: ", "))]\n"
      }
      let configuration = read(text)
      var known: [[Key]] = []
      for command in configuration.commands where command.modes.contains(mode) {
        for keys in command.keys {
          #expect(!known.contains { $0.clashes(with: keys) }, "\(keys.label) in \(mode)\n\(text)")
          known.append(keys)
        }
      }
      let ways = configuration.commands.filter { $0.isWayOut && $0.modes.contains(mode) }
      #expect(ways.isEmpty || ways.contains { !$0.keys.isEmpty }, "no way out of \(mode)\n\(text)")
    }
  }

  /// The same numbers each time.
  private struct SystemRandom {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }

  // MARK: What people see

  @Test func helpHintsAndSentencesNameTheReadersKeys() throws {
    let configuration = read(
      "open-help = [\"F1\"]\nopen-search = [\"Ctrl-F\"]\npage-down = [\"PgDn\"]")
    #expect(configuration.mistakes.isEmpty)
    let hints = HelpText.hints(for: .text, in: .english, of: configuration.commands)
    #expect(hints.contains { $0.keys == "F1" && $0.name == "help" })
    let labels = KeyLabels(configuration.commands)
    let message = Message(.noSuchKey, "Q").text(.english, keys: labels.label)
    #expect(message == "No key Q here; F1 for help")
    #expect(labels.label(of: "mark-read") == "x")
  }

  @Test func everySentenceNamesCommandsThatAreThere() {
    for key in StringKey.allCases {
      for language in Language.allCases {
        var named: [String] = []
        _ = Message(key).text(language) { id in
          named.append(String(id))
          return ""
        }
        for id in named {
          #expect(CommandTable.commands.contains { $0.id == id }, "\(key): \(id)")
        }
      }
    }
  }
}
