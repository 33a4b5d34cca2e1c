import GazetteText

/// Something the parser is unsure of (存疑), for `gazette check`.
public struct Finding: Hashable, Sendable {
  /// What kind of doubt.
  public enum Kind: String, Sendable, CaseIterable {
    /// A number in a run of numbered units is missing.
    case numberMissing
    /// A number repeats or falls back.
    case numberOutOfOrder
    /// A bracket or quotation mark is opened and not closed, or closed and not opened.
    case unbalancedBracket
    /// A paragraph ends in mid-sentence and nothing continues it.
    case unfinishedParagraph
    /// Latin letters or stray marks where Chinese is expected: probably an OCR error.
    case suspiciousText
    /// A number of the same run stands inside a line.
    case numberInsideLine
    /// A contents entry whose text is not in the source.
    case contentsEntryWithoutText
    /// A document that the contents do not list.
    case documentNotInContents
    /// A correction of the manifest that does not fit its line.
    case correctionNotApplicable
    /// Control, invisible or bidirectional characters in the text or the manifest.
    case hiddenCharacters
    /// Bytes that are not UTF-8.
    case notUTF8
    /// The text has no document.
    case noDocument
    /// A responsible body that the register does not know.
    case unknownBody
    /// An image, of which only the place is known.
    case image
    /// A formula that stays as it is printed.
    case formula
    /// A table whose rows or end could not be told for certain.
    case damagedTable
    /// A cell that should name bodies and of which none was read.
    case unreadDutyCell
  }

  public let kind: Kind
  public let lines: LineRange
  /// The words in question, as printed.
  public let excerpt: String
  /// Of hidden characters which, the first sixteen kinds of them.
  public let hidden: [HiddenCharacter]
  /// The field of the manifest that it is about, such as `identity.title`; nil for the text.
  ///
  /// The line is then that of the correction, or the first where the field is about the issue.
  public let field: String?

  public init(
    kind: Kind, lines: LineRange, excerpt: String, hidden: [HiddenCharacter] = [],
    field: String? = nil
  ) {
    self.hidden = Array(hidden.prefix(16))
    self.field = field
    self.kind = kind
    self.lines = lines
    self.excerpt = excerpt
  }
}
