/// The two regular meetings of text 2 §4.1.
package enum MeetingKind: Int, CodeSet { case company = 1, department }
