package org.shouwang.archive.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.archive.document.DocumentKinds.DocumentKind;

/** What codes mean in words, by table: lines of {@code table.CODE | 中文 | English}. */
final class Words {

    private final Map<String, Map<Language, String>> words = new HashMap<>();

    Words(String file, List<DocumentKind> documents) {
        documents.forEach(
                kind -> words.put("document." + kind.code(), Map.of(Language.ZH, kind.zh(), Language.EN, kind.en())));
        Table.lines(file)
                .forEach(row -> words.put(row.get(0), Map.of(Language.ZH, row.get(1), Language.EN, row.get(2))));
    }

    /** The code itself where the table does not have it. */
    String of(String table, String code, Language language) {
        var word = words.get(table + "." + code);
        return word == null ? code : word.get(language);
    }

    boolean has(String table, String code) {
        return words.containsKey(table + "." + code);
    }

    boolean hasTable(String table) {
        return words.keySet().stream().anyMatch(key -> key.startsWith(table + "."));
    }
}
