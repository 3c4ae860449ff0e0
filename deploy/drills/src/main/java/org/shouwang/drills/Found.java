package org.shouwang.drills;

import java.util.ArrayList;
import java.util.List;

/** What a drill found wrong, with the first examples of each sort in words. */
final class Found {

    private static final int EXAMPLES = 10;

    private final int most;
    private final List<String> examples = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int lost;
    private int doubled;
    private int disordered;
    private int others;

    Found() {
        this(EXAMPLES);
    }

    /** @param most examples of each sort */
    Found(int most) {
        this.most = most;
    }

    void lost(String what) {
        example(lost++, "lost: " + what);
    }

    void doubled(String what) {
        example(doubled++, "doubled: " + what);
    }

    void disordered(String what) {
        example(disordered++, "disordered: " + what);
    }

    /** Wrong in another way: a hang, a 500, a process that ended. */
    synchronized void wrong(String what) {
        example(others++, "wrong: " + what);
    }

    /** Worth telling and not wrong. */
    void remark(String what) {
        remarks.add(what);
    }

    int lost() {
        return lost;
    }

    int doubled() {
        return doubled;
    }

    int disordered() {
        return disordered;
    }

    boolean nothing() {
        return lost + doubled + disordered + others == 0;
    }

    List<String> remarks() {
        return remarks;
    }

    List<String> examples() {
        return examples;
    }

    private void example(int before, String what) {
        if (before < most) examples.add(what);
    }
}
