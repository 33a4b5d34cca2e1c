import GazetteText

/// Gives documents their column (栏目): from the contents where listed there, otherwise worked out.
enum ColumnAssigner {
  /// Matches the entries of the contents with the documents and fills in columns and pages.
  static func assign(
    _ drafts: inout [DraftNode], roots: [Int], entries: inout [IssueLayout.Entry],
    keys: [[Unicode.Scalar]]
  ) {
    var usual = UsualColumns()
    var free = TitleKeys(keys)
    for root in roots where drafts[root].head != nil {
      for part in [root] + drafts[root].children {
        guard let match = entry(for: drafts[part], &free) else { continue }
        entries[match].document = part
        drafts[part].head?.contentsPage = entries[match].page
        if drafts[root].head?.contentsPage == nil {
          drafts[root].head?.contentsPage = entries[match].page
        }
        if let column = entries[match].column { drafts[root].head?.column = column }
        guard let column = entries[match].column, let head = drafts[root].head,
          isOrdinary(drafts[root].title ?? "")
        else { continue }
        usual.add(column, of: head.issuers)
      }
    }
    usual.sort()
    for root in roots {
      guard var head = drafts[root].head else { continue }
      if head.column == nil {
        let title = drafts[root].title ?? ""
        head.column = isOrdinary(title) ? usual.column(of: head.issuers) : nil
        head.column = head.column ?? column(title: title, issuers: head.issuers)
        head.columnIsWorkedOut = head.column != nil
      }
      drafts[root].head = head
      for child in drafts[root].children where drafts[child].head != nil {
        drafts[child].head?.column = head.column
        drafts[child].head?.columnIsWorkedOut = head.columnIsWorkedOut
      }
    }
  }

  /// The entry of the contents that announces a draft and is not taken yet.
  private static func entry(
    for draft: DraftNode, _ free: inout TitleKeys
  ) -> Int? {
    guard draft.head != nil, let title = draft.title else { return nil }
    return free.removeFirst(sameAs: [Unicode.Scalar](title).titleKey)
  }

  /// Whether a document is of the kind that its issuer usually prints under one column: no order,
  /// no appointment.
  private static func isOrdinary(_ title: String) -> Bool {
    let title = [Unicode.Scalar](title)
    return !title.ends(with: "令") && !title.contains(anyOf: GenreVocabulary.appointments)
  }

  /// The column under which gazettes usually print such a document.
  private static func column(title: String, issuers: [String]) -> String? {
    let title = [Unicode.Scalar](title)
    if title.contains(anyOf: GenreVocabulary.appointments) { return "人事任免" }
    if title.contains(word: "公报》"), title.ends(with: "简介") { return "公报简介" }
    if title.ends(with: "大事记") { return "大事记" }
    if title.contains(word: "解读") { return "政策解读" }
    guard let issuer = issuers.first.map({ [Unicode.Scalar]($0) }) else {
      return title.ends(withAnyOf: GenreVocabulary.lawTypes) ? "法规规章" : nil
    }
    let level =
      issuer.contains(word: "自治区")
      ? "自治区" : issuer.contains("省") ? "省" : issuer.contains("市") ? "市" : ""
    if title.ends(with: "令") { return "\(level)政府令" }
    if issuer.contains(word: "人民代表大会") { return "\(level)人大文件" }
    if issuer.has("中共", at: 0) {
      let isOffice = issuer.contains(word: "办公厅") || issuer.contains(word: "办公室")
      return isOffice ? "\(level)委办公厅文件" : "\(level)委文件"
    }
    if issuer.has("国务院", at: 0) { return "国务院文件" }
    if issuer.contains(word: "人民政府办公") { return "\(level)政府办公厅文件" }
    if issuer.ends(with: "人民政府") { return "\(level)政府文件" }
    return "部门文件"
  }
}

/// The columns that the contents print over the documents of each issuer.
///
/// Sorted pairs, not a dictionary, whose first use in a process is slow.
private struct UsualColumns {
  private var pairs: [(issuers: String, column: String)] = []

  mutating func add(_ column: String, of issuers: [String]) {
    pairs.append((issuers.separated(by: " "), column))
  }

  /// Makes the columns ready to be looked up.
  mutating func sort() {
    pairs.sort { $0.issuers < $1.issuers }
  }

  /// A column of the issuers; nil where the contents list none of their documents.
  func column(of issuers: [String]) -> String? {
    let wanted = issuers.separated(by: " ")
    let place = pairs.indices.partitionPoint { pairs[$0].issuers < wanted }
    return place < pairs.count && pairs[place].issuers == wanted ? pairs[place].column : nil
  }
}
