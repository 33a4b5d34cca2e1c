import GazetteText

extension NodeKind {
  /// Whether a numbered unit of the kind is a heading over others, so that its line is no
  /// paragraph.
  var isHeading: Bool {
    switch self {
    case .part, .chapter, .section, .subsection: true
    default: false
    }
  }
}

extension Paragraph {
  /// The paragraph without its first `count` scalars.
  func dropping(_ count: Int) -> Paragraph {
    var starts: [LineStart] = []
    for start in lineStarts {
      let offset = max(0, start.offset - count)
      if offset == 0 { starts.removeAll() }
      starts.append(LineStart(line: start.line, offset: offset))
    }
    let moved = corrections.filter { $0.range.end > count }.map {
      AppliedCorrection(
        correction: $0.correction,
        range: ScalarRange(max(0, $0.range.start - count), $0.range.end - count))
    }
    return Paragraph(
      scalars: Array(scalars.dropFirst(count)), lines: lines, lineStarts: starts,
      corrections: moved)
  }
}
