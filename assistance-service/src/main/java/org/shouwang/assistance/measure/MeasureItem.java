package org.shouwang.assistance.measure;

import static org.shouwang.assistance.measure.MeasureCode.*;

import java.util.Set;

/** What exactly a measure gives, where a rule or a figure asks for it. */
public enum MeasureItem {
    TECHNIQUE("种养技术指导", M01),
    COOPERATIVE("合作社带动", M01),
    DIVIDEND("入股分红", M01),
    MICROCREDIT("小额信贷", M01, M03),
    AWAY_WORK("外出务工补贴", M02),
    LOCAL_WORK("就近务工", M02),
    TRAINING("技能培训", M01, M02),
    PUBLIC_POST("公益性岗位", M04),
    HOUSE_REPAIR("危房改造", M05),
    WATER_WORKS("供水工程", M06, M14),
    INSURANCE_AID("参保资助", M07),
    SERIOUS_ILLNESS("大病救治", M07),
    MEDICAL_AID("医疗救助", M07),
    KEPT_AT_SCHOOL("控辍保学", M08),
    RAIN_DEW("雨露计划", M09),
    STUDY_AID("助学", M09),
    DIBAO("低保", M10),
    TEKUN("特困供养", M10),
    DISABILITY_SUBSIDY("残疾人两项补贴", M10),
    TEMPORARY_RELIEF("临时救助", M10),
    PENSION("养老保障", M10),
    PAIRING("结对帮扶", M11),
    DONATION("捐赠", M11),
    CONSUMPTION("消费帮扶", M11),
    AFTER_RELOCATION("易地搬迁后续扶持", M12),
    ACCESS_ROAD("入户路", M13),
    TOILET("厕所", M13),
    VILLAGE_ROAD("村路", M14),
    OTHER("其他", MeasureCode.values());

    private final String zh;
    private final Set<MeasureCode> codes;

    MeasureItem(String zh, MeasureCode... codes) {
        this.zh = zh;
        this.codes = Set.of(codes);
    }

    public String zh() {
        return zh;
    }

    public boolean belongsTo(MeasureCode code) {
        return codes.contains(code);
    }
}
