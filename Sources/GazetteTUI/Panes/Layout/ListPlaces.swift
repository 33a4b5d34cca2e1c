/// Where the reader is in the tabs that remember no more than a row.
struct ListPlaces: Hashable, Sendable {
  /// A row, and the row that stands at the top.
  struct Place: Hashable, Sendable {
    var row = 0
    var top = 0
  }

  /// By tab, in no order; few, so that no table is needed before the first frame.
  private var places: [(tab: Tab, place: Place)] = []

  subscript(tab: Tab) -> Place {
    get { places.first { $0.tab == tab }?.place ?? Place() }
    set {
      places.removeAll { $0.tab == tab }
      places.append((tab, newValue))
    }
  }

  static func == (left: ListPlaces, right: ListPlaces) -> Bool {
    Tab.allCases.allSatisfy { left[$0] == right[$0] }
  }

  func hash(into hasher: inout Hasher) {
    for tab in Tab.allCases { hasher.combine(self[tab]) }
  }
}
