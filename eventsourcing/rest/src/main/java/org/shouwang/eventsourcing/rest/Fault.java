package org.shouwang.eventsourcing.rest;

/** What can go wrong before or behind the rules, in any service: stable code, HTTP status, a sentence in both languages. */
enum Fault {
    STALE_SEQUENCE(412, "数据已被他人更新，请刷新后重试", "Somebody changed this meanwhile: read it again, then retry"),
    BAD_REQUEST(400, "请求有误", "Bad request"),
    INVALID_FIELDS(400, "填写有误，请检查所列字段", "Some fields are not filled in as they should be"),
    UNKNOWN_FIELD(400, "请求中有系统不认识的字段", "The request holds a field that does not exist"),
    UNREADABLE(400, "请求内容无法读取，请检查格式", "The request body cannot be read"),
    NO_TOKEN(401, "请先登录：缺少有效的访问令牌", "A valid bearer token is missing"),
    ROLE_NOT_ALLOWED(403, "您的角色无权进行此操作", "Your role may not do this"),
    NOT_FOUND(404, "没有找到", "Not found"),
    METHOD_NOT_ALLOWED(405, "此地址不支持该操作", "This address does not support that method"),
    NOT_ACCEPTABLE(406, "无法以所要求的类型作答", "Cannot answer in the media type asked for"),
    TOO_LARGE(413, "上传内容过大", "The upload is too large"),
    MEDIA_TYPE(415, "不支持的内容类型", "That media type is not supported"),
    TOO_MANY_AT_ONCE(429, "您同时发出的请求过多，请稍后重试", "You ask for too much at once: wait for answers, then go on"),
    INTERNAL(500, "系统内部错误，请将编号告知管理员", "Internal error: tell the administrator the number"),
    TEMPORARILY_AWAY(503, "系统暂时不可用，请稍后重试", "The service cannot answer right now: try again shortly"),
    STORAGE_FULL(
            503,
            "数据库存储空间已满，暂时无法保存，请联系管理员后重试",
            "The database has no space left and saved nothing: tell the administrator, then retry");

    final int status;
    final String zh;
    final String en;

    Fault(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    static Fault of(int status) {
        for (var fault : values()) if (fault.status == status && fault != STALE_SEQUENCE && status != 400) return fault;
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }
}
