import GazetteText

/// The words by which a text says what it does to another one (修改、废止、延长、印发、依据), as data.
enum RelationWords {
  /// Before the title: 废止《…》, 根据《…》.
  static let before = WordTable<ReferenceRelation>([
    (
      "废止 停止执行 停止实施 停止施行 不再执行 不再实施 不再施行 不得执行 撤销 宣布失效", .repeals
    ),
    ("修改 修订 修正", .amends),
    ("延长 延续 继续执行", .extends),
    ("印发 转发 批转 公布 发布 颁布", .issues),
    ("根据 依据 依照 按照 遵照 贯彻 落实 贯彻落实 执行 实施 对照 依", .implements),
    // Alone it is as often 按时 as 按《…》; only right before a title it says anything.
    ("按", .implements),
  ])

  /// Behind it: 《…》同时废止, 《…》有效期延长至.
  static let behind = WordTable<ReferenceRelation>([
    ("废止 失效 停止执行 不再执行 停止施行 不再施行", .repeals),
    ("修改 修订 修正 删去", .amends),
    ("有效期延长 延长有效期 有效期延续 有效期顺延 继续有效 继续执行 继续施行 延期执行 延长", .extends),
    ("印发 转发 批转 公布 发布 颁布", .issues),
    ("执行 办理 落实", .implements),
  ])

  /// What makes of such a verb a word about the text that is named: 修订后的《…》, 印发的《…》.
  static let attributes = WordTable<Bool>("后 的 过的 之")
}
