/// What `gazette-intake` is asked to take its standard input for: its only argument.
package enum ReaderMode: String, CaseIterable, Sendable {
  /// A text that is not UTF-8.
  case text
  case html
  case mhtml
  case json
  /// A document packed as a zip file, or a zip file with one file in it.
  case zip
  case gzip
  /// What `pdftotext` and a recogniser say of pages: a `PageBundle`.
  case pages
}
