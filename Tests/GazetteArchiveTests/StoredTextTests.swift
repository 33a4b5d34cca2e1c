import GazetteText
import Testing

@testable import GazetteArchive

/// Texts of an issue in one run of UTF-16.
@Suite struct StoredTextTests {
  /// Every place of some units, as they are found one unit after the other.
  private func places(of wanted: [UInt16], in text: [UInt16]) -> [Int] {
    var places: [Int] = []
    var place = 0
    while place + wanted.count <= text.count {
      if text[place...].starts(with: wanted) {
        places.append(place)
        place += wanted.count
      } else {
        place += 1
      }
    }
    return places
  }

  /// Around the runs of sixteen and sixty-four units that are compared at once, too.
  @Test(arguments: 1...6) func whatIsWantedIsFoundWhereverItStands(_ length: Int) {
    for count in 0..<220 {
      // Of few letters, so that beginnings and ends fit where the whole does not.
      let text = (0..<count).map { _ in UInt16.random(in: 0x4E00...0x4E02) }
      let wanted = (0..<length).map { _ in UInt16.random(in: 0x4E00...0x4E02) }
      var found: [Int] = []
      text.withUnsafeBufferPointer { text in
        StoredText.search(wanted, in: text) { place in
          found.append(place)
          return place + wanted.count
        }
      }
      #expect(found == places(of: wanted, in: text), "\(wanted) in \(text)")
    }
  }

  @Test func aStretchReadsAsItWasPrinted() {
    let texts = [
      "", "黑土地保护率达到80%", "ﾊﾝｶｸ ａｂｃ é ¥ 〔2021〕6号", "𠀀𠀁下的𰻝面", "一\u{9FFF}\u{A000}\u{4DFF}丏", "…——“”",
    ]
    for text in texts {
      var stored = StoredText()
      let count = stored.append(text)
      var line = LineBytes()
      line.append(".")
      stored.append(0..<count, to: &line)
      #expect(String(decoding: line.bytes, as: UTF8.self) == ".\(text)")
      #expect(stored.string(0..<count) == text)
      #expect(stored.string(0..<count + 9) == text + "\u{1E}")
    }
  }

  @Test func whatIsLentIsTheSameAtAnyAddress() {
    var own = StoredText()
    let count = own.append("黑土地保护率达到80%，𠀀")
    let bytes = own.units.withUnsafeBytes { [UInt8]($0) }
    for shift in 0...3 {
      let moved = [UInt8](repeating: 0, count: shift) + bytes
      let kept = moved.withUnsafeBytes { moved in
        let lent = StoredText(lent: UnsafeRawBufferPointer(rebasing: moved[shift...]))
        #expect(lent.units == own.units)
        #expect(lent.string(0..<count) == own.string(0..<count))
        return lent.kept()
      }
      #expect(!kept.isLent)
      #expect(kept.units == own.units)
    }
  }
}
