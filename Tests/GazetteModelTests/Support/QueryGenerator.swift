/// Makes queries at random from words of the shipped issue.
enum QueryGenerator {
  private static let terms = [
    "黑土地", "生态环境", "超低排放", "第7条", "5G", "ipv6", "sthj", "zhangsh", "cc", "gdp", "\"污染 防治\"",
    "“散乱污”",
    "@生态环境厅", "@sthjt", "lead@省生态环境厅", "participate@省水利厅", "牵头@水利", "inherited@各市", "shared@发展改革委",
    "role:lead", "role:implement", "doc:10号", "doc:6号", "doc:3", "doc:3.1", "doc:水环境", "in:3.1",
    "in:3.1/2",
    "in:9.9", "column:办公厅", "kind:clause", "kind:section", "has:target", "has:quantity",
    "has:money",
    "has:deadline", "has:responsibility", "has:correction", "has:reference", "has:period",
    "until:2021-12",
    "until:2020", "target>80%", "target<=100万元", "target=5家", "target>=1000", "的", "，",
  ]

  static func text(using generator: inout some RandomNumberGenerator, depth: Int = 0) -> String {
    let count = Int.random(in: 1...3, using: &generator)
    var parts: [String] = []
    for _ in 0..<count {
      var part = terms[Int.random(in: 0..<terms.count, using: &generator)]
      if depth < 3, Int.random(in: 0..<4, using: &generator) == 0 {
        part = "(" + text(using: &generator, depth: depth + 1) + ")"
      }
      if Int.random(in: 0..<4, using: &generator) == 0 { part = "-" + part }
      parts.append(part)
    }
    return parts.joined(separator: Bool.random(using: &generator) ? " " : " | ")
  }
}
