package org.shouwang.eventsourcing.rest;

/** A value of a request that cannot be read; answered as a 400 problem that names it. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String zh;
    private final String en;

    public BadRequest(String field, String zh, String en) {
        super(field + ": " + en, null, false, false);
        this.field = field;
        this.zh = zh;
        this.en = en;
    }

    String field() {
        return field;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
