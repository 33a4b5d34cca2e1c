import GazetteIntake
import GazetteModel

/// Reads EPUB: its chapters in the order of the spine.
enum BookReader {
  static let index = "META-INF/container.xml"

  static func read(_ container: Container) throws(ReadingFailure) -> PrintedText {
    let index = try MarkupTree(xml: try container.file(index))
    guard let root = index.descendants("rootfile", of: -1).first,
      let path = index[root]["full-path"]
    else { throw ReadingFailure(.damaged) }
    let package = try MarkupTree(xml: try container.file(path))
    let chapters = chapters(of: package, at: path)
    let files = try container.files(Set(chapters))
    var builder = PrintedTextBuilder()
    for chapter in chapters {
      guard let file = files[chapter] else {
        builder.find(.partNotRead, chapter)
        continue
      }
      try HTMLReader.addChapter(file, to: &builder)
    }
    return try builder.printed(Provenance(format: .epub))
  }

  /// The paths of the chapters, in order.
  private static func chapters(of package: MarkupTree, at path: String) -> [String] {
    var paths: [String: String] = [:]
    for item in package.descendants("item", of: -1) {
      let node = package[item]
      guard let id = node["id"], let reference = node["href"] else { continue }
      // The list of contents for reading programs repeats the chapters' titles.
      if node["properties"]?.split(separator: " ").contains("nav") == true { continue }
      paths[id] = resolved(reference, from: path)
    }
    return package.descendants("itemref", of: -1)
      .filter { package[$0]["linear"] != "no" }
      .compactMap { package[$0]["idref"].flatMap { paths[$0] } }
  }

  /// A path beside another one, without `..` and percent signs.
  private static func resolved(_ reference: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    let plain = reference.prefix { $0 != "#" }
    for part in PercentEncoding.decoded(String(plain)).split(separator: "/") {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
