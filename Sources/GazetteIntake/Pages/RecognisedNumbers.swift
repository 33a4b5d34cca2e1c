/// Mends the numbers of units as recognisers misread them: the point behind an Arabic number is lost
/// or taken for another mark (1， 实施…; 5 举办…; 16.， 打造…).
enum RecognisedNumbers {
  /// What the point is taken for, and what stands around it.
  private static let marks = Set("，,.．、·。:：;；'’‘\"“”`´_|".unicodeScalars)
  /// What stands behind a number that counts something.
  private static let counted = Set("年月日时分万亿千百个元名家项次人岁号页％%倍".unicodeScalars)

  /// Mends every line that begins a paragraph with a number that is due.
  ///
  /// - Complexity: Linear in the length of the text.
  static func mend(_ lines: inout [PlacedLine]) {
    var last = 0
    for index in lines.indices
    where lines[index].isRecognised && !lines[index].isFurniture && lines[index].indent > 0.8 {
      guard let found = number(of: lines[index].text) else { continue }
      guard found.isCertain || found.number == 1 || (1...2).contains(found.number - last) else {
        continue
      }
      last = found.number
      lines[index].text = "\(found.number). \(found.rest)"
    }
  }

  /// The number that a line begins with and what stands behind its marks; nil where a sentence
  /// begins with it.
  static func number(of text: String) -> (number: Int, rest: String, isCertain: Bool)? {
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    guard (1...3).contains(digits.count), let number = Int(String(digits)), number > 0 else {
      return nil
    }
    let behind = text.unicodeScalars.dropFirst(digits.count)
    let between = behind.prefix { marks.contains($0) || $0 == " " || $0 == "\u{3000}" }
    let rest = behind.dropFirst(between.count)
    guard !between.isEmpty, let first = rest.first, (0x4E00...0x9FFF).contains(first.value),
      !counted.contains(first), rest.count >= 4
    else { return nil }
    // 、 is a mark of its own, and stays.
    if between.filter(marks.contains) == ["、"] { return nil }
    return (number, String(rest), between.contains("."))
  }
}
