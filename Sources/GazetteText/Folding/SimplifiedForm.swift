/// The simplified form of traditional characters that names of bodies and their duties are written
/// with.
///
/// 通用规范汉字表 (2013), 附件1: only characters that have one simplified form.
package enum SimplifiedForm {
  private static let traditional = characters(
    """
    廳財務應業農發國資審計監檢藥衛電廣測氣鐵銀稅關長縣區黨組織統戰環態運輸設鄉規劃聯會辦處總質標準產權識體際貿儲備糧漁報術學聲視\
    臺檔數據網絡積險證協災軍隊員專門單責領導機構歸僑殘婦團貧開礦鹽煙郵紀紅慶陽臨岡濟寧遼蘇贛閩粵瓊滬湯興廠場負牽頭參與實
    """)
  private static let simplified = characters(
    """
    厅财务应业农发国资审计监检药卫电广测气铁银税关长县区党组织统战环态运输设乡规划联会办处总质标准产权识体际贸储备粮渔报术学声视\
    台档数据网络积险证协灾军队员专门单责领导机构归侨残妇团贫开矿盐烟邮纪红庆阳临冈济宁辽苏赣闽粤琼沪汤兴厂场负牵头参与实
    """)

  private static func characters(_ text: StaticString) -> [Unicode.Scalar] {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var result: [Unicode.Scalar] = []
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = Unicode.Scalar.decode(bytes, offset)
      result.append(scalar)
      offset += length
    }
    return result
  }

  /// The pairs in order of the traditional character.
  private static let pairs = zip(traditional, simplified).sorted { $0.0 < $1.0 }

  /// A bit for each remainder by 1,024 that some traditional character has: few others have one.
  private static let remainders: [UInt64] = traditional.reduce(into: Array(repeating: 0, count: 16))
  {
    $0[Int($1.value & 1023) >> 6] |= 1 << UInt64($1.value & 63)
  }

  /// The simplified form of a character; the character itself where the list has none.
  package static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard remainders[Int(scalar.value & 1023) >> 6] >> UInt64(scalar.value & 63) & 1 != 0 else {
      return scalar
    }
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].0 < scalar { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low].0 == scalar ? pairs[low].1 : scalar
  }
}
