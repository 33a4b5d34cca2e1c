/// Which file an issue was read from (来源).
public struct Provenance: Hashable, Sendable {
  /// The format that the file is in.
  public var format: SourceFormat
  /// The character encoding of the file as it names itself to people: `UTF-8`, `GB18030`.
  public var encoding: String
  /// How many pages the file has; nil for formats without pages.
  public var pages: Int?
  /// SHA-256 of the file's bytes in hexadecimal digits; nil where these are those of the source
  /// text, from which it can be worked out when somebody asks.
  public var digest: String?

  /// Creates a record of where the lines come from.
  public init(
    format: SourceFormat, encoding: String = "UTF-8", pages: Int? = nil, digest: String? = nil
  ) {
    self.format = format
    self.encoding = encoding
    self.pages = pages
    self.digest = digest
  }

  /// A text in UTF-8, read as it stands.
  public static let text = Provenance(format: .markdown)
}

/// The formats that can be opened, by the names that `outline` prints.
public enum SourceFormat: String, Hashable, Sendable, CaseIterable {
  case markdown, text, html, docx, odt, epub, ofd, pdf, scan, doc
}
