package org.shouwang.household.consent;

import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.household.consent.ConsentEvent.ConsentGranted;

/** What a consent must remember to decide. */
sealed interface Consent {

    record Unknown() implements Consent {}

    /** @param areaCode where the household lives @param end how it ended; null while it holds */
    record Given(ConsentGranted granted, String areaCode, ConsentEvent end) implements Consent {}

    enum Refusal implements Reason {
        CONSENT_UNKNOWN(Kind.UNKNOWN, "没有这份授权书", "There is no such consent"),
        CONSENT_ALREADY_RECORDED(Kind.CONFLICT, "这份授权书已登记", "This consent is recorded already with other content"),
        CONSENT_ALREADY_WITHDRAWN(
                Kind.CONFLICT, "这份授权书已撤回，内容与本次不同", "This consent is withdrawn already, with other content"),
        CONSENT_EXPIRED(Kind.CONFLICT, "授权书已过期", "The consent has expired"),
        SCOPE_REQUIRED(Kind.INVALID, "请勾选授权查询的内容", "Say what may be compared"),
        EVIDENCE_MISSING(Kind.INVALID, "缺少承诺授权书", "The consent form is missing"),
        SIGNATURE_MISSING(Kind.INVALID, "全体成年家庭成员均须签字", "Every adult of the household signs"),
        DATE_OUT_OF_ORDER(Kind.INVALID, "日期前后颠倒", "The dates run backwards");

        private final Kind kind;
        private final String zh;
        private final String en;

        Refusal(Kind kind, String zh, String en) {
            this.kind = kind;
            this.zh = zh;
            this.en = en;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }
}
