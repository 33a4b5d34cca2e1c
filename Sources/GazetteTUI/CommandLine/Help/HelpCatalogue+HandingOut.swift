extension HelpCatalogue {
  /// What the commands say that hand something out, in Chinese.
  static let handingOut: [String: String] = [
    "Carry the reviewer's marks over into the next version of a text, clause by clause.":
      "把审阅人的标记逐条承接到下一个版本。",
    """
    OLD and NEW are each a reference, as gazette outline prints it, or the path of an \
    issue. A mark goes to the unit that continues the marked one, as gazette diff finds \
    it, and its note says where it comes from. Where the words changed, the note says \
    which, and the mark counts as unread until it is confirmed (is:changed finds it). A \
    unit of NEW that has a mark keeps it. All is one step, which gazette review undo \
    takes back.
    """:
      """
    OLD 和 NEW 各为一个引用（如 gazette outline 所印）或一期公报的路径。标记落到承接原条的新条上（对应关系同 gazette diff），批注注明来自何处。\
    文字有改动的，批注写明改了哪些字，确认之前按未阅计（is:changed 可查）。NEW 中已有标记的条不动。全部为一步，gazette review undo 可撤销。
    """,
    "Only show what would become of each mark.":
      "只显示各标记将如何处理，不写入。",
    "List the units that refer to a text, and what they do to it.":
      "列出引用某一文件的各条，以及各条对它做了什么。",
    """
    TEXT is a part of a title or of a document number. The words around a reference tell \
    whether the unit repeals, amends or extends the text, issues it, or implements it; \
    where they do not, it only mentions it. Behind the arrow stands the document that is \
    meant, where it is at hand.
    """:
      """
    TEXT 为题名或文号的一部分。引用前后的文字说明这一条是废止、修改、延长、印发该文件，还是以它为依据；没有这样的文字则只是提及。箭头后为所指的文件，\
    如在手边。
    """,
    "List every deadline in order of time, with the later issues that speak of it.":
      "按时间列出全部期限，并注明后来哪些期说到它。",
    """
    Of several issues, or of a folder of them, each deadline is linked to what later \
    issues say of it: that they put it off, change it, set it again, or report what was \
    done. A link is surer where the later document is the next version of the earlier \
    one, or names it by its title or number, and the less sure the less the words are \
    alike. A deadline is overdue when its day is over by the day of --on and no link that \
    is more than a guess puts it off or reports.
    """:
      """
    多期或一文件夹的公报中，每个期限都关联到后来各期的说法：延期、改动、重申，或报告完成情况。后来的文件是原文件的下一版本，或以题名、文号提到它的，关联较为可靠；\
    文字越不相似越不可靠。到 --on 所给之日已过期，且没有可信的延期或报告的，为逾期。
    """,
    "The day by which something is overdue, 2021-12-31; else today.":
      "以哪一天计逾期，如 2021-12-31；不写则为今天。",
    "Only what is overdue.":
      "只列逾期的。",
    "List what became of a body's duties from issue to issue.":
      "列出一个单位的职责逐期的沿革。",
    """
    Documents of one publication whose titles differ in years and figures alone are \
    versions of each other. From one to the next a duty is new, goes on in the same words \
    or in others, moved to or from another body, or was dropped. A body stands for those \
    whose duties it took over in a reform, by the register, and for itself under former \
    names.
    """:
      """
    同一刊中题名只有年份和数字不同的文件互为版本。从一个版本到下一个，职责或为新增，或原文延续，或改动，或从别的单位转来、转给别的单位，或取消。\
    一个单位包括它在机构改革中承接其职责的单位（依名录）和它自己的旧称。
    """,
    "A part of the title or of the number.":
      "题名或文号的一部分。",
    "List what one body has to do: task, role, partners, deadline, place.":
      "列出一个单位要做的全部事项：任务、角色、共同承担单位、期限、出处。",
    """
    The earliest deadline comes first, then what has none in order of print; inherited \
    tasks stand apart. Of several issues, or of a folder of them, there is one list, with \
    the issue of each task. The table (csv, xlsx) has days as days and text that is never a \
    formula. The calendar (ics) has the tasks with a deadline and keeps their UIDs, so \
    that a second import updates the first. todotxt and taskwarrior are for these \
    programs.
    """:
      """
    期限早的在前，未定期限的按原文次序在后；统一要求的任务另列。多期或一文件夹的公报列成一份，注明各项所在的期。表格（csv、xlsx）中日期是日期，\
    文字绝不成为公式。日历（ics）只有带期限的任务，UID 不变，再次导入即为更新。\
    todotxt 和 taskwarrior 供这两种程序使用。
    """,
    "List inherited tasks too, such as those that every local government has.":
      "也列出统一要求的任务，如各地政府均有的任务。",
    "The order: by deadline, or as printed.":
      "次序：按期限，或按原文。",
    "Print how a document or a clause is cited, one line for each.":
      "打印文件或条的引用格式，每个一行。",
    """
    gongwen is the form of official documents, 《title》（number）, attachment and place; \
    gbt7714 that of GB/T 7714—2015. Publication, year and issue follow, and the page \
    where it is known.
    """:
      "gongwen 是公文的引用格式：《题名》（文号）、附件和条款；gbt7714 依 GB/T 7714—2015。其后为刊名、年份和期号，知道页码时并有页码。",
    "The references, as gazette outline prints them.":
      "引用，如 gazette outline 所印。",
    "The form.":
      "引用格式。",
    "Print or write the issue or a unit as Akoma Ntoso, Markdown, HTML or JSON.":
      "以 Akoma Ntoso、Markdown、HTML 或 JSON 打印或写出全期或一条。",
    """
    akn is Akoma Ntoso 3.0 that its schema accepts: the issue as an official gazette, a \
    law as an act, what a notice issues as its attachment, with the bodies, roles, dates \
    and references of the text. The others are the reading text. All of them say on \
    which printed lines and pages a unit stands and what was corrected.
    """:
      """
    akn 是合于其模式的 Akoma Ntoso \
    3.0：一期为公报，法规为法案，通知所印发的为其附件，并有文中的单位、角色、日期和引用。其他格式为通读文本。各种格式都注明每条所在的原文行和页，以及更正之处。
    """,
    "The reference of a document or unit; the whole issue without it.":
      "文件或条的引用；不写则为全期。",
    "Compare two issues or two documents, unit by unit.":
      "逐条比对两期公报或两个文件。",
    """
    OLD and NEW are each a reference, as gazette outline prints it, or the path of an \
    issue. Units are matched by their words, so that renumbering alone is no change. In \
    the text, [-words-] went and {+words+} came; ~ is changed, + added, - removed, > \
    moved. Behind that stand the bodies that gained (+) or lost (-) a lead, with the \
    units; --leads prints these alone.
    """:
      """
    OLD 和 NEW 各为一个引用（如 gazette outline 所印）或一期公报的路径。各条按文字对应，只改编号不算改动。文中 [-文字-] \
    为删去的，{+文字+} 为加入的；~ 为修改，+ 为新增，- 为删除，> 为移动。其后列出得到（+）或失去（-）牵头的单位及各条；--leads 只打印这些。
    """,
    "Only who gained or lost a lead.":
      "只列谁得到或失去牵头。",
    "The old text: a reference, or the path of an issue.":
      "旧文本：引用，或一期公报的路径。",
    "The new text.":
      "新文本。",
    "Print or write a report: what is asked of a body, by when, what is disputed.":
      "打印或写出呈阅件：要求一个单位做什么、何时完成、哪些未决、哪些意见不一。",
    """
    The tasks of the body with their deadlines, then the units of which reviewers think \
    differently, those with questions and problems, and what nobody has reviewed yet. \
    Everything says where it is printed. Of several issues there is one report, the \
    earliest deadline first.
    """:
      "先列该单位的任务和期限，再列意见不一的条、存疑和有问题的条，以及尚无人审阅的任务。每项都注明出处。多期合为一份，期限早的在前。",
    "Report inherited tasks too.":
      "也报告统一要求的任务。",
    "Print or write the review as Markdown, CSV, JSON, HTML or Web Annotations.":
      "以 Markdown、CSV、JSON、HTML 或网络批注打印或写出审阅。",
    "Merge a review that was exported as JSON, or Web Annotations.":
      "并入以 JSON 导出的审阅，或网络批注。",
    """
    Of two marks of the same reviewer at the same unit the newer one holds; the other is \
    kept in the history. Conflicts are printed. Annotations of other programs are put on \
    the unit of the issue that has their words.
    """:
      "同一审阅人对同一条的两个标记以较新的为准，另一个留在历史中。冲突会打印出来。其他程序的批注归到本期中有其原文的条上。",
  ]
}
