/// What a file turns out to be, as far as its bytes tell without unpacking it.
package enum FileFormat: Hashable, Sendable {
  /// A text in UTF-8, Markdown or not; a few of its bytes may be damaged.
  case text
  /// A text in another encoding.
  case encodedText
  case html
  /// A page saved with all that belongs to it (RFC 2557).
  case mhtml
  case json
  /// A zip file: DOCX, ODT, EPUB, OFD, or another file alone.
  case zip
  case gzip
  case pdf
  /// A picture, such as a scan.
  case picture
  /// A compound file of Microsoft: DOC, WPS.
  case compound
  case rtf

  /// What people call it.
  package var name: String {
    switch self {
    case .text: "TXT"
    case .encodedText: "TXT"
    case .html: "HTML"
    case .mhtml: "MHTML"
    case .json: "JSON"
    case .zip: "ZIP"
    case .gzip: "GZIP"
    case .pdf: "PDF"
    case .picture: "PNG/JPEG/TIFF"
    case .compound: "DOC/WPS"
    case .rtf: "RTF"
    }
  }
}
