extension DepartmentIndex {
  /// The place of the body with that name, alias or initials; nil where nothing fits, or several
  /// equally well.
  ///
  /// `initials` gives the pinyin initials of each department, in the order of `departments`;
  /// without them only names are looked up.
  public func lookup(
    _ query: String, initials: [String] = [], register: BodyRegister = .shipped
  ) -> Int? {
    directory(initials, register).lookup(query)
  }

  /// The places of the bodies whose names or initials are nearest to a query that finds none,
  /// nearest first.
  public func nearest(_ query: String, initials: [String] = [], count: Int = 5) -> [Int] {
    directory(initials, .shipped).nearest(query, count: count)
  }

  private func directory(_ initials: [String], _ register: BodyRegister) -> BodyDirectory {
    BodyDirectory(departments.map(\.body), initials: initials, register: register) {
      place(of: $0)
    }
  }
}
