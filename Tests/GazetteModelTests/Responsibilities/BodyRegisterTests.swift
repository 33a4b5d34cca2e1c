import Testing

@testable import GazetteModel

@Suite struct BodyRegisterTests {
  let register = BodyRegister.shipped

  @Test(arguments: [
    ("省人社厅", "省人力资源社会保障厅"), ("省人力资源和社会保障厅", "省人力资源社会保障厅"),
    ("省工信厅", "省工业和信息化厅"), ("省住建厅", "省住房城乡建设厅"), ("省发改委", "省发展改革委"),
    ("自治区人社厅", "自治区人力资源社会保障厅"), ("长春市人社局", "长春市人力资源社会保障局"),
    ("各市〔州〕政府", "各市（州）政府"), ("各市(州)人民政府", "各市（州）政府"),
    ("各市［州］政府", "各市（州）政府"), ("发改委", "国家发展改革委"), ("省环保厅", "省生态环境厅"),
    ("省委农村工作领导小组办公室", "省委农办"), ("省 教育\n厅", "省教育厅"), ("省宇宙局", "省宇宙局"),
  ])
  func aliasesAndBracketsMerge(_ printed: String, _ name: String) {
    #expect(register.body(named: printed).name == name)
  }

  @Test func levelThatAListLeavesOutIsSupplied() {
    #expect(register.body(named: "广电局", after: "省").name == "省广电局")
    #expect(register.body(named: "财政厅", after: "省委").name == "省财政厅")
    #expect(register.body(named: "网信办", after: "省委").name == "省委网信办")
    #expect(register.body(named: "吉林银保监局", after: "省").name == "吉林银保监局")
    #expect(register.body(named: "发展改革委", after: "省").name == "省发展改革委")
    #expect(register.body(named: "发展改革委").name == "国家发展改革委")
  }

  @Test(arguments: [
    ("省委宣传部", BodyCategory.party), ("省教育厅", .government), ("公安部", .central),
    ("吉林银保监局", .central), ("人民银行长春中心支行", .central), ("长春市政府", .local),
    ("吉林广播电视台", .institution), ("省电力公司", .enterprise), ("各相关部门", .collective),
    ("各市、县级政府", .collective), ("有各类产业发展专项资金的部门", .collective), ("财政部门", .collective),
    ("团省委", .other), ("省政府", .government), ("中科院长春分院", .central), ("省宇宙局", .government),
    ("宇宙部", .central), ("大庆市委宣传部", .party), ("某某集团", .enterprise), ("梅河口市政府", .local),
    ("有色地勘局", .government), ("省河长办", .government), ("试点城市政府", .collective),
  ])
  func categoryIsKnownOrWorkedOutFromTheForm(_ name: String, _ category: BodyCategory) {
    #expect(register.body(named: name).category == category)
  }

  @Test func bodyThatTheRegisterLacksIsSaidToBeUnknown() {
    #expect(!register.body(named: "省宇宙局").isKnown)
    #expect(register.body(named: "省教育厅").isKnown)
    #expect(register.body(named: "各相关部门").isKnown)
    #expect(register.body(named: "白山市政府").isKnown)
  }

  @Test func everyFactThatIsNotFromTheIssueHasASource() throws {
    for line in try TestContent.register().split(separator: "\n") {
      guard line.contains("="), !line.hasPrefix("#") else { continue }
      #expect(line.contains(" # "), "\(line)")
    }
  }
}
