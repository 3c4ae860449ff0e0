package org.shouwang.archive.document;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document must remember to decide: under which headings it is filed, and what took its place. */
sealed interface Document {

    record Filing(String kind, UUID householdId) {}

    record Unknown() implements Document {}

    /** @param successor null while it is the latest version */
    record Held(String sha256, String areaCode, Set<Filing> filings, UUID subject, String successor)
            implements Document {

        boolean filed(Filing filing) {
            return filings.contains(filing);
        }

        Held with(Filing filing) {
            var all = Stream.concat(filings.stream(), Stream.of(filing)).collect(Collectors.toUnmodifiableSet());
            return new Held(sha256, areaCode, all, subject, successor);
        }

        Held followedBy(String next) {
            return new Held(sha256, areaCode, filings, subject, next);
        }
    }
}
