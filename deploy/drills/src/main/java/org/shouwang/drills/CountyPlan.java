package org.shouwang.drills;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.shouwang.drills.CountyDelivery.Row;
import org.shouwang.drills.CountyLife.*;
import org.shouwang.stack.Failure;

/**
 * Thinks up what happens to the county's households, month by month, by the rules as RULES.md tells them and by chance of a fixed seed;
 * nothing that a service answers changes it.
 */
final class CountyPlan {

    /** In which those were included who are monitored when the year begins. */
    static final YearMonth CARRIED = YearMonth.of(2021, 10);

    static final YearMonth FIRST = YearMonth.of(2022, 1);
    static final YearMonth LAST = YearMonth.of(2022, 12);

    /** Yuan per person, in fen, of the year. */
    static long line(int year) {
        return year == 2021 ? 600_000 : 650_000;
    }

    private static final int DELIVERED = 5;
    private static final int STABLE_MONTHS = 6;
    private static final List<String> SOURCES = List.of("CADRE_SWEEP", "GRID_PATROL", "SELF_DECLARATION");
    private static final List<String> ITEMS = List.of("WATER", "HOUSING", "MEDICAL");

    private final County county;
    private final Random random;
    private final int[] order;
    private final TreeMap<Integer, CountyLife> lives = new TreeMap<>();
    private final List<CountyDelivery> deliveries = new ArrayList<>();
    private final CountyRows rows;
    private int next;

    private CountyPlan(County county) {
        this.county = county;
        random = new Random(county.seed());
        rows = new CountyRows(county, random);
        order = IntStream.range(0, county.size()).toArray();
        for (var i = order.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    static CountyPlan of(County county) {
        var plan = new CountyPlan(county);
        for (var i = 0; i < plan.share(80, 8); i++)
            plan.identify(plan.fresh(), plan.heard(CARRIED.atDay(1 + plan.random.nextInt(8))), Outcome.INCLUDED);
        for (var month = CARRIED.plusMonths(1); !month.isAfter(LAST); month = month.plusMonths(1)) plan.month(month);
        return plan;
    }

    /** Those to whom something happens, in the order of their numbers. */
    Collection<CountyLife> lives() {
        return lives.values();
    }

    List<CountyDelivery> deliveries(YearMonth month) {
        return deliveries.stream()
                .filter(d -> YearMonth.from(d.on()).equals(month))
                .toList();
    }

    /** So many of 10,000 households, at least a few. */
    private int share(int of10000, int least) {
        return Math.max(least, (int) ((long) county.size() * of10000 / 10_000));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Somebody to whom nothing has happened yet. */
    private CountyLife fresh() {
        if (next == order.length) throw new Failure("so few households do not last for the year");
        return life(order[next++]);
    }

    private CountyLife life(int number) {
        return lives.computeIfAbsent(number, n -> new CountyLife(county.household(n)));
    }

    private void month(YearMonth month) {
        var begin = month.atDay(1).minusDays(1);
        var watched = lives.values().stream()
                .filter(life -> life.watched(begin).isPresent())
                .toList();
        var back =
                lives.values().stream().filter(life -> mayReturn(life, month)).toList();
        for (var life : watched) care(life, month);
        for (var life : lives.values()) revoke(life, month);
        if (month.isBefore(FIRST)) return;
        screen(month, watched, back);
        for (var i = 0; i < share(2, 1); i++) {
            var life = fresh();
            identify(life, heard(month.atDay(1 + random.nextInt(27))), outcome());
        }
    }

    // what is heard, and what comes of it

    private Clue heard(LocalDate on) {
        return new Clue(null, null, SOURCES.get(random.nextInt(SOURCES.size())), on, Answer.CASE);
    }

    private Outcome outcome() {
        var die = random.nextInt(100);
        return die < 85 ? Outcome.INCLUDED : die < 95 ? Outcome.REJECTED : Outcome.OPEN;
    }

    private void identify(CountyLife life, Clue clue, Outcome outcome) {
        life.clues.add(clue);
        var line = line(clue.on().getYear());
        var sudden = outcome == Outcome.INCLUDED && chance(10);
        var above = sudden || outcome == Outcome.REJECTED;
        var edge = chance(10);
        var income = above
                ? edge ? line : line + 100L * random.nextInt(3_000)
                : edge ? line - 1 : line - 100L * (1 + random.nextInt(2_500));
        var risks = new ArrayList<>(List.of(risk(clue, life)));
        if (chance(30)) risks.add("12");
        life.spells.add(new Spell(
                clue,
                outcome,
                switch (outcome) {
                    case INCLUDED -> clue.on().plusDays(12 + random.nextInt(3));
                    case REJECTED -> clue.on().plusDays(4);
                    case OPEN -> clue.on().plusDays(2);
                },
                sudden ? Type.SUDDEN : life.household.lifted() ? Type.UNSTABLE : Type.EDGE,
                List.copyOf(risks),
                income));
    }

    private String risk(Clue clue, CountyLife life) {
        if (clue.rule() != null)
            return switch (clue.rule()) {
                case "W-EMP-1" -> "07";
                case "W-DIS-1" -> "02";
                default -> "01";
            };
        return life.household.labour() && chance(50) ? "06" : "01";
    }

    // screening

    private void screen(YearMonth month, List<CountyLife> watched, List<CountyLife> back) {
        var on = month.atDay(DELIVERED);
        var period = month.minusMonths(1).toString();
        var medical = new ArrayList<Row>();
        var jobs = new ArrayList<Row>();
        var who = new ArrayList<CountyLife>();
        for (var i = 0; i < share(40, 6); i++) who.add(fresh());
        back.stream().filter(_ -> chance(40)).forEach(who::add);
        watched.stream().filter(_ -> chance(3)).forEach(who::add);
        var turn = 0;
        for (var life : who) {
            var job = life.household.labour() && chance(40);
            var rule = job ? "W-EMP-1" : life.household.lifted() ? "W-MED-1" : "W-MED-2";
            rows.hit(life.household, job ? jobs : medical, job);
            answer(life, new Clue(rule, period, "DEPT_SCREENING", on, null), turn++, back.contains(life));
        }
        for (var i = 0; i < 2 * who.size(); i++) medical.add(rows.miss(medical));
        rows.odd(medical);
        rows.odd(jobs);
        deliveries.add(new CountyDelivery("MEDINS", "INPATIENT_SELF_PAID", period, on, true, medical));
        deliveries.add(new CountyDelivery("HRSS", "JOB_LOST", period, on, false, jobs));
        if (month.getMonthValue() == 7) flood(month);
    }

    /** Village by village, on the day itself: the period of an event is its day. */
    private void flood(YearMonth month) {
        var on = month.atDay(12);
        var hit = new ArrayList<Row>();
        for (var i = 0; i < share(20, 3); i++) {
            var life = fresh();
            rows.hit(life.household, hit, true);
            answer(life, new Clue("W-DIS-1", on.toString(), "DEPT_SCREENING", on, null), i, false);
        }
        deliveries.add(new CountyDelivery("EMERGENCY", "DISASTER", on.toString(), on, false, hit));
    }

    /** Who is monitored, or has a case, gets no other: the clue waits. */
    private void answer(CountyLife life, Clue heard, int turn, boolean back) {
        var engaged = life.engaged(heard.on())
                || life.watched(heard.on().plusDays(30)).isPresent();
        var answer = engaged
                ? Answer.WAITING
                : back || turn % 3 == 0
                        ? Answer.CASE
                        : turn % 3 == 1 ? (chance(20) ? Answer.NO_RISK : Answer.NOT_FOUND) : Answer.WAITING;
        var clue = new Clue(heard.rule(), heard.period(), heard.source(), heard.on(), answer);
        if (answer == Answer.CASE) identify(life, clue, back ? Outcome.INCLUDED : outcome());
        else life.clues.add(clue);
    }

    /** Let go in an earlier month, and it stands. */
    private static boolean mayReturn(CountyLife life, YearMonth month) {
        if (life.spells.isEmpty() || !life.last().included()) return false;
        var removal = life.last().removal;
        return removal != null
                && !removal.natural()
                && removal.revokedOn() == null
                && removal.markedOn().isBefore(month.atDay(1).minusMonths(1));
    }

    // what happens to who is monitored when the month begins

    private void care(CountyLife life, YearMonth month) {
        var spell = life.watched(month.atDay(1).minusDays(1)).orElseThrow();
        if (voided(spell, month) || removed(life, spell, month)) return;
        var day = month.atDay(17 + random.nextInt(5));
        var die = random.nextInt(100);
        var item = ITEMS.get(random.nextInt(ITEMS.size()));
        var visit = die < 4
                ? new Visit(null, Finding.MISSED, null, null)
                : die < 7
                        ? new Visit(day, Finding.FELL, null, null)
                        : die < 10 && !spell.warned(item)
                                ? new Visit(day, Finding.WANTING, item, chance(60) ? day.plusDays(6) : null)
                                : new Visit(day, Finding.FINE, null, null);
        spell.visits.put(month, visit);
        if (visit.found() != Finding.WANTING && chance(2)) move(life, month.atDay(24));
        else if (chance(3) && !happened(life, true)) life.changes.add(new MemberChange(month.atDay(16), true));
        else if (chance(3) && life.household.has(County.Place.SON) && !happened(life, false))
            life.changes.add(new MemberChange(month.atDay(16), false));
    }

    private static boolean happened(CountyLife life, boolean joined) {
        return life.changes.stream().anyMatch(c -> c.joined() == joined);
    }

    private void move(CountyLife life, LocalDate on) {
        var to = county.villages().get(random.nextInt(county.villages().size()));
        if (!to.equals(life.village(on))) life.moves.add(new Move(on, life.village(on), to));
    }

    /** An inclusion that was a mistake is taken back in the month after it. */
    private boolean voided(Spell spell, YearMonth month) {
        if (!YearMonth.from(spell.decidedOn).equals(month.minusMonths(1)) || !chance(4)) return false;
        spell.voidedOn = month.atDay(12);
        return true;
    }

    private boolean removed(CountyLife life, Spell spell, YearMonth month) {
        if (spell.removal != null || month.isBefore(FIRST)) return false;
        if (chance(1)) {
            spell.removal = new Removal(true, month.atDay(8), month.atDay(12), null);
            return true;
        }
        var on = month.atDay(10);
        var ready = !on.isBefore(spell.decidedOn.plusMonths(STABLE_MONTHS))
                && life.household.labour()
                && spell.quietSince(on.minusMonths(STABLE_MONTHS))
                && !spell.warningOpen();
        if (!ready || !chance(30)) return false;
        var marked = chance(25) ? month.atEndOfMonth() : month.atDay(22 + random.nextInt(7));
        spell.removal = new Removal(false, on, marked, null);
        spell.visits.put(month, new Visit(month.atDay(3 + random.nextInt(6)), Finding.FINE, null, null));
        return true;
    }

    /** A removal that does not last is taken back in the month after it. */
    private void revoke(CountyLife life, YearMonth month) {
        for (var spell : life.spells) {
            var removal = spell.removal;
            if (removal == null || removal.natural() || removal.revokedOn() != null) continue;
            if (!YearMonth.from(removal.markedOn()).equals(month.minusMonths(1)) || !chance(8)) continue;
            spell.removal = new Removal(false, removal.proposedOn(), removal.markedOn(), month.atDay(9));
        }
    }
}
