/// Gives documents their column (栏目): from the contents where listed there, otherwise worked out.
enum ColumnAssigner {
  /// Matches the entries of the contents with the documents and fills in columns and pages.
  static func assign(
    _ drafts: inout [DraftNode], roots: [Int], entries: inout [IssueLayout.Entry],
    keys: [[Unicode.Scalar]]
  ) {
    var columnOfIssuer: [String: String] = [:]
    for root in roots where drafts[root].head != nil {
      for part in [root] + drafts[root].children {
        guard let match = entry(for: drafts[part], entries, keys) else { continue }
        entries[match].document = part
        drafts[part].head?.contentsPage = entries[match].page
        if drafts[root].head?.contentsPage == nil {
          drafts[root].head?.contentsPage = entries[match].page
        }
        drafts[root].head?.column = entries[match].column
        guard let column = entries[match].column, let head = drafts[root].head,
          isOrdinary(drafts[root].title ?? "")
        else { continue }
        columnOfIssuer[head.issuers.joined(separator: " ")] = column
      }
    }
    for root in roots {
      guard var head = drafts[root].head else { continue }
      if head.column == nil {
        let title = drafts[root].title ?? ""
        head.column =
          isOrdinary(title) ? columnOfIssuer[head.issuers.joined(separator: " ")] : nil
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
    for draft: DraftNode, _ entries: [IssueLayout.Entry], _ keys: [[Unicode.Scalar]]
  ) -> Int? {
    guard draft.head != nil, let title = draft.title else { return nil }
    let key = [Unicode.Scalar](title).titleKey
    return entries.indices.first {
      entries[$0].document == nil && TitleFinder.isSame(keys[$0], key)
    }
  }

  /// Whether a document is of the kind that its issuer usually prints under one column: no order, no appointment.
  private static func isOrdinary(_ title: String) -> Bool {
    !title.hasSuffix("令") && !["任免", "免职", "任命", "辞职", "任职"].contains(where: title.contains)
  }

  /// The column under which gazettes usually print such a document.
  private static func column(title: String, issuers: [String]) -> String? {
    if ["任免", "免职", "任命", "辞职", "任职"].contains(where: title.contains) { return "人事任免" }
    if title.contains("公报》"), title.hasSuffix("简介") { return "公报简介" }
    if title.hasSuffix("大事记") { return "大事记" }
    if title.contains("解读") { return "政策解读" }
    guard let issuer = issuers.first else {
      let isLaw = ["条例", "规定", "办法", "法"].contains { title.hasSuffix($0) }
      return isLaw ? "法规规章" : nil
    }
    let level = issuer.contains("自治区") ? "自治区" : issuer.contains("省") ? "省" : issuer.contains("市") ? "市" : ""
    if title.hasSuffix("令") { return "\(level)政府令" }
    if issuer.contains("人民代表大会") { return "\(level)人大文件" }
    if issuer.hasPrefix("中共") {
      return issuer.contains("办公厅") || issuer.contains("办公室") ? "\(level)委办公厅文件" : "\(level)委文件"
    }
    if issuer.hasPrefix("国务院") { return "国务院文件" }
    if issuer.contains("人民政府办公") { return "\(level)政府办公厅文件" }
    if issuer.hasSuffix("人民政府") { return "\(level)政府文件" }
    return "部门文件"
  }
}
