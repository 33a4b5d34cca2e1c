import Testing

@testable import GazetteModel

/// Phrasings of State Council, provincial and municipal documents.
private let phrasings: [Phrase] = [
  Phrase("（海关总署负责）", "responsible 海关总署"),
  Phrase("（体育总局、公安部、应急部负责）", "responsible 体育总局 + 公安部 + 应急部"),
  Phrase("（农业农村部、发展改革委、财政部等负责）", "responsible 农业农村部 + 发展改革委 + 财政部 等"),
  Phrase("（工业和信息化部、公安部、应急管理部按职责分工负责）", "shared 工业和信息化部 + 公安部 + 应急管理部"),
  Phrase("加强培训。人力资源社会保障部牵头，教育部等按职责分工负责。", "lead 人力资源社会保障部 | shared 教育部 等"),
  Phrase(
    "（生态环境部牵头，国家发展改革委、工业和信息化部、住房城乡建设部、农业农村部、国家统计局参与）",
    "lead 生态环境部 | participate 国家发展改革委 + 工业和信息化部 + 住房城乡建设部 + 农业农村部 + 国家统计局"),
  Phrase("（农业农村部、工业和信息化部牵头负责）", "lead 农业农村部 + 工业和信息化部"),
  Phrase("推进建设。省工业和信息化厅、广电局牵头。", "lead 省工业和信息化厅 + 广电局"),
  Phrase(
    "推进建设。省发展改革委牵头，省工业和信息化厅按职责分工负责。", "lead 省发展改革委 | shared 省工业和信息化厅"),
  Phrase("推进。省工业和信息化厅牵头，各有关单位按职责分工负责。", "lead 省工业和信息化厅 | shared 各有关单位"),
  Phrase(
    "（自治区能源局牵头，自治区工信厅、生态环境厅及相关盟市配合）",
    "lead 自治区能源局 | support 自治区工信厅 + 生态环境厅 + 相关盟市"),
  Phrase("（生态环境部、市场监管总局指导）", "guide 生态环境部 + 市场监管总局"),
  Phrase("（商务部指导，供销合作总社参与）", "guide 商务部 | participate 供销合作总社"),
  Phrase(
    "（生态环境部指导，试点城市政府负责落实。以下均需试点城市政府落实，不再列出）",
    "guide 生态环境部 | implement 试点城市政府 | all implement 试点城市政府"),
  Phrase(
    "（人力资源社会保障部、财政部负责。列第一位者为牵头单位，下同）",
    "responsible 人力资源社会保障部 + 财政部 | rule first"),
  Phrase(
    "（税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同）",
    "responsible 税务总局 + 财政部 + 海关总署 | rule first"),
  Phrase(
    "(省商务厅、长春海关等负责,列第一位的为牵头部门,下同)", "responsible 省商务厅 + 长春海关 等 | rule first"),
  Phrase("现将分工印发给你们。无牵头单位的，责任单位即为牵头单位，下同。", "rule responsible"),
  Phrase(
    "（农业农村部、文化和旅游部等和各有关省级人民政府负责）",
    "responsible 农业农村部 + 文化和旅游部 + 各有关省级人民政府 等"),
  Phrase(
    "（人力资源社会保障部、财政部、税务总局，各省级人民政府按职责分工负责）",
    "shared 人力资源社会保障部 + 财政部 + 税务总局 + 各省级人民政府"),
  Phrase(
    "（财政部、人力资源社会保障部、民政部等有关部门和单位按职责分工负责）",
    "shared 财政部 + 人力资源社会保障部 + 民政部 等"),
  Phrase("（各有关部门和单位，各省级人民政府按职责分工负责）", "shared 各有关部门和单位 + 各省级人民政府"),
  Phrase(
    "（国家发展改革委、财政部会同有关部门负责）", "lead 国家发展改革委 + 财政部 | participate 有关部门"),
  Phrase(
    "（负责部门：商务部、银保监会、铁路局、中国铁路总公司）",
    "responsible 商务部 + 银保监会 + 铁路局 + 中国铁路总公司"),
  Phrase("（负责部门：民航局，适用范围：陕西自贸试验区）", "responsible 民航局"),
  Phrase(
    "（负责部门：人力资源社会保障部、商务部；适用范围：所有自贸试验区，以下除标注适用于特定自贸试验区的措施外，适用范围均为所有自贸试验区）",
    "responsible 人力资源社会保障部 + 商务部"),
  Phrase(
    "（牵头单位：市经贸委，配合单位：市人力资源和社会保障局、市工商联，各区、县级市）",
    "lead 市经贸委 | support 市人力资源和社会保障局 + 市工商联 + 各区、县级市"),
  Phrase("（牵头单位：市人力资源和社会保障局）", "lead 市人力资源和社会保障局"),
  Phrase(
    "（牵头单位：市留交办，配合单位：各有关单位，各区、县级市）",
    "lead 市留交办 | support 各有关单位 + 各区、县级市"),
  Phrase(
    "（牵头单位：省教育厅；责任单位：省财政厅、省民委）",
    "lead 省教育厅 | responsible 省财政厅 + 省民委"),
  Phrase(
    "（责任单位：市高院、市公安局、市通信管理局等；各区政府）",
    "responsible 市高院 + 市公安局 + 市通信管理局 + 各区政府 等"),
  Phrase(
    "（责任部门：市发展改革委、市交通委（市道运局）、市交警总队、市气象局）",
    "responsible 市发展改革委 + 市交通委（市道运局） + 市交警总队 + 市气象局"),
  Phrase(
    "〔责任单位：省教育厅、省科技厅按职责分工负责。各市（州）人民政府对每项任务均有责任，不再列出，下同。〕",
    "shared 省教育厅 + 省科技厅 | all responsible 各市（州）人民政府"),
  Phrase("〔责任单位：省教育厅〕", "responsible 省教育厅"),
  Phrase("2.建设人才公寓。责任单位：市委组织部、市科技局。", "responsible 市委组织部 + 市科技局"),
  Phrase("责任单位：市委组织部、市科技局", "responsible 市委组织部 + 市科技局"),
  Phrase(
    "(分管副省长、协管副秘书长负责,省教育厅牵头,省财政厅、省民政厅)",
    "responsible 分管副省长 + 协管副秘书长 | lead 省教育厅 | participate 省财政厅 + 省民政厅"),
  Phrase(
    "(市发展改革委牵头,市级各有关部门及各县市区政府按职责分工负责)",
    "lead 市发展改革委 | shared 市级各有关部门 + 各县市区政府"),
  Phrase(
    "(省教育厅、财政厅等省有关部门和各地级以上市人民政府按职责分工负责)",
    "shared 省教育厅 + 财政厅 + 各地级以上市人民政府 等"),
  Phrase(
    "推进改造。省科技厅、工业和信息化厅按职责分工负责，各地级以上市人民政府结合实际落实。",
    "shared 省科技厅 + 工业和信息化厅 | implement 各地级以上市人民政府"),
  Phrase(
    "推进改造。省发展改革委、商务厅、政务和数据局，省税务局按职责分工负责。",
    "shared 省发展改革委 + 商务厅 + 政务和数据局 + 省税务局"),
  Phrase("牵头：省数据局 配合：无 时限：2026年6月", "lead 省数据局"),
  Phrase(
    "牵头：省市场监管局（省知识产权局） 配合：省发展改革委、杭州市 时限：2026年6月",
    "lead 省市场监管局（省知识产权局） | support 省发展改革委 + 杭州市"),
  Phrase(
    "指导部门: 国家知识产权局、中国银保监会", "guide 国家知识产权局 + 中国银保监会"),
  Phrase(
    "清华大学中国城市研究院。负责统筹第三方城市体检工作。承担培训。",
    "responsible 清华大学中国城市研究院"),
  Phrase(
    "（省林草局牵头指导，省自然资源厅、省水利厅、省农业农村厅等参与）",
    "lead 省林草局 | participate 省自然资源厅 + 省水利厅 + 省农业农村厅 等"),
  Phrase(
    "（省能源局负责，省住房城乡建设厅等参与，各市、县级政府负责落实。以下任务均需各地政府负责落实，不再列出）",
    "responsible 省能源局 | participate 省住房城乡建设厅 等 | implement 各市、县级政府 | all implement 各地政府"),
  Phrase(
    "（中央和国家机关工委负责，省住房和城乡建设厅、省委和省直机关工委参与）",
    "responsible 中央和国家机关工委 | participate 省住房和城乡建设厅 + 省委和省直机关工委"),
  Phrase("（省发展和改革委员会和省财政厅负责）", "responsible 省发展和改革委员会 + 省财政厅"),
  Phrase("（省规划和自然资源局及省城市管理和综合执法局负责）", "responsible 省规划和自然资源局 + 省城市管理和综合执法局"),
  Phrase("（市委宣传部和市文化和旅游局配合）", "support 市委宣传部 + 市文化和旅游局"),
  Phrase("（省甲厅、省乙局等12个部门按职责分工负责）", "shared 省甲厅 + 省乙局 等"),
  Phrase("（省教育厅等３家单位牵头）", "lead 省教育厅 等"),
  Phrase("（省教育厅等二十余个部门和单位参与）", "participate 省教育厅 等"),
  Phrase("（省教育厅负责，省财政厅督办）", "responsible 省教育厅 | guide 省财政厅"),
  Phrase("（主办单位：省教育厅，协办单位：省财政厅）", "lead 省教育厅 | support 省财政厅"),
  Phrase(
    "〔责任单位：省教育厅、省财政厅按职责分工负责。各市（州）人民政府为所有任务的责任单位，不再列出，下同〕",
    "shared 省教育厅 + 省财政厅 | all responsible 各市（州）人民政府"),
  Phrase(
    "（省教育厅牵头。各项任务由各市人民政府负责落实，不再一一标注）", "lead 省教育厅 | all implement 各市人民政府"),
  Phrase(
    "重点内容由所涉及的省教育厅、省财政厅牵头完成报告，其他部门配合。",
    "lead 省教育厅 + 省财政厅 | support 其他部门"),
  Phrase("健全机制，由省教育厅负责人才引进，省财政厅配合。", "responsible 省教育厅 | support 省财政厅"),
  // Of the kinds that the issue names.
  Phrase("（省畜牧局和各市〔州〕政府按职责分工负责）", "shared 省畜牧局 + 各市（州）政府"),
  Phrase(
    "（省发展改革委按职责分工负责，省教育厅等参与）", "shared 省发展改革委 | participate 省教育厅 等"),
  Phrase(
    "推进合作，由省教育厅牵头，省财政厅、省科技厅配合，省商务厅负责对外联络。",
    "lead 省教育厅 | support 省财政厅 + 省科技厅 | responsible 省商务厅"),
  Phrase(
    "在省委人才工作领导小组指导下，省委组织部牵头，省委农办、省人社厅配合，合力统筹推动落实，财政部门负责做好资金保障工作。",
    "guide 省委人才工作领导小组 | lead 省委组织部 | support 省委农办 + 省人社厅 | responsible 财政部门"),
  Phrase("由省科技厅负责组织实施。", "implement 省科技厅"),
  Phrase("（由各市、县（市、区）人民政府负责组织实施）", "implement 各市、县（市、区）人民政府"),
  Phrase(
    "（省文化和旅游厅和省体育局以及中国（吉林）自由贸易试验区管委会按照职责分工负责）",
    "shared 省文化和旅游厅 + 省体育局 + 中国（吉林）自由贸易试验区管委会"),
  Phrase(
    "（责任单位：省教育厅、省财政厅；完成时限：2025年底）", "responsible 省教育厅 + 省财政厅"),
  Phrase("（省教育厅牵头，2022年6月底前完成）", "lead 省教育厅"),
  Phrase("（省国资委及其他有关部门配合，省工信厅与省商务厅协助）", "support 省国资委 + 其他有关部门 | support 省工信厅 + 省商务厅"),
  Phrase("（各级党委和政府、各省、自治区、直辖市人民政府负责）", "responsible 各级党委和政府 + 各省、自治区、直辖市人民政府"),
  Phrase("（省教育厅牵头、省财政厅、省民政厅配合）", "lead 省教育厅 | support 省财政厅 + 省民政厅"),
  Phrase(
    "（国家发展改革委牵头，商务部、市场监管总局等部门和单位参与，各地区负责落实，持续推进）",
    "lead 国家发展改革委 | participate 商务部 + 市场监管总局 等 | implement 各地区"),
  Phrase(
    "省发展改革委为牵头单位，省教育厅为配合单位。", "lead 省发展改革委 | support 省教育厅"),
  Phrase(
    "（省公安厅牵头，会同省教育厅、省民政厅落实）", "lead 省公安厅 | participate 省教育厅 + 省民政厅"),
  Phrase("（省国资委及其监管企业负责）", "responsible 省国资委 等"),
  Phrase(
    "（省教育厅负责统筹协调，省财政厅负责资金保障）", "responsible 省教育厅 | responsible 省财政厅"),
  Phrase(
    "一是由省民政厅牵头，各级民政部门负责排查。二是由省残联负责核实。",
    "lead 省民政厅 | responsible 各级民政部门 ++ responsible 省残联"),
  Phrase(
    "（省农业农村厅、林业和草原局、文化和旅游厅、住房和城乡建设厅、政务服务和数字化局、民族和宗教事务委员会负责）",
    "responsible 省农业农村厅 + 林业和草原局 + 文化和旅游厅 + 住房和城乡建设厅 + 政务服务和数字化局 + 民族和宗教事务委员会"),
  Phrase(
    "整治。（省生态环境厅牵头，省水利厅参与）全面推进。（省水利厅负责）",
    "lead 省生态环境厅 | participate 省水利厅 ++ responsible 省水利厅"),
]

/// Text that names bodies and assigns nothing.
private let mentions = [
  "（技工院校内由人力资源社会保障行政部门负责）",
  "（其中1995年广东省、福建省共落实了165名扩招任务）",
  "国务院民用航空、公安、工业和信息化、市场监督管理等部门按照职责分工负责全国无人驾驶航空器有关管理工作。",
  "（以下简称省生态环境厅）", "（以下简称牵头单位）", "（长春）", "（试行）", "吉政办发〔2021〕6号",
  "（含民办非企业单位和农民合作社等各类创业实体）", "（省发展改革委、省教育厅）", "（参与单位）",
  "引进国内龙头云计算企业牵头建设跨行业跨领域的省级互联网平台。",
  "鼓励骨干企业牵头、高校和科研院所参与，组建创新联合体。",
  "由龙头企业牵头，高校、科研院所参与，组建创新联合体。",
  "本办法由省财政厅负责解释。", "省发展改革委负责协调机制运转，各地各部门成立工作专班贯彻落实。",
  "各地要结合实际抓好落实。", "人社部门会同行业主管部门组织实施申报评审工作。",
  "逐项明确牵头责任部门、年度目标、工作计划、完成时限。",
  "生态环境部会同国家发展改革委、工业和信息化部等部门筛选确定。",
  "人力资源社会保障部要统筹协调促进就业政策制定、督促落实。财政部要加大资金支持力度。",
  "成立协调小组，由省教育厅、省财政厅等部门负责同志组成。",
  "各市人民政府要建立市政府办公厅牵头、有关部门参与的工作机制。",
  "健全由省教育厅牵头，省财政厅、省民政厅参加的联席会议制度。",
  "", "（", "）", "（（（）", "负责", "（负责）", "（、负责）", "（和负责）", "：", "责任单位：", "（等负责）",
]

@Suite struct GrammarTests {
  @Test(arguments: phrasings) func phrasingIsRead(_ phrase: Phrase) {
    #expect(Phrase.read(phrase.text) == phrase.expected)
  }

  @Test(arguments: mentions) func mentionIsNoAttribution(_ text: String) {
    #expect(Phrase.read(text) == "")
  }

  @Test(arguments: phrasings) func phrasingIsReadAtTheEndOfAParagraphToo(_ phrase: Phrase) {
    guard "（(〔".contains(phrase.text.first ?? " ") else { return }
    let text = "推进制造业（含软件）升级，落实《办法（试行）》（吉政办发〔2021〕6号）。" + phrase.text
    #expect(Phrase.read(text) == phrase.expected)
  }

  @Test(arguments: phrasings) func widthOfPunctuationChangesNothing(_ phrase: Phrase) {
    let pairs: [Character: Character] = [
      "（": "(", "）": ")", "，": ",", "；": ";", "：": ":", "(": "（", ")": "）", ",": "，",
      "〔": "[", "〕": "]",
    ]
    let swapped = String(phrase.text.map { pairs[$0] ?? $0 })
    #expect(Phrase.read(swapped) == phrase.expected)
  }

  @Test(arguments: phrasings) func shapeOfBracketsChangesNothing(_ phrase: Phrase) {
    let pairs: [Character: Character] = ["（": "【", "）": "】", "(": "〔", ")": "〕"]
    #expect(Phrase.read(String(phrase.text.map { pairs[$0] ?? $0 })) == phrase.expected)
  }

  @Test(arguments: phrasings) func breaksAndSpacesInsideChangeNothing(_ phrase: Phrase) {
    for space in ["\n", " ", "\u{3000}", "\n\n", "\u{200B}"] {
      for (index, _) in phrase.text.enumerated() {
        // A space before a label begins a new field, and is part of what is printed.
        let place = phrase.text.index(phrase.text.startIndex, offsetBy: index)
        let mutated = phrase.text[..<place] + space + phrase.text[place...]
        #expect(Phrase.read(String(mutated)) == phrase.expected)
      }
    }
  }

  @Test func textOfAnyLengthIsReadInLinearTime() {
    let clock = ContinuousClock()
    let unit = "（省教育厅、省财政厅和各市〔州〕政府按职责分工负责）"
    for text in [
      String(repeating: "（", count: 50_000), String(repeating: unit, count: 2_000),
      String(repeating: "（省教育厅负责", count: 5_000),
      String(repeating: "、和等及由均：，", count: 10_000) + "负责",
      "（" + String(repeating: "省教育厅、", count: 20_000) + "负责）",
    ] {
      #expect(clock.measure { _ = ResponsibilityParser(text) } < .seconds(3))
    }
  }
}
