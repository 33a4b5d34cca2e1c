import GazetteIntake
import GazetteModel

/// Reads what comes as a zip file: documents of office programs and books, told by what is in it, or
/// a file alone.
enum ContainerReader {
  static func read(_ bytes: [UInt8]) throws(ReadingFailure) -> ReaderAnswer {
    let container = try Container(bytes)
    let names = Set(container.names)
    if names.contains(WordDocument.mainPart) { return .printed(try WordReader.read(container)) }
    if names.contains(BookReader.index) { return .printed(try BookReader.read(container)) }
    if names.contains(OpenDocumentReader.content), names.contains("mimetype") {
      return .printed(try OpenDocumentReader.read(container))
    }
    if names.contains(OFDReader.index) {
      let parts = try container.files(names.filter { $0.hasSuffix(".xml") })
      return .printed(try OFDReader.read { parts[$0] })
    }
    guard let only = container.names.first else { throw ReadingFailure(.noText) }
    guard container.names.count == 1 else {
      throw ReadingFailure(.severalFiles(Array(container.names.prefix(100))))
    }
    return .contents(try container.file(only))
  }
}
