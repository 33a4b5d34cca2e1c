import GazetteText

/// Tells the headings of columns (栏目) that are printed above documents in the body of an issue.
struct ColumnHeadings {
  /// The folded names of the columns that the contents page lists.
  private var listed: [[Unicode.Scalar]] = []
  /// The folded titles that the contents page lists: a column may be called like its one document.
  private let titles: [[Unicode.Scalar]]

  /// Takes over the columns and titles of the contents.
  init(columns: [String], titles: [String]) {
    for column in columns {
      let key = [Unicode.Scalar](column).titleKey
      if key.count >= 2, listed.last != key, !listed.contains(key) { listed.append(key) }
    }
    self.titles = listed.isEmpty ? [] : titles.map { [Unicode.Scalar]($0).titleKey }
  }

  /// Whether the line is a column of the contents, wherever it stands.
  func isListed(_ text: [Unicode.Scalar]) -> Bool {
    guard !listed.isEmpty, text.count <= 30 else { return false }
    let key = text.titleKey
    return listed.contains(key) && !titles.contains(key)
  }

  private static let longestName = 14

  /// Whether the line could be the heading of a column by its words, or by the brackets around it:
  /// 省政府文件, 【部门文件】, ◆人事任免.
  static func isPossible(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 24, let first = text.first, let last = text.last else { return false }
    var name = text.withoutSpaces
    while let mark = name.first, !mark.isHan { name.removeFirst() }
    while let mark = name.last, !mark.isHan { name.removeLast() }
    guard name.count >= 2, name.count <= longestName,
      name.allSatisfy({ $0.isHan || $0 == "、" || $0 == "·" }),
      !name.contains(word: "关于")
    else { return false }
    if first.isOneOf("【〖［[") && last.isOneOf("】〗］]") { return true }
    return name.ends(with: GenreVocabulary.columnFileEnding)
      || GenreVocabulary.columns.contains(name)
  }

  /// The name of a column without the marks around it: 【省政府令】, ◆部门文件.
  static func name(_ text: [Unicode.Scalar]) -> String {
    var name = text
    while let first = name.first, !first.isHan, !first.isDigit { name.removeFirst() }
    while let last = name.last, !last.isHan, !last.isDigit { name.removeLast() }
    return TitleText.set(name.isEmpty ? text : name)
  }
}
