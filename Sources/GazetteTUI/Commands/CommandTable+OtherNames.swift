// What people call a command besides its name.

extension Command {
  /// Words by which the palette and the help find a command, by its id.
  static let otherNames: [(id: String, names: [String])] = [
    ("write-list", ["export", "导出", "save", "保存", "csv", "另存"]),
    ("tab-5", ["review", "审阅", "marks", "标记"]),
    ("mark-read", ["mark", "标记"]),
    ("open-worklist", ["worklist", "任务清单", "my department", "本单位"]),
    ("open-findings", ["check", "findings", "存疑"]),
    ("open-filter", ["filter", "筛选"]),
    ("copy-citation", ["cite", "citation", "引文", "出处"]),
    ("about-theme", ["theme", "配色", "colours", "colors", "颜色", "主题"]),
    ("open-start", ["start", "overview", "起始页", "一览"]),
    ("write-note", ["note", "批注"]),
    ("open-table", ["table", "表", "宽"]),
    ("toggle-reading", ["zoom", "全屏", "layout", "版面"]),
  ]
}
