import Testing

@testable import GazetteModel

@Suite struct RankedNameTests {
  private func rank(_ typed: String, _ names: String...) -> NameRank? {
    NameQuery(typed).rank(of: names.map { RankedName($0) })
  }

  @Test func theObviousComesFirst() {
    let name = "省生态环境厅"
    #expect(rank("省生态环境厅", name) == .whole)
    #expect(rank("省生态", name) == .start)
    #expect(rank("环境厅", name) == .inside)
    #expect(rank("ssthj", name) == .pinyinStart)
    #expect(rank("shengting", name) == nil)
    #expect(rank("shengtaihj", name) == .pinyinInside)
    #expect(rank("shjt", name) == .scattered)
    #expect(NameRank.allCases == NameRank.allCases.sorted())
  }

  @Test func hanCharactersAreNeverScattered() {
    #expect(rank("省环厅", "省生态环境厅") == nil)
    #expect(rank("态厅", "省生态环境厅") == nil)
  }

  @Test func latinWordsAreWholeBetweenTheirEdges() {
    #expect(rank("fold", "fold or unfold") == .word)
    #expect(rank("fo", "fold or unfold") == .start)
    #expect(rank("nfo", "fold or unfold") == .inside)
    #expect(rank("fru", "fold or unfold") == .scattered)
    #expect(rank("z", "fold or unfold") == nil)
  }

  @Test func everyWordMustFitSomeNameInAnyOrder() {
    #expect(rank("10号 空气", "空气质量方案", "吉政办发〔2021〕10号") == .inside)
    #expect(rank("空气 10号", "空气质量方案", "吉政办发〔2021〕10号") == .inside)
    #expect(rank("空气 11号", "空气质量方案", "吉政办发〔2021〕10号") == nil)
    #expect(rank("  ", "空气") == .whole)
  }

  @Test func aRankOfMoreNamesIsNeverWorse() {
    let names = ["省公安厅", "省林草局", "长春市政府", "重庆路", "find in the whole issue", "3.1/2.3"]
    for query in ["ga", "s", "cc", "changchun", "3.1", "公安", "whole", "ftw", "zq", "cq"] {
      let query = NameQuery(query)
      for name in names {
        let alone = query.rank(of: [RankedName(name)])
        let all = query.rank(of: names.map { RankedName($0) })
        if let alone {
          #expect(all.map { $0 <= alone } ?? false, "\(query) \(name)")
        }
      }
    }
  }
}

@Suite struct NodeSetTests {
  @Test func stepsThroughASetAgreeWithItsList() {
    for size in [1, 63, 64, 65, 200] {
      var set = NodeSet(size: size)
      for index in 0..<size where index % 7 == 3 || index == size - 1 { set.insert(index) }
      let all = set.nodes
      for index in 0...size {
        #expect(set.first(from: index) == all.first { $0.index >= index })
        #expect(set.last(before: index) == all.last { $0.index < index })
      }
      #expect(set.countShared(with: set) == set.count)
      #expect(set.countShared(with: NodeSet(size: size)) == 0)
    }
  }
}

@Suite struct QueryCompletionTests {
  @Test func fieldsAreOfferedByTheirChineseNamesToo() throws {
    let index = FilterIndex(IssueParser.parse(SourceText(bytes: Array("# 甲方案\n\n一、乙。\n".utf8))))
    let offered = QueryCompletion(index).suggestions(for: "期限", cursor: 2)
    #expect(offered.map(\.text) == ["has:deadline", "until:"])
    #expect(offered.first?.meaning == .opening(.deadline))
    #expect(QueryCompletion(index).suggestions(for: "role:l", cursor: 6).first?.meaning == .word("牵头"))
  }

  @Test func theBeginningOfAWordIsNearToIt() {
    #expect(QueryParser.parse("has:tar").diagnostics.first?.suggestion == "has:target")
    #expect(QueryParser.parse("kind:cl").diagnostics.first?.suggestion == "kind:clause")
  }
}
