import GazetteModel
import GazetteText
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("ＧＤＰ１０％", "gdp10%"),
    ("〔2021〕6号", "[2021]6号"),
    ("（三）", "(3)"),
    ("第十二条", "第12条"),
    ("第一百零三条", "第103条"),
    ("一、总体要求", "1.总体要求"),
    ("十二、保障", "12.保障"),
    ("二三产业", "二三产业"),
    ("二〇二一年", "2021年"),
    ("①加快", "1加快"),
    ("PM₂.₅", "pm2.5"),
    ("乡 村　振兴", "乡村振兴"),
    ("2021 年 6 月", "2021年6月"),
    ("big  data", "big data"),
    (" 前后 ", "前后"),
    ("吉政办发(2021)10号", "吉政办发[2021]10号"),
    ("吉政办发（２０２１）10号", "吉政办发[2021]10号"),
    ("吉政办发【2021】10号", "吉政办发[2021]10号"),
    ("（2021年）", "(2021年)"),
    ("⼈⺠政府", "人民政府"),
    ("省⽣态环境厅", "省生态环境厅"),
    ("葛\u{E0100}市", "葛市"),
    ("生\u{AD}态\u{200B}环境", "生态环境"),
    ("\u{F9DB}先", "率先"),
    ("Café", "cafe"), ("Cafe\u{301}", "cafe"),
    ("“县管校聘”，", "\"县管校聘\","),
  ])
  func aTextFoldsTo(_ original: String, _ expected: String) {
    let folded = FoldedText(original)
    #expect(String(String.UnicodeScalarView(folded.folded)) == expected)
  }

  @Test func whatIsFoundLeadsBackToTheOriginal() {
    let scalars = Array("依照 第十二条 的规定".unicodeScalars)
    let folded = FoldedText(scalars)
    let hits = folded.occurrences(of: FoldedText("第12条的").folded)
    #expect(hits.count == 1)
    let range = hits.first.map(folded.originalRange)
    #expect(range == ScalarRange(3, 9))
  }

  @Test func everyFoldedCharacterLeadsBackToItsOwnOriginal() {
    let text = Array("第十二条 ①加快，big  data 末 ".unicodeScalars)
    let folded = FoldedText(text)
    let originals: [String] = folded.folded.indices.map { index in
      let range = folded.originalRange(of: index..<index + 1)
      return String(String.UnicodeScalarView(text[range.start..<range.end]))
    }
    #expect(
      originals == [
        "第", "十二", "十二", "条", "①", "加", "快", "，", "b", "i", "g", "  ", "d", "a", "t", "a", "末",
      ])
    let end = folded.folded.count
    #expect(folded.originalRange(of: end..<end + 1) == ScalarRange(20, 20))
  }

  @Test func foldingAFoldedTextChangesNothing() {
    for text in ["第十二条（三）〔2021〕", "一、二、三", "ＡＢ　Ｃ 人 才", "（十一）", "二〇二一年①"] {
      let once = FoldedText(text)
      #expect(FoldedText(once.folded).folded == once.folded)
    }
  }

  @Test func occurrencesDoNotOverlap() {
    #expect(FoldedText("aaaa").occurrences(of: ["a", "a"]) == [0..<2, 2..<4])
    #expect(FoldedText("").occurrences(of: ["a"]).isEmpty)
    #expect(FoldedText("a").occurrences(of: []).isEmpty)
  }
}
