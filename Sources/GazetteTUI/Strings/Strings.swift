/// Every text of the interface that is not the name of a command.
enum StringKey: String, Sendable, CaseIterable {
  // Panes
  case detailsPane, helpTitle
  // Tabs
  case contentsTab, departmentsTab, matrixTab, noSuchTab, notIndexed
  // Filters
  case toggleLead, toggleParticipate, toggleTarget, toggleDeadline, toggleMoney, toggleCorrection
  case filterPrompt, filterCount, filterCountSoFar, filtersCleared, tooManyFilters, nothingFiltered
  case nothingToClear, noCompletion, noHistory, oldestFilter, toggledOn, toggledOff
  // Targets
  case targetsTab, orderPrint, orderValue, orderUnit, orderDeadline, orderSubject, orderIsReversed
  case noTargets, noTargetsLeft, noDeadlines, targetValue
  // Lists
  case palette, references, referrers, removeFilter, kindBody, kindCommand, kindTarget,
    kindReference
  case kindFilter, notInIssue, notHere, noReferences, noReferrers, searchHelp
  // Marks and copies
  case markSet, noMark, nothingToRepeat, nothingToCopy, copySent, copySentToTmux, cannotCopy
  case tooLongToCopy
  // Bodies
  case orderIs, orderCount, orderName, orderCategory, noBodies, noBodyFits, noClauses, narrowTo
  case narrowedTo, bodyCount, onlyRole, onlyDocument, aliases, notInRegister, clauses
  case inheritedClauses, nothingToFollow, total, matrixHead, cellCounts
  // The tree
  case cover, contentsPage, notInSource, workedOut, untitled
  // The issue
  case issueOfYear, cumulativeNumber
  // Details
  case reference, path, title, kind, documentNumber, issuers, addressees, signer, signedOn,
    adoptedOn
  case sourceNote, column, page, sourceLines, corrections, cut
  case publicationDate, sponsor, frequency, documentCount, lineCount, lineValue, linesValue,
    pageValue
  // Kinds of nodes
  case kindCover, kindContents, kindDocument, kindAttachment, kindPart, kindChapter, kindSection
  case kindSubsection, kindClause, kindSubclause, kindText
  // Status
  case noSuchKey, noSuchKeyInHelp, unknownReference, noSuchIssue, noMatch, matchCount, searchFor
  case goToReference, nothingToSearch, atFirst, atLast, noBack, noForward, noSibling, noDocument
  case noText, nothingToFold, mouseOn, mouseOff, printedOn, printedOff, readingOn, measureIs
  case measureLimit, noRoomForDetails, onlyText, jumpedTo, moreRoom, moreBelow, percent
}

/// The one table of the texts of the interface.
enum Strings {
  static func text(_ key: StringKey, _ language: Language) -> String { phrase(key)[language] }

  static func phrase(_ key: StringKey) -> Phrase {
    switch key {
    case .detailsPane: Phrase("详情", "Details")
    case .helpTitle: Phrase("按键帮助", "Keys")

    case .contentsTab: Phrase("目录", "Contents")
    case .departmentsTab: Phrase("单位", "Bodies")
    case .matrixTab: Phrase("矩阵", "Matrix")
    case .noSuchTab: Phrase("左栏没有第 {0} 页", "The left pane has no tab {0}")
    case .notIndexed: Phrase("正在整理这一期，稍候", "This issue is still being worked out")

    case .orderIs: Phrase("排序：{0}", "Sorted by {0}")
    case .orderCount: Phrase("条数", "clauses")
    case .orderName: Phrase("名称拼音", "name in pinyin")
    case .orderCategory: Phrase("类别", "category")
    case .noBodies: Phrase("这一期没有写明责任单位", "This issue names no responsible body")
    case .noBodyFits: Phrase("没有这样的单位", "No body fits")
    case .noClauses: Phrase("这里没有条文", "No clauses here")
    case .narrowTo: Phrase("单位", "Bodies")
    case .narrowedTo: Phrase("筛选：{0}  Esc 取消", "Narrowed to {0}; Esc: all")
    case .bodyCount: Phrase("{0} 个单位", "{0} bodies")
    case .onlyRole: Phrase("只看{0}；按 o 换", "Only {0}; o changes it")
    case .onlyDocument: Phrase("只看 {0}", "Only {0}")
    case .aliases: Phrase("又称", "Also")
    case .notInRegister:
      Phrase("名录未收，类别按名称推定", "not in the register; kind worked out from the name")
    case .clauses: Phrase("条文", "Clauses")
    case .inheritedClauses: Phrase("统一要求", "Inherited")
    case .nothingToFollow: Phrase("这里没有可打开的单位", "Nothing here to open")
    case .total: Phrase("合计", "total")
    case .matrixHead: Phrase("牵头/条数", "leads/clauses")
    case .cellCounts: Phrase("牵头 {0}，共 {1} 条", "leads {0} of {1} clauses")

    case .toggleLead: Phrase("牵头", "lead")
    case .toggleParticipate: Phrase("参与", "take part")
    case .toggleTarget: Phrase("有指标", "target")
    case .toggleDeadline: Phrase("有期限", "deadline")
    case .toggleMoney: Phrase("有经费", "money")
    case .toggleCorrection: Phrase("有更正", "correction")
    case .filterPrompt: Phrase(" 筛选 ", " Filter ")
    case .filterCount: Phrase("{0} 处 / {1} 份文件", "{0} in {1} documents")
    case .filterCountSoFar: Phrase("{0} 处 / {1} 份文件…", "{0} in {1} documents …")
    case .filtersCleared: Phrase("没有筛选，显示全部", "Nothing is filtered; showing everything")
    case .tooManyFilters: Phrase("至多 {0} 个筛选；按 gf 去掉一个", "At most {0} filters; gf takes one away")
    case .nothingFiltered: Phrase("读不出筛选条件；改好再按回车", "No term can be read; mend it, or Esc")
    case .nothingToClear: Phrase("没有筛选；按 f 输入", "Nothing is filtered; f to type a filter")
    case .noCompletion: Phrase("没有可补全的", "Nothing to complete")
    case .noHistory: Phrase("还没有用过的筛选", "No filter has been used yet")
    case .oldestFilter: Phrase("这是最早的筛选", "This is the oldest filter")
    case .toggledOn: Phrase("只看{0}的：{1} 处", "Only {0}: {1}")
    case .toggledOff: Phrase("不再只看{0}的：{1} 处", "No longer only {0}: {1}")

    case .targetsTab: Phrase("指标", "Targets")
    case .orderPrint: Phrase("位置", "place")
    case .orderValue: Phrase("数值", "value")
    case .orderUnit: Phrase("单位", "unit")
    case .orderDeadline: Phrase("期限", "due")
    case .orderSubject: Phrase("对象", "subject")
    case .orderIsReversed: Phrase("按{0}倒序", "By {0}, the other way round")
    case .noTargets: Phrase("这一期没有指标和期限", "This issue sets no targets or deadlines")
    case .noTargetsLeft: Phrase("筛选之后没有指标和期限", "The filter leaves no targets or deadlines")
    case .noDeadlines: Phrase("没有期限", "no deadlines")
    case .targetValue: Phrase("数值", "value")

    case .palette: Phrase("转到", "Go to")
    case .references: Phrase("这里的引用", "References here")
    case .referrers: Phrase("引用这里的条文", "Who refers here")
    case .removeFilter: Phrase("去掉哪个筛选", "Which filter to take away")
    case .kindBody: Phrase("单位", "body")
    case .kindCommand: Phrase("命令", "command")
    case .kindTarget: Phrase("指标", "target")
    case .kindReference: Phrase("引用", "reference")
    case .kindFilter: Phrase("筛选", "filter")
    case .notInIssue: Phrase("{0} 不在这一期中", "{0} is not in this issue")
    case .notHere: Phrase("“{0}”不能用在这一栏", "Not in this pane: {0}")
    case .noReferences: Phrase("这一处没有引用别的文件或条款", "Nothing is referred to here")
    case .noReferrers: Phrase("这一期中没有引用这里的条文", "Nothing in the issue refers here")
    case .searchHelp: Phrase("查找命令", "Find a command")

    case .markSet: Phrase("记号 {0}；按 '{0} 返回", "Mark {0}; '{0} comes back")
    case .noMark: Phrase("没有记号 {0}；按 m{0} 设", "No mark {0}; m{0} sets it")
    case .nothingToRepeat: Phrase("没有可重复的命令", "Nothing to repeat yet")
    case .nothingToCopy: Phrase("这里没有文字可复制", "No text to copy here")
    case .copySent:
      Phrase(
        "{0} 字已送往终端剪贴板（终端不回报是否收下）", "{0} characters sent to the terminal's clipboard; unconfirmed")
    case .copySentToTmux:
      Phrase(
        "{0} 字已送往 tmux（不回报；须 set -s set-clipboard on）",
        "{0} characters sent to tmux; unconfirmed, needs set-clipboard on")
    case .cannotCopy:
      Phrase("终端没有剪贴板；请选取文字，按 q 返回", "The terminal has no clipboard; select the text, q goes back")
    case .tooLongToCopy:
      Phrase("文字太长，终端收不下；请选取，按 q 返回", "Too long for a clipboard; select it, q goes back")

    case .cover: Phrase("封面", "Cover")
    case .contentsPage: Phrase("目录页", "Contents page")
    case .notInSource: Phrase("原文未收", "not in source")
    case .workedOut: Phrase("推定", "worked out")
    case .untitled: Phrase("（无标题）", "(untitled)")

    case .issueOfYear: Phrase("{0}年第{1}期", "{0} No. {1}")
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
    case .onlyText:
      Phrase("全宽阅读中只有正文；按 r 返回", "Full-width reading shows only the text; r goes back")
    case .jumpedTo: Phrase("转到 {0}", "At {0}")
    case .moreRoom: Phrase("请放大窗口：至少 40 列 8 行", "Please enlarge the window: 40 columns, 8 rows")
    case .moreBelow: Phrase("还有 {0} 行", "{0} more lines")
    case .percent: Phrase("{0}%", "{0}%")
    }
  }
}
