package org.shouwang.household.codes;

/** The insurances that a person holds in the current year. */
public enum Insurance implements Word {
    RESIDENT_MEDICAL("城乡居民基本医疗保险"),
    EMPLOYEE_MEDICAL("城镇职工基本医疗保险"),
    CRITICAL_ILLNESS("大病保险"),
    COMMERCIAL_MEDICAL("商业补充医疗保险"),
    RESIDENT_PENSION("城乡居民基本养老保险"),
    EMPLOYEE_PENSION("城镇职工基本养老保险");

    private final String zh;

    Insurance(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
