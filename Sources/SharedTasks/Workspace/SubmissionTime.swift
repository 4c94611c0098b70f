/// When a submission was handed in, as RFC 3339 writes it: `2026-05-01T23:59:59-12:00`.
///
/// An offset is required: a time without one is another moment in every place, which is how
/// deadlines are missed by hours. Two times are equal if they are the same moment.
package struct SubmissionTime: Sendable, Hashable, Comparable {
  /// Since the beginning of 1970 in UTC, leap seconds not counted.
  package let seconds: Int64
  package let nanoseconds: Int64

  /// Nil for anything but a time of RFC 3339 with at most nine decimals of seconds.
  package init?(parsing text: String) {
    var rest = Array(text.utf8.prefix(40))[...]
    func digits(_ count: Int) -> Int64? {
      guard rest.count >= count else { return nil }
      var number: Int64 = 0
      for byte in rest.prefix(count) {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int64(byte - UInt8(ascii: "0"))
      }
      rest = rest.dropFirst(count)
      return number
    }
    func sign(_ allowed: String) -> UInt8? {
      guard let byte = rest.first, allowed.utf8.contains(byte) else { return nil }
      rest = rest.dropFirst()
      return byte
    }
    guard let year = digits(4), sign("-") != nil, let month = digits(2), sign("-") != nil,
      let day = digits(2), sign("Tt ") != nil, let hour = digits(2), sign(":") != nil,
      let minute = digits(2), sign(":") != nil, let second = digits(2),
      (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year), hour < 24,
      minute < 60, second <= 60
    else { return nil }
    var fraction: Int64 = 0
    if sign(".") != nil {
      let places = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      guard (1...9).contains(places), let decimals = digits(places) else { return nil }
      fraction = (places..<9).reduce(decimals) { value, _ in value * 10 }
    }
    guard let zone = sign("Zz+-") else { return nil }
    var offset: Int64 = 0
    if zone == UInt8(ascii: "+") || zone == UInt8(ascii: "-") {
      guard let hours = digits(2), sign(":") != nil, let minutes = digits(2), hours < 24,
        minutes < 60
      else { return nil }
      offset = (hours * 3600 + minutes * 60) * (zone == UInt8(ascii: "-") ? -1 : 1)
    }
    guard rest.isEmpty else { return nil }
    seconds =
      Self.days(since1970: year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
    nanoseconds = fraction
  }

  package static func < (a: SubmissionTime, b: SubmissionTime) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Days of the Gregorian calendar: a year that begins in March has its leap day last, and months
  /// of 153 days in five.
  private static func days(since1970 year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let inMarch = month > 2 ? month - 3 : month + 9
    let years = month > 2 ? year : year - 1
    let before = 365 * years + floored(years, 4) - floored(years, 100) + floored(years, 400)
    return before + (153 * inMarch + 2) / 5 + day - 1 - 719_468
  }

  /// The quotient rounded down: the year before year 0 is −1.
  private static func floored(_ number: Int64, _ divisor: Int64) -> Int64 {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }
}

extension SubmissionTime: CustomStringConvertible {
  /// In UTC, to the second: `2026-05-02T11:59:59Z`.
  package var description: String {
    let day = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
    let inDay = seconds - day * 86_400
    // The other way round: the last year that began by that day, and the last month of it.
    var year = 1970 + day / 366 - 1
    while Self.days(since1970: year + 1, 1, 1) <= day { year += 1 }
    while Self.days(since1970: year, 1, 1) > day { year -= 1 }
    var month: Int64 = 12
    while Self.days(since1970: year, month, 1) > day { month -= 1 }
    let date = [month, day - Self.days(since1970: year, month, 1) + 1]
    let time = [inDay / 3600, inDay / 60 % 60, inDay % 60]
    func padded(_ number: Int64, _ width: Int) -> String {
      let text = "\(number.magnitude)"
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - text.count))
        + text
    }
    return padded(year, 4) + "-" + date.map { padded($0, 2) }.joined(separator: "-") + "T"
      + time.map { padded($0, 2) }.joined(separator: ":") + "Z"
  }
}
