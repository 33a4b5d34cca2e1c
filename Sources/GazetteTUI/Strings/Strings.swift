import GazetteText

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
    case .notIndexed: Phrase("正在整理这一期，稍候", "This issue is still being read; one moment")

    case .orderIs: Phrase("排序：{0}", "Sorted by {0}")
    case .orderCount: Phrase("条数", "clauses")
    case .orderName: Phrase("名称拼音", "name in pinyin")
    case .orderCategory: Phrase("类别", "category")
    case .noBodies: Phrase("这一期没有写明责任单位", "This issue names no responsible body")
    case .noBodyFits: Phrase("没有这样的单位", "No body matches")
    case .noClauses: Phrase("这里没有条文", "No clauses here")
    case .narrowTo: Phrase("单位", "Bodies")
    case .narrowedTo:
      Phrase("筛选：{0}  {show-all-bodies} 取消", "Narrowed to {0}; {show-all-bodies}: all")
    case .bodyCount: Phrase("{0} 个单位", "{0} bodies")
    case .onlyRole: Phrase("只看{0}；按 {change-role} 换", "Only {0}; {change-role} shows the next role")
    case .onlyDocument: Phrase("只看 {0}", "Only {0}")
    case .aliases: Phrase("又称", "Also")
    case .notInRegister:
      Phrase("名录未收，类别按名称推定", "not in the register; kind inferred from the name")
    case .clauses: Phrase("条文", "Clauses")
    case .inheritedClauses: Phrase("统一要求", "Inherited")
    case .nothingToFollow: Phrase("这里没有可打开的单位", "Nothing here to open")
    case .total: Phrase("合计", "total")
    case .heatFew: Phrase("少", "few")
    case .heatSome: Phrase("中", "some")
    case .heatMany: Phrase("多", "many")
    case .heatInherited: Phrase("(n) 统一要求", "(n) inherited")
    case .matrixHead: Phrase("牵头/条数", "leads/clauses")
    case .cellCounts: Phrase("牵头 {0}，共 {1} 条", "leads {0} of {1} clauses")

    case .toggleLead: Phrase("牵头", "leads")
    case .toggleParticipate: Phrase("参与", "takes part")
    case .toggleTarget: Phrase("有指标", "targets")
    case .toggleDeadline: Phrase("有期限", "deadlines")
    case .toggleMoney: Phrase("有经费", "money")
    case .toggleCorrection: Phrase("有更正", "corrected")
    case .filterPrompt: Phrase(" 筛选 ", " Filter ")
    case .filterCount: Phrase("{0} 处 / {1}", "{0} in {1}")
    case .filterCountSoFar: Phrase("{0} 处 / {1} ..", "{0} in {1} ..")
    case .someDocuments: Phrase("{0} 份文件", "{0} documents")
    case .oneDocument: Phrase("1 份文件", "1 document")
    case .filtersCleared: Phrase("没有筛选，显示全部", "No filter; showing everything")
    case .tooManyFilters:
      Phrase(
        "至多 {0} 个筛选；按 {remove-filter} 去掉一个", "At most {0} filters; {remove-filter} removes one")
    case .nothingFiltered:
      Phrase("读不出筛选条件；改好再按 {accept}", "Nothing in this filter can be read; correct it, or {cancel}")
    case .nothingToClear:
      Phrase("没有筛选；按 {open-filter} 输入", "No filter is set; {open-filter} to type one")
    case .noCompletion: Phrase("没有可补全的", "Nothing to complete")
    case .noHistory: Phrase("还没有用过的筛选", "No filter has been used yet")
    case .oldestFilter: Phrase("这是最早的筛选", "This is the oldest filter")
    case .whichDepartment:
      Phrase(
        "本单位是哪个？选中后再按 {open-worklist}（可在配置中写 department）",
        "Which is your department? Select it and press {open-worklist} again")
    case .departmentNotHere:
      Phrase("本期没有 {0}；{tab-2} 列出各单位", "{0} is not in this issue; {tab-2} lists the bodies")
    case .searchInstead:
      Phrase("没有叫 {0} 的：在全文中查找", "Nothing is called {0}; look for it in the text")
    case .written: Phrase("已写入 {0}", "Written to {0}")
    case .writtenHere: Phrase("已写入当前文件夹：{0}", "Written in this folder: {0}")
    case .notWritten: Phrase("没有写入 {0}：{1}", "{0} was not written: {1}")
    case .writingIsOff: Phrase("此处只供阅读，不能写文件", "Read-only here: files cannot be written")
    case .writeWhere:
      Phrase(
        "写到哪里？如 {go-to-reference}w 名单.csv", "Write where? For example {go-to-reference}w list.csv")
    case .nothingToWrite: Phrase("左栏没有可写出的行", "The left pane lists nothing to write")
    case .tasksDone: Phrase("已办 {0}/{1}", "done {0}/{1}")
    case .toggledOnForBody:
      Phrase("只看所筛单位{0}的：{1} 条", "Only where the filtered body {0}: {1}")
    case .toggledOn: Phrase("只看{0}的：{1} 处", "Only {0}: {1}")
    case .toggledOff: Phrase("不再只看{0}的：{1} 处", "{0} off: {1} shown")

    case .targetsTab: Phrase("指标", "Targets")
    case .orderPrint: Phrase("位置", "place")
    case .orderValue: Phrase("数值", "value")
    case .orderUnit: Phrase("单位", "unit")
    case .orderDeadline: Phrase("期限", "due")
    case .orderSubject: Phrase("对象", "subject")
    case .orderIsReversed: Phrase("按{0}倒序", "By {0}, reversed")
    case .noTargets: Phrase("这一期没有指标和期限", "This issue sets no targets or deadlines")
    case .noTargetsLeft: Phrase("筛选之后没有指标和期限", "The filter leaves no targets or deadlines")
    case .noDeadlines: Phrase("没有期限", "no deadlines")
    case .targetValue: Phrase("数值", "value")

    case .palette: Phrase("转到", "Go to")
    case .references: Phrase("这里的引用", "References here")
    case .referrers: Phrase("引用这里的条文", "What refers to this")
    case .removeFilter: Phrase("去掉哪个筛选", "Remove which filter?")
    case .kindBody: Phrase("单位", "body")
    case .kindCommand: Phrase("命令", "command")
    case .kindTarget: Phrase("指标", "target")
    case .kindReference: Phrase("引用", "reference")
    case .kindFilter: Phrase("筛选", "filter")
    case .notInIssue: Phrase("{0} 不在这一期中", "{0} is not in this issue")
    case .notHere: Phrase("不能用在这一栏：{0}", "Not available in this pane: {0}")
    case .noReferences: Phrase("这一处没有引用别的文件或条款", "Nothing is cited here")
    case .noReferrers: Phrase("这一期中没有引用这里的条文", "Nothing in this issue refers to this")
    case .searchHelp: Phrase("查找命令", "Find a command")

    case .markSet: Phrase("记号 {0}；按 '{0} 返回", "Mark {0}; '{0} comes back")
    case .noMark: Phrase("没有记号 {0}；按 {set-mark}{0} 设", "No mark {0}; {set-mark}{0} sets it")
    case .nothingToRepeat: Phrase("没有可重复的命令", "Nothing to repeat yet")
    case .nothingToCopy: Phrase("这里没有文字可复制", "No text to copy here")
    case .copySent:
      Phrase(
        "{0} 字已送往终端剪贴板（终端不回报是否收下）", "{0} characters sent to the terminal's clipboard; unconfirmed")
    case .copySentToTmux:
      Phrase(
        "{0} 字已送往 tmux（不回报；须 set -s set-clipboard on）",
        "{0} characters sent to tmux; unconfirmed, needs set-clipboard on")
    case .copySentThroughScreen:
      Phrase(
        "{0} 字已经 screen 送往终端剪贴板（终端不回报是否收下）",
        "{0} characters sent through screen to the clipboard; unconfirmed")
    case .copySentLong:
      Phrase(
        "{0} 字已送往终端（不回报；有的只收 8 kB，请看粘贴的结尾）",
        "{0} characters sent; unconfirmed, some terminals take 8 kB: see the end")
    case .cannotCopy:
      Phrase(
        "终端没有剪贴板；请选取文字，按 {close-hand-copy} 返回",
        "The terminal has no clipboard; select the text, {close-hand-copy} goes back")
    case .citations: Phrase("怎样引用 {0}", "How to cite {0}")
    case .citeOfficial: Phrase("公文式", "as official documents do")
    case .citeStandard: Phrase("国标式 GB/T 7714", "GB/T 7714")
    case .citeWords: Phrase("原话和出处", "the words with their source")
    case .startDocuments: Phrase("文件", "Documents")
    case .startPage: Phrase("第{0}页", "p. {0}")
    case .startClauses: Phrase("条", "clauses")
    case .startTargets: Phrase("指标", "targets")
    case .startOwn: Phrase("本单位", "mine")
    case .startDeadlines: Phrase("期限", "deadlines")
    case .startMissing: Phrase("目录列有、原文未收：{0} 篇", "Listed in the contents, not in the source: {0}")
    case .startKeys: Phrase("先学五个键", "Five keys to begin with")
    case .startWorklist: Phrase("本单位的任务", "what my department has to do")
    case .startFind: Phrase("查找", "find words")
    case .startFilter: Phrase("筛选", "filter clauses")
    case .startMark: Phrase("已阅，转到下一条", "read; on to the next")
    case .startCite: Phrase("引用", "cite")
    case .startHelp: Phrase("全部按键", "every key")
    case .tooLongToCopy:
      Phrase(
        "文字太长，终端收不下；请选取，按 {close-hand-copy} 返回",
        "Too long for a clipboard; select it, {close-hand-copy} goes back")

    case .cover: Phrase("封面", "Cover")
    case .contentsPage: Phrase("目录页", "Contents page")
    case .notInSource: Phrase("原文未收", "not in source")
    case .workedOut: Phrase("推定", "inferred")
    case .untitled: Phrase("（无标题）", "(untitled)")

    case .issueOfYear: Phrase("{0}年第{1}期", "{0} No. {1}")
    case .cumulativeNumber: Phrase("总第{0}期", "cumulative No. {0}")

    case .reference: Phrase("引用", "Reference")
    case .path: Phrase("位置", "Path")
    case .documentItself: Phrase("文件正文", "the document itself")
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
    case .place: Phrase("出处", "Place")
    case .sourceLines: Phrase("原文行", "Lines")
    case .corrections: Phrase("更正", "Corrections")
    case .otherForm: Phrase("另一字形，读作通用字", "another form of the same character")
    case .cut: Phrase("（删去）", "(removed)")
    case .publicationDate: Phrase("出版日期", "Published")
    case .sponsor: Phrase("主办", "Sponsor")
    case .frequency: Phrase("刊期", "Frequency")
    case .documentCount: Phrase("文件数", "Documents")
    case .readFrom: Phrase("读自", "Read from")
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

    case .keyForHabit: Phrase("要{0}，按 {1}", "{1}: {0}")
    case .noSuchKey: Phrase("此处没有 {0} 键；按 {open-help} 看帮助", "No key {0} here; {open-help} for help")
    case .noSuchKeyInHelp:
      Phrase("帮助中没有 {0} 键；按 {close-help} 返回", "No key {0} in the help; {close-help} goes back")
    case .unknownReference:
      Phrase("没有 {0} 这一处；引用写作 3.1/2.3.11", "Nothing is called {0}; references look like 3.1/2.3.11")
    case .noSuchIssue: Phrase("没有打开 {0} 这一期", "No issue {0} is open")
    case .noMatch: Phrase("没有找到", "not found")
    case .noMatchOfLetter:
      Phrase("没有找到；拼音首字母至少输入 {0} 个", "not found; pinyin takes {0} initials or more")
    case .matchCount: Phrase("{0}/{1} 处", "{0}/{1}")
    case .pinyinMatchCount: Phrase("拼音 {0}/{1} 处", "pinyin {0}/{1}")
    case .searchFor: Phrase("查找", "Find")
    case .goToReference: Phrase("转到", "Go to")
    case .nothingToSearch:
      Phrase(
        "还没有查找内容；按 {open-search} 输入", "Nothing to look for yet; {open-search} to type something")
    case .atFirst: Phrase("已到开头", "This is the beginning")
    case .atLast: Phrase("已到末尾", "This is the end")
    case .noBack: Phrase("没有更早的位置", "Nowhere to go back to")
    case .noForward: Phrase("没有更后的位置", "Nowhere to go forward to")
    case .noSibling: Phrase("没有同级的下一处", "No further unit at this level")
    case .noDocument: Phrase("没有别的文件了", "No further document")
    case .noText: Phrase("目录列有此文，原文未收", "Listed in the contents; its text is not in the source")
    case .ofArchive: Phrase("本期，q 返回文库", "This issue of the archive; q goes back")
    case .noSuchIssueInArchive: Phrase("文库中没有 {0} 这一期", "The archive has no issue {0}")
    case .cannotOpenIssue: Phrase("{0} 无法打开：{1}", "{0} cannot be opened: {1}")
    case .readAgain: Phrase("文件有改动，已重新读入", "The file changed and was read again")
    case .cannotReadAgain:
      Phrase("文件有改动，但无法读入：{0}", "The file changed and cannot be read: {0}")
    case .nothingToFold: Phrase("这里没有可折叠的内容", "Nothing to fold here")
    case .mouseOn: Phrase("鼠标：开", "Mouse: on")
    case .mouseOff: Phrase("鼠标：关，可用终端选取文字", "Mouse: off; the terminal selects text")
    case .printedOn: Phrase("显示原文各行", "Showing the printed lines")
    case .printedOff: Phrase("显示阅读文本", "Showing the reading text")
    case .readingOn:
      Phrase("全宽阅读；按 {toggle-reading} 返回", "Full-width reading; {toggle-reading} goes back")
    case .measureIs: Phrase("每行至多 {0} 字", "At most {0} characters a line")
    case .measureLimit: Phrase("行宽已到极限：{0} 字", "That is the limit: {0} characters a line")
    case .noRoomForDetails: Phrase("此处放不下详情", "No room for details here")
    case .onlyText:
      Phrase(
        "全宽阅读中只有正文；按 {toggle-reading} 返回",
        "Full-width reading shows only the text; {toggle-reading} goes back")
    case .jumpedTo: Phrase("转到 {0}", "At {0}")
    case .moreRoom: Phrase("请放大窗口：至少 40 列 8 行", "Please enlarge the window: 40 columns, 8 rows")
    case .moreBelow: Phrase("还有 {0} 行", "{0} more lines")
    case .percent: Phrase("{0}%", "{0}%")

    case .themeIsConfigured:
      Phrase(
        "配色写在配置文件：theme = \"light\"；gazette config 列出全部",
        "Set theme = \"light\" in the configuration; gazette config lists every setting")
    case .configurationMistake:
      Phrase("{0}：{1}（见 gazette config）", "{0}: {1} (see gazette config)")
    case .configurationMistakes:
      Phrase("{0}：{1}（共 {2} 处，见 gazette config）", "{0}: {1} ({2} in all; see gazette config)")
    case .howToLeave:
      Phrase("按 {quit} 退出，或再按一次 Ctrl-C", "{quit} quits; so does Ctrl-C again")
    case .terminalReplaced:
      Phrase("这里不认识终端 {0}，按 {1} 显示", "terminal {0} is not known here; drawn as {1}")

    case .marksWait: Phrase("记录被占用，{0} 处待记", "store busy, {0} waiting")
    case .storeIsHeld: Phrase("记录被占用，稍候", "store busy, waiting")
    case .leaveWhileWaiting:
      Phrase(
        "还有 {0} 处未记下：再按一次退出，它们另存，下次打开时记入",
        "{0} not recorded yet: leave again, and they are kept and recorded next time")
    case .storeMadeAgain:
      Phrase("审阅记录的文件被删除，已照原样重建", "The file of the review was removed; it is made again as it was")
    case .storeReplaced:
      Phrase(
        "审阅记录的文件被换掉，已改用新的；本次的标记补记 {0} 条",
        "The file of the review was replaced; the new one is used, {0} marks of this session put in"
      )
    case .tookUpUnfinished:
      Phrase("上次未能记下的 {0} 处已补记", "{0} left from last time are recorded now")
    case .storeOnlyReadable:
      Phrase("审阅记录只读：可以看，不能标记", "The review can only be read: marks are shown, none can be put")
    case .noteIsCut:
      Phrase("批注太长：只留下前 {0} 个字", "Too long for a note: only the first {0} characters are kept")
    case .reviewTab: Phrase("审阅", "Review")
    case .reviewClosed: Phrase("没有打开审阅记录", "No review is open")
    case .reviewOpening: Phrase("正在打开审阅记录，稍候", "The review is being opened")
    case .reviewRefused: Phrase("不能审阅：{0}。{1}", "No review: {0}. {1}")
    case .reviewIsAway: Phrase("{0}，恢复后自动打开审阅", "{0}; the review opens when it is back")
    case .serverIsAway: Phrase("服务器未连上", "server away")
    case .marksWaitForServer: Phrase("服务器未连上，{0} 处待记", "server away, {0} waiting")
    case .reviewProgress: Phrase("已阅 {0}", "{0} reviewed")
    case .filteredProgress: Phrase("筛选 {0}", "filter {0}")
    case .hiddenOnPage: Phrase("本页有 {0} 个不可见字符", "hidden characters here: {0}")
    case .nothingToReview: Phrase("这里没有可审阅的条文", "Nothing to review here")
    case .nothingToConfirm: Phrase("这一条没有改动，无须确认", "Nothing has changed here")
    case .allReviewed: Phrase("全部审阅完毕", "Everything is reviewed")
    case .noneLeftBehind:
      Phrase(
        "后面没有未阅的了；前面还有 {0} 条，按 {next-unread}",
        "None unread after this; {0} before it, {next-unread} goes there")
    case .noneLeft: Phrase("没有别的未阅条文了", "No other clause is unread")
    case .noFlags: Phrase("没有别的存疑、问题、分歧或改动", "No other question, problem, dispute or change")
    case .beganAgain: Phrase("已到尽头，从另一头接着找", "Wrapped around to the other end")
    case .readingMarksOn: Phrase("读完一条即记已阅：开", "Reading a clause to its end marks it as read: on")
    case .readingMarksOff: Phrase("读完一条即记已阅：关", "Reading a clause to its end marks it as read: off")
    case .movesOn: Phrase("标记后转到下一条未阅", "After a mark: on to the next unread")
    case .staysAfterMark: Phrase("标记后停在原处", "After a mark: stay")
    case .marked: Phrase("已标 {0} {1}，{undo} 撤销", "Marked {0}: {1}, {undo} undoes it")
    case .markedSeveral:
      Phrase("已标 {0} {1} 条，{undo} 撤销", "Marked {0}: {1} clauses, {undo} undoes it")
    case .selectedUnits: Phrase("选 {0} 条", "{0} selected")
    case .nothingToUndo: Phrase("没有可撤销的", "Nothing to undo")
    case .nothingToRedo: Phrase("没有可重做的", "Nothing to redo")
    case .undone: Phrase("已撤销：{0} 现为{1}", "Undone: {0} is {1} now")
    case .redone: Phrase("已重做：{0} 现为{1}", "Redone: {0} is {1} now")
    case .undoneSeveral: Phrase("已撤销 {0} 条", "{0} undone")
    case .redoneSeveral: Phrase("已重做 {0} 条", "{0} redone")
    case .steppedNothing: Phrase("此后已另有标记，{0} 条未动", "{0} left as they are: marked again since")
    case .noteOn: Phrase("批注 {0}", "Note on {0}")
    case .noteOnSeveral: Phrase("批注 {0} 条", "Note on {0} clauses")
    case .noteIsNew: Phrase("未存", "not saved yet")
    case .noteKept: Phrase("批注已存", "The note is saved")
    case .noteNotKept:
      Phrase(
        "批注未存：{save-note} 存，再按 {cancel-note} 则不存",
        "Not saved yet: {save-note} saves it, {cancel-note} again discards it")
    case .noteLeftOut:
      Phrase("有{0}个控制字符不能保存，已去掉", "Control characters that cannot be kept, left out: {0}")
    case .noteFromEditor: Phrase("取回编辑器所写：{save-note} 存", "From the editor; {save-note} saves it")
    case .editorFailed: Phrase("编辑器没有运行成功，批注未动", "The editor failed; the note is unchanged")
    case .editorNotAllowed:
      Phrase(
        "此处不允许外部编辑器；按 {write-note} 写批注",
        "No external editor is allowed here; {write-note} writes a note")
    case .tagsPrompt: Phrase("标签", "Tags")
    case .badTag: Phrase("标签不含空格和逗号：{0}", "{0} is not a tag: no spaces or commas")
    case .noSuchTag: Phrase("没有这样开头的标签", "No tag begins with that")
    case .marksTitle: Phrase("各人的标记", "Everyone's marks")
    case .nobodyElse: Phrase("别人没有标记", "Nobody else has a mark")
    case .changedSince: Phrase("有改动", "changed since")
    case .textAtMark: Phrase("标记时的文字", "The text at the time of the mark")
    case .textNow: Phrase("现在的文字", "The text now")
    case .confirmWith:
      Phrase(
        "按 {confirm-shown-mark} 确认：标记用于现在的文字",
        "{confirm-shown-mark} keeps the mark for the present text")
    case .listHead: Phrase("{0}：{1} 条，{2}", "{0}: {1}, {2}")
    case .listMarked: Phrase("有标记", "Marked")
    case .listFlagged: Phrase("存疑和问题", "Questions and problems")
    case .listUnread: Phrase("未阅", "Unread")
    case .listRead: Phrase("已阅", "Read")
    case .listAgreed: Phrase("同意", "Agreed")
    case .listNotOurs: Phrase("非本单位", "Not ours")
    case .listChanged: Phrase("有改动", "Changed")
    case .listNoted: Phrase("有批注", "With a note")
    case .listOthers: Phrase("他人有标记", "Marked by others")
    case .listDisputed: Phrase("意见不一", "Disputed")
    case .disputed: Phrase("意见不一", "disputed")
    case .reviewNews:
      Phrase(
        "他人标记 {0} 条，意见不一 {1}，有改动 {2}；{tab-5} 列出，{next-flagged} 逐条看",
        "Marked by others: {0}, disputed: {1}, changed: {2}; {tab-5} lists, {next-flagged} steps through"
      )
    case .marksMoved:
      Phrase(
        "条文有增删：{0} 个标记已随条文移位，{1} 个位置存疑；{open-marks} 看原标何处，重新标记即确认",
        "The text was renumbered: {0} marks moved with their words, {1} are unsure; {open-marks} tells from where, marking again settles it"
      )
    case .listIsEmpty:
      Phrase("没有可列的；按 {change-list} 换所列状态", "Nothing to list; {change-list} shows another state")
    case .orderPrinted: Phrase("按原文次序", "as printed")
    case .orderState: Phrase("按状态", "by state")
    case .orderTime: Phrase("按时间", "latest first")
    case .leaving:
      Phrase("已阅 {0}/{1}，存疑 {2}，问题 {3}", "{0}/{1} reviewed, {2} questions, {3} problems")

    case .teamTab: Phrase("进度", "Team")
    case .assignPrompt: Phrase("分给（、分隔，- 收回）", "Assign to (commas between, - takes back)")
    case .noSuchName: Phrase("没有这样的姓名；可照写新姓名", "No such name yet; type it whole")
    case .assigned: Phrase("{0} 已分给 {1}，{undo} 撤销", "{0} assigned to {1}, {undo} undoes it")
    case .assignedSeveral:
      Phrase("{0} 条已分给 {1}，{undo} 撤销", "{0} clauses assigned to {1}, {undo} undoes it")
    case .takenBack: Phrase("已收回 {0} 条分派，{undo} 撤销", "{0} taken back, {undo} undoes it")
    case .nothingMine: Phrase("没有分给你的条文", "Nothing is assigned to you")
    case .noneOfMine: Phrase("分给你的没有别的未阅或退回了", "Nothing else of yours is unread or returned")
    case .noDisputes: Phrase("没有别的意见不一或退回的条文", "Nothing else is disputed or returned")
    case .judgedDiffer:
      Phrase("各人意见不一，不能一并复核；{open-marks} 看", "They judge it differently; {open-marks} shows how")
    case .ownMarkOnly: Phrase("自己的标记须由另一人复核", "Your own mark needs another reader")
    case .nothingToJudge: Phrase("没有他人的标记可复核", "Nobody else has marked it")
    case .confirmedMark: Phrase("已复核 {0}，{undo} 撤销", "Confirmed {0}, {undo} undoes it")
    case .confirmedSeveral: Phrase("已复核 {0} 个标记，{undo} 撤销", "{0} marks confirmed, {undo} undoes it")
    case .sentBack: Phrase("已退回 {0}，{undo} 撤销", "Returned {0}, {undo} undoes it")
    case .sendBackTitle: Phrase("退回 {0}（{1}）：意见", "Return {0} ({1}): why")
    case .replied: Phrase("已记下，{undo} 撤销", "Recorded, {undo} undoes it")
    case .replyTo: Phrase("回复 {0}：{1}", "Reply to {0}: {1}")
    case .beginTitle: Phrase("讨论 {0}", "Discuss {0}")
    case .stretchTitle: Phrase("批注 {0}：{1}", "Note on {0}: {1}")
    case .settled: Phrase("讨论已了结", "The discussion is settled")
    case .unsettled: Phrase("重新讨论", "The discussion is open again")
    case .noThreads: Phrase("这一条没有讨论；{reply} 开始", "Nothing is discussed here; {reply} begins")
    case .nothingSaid: Phrase("没有写意见，未记", "Nothing was said, nothing recorded")
    case .closedNow:
      Phrase("本期已定稿；{open-closing} 可重开", "The issue is closed; {open-closing} opens it again")
    case .reopenedNow: Phrase("本期已重开", "The issue is open again")
    case .closedByOther: Phrase("{0} 已将本期定稿", "{0} has closed the issue")
    case .returnedToMe: Phrase("{0} 退回 {1}：{2}", "{0} returned {1}: {2}")
    case .dealtToMe:
      Phrase("新分给你 {0} 条，{next-mine} 逐条看", "{0} assigned to you, {next-mine} goes there")
    case .repliedHere: Phrase("{0} 在 {1} 说：{2}", "{0} at {1}: {2}")
    case .confirmedMine: Phrase("{0} 复核同意 {1}", "{0} confirmed {1}")
    case .markedByOther: Phrase("{0} 标 {1}：{2}", "{0} marked {1}: {2}")
    case .markedByOthers: Phrase("他人新标 {0} 条", "Others marked {0} clauses")
    case .teamUndone:
      Phrase("已撤销：{0} 的分派、复核或讨论", "Undone at {0}: an assignment, a verdict or a remark")
    case .teamRedone:
      Phrase("已重做：{0} 的分派、复核或讨论", "Redone at {0}: an assignment, a verdict or a remark")
    case .readersAre: Phrase("分给", "For")
    case .discussion: Phrase("讨论", "Discussion")
    case .discussed: Phrase("讨论中", "open")
    case .discussionSettled: Phrase("已了结（{0}）", "settled by {0}")
    case .quoteChanged: Phrase("原文已改", "the words have changed")
    case .closingTitle: Phrase("定稿 {0}", "Close {0}")
    case .closingAsk:
      Phrase(
        "按 {close-issue} 定稿；之后不能再标记，除非重开", "{close-issue} closes it; then nothing can be marked")
    case .closingDone: Phrase("已由 {0} 于 {1} 定稿", "Closed by {0} on {1}")
    case .reopenAsk: Phrase("按 {close-issue} 重开", "{close-issue} opens it again")
    case .closingLeft: Phrase("尚有未了的事项", "Some work is left")
    case .unassignedUnits: Phrase("未分派", "Assigned to nobody")
    case .pendingMarks: Phrase("待复核", "Awaiting a second reader")
    case .disputedUnits: Phrase("意见不一或退回", "Disputed or returned")
    case .openThreads: Phrase("讨论中", "Under discussion")
    case .stretchHint: Phrase("选取 {0} 字", "{0} characters")
    case .noWordsHere: Phrase("这一行没有可选取的文字", "No words to choose in this row")
    case .listMine: Phrase("分给我", "Mine")
    case .listConfirmed: Phrase("已复核", "Confirmed")
    case .listPending: Phrase("待复核", "Awaiting a second reader")
    case .listReturned: Phrase("退回", "Returned")
    case .listDiscussed: Phrase("讨论中", "Under discussion")

    case .comparison: Phrase("比对", "Comparison")
    case .leads: Phrase("牵头变动", "Leads gained and lost")
    case .sameLeads: Phrase("牵头单位没有变动", "The same bodies lead")
    case .movedFrom: Phrase("（移自 {0}）", "(moved from {0})")
    case .nothingChanged: Phrase("没有变动", "nothing changed")
    case .firstChange: Phrase("已是第一处变动", "This is the first change")
    case .lastChange: Phrase("已是最后一处变动", "This is the last change")

    case .noTableHere: Phrase("这里没有表格", "There is no table here")
    case .firstColumn: Phrase("已是最左一栏", "This is the first column")
    case .lastColumn: Phrase("已是最右一栏", "This is the last column")
    case .rowOfTable: Phrase("第 {0} 行，共 {1} 行", "row {0} of {1}")
    case .columnsOfTable: Phrase("第 {0}-{1} 栏，共 {2} 栏", "columns {0}-{1} of {2}")

    case .reviewIsOff: Phrase("此处只供阅读，不能审阅", "Read-only here: the review is off")
    case .suspendingIsOff: Phrase("此处只供阅读，不能挂起", "Read-only here: suspending is off")
    }
  }
}
