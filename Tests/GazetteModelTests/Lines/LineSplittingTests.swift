import GazetteModel
import Testing

/// Lines in which the print ran several things together.
@Suite struct LineSplittingTests {
  /// The titles of the documents of an issue in which the second title follows an ending of the first document.
  private func titles(behind ending: String, before rest: String = "") -> [String?] {
    let issue = parse(
      """
      # 某省人民政府公报

      2021年第1期

      # 目录

      某省人民政府关于加强管理的通知 (1)
      某省人民政府关于任免干部的通知 (2)

      # 某省人民政府关于加强管理的通知

      各市人民政府：

      一、加强管理。严格执行有关规定，落实各项责任。

      \(ending)某省人民政府关于任免干部的通知\(rest)

      各市人民政府：

      任命张三为某局局长。

      """)
    return issue.nodes.filter { $0.kind == .document }.map(\.title)
  }

  @Test(arguments: ["特此通知。", "特此通知。某省人民政府2021年2月24日", "特此通知。 "])
  func aTitleThatWasRunOnBehindTheEndOfADocumentBeginsTheNext(ending: String) {
    #expect(titles(behind: ending) == ["某省人民政府关于加强管理的通知", "某省人民政府关于任免干部的通知"])
  }

  @Test func aTitleInTheMiddleOfASentenceBeginsNothing() {
    #expect(
      titles(behind: "请认真贯彻", before: "的精神，抓好落实。") == ["某省人民政府关于加强管理的通知"])
  }
}
