/// A made-up document whose tree is known, printed in many ways.
struct GeneratedDocument {
  /// The references and titles of the clauses, in order.
  var clauses: [(reference: String, text: String)] = []
  /// The lines as a careful printer sets them, one paragraph each.
  private var paragraphs: [String] = []

  private static let words = [
    "推进", "加强", "完善", "建立", "落实", "清洁生产", "污水处理", "监管体系", "技术改造", "示范区", "数据平台", "人才培养",
  ]

  /// Makes a document of `sections` sections, the same for the same generator.
  init(sections: Int, using generator: inout SeededGenerator) {
    paragraphs.append("# 某某省人民政府关于推进高质量发展的意见")
    var number = 0
    for section in 1...sections {
      paragraphs.append("\(Self.chinese(section))、重点任务之\(Self.chinese(section))")
      for subsection in 1...2 {
        paragraphs.append("（\(Self.chinese(subsection))）实施第\(Self.chinese(subsection))类工程。")
        for _ in 1...2 {
          number += 1
          let text = Self.text(using: &generator)
          clauses.append(("1/\(section).\(subsection).\(number)", text))
          paragraphs.append("\(number). \(text)")
        }
      }
    }
  }

  private static func chinese(_ value: Int) -> String {
    ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"][value]
  }

  private static func text(using generator: inout SeededGenerator) -> String {
    func phrase() -> String {
      let first = words.randomElement(using: &generator) ?? ""
      return first + (words.randomElement(using: &generator) ?? "")
    }
    let body = (0..<5).map { _ in "\(phrase())，\(phrase())、\(phrase())" }.joined(separator: "。")
    return "\(phrase())。\(body)。（省生态环境厅牵头，省公安厅、省林草局参与）"
  }

  /// Prints the document: cuts paragraphs, changes the width of brackets, drops blank lines, adds
  /// heading marks.
  func printed(using generator: inout SeededGenerator) -> String {
    var result = ""
    for paragraph in paragraphs {
      var text = paragraph
      if Bool.random(using: &generator) {
        text = text.replacing("（", with: "(").replacing("）", with: ")").replacing("，", with: ",")
      }
      let isHeading = text.count < 24
      if isHeading, !text.hasPrefix("#"), Bool.random(using: &generator) {
        text = String(repeating: "#", count: Int.random(in: 1...4, using: &generator)) + " " + text
      }
      if !isHeading, Bool.random(using: &generator) { text = cut(text, using: &generator) }
      result += text + (Bool.random(using: &generator) ? "\n" : "\n\n")
    }
    return result
  }

  /// Cuts a paragraph where a page ends: anywhere but behind a full stop, which leaves no trace.
  private func cut(_ text: String, using generator: inout SeededGenerator) -> String {
    let characters = [Character](text)
    let places = (8..<characters.count - 2).filter { !"。）)".contains(characters[$0 - 1]) }
    guard let place = places.randomElement(using: &generator) else { return text }
    return String(characters[..<place]) + "\n\n" + String(characters[place...])
  }
}
