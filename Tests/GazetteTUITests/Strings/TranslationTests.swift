import Foundation
import Testing

@testable import GazetteTUI
@testable import GazetteText

/// What the tables of further languages are asked for.
@Suite struct TranslationTests {
  private static let read = Result { try PhraseReader.allCalls() }

  /// The English texts of the program, each with the Chinese ones that it is said for.
  private static func phrases() throws -> [String: Set<String>] {
    var phrases = HelpCatalogue.chinese.mapValues { Set([$0]) }
    for call in try read.get() where call.isReadable {
      for english in call.english {
        phrases[english.template, default: []].formUnion(call.chinese.map(\.template))
      }
    }
    return phrases
  }

  // MARK: Phrases

  @Test func everyPhraseIsReadFromTheSources() throws {
    let calls = try Self.read.get()
    #expect(calls.count > 1200)
    let others = calls.filter { !$0.isReadable }.map { $0.place.prefix { $0 != ":" } }
    // The declarations of options say the English.
    #expect(others == ["GazetteTUI/CommandLine/Help/HelpCatalogue.swift"])
  }

  /// Of a text that is not called a phrase where it stands, the reader would know nothing.
  @Test func textsOfLanguagesStandInPhrases() throws {
    var root = URL(fileURLWithPath: #filePath)
    while root.lastPathComponent != "Tests" { root.deleteLastPathComponent() }
    let sources = root.deletingLastPathComponent().appendingPathComponent("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    for path in paths where path.hasSuffix(".swift") && !path.hasPrefix("GazetteText/Languages/") {
      let code = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      for word in ["PhraseText", ": Phrase = .init(", "[Phrase]([", "-> Phrase { .init("] {
        #expect(!code.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test func bothLanguagesSayTheSameValues() throws {
    func places(_ texts: [PhraseReader.Text]) -> Set<String> {
      texts.reduce(into: []) { $0.formUnion($1.places) }
    }
    for call in try Self.read.get() where call.isReadable {
      let (chinese, english) = (places(call.chinese), places(call.english))
      // Where English says nothing, the value says all; a month has two figures only in English,
      // and a usage its option only in Chinese.
      guard call.english.contains(where: { !$0.template.isEmpty }),
        chinese.isDisjoint(with: ["date.month", "languages"])
      else { continue }
      #expect(chinese == english, "\(call.place)")
    }
  }

  @Test func aPhraseIsReadAsTheCompilerReadsIt() throws {
    let code = #"""
      // Phrase("no", "comment")
      let a = f(Phrase("第\(x)", n == 1 ? "one \(g("("))" : "many {0} \u{201C}\\\(x)\n"), "Phrase(")
      let b = "\(Phrase("甲", "a, b")[language])"
      let c = Phrase(
        """
        甲\
        乙
        """,
        """
        \(c.d) of
          two
        """)
      let d = Phrase(x, "y")
      """#
    let calls = PhraseReader.calls(in: code, path: "x")
    #expect(calls.map(\.place) == ["x:2", "x:3", "x:4", "x:13"])
    #expect(calls.map(\.isReadable) == [true, true, true, false])
    #expect(calls[0].english.map(\.template) == ["one {0}", "many {0} “\\{0}\n"])
    #expect(calls[0].english.map(\.places) == [["g(\"(\")"], ["x", "{0}"]])
    #expect(calls[1].english.map(\.template) == ["a, b"])
    #expect(calls[2].chinese.map(\.template) == ["甲乙"])
    #expect(calls[2].english.map(\.template) == ["{0} of\n  two"])
  }

  // MARK: Tables

  @Test(arguments: Language.allCases)
  func aLanguageSaysEveryPhrase(_ language: Language) throws {
    guard let table = language.translation else { return }
    let complaints = Self.complaints(about: table, for: try Self.phrases())
    #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
  }

  @Test func whatATableLacksIsNamed() {
    let phrases: [String: Set<String>] = [
      "Details": ["详情"], "read": ["已阅", "阅读"], "{0} of {1}": ["第{0}条，共{1}条"],
      "{0}%": ["{0}%"], "Closed; {undo} opens it": ["已关；{undo} 打开"], "keep": ["存"],
    ]
    let table = [
      "read": "lesen", "read（已阅）": "gelesen", "{0} of {1}": "{0} von {2}",
      "Closed; {undo} opens it": "Zu; {redo} öffnet, nicht {ondu}", "keep（留）": "behalten",
    ]
    #expect(
      Self.complaints(about: table, for: phrases)
        == [
          "missing: Details", "missing: keep", "not said any more: keep（留）",
          "no such place in Closed; {undo} opens it: {ondu}",
          "no such place in {0} of {1}: {2}", "not said in {0} of {1}: {1}",
        ].sorted())
  }

  /// What is missing, not said any more, or names places that its phrase does not have.
  private static func complaints(
    about table: [String: String], for phrases: [String: Set<String>]
  ) -> [String] {
    var complaints: [String] = []
    var keys: [String: String] = [:]
    for (english, chinese) in phrases {
      let told = chinese.map { "\(english)（\($0)）" }
      for key in [english] + told { keys[key] = english }
      // Numbers and marks stand as they do in English.
      let words = english.replacing(/\{[^}]*\}/, with: "")
      if words.contains(where: \.isLetter), table[english] == nil,
        !told.allSatisfy({ table[$0] != nil })
      {
        complaints.append("missing: \(english)")
      }
    }
    for (key, text) in table {
      guard let english = keys[key] else {
        complaints.append("not said any more: \(key)")
        continue
      }
      let (wanted, said) = (places(in: english), places(in: text))
      let commands = Set(CommandTable.commands.map { "{\($0.id)}" })
      for place in said.subtracting(wanted).subtracting(commands) {
        complaints.append("no such place in \(key): \(place)")
      }
      for place in wanted.subtracting(said).subtracting(commands) {
        complaints.append("not said in \(key): \(place)")
      }
    }
    return complaints.sorted()
  }

  private static func places(in text: String) -> Set<String> {
    Set(text.matches(of: /\{[a-z0-9-]*\}/).map { String($0.0) })
  }

  // MARK: Filling in

  @Test func aTableIsAskedByTheEnglishText() {
    let kind = Phrase("单位", "body")
    let table = [
      "Details": "Einzelheiten", "read（已阅）": "gelesen", "{0} of {1}": "von {1} {0}, {2} {x}",
      "a {0} near {1}": "{1}: {0}",
    ]
    func text(_ phrase: Phrase) -> String? { phrase.translated(by: table, to: .english) }
    #expect(text(Phrase("详情", "Details")) == "Einzelheiten")
    #expect(text(Phrase("已阅", "read")) == "gelesen")
    #expect(text(Phrase("阅读", "read")) == nil)
    #expect(text(Phrase("第\("{1}")条，共\(7)条", "\("{1}") of \(7)")) == "von 7 {1}, {2} {x}")
    #expect(
      text(Phrase("\(list: ["甲", "乙"])附近的\(kind)", "a \(kind) near \(list: ["甲", "乙"])"))
        == "甲, 乙: body")
  }

  @Test func aPhraseInAPhraseIsInTheLanguageOfTheWhole() {
    let kind: Phrase? = Phrase("单位", "body")
    let none: Phrase? = nil
    let phrase = Phrase("\(2)个\(kind)\(none)", "\(2) times \(kind)\(none)")
    #expect(phrase[.chinese] == "2个单位")
    #expect(phrase[.english] == "2 times body")
    #expect(phrase == Phrase("\(2)个\(kind)\(none)", "\(2) times \(kind)\(none)"))
    #expect(phrase != Phrase("\(3)个\(kind)\(none)", "\(3) times \(kind)\(none)"))
    #expect(Phrase("单位", "body") != phrase)
  }
}
