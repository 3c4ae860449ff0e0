package org.shouwang.household.namedledger;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.household.roster.RosterFile;
import org.shouwang.household.roster.RosterFile.Line;
import org.shouwang.household.roster.Upload;
import org.shouwang.household.staff.StaffNames;

/**
 * Puts names beside the household ids of a ledger that another service gave out: the same table, with town, village, group, number and
 * householder behind the id, and with the names of staff in place of their user ids. Names of households outside the caller's area stay
 * empty. Nothing of the ledger is kept.
 */
@Singleton
class NamedLedger {

    private static final String ID_HEADER = "户标识";
    private static final List<String> NAMES = List.of("乡镇", "村", "组", "户编号", "户主");
    /** Columns of user ids, several of them parted by {@link #PART}. */
    private static final Set<String> STAFF = Set.of("走访人", "主持", "记录", "参加人员", "责任单位", "帮扶责任人");

    private static final String PART = "、";
    private static final int PIECE = 500;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Counts and amounts; codes of areas have twelve digits and phones eleven. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,2})?");

    private final Journal journal;

    NamedLedger(Journal journal) {
        this.journal = journal;
    }

    /** Blocks until all is written. @param scope prefix of the areas whose names may be shown */
    void write(Upload ledger, String scope, SheetFile file) throws IOException {
        var writing = new Writing(scope, file);
        try {
            RosterFile.kind(ledger.file()).read(ledger.file(), writing::take);
            writing.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A ledger on its way through: its titles, then its headers, then its lines piece by piece. */
    private final class Writing {

        private final String scope;
        private final SheetFile file;
        private final List<Line> waiting = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final Set<Integer> staff = new HashSet<>();
        private int column = -1;

        Writing(String scope, SheetFile file) {
            this.scope = scope;
            this.file = file;
        }

        void take(Line line) {
            try {
                if (column >= 0) {
                    waiting.add(line);
                    if (waiting.size() == PIECE) flush();
                } else if (idColumn(line) >= 0) {
                    column = idColumn(line);
                    for (var i = 0; i < line.cells().size(); i++)
                        if (STAFF.contains(line.cells().get(i))) staff.add(i);
                    file.title(title(0), title(1), with(line.cells(), NAMES));
                } else if (titles.size() < 2) titles.add(line.cells().getFirst());
                else throw new Refused(NamedLedgerRefusal.NO_HOUSEHOLD_COLUMN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String title(int n) {
            return n < titles.size() ? titles.get(n) : "";
        }

        private static int idColumn(Line line) {
            for (var i = 0; i < line.cells().size(); i++)
                if (line.cells().get(i).contains(ID_HEADER)) return i;
            return -1;
        }

        private void flush() throws IOException {
            var names = names();
            var people = staff.isEmpty() ? Map.<String, String>of() : NamedLedger.this.people(users());
            for (var line : waiting) {
                var id = column < line.cells().size() ? line.cells().get(column) : "";
                var own = new ArrayList<Object>();
                for (var i = 0; i < line.cells().size(); i++) {
                    var text = line.cells().get(i);
                    own.add(staff.contains(i) && text != null ? named(text, people) : cell(text));
                }
                file.row(with(own, names.getOrDefault(id, Arrays.asList(null, null, null, null, null))));
            }
            waiting.clear();
            file.flush();
        }

        private Set<String> users() {
            return waiting.stream()
                    .flatMap(line -> staff.stream()
                            .filter(i -> i < line.cells().size() && line.cells().get(i) != null)
                            .flatMap(i -> Arrays.stream(line.cells().get(i).split(PART))))
                    .filter(user -> !user.isBlank())
                    .collect(Collectors.toSet());
        }

        private static String named(String users, Map<String, String> people) {
            return users.isEmpty()
                    ? null
                    : Arrays.stream(users.split(PART))
                            .map(user -> people.getOrDefault(user, user))
                            .collect(Collectors.joining(PART));
        }

        private Map<String, List<String>> names() throws IOException {
            var ids = waiting.stream()
                    .filter(line -> column < line.cells().size())
                    .map(line -> line.cells().get(column))
                    .filter(id -> UUID_FORM.matcher(id).matches())
                    .distinct()
                    .collect(Collectors.joining(","));
            return ids.isEmpty() ? Map.of() : NamedLedger.this.names(ids, scope);
        }

        private <T> List<T> with(List<? extends T> cells, List<? extends T> added) {
            var all = new ArrayList<T>(cells);
            while (all.size() <= column) all.add(null);
            all.addAll(column + 1, added);
            return all;
        }

        void end() throws IOException {
            if (column < 0) throw new Refused(NamedLedgerRefusal.NO_HOUSEHOLD_COLUMN);
            if (!waiting.isEmpty()) flush();
            file.end();
        }
    }

    private Map<String, String> people(Set<String> users) throws IOException {
        return await(session -> StaffNames.of(session, users));
    }

    private Map<String, List<String>> names(String ids, String scope) throws IOException {
        return await(session -> Sql.rows(session, """
                        select h.id, town.name, village.name, h.group_code, h.household_no, h.head_name from household_overview h
                        left join area town on town.code = left(h.area_code, 9) || '000'
                        left join area village on village.code = h.area_code
                        where h.id = any(string_to_array($1, ',')::uuid[]) and h.area_code like $2 || '%'
                        """, ids, scope).map(rows -> {
            var names = new HashMap<String, List<String>>();
            for (var r : rows)
                names.put(
                        ((UUID) r[0]).toString(),
                        Arrays.stream(r, 1, r.length).map(cell -> (String) cell).toList());
            return names;
        }));
    }

    private <T> T await(Function<StatelessSession, Uni<T>> reading) throws IOException {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> journal.read(reading));
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IOException(failure);
        }
    }

    /** Numbers as numbers; the mark that kept a text from being a formula is taken off, since it is put on again. */
    private static Object cell(String text) {
        if (text == null || text.isEmpty()) return null;
        if (NUMBER.matcher(text).matches()) return new BigDecimal(text);
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
