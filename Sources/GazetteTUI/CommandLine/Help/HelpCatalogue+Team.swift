extension HelpCatalogue {
  /// What the commands of a team say, in Chinese.
  static let team: [String: String] = [
    "Assign to a reader the units that a filter matches.":
      "把符合条件的条文分给一个审阅人。",
    """
    A unit may have several readers; those it had before stay. With --to - the units are \
    taken back from everybody. --body assigns the units that name a body.
    """:
      "一条可以分给几个人，原有的不变。--to - 从各人收回。--body 分派写有某单位的条文。",
    "What to assign, in the language of filters.":
      "分派哪些条文，写作筛选条件。",
    "The reader; - takes back.":
      "审阅人；- 为收回。",
    "Only what this body is responsible for.":
      "只分派这个单位负责的条文。",
    "Take back from a reader, or from everybody, the units that a filter matches.":
      "从一个审阅人或各人收回符合条件的条文。",
    "What to take back, in the language of filters.":
      "收回哪些条文，写作筛选条件。",
    "Only from this reader.":
      "只从这个审阅人收回。",
    "Print how far each reader is, and what waits for somebody.":
      "打印各人的进度，以及待办的事项。",
    "Confirm another's mark, as a second reader.":
      "作为第二人复核他人的标记：同意。",
    """
    Nobody confirms a mark of their own. Where several have marked the unit, --of says \
    whose mark is meant. A confirmation holds until the state of the mark or the words \
    change.
    """:
      "自己的标记不能自己复核。几个人都有标记时，用 --of 指明是谁的。标记的状态或条文有改动之前，复核一直有效。",
    "The reference of the unit, as outline prints it.":
      "条文的引用，如 outline 所印。",
    "Whose mark.":
      "谁的标记。",
    "Return another's mark with a remark, as a second reader.":
      "作为第二人退回他人的标记，附上意见。",
    """
    The mark counts as returned until its reviewer changes it. Where several have marked \
    the unit, --of says whose mark is meant.
    """:
      "原审阅人改动标记之前，一直算作退回。几个人都有标记时，用 --of 指明是谁的。",
    "Why.":
      "理由。",
    "Answer a note or a discussion at a unit, or begin one.":
      "回复一条上的批注或讨论，或开始讨论。",
    """
    Without --to the only note or open discussion there is answered; where there is none, \
    one begins. --to names whose note, or the number of a discussion as ‘review threads’ \
    prints it; --to new begins one. --quote says which words of the unit it is about.
    """:
      """
    不写 --to 时，回复该条唯一的批注或未了结的讨论；没有时开始讨论。--to 指明回复谁的批注，或哪处\
    讨论（编号见 review threads）；--to new 另起讨论。--quote 指明针对条文中的哪些文字。
    """,
    "What to say.":
      "说什么。",
    "Whose note, or which discussion.":
      "谁的批注，或哪处讨论。",
    "The words that it is about.":
      "针对的文字。",
    "Settle the discussions at a unit, or open them again.":
      "了结一条上的讨论，或重新讨论。",
    "Without --thread all discussions at the unit are meant.":
      "不写 --thread 时，指该条的全部讨论。",
    "Which discussion.":
      "哪处讨论。",
    "Open them again.":
      "重新讨论。",
    "Print the discussions, with the words that they are about.":
      "打印讨论，连同所针对的文字。",
    "Of which units, in the language of filters.":
      "哪些条文的，写作筛选条件。",
    "Only those that are open.":
      "只打印未了结的。",
    "Close the review of an issue, and print who has read what.":
      "把一期的审阅定稿，并打印谁审阅了什么。",
    """
    What was read by whom is kept with the closing. Afterwards nothing is marked or said \
    until it is opened again. Where units are unread, disputed or under discussion, \
    --anyway is needed.
    """:
      "谁审阅了什么随定稿记下。此后不能再标记或讨论，除非重开。尚有条文无人审阅、意见不一或讨论未了时，须加 --anyway。",
    "A word on it.":
      "附言。",
    "Close although something is left.":
      "尚有未了的也定稿。",
    "Open the review of a closed issue again.":
      "重开已定稿的一期。",
  ]
}
