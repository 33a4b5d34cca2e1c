/// Every text of the interface that is not the name of a command.
enum StringKey: String, Sendable, CaseIterable {
  // Panes
  case contentsPane, textPane, detailsPane, helpTitle
  // Tabs
  case departmentsTab, matrixTab, noSuchTab, notIndexed
  // The tree
  case cover, contentsPage, notInSource, workedOut, untitled
  // The issue
  case issueOfYear, issueNumber, cumulativeNumber
  // Details
  case reference, path, title, kind, documentNumber, issuers, addressees, signer, signedOn, adoptedOn
  case sourceNote, column, page, sourceLines, corrections, noCorrections, correctedTo, reason, cut
  case publicationDate, sponsor, frequency, documentCount, lineCount, lineValue, linesValue, pageValue
  // Kinds of nodes
  case kindCover, kindContents, kindDocument, kindAttachment, kindPart, kindChapter, kindSection
  case kindSubsection, kindClause, kindSubclause, kindText
  // Status
  case noSuchKey, noSuchKeyInHelp, unknownReference, noSuchIssue, noMatch, matchCount, searchFor
  case goToReference, nothingToSearch, atFirst, atLast, noBack, noForward, noSibling, noDocument
  case noText, nothingToFold, mouseOn, mouseOff, printedOn, printedOff, readingOn, measureIs
  case measureLimit, noRoomForDetails, onlyText, jumpedTo, moreRoom, moreBelow, pendingKeys, percent
  case emptyIssue
}

/// The one table of the texts of the interface.
enum Strings {
  static func text(_ key: StringKey, _ language: Language) -> String { phrase(key)[language] }

  static func phrase(_ key: StringKey) -> Phrase {
    switch key {
    case .contentsPane: Phrase("目录", "Contents")
    case .textPane: Phrase("正文", "Text")
    case .detailsPane: Phrase("详情", "Details")
    case .helpTitle: Phrase("按键帮助", "Keys")

    case .departmentsTab: Phrase("单位", "Bodies")
    case .matrixTab: Phrase("矩阵", "Matrix")
    case .noSuchTab: Phrase("左栏没有第 {0} 页", "The left pane has no tab {0}")
    case .notIndexed: Phrase("正在整理这一期，稍候", "This issue is still being worked out")

    case .cover: Phrase("封面", "Cover")
    case .contentsPage: Phrase("目录页", "Contents page")
    case .notInSource: Phrase("原文未收", "not in source")
    case .workedOut: Phrase("推定", "worked out")
    case .untitled: Phrase("（无标题）", "(untitled)")

    case .issueOfYear: Phrase("{0}年第{1}期", "{0} No. {1}")
    case .issueNumber: Phrase("第{0}期", "No. {0}")
    case .cumulativeNumber: Phrase("总第{0}期", "No. {0} overall")

    case .reference: Phrase("引用", "Reference")
    case .path: Phrase("位置", "Path")
    case .title: Phrase("标题", "Title")
    case .kind: Phrase("类别", "Kind")
    case .documentNumber: Phrase("文号", "Number")
    case .issuers: Phrase("发文机关", "Issued by")
    case .addressees: Phrase("主送", "To")
    case .signer: Phrase("署名", "Signed by")
    case .signedOn: Phrase("成文日期", "Signed on")
    case .adoptedOn: Phrase("通过日期", "Adopted on")
    case .sourceNote: Phrase("来源", "Source")
    case .column: Phrase("栏目", "Column")
    case .page: Phrase("目录页码", "Page")
    case .sourceLines: Phrase("原文行", "Lines")
    case .corrections: Phrase("更正", "Corrections")
    case .noCorrections: Phrase("无", "none")
    case .correctedTo: Phrase("{0} -> {1}", "{0} -> {1}")
    case .reason: Phrase("依据", "Why")
    case .cut: Phrase("（删去）", "(taken out)")
    case .publicationDate: Phrase("出版日期", "Published")
    case .sponsor: Phrase("主办", "Sponsor")
    case .frequency: Phrase("刊期", "Appears")
    case .documentCount: Phrase("文件数", "Documents")
    case .lineCount: Phrase("原文行数", "Source lines")
    case .lineValue: Phrase("第{0}行", "{0}")
    case .linesValue: Phrase("第{0}-{1}行", "{0}-{1}")
    case .pageValue: Phrase("第{0}页", "{0}")

    case .kindCover: Phrase("封面", "cover")
    case .kindContents: Phrase("目录", "contents")
    case .kindDocument: Phrase("文件", "document")
    case .kindAttachment: Phrase("附件", "attachment")
    case .kindPart: Phrase("编", "part")
    case .kindChapter: Phrase("章", "chapter")
    case .kindSection: Phrase("节", "section")
    case .kindSubsection: Phrase("小节", "subsection")
    case .kindClause: Phrase("条", "clause")
    case .kindSubclause: Phrase("项", "subclause")
    case .kindText: Phrase("段落", "text")

    case .noSuchKey: Phrase("此处没有 {0} 键；按 ? 看帮助", "No key {0} here; ? for help")
    case .noSuchKeyInHelp: Phrase("帮助中没有 {0} 键；按 q 返回", "No key {0} in the help; q goes back")
    case .unknownReference:
      Phrase("没有 {0} 这一处；引用写作 3.1/2.3.11", "Nothing is called {0}; references look like 3.1/2.3.11")
    case .noSuchIssue: Phrase("没有打开 {0} 这一期", "No issue {0} is open")
    case .noMatch: Phrase("没有找到", "not found")
    case .matchCount: Phrase("{0}/{1} 处", "{0}/{1}")
    case .searchFor: Phrase("查找", "Find")
    case .goToReference: Phrase("转到", "Go to")
    case .nothingToSearch: Phrase("还没有查找内容；按 / 输入", "Nothing to look for yet; / to type it")
    case .atFirst: Phrase("已到开头", "This is the beginning")
    case .atLast: Phrase("已到末尾", "This is the end")
    case .noBack: Phrase("没有更早的位置", "Nowhere to go back to")
    case .noForward: Phrase("没有更后的位置", "Nowhere to go forward to")
    case .noSibling: Phrase("没有同级的下一处", "No unit of this level there")
    case .noDocument: Phrase("没有别的文件了", "No document there")
    case .noText: Phrase("目录列有此文，原文未收", "The contents list it; its text is not in the source")
    case .nothingToFold: Phrase("这里没有可折叠的内容", "Nothing to fold here")
    case .mouseOn: Phrase("鼠标：开", "Mouse: on")
    case .mouseOff: Phrase("鼠标：关，可用终端选取文字", "Mouse: off; select text as the terminal does")
    case .printedOn: Phrase("显示原文各行", "Showing the printed lines")
    case .printedOff: Phrase("显示阅读文本", "Showing the reading text")
    case .readingOn: Phrase("全宽阅读；按 r 返回", "Full-width reading; r goes back")
    case .measureIs: Phrase("每行至多 {0} 字", "At most {0} characters a line")
    case .measureLimit: Phrase("行宽已到极限：{0} 字", "The measure ends here: {0} characters")
    case .noRoomForDetails: Phrase("此处放不下详情", "No room for details here")
    case .onlyText: Phrase("全宽阅读中只有正文；按 r 返回", "Full-width reading shows only the text; r goes back")
    case .jumpedTo: Phrase("转到 {0}", "At {0}")
    case .moreRoom: Phrase("请放大窗口：至少 40 列 8 行", "Please enlarge the window: 40 columns, 8 rows")
    case .moreBelow: Phrase("还有 {0} 行", "{0} more lines")
    case .pendingKeys: Phrase("已按 {0}", "{0}-")
    case .percent: Phrase("{0}%", "{0}%")
    case .emptyIssue: Phrase("这一期没有文件", "This issue has no documents")
    }
  }
}
