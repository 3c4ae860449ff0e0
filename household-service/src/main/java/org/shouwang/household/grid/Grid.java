package org.shouwang.household.grid;

import java.util.Map;
import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.household.grid.GridEvent.GridDefined;
import org.shouwang.household.grid.GridEvent.GridMemberAssigned;
import org.shouwang.household.grid.GridEvent.GridMemberReleased;

/** What a grid must remember to decide. */
sealed interface Grid {

    record Unknown() implements Grid {}

    /** @param members who looks after it now, by user @param released the last release of each user */
    record Defined(
            GridDefined layout, Map<String, GridMemberAssigned> members, Map<String, GridMemberReleased> released)
            implements Grid {}

    enum Refusal implements Reason {
        GRID_UNKNOWN(Kind.UNKNOWN, "没有该网格", "No such grid"),
        GRID_CODE(Kind.INVALID, "网格代码应为“村代码-W三位数”", "A grid's code is its village's code, -W and three digits"),
        GRID_NOT_REGISTERED(
                Kind.INVALID,
                "区划代码表中没有该网格或小组，或已撤销，请先登记",
                "The grid or a group is not in the area table, or was closed: register it first"),
        GROUP_OUTSIDE(Kind.INVALID, "村民小组不属于该网格所在的村，或重复填写", "A group is none of the grid's village, or is given twice"),
        HOUSEHOLD_OUTSIDE(Kind.INVALID, "农户不在该村，或重复填写", "A household does not live in the village, or is given twice"),
        GRID_EMPTY(Kind.INVALID, "网格至少应覆盖一个村民小组或一户", "A grid covers at least one group or one household"),
        NAME_EMPTY(Kind.INVALID, "网格员姓名不能为空", "The grid member's name is missing"),
        ALREADY_ASSIGNED(Kind.CONFLICT, "该网格员已在岗，内容与本次不同", "That grid member is at work already, with other data"),
        NOT_ASSIGNED(Kind.CONFLICT, "该网格员不在岗", "That grid member is not at work here"),
        REASON_REQUIRED(Kind.INVALID, "须填写原因", "A reason is missing"),
        DATE_OUT_OF_ORDER(Kind.INVALID, "日期早于已登记的前一次变更", "The day lies before the last change on record");

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
