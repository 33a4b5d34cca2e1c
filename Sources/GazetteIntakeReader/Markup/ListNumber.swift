/// Numbers as lists print them, by the names that Office Open XML has for their forms.
enum ListNumber {
  private static let digits = Array("〇一二三四五六七八九")
  private static let legalDigits = Array("零壹贰叁肆伍陆柒捌玖")
  private static let stems = Array("甲乙丙丁戊己庚辛壬癸")
  private static let branches = Array("子丑寅卯辰巳午未申酉戌亥")
  private static let roman: [(value: Int, letters: String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]

  /// A number from 1; other numbers, and forms that are not known, are decimal.
  static func text(_ number: Int, format: String) -> String {
    guard (1...9999).contains(number) else { return String(number) }
    switch format {
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "koreanCounting":
      return counting(number, digits, units: ["", "十", "百", "千"])
    case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
      return counting(number, legalDigits, units: ["", "拾", "佰", "仟"])
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
      return String(String(number).map { digits[$0.wholeNumberValue ?? 0] })
    case "ideographTraditional": return number <= 10 ? String(stems[number - 1]) : String(number)
    case "ideographZodiac": return number <= 12 ? String(branches[number - 1]) : String(number)
    case "decimalZero": return number < 10 ? "0\(number)" : String(number)
    case "decimalFullWidth", "decimalFullWidth2":
      return String(
        String.UnicodeScalarView(
          String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return circled(number)
    case "upperLetter": return letters(number).uppercased()
    case "lowerLetter": return letters(number)
    case "upperRoman": return romanText(number).uppercased()
    case "lowerRoman": return romanText(number)
    default: return String(number)
    }
  }

  /// 十一, 二十, 一百零五: the numbers of headings and articles.
  private static func counting(_ number: Int, _ digits: [Character], units: [String]) -> String {
    let places = String(number).compactMap(\.wholeNumberValue)
    var text = ""
    var skipsZero = false
    for (index, digit) in places.enumerated() {
      let place = places.count - 1 - index
      if digit == 0 {
        skipsZero = true
        continue
      }
      if skipsZero { text.append(digits == legalDigits ? "零" : "零") }
      skipsZero = false
      // Ten is 十, not 一十.
      let isTen = place == 1 && digit == 1 && index == 0 && digits == Self.digits
      if !isTen { text.append(digits[digit]) }
      text += units[place]
    }
    return text
  }

  private static func circled(_ number: Int) -> String {
    let value: UInt32? =
      switch number {
      case 1...20: 0x2460 + UInt32(number) - 1
      case 21...35: 0x3251 + UInt32(number) - 21
      case 36...50: 0x32B1 + UInt32(number) - 36
      default: nil
      }
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(number)
  }

  private static func letters(_ number: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func romanText(_ number: Int) -> String {
    var rest = number
    var text = ""
    for (value, letters) in roman {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
