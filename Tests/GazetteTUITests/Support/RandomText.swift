/// Random paragraphs that mix everything gazettes print, with more trouble than they hold.
enum RandomText {
  private static let pieces = [
    "乡村", "振兴", "人才", "吉林省", "，", "。", "、", "；", "（", "）", "《", "》", "“", "”", "〔2021〕6号",
    "——", "……", "3—10万元", "90%以上", "￥100", "30℃", "1.5", "2:18:50:30", "PM₂.₅", "VOCs", "IPv6",
    " ", "　", "(", ")", ",", ".", "/", "-", "·", "http://www.jl.gov.cn/a?b=c", "e\u{301}", "①", "Ⅴ",
    "》）。”", "（《“", "12345678901234567890", "\"", "'", "\u{200B}", "\u{7}", "々", "か", "한", "😀",
  ]

  static func make(using random: inout SeededGenerator) -> [Unicode.Scalar] {
    let count = Int.random(in: 1...40, using: &random)
    return (0..<count).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").unicodeScalars)
    }
  }
}
