import CNcurses
import Foundation
import GazetteModel
import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct DisplayWidthTests {
  /// glibc's width in a UTF-8 locale of its own, so that no other test sees a changed locale.
  ///
  /// Asked of the library itself: in the program, `ColumnRule` stands in its place.
  private func withSystemWidth(_ body: ((Unicode.Scalar) -> Int) -> Void) throws {
    typealias Width = @convention(c) (wchar_t) -> CInt
    let library = try #require(dlopen("libc.so.6", RTLD_NOW))
    let function = unsafeBitCast(try #require(dlsym(library, "wcwidth")), to: Width.self)
    guard let locale = newlocale(Int32(1) << LC_CTYPE, "C.UTF-8", nil) else {
      Testing.Issue.record("no C.UTF-8 locale")
      return
    }
    let previous = uselocale(locale)
    body { Int(function(wchar_t(bitPattern: $0.value))) }
    uselocale(previous)
    freelocale(locale)
  }

  /// Why a width may differ from the system's.
  private func mayDiffer(_ scalar: Unicode.Scalar, system: Int) -> Bool {
    // Shown as a mark of one column; and characters that this system's tables do not know yet.
    if DisplayWidth.kind(of: scalar) == .hidden || system < 0 { return true }
    switch scalar.value {
    // glibc keeps circled numbers in a black square at two columns; they are ambiguous.
    case 0x3248...0x324F: return true
    // Hexagrams: glibc follows an older proposal; wide since Unicode 16.
    case 0x4DC0...0x4DFF: return true
    default: return false
    }
  }

  /// The screen hides what the model hides, and nothing else.
  @Test func theModelHidesTheSameCharacters() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kind = DisplayWidth.kind(of: scalar)
      if (kind == .hidden) != scalar.isHidden
        || (kind == .combining) != (scalar.isCombining && !scalar.isHidden)
      {
        Testing.Issue.record("U+\(hex(scalar)): \(kind)")
      }
    }
  }

  @Test func everyCharacterOfTheIssueHasTheWidthOfTheSystem() throws {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.lastPathComponent != "Tests" { folder = folder.deletingLastPathComponent() }
    let content = folder.deletingLastPathComponent().appendingPathComponent("Content")
    let files = FileManager.default.enumerator(at: content, includingPropertiesForKeys: nil)
    var scalars: Set<Unicode.Scalar> = []
    while let file = files?.nextObject() as? URL {
      if file.pathExtension == "md" || file.pathExtension == "txt" {
        scalars.formUnion(try String(contentsOf: file, encoding: .utf8).unicodeScalars)
      }
    }
    #expect(scalars.count > 1000)
    try withSystemWidth { width in
      for scalar in scalars where scalar != "\n" {
        #expect(DisplayWidth.columns(of: scalar) == width(scalar), "U+\(hex(scalar))")
      }
    }
  }

  @Test func theBasicPlaneHasTheWidthsOfTheSystem() throws {
    try withSystemWidth { width in
      for value in UInt32(0)...0xFFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let system = width(scalar)
        guard DisplayWidth.columns(of: scalar) != system else { continue }
        #expect(mayDiffer(scalar, system: system), "U+\(hex(scalar)): \(system)")
      }
    }
  }

  @Test func hanBeyondTheBasicPlaneIsWide() {
    #expect(DisplayWidth.columns(of: "\u{20BB7}\u{3134A}") == 4)
  }

  @Test(arguments: "“”‘’…—·①②℃→│₁₂₃₄ⅤⅠ×")
  func ambiguousCharactersHaveTheWidthOfThePolicy(character: Character) throws {
    let scalar = try #require(character.unicodeScalars.first)
    #expect(DisplayWidth.columns(of: scalar) == 1)
    #expect(DisplayWidth.columns(of: scalar, ambiguous: .wide) == 2)
  }

  @Test func theBorderIsNotAmbiguous() {
    #expect(DisplayWidth.columns(of: "\u{254E}", ambiguous: .wide) == 1)
  }

  @Test(arguments: [
    ("公报公报", 8, "公报公报"), ("公报公报", 7, "公报公»"), ("公报公报", 6, "公报»"),
    ("公报公报", 3, "公»"), ("公报公报", 1, "»"), ("公报公报", 0, ""), ("", 0, ""),
    ("abc", 3, "abc"), ("abcd", 3, "ab»"), ("e\u{301}e\u{301}x", 2, "e\u{301}»"),
  ])
  func aTitleIsCutWithAnEllipsis(title: String, columns: Int, expected: String) {
    #expect(DisplayWidth.truncated(title, to: columns) == expected)
  }

  @Test func aTextIsCutByThePolicy() {
    #expect(DisplayWidth.truncated("“公报公报”", to: 8) == "“公报公»")
    #expect(DisplayWidth.truncated("“公报公报”", to: 8, ambiguous: .wide) == "“公报»")
    #expect(DisplayWidth.truncated("公报", to: 1, ambiguous: .wide) == "»")
  }

  private func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }
}
