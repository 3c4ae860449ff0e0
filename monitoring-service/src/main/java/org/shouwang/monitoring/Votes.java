package org.shouwang.monitoring;

/** The votes of a village review about one household. */
public record Votes(int agree, int disagree, int abstain) {

    /** How many were cast. */
    public int cast() {
        return agree + disagree + abstain;
    }

    /** More for it than against it. */
    public boolean carry() {
        return agree > disagree;
    }
}
