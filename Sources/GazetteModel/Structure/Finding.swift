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
    /// A table whose rows or end could not be told for certain.
    case damagedTable
    /// A cell that should name bodies and of which none was read.
    case unreadDutyCell
    /// Pages whose text runs upward or downward.
    case turnedPage
    /// A table of which only the words are known, not its cells.
    case tableNotRestored
    /// A word of a scan that the recogniser is not sure of.
    case uncertainRecognition
    /// Lines were added to a converted text or taken away: its places are not known any more.
    case placesOutOfStep
    /// The maps that tell which characters a PDF means are not installed.
    case missingCharacterMaps
    /// What a program that read the file said about it.
    case readerWarning
    /// A bracket with a word of responsibility that was not read whole.
    case unreadAttribution
    /// Lines of a page around the article, such as navigation, which are no text.
    case linesLeftOut
    /// A title, number or date that only the page's own description has.
    case takenFromMetadata
    /// The encoding could be another one too.
    case guessedEncoding
    /// A picture, which may hold text.
    case picture
    /// A formula that is not read.
    case formula
    /// A page without a layer of text.
    case pageWithoutText
    /// Characters that the file does not tell.
    case unmappedCharacters
    /// Text that the file's tracked changes delete.
    case deletedText
    /// A part of the file that is not read.
    case partNotRead
  }

  /// What the parser is unsure of.
  public let kind: Kind
  /// The printed lines that it is about, counted from 1.
  public let lines: LineRange
  /// The words in question, as printed.
  public let excerpt: String
  /// Of hidden characters which, the first sixteen kinds of them.
  public let hidden: [HiddenCharacter]
  /// The field of the manifest that it is about, such as `identity.title`; nil for the text.
  ///
  /// The line is then that of the correction, or the first where the field is about the issue.
  public let field: String?
  /// How many of what the kind counts there are; nil where that is one.
  public let count: Int?

  /// Creates a finding.
  public init(
    kind: Kind, lines: LineRange, excerpt: String, hidden: [HiddenCharacter] = [],
    field: String? = nil, count: Int? = nil
  ) {
    self.count = count
    self.hidden = Array(hidden.prefix(16))
    self.field = field
    self.kind = kind
    self.lines = lines
    self.excerpt = excerpt
  }
}
