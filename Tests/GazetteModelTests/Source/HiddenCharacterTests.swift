import GazetteText
import Testing

@testable import GazetteModel

@Suite struct HiddenCharacterTests {
  @Test(arguments: [
    (HiddenKind.control, "\u{0}\u{7}\u{1B}\u{7F}\u{80}\u{85}\u{9B}\u{9F}\t\n\r"),
    (
      .bidirectional,
      "\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"
    ),
    (
      .format,
      "\u{AD}\u{34F}\u{180E}\u{200B}\u{200C}\u{200D}\u{2060}\u{2064}\u{206A}\u{FEFF}\u{1D173}\u{1BCA0}"
    ),
    (.variationSelector, "\u{180B}\u{FE00}\u{FE0F}\u{E0100}\u{E01EF}"),
    (.tag, "\u{E0001}\u{E0041}\u{E007F}"), (.annotation, "\u{FFF9}\u{FFFA}\u{FFFB}"),
    (.separator, "\u{2028}\u{2029}"), (.filler, "\u{115F}\u{1160}\u{3164}\u{FFA0}\u{17B4}"),
    (.privateUse, "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}"), (.unassigned, "\u{378}\u{E1000}"),
  ])
  func eachHiddenCharacterHasItsKind(kind: HiddenKind, characters: String) {
    for scalar in characters.unicodeScalars {
      #expect(scalar.hiddenKind == kind, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func noncharactersAreHidden() {
    for value: UInt32 in [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] {
      #expect(Unicode.Scalar(value)?.hiddenKind == .noncharacter)
    }
  }

  @Test func nothingThatIsSeenIsHidden() {
    let seen = "公报〔2021〕6号 “①”—…·ⅤPM₂.₅é\u{301}　\u{A0}\u{202F}\u{2003}！￥￼𠮷\u{FFFD}👨🏻㎡℃—–‘’※→│"
    for scalar in seen.unicodeScalars {
      #expect(!scalar.isHidden, "U+\(String(scalar.value, radix: 16))")
    }
    let shipped = String(decoding: ShippedIssue.text, as: UTF8.self)
    #expect(shipped.unicodeScalars.allSatisfy { !$0.isHidden || $0 == "\n" })
  }

  /// The ranges that are decided first must say what the properties of Unicode say.
  @Test func noShortcutContradictsUnicode() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isHidden =
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
          .unassigned:
          true
        default: properties.isDefaultIgnorableCodePoint
        }
      if scalar.isHidden != isHidden {
        Testing.Issue.record("U+\(String(value, radix: 16)) is hidden: \(isHidden)")
      }
      let isMark = [.nonspacingMark, .enclosingMark].contains(properties.generalCategory)
      let isJamo = (0x1161...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
      if scalar.isCombining != (isMark || isJamo) {
        Testing.Issue.record("U+\(String(value, radix: 16)) is combining: \(isMark)")
      }
    }
  }

  @Test(arguments: [
    ("一\u{1B}[2J\t\u{9B}\u{202E}二\u{7F}\n", "一␛[2J \u{FFFD}\u{FFFD}二␡␊"),
    ("a\u{301}\u{302}", "a\u{301}\u{302}"),
    ("a\u{301}\u{302}\u{303}\u{304}b", "a\u{301}\u{302}\u{FFFD}b"),
    ("\u{301}a", "\u{FFFD}a"), ("公报", "公报"), ("", ""), ("\u{E000}\u{378}", "\u{E000}\u{FFFD}"),
    ("葛\u{E0100}市\u{FE0F}", "葛市"),
  ])
  func aLineHasAMarkForEach(text: String, safe: String) {
    #expect(SafeText.line(text).unicodeScalars.elementsEqual(safe.unicodeScalars))
    #expect(SafeText.line(safe) == safe)
  }

  @Test func linesKeepTheirEndsAndAMarkNeedsACharacterInItsLine() {
    #expect(SafeText.lines("一\n\u{202E}二\r\n") == "一\n\u{FFFD}二␍\n")
    #expect(SafeText.lines("一\n\u{301}") == "一\n\u{FFFD}")
    #expect(SafeText.markCount(in: SafeText.lines("一\u{7}\u{202E}\n\u{7F}")) == 3)
    #expect(SafeText.markCount(in: "公报\n") == 0)
  }

  @Test func jsonEscapesWhatIsHiddenAndLosesNothing() throws {
    let text = "一\u{1B}\u{202E}\u{E0041}\u{E000}\u{378}a\u{301}\u{302}\u{303}\u{304}\n\u{301}"
    let bytes = JSONWriter.bytes(of: .string(text))
    let printed = String(decoding: bytes, as: UTF8.self)
    #expect(
      printed.contains(
        #"一\u001b\u202e\udb40\udc41\ue000\u0378a"# + "\u{301}\u{302}" + #"\u0303\u0304\n\u0301""#))
    guard case .string(let again) = try JSONParser.parse(bytes) else {
      Testing.Issue.record("no string")
      return
    }
    #expect(again.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func findingsNameTheLineAndTheKinds() throws {
    let text = """
      # 某省人民政府通知

      1. 加强\u{202E}管\u{200B}\u{200B}理。

      2. 改\u{301}\u{302}\u{303}进管理。

      3. 高度重视。
      """
    let manifest = try Manifest(
      json: Array(
        #"{"corrections":[{"line":7,"printed":"高度","corrected":"高\u2066度","reason":"x"}]}"#.utf8))
    let issue = IssueParser.parse(SourceText(bytes: Array(text.utf8)), manifest: manifest)
    let findings = issue.findings.filter { $0.kind == .hiddenCharacters }
    try #require(findings.map(\.lines.first) == [3, 5, 7])
    #expect(findings[0].hidden.map(\.code) == ["U+200B", "U+202E"])
    #expect(findings[0].hidden.map(\.kind) == [.format, .bidirectional])
    #expect(findings[0].hidden.map(\.count) == [2, 1])
    #expect(findings[1].hidden.map(\.kind) == [.combining])
    #expect(findings[2].hidden.map(\.code) == ["U+2066"])
    let json = String(
      decoding: JSONWriter.bytes(of: GazetteModel.Issue.checkJSON(findings) { _ in "" }),
      as: UTF8.self)
    #expect(json.contains(#""kind": "bidirectional""#) && json.contains(#""code": "U+202E""#))
  }

  @Test func findingsNameTheFieldOfTheManifest() throws {
    let json = #"""
      {"identity":{"id":"2021\u200b","title":"公\u202e报\u202e","sponsor":"省政府",
       "frequency":"\u001b月刊"},
       "corrections":[{"line":3,"printed":"高度","corrected":"高度","reason":"看\u2066图"}]}
      """#
    let issue = IssueParser.parse(
      SourceText(bytes: Array("# 某省人民政府通知\n\n1. 高度重视。\n".utf8)),
      manifest: try Manifest(json: Array(json.utf8)))
    let findings = issue.findings.filter { $0.field != nil }
    #expect(
      Set(findings.map(\.field)) == [
        "identity.id", "identity.title", "identity.frequency", "corrections[0].reason",
      ])
    #expect(findings.allSatisfy { $0.kind == .hiddenCharacters })
    let title = try #require(findings.first { $0.field == "identity.title" })
    #expect(title.hidden.map(\.kind) == [.bidirectional] && title.hidden.map(\.count) == [2])
    #expect(findings.first { $0.field == "corrections[0].reason" }?.lines == LineRange(3))
  }
}
