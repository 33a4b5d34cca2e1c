import GazetteModel
import GazetteText

/// The lessons of `gazette tutor`, in their order. They are about the shipped issue.
enum LessonTable {
  static let lessons: [Lesson] = reading + finding + bodies + working + leaving

  /// The clause that the lesson on references goes to.
  static let reference = "3.1/2.3.11"

  private static let reading: [Lesson] = [
    Lesson(
      Phrase("移动", "Move"),
      Phrase(
        "欢迎！这是一期真实的公报。按 {down} 下移一行，{up} 上移一行。请往下走三行。",
        "Welcome! This is a real gazette. {down} goes down a row, {up} goes up. Go down three rows."
      ),
      done: { now, start, layouts in
        let issue = now.library[now.issue]
        guard issue.root(of: now.cursor.node) == issue.root(of: start.cursor.node) else {
          return true
        }
        let layout = layouts.document(for: now)
        return layout.row(of: now.cursor) >= layout.row(of: start.cursor) + 3
      }),
    Lesson(
      Phrase("折叠", "Fold"),
      Phrase(
        "左边是目录。按 {next-pane} 换栏，直到左上角有 > ；再按 {toggle-fold} 折叠或展开一行（行首有 - 或 + 的）。",
        "On the left is the contents. Press {next-pane} until > stands at the top left, then {toggle-fold} to fold a line that has - or +."
      ),
      done: { now, start, _ in now.treeFolds != start.treeFolds }),
    Lesson(
      Phrase("阅读", "Read"),
      Phrase(
        "在目录里用 {down} {up} 选一个文件或一条，按 {open} 就到它的正文。",
        "Choose a document or a clause with {down} and {up}, then {open} goes to its text."),
      done: { now, _, _ in now.mode == .text }),
  ]

  private static let finding: [Lesson] = [
    Lesson(
      Phrase("查找", "Find"),
      Phrase(
        "按 {open-search}，输入 生态 或 2021，再按 {accept}。之后 {next-match} 到下一处，{previous-match} 到上一处。",
        "Press {open-search}, type 2021, then {accept}. After that {next-match} goes to the next match, {previous-match} back."
      ),
      done: { now, start, _ in
        now.search != start.search && now.search.current != nil && now.mode != .search
      }),
    Lesson(
      Phrase("引用", "References"),
      Phrase(
        "每一条都有可以引用的编号。按 {go-to-reference}，输入 \(reference)，再按 {accept}。",
        "Every clause has a reference to quote. Press {go-to-reference}, type \(reference), then {accept}."
      ),
      done: { now, _, _ in
        now.mode != .reference
          && now.library[now.issue][now.cursor.node].reference.text == reference
      }),
    Lesson(
      Phrase("详情", "Details"),
      Phrase(
        "这一条由谁负责？按 {toggle-details} 看详情：文号、日期、责任单位。（宽屏右边一直有，{toggle-details} 走过去。）",
        "Who has to do this? {toggle-details} shows the details: number, date, bodies. (A wide screen has them on the right; {toggle-details} goes there.)"
      ),
      done: { now, start, _ in
        now.settings.showsDetails != start.settings.showsDetails || now.focus == .details
      }),
    Lesson(
      Phrase("返回", "Back"),
      Phrase(
        "走远了也不怕：按 {back} 回到跳转之前的地方，{forward} 再前进。",
        "You never get lost: {back} goes back to where you were, {forward} forward again."),
      done: { now, start, _ in now.jumps.forward.count > start.jumps.forward.count }),
  ]

  private static let bodies: [Lesson] = [
    Lesson(
      Phrase("单位", "Bodies"),
      Phrase(
        "按 {tab-2} 列出各单位，按 {narrow-bodies}，输入拼音首字母 sthj，再按 {accept}。",
        "{tab-2} lists the bodies. Press {narrow-bodies}, type the initials sthj (生态环境), then {accept}."
      ),
      done: { now, _, _ in now.mode == .departments && !now.departments.query.isEmpty }),
    Lesson(
      Phrase("档案", "Dossier"),
      Phrase(
        "按 {open-dossier} 打开选中单位的档案：它牵头什么、参与什么、和谁一起。",
        "{open-dossier} opens the dossier of the selected body: what it leads, where it helps, and with whom."
      ),
      done: { now, _, _ in !now.departments.dossiers.isEmpty }),
    Lesson(
      Phrase("任务清单", "Worklist"),
      Phrase(
        "{close-dossier} 回到列表，{open-worklist} 选它为本单位：此后随处一键看它的任务，按期限；{write-list} 写成表格。",
        "{close-dossier} goes back, {open-worklist} makes it your department: its tasks by deadline, from then on one key away. {write-list} writes them down."
      ),
      done: { now, _, _ in now.departments.dossiers.last?.isByDeadline ?? false }),
    Lesson(
      Phrase("筛选", "Filter"),
      Phrase(
        "只看有期限的条文：按 {open-filter}，输入 has:deadline，再按 {accept}。以后 {clear-filters} 清除筛选。",
        "Only clauses with a deadline: press {open-filter}, type has:deadline, then {accept}. Later {clear-filters} clears it."
      ),
      done: { now, start, _ in
        now.filter.kept.count > start.filter.kept.count && !now.isTypingFilter
      }),
    Lesson(
      Phrase("指标", "Targets"),
      Phrase(
        "按 {tab-4} 看指标和期限的表，一行一个，最上面是时间。",
        "{tab-4} shows targets and deadlines as a table, one in a row, under a line in time."),
      done: { now, _, _ in now.tab == .targets }),
  ]

  private static let working: [Lesson] = [
    Lesson(
      Phrase("引用", "Cite"),
      Phrase(
        "要写进文件？按 {copy-citation} 看三种引用格式，再按 {choose-citation} 复制选中的一种。",
        "To quote it: {copy-citation} shows three forms of its citation, {choose-citation} copies the selected one."
      ),
      done: { now, start, _ in !now.citing.ways.isEmpty && now.mode != .citing }),
    Lesson(
      Phrase("标记", "Mark"),
      Phrase(
        "审阅时，按 {mark-read} 把正在看的一条标为已阅。（这里只是练习，什么也不会存下来。）",
        "In a review {mark-read} marks the clause you are at as read. (This is practice: nothing is kept.)"
      ),
      done: { now, start, _ in marks(now) > marks(start) }),
    Lesson(
      Phrase("撤销", "Undo"),
      Phrase(
        "标错了不要紧：按 {undo} 撤销，{redo} 重做。",
        "A slip does not matter: {undo} takes it back, {redo} does it again."),
      done: { now, start, _ in marks(now) < marks(start) }),
    Lesson(
      Phrase("存疑", "Question"),
      Phrase(
        "有疑问？按 {mark-question} 标为存疑，停在这一条；按 {write-note} 写明理由，再按 {save-note}。",
        "In doubt? {mark-question} marks a question and stays; {write-note} asks for the reason, {save-note} keeps it."
      ),
      done: { now, _, _ in
        now.review.sheets.contains { sheet in sheet.marks.contains { !$0.note.isEmpty } }
      }),
    Lesson(
      Phrase("帮助", "Help"),
      Phrase(
        "忘了哪个键？按 {open-help} 看全部，在里面打字就能查找。",
        "Forgot a key? {open-help} shows them all; type there to find one."),
      done: { now, _, _ in now.mode == .help || now.mode == .helpSearch }),
  ]

  private static let leaving: [Lesson] = [
    Lesson(
      Phrase("离开", "Leave"),
      Phrase(
        "学完了，谢谢！按 {close-help} 关闭帮助，再按 {quit} 离开。以后直接运行 gazette 就行。",
        "That is all, thank you! {close-help} closes the help, then {quit} leaves. From now on just run gazette."
      ),
      done: { _, _, _ in false })
  ]

  /// How many marks the review has.
  private static func marks(_ state: State) -> Int {
    state.review.sheets.reduce(0) { $0 + $1.marks.count }
  }
}
