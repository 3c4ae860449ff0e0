package org.shouwang.archive.document;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a document is not taken in, not shown or not replaced. */
public enum DocumentRefusal implements Reason {
    DOCUMENT_NOT_FOUND(Kind.UNKNOWN, "没有这份材料，或不在您的管辖范围内", "There is no such document, or it is outside your area"),
    DOCUMENT_CONTENT_MISSING(
            Kind.UNKNOWN,
            "材料已登记，但原件文件不在库中，请重新上传",
            "The document is registered but its file is gone; please upload it again"),
    DOCUMENT_EMPTY(Kind.INVALID, "文件是空的，请重新选择文件", "The file is empty; please choose it again"),
    DOCUMENT_TOO_LARGE(
            Kind.INVALID, "文件超过 50 MB，请压缩或拆分后再上传", "The file is larger than 50 MB; please compress or split it"),
    DOCUMENT_TYPE_REFUSED(
            Kind.INVALID,
            "这种文件不能存档（程序、脚本或网页），请上传扫描件、照片或文档",
            "This type of file is not archived (program, script or web page); please upload a scan, photo or document"),
    DOCUMENT_KIND_UNKNOWN(Kind.INVALID, "没有这种材料类别", "There is no such kind of document"),
    DOCUMENT_INTERRUPTED(
            Kind.INVALID, "上传中断，文件没有收全，请重新上传", "The upload was cut off before its end; please upload again"),
    DOCUMENT_SUPERSEDED(
            Kind.CONFLICT,
            "这份材料已有新版本，请在最新版本上更正",
            "This document already has a newer version; please correct the latest one"),
    SUCCESSOR_NOT_HELD(
            Kind.CONFLICT,
            "新版本还没有上传到同一地区，请先上传",
            "The new version has not been uploaded for the same area; please upload it first"),
    SUCCESSOR_LEADS_BACK(
            Kind.CONFLICT,
            "新版本不能是这份材料自己，也不能是它的旧版本",
            "The new version must be neither this document nor one of its older versions"),
    AREA_REQUIRED(
            Kind.INVALID,
            "这份材料在几个地区都有，请写明是哪个地区的",
            "The document is filed in several areas; please say which one is meant"),
    SENSITIVE_TEXT(
            Kind.INVALID,
            "文字中含有身份证号、手机号或银行账号，请删除",
            "The text holds an ID number, a phone or a bank account: please take it out"),
    REASON_REQUIRED(Kind.INVALID, "请写明更正的原因", "Please give the reason for the correction");

    private final Kind kind;
    private final String zh;
    private final String en;

    DocumentRefusal(Kind kind, String zh, String en) {
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
