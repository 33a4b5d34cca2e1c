/// How a text stands to another one that it names (引用关系).
public enum ReferenceRelation: String, Sendable, CaseIterable {
  /// 废止, 宣布失效, 停止执行
  case repeals
  /// 修改, 修订
  case amends
  /// 延长有效期, 继续有效
  case extends
  /// 印发, 转发, 公布
  case issues
  /// 根据, 按照, 贯彻落实
  case implements
  /// It only names it.
  case mentions
}
