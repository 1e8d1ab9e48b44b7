import Console
import Testing

@Suite struct AnswersTimesTests {
  @Test(
    "a time is understood in every form people type",
    arguments: [
      ("19:30", 1170), ("１９：３０", 1170), ("19：30", 1170), ("7:05", 425), ("0:00", 0),
      ("23:59", 1439), ("1930", 1170), ("１９３０", 1170), ("930", 570), ("0000", 0),
      ("7點", 420), ("7点", 420), ("7時", 420), ("7时", 420), ("7点钟", 420), ("7點整", 420),
      ("19點30", 1170), ("19點30分", 1170), ("19時5分", 1145), ("7点零五分", 425), ("7点半", 450),
      ("晚上7點半", 1170), ("晚上七点半", 1170), ("晚7点", 1140),
      ("晚上19:30", 1170), ("晚上 7：30", 1170), ("傍晚6点", 1080), ("夜里11点", 1380), ("下午3点15分", 915),
      ("下午3點一刻", 915), ("下午三點三刻", 945), ("下午12点", 720), ("下午330", 930), ("下午15点", 900),
      ("上午9時", 540), ("上午9:00", 540), ("早上8點", 480), ("清晨6点", 360), ("上午0点", 0),
      ("凌晨1点", 60), ("凌晨12点半", 30), ("中午12點", 720), ("中午1点半", 810), ("中午11:50", 710),
      ("7:30pm", 1170), ("7pm", 1140), ("7 PM", 1140), ("12pm", 720), ("9am", 540),
      ("9:15 AM", 555),
      ("十二点", 720), ("二十三点五十九分", 1439), ("两点", 120),
    ])
  func understood(typed: String, expected: Int) {
    #expect(Answers.minuteOfDay(typed) == expected)
  }

  @Test(
    "what is nearly a time is refused",
    arguments: [
      "", "7", "19", "24:00", "2400", "19:60", "1960", "19:5", "19:305", "19：", ":30", "1", "19301",
      "25点", "7点60分", "7点半半", "点", "半", "晚上", "晚上3点", "晚上12点", "上午12点", "上午13点", "下午0点",
      "下午20点", "凌晨8点", "中午9点", "12am", "下午7pm", "7:30xm", "19:30:00", "19.30", "七", "7点钟半半",
      "负7点", "-7:30", "19:30\u{0}", "三十三点",
    ])
  func refused(typed: String) {
    #expect(Answers.minuteOfDay(typed) == nil)
  }

  @Test("every minute of the day is understood on the 24-hour clock, with and without the colon")
  func everyMinute() {
    for minute in 0..<1440 {
      let (hour, rest) = (minute / 60, minute % 60)
      let digits = (rest < 10 ? "0" : "") + String(rest)
      #expect(Answers.minuteOfDay("\(hour):\(digits)") == minute)
      #expect(Answers.minuteOfDay((hour < 10 ? "0" : "") + "\(hour)\(digits)") == minute)
      #expect(Answers.minuteOfDay("\(hour)點\(rest)分") == minute)
    }
  }
}
