// What was decided about each open point of the procedures.

extension Phrase {
  package static let decisionA01 = Phrase(
    "decision.A01",
    hans: "社区活动至少提前几个工作日通知住户；原文的数字缺失，由公司确认。",
    hant: "社區活動至少提前幾個工作日通知住戶；原文的數字缺失，由公司確認。",
    en: "Working days' notice of a community activity; the text's digit is lost, so the firm "
      + "confirms it.")

  package static let decisionA02 = Phrase(
    "decision.A02",
    hans: "访问内容按所列主题记录，也可以自拟主题。",
    hant: "訪問內容按所列主題記錄，也可以自擬主題。",
    en: "What is said is recorded under the listed topics; free topics are allowed too.")

  package static let decisionA03 = Phrase(
    "decision.A03",
    hans: "按小区户数分档，各档有各自的比例；恰好等于上限的，归入该档。",
    hant: "按小區戶數分檔，各檔有各自的比例；恰好等於上限的，歸入該檔。",
    en: "The brackets by size of site and their percentages; an upper limit belongs to its own "
      + "bracket.")

  package static let decisionA04 = Phrase(
    "decision.A04",
    hans: "分档看已交付的总户数，比例按已入住户数计算。",
    hant: "分檔看已交付的總戶數，比例按已入住戶數計算。",
    en: "The bracket goes by all delivered units, the percentage by the occupied ones.")

  package static let decisionA05 = Phrase(
    "decision.A05",
    hans: "已入住户数在每月开始时统计，当月内不再变动。",
    hant: "已入住戶數在每月開始時統計，當月內不再變動。",
    en: "Occupied units are counted as the month begins and stay fixed for that month.")

  package static let decisionA06 = Phrase(
    "decision.A06",
    hans: "算出的户数不是整数时，一律进位。",
    hant: "算出的戶數不是整數時，一律進位。",
    en: "A share that is no whole number of households is rounded up.")

  package static let decisionA07 = Phrase(
    "decision.A07",
    hans: "经理和客服主管每月各自至少走访几户；与月度指标须同时达到。",
    hant: "經理和客服主管每月各自至少走訪幾戶；與月度指標須同時達到。",
    en: "How many households a month manager and supervisor each visit; the quota has to be met as "
      + "well.")

  package static let decisionA08 = Phrase(
    "decision.A08",
    hans: "经理和主管的最低户数属于岗位，换人不变；豁免由公司写明原因。",
    hant: "經理和主管的最低戶數屬於崗位，換人不變；豁免由公司寫明原因。",
    en: "The minimum belongs to the post, whoever holds it; only head office waives it, with a "
      + "reason.")

  package static let decisionA09 = Phrase(
    "decision.A09",
    hans: "抽样不重复抽取本轮走访过的住户；自选重复的须写明原因。",
    hant: "抽樣不重複抽取本輪走訪過的住戶；自選重複的須寫明原因。",
    en: "No draw repeats a household within a round; a repeat picked by hand needs a reason.")

  package static let decisionA10 = Phrase(
    "decision.A10",
    hans: "迁入的住户并入本轮；几次无人在家即视为联系不上。",
    hant: "遷入的住戶併入本輪；幾次無人在家即視為聯繫不上。",
    en: "Move-ins join the round; after how many recorded absences a household is unreachable.")

  package static let decisionA11 = Phrase(
    "decision.A11",
    hans: "小区与公司的抽样互相避让；抽样有效到次月第几日。",
    hant: "小區與公司的抽樣互相避讓；抽樣有效到次月第幾日。",
    en: "Site and company avoid each other's draws; through which day of the next month a draw "
      + "stands.")

  package static let decisionA12 = Phrase(
    "decision.A12",
    hans: "回访须对应以前的走访、意见或事项，否则算走访。",
    hant: "回訪須對應以前的走訪、意見或事項，否則算走訪。",
    en: "A return visit links to an earlier visit or matter; without one it is a visit.")

  package static let decisionA13 = Phrase(
    "decision.A13",
    hans: "电话交谈是否计入走访；没有访到的一律不计。",
    hant: "電話交談是否計入走訪；沒有訪到的一律不計。",
    en: "Whether a conversation by telephone counts as a visit; failed attempts never do.")

  package static let decisionA14 = Phrase(
    "decision.A14",
    hans: "上门访问从几点起算晚、几点以前算早；仍要访问须写明原因。",
    hant: "上門訪問從幾點起算晚、幾點以前算早；仍要訪問須寫明原因。",
    en: "From when a visit at the door is late and until when it is early; either needs a reason.")

  package static let decisionA15 = Phrase(
    "decision.A15",
    hans: "上门访问须先有预约；住户当场邀请的，记为当场预约。",
    hant: "上門訪問須先有預約；住戶當場邀請的，記為當場預約。",
    en: "A visit at the door needs an appointment first; being asked in on the spot is recorded as "
      + "one.")

  package static let decisionA16 = Phrase(
    "decision.A16",
    hans: "访问记录在访问开始的次日结束前提交；休息日也算，以提交时间为准。",
    hant: "訪問記錄在訪問開始的次日結束前提交；休息日也算，以提交時間為準。",
    en: "A record is due by the end of the day after its visit began, rest days too; submission "
      + "counts.")

  package static let decisionA17 = Phrase(
    "decision.A17",
    hans: "月度总结在次月第几日结束前提交，遇节假日不顺延。",
    hant: "月度總結在次月第幾日結束前提交，遇節假日不順延。",
    en: "By the end of which day of the next month the summary is due; holidays do not move it.")

  package static let decisionA18 = Phrase(
    "decision.A18",
    hans: "总结提交后几个工作日内审批；退回即停，重新提交则重新计算。",
    hant: "總結提交後幾個工作日內審批；退回即停，重新提交則重新計算。",
    en: "Working days to approve the summary from its submission; resubmitting starts them again.")

  package static let decisionA19 = Phrase(
    "decision.A19",
    hans: "工作联系函没有统一的答复期限，由发函人自定。",
    hant: "工作聯繫函沒有統一的答覆期限，由發函人自定。",
    en: "A contact letter has no fixed time for its answer; the sender chooses the day.")

  package static let decisionA20 = Phrase(
    "decision.A20",
    hans: "“及时”的反馈、审核、转办各有目标天数；过目标不算违规。",
    hant: "「及時」的回饋、審核、轉辦各有目標天數；過目標不算違規。",
    en: "Target days for feedback, review and routing “in time”; to miss a target breaks no rule.")

  package static let decisionA21 = Phrase(
    "decision.A21",
    hans: "投诉移交投诉处理程序，只记其编号和进度，不另定办法。",
    hant: "投訴移交投訴處理程序，只記其編號和進度，不另定辦法。",
    en: "Complaints are handed over to their own procedure; only its reference and status are "
      + "kept.")

  package static let decisionA22 = Phrase(
    "decision.A22",
    hans: "规则用自己的编号，不用原文表格中的序号。",
    hant: "規則用自己的編號，不用原文表格中的序號。",
    en: "Rules have numbers of their own, not the row numbers of the procedures' tables.")

  package static let decisionA23 = Phrase(
    "decision.A23",
    hans: "周六、周日即使调休上班也不安排消杀；其他放假日提醒或禁止。",
    hant: "週六、週日即使調休上班也不安排消殺；其他放假日提醒或禁止。",
    en: "No pest control on Saturday or Sunday, even a make-up workday; other days off warn or "
      + "forbid.")

  package static let decisionA24 = Phrase(
    "decision.A24",
    hans: "消杀前至少几小时告知客服中心、通知住户；以最后张贴的大堂为准。",
    hant: "消殺前至少幾小時告知客服中心、通知住戶；以最後張貼的大堂為準。",
    en: "Least hours before pest control to tell the centre and households; the last lobby's "
      + "posting counts.")

  package static let decisionA25 = Phrase(
    "decision.A25",
    hans: "计划停水停电前至少几小时告知客服中心、通知住户；紧急的须写原因。",
    hant: "計劃停水停電前至少幾小時告知客服中心、通知住戶；緊急的須寫原因。",
    en: "Least hours before a planned outage to tell the centre and households; emergencies need a "
      + "reason.")

  package static let decisionA26 = Phrase(
    "decision.A26",
    hans: "影响住户的维修至少提前几个自然日通知；只通知受影响的住户。",
    hant: "影響住戶的維修至少提前幾個自然日通知；只通知受影響的住戶。",
    en: "Calendar days' notice of a repair that disturbs, given to the affected households only.")

  package static let decisionA27 = Phrase(
    "decision.A27",
    hans: "财务报告和问卷结果在分析完成后几个工作日内公布。",
    hant: "財務報告和問卷結果在分析完成後幾個工作日內公布。",
    en: "Working days to publish reports and survey results, from the recorded end of the "
      + "analysis.")

  package static let decisionA28 = Phrase(
    "decision.A28",
    hans: "每个宣传栏每月至少更新几次；按日历月计算。",
    hant: "每個宣傳欄每月至少更新幾次；按日曆月計算。",
    en: "How many new entries each publicity board gets at least in a calendar month.")

  package static let decisionA29 = Phrase(
    "decision.A29",
    hans: "发现合同中住户要求不明，几个工作日内询问；问清之前不得签订。",
    hant: "發現合同中住戶要求不明，幾個工作日內詢問；問清之前不得簽訂。",
    en: "Working days to ask about an unclear requirement in a contract; until then it is not "
      + "signed.")

  package static let decisionA30 = Phrase(
    "decision.A30",
    hans: "合同变更后几个工作日内告知住户，从公司得知时算起。",
    hant: "合同變更後幾個工作日內告知住戶，從公司得知時算起。",
    en: "Working days to tell the household of a contract change, from when the firm knows of it.")

  package static let decisionA31 = Phrase(
    "decision.A31",
    hans: "住户财产丢失、损坏或不适用，几个工作日内通知；登记即为发现。",
    hant: "住戶財產丟失、損壞或不適用，幾個工作日內通知；登記即為發現。",
    en: "Working days to report lost, damaged or unfit property; the entry counts as its "
      + "discovery.")

  package static let decisionA32 = Phrase(
    "decision.A32",
    hans: "会议记录、通知原件、走访记录各保存几年，轮次台账保存几个月。",
    hant: "會議記錄、通知原件、走訪記錄各保存幾年，輪次台帳保存幾個月。",
    en: "How long minutes, notice originals, visit records and the ledger of rounds are kept.")

  package static let decisionA33 = Phrase(
    "decision.A33",
    hans: "通知由发布单位存档，另一单位可以查阅；电话通知留备忘。",
    hant: "通知由發布單位存檔，另一單位可以查閱；電話通知留備忘。",
    en: "Whoever issues a notice archives it, the other unit may read it; a telephone notice gets "
      + "a memo.")

  package static let decisionA34 = Phrase(
    "decision.A34",
    hans: "客服中心与客户服务部是同一单位，单位名和章名分开登记。",
    hant: "客服中心與客戶服務部是同一單位，單位名和章名分開登記。",
    en: "The customer-service centre is one unit; the name on its seal is kept beside its own.")

  package static let decisionA35 = Phrase(
    "decision.A35",
    hans: "周一放假，公司例会改在同周下一个工作日；没有则注明不开。",
    hant: "週一放假，公司例會改在同週下一個工作日；沒有則註明不開。",
    en: "If Monday is off, the company meets on the week's next working day, or skips it with a "
      + "mark.")

  package static let decisionA36 = Phrase(
    "decision.A36",
    hans: "部门例会在上次公司例会之后、本次公司例会之前召开即可。",
    hant: "部門例會在上次公司例會之後、本次公司例會之前召開即可。",
    en: "A department meets any time after the last company meeting and before this one.")

  package static let decisionA37 = Phrase(
    "decision.A37",
    hans: "会议记录按固定栏目填写，由主持人确认。",
    hant: "會議記錄按固定欄目填寫，由主持人確認。",
    en: "Minutes have set fields and are confirmed by the chair.")

  package static let decisionA38 = Phrase(
    "decision.A38",
    hans: "提议、申诉受理后几日内答复、几日内处理；休息日也算。",
    hant: "提議、申訴受理後幾日內答覆、幾日內處理；休息日也算。",
    en: "Calendar days to reply to a staff petition and to decide on it, each from its acceptance.")

  package static let decisionA39 = Phrase(
    "decision.A39",
    hans: "提议、申诉由综合事务部保存几年；查阅人严格限制。",
    hant: "提議、申訴由綜合事務部保存幾年；查閱人嚴格限制。",
    en: "Years for which general affairs keeps staff petitions; very few people may read them.")

  package static let decisionA40 = Phrase(
    "decision.A40",
    hans: "通知的提前时间按事由确定，与叫通知、通告还是海报无关。",
    hant: "通知的提前時間按事由確定，與叫通知、通告還是海報無關。",
    en: "Lead times go by the subject of a notice, whatever its form is called.")

  package static let decisionA41 = Phrase(
    "decision.A41",
    hans: "访问记录与走/回访登记表同出一份数据，分两种格式打印。",
    hant: "訪問記錄與走/回訪登記表同出一份資料，分兩種格式列印。",
    en: "The visit record and the contact register show the same data in two printouts.")

  package static let decisionA42 = Phrase(
    "decision.A42",
    hans: "盖章记下何人、何时、何章及全文校验值；实物章盖在打印件上。",
    hant: "蓋章記下何人、何時、何章及全文校驗值；實物章蓋在列印件上。",
    en: "A seal is an act: who, when, which seal, a digest of the text; paper bears the physical "
      + "seal.")

  package static let decisionA43 = Phrase(
    "decision.A43",
    hans: "签名分已签名、拒绝、未请签名和不适用；拒绝不影响评分。",
    hant: "簽名分已簽名、拒絕、未請簽名和不適用；拒絕不影響評分。",
    en: "A signature is given, refused, not asked for or not applicable; a refusal lowers no "
      + "score.")

  package static let decisionA44 = Phrase(
    "decision.A44",
    hans: "涉及个人隐私的写入保密备注，只有少数人可以查阅。",
    hant: "涉及個人隱私的寫入保密備註，只有少數人可以查閱。",
    en: "Private matters go into a confidential note that few people may read.")

  package static let decisionA45 = Phrase(
    "decision.A45",
    hans: "走访范围是已入住的房屋，每户一名代表；不在此居住的业主不计。",
    hant: "走訪範圍是已入住的房屋，每戶一名代表；不在此居住的業主不計。",
    en: "Visits cover occupied units, one representative each; an absent owner is not counted.")

  package static let decisionA46 = Phrase(
    "decision.A46",
    hans: "原文“参与”投诉处理规程，应读作“参见”。",
    hant: "原文「參與」投訴處理規程，應讀作「參見」。",
    en: "Where the text says to take part in the complaint procedure, it means to refer to it.")

  package static let decisionA47 = Phrase(
    "decision.A47",
    hans: "各大堂都已张贴，即视为所有住户都知道活动。",
    hant: "各大堂都已張貼，即視為所有住戶都知道活動。",
    en: "Every household counts as told of an activity once it is posted in all lobbies.")

  package static let decisionA48 = Phrase(
    "decision.A48",
    hans: "抽样以一套住宅或一处商用房屋为单位；同一业主的房屋会提示。",
    hant: "抽樣以一套住宅或一處商用房屋為單位；同一業主的房屋會提示。",
    en: "Sampled is the dwelling or business unit; units of the same owner are pointed out.")

  package static let decisionA49 = Phrase(
    "decision.A49",
    hans: "“审阅”和“审批”是同一步：提交、退回或批准。",
    hant: "「審閱」和「審批」是同一步：提交、退回或批准。",
    en: "Review and approval of the summary are one step: submitted, sent back or approved.")

  package static let decisionA50 = Phrase(
    "decision.A50",
    hans: "定期走访和管理服务报告没有频次要求，只作记录，不设期限。",
    hant: "定期走訪和管理服務報告沒有頻次要求，只作記錄，不設期限。",
    en: "Regular walk-rounds and management reports have no frequency: they are recorded, never "
      + "due.")

  package static let decisionA51 = Phrase(
    "decision.A51",
    hans: "业户沟通总结与月度客户访问工作总结合为一份。",
    hant: "業戶溝通總結與月度客戶訪問工作總結合為一份。",
    en: "The communication summary and the monthly visit summary are one document.")

  package static let decisionP01 = Phrase(
    "decision.P01",
    hans: "按百分之几抽取走访，打电话向住户核实是否属实。",
    hant: "按百分之幾抽取走訪，打電話向住戶核實是否屬實。",
    en: "Of a hundred visits, how many are checked by telephone: did they take place as recorded?")
}
