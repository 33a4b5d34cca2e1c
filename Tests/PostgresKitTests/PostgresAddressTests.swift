import PostgresKit
import Testing

/// Addresses of servers, of which no password is shown.
@Suite struct PostgresAddressTests {
  @Test(arguments: [
    ("postgresql://u:secret@h:5432/d", "postgresql://u@h:5432/d"),
    ("postgres://u:se:cr@et@h/d?sslmode=require", "postgres://u@h/d?sslmode=require"),
    ("postgresql://u:se/cr?et@h/d", "postgresql://u@h/d"),
    ("postgresql://h:5432/d?user=u&password=secret", "postgresql://h:5432/d?user=u"),
    ("postgresql:///d?sslpassword=secret", "postgresql:///d"),
    ("postgresql:///d?host=/run/x", "postgresql:///d?host=/run/x"),
    ("/home/x/review.sqlite", "/home/x/review.sqlite"),
  ])
  func noPasswordIsShown(address: String, shown: String) {
    #expect(PostgresAddress.shown(address) == shown)
  }

  @Test(arguments: [
    "u:secret@h/d", "u@[::1]:5432/d", "h1:1,h2:2/d", "/d?host=/run/x&user=a@b", "u:p%40@/d",
    "u:p?q@h/d",
  ])
  func commonAddressesAreReadable(address: String) {
    #expect(PostgresAddress("postgresql://" + address)?.isReadable == true)
  }

  @Test(arguments: [
    ("postgresql://u:secret@h/d", "postgresql://u:xxxxxx@h/d"),
    (
      "--review-db=postgres://u:密@h/d?a=b&password=12",
      "--review-db=postgres://u:xxx@h/d?a=b&password=xx"
    ),
    ("postgres://h/d?sslpassword=a=b", "postgres://h/d?sslpassword=xxx"),
  ])
  func passwordsAreMaskedInPlace(argument: String, masked: String) {
    #expect(PostgresAddress.masked(argument) == masked)
    #expect(PostgresAddress.masked(masked) == nil)
    #expect(PostgresAddress.masked("/home/a@b:c") == nil)
  }
}
