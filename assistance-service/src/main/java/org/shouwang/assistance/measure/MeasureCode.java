package org.shouwang.assistance.measure;

import java.util.List;

/** The 14 kinds of help of the national collection form, with whether they develop (开发式) and who leads. */
public enum MeasureCode {
    M01("产业帮扶", "Help with production", true, "AGRI"),
    M02("就业帮扶", "Help with employment", true, "HRSS"),
    M03("金融帮扶", "Help with credit", true, "FINANCE"),
    M04("公益岗位帮扶", "Public-welfare post", true, "HRSS"),
    M05("住房安全保障", "Safe housing", false, "HOUSING"),
    M06("饮水安全保障", "Safe drinking water", false, "WATER"),
    M07("健康帮扶", "Help with health", false, "HEALTH", "MEDINS"),
    M08("义务教育保障", "Compulsory education", false, "EDU"),
    M09("其他教育帮扶", "Other help with education", false, "EDU"),
    M10("综合保障", "Standing social aid", false, "CIVIL"),
    M11("社会帮扶", "Help from society", false, "RURAL"),
    M12("搬迁", "Relocation", false, "RURAL"),
    M13("生产生活条件改善", "Better living and working conditions", false, "RURAL"),
    M14("基础设施建设", "Infrastructure", false, "RURAL");

    private final String zh;
    private final String en;
    private final boolean developmental;
    private final List<String> departments;

    MeasureCode(String zh, String en, boolean developmental, String... departments) {
        this.zh = zh;
        this.en = en;
        this.developmental = developmental;
        this.departments = List.of(departments);
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** 开发式. */
    public boolean developmental() {
        return developmental;
    }

    /** Codes of the departments that lead it. */
    public List<String> departments() {
        return departments;
    }
}
