import GazetteText

/// A logical paragraph (自然段) in reading text, with the way back to the printed lines.
public struct Paragraph: Sendable, Equatable {
  /// The reading text, by whose scalars offsets count.
  public let scalars: [Unicode.Scalar]
  /// The source lines it was printed on.
  public let lines: LineRange
  /// Where each source line's share of the text begins, in order; the first begins at 0.
  public let lineStarts: [LineStart]
  /// The corrections applied here, each with the stretch of `text` it produced.
  public let corrections: [AppliedCorrection]

  /// Where the text of one source line begins in a paragraph.
  public struct LineStart: Hashable, Sendable {
    /// The source line, counted from 1.
    public let line: Int
    /// The offset in Unicode scalars into the paragraph's text.
    public let offset: Int
  }

  /// A correction as it was applied.
  public struct AppliedCorrection: Hashable, Sendable {
    /// Which of the corrections.
    public let correction: Correction
    /// The stretch of the reading text that it changed; empty where text was only taken away.
    public let range: ScalarRange

    package init(correction: Correction, range: ScalarRange) {
      self.correction = correction
      self.range = range
    }
  }

  /// Creates a paragraph.
  public init(
    scalars: [Unicode.Scalar], lines: LineRange, lineStarts: [LineStart],
    corrections: [AppliedCorrection]
  ) {
    self.scalars = scalars
    self.lines = lines
    self.lineStarts = lineStarts
    self.corrections = corrections
  }

  /// Creates a paragraph from its text.
  public init(
    text: String, lines: LineRange, lineStarts: [LineStart], corrections: [AppliedCorrection]
  ) {
    self.init(
      scalars: [Unicode.Scalar](text), lines: lines, lineStarts: lineStarts,
      corrections: corrections)
  }

  /// The reading text. It is made from `scalars` each time: opening an issue makes none of them.
  public var text: String { scalars.string }

  /// The length of the text in Unicode scalars.
  public var scalarCount: Int { scalars.count }
}
