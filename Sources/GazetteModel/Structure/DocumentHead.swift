import GazetteText

/// What identifies a document or an attachment (文件的版头与版记), as printed around its text.
public struct DocumentHead: Sendable, Equatable {
  /// The heading of the contents that it stands under (栏目).
  public var column: String?
  /// Whether the column was worked out because the contents do not list the document.
  public var columnIsWorkedOut = false
  /// Who issues it (发文机关), in order of print.
  public var issuers: [String] = []
  /// The number (发文字号): `吉政办发〔2021〕6号`.
  public var documentNumber: String?
  /// To whom it is addressed (主送机关), without the closing colon.
  public var addressees: String?
  /// Who signed it (署名).
  public var signer: String?
  /// The date of signing (成文日期).
  public var signedOn: CalendarDate?
  /// The day on which a meeting adopted it (通过日期).
  public var adoptedOn: CalendarDate?
  /// Where the text was taken from: `据2021年5月11日《吉林日报》`.
  public var sourceNote: String?
  /// The page that the contents give for it.
  public var contentsPage: Int?
  /// The lines around the text that are not paragraphs, in order of print, for showing them in
  /// place.
  public var lines: [HeadLine] = []

  /// Creates a head that says nothing.
  public init() {}
}

/// A line that frames a document's text: its title, number, addressees, signature and the like.
public struct HeadLine: Sendable, Equatable {
  /// What the line is. Everything from `.signature` on stands behind the text.
  public enum Role: Int, Sendable, Comparable {
    case title, issuers, documentNumber, adoption, addressees, signature, date, note

    /// Whether the line stands behind the document's own text.
    public var standsBehindText: Bool { self >= .signature }

    public static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the line is.
  public let role: Role
  /// The line in reading text; of a title the whole title.
  public let text: String
  /// The printed lines, counted from 1.
  public let lines: LineRange

  /// Creates a line of a head.
  public init(role: Role, text: String, lines: LineRange) {
    self.role = role
    self.text = text
    self.lines = lines
  }
}
