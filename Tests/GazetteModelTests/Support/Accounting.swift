import GazetteModel

extension GazetteModel.Issue {
  /// How often each line is accounted for in the tree, by paragraphs and other lines.
  ///
  /// A line on which print ran units together belongs to each of them, and counts once.
  var lineCounts: [Int: Int] {
    var counts: [Int: Int] = [:]
    var last = 0
    for node in nodes {
      for range in (node.paragraphs.map(\.lines) + node.tables.map(\.lines)).sorted(by: {
        $0.first < $1.first
      }) {
        for line in range.first...range.last where !isBlank(line) && line != last {
          counts[line, default: 0] += 1
        }
        last = range.last
      }
      for range in node.otherLines {
        for line in range.first...range.last where !isBlank(line) { counts[line, default: 0] += 1 }
      }
    }
    return counts
  }

  /// Whether a source line holds white space only.
  func isBlank(_ line: Int) -> Bool {
    source.text(ofLine: line).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}"
    }
  }

  /// The lines that the tree does not account for exactly once, with how often it does.
  var wronglyCountedLines: [String] {
    let counts = lineCounts
    return (1...max(1, source.lineCount)).compactMap { line in
      guard line <= source.lineCount, !isBlank(line), counts[line] != 1 else { return nil }
      return "\(line) ×\(counts[line] ?? 0): \(source.text(ofLine: line).prefix(30))"
    }
  }
}

/// A small generator with a seed, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
