import GazetteText
import Testing

@testable import GazetteModel

@Suite struct PinyinTests {
  private func match(_ query: String, _ name: String) -> ScalarRange? {
    Pinyin.shared.matches(query: Array(query.utf8), in: Array(name.unicodeScalars))
  }

  @Test(arguments: [
    ("sthj", "省生态环境厅"), ("ssthjt", "省生态环境厅"), ("shengtaihuanjing", "省生态环境厅"),
    ("shengtaihj", "省生态环境厅"), ("shength", "省生态环境厅"), ("shthj", "省生态环境厅"),
    ("shengta", "省生态环境厅"), ("gsz", "各市〔州〕政府"), ("gdp", "千亿级GDP市"),
    ("ccs", "长春市"), ("zcs", "长春市"), ("yh", "银行"), ("yx", "银行"), ("cq", "重庆"), ("zq", "重庆"),
    ("yinyue", "音乐"), ("yinle", "音乐"), ("difang", "地方"), ("shoudu", "首都"), ("shoudou", "首都"),
  ])
  func lettersMatchSyllablesInitialsAndMixturesInEveryReading(query: String, name: String) {
    #expect(match(query, name) != nil)
  }

  @Test(arguments: [
    ("sthk", "省生态环境厅"), ("shj", "省生态环境厅"), ("tsh", "省生态环境厅"), ("", "省"), ("s", ""),
    ("shenthj", "省生态环境厅"), (String(repeating: "s", count: 200), String(repeating: "省", count: 300)),
  ])
  func lettersThatAreScatteredOrForeignDoNotMatch(query: String, name: String) {
    #expect(match(query, name) == nil)
  }

  @Test func aMatchBeginsAtAnyCharacterAndCoversExactlyWhatItRead() {
    #expect(match("sthj", "省生态环境厅") == ScalarRange(1, 5))
    #expect(match("taihuan", "省生态环境厅") == ScalarRange(2, 4))
    #expect(match("z", "各市〔州〕政府") == ScalarRange(3, 4))
    #expect(match("szz", "各市〔州〕政府") == ScalarRange(1, 6))
  }

  @Test(arguments: [
    ("长春市", "chang chun shi"), ("省长", "sheng zhang"), ("中国人民银行", "zhong guo ren min yin hang"),
    ("省畜牧局", "sheng xu mu ju"), ("省发展改革委", "sheng fa zhan gai ge wei"),
    ("长白山管委会", "chang bai shan guan wei hui"), ("重庆市", "chong qing shi"),
    ("六安市", "lu an shi"), ("成都市", "cheng du shi"), ("行政", "xing zheng"),
    ("各市（州）政府", "ge shi zhou zheng fu"), ("县长", "xian zhang"),
    ("省政务服务和数字化局", "sheng zheng wu fu wu he shu zi hua ju"),
    ("会计", "kuai ji"), ("省委", "sheng wei"), ("西藏", "xi zang"),
  ])
  func aNameIsReadAsPeopleReadIt(name: String, syllables: String) {
    #expect(Pinyin.shared.syllables(of: name).joined(separator: " ") == syllables)
  }

  @Test func initialsAreThoseOfTheLikelyReading() {
    #expect(Pinyin.shared.initials(of: "省生态环境厅") == "ssthjt")
    #expect(Pinyin.shared.initials(of: "长春市政府") == "ccszf")
  }

  @Test func everyCharacterOfTheCommonBlockHasAReadingAndTheTableIsSmall() {
    var without = 0
    for value in UInt32(0x4E00)...0x9FA5 {
      if let scalar = Unicode.Scalar(value), Pinyin.shared.readings(of: scalar).isEmpty {
        without += 1
      }
    }
    #expect(without < 20)
    #expect(Pinyin.shared.readings(of: "长") == ["zhang", "chang"])
    #expect(Pinyin.shared.readings(of: "女") == ["nv"])
    #expect(Pinyin.shared.readings(of: "〇").first == "ling")
    #expect(Pinyin.shared.readings(of: "，").isEmpty)
    #expect(Pinyin.byteCount <= 100_000)
  }
}
