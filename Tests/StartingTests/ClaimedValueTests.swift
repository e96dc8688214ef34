// What a first essay writes of a computed value.

import Testing

@testable import Starting

struct ClaimedValueTests {
  @Test(arguments: [
    ("37.77777777777778", "37.78"), ("-16.38888888888889", "-16.39"), ("2.0", "2"),
    ("0.5", "0.5"), ("4.000000000000001", "4.000"), ("0.9999999", "1.0000"),
    ("12345.678", "12346"), ("6.02214076e+23", "6.022e+23"), ("1e-09", "1e-09"),
    ("1.2345678901e-09", "1.235e-09"), ("0.0012345678", "0.001235"), ("10", "10"),
    ("120.0", "120"), ("-7", "-7"), ("0.0", "0"), ("9007199254740993", nil),
    ("[0.09003057317038046, 0.24472847105479764]", "[0.09003, 0.2447]"), ("[1, 2]", "[1, 2]"),
    ("[]", nil), ("[1, 2, 3, 4, 5, 6, 7]", nil), ("[[1.0]]", nil), ("nan", nil), ("inf", nil),
    ("true", "true"), ("\"warm\"", "\"warm\""), ("\"wä\"", nil), ("\"a\\nb\"", nil), ("\"\"", nil),
    ("Scale(offset: 1.0)", nil), ("nil", nil),
  ])
  func numbersHaveFourDigitsAndAllElseStays(_ computed: String, _ text: String?) {
    #expect(ClaimedValue(computed)?.text == text)
  }

  @Test func whatMayBeAnAccidentIsToldApart() {
    for computed in ["0", "0.0", "true", "[0.0, 0.0]"] {
      #expect(ClaimedValue(computed)?.isTelling == false, "\(computed)")
    }
    for computed in ["1", "[0.0, 0.5]", "\"warm\""] {
      #expect(ClaimedValue(computed)?.isTelling == true, "\(computed)")
    }
  }
}
