import GazetteText

/// How a text says that something was done, or was not (完成情况), as data.
package enum CompletionWords {
  /// The words, each at least two characters.
  package static let all = [
    "已完成", "完成了", "已建成", "已实现", "已达到", "已全部", "如期完成", "按期完成", "提前完成", "全面完成", "圆满完成", "超额完成",
    "基本完成", "顺利完成", "全部完成", "累计完成", "未完成", "完成情况", "全面建成", "建成投用", "通过验收",
  ]

  private static let table = WordTable(all.joined(separator: " "))

  /// Whether one of them stands in a stretch.
  package static func occurs(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    table.occurs(in: text, range)
  }
}
