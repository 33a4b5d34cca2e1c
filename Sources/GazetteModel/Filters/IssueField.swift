import GazetteText

/// What whole issues are asked for by (期、年、刊): `issue:2021-11`, `year:2020..2021`, `publication:吉林`.
public enum IssueField: String, Sendable, CaseIterable {
  /// The id, with or without the publication before it.
  case issue
  /// A year, or the years from one to another; either may be left out.
  case year
  /// A part of the publication's title or its pinyin.
  case publication

  /// Whether an issue is asked for.
  ///
  /// - Parameter id: Its id among what is open.
  package func matches(
    _ value: String, id: String, name: IssueName, _ identity: IssueIdentity
  ) -> Bool {
    switch self {
    case .issue:
      return IssueNaming.index(of: value, ids: [id], names: [name]) != nil
    case .year:
      guard let year = identity.year ?? identity.publicationDate?.year,
        let years = Self.years(value)
      else { return false }
      return years.contains(year)
    case .publication:
      return FilterIndex.matches(
        identity.publication?.name ?? name.publication, FoldedText(value).folded)
    }
  }

  /// The years that are written: 2021, 2020..2021, 2020.., ..2021; nil for anything else.
  static func years(_ written: String) -> ClosedRange<Int>? {
    let folded = QueryWords.folded(written).filter { $0 != "年" }
    guard let dot = folded.firstIndex(of: ".") else { return Int(folded).map { $0...$0 } }
    let (first, rest) = (folded[..<dot], folded[dot...])
    guard rest.hasPrefix("..") else { return nil }
    let last = rest.dropFirst(2)
    guard let from = first.isEmpty ? 0 : Int(first), let to = last.isEmpty ? 9999 : Int(last),
      from <= to, !(first.isEmpty && last.isEmpty)
    else { return nil }
    return from...to
  }
}
