import Foundation
import Testing

@testable import GazetteIntake

/// A thousand damaged files through the fence: each is read or refused, and nothing else happens.
@Suite struct MutatedFilesTests {
  /// The reader that was built with these tests, and stands beside them.
  private static let reader =
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("gazette-intake").path

  private static let page = """
    <html><head><meta charset=utf-8><title>通知</title></head><body><div class=nav>首页</div>
    <div><p>某市人民政府关于加强管理的通知</p><table><tr><td rowspan=2>甲</td><td>乙</td></tr>
    <tr><td>丙</td></tr></table><ol><li>一</li></ol><p>为加强管理，现通知如下。</p></div></body></html>
    """
  private static let word = ZipFile([
    (
      "word/document.xml",
      "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>通知如下。</w:t></w:r></w:p>"
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>"
        + "</w:body></w:document>"
    ), ("word/styles.xml", "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a\"/></w:styles>"),
  ]).file
  private static let seeds: [(format: FileFormat, bytes: [UInt8])] = [
    (.html, Array(page.utf8)), (.zip, word),
    (
      .encodedText,
      Array(page.utf16).flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
      }
    ), (.json, Array("{\"title\":\"通知\",\"content\":\"一、总则\"}".utf8)),
  ]

  @Test func noneOfAThousandComesThrough() throws {
    try #require(FileManager.default.isExecutableFile(atPath: Self.reader))
    var options = IntakeOptions()
    options.reader = Self.reader
    let reader = FormatReader(options: options)
    var generator = Generator(state: 20260719)
    var outcomes: [String: Int] = [:]
    for round in 0..<1000 {
      let seed = Self.seeds[round % Self.seeds.count]
      let bytes = Self.mutated(seed.bytes, &generator)
      do throws(IntakeFailure) {
        _ = try reader.read(bytes, as: seed.format)
        outcomes["read", default: 0] += 1
      } catch {
        switch error {
        case .damaged, .noText, .notRead, .encrypted, .severalFiles, .tooLarge:
          outcomes["refused", default: 0] += 1
        default: Issue.record("round \(round): \(error)")
        }
      }
    }
    #expect(outcomes["read", default: 0] > 100)
    #expect(outcomes["refused", default: 0] > 10)
  }

  /// A copy with a few bytes changed, lost, repeated or cut off.
  private static func mutated(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
      default: if place > bytes.count / 2 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }

  /// The same numbers every time.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var value = state
      value ^= value >> 33
      return value &* 0xff51_afd7_ed55_8ccd
    }
  }
}
