import GazetteText

/// Breaks titles into balanced rows at places that do not tear the sense (词意完整, GB/T 9704—2012,
/// 7.3.1).
package enum TitleBreaking {
  /// Titles longer than this, in scalars, are set as running text.
  private static let longestTitle = 400

  /// Breaks a title into as few rows of at most `width` columns as possible, of like length.
  package static func rows(
    of scalars: [Unicode.Scalar], width: Int, ambiguous: AmbiguousWidth = .narrow
  ) -> [LineBreaking.Row] {
    let cells = LineBreaking.cells(of: scalars, ambiguous: ambiguous)
    let greedy = LineBreaking.rows(of: cells, firstWidth: width, restWidth: width)
    guard greedy.count > 1, scalars.count <= longestTitle else { return greedy }
    let breaks = candidateBreaks(scalars, cells)
    return balanced(cells, breaks: breaks, rowCount: greedy.count, width: width) ?? greedy
  }

  /// A place where a row may begin, and what it costs.
  private struct Break {
    var offset: Int
    /// In squared columns: 100 is as bad as a row ten columns off the mean.
    var cost: Int
  }

  private static func candidateBreaks(_ scalars: [Unicode.Scalar], _ cells: [LineBreaking.Cell])
    -> [Break]
  {
    var result = [Break(offset: 0, cost: 0)]
    let insideWord = offsetsInsideWords(scalars)
    var openMarks = 0
    for offset in 1..<scalars.count {
      switch scalars[offset - 1] {
      case "《", "（", "(", "“", "〔": openMarks += 1
      case "》", "）", ")", "”", "〕": openMarks -= 1
      default: break
      }
      guard cells[offset].penalty == .none else { continue }
      var cost = openMarks > 0 ? 80 : 0
      if insideWord[offset] { cost += 500 }
      cost += costOfParting(scalars[..<offset], scalars[offset...])
      result.append(Break(offset: offset, cost: cost))
    }
    result.append(Break(offset: scalars.count, cost: 0))
    return result
  }

  private static func costOfParting(
    _ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>
  ) -> Int {
    if before.last == " " || before.last == "\u{3000}" { return -120 }
    if after.starts(with: "关于".unicodeScalars) { return -100 }
    if before.suffix(2).elementsEqual("印发".unicodeScalars) { return -100 }
    if before.suffix(2).elementsEqual("关于".unicodeScalars) { return 40 }
    if partsPlaceFromBody(before, after) { return 500 }
    switch before.last {
    case "》", "、": return -20
    case "和", "与", "及": return 120
    default: break
    }
    switch after.first {
    case "的": return 400
    case "和", "与", "及": return 20
    default: return 0
    }
  }

  /// Whether a place would be torn from the body that is named after it: 吉林省｜人民政府.
  private static func partsPlaceFromBody(
    _ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let last = before.last, "省市县区州盟旗乡镇".unicodeScalars.contains(last) else { return false }
    return ["人民政府", "人民代表大会", "委员会", "政府"].contains {
      after.starts(with: $0.unicodeScalars)
    }
  }

  /// Finds the cheapest choice of exactly `rowCount` rows.
  private static func balanced(
    _ cells: [LineBreaking.Cell], breaks: [Break], rowCount: Int, width: Int
  ) -> [LineBreaking.Row]? {
    var sums = [0]
    for cell in cells { sums.append(sums[sums.count - 1] + cell.columns) }
    func shownEnd(_ start: Int, _ end: Int) -> Int {
      var shown = end
      while shown > start, cells[shown - 1].isSpace { shown -= 1 }
      return shown
    }
    let mean = sums[cells.count] / rowCount
    // best[row][place]: the least cost of ending that row at that place, and where the row begins.
    var best = [[(cost: Int, from: Int)?]](
      repeating: Array(repeating: nil, count: breaks.count), count: rowCount + 1)
    best[0][0] = (0, 0)
    for row in 1...rowCount {
      for place in 1..<breaks.count {
        for from in stride(from: place - 1, through: 0, by: -1) {
          let start = breaks[from].offset
          let columns = sums[shownEnd(start, breaks[place].offset)] - sums[start]
          if columns > width { break }
          guard let previous = best[row - 1][from] else { continue }
          let distance = columns - mean
          let cost = previous.cost + distance * distance + breaks[place].cost
          if best[row][place].map({ cost < $0.cost }) ?? true { best[row][place] = (cost, from) }
        }
      }
    }
    var place = breaks.count - 1
    var result: [LineBreaking.Row] = []
    for row in stride(from: rowCount, to: 0, by: -1) {
      guard let choice = best[row][place] else { return nil }
      let start = breaks[choice.from].offset
      let end = breaks[place].offset
      let shown = shownEnd(start, end)
      result.append(
        LineBreaking.Row(
          range: ScalarRange(start, shown), end: end, columns: sums[shown] - sums[start]))
      place = choice.from
    }
    return result.reversed()
  }

  private static func offsetsInsideWords(_ scalars: [Unicode.Scalar]) -> [Bool] {
    var result = Array(repeating: false, count: scalars.count + 1)
    for offset in scalars.indices {
      for word in words where scalars.has(word, at: offset) {
        for inside in offset + 1..<offset + word.count { result[inside] = true }
      }
    }
    return result
  }

  /// Words of official titles that no row end should tear.
  private static let words: [[Unicode.Scalar]] = [
    "人民政府", "人民代表大会", "常务委员会", "委员会", "办公厅", "办公室", "省委", "国务院", "领导小组",
    "关于", "印发", "批转", "转发", "通知", "意见", "决定", "方案", "办法", "规定", "条例", "措施", "政策",
    "计划", "规划", "行动", "实施", "细则", "若干", "公告", "通告", "通报", "名单", "任免", "免职", "任命",
    "请求", "辞职", "接受", "废止", "修改", "公布", "报告", "批复", "工作", "管理", "发展", "建设", "质量",
    "环境", "产业", "经济", "服务", "提升", "巩固", "保障", "支持", "人才", "乡村振兴", "社会", "保持",
    "良好", "加快", "构建", "格局", "推进", "促进", "加强", "进一步", "改革", "创新", "激发", "活力", "空气",
    "土壤", "水环境", "公报", "简介", "全省", "三年", "生态", "保护", "安全", "生产", "企业", "农村", "农业",
    "城市", "教育", "医疗", "卫生", "健康", "养老", "体系", "制度", "机制", "能力", "水平", "试点", "示范",
    "重点", "项目", "资金", "专项", "监督", "评价", "考核", "标准", "目标", "任务",
  ].map { Array($0.unicodeScalars) }
}
