/// The characters that Chinese texts of all kinds are full of, in both forms: a text read in a wrong
/// encoding is made of rare ones.
enum CommonCharacters {
  /// A text of which less than this is common characters is none.
  static let leastShare = 0.2

  private static let characters = Set(
    """
    的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子\
    说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点\
    从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又\
    么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入\
    常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西\
    被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认\
    六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才\
    科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商\
    非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选\
    标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价\
    严首底液官德调随苏省督促落实责牵配合推发展厅局委员会通知意见方案印发现印贯彻执行落实企业\
    這個為來時們國會說產對動過種後學經進著電裡現應開還從業當體與關線數見間樣長無機點軍變沒結問題總兩\
    設實處將組計別論運農區強決戰則據隊給門規熱領東導壓爭濟階術極聯認權證轉單風帶場車務達積議聲報鬥類離\
    華確張馬節話況傳許廣記須際驗連斷難礦備辦習響約勞團歷稱準號劃選標寫親廠識屬圓滿縣紅細鐵價嚴屆雙雜\
    。，、：；（）《》“”1234567890〔〕「」
    """.unicodeScalars.filter { $0 != "\n" })

  /// How much of what is not ASCII or blank is common, from 0 to 1.
  static func share(of text: [UInt8]) -> Double {
    var common = 0
    var all = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value <= 0x7F {
        // Controls make a text of nothing.
        if scalar.value < 0x09 { all += 4 }
        continue
      }
      all += 1
      if characters.contains(scalar) { common += 1 }
    }
    // A text of ASCII alone is common in every encoding.
    return all == 0 ? 0 : Double(common) / Double(all)
  }
}
