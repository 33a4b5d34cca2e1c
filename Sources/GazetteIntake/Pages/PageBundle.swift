/// What `pdftotext` and a recogniser say of the pages of one file, as it is handed to
/// `gazette-intake`.
package struct PageBundle: Sendable {
  /// What `pdftotext -bbox-layout` wrote; nil where there is no layer of text.
  package var wordBoxes: [UInt8]?
  /// The tables of recognised pages.
  package var recognised: [RecognisedPage] = []
  /// What `pdftocairo -svg` drew of pages that may have tables, by their numbers from 1.
  package var drawings: [(page: Int, drawing: [UInt8])] = []

  /// What a recogniser wrote of one page or of several that follow each other.
  package struct RecognisedPage: Sendable {
    /// The number of the first, from 1.
    package var number: Int
    /// Dots of the picture to the inch.
    package var resolution: Int
    package var table: [UInt8]

    package init(number: Int, resolution: Int, table: [UInt8]) {
      self.number = number
      self.resolution = resolution
      self.table = table
    }
  }

  package init(wordBoxes: [UInt8]? = nil, recognised: [RecognisedPage] = []) {
    self.wordBoxes = wordBoxes
    self.recognised = recognised
  }
}
