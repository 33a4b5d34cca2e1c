import FoundationEssentials

/// The printed text of the shipped issue, as paragraphs for typesetting.
enum ShippedText {
  /// Every line that is not blank, without blanks at its ends.
  static func paragraphs() throws -> [[Unicode.Scalar]] {
    let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let path = "/" + package + "/Content/jilin-2021-11/issue.md"
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      var scalars = Array(line.unicodeScalars)
      while scalars.last == " " { scalars.removeLast() }
      return scalars.isEmpty ? nil : scalars
    }
  }
}
